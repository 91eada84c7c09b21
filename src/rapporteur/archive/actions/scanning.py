"""Asking a ClamAV daemon whether a file carries a virus, where one is configured.

The daemon's own stream command: pieces with their length before them, four bytes, the highest first; a length of
nothing ends it. What cannot be asked is not taken, since a scanner that is configured is wanted.
"""

import socket
import struct
from typing import BinaryIO, Final

from rapporteur.archive.terms import NotTaken, Objection

_PIECE: Final = 1 << 16
_PATIENCE: Final = 30.0  # seconds


def scan(stream: BinaryIO, address: str) -> None:
    """Refuse a file in which the daemon at "host:port" finds something. Raises: NotTaken."""
    host, _, port = address.rpartition(":")
    try:
        with socket.create_connection((host, int(port)), timeout=_PATIENCE) as wire:
            told = _ask(wire, stream)
    except (OSError, ValueError) as fault:
        raise NotTaken(Objection.NOT_CHECKED, address) from fault
    if told.endswith("FOUND"):
        raise NotTaken(Objection.INFECTED, told.removeprefix("stream: ").removesuffix(" FOUND"))
    if not told.endswith("OK"):
        raise NotTaken(Objection.NOT_CHECKED, told)


def _ask(wire: socket.socket, stream: BinaryIO) -> str:
    stream.seek(0)
    wire.sendall(b"zINSTREAM\0")
    while piece := stream.read(_PIECE):
        wire.sendall(struct.pack(">I", len(piece)) + piece)
    wire.sendall(struct.pack(">I", 0))
    told = b""
    while not told.endswith(b"\0") and (more := wire.recv(4096)):
        told += more
    return told.rstrip(b"\0").decode("ascii", "replace").strip()

"""Keeping a file: once, under the SHA-256 of its content, in the storage that the settings name.

It is no act of its own: the record that names the digest is, and its room tells the journal.
"""

from pathlib import PurePath
from typing import BinaryIO

from django.conf import settings
from django.core.files import File
from django.core.files.storage import storages

from rapporteur.archive.actions.scanning import scan
from rapporteur.archive.rules.inspecting import inspect
from rapporteur.archive.terms import Inspected, Limits, NotTaken, Objection

STORAGE = "archive"


def keep(stream: BinaryIO, name: str, limits: Limits = Limits()) -> Inspected:  # noqa: B008 - frozen
    """Inspect a file and keep it; the same content again changes nothing. Raises: NotTaken."""
    found = inspect(stream, name, limits)
    if settings.CLAMAV_ADDRESS:
        scan(stream, settings.CLAMAV_ADDRESS)
        stream.seek(0)
    storage, at = storages[STORAGE], place(found.digest)
    if not storage.exists(at):
        storage.save(at, File(stream))
    return found


def fetch(digest: str) -> "File[bytes]":
    """Return the content kept under a digest, open for reading. Raises: NotTaken where it is not there."""
    try:
        return storages[STORAGE].open(place(digest), "rb")
    except FileNotFoundError as fault:
        raise NotTaken(Objection.DAMAGED, digest) from fault


def place(digest: str) -> str:
    """Return where a content stands in the storage."""
    return str(PurePath(digest[:2]) / digest[2:4] / digest)

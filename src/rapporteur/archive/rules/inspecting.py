"""What a file is, by its content; nothing in it is ever run, and no entity of it expanded.

The name counts only as a claim: a file whose content is of another kind than its suffix says is not taken. `packages`
looks into what is compressed.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from pathlib import PurePath
from types import MappingProxyType
from typing import BinaryIO, Final

from rapporteur.archive.rules.packages import inspect_package
from rapporteur.archive.terms import FileKind, Inspected, Limits, NotTaken, Objection
from rapporteur.languages import clean

_CHUNK: Final = 1 << 20
_SUFFIXES: Final = MappingProxyType({kind.value: kind for kind in FileKind} | {"jpeg": FileKind.JPEG})
_PACKAGES: Final = frozenset({FileKind.DOCX, FileKind.XLSX, FileKind.ODT, FileKind.ODS})
# What runs when a PDF is opened, or starts something outside it.
_PDF_ACTIONS: Final = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA)\b")
_PDF_ENCRYPTED: Final = re.compile(rb"/Encrypt\b")


def inspect(stream: BinaryIO, name: str, limits: Limits = Limits()) -> Inspected:  # noqa: B008 - frozen
    """Return what a file is; the stream is left at its beginning. Raises: NotTaken."""
    claimed = _SUFFIXES.get(PurePath(name).suffix.removeprefix(".").lower())
    if claimed is None:
        raise NotTaken(Objection.UNKNOWN_KIND, ", ".join(FileKind))
    digest, size = _measured(stream, limits)
    stream.seek(0)
    if claimed in _PACKAGES:
        inspect_package(stream, claimed, limits)
    else:
        _CHECKS[claimed](stream)
    stream.seek(0)
    return Inspected(claimed, size, digest)


def _measured(stream: BinaryIO, limits: Limits) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    stream.seek(0)
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        if size > limits.largest:
            raise NotTaken(Objection.TOO_LARGE, str(limits.largest))
        digest.update(chunk)
    if not size:
        raise NotTaken(Objection.EMPTY)
    return digest.hexdigest(), size


def _pdf(stream: BinaryIO) -> None:
    content = stream.read()
    if not content.startswith(b"%PDF-"):
        raise NotTaken(Objection.NOT_WHAT_IT_SAYS, "pdf")
    if b"%%EOF" not in content[-2048:]:
        raise NotTaken(Objection.DAMAGED, "its end is missing")
    if _PDF_ENCRYPTED.search(content):
        raise NotTaken(Objection.ENCRYPTED)
    if found := _PDF_ACTIONS.search(content):
        raise NotTaken(Objection.HAS_SCRIPT, found[0].decode())


def _begins(signature: bytes, kind: FileKind) -> Callable[[BinaryIO], None]:
    def check(stream: BinaryIO) -> None:
        if stream.read(len(signature)) != signature:
            raise NotTaken(Objection.NOT_WHAT_IT_SAYS, kind)

    return check


def _text(stream: BinaryIO) -> None:
    try:
        text = stream.read().decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise NotTaken(Objection.NOT_WHAT_IT_SAYS, f"text in UTF-8; byte {fault.start + 1} is not") from fault
    if found := clean.faults(text):
        raise NotTaken(Objection.NOT_WHAT_IT_SAYS, str(found[0]))


_CHECKS: Final[Mapping[FileKind, Callable[[BinaryIO], None]]] = MappingProxyType(
    {
        FileKind.PDF: _pdf,
        FileKind.PNG: _begins(b"\x89PNG\r\n\x1a\n", FileKind.PNG),
        FileKind.JPEG: _begins(b"\xff\xd8\xff", FileKind.JPEG),
        FileKind.TEXT: _text,
        FileKind.CSV: _text,
    }
)

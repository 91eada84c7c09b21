"""Looking into a compressed document before anything opens it: its parts, what they expand to, macros, entities."""

import re
import zipfile
import zlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import BinaryIO, Final

from rapporteur.archive.terms import FileKind, Limits, NotTaken, Objection

_MOST_PARTS: Final = 5_000
_RATIO: Final = 200  # times a part may expand; office documents stay below 50
_RATIO_COUNTS_FROM: Final = 1_000_000  # bytes; a small part of blanks expands much and harms nobody
_PROLOG: Final = 65_536
_ENCRYPTED: Final = 0x1
_MACROS: Final = re.compile(r"vbaproject|\.bin$|activex|^basic/|^scripts/|^macrosheets|/macrosheets/", re.IGNORECASE)
_MAIN: Final[Mapping[FileKind, str]] = MappingProxyType(
    {FileKind.DOCX: "word/document.xml", FileKind.XLSX: "xl/workbook.xml"}
)
_OPEN_DOCUMENT: Final[Mapping[FileKind, bytes]] = MappingProxyType(
    {
        FileKind.ODT: b"application/vnd.oasis.opendocument.text",
        FileKind.ODS: b"application/vnd.oasis.opendocument.spreadsheet",
    }
)


def inspect_package(stream: BinaryIO, kind: FileKind, limits: Limits) -> None:
    """Refuse a package that is not what it says, or that nobody should open. Raises: NotTaken."""
    try:
        with zipfile.ZipFile(stream) as package:
            _inspect(package, kind, limits)
    except NotTaken:
        raise
    except zipfile.BadZipFile as fault:
        stream.seek(0)
        is_old = stream.read(8) == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an encrypted or an old office document
        raise NotTaken(Objection.ENCRYPTED if is_old else Objection.DAMAGED) from fault
    except (EOFError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error) as fault:
        raise NotTaken(Objection.DAMAGED) from fault


def _inspect(package: zipfile.ZipFile, kind: FileKind, limits: Limits) -> None:
    parts = package.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > limits.expanded:
        raise NotTaken(Objection.EXPANDS_TOO_MUCH, str(limits.expanded))
    for part in parts:
        _inspect_part(part)
    _require_main(package, kind)
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            _refuse_entities(package, part)
    if package.testzip():
        raise NotTaken(Objection.DAMAGED)


def _inspect_part(part: zipfile.ZipInfo) -> None:
    if part.flag_bits & _ENCRYPTED:
        raise NotTaken(Objection.ENCRYPTED)
    if part.file_size > _RATIO_COUNTS_FROM and part.file_size > _RATIO * max(part.compress_size, 1):
        raise NotTaken(Objection.EXPANDS_TOO_MUCH, part.filename)
    # Settings of a printer are the one binary part that office programs write by themselves.
    if _MACROS.search(part.filename) and "printerSettings" not in part.filename:
        raise NotTaken(Objection.HAS_MACROS, part.filename)


def _require_main(package: zipfile.ZipFile, kind: FileKind) -> None:
    names = set(package.namelist())
    if kind in _MAIN:
        if _MAIN[kind] not in names or "[Content_Types].xml" not in names:
            raise NotTaken(Objection.NOT_WHAT_IT_SAYS, kind)
        if b"macroEnabled" in package.read("[Content_Types].xml"):
            raise NotTaken(Objection.HAS_MACROS, "[Content_Types].xml")
    elif "mimetype" not in names or package.read("mimetype").strip() != _OPEN_DOCUMENT[kind]:
        raise NotTaken(Objection.NOT_WHAT_IT_SAYS, kind)


def _refuse_entities(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Refuse XML that declares a document type: only there can entities stand, and no office program writes one."""
    with package.open(part) as stream:
        prolog = stream.read(_PROLOG)
    # The blank bytes of UTF-16 are left out, so that one search serves both.
    if b"<!doctype" in prolog.replace(b"\x00", b"").lower():
        raise NotTaken(Objection.HAS_ENTITIES, part.filename)

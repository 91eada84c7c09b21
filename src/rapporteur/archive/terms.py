"""What a file can be, and why one is not taken."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class FileKind(StrEnum):
    """The kinds of file that are taken, by their usual suffix."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    ODT = "odt"
    ODS = "ods"
    PNG = "png"
    JPEG = "jpg"
    TEXT = "txt"
    CSV = "csv"

    @property
    def media_type(self) -> str:
        """Return the kind as the web names it."""
        return MEDIA_TYPES[self]


_OOXML: Final = "application/vnd.openxmlformats-officedocument."
MEDIA_TYPES: Final[Mapping[FileKind, str]] = MappingProxyType(
    {
        FileKind.PDF: "application/pdf",
        FileKind.DOCX: f"{_OOXML}wordprocessingml.document",
        FileKind.XLSX: f"{_OOXML}spreadsheetml.sheet",
        FileKind.ODT: "application/vnd.oasis.opendocument.text",
        FileKind.ODS: "application/vnd.oasis.opendocument.spreadsheet",
        FileKind.PNG: "image/png",
        FileKind.JPEG: "image/jpeg",
        FileKind.TEXT: "text/plain",
        FileKind.CSV: "text/csv",
    }
)


class Objection(StrEnum):
    """Why a file is not taken. The words for people are the page's."""

    EMPTY = "empty"
    TOO_LARGE = "too large"
    UNKNOWN_KIND = "unknown kind"
    NOT_WHAT_IT_SAYS = "not what it says"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    EXPANDS_TOO_MUCH = "expands too much"
    HAS_MACROS = "has macros"
    HAS_ENTITIES = "has entities"
    HAS_SCRIPT = "has a script"
    INFECTED = "infected"
    NOT_CHECKED = "not checked"


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes: of a file, and of all that a compressed one expands to."""

    largest: int = 20_000_000
    expanded: int = 200_000_000


class NotTaken(ValueError):
    """A file that is not taken. `detail` is what was found, such as its size or the name of a part."""

    def __init__(self, objection: Objection, detail: str = "") -> None:
        super().__init__(f"{objection.value}: {detail}" if detail else objection.value)
        self.objection, self.detail = objection, detail


@dataclass(frozen=True, slots=True)
class Inspected:
    """What a file was found to be. `size` in bytes; `digest` is the SHA-256 of its content, in hexadecimal."""

    kind: FileKind
    size: int
    digest: str

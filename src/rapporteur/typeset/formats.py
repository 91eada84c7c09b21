"""The five formats of an official document, and the one way to write any of them.

A writer is loaded when it is first asked for, so that a page which only names the formats pays for no typesetter. Each
writer module has one function, `write(document) -> bytes`, and trusts that its document is sound.
"""

from collections.abc import Callable
from enum import StrEnum
from importlib import import_module
from typing import cast

from rapporteur.typeset.soundness import sound
from rapporteur.typeset.tree import Document, Reference


class Format(StrEnum):
    TXT = "txt"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    XML = "xml"

    @property
    def suffix(self) -> str:
        """Return the end of a file's name: ".docx"."""
        return f".{self.value}"

    @property
    def media_type(self) -> str:
        return _MEDIA_TYPES[self]


_MEDIA_TYPES = {
    Format.TXT: "text/plain; charset=utf-8",
    Format.HTML: "text/html; charset=utf-8",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.PDF: "application/pdf",
    Format.XML: "application/akn+xml",
}
_WRITERS = {
    Format.TXT: "rapporteur.typeset.txt",
    Format.HTML: "rapporteur.typeset.web",
    Format.DOCX: "rapporteur.typeset.docx",
    Format.PDF: "rapporteur.typeset.pdf",
    Format.XML: "rapporteur.typeset.akn",
}


def write(document: Document, format: Format) -> bytes:  # noqa: A002 -- the word of the field, and of the command line
    """Return the document in one format; the same document gives the same bytes. Raises: BrokenDocument."""
    writer = cast("Callable[[Document], bytes]", import_module(_WRITERS[format]).write)
    return writer(sound(document))


def html_fragment(document: Document, *, address: Callable[[Reference], str] | None = None) -> str:
    """Return the document as one `<article>` for a page of the site: classes only, no style, no script.

    `address` says where a citation leads, "" for nowhere; without it no citation is a link. Raises: BrokenDocument.
    """
    writer = cast("Callable[..., str]", import_module(_WRITERS[Format.HTML]).fragment)
    return writer(sound(document), address=address)

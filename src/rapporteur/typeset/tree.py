"""The content tree: an official document as types, before it becomes text, HTML, DOCX, PDF or Akoma Ntoso.

The drafts compose it; the writers beside this file set it. It holds no layout and no wording of its own: whatever a
reader sees as words comes in from the composer, already in the document's language.
"""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from rapporteur.languages.terms import Language

# --- inline ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    value: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Italic where the script has italics."""

    content: "Inlines"


@dataclass(frozen=True, slots=True)
class Strong:
    content: "Inlines"


class ReferenceKind(StrEnum):
    DOCUMENT = "document"
    MANDATE = "mandate"
    INSTRUMENT = "instrument"


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation. `target` is the cited symbol or mandate number ("CTOC/COP/2020/1", "resolution 7/1")."""

    content: "Inlines"
    kind: ReferenceKind
    target: str


@dataclass(frozen=True, slots=True)
class Provisional:
    """Words of ours where no official term is confirmed. Writers print them in square brackets."""

    content: "Inlines"


@dataclass(frozen=True, slots=True)
class Gap:
    """A term that is missing in this language.

    Writers print `label`, then `original` in its own language, in square brackets: the reader must see that something
    is missing, and what it is.
    """

    label: str
    original: str
    language: Language


@dataclass(frozen=True, slots=True)
class NoteCall:
    """The call of a footnote; `mark` ("*", "**", "1") is the key of one `Note` of the document."""

    mark: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    pass


Inline = Text | Emphasis | Strong | Reference | Provisional | Gap | NoteCall | LineBreak
Inlines = tuple[Inline, ...]

# --- blocks ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 is the first below the document's title. `number` is the heading's own ("I", "A"), if it has one."""

    content: Inlines
    level: int = 1
    number: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`number` counts straight through the document; None for a paragraph without one."""

    content: Inlines
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """`label` is printed as it stands: "(a)" in English, "a)" in French."""

    label: str
    content: Inlines
    items: tuple["Item", ...] = ()


@dataclass(frozen=True, slots=True)
class Items:
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows x columns, every row as long as `header`. `widths` are shares of the line, one for each column."""

    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    caption: Inlines = ()
    widths: tuple[int, ...] = ()


Block = Heading | Paragraph | Items | Table

# --- document -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Note:
    mark: str
    content: Inlines


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of page one, in the order in which it is printed. An empty line is not printed.

    `symbol` is empty when none has been assigned. `languages` are the lines that say in which language this version is
    and in which the original was; `item_titles` are the titles of the agenda items, in the order of the items.
    """

    organization: Inlines
    symbol: str
    organ: Inlines
    distribution: Inlines
    date: Inlines
    languages: tuple[Inlines, ...]
    meeting: Inlines
    place_and_dates: Inlines
    items: Inlines
    item_titles: tuple[Inlines, ...]
    title: Inlines
    byline: Inlines
    job_number: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a machine wants to know of the document: never printed.

    `kind` is a short code ("note", "agenda", "list", "calendar", "status"); `author` is the organ's key;
    `issued_on` is the date in the masthead.
    """

    kind: str
    title: str
    author: str
    issued_on: dt.date
    conference: str = ""
    session: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    language: Language
    masthead: Masthead
    blocks: tuple[Block, ...]
    metadata: Metadata
    notes: tuple[Note, ...] = field(default=())

"""What the list of documents before a session is made of; a document as it stands in a row of any draft."""

import datetime as dt
from dataclasses import dataclass, field

from rapporteur.documents.rules import Progress
from rapporteur.documents.terms import DocumentType, Relation
from rapporteur.drafts.terms.calendar import GatheringMatter
from rapporteur.drafts.terms.matter import ConferenceMatter, ItemMatter, SessionMatter
from rapporteur.languages.terms import Language, Multilingual
from rapporteur.symbols.documents import Symbol


@dataclass(frozen=True, slots=True)
class VersionMatter:
    """One language version of a document, on its own way to issuance."""

    language: Language
    progress: Progress


@dataclass(frozen=True, slots=True)
class DocumentMatter:
    """A document before a session. `items` are the numbers of the items it goes to there, in English form.

    `parsed` is the symbol taken apart, None where it does not follow the conference's forms. `mandates` cites what
    stands behind it: "resolution 7/1". `reports_on` is the meeting it is the report of.
    """

    key: str
    symbol: str
    type: DocumentType
    title: Multilingual
    progress: Progress
    parsed: Symbol | None = None
    items: tuple[str, ...] = ()
    versions: tuple[VersionMatter, ...] = ()
    only_language: Language | None = None
    relation: Relation | None = None
    mandates: tuple[str, ...] = ()
    reports_on: GatheringMatter | None = None
    issue_by: dt.date | None = None
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class ListMatter:
    """All that the register knows for the list of documents of one session. `items` stand in the agenda's order."""

    conference: ConferenceMatter
    session: SessionMatter
    items: tuple[ItemMatter, ...] = ()
    documents: tuple[DocumentMatter, ...] = field(default=())

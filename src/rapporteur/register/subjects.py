"""How sources, conflicts and the journal cite a record: by its kind and a key made of values.

The rows of a record (a name, a saying, a provision) are cited as a field of the record: "provisions/3".
"""

from typing import Any

from rapporteur.datafiles.entries import Entry
from rapporteur.register.schema import (
    AgendaItemEntry,
    ArticleEntry,
    DocumentEntry,
    MandateEntry,
    MeetingEntry,
    MembershipEntry,
    PartyStatusEntry,
    SayingEntry,
    TransmissionEntry,
    VersionEntry,
)

Subject = tuple[str, str]
KIND_OF_LIST = {
    "sources": "source",
    "regional_groups": "regional-group",
    "instruments": "instrument",
    "parties": "party",
    "conferences": "conference",
    "bodies": "body",
    "mandates": "mandate",
    "sessions": "session",
    "meetings": "meeting",
    "documents": "document",
    "terms": "term",
}


def subject_of(entry: Any, *, section: str, conference: str) -> Subject:
    """Return the subject that an entry of a list of a file stands for."""
    kind = KIND_OF_LIST[section]
    if isinstance(entry, MandateEntry):
        return kind, f"{conference}/{entry.kind} {entry.number}"
    if isinstance(entry, MeetingEntry):
        return kind, f"{conference}/{entry.body}/{entry.key}"
    if isinstance(entry, DocumentEntry):
        return kind, f"{conference}/{key_of_document(entry)}"
    if section == "terms":
        return kind, f"{conference or '-'}/{entry.key}"
    if section in {"bodies", "sessions"}:
        return kind, f"{conference}/{entry.key}"
    return kind, str(entry.key)


def key_of_document(entry: DocumentEntry) -> str:
    """Return the key of a document: its symbol, or a name of ours while no symbol is known."""
    return str(entry.key or entry.symbol)


def row_key(row: Entry, index: int) -> str:
    """Return how a row is cited within its list: by what tells it apart, else by its place counted from 1."""
    named: tuple[str, object]
    match row:
        case SayingEntry():
            named = (row.status, row.as_of)
        case AgendaItemEntry():
            named = (row.stage, row.number)
        case VersionEntry():
            named = (row.language, None)
        case TransmissionEntry():
            named = (row.session, None)
        case ArticleEntry():
            named = (row.number, None)
        case PartyStatusEntry():
            named = (row.instrument, row.since)
        case MembershipEntry():
            named = (row.group, row.since)
        case _:
            named = (str(index + 1), None)
    return " ".join(str(part) for part in named if part)

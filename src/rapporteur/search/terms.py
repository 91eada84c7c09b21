"""Words of the search: the kinds of record that are found, in the order in which answers show them."""

from enum import StrEnum


class EntryKind(StrEnum):
    CONFERENCE = "conference"
    SESSION = "session"
    BODY = "body"
    MANDATE = "mandate"
    MEETING = "meeting"
    DOCUMENT = "document"
    PARTY = "party"

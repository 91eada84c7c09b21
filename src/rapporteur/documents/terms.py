"""Words of official documents."""

from enum import StrEnum


class DocumentType(StrEnum):
    PROVISIONAL_AGENDA = "provisional-agenda"
    NOTE_BY_THE_SECRETARIAT = "note-by-the-secretariat"
    REPORT_OF_THE_SECRETARIAT = "report-of-the-secretariat"
    BACKGROUND_PAPER = "background-paper"
    CONFERENCE_ROOM_PAPER = "conference-room-paper"
    INFORMATION = "information"
    DRAFT_RESOLUTION = "draft-resolution"
    DRAFT_REPORT = "draft-report"
    REPORT = "report"
    WORKING_PAPER = "working-paper"
    NGO_STATEMENT = "ngo-statement"
    REVISED_DOCUMENT = "revised-document"
    OTHER = "other"


class Distribution(StrEnum):
    GENERAL = "general"
    LIMITED = "limited"
    RESTRICTED = "restricted"


class IssueStatus(StrEnum):
    """How far a document, or one language version of it, has come."""

    RESERVED = "reserved"
    ANNOUNCED = "announced"
    ISSUED = "issued"


class Relation(StrEnum):
    """What a document does to another one."""

    REVISES = "revises"
    CORRECTS = "corrects"
    ADDS_TO = "adds-to"

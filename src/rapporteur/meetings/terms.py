"""Words of sessions, meetings and agendas."""

from enum import StrEnum


class SessionKind(StrEnum):
    REGULAR = "regular"
    SPECIAL = "special"


class MeetingStatus(StrEnum):
    """What a source says of a gathering on a day. Whether it is past or to come follows from its dates."""

    PLANNED = "planned"
    SCHEDULED = "scheduled"
    OPENED = "opened"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Mode(StrEnum):
    IN_PERSON = "in-person"
    HYBRID = "hybrid"
    ONLINE = "online"


class AgendaStage(StrEnum):
    PROVISIONAL = "provisional"
    ADOPTED = "adopted"


class Tense(StrEnum):
    """Where a gathering stands on the day a document speaks."""

    PAST = "past"
    PRESENT = "present"
    TO_COME = "to-come"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"

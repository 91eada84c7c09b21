"""Words of the conference and its bodies."""

from enum import StrEnum


class BodyKind(StrEnum):
    WORKING_GROUP = "working-group"
    EXPERT_GROUP = "expert-group"
    COMMITTEE = "committee"
    BUREAU = "bureau"
    OTHER = "other"
    UNKNOWN = "unknown"


class NameKind(StrEnum):
    OFFICIAL = "official"
    FORMER = "former"
    ALIAS = "alias"
    GENERIC = "generic"  # what it is called after its full name has been given once: "expert group"


class Character(StrEnum):
    INTERIM = "interim"
    CONSTANT = "constant"
    AD_HOC = "ad-hoc"
    ESTABLISHED = "established"  # created, with nothing said about how long


class GatheringWord(StrEnum):
    """What a body calls its gatherings."""

    MEETING = "meeting"
    SESSION = "session"


class Role(StrEnum):
    PRESIDENT = "president"
    VICE_PRESIDENT = "vice-president"
    RAPPORTEUR = "rapporteur"
    CHAIR = "chair"
    CO_CHAIR = "co-chair"
    VICE_CHAIR = "vice-chair"

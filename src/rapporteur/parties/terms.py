"""Words of parties and instruments."""

from enum import StrEnum


class PartyKind(StrEnum):
    STATE = "state"
    REGIONAL_ORGANIZATION = "regional-organization"


class Standing(StrEnum):
    """What a State or organization is to an instrument."""

    PARTY = "party"
    SIGNATORY = "signatory"
    NOT_PARTY = "not-party"
    WITHDRAWN = "withdrawn"

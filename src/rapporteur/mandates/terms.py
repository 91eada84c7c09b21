"""Words of resolutions and decisions: kinds, verbs and effects (conference.md names each with its wording)."""

from enum import StrEnum

from rapporteur.symbols.mandates import MandateKind

__all__ = ["Effect", "MandateKind", "Recurrence"]


class Effect(StrEnum):
    ESTABLISHES = "establishes"
    ESTABLISHES_MECHANISM = "establishes-mechanism"
    MAKES_CONSTANT = "makes-constant"
    SETS_TASK = "sets-task"
    SETS_CHAIR = "sets-chair"
    REQUESTS_MEETING = "requests-meeting"
    REQUESTS_REPORT = "requests-report"
    REQUESTS_SUBMISSION = "requests-submission"
    ENCOURAGES_ANNUAL = "encourages-annual"
    ENCOURAGES_CONSECUTIVE = "encourages-consecutive"
    RENEWS = "renews"
    SUNSET_REVIEW = "sunset-review"
    EXPIRES = "expires"
    LAUNCHES = "launches"
    ADOPTS = "adopts"
    AMENDS_RULES = "amends-rules"


class Recurrence(StrEnum):
    NONE = ""
    EACH_SESSION = "each-session"
    ANNUAL = "annual"
    EACH_MEETING = "each-meeting"

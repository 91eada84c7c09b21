"""The words of a review mechanism's rules: how sure a rule is, who takes part, what a step asks, what may be done.

Every word here may stand in a rulebook's file. `schema` says where; docs/reference/rulebook-file.md explains each.
"""

from enum import StrEnum


class Certainty(StrEnum):
    """How sure a rule is."""

    ESTABLISHED = "established"  # read in a source that is named
    INFERRED = "inferred"  # follows from what was read, in a way the note tells
    ASSUMED = "assumed"  # chosen for this rulebook, so that it can run; no source says so
    UNKNOWN = "unknown"  # nobody here knows; the rule has no value


class ParticipantKind(StrEnum):
    """What a participant of a review is."""

    STATE_UNDER_REVIEW = "state-under-review"
    REVIEWING_STATE = "reviewing-state"
    OTHER_STATES = "other-states"
    SECRETARIAT = "secretariat"
    BODY = "body"
    STAKEHOLDER = "stakeholder"
    PUBLIC = "public"


class Choosing(StrEnum):
    """How it is settled who takes a place."""

    BY_LOT = "by-lot"
    BY_OFFICE = "by-office"
    BY_CHOICE = "by-choice"


class Work(StrEnum):
    """What a step asks its actors to do."""

    CONSULT = "consult"
    NOMINATE = "nominate"
    ANSWER = "answer"
    COMMENT = "comment"
    ASK = "ask"
    DISCUSS = "discuss"
    MEET = "meet"
    DRAFT = "draft"
    AGREE = "agree"
    TRANSMIT = "transmit"
    FOLLOW_UP = "follow-up"


class Opening(StrEnum):
    """What opens a step: the end of what it needs, or an act of somebody."""

    WITH_NEEDS = "with-needs"
    BY_ACT = "by-act"


class Ending(StrEnum):
    """What ends a step: all its actors' acts, one actor's act, or a declaration."""

    ALL_ACTED = "all-acted"
    ONE_ACTED = "one-acted"
    BY_ACT = "by-act"


class Mark(StrEnum):
    """An event of a step from which a clock can run."""

    OPENED = "opened"
    FIRST_ACTED = "first-acted"
    ALL_ACTED = "all-acted"
    ENDED = "ended"
    SET_FOR = "set-for"  # the day for which a meeting is set


class Falling(StrEnum):
    """What becomes of a last day that is no working day."""

    STANDS = "stands"
    NEXT_WORKING_DAY = "next-working-day"


class MeasuredFrom(StrEnum):
    """From which day of a step a reminder is measured."""

    DUE = "due"
    OPENED = "opened"


class Act(StrEnum):
    """What a role may do in a review."""

    SEE = "see"
    ANSWER = "answer"
    DRAFT = "draft"
    COMMENT = "comment"
    ASK = "ask"
    AGREE = "agree"
    CLEAR = "clear"
    NOMINATE = "nominate"
    OPEN = "open"
    SCHEDULE = "schedule"
    END = "end"
    SUSPEND = "suspend"
    EXTEND = "extend"
    TRANSLATE = "translate"
    DECIDE_PUBLICATION = "decide-publication"


class Visibility(StrEnum):
    """Who may see an output before anybody consents to more."""

    PARTICIPANTS = "participants"
    STATES_PARTIES = "states-parties"
    PUBLIC = "public"


class ConsentUnit(StrEnum):
    """What a consent to publish is given for: a whole output, or each of its parts."""

    OUTPUT = "output"
    PART = "part"


class OutputLanguages(StrEnum):
    """In which languages an output is issued."""

    OFFICIAL = "official"
    OF_THE_REVIEW = "of-the-review"
    AS_SUBMITTED = "as-submitted"


class Per(StrEnum):
    """How often a part stands in an output."""

    OUTPUT = "output"
    INSTRUMENT = "instrument"
    ARTICLE = "article"


class StepState(StrEnum):
    """How far a step of a review has come."""

    WAITING = "waiting"
    READY = "ready"
    OPEN = "open"
    ENDED = "ended"
    SKIPPED = "skipped"


class EventKind(StrEnum):
    """What can happen in a review."""

    OPENED = "opened"
    SET = "set"
    ACTED = "acted"
    RETURNED = "returned"
    ENDED = "ended"
    REOPENED = "reopened"
    SKIPPED = "skipped"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    EXTENDED = "extended"
    RAISED = "raised"
    SETTLED = "settled"


class ReasonKind(StrEnum):
    """Why something cannot be done in a review."""

    UNKNOWN_KEY = "unknown-key"
    NOT_TAKING_PART = "not-taking-part"
    NOT_YET = "not-yet"
    TOO_EARLY = "too-early"
    OVER = "over"
    STILL_OWED = "still-owed"
    STILL_OPEN = "still-open"
    UNDECIDED = "undecided"
    NOT_FORESEEN = "not-foreseen"
    INCOMPLETE = "incomplete"

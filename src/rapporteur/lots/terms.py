"""What a draw is made of: States on a roster, rules as parameters, seats to be filled, pairs that are settled.

Everything here is frozen and plain. `files` reads and writes it; `engines.problem` turns it into numbers.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


class Side(StrEnum):
    """From where a seat is filled, seen from the State under review."""

    OWN = "own"
    OTHER = "other"
    ANY = "any"


class Turn(StrEnum):
    """Whether a State is reviewed in this draw, in a later one of the same phase, or in neither."""

    NOW = "now"
    LATER = "later"
    NO = "no"


class MutualScope(StrEnum):
    """How far back two States may not review each other."""

    OFF = "off"
    YEAR = "year"
    PHASE = "phase"


class LegalRule(StrEnum):
    IGNORE = "ignore"
    CLASS = "class"


class AdditionalRule(StrEnum):
    OFF = "off"
    PER_SIDE = "per_side"


class BlankRule(StrEnum):
    """What a blank party status means: a refusal of the roster, or a State that is not party."""

    REFUSE = "refuse"
    NOT_PARTY = "not_party"


class ShortfallRule(StrEnum):
    """What a redraw does when the refused State would fall below its minimum."""

    CARRY = "carry"
    EXCHANGE = "exchange"


class Period(StrEnum):
    """When a settled pair was drawn: this year, earlier in this phase, or in a previous phase."""

    YEAR = "year"
    PHASE = "phase"
    PREVIOUS = "previous"


@dataclass(frozen=True, slots=True)
class State:
    """One line of the roster. A bound of None is the one of the rules; `unknown` are the blank party statuses."""

    code: str
    name: str
    group: str
    party: frozenset[str] = frozenset()
    unknown: frozenset[str] = frozenset()
    legal_class: str = ""
    turn: Turn = Turn.NOW
    minimum: int | None = None
    maximum: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """The States of a draw in the order of their codes, and the instruments in their fixed order."""

    instruments: tuple[str, ...]
    states: tuple[State, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "states", tuple(sorted(self.states, key=lambda state: state.code)))


@dataclass(frozen=True, slots=True, order=True)
class Seat:
    """A place in the review of a State. `part` is 0 for the main reviewer, 1 and more for additional ones."""

    reviewed: str
    side: Side
    part: int = 0

    def __str__(self) -> str:
        return f"{self.reviewed}/{self.side}" + (f"+{self.part}" if self.part else "")


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Who reviews whom."""

    reviewer: str
    reviewed: str


@dataclass(frozen=True, slots=True, order=True)
class SettledPair:
    pair: Pair
    period: Period


@dataclass(frozen=True, slots=True, order=True)
class BarredPair:
    pair: Pair
    reason: str


@dataclass(frozen=True, slots=True, order=True)
class FixedSeat:
    """A main seat that is not drawn: a volunteer, or a seat kept from an earlier stage of the same draw."""

    seat: Seat
    reviewer: str
    reason: str


class GroundStatus(StrEnum):
    """How sure it is that a parameter's value is the rule of the mechanism.

    The value is quoted from the text of the rule, read in a page of the mechanism's secretariat, read for a sister
    mechanism only, inferred from what was read, a wish that was heard, or unknown: then it is this program's default.
    A chosen value is a setting or a policy, about which the mechanism has no rule.
    """

    QUOTED = "quoted"
    READ = "read"
    SISTER = "sister"
    INFERRED = "inferred"
    WISH = "wish"
    UNKNOWN = "unknown"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Ground:
    """How sure a rule is, and where it was found."""

    status: GroundStatus = GroundStatus.UNKNOWN
    source: str = ""


NO_GROUND: Final = Ground()


@dataclass(frozen=True, slots=True)
class Rules:
    """Every rule of a draw, as a parameter; `grounds` says of each how sure it is.

    `groups` names all regional groups that a roster may name; none named is no check.
    `additional_maximum` is the separate cap on additional reviews, used when they do not count towards the maximum;
    None is no cap. `reviewers_at_most` limits the reviewing States of one review; 0 is no limit.
    """

    own_group: int = 1
    other_group: int = 1
    any_group: int = 0
    minimum: int = 1
    maximum: int = 3
    additional: AdditionalRule = AdditionalRule.PER_SIDE
    additional_counts: bool = True
    additional_maximum: int | None = None
    reviewers_at_most: int = 4
    blank_status: BlankRule = BlankRule.REFUSE
    no_mutual: MutualScope = MutualScope.PHASE
    bar_previous: bool = False
    legal: LegalRule = LegalRule.IGNORE
    class_minimum: int = 4
    year_groups: int = 3
    proportional: bool = True
    redraws: int = 2
    shortfall: ShortfallRule = ShortfallRule.CARRY
    attempts: int = 200_000
    additional_tries: int = 20_000
    chain: bool = False
    balls: int = 100
    settled: tuple[SettledPair, ...] = ()
    barred: tuple[BarredPair, ...] = ()
    fixed: tuple[FixedSeat, ...] = ()
    grounds: tuple[tuple[str, Ground], ...] = field(default=())
    groups: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Put the lists in order, so that the order in which they were written changes nothing."""
        object.__setattr__(self, "settled", tuple(sorted(self.settled)))
        object.__setattr__(self, "barred", tuple(sorted(self.barred)))
        object.__setattr__(self, "fixed", tuple(sorted(self.fixed)))
        object.__setattr__(self, "groups", tuple(sorted(self.groups)))

    def ground(self, parameter: str) -> Ground:
        return dict(self.grounds).get(parameter, NO_GROUND)


class DrawingKind(StrEnum):
    """What is drawn: a phase or year, a repeated lot, States that joined later, the years of reviews, a ceremony."""

    DRAW = "draw"
    REDRAW = "redraw"
    LATE = "late"
    YEARS = "years"
    CEREMONY = "ceremony"


class DrawingStage(StrEnum):
    """How far a drawing has come. It never goes back; `undrawn` is the end of one that no draw came of."""

    PUBLISHED = "published"
    SEEDED = "seeded"
    DRAWN = "drawn"
    UNDRAWN = "undrawn"


class CeremonyMode(StrEnum):
    """How lots are shown: a draw revealed step by step, balls each backed by a whole draw, or a bowl in the room."""

    REVEAL = "reveal"
    BOWL = "bowl"
    PHYSICAL = "physical"


class CeremonyStage(StrEnum):
    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"


class StepStage(StrEnum):
    """How far a step has come: its State is called, its seed is in, its balls are published, its lot is drawn.

    A lot drawn by hand that could not stand was put back.
    """

    ANNOUNCED = "announced"
    SEEDED = "seeded"
    READY = "ready"
    DRAWN = "drawn"
    PUT_BACK = "put-back"


class UnfitInput(ValueError):
    """A roster or rules that no draw can be made from. The message says what, where, and what to do."""

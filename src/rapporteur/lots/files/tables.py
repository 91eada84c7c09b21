"""What people look at in a draw: each State's reviewers, who reviews whom by group, how many reviews each takes.

Counted from the roster and the seats alone, so that a page, a printed table and a picture show the same. `pictures`
draws them; `page` and `printing` set them.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from rapporteur.lots.terms import Roster, Rules, Seat, State, Turn

Seats = Mapping[Seat, str]
Instruments = Mapping[Seat, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Place:
    """A seat with both its States. `instruments` are those for which the reviewer is there."""

    seat: Seat
    reviewed: State
    reviewer: State
    instruments: tuple[str, ...]
    is_fixed: bool

    @property
    def is_additional(self) -> bool:
        return self.seat.part > 0


@dataclass(frozen=True, slots=True)
class Around:
    """One State of a draw: who reviews it, and whom it reviews, in the order of the seats."""

    state: State
    reviewers: tuple[Place, ...]
    reviewing: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who reviews whom by group: `counts[i][j]` are the seats of States of group j filled from group i."""

    groups: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]

    @property
    def rows(self) -> list[tuple[str, tuple[int, ...], int]]:
        return [(group, row, sum(row)) for group, row in zip(self.groups, self.counts, strict=True)]

    @property
    def totals(self) -> list[int]:
        return [sum(column) for column in zip(*self.counts, strict=True)]

    @property
    def total(self) -> int:
        return sum(self.totals)


@dataclass(frozen=True, slots=True)
class Load:
    """How many reviews a State takes, and between which bounds."""

    state: State
    main: int
    additional: int
    minimum: int
    maximum: int

    @property
    def total(self) -> int:
        return self.main + self.additional


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables of a draw, ready to be shown."""

    around: tuple[Around, ...]
    matrix: Matrix
    loads: tuple[Load, ...]

    @property
    def reviews(self) -> list[Around]:
        """Return the States under review in this draw."""
        return [around for around in self.around if around.reviewers]

    @property
    def histogram(self) -> list[tuple[int, tuple[State, ...]]]:
        """Return for each number of reviews, from 0 to the largest, the States that take so many."""
        most = max((load.total for load in self.loads), default=0)
        return [
            (number, tuple(load.state for load in self.loads if load.total == number)) for number in range(most + 1)
        ]

    @property
    def additional(self) -> list[Place]:
        return [place for around in self.around for place in around.reviewers if place.is_additional]


def tables_of(roster: Roster, rules: Rules, seats: Seats, instruments: Instruments) -> Tables:
    """Return the tables of a draw of these seats."""
    states = {state.code: state for state in roster.states}
    fixed = {entry.seat for entry in rules.fixed}
    places = [_place(roster, states, seat, who, instruments, seat in fixed) for seat, who in sorted(seats.items())]
    around = tuple(
        Around(
            state,
            tuple(place for place in places if place.reviewed is state),
            tuple(place for place in places if place.reviewer is state),
        )
        for state in roster.states
    )
    return Tables(around, _matrix(roster, places), _loads(roster, rules, seats))


def _place(
    roster: Roster, states: Mapping[str, State], seat: Seat, who: str, instruments: Instruments, is_fixed: bool
) -> Place:
    reviewed, reviewer = states[seat.reviewed], states[who]
    shared = tuple(i for i in roster.instruments if i in reviewed.party and i in reviewer.party)
    return Place(seat, reviewed, reviewer, instruments.get(seat, shared) if seat.part else shared, is_fixed)


def _matrix(roster: Roster, places: list[Place]) -> Matrix:
    # States that take no part need no group, and then there is none to show.
    groups = tuple(sorted({state.group for state in roster.states} - {""}))
    counts = Counter((place.reviewer.group, place.reviewed.group) for place in places)
    return Matrix(groups, tuple(tuple(counts[by, of] for of in groups) for by in groups))


def _loads(roster: Roster, rules: Rules, seats: Seats) -> tuple[Load, ...]:
    main = Counter(who for seat, who in seats.items() if not seat.part)
    additional = Counter(who for seat, who in seats.items() if seat.part)
    has_later = any(state.turn is Turn.LATER for state in roster.states)
    return tuple(
        Load(
            state,
            main[state.code],
            additional[state.code],
            0 if has_later else (rules.minimum if state.minimum is None else state.minimum),
            rules.maximum if state.maximum is None else state.maximum,
        )
        for state in roster.states
    )

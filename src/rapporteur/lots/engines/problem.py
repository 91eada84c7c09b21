"""Roster and rules as numbers: open seats, who may take each, and how many reviews a State must and may still take.

States and seats are numbered in the order of their codes. A fixed seat is not open: its reviewer's bounds shrink and
the pair counts as settled. What `exact`, `search` and `chain` need to know of a draw is all here.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from rapporteur.lots.terms import (
    BarredPair,
    FixedSeat,
    LegalRule,
    MutualScope,
    Pair,
    Period,
    Roster,
    Rules,
    Seat,
    Side,
    State,
    Turn,
    UnfitInput,
)

Block = tuple[str, str]  # group and legal class; "" is the whole group, or what its large classes leave
Assignment = tuple[int, ...]  # for each open seat, the number of its reviewer


@dataclass(frozen=True, slots=True)
class Standing:
    """What stays of an earlier draw when some of its seats are drawn again: main seats, and additional ones."""

    main: Mapping[Seat, str] = field(default_factory=dict)
    additional: Mapping[Seat, str] = field(default_factory=dict)


NOTHING: Final = Standing()


@dataclass(frozen=True, slots=True)
class Problem:
    """What is to be drawn.

    Rows: `states`, `lowest`, `highest`, `block_of` by State; `seats`, `owner`, `reach` by open seat.
    A block is a set of States that supply the same seats; `reach` are the blocks of a seat. `closed` are the pairs
    (reviewer, reviewed) that may not be drawn.
    """

    states: tuple[str, ...]
    lowest: tuple[int, ...]
    highest: tuple[int, ...]
    block_of: tuple[int, ...]
    blocks: tuple[Block, ...]
    seats: tuple[Seat, ...]
    owner: tuple[int, ...]
    reach: tuple[tuple[int, ...], ...]
    closed: frozenset[tuple[int, int]]
    mutual_barred: bool

    def allows(self, seat: int, state: int) -> bool:
        owner = self.owner[seat]
        return self.block_of[state] in self.reach[seat] and state != owner and (state, owner) not in self.closed

    def candidates(self, seat: int) -> list[int]:
        return [state for state in range(len(self.states)) if self.allows(seat, state)]

    def loads(self, assignment: Assignment) -> list[int]:
        loads = [0] * len(self.states)
        for reviewer in assignment:
            loads[reviewer] += 1
        return loads

    def clash(self, assignment: Sequence[int]) -> tuple[int, int] | None:
        return first_clash(self.owner, assignment, mutual_barred=self.mutual_barred)

    def is_valid(self, assignment: Assignment) -> bool:
        loads = self.loads(assignment)
        return (
            all(self.allows(seat, reviewer) for seat, reviewer in enumerate(assignment))
            and all(low <= load <= high for low, load, high in zip(self.lowest, loads, self.highest, strict=True))
            and self.clash(assignment) is None
        )

    def lists(self) -> "Lists":
        return Lists(
            states=self.states,
            lowest=self.lowest,
            highest=self.highest,
            seats=self.seats,
            owner=self.owner,
            candidates=tuple(tuple(self.candidates(seat)) for seat in range(len(self.seats))),
            mutual_barred=self.mutual_barred,
        )

    def named(self, assignment: Assignment) -> dict[Seat, str]:
        return {seat: self.states[reviewer] for seat, reviewer in zip(self.seats, assignment, strict=True)}


@dataclass(frozen=True, slots=True)
class Lists:
    """The same as a problem, with the candidates of each seat written out in order; also what additional seats have."""

    states: tuple[str, ...]
    lowest: tuple[int, ...]
    highest: tuple[int, ...]
    seats: tuple[Seat, ...]
    owner: tuple[int, ...]
    candidates: tuple[tuple[int, ...], ...]
    mutual_barred: bool


def first_clash(owner: Sequence[int], assignment: Sequence[int], *, mutual_barred: bool) -> tuple[int, int] | None:
    """Return the first two seats that cannot both stand: a mutual review, or one reviewer twice for a State."""
    placed: dict[tuple[int, int], int] = {}
    for seat, reviewer in enumerate(assignment):
        pair = (reviewer, owner[seat])
        if pair in placed:
            return placed[pair], seat
        if mutual_barred and (pair[1], pair[0]) in placed:
            return placed[pair[1], pair[0]], seat
        placed[pair] = seat
    return None


def problem_of(roster: Roster, rules: Rules, standing: Standing = NOTHING) -> Problem:
    """Return the main draw of the States whose turn is now. Raises: UnfitInput where a fixed seat breaks a bound."""
    states = roster.states
    number = {state.code: index for index, state in enumerate(states)}
    blocks, block_of = blocks_of(states, rules)
    fixed = {**{entry.seat: entry.reviewer for entry in rules.fixed}, **standing.main}
    bounds = residual_bounds(roster, rules, standing)
    seats = [seat for state in states if state.turn is Turn.NOW for seat in seats_of(state, rules) if seat not in fixed]
    owner = [number[seat.reviewed] for seat in seats]
    reaches = {(side, home): reach_of(side, blocks, home) for side in Side for home in range(len(blocks))}
    reach = [reaches[seat.side, block_of[state]] for seat, state in zip(seats, owner, strict=True)]
    return Problem(
        states=tuple(number),
        lowest=tuple(low for low, _ in bounds),
        highest=tuple(high for _, high in bounds),
        block_of=tuple(block_of),
        blocks=tuple(blocks),
        seats=tuple(seats),
        owner=tuple(owner),
        reach=tuple(reach),
        closed=frozenset(closed_pairs(rules, number, standing)),
        mutual_barred=rules.no_mutual is not MutualScope.OFF,
    )


def residual_bounds(roster: Roster, rules: Rules, standing: Standing) -> list[tuple[int, int]]:
    """Return what each State must and may still take beside its fixed seats and what stands.

    Additional reviews meet no minimum; they take room where the rules count them. Raises: UnfitInput.
    """
    later = any(state.turn is Turn.LATER for state in roster.states)
    fixed = {entry.seat: entry.reviewer for entry in rules.fixed}
    taken = Counter(fixed.values())
    mains = Counter(who for seat, who in standing.main.items() if seat not in fixed)
    others = Counter(standing.additional.values() if rules.additional_counts else ())
    found = []
    for state in roster.states:
        low, high = bounds_of(state, rules, taken=taken[state.code], later=later)
        main = mains[state.code]
        found.append((max(0, low - main), max(0, high - main - others[state.code])))
    return found


def seats_of(state: State, rules: Rules) -> list[Seat]:
    """Return the main seats of a State under review."""
    wanted = ((Side.OWN, rules.own_group), (Side.OTHER, rules.other_group), (Side.ANY, rules.any_group))
    return [Seat(state.code, side) for side, count in wanted if count]


def blocks_of(states: Sequence[State], rules: Rules) -> tuple[list[Block], list[int]]:
    """Return the blocks in order, and the block of each State.

    A group is one block; under the legal rule, each class of a group with enough members is one, and the rest another.
    """
    sizes = Counter((state.group, state.legal_class) for state in states)
    by_class = rules.legal is LegalRule.CLASS

    def block(state: State) -> Block:
        is_large = by_class and state.legal_class and sizes[state.group, state.legal_class] >= rules.class_minimum
        return (state.group, state.legal_class if is_large else "")

    blocks = sorted({block(state) for state in states})
    place = {label: index for index, label in enumerate(blocks)}
    return blocks, [place[block(state)] for state in states]


def reach_of(side: Side, blocks: Sequence[Block], home: int) -> tuple[int, ...]:
    group, legal_class = blocks[home]
    if side is Side.ANY:
        return tuple(range(len(blocks)))
    if side is Side.OTHER:
        return tuple(index for index, (other, _) in enumerate(blocks) if other != group)
    return (home,) if legal_class else tuple(index for index, (other, _) in enumerate(blocks) if other == group)


def bounds_of(state: State, rules: Rules, *, taken: int, later: bool) -> tuple[int, int]:
    """Return how many reviews a State must and may still take; before the last draw of a phase it must take none."""
    low = 0 if later else (rules.minimum if state.minimum is None else state.minimum)
    high = rules.maximum if state.maximum is None else state.maximum
    if taken > high:
        message = (
            f"{state.code} holds {taken} fixed seats and may take at most {high}: raise its maximum or free a seat."
        )
        raise UnfitInput(message)
    return max(0, low - taken), high - taken


def closed_pairs(rules: Rules, number: dict[str, int], standing: Standing = NOTHING) -> set[tuple[int, int]]:
    """Return the pairs (reviewer, reviewed) that may not be drawn, because of what is barred, settled or fixed."""
    closed = {entry.pair for entry in rules.barred}
    present = {Pair(entry.reviewer, entry.seat.reviewed) for entry in rules.fixed}
    present |= {Pair(who, at.reviewed) for at, who in (*standing.main.items(), *standing.additional.items())}
    closed |= present
    if rules.no_mutual is not MutualScope.OFF:
        scope = {Period.YEAR} if rules.no_mutual is MutualScope.YEAR else {Period.YEAR, Period.PHASE}
        present = present | {entry.pair for entry in rules.settled if entry.period in scope}
        closed |= {Pair(pair.reviewed, pair.reviewer) for pair in present}
    if rules.bar_previous:
        closed |= {entry.pair for entry in rules.settled if entry.period is Period.PREVIOUS}
    # A settled pair may name a State that has left the roster.
    return {(number[p.reviewer], number[p.reviewed]) for p in closed if p.reviewer in number and p.reviewed in number}


def with_fixed(rules: Rules, fixed: Iterable[FixedSeat]) -> Rules:
    """Return the rules of a draw in which these seats, too, are settled."""
    return replace(rules, fixed=(*rules.fixed, *fixed))


def with_barred(rules: Rules, barred: Iterable[BarredPair]) -> Rules:
    return replace(rules, barred=(*rules.barred, *barred))

"""Additional reviewers: who joins a reviewer that is not party to everything the State under review is party to.

A second stage, after the main draw: for each seat whose reviewer lacks instruments, one more State of the same side
that is party to all of them, or as few more as can cover them. The stage draws uniformly among all completions;
independent picks, discarded at the first clash, do it exactly. Whether a main draw can be completed at all is asked
here too.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapporteur.lots.engines.exact import Discarded, Drawn
from rapporteur.lots.engines.flow import Cut, Flow
from rapporteur.lots.engines.problem import (
    Assignment,
    Lists,
    blocks_of,
    bounds_of,
    closed_pairs,
    first_clash,
    problem_of,
    reach_of,
)
from rapporteur.lots.engines.search import NoDraw, search
from rapporteur.lots.engines.streams import Stream, attempt_key
from rapporteur.lots.terms import (
    AdditionalRule,
    LegalRule,
    MutualScope,
    Pair,
    Period,
    Roster,
    Rules,
    Seat,
    SettledPair,
    Turn,
)

Main = Mapping[Seat, str]  # every main seat, drawn or fixed, with its reviewer


@dataclass(frozen=True, slots=True)
class Completion:
    """The additional seats that a main draw asks for: `instruments` by seat, in the order of `lists.seats`."""

    lists: Lists
    instruments: tuple[tuple[str, ...], ...]

    def named(self, assignment: Assignment) -> dict[Seat, str]:
        return {seat: self.lists.states[state] for seat, state in zip(self.lists.seats, assignment, strict=True)}


class Completer:
    """The roster and rules of a draw, ready to say of any main draw what additional seats it asks for."""

    def __init__(self, roster: Roster, rules: Rules) -> None:
        self._roster, self._rules = roster, rules
        self._number = {state.code: index for index, state in enumerate(roster.states)}
        # A side is the whole group here: legal classes are a rule of the main draw.
        blocks, self._block = blocks_of(roster.states, replace(rules, legal=LegalRule.IGNORE))
        self._blocks = blocks
        self._closed = closed_pairs(rules, self._number)
        self._fixed = {entry.seat: entry.reviewer for entry in rules.fixed}
        self._later = any(state.turn is Turn.LATER for state in roster.states)

    def main(self, drawn: Main) -> dict[Seat, str]:
        """Return the drawn seats together with the fixed ones, in order."""
        return dict(sorted({**self._fixed, **drawn}.items()))

    def can_complete(self, drawn: Main) -> bool:
        """Return whether the additional seats can all be filled, and the rest of the phase still be drawn."""
        main = self.main(drawn)
        completion = self.completion(main)
        return (
            completion is not None
            and not isinstance(search(completion.lists), NoDraw)
            and self.leaves_the_phase_open(main, {})
        )

    def completion(self, main: Main) -> Completion | None:
        """Return the additional seats, None where some instrument cannot be covered or the review gets too large."""
        needs: list[tuple[Seat, tuple[str, ...], tuple[int, ...]]] = []
        pairs = {(self._number[reviewer], self._number[seat.reviewed]) for seat, reviewer in main.items()}
        per_review = [0] * len(self._number)
        for seat, reviewer in main.items():
            parts = self._parts(seat, reviewer, pairs)
            if parts is None:
                return None
            owner = self._number[seat.reviewed]
            per_review[owner] += 1 + len(parts)
            if self._rules.reviewers_at_most and per_review[owner] > self._rules.reviewers_at_most:
                return None
            needs.extend((replace(seat, part=part), *found) for part, found in enumerate(parts, start=1))
        lists = Lists(
            states=tuple(self._number),
            lowest=(0,) * len(self._number),
            highest=self._room(main, len(needs)),
            seats=tuple(seat for seat, _, _ in needs),
            owner=tuple(self._number[seat.reviewed] for seat, _, _ in needs),
            candidates=tuple(candidates for _, _, candidates in needs),
            mutual_barred=self._rules.no_mutual is not MutualScope.OFF,
        )
        return Completion(lists, tuple(instruments for _, instruments, _ in needs))

    def reopened(self, main: Main, kept: Main, seat: Seat) -> Completion | None:
        """Return the additional seats that one main seat asks for, all others staying; None where there are none."""
        pairs = {(self._number[who], self._number[at.reviewed]) for at, who in (*main.items(), *kept.items())}
        parts = self._parts(seat, main[seat], pairs)
        size = sum(at.reviewed == seat.reviewed for at in (*main, *kept)) + len(parts or ())
        limit = self._rules.reviewers_at_most
        if parts is None or (limit and size > limit):
            return None
        used = Counter(kept.values()) if parts else Counter[str]()
        room = self._room(main, len(parts)) if parts else (0,) * len(self._number)
        lists = Lists(
            states=tuple(self._number),
            lowest=(0,) * len(room),
            highest=tuple(max(0, free - used[code]) for free, code in zip(room, self._number, strict=True)),
            seats=tuple(replace(seat, part=part) for part in range(1, len(parts) + 1)),
            owner=(self._number[seat.reviewed],) * len(parts),
            candidates=tuple(candidates for _, candidates in parts),
            mutual_barred=self._rules.no_mutual is not MutualScope.OFF,
        )
        found = Completion(lists, tuple(instruments for instruments, _ in parts))
        return None if parts and isinstance(search(lists), NoDraw) else found

    def leaves_the_phase_open(self, main: Main, additional: Main) -> bool:
        """Return whether the seats of the phase's later draws can still be filled, counting alone."""
        return not self._later or not isinstance(self._rest(main, additional), Cut)

    def _parts(
        self, seat: Seat, reviewer: str, pairs: set[tuple[int, int]]
    ) -> list[tuple[tuple[str, ...], tuple[int, ...]]] | None:
        """Return the fewest sets of instruments that cover what a reviewer lacks, each with who may take it."""
        owner = self._roster.states[self._number[seat.reviewed]]
        held = self._roster.states[self._number[reviewer]].party
        lacking = [i for i in self._roster.instruments if i in owner.party and i not in held]
        if not lacking or self._rules.additional is AdditionalRule.OFF:
            return []
        for partition in partitions(lacking):
            found = [(part, self._candidates(seat, part, pairs)) for part in partition]
            if all(candidates for _, candidates in found):
                return found
        return None

    def _candidates(self, seat: Seat, part: Sequence[str], pairs: set[tuple[int, int]]) -> tuple[int, ...]:
        owner = self._number[seat.reviewed]
        reach = reach_of(seat.side, self._blocks, self._block[owner])
        mutual = self._rules.no_mutual is not MutualScope.OFF
        return tuple(
            index
            for index, state in enumerate(self._roster.states)
            if self._block[index] in reach
            and index != owner
            and state.party.issuperset(part)
            and (index, owner) not in self._closed
            and (index, owner) not in pairs
            and not (mutual and (owner, index) in pairs)
        )

    def _room(self, main: Main, seats: int) -> tuple[int, ...]:
        """Return how many additional reviews each State may take."""
        if not self._rules.additional_counts:
            cap = self._rules.additional_maximum
            return (seats if cap is None else cap,) * len(self._number)
        return tuple(high for _, high in self._bounds(list(main.values())))

    def _bounds(self, taken: list[str]) -> list[tuple[int, int]]:
        counts = dict.fromkeys(self._number, 0)
        for code in taken:
            counts[code] += 1
        return [bounds_of(s, self._rules, taken=counts[s.code], later=False) for s in self._roster.states]

    def _rest(self, main: Main, additional: Main) -> Assignment | Cut:
        """Return how the States whose turn comes later could be reviewed, as a flow."""
        turned = {Turn.NOW: Turn.NO, Turn.LATER: Turn.NOW, Turn.NO: Turn.NO}
        states = tuple(replace(state, turn=turned[state.turn]) for state in self._roster.states)
        pairs = tuple(SettledPair(Pair(code, seat.reviewed), Period.PHASE) for seat, code in main.items())
        rules = replace(self._rules, fixed=(), settled=(*self._rules.settled, *pairs))
        lists = problem_of(Roster(self._roster.instruments, states), rules).lists()
        lows = [low for low, _ in self._bounds(list(main.values()))]
        counted = [*main.values(), *(additional.values() if self._rules.additional_counts else ())]
        return Flow(lists.candidates, lows, [high for _, high in self._bounds(counted)]).solve()


def partitions(items: Sequence[str]) -> Iterator[list[tuple[str, ...]]]:
    """Yield the ways to split instruments into parts, those with fewer parts first, otherwise in a fixed order."""
    for count in range(1, len(items) + 1):
        for growth in _growths(len(items), count):
            yield [tuple(i for i, part in zip(items, growth, strict=True) if part == p) for p in range(count)]


def _growths(length: int, parts: int, so_far: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    """Yield in order the sequences that number parts as they first appear: 0, then at most one more than before."""
    used = max(so_far, default=-1) + 1
    if len(so_far) == length:
        if used == parts:
            yield so_far
        return
    for part in range(min(used + 1, parts)):
        yield from _growths(length, parts, (*so_far, part))


def draw_additional(completer: Completer, main: Main, key: bytes, *, tries: int) -> Drawn | None:
    """Return the first try at filling the additional seats that has no clash, None if none of so many does.

    Exactly uniform over all completions of this main draw.
    """
    completion = completer.completion(main)
    if completion is None:
        return None
    discarded: dict[str, int] = {}
    for number in range(tries):
        try:
            picked = _picked(completer, main, completion, Stream(attempt_key(key, number)))
        except Discarded as end:
            discarded[end.reason] = discarded.get(end.reason, 0) + 1
        else:
            return Drawn(picked, number, discarded)
    return None


def _picked(completer: Completer, main: Main, completion: Completion, stream: Stream) -> Assignment:
    """Return one pick for each seat, all alike. Raises: Discarded."""
    lists = completion.lists
    picked: list[int] = []
    room = list(lists.highest)
    for candidates in lists.candidates:
        state = candidates[stream.below(len(candidates))]
        room[state] -= 1
        if room[state] < 0:
            raise Discarded("maximum")
        picked.append(state)
    if first_clash(lists.owner, picked, mutual_barred=lists.mutual_barred):
        raise Discarded("mutual")
    if not completer.leaves_the_phase_open(main, completion.named(tuple(picked))):
        raise Discarded("incompletable")
    return tuple(picked)

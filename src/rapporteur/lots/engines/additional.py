"""Additional reviewers: who joins a reviewer that is not party to everything the State under review is party to.

A second stage, after the main draw: for each seat whose reviewer lacks instruments, one more State of the same side
that is party to all of them, or as few more as can cover them. The stage draws uniformly among all completions;
independent picks, discarded at the first clash, do it exactly. Whether a main draw can be completed at all is asked
here too.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from rapporteur.lots.engines.exact import Discarded, Drawn
from rapporteur.lots.engines.problem import (
    NOTHING,
    Assignment,
    Lists,
    Standing,
    blocks_of,
    closed_pairs,
    first_clash,
    problem_of,
    reach_of,
    residual_bounds,
)
from rapporteur.lots.engines.search import search
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
    Side,
    Turn,
)

CHOICES: Final = 1000  # additional reviewers tried in order where those that the search finds close the phase

Main = Mapping[Seat, str]  # every main seat, drawn or fixed, with its reviewer
Part = tuple[tuple[str, ...], tuple[int, ...]]  # instruments, and the States that may take them


@dataclass(frozen=True, slots=True)
class Completion:
    """The additional seats that a main draw asks for: `instruments` by seat, in the order of `lists.seats`."""

    lists: Lists
    instruments: tuple[tuple[str, ...], ...]

    def named(self, assignment: Assignment) -> dict[Seat, str]:
        return {seat: self.lists.states[state] for seat, state in zip(self.lists.seats, assignment, strict=True)}


class Completer:
    """The roster and rules of a draw, ready to say of any main draw what additional seats it asks for.

    Main seats that stand from an earlier draw ask for none: the additional seats beside them stand, too.
    """

    def __init__(self, roster: Roster, rules: Rules, standing: Standing = NOTHING) -> None:
        self._roster, self._rules, self._standing = roster, rules, standing
        self._number = {state.code: index for index, state in enumerate(roster.states)}
        # A side is the whole group here: legal classes are a rule of the main draw.
        blocks, self._block = blocks_of(roster.states, replace(rules, legal=LegalRule.IGNORE))
        self._blocks = blocks
        self._closed = closed_pairs(rules, self._number, standing)
        self._fixed = {**{entry.seat: entry.reviewer for entry in rules.fixed}, **standing.main}
        self._phase = Phase(roster, rules)
        self._sides: dict[tuple[Side, int], frozenset[int]] = {}

    def main(self, drawn: Main) -> dict[Seat, str]:
        """Return the drawn seats together with the fixed ones, in order."""
        return dict(sorted({**self._fixed, **drawn}.items()))

    def can_complete(self, drawn: Main) -> bool:
        """Return whether the additional seats can all be filled so that the rest of the phase can still be drawn."""
        main = self.main(drawn)
        completion = self.completion(main)
        if completion is None:
            return False
        found = search(completion.lists)
        if not isinstance(found, tuple):
            return False
        if self.leaves_the_phase_open(main, completion.named(found)):
            return True
        choices = islice(completions(completion.lists), CHOICES)
        return any(self.leaves_the_phase_open(main, completion.named(choice)) for choice in choices)

    def completion(self, main: Main) -> Completion | None:
        """Return the additional seats, None where some instrument cannot be covered or the review gets too large."""
        needs: list[tuple[Seat, tuple[str, ...], tuple[int, ...]]] = []
        stands = self._standing.additional
        pairs = {(self._number[who], self._number[seat.reviewed]) for seat, who in (*main.items(), *stands.items())}
        sizes = Counter(seat.reviewed for seat in (*main, *stands))
        for seat, reviewer in main.items():
            if seat in self._standing.main:
                continue
            parts = self.parts(seat, reviewer, pairs)
            if parts is None:
                return None
            sizes[seat.reviewed] += len(parts)
            if self._rules.reviewers_at_most and sizes[seat.reviewed] > self._rules.reviewers_at_most:
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

    def leaves_the_phase_open(self, main: Main, additional: Main) -> bool:
        """Return whether the seats of the phase's later draws can still be filled."""
        return self._phase.is_open(main, {**self._standing.additional, **additional})

    def lacking(self, seat: Seat, reviewer: str) -> tuple[str, ...]:
        """Return the instruments of the State under review to which a reviewer is not party."""
        if self._rules.additional is AdditionalRule.OFF:
            return ()
        owner = self._roster.states[self._number[seat.reviewed]]
        held = self._roster.states[self._number[reviewer]].party
        return tuple(i for i in self._roster.instruments if i in owner.party and i not in held)

    def parts(self, seat: Seat, reviewer: str, pairs: set[tuple[int, int]]) -> list[Part] | None:
        """Return the fewest sets of instruments that cover what a reviewer lacks, each with who may take it.

        `pairs` are the reviews (reviewer, reviewed) that are settled by now. None where nobody may take some of them.
        """
        lacking = self.lacking(seat, reviewer)
        if not lacking:
            return []
        for partition in partitions(lacking):
            found = [(part, self.candidates(seat, part, pairs)) for part in partition]
            if all(candidates for _, candidates in found):
                return found
        return None

    def candidates(self, seat: Seat, part: Sequence[str], pairs: set[tuple[int, int]]) -> tuple[int, ...]:
        owner = self._number[seat.reviewed]
        mutual = self._rules.no_mutual is not MutualScope.OFF
        side = self.side(seat)
        return tuple(
            index
            for index, state in enumerate(self._roster.states)
            if state.party.issuperset(part)
            and index in side
            and index != owner
            and (index, owner) not in self._closed
            and (index, owner) not in pairs
            and not (mutual and (owner, index) in pairs)
        )

    def side(self, seat: Seat) -> frozenset[int]:
        """Return the States, by number, of the side of a seat; the State under review may be among them."""
        key = (seat.side, self._block[self._number[seat.reviewed]])
        if key not in self._sides:
            reach = reach_of(seat.side, self._blocks, key[1])
            self._sides[key] = frozenset(state for state, block in enumerate(self._block) if block in reach)
        return self._sides[key]

    def _room(self, main: Main, seats: int) -> tuple[int, ...]:
        """Return how many additional reviews each State may take."""
        if self._rules.additional_counts:
            standing = replace(self._standing, main=main)
            return tuple(high for _, high in residual_bounds(self._roster, replace(self._rules, fixed=()), standing))
        cap = self._rules.additional_maximum
        if cap is None:
            return (seats,) * len(self._number)
        taken = Counter(self._standing.additional.values())
        return tuple(max(0, cap - taken[code]) for code in self._number)


class Phase:
    """The later draws of a phase, taken as one: what is drawn now must leave a draw of all their main seats."""

    def __init__(self, roster: Roster, rules: Rules) -> None:
        turned = {Turn.NOW: Turn.NO, Turn.LATER: Turn.NOW, Turn.NO: Turn.NO}
        states = tuple(replace(state, turn=turned[state.turn]) for state in roster.states)
        self.has_later = any(state.turn is Turn.NOW for state in states)
        self._roster = replace(roster, states=states)
        self._rules = replace(rules, fixed=())

    def is_open(self, main: Main, additional: Main) -> bool:
        if not self.has_later:
            return True
        lists = self.rest(main, additional)
        if any(low > high for low, high in zip(lists.lowest, lists.highest, strict=True)):
            return False
        return isinstance(search(lists), tuple)

    def rest(self, main: Main, additional: Main) -> Lists:
        """Return the later seats beside these reviews, which stand as those of the same phase."""
        pairs = tuple(
            SettledPair(Pair(code, seat.reviewed), Period.PHASE) for seat, code in (*main.items(), *additional.items())
        )
        rules = replace(self._rules, settled=(*self._rules.settled, *pairs))
        bounds = residual_bounds(self._roster, rules, Standing(main, additional))
        return replace(
            problem_of(self._roster, rules).lists(),
            lowest=tuple(low for low, _ in bounds),
            highest=tuple(high for _, high in bounds),
            mutual_barred=rules.no_mutual is MutualScope.PHASE,
        )


def completions(lists: Lists) -> Iterator[Assignment]:
    """Yield every way to fill additional seats, by trying the candidates of each seat in order."""
    picked: list[int] = []
    room = list(lists.highest)

    def fill() -> Iterator[Assignment]:
        if len(picked) == len(lists.seats):
            yield tuple(picked)
            return
        for state in lists.candidates[len(picked)]:
            picked.append(state)
            room[state] -= 1
            if room[state] >= 0 and first_clash(lists.owner, picked, mutual_barred=lists.mutual_barred) is None:
                yield from fill()
            picked.pop()
            room[state] += 1

    return fill()


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

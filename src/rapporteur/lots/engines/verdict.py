"""Whether a whole draw exists: main seats, the additional reviewers they ask for, and the later draws of the phase.

The search settles the main seats alone. Where a main draw exists but none that can be completed, the reasons are here:
instruments that too few States are party to, reviews that would get too large, later draws that would be closed. Each
is a count that can be made by hand. What no count settles is branched on, seat by seat, up to a limit.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from typing import Final

from rapporteur.lots.engines.additional import CHOICES, Completer, Phase, completions
from rapporteur.lots.engines.demands import Barred, DemandCut, Demands
from rapporteur.lots.engines.exact import Sampler
from rapporteur.lots.engines.flow import Shortage
from rapporteur.lots.engines.problem import Lists, Problem, problem_of, with_fixed
from rapporteur.lots.engines.reasons import sentences, shrunk
from rapporteur.lots.engines.search import NoDraw, Undecided, search
from rapporteur.lots.terms import FixedSeat, Roster, Rules, Seat

_WORK: Final = 200_000  # States times seats times branches
_LEAST: Final = 5
_TRIES: Final = 50
_KEY: Final = b"is there a draw?"

Decided = Mapping[Seat, str]


@dataclass(frozen=True, slots=True)
class Possible:
    """A main draw that can be completed."""

    main: dict[Seat, str]


@dataclass(frozen=True, slots=True)
class Count:
    """What a count turns on: the States whose maxima (or minima) it adds up, and the States whose seats it is about."""

    states: tuple[str, ...]
    reviewed: tuple[str, ...]
    of_minima: bool = False


class Stage(StrEnum):
    """What fails at an end.

    The bounds of a State cross; the main, additional or later seats cannot be filled; nor what all seats demand
    together; a seat is barred to everybody; a decided reviewer is full; every choice of additional ones ends the phase.
    """

    BOUNDS = "bounds"
    MAIN = "main"
    ADDITIONAL = "additional"
    LATER = "later"
    DEMANDS = "demands"
    BARRED = "barred"
    FULL = "full"
    CHOICES = "choices"


@dataclass(frozen=True, slots=True)
class End:
    """Where a branch ends: who takes which seats in it, what then fails in words, and the counts behind them.

    `failed` are lists of seats that the search proved impossible, with the proof; `cuts` are of what all seats ask for,
    `barred` of one seat alone.
    """

    stage: Stage
    decided: tuple[tuple[Seat, str], ...]
    words: tuple[str, ...]
    counts: tuple[Count, ...]
    failed: tuple[Lists, NoDraw] | None = None
    cuts: tuple[DemandCut, ...] = ()
    barred: Barred | None = None


@dataclass(frozen=True, slots=True)
class Impossible:
    """The proof that no whole draw exists. Where the main seats alone are the reason, `proof` is that of the search."""

    ends: tuple[End, ...]
    proof: NoDraw | None = None

    @property
    def sentences(self) -> tuple[str, ...]:
        return tuple(_supposition(end.decided) + words for end in self.ends for words in end.words)


Verdict = Possible | Impossible | Undecided


def judge(roster: Roster, rules: Rules, *, limit: int | None = None) -> Verdict:
    """Return a main draw that can be completed, the proof that there is none, or that the limit came first."""
    whole = problem_of(roster, rules)
    if limit is None:
        limit = max(_LEAST, _WORK // max(1, len(whole.states) * len(whole.seats)))
    if found := _of_main_seats(roster, rules, whole):
        return found
    root = _Node(roster, rules, {})
    if found := _before_branching(roster, rules, whole, root):
        return found
    ends: list[End] = []
    branches: list[dict[Seat, str]] = [{}]
    undecided = False
    for _ in range(limit):
        if not branches:
            break
        decided = branches.pop()
        node = _Node(roster, rules, decided) if decided else root
        outcome = node.outcome()
        if isinstance(outcome, Possible):
            return outcome
        if isinstance(outcome, End):
            ends.append(outcome)
        elif outcome:  # no seat is left to branch on
            undecided = True
        else:
            ends.extend(node.full())
            branches.extend(reversed(list(node.choices())))
    return Undecided(limit) if branches or undecided else Impossible(tuple(ends))


def _of_main_seats(roster: Roster, rules: Rules, whole: Problem) -> Verdict | None:
    """Return what the main seats alone settle: that they cannot be filled, or a draw of them that can be completed."""
    lists = whole.lists()
    for code, low, high in zip(lists.states, lists.lowest, lists.highest, strict=True):
        if low > high:
            words = f"{code} must still take {low} reviews and may take {high}."
            counts = (Count((code,), ()), Count((code,), (), of_minima=True))
            return Impossible((End(Stage.BOUNDS, (), (words,), counts),))
    found = search(lists)
    if isinstance(found, NoDraw):
        end = End(Stage.MAIN, (), tuple(sentences(lists, found)), counts_of(lists, found), (lists, found))
        return Impossible((end,), found)
    completer = Completer(roster, rules)
    if isinstance(found, tuple) and completer.can_complete(whole.named(found)):
        return Possible(completer.main(whole.named(found)))
    return None


def _before_branching(roster: Roster, rules: Rules, whole: Problem, root: "_Node") -> Verdict | None:
    """Return what a count settles, or a draw that the exact sampler meets soon."""
    if end := root.count():
        return Impossible((end,))
    completer = Completer(roster, rules)
    sampler = Sampler(whole, accepts=lambda draw: completer.can_complete(whole.named(draw)))
    drawn = sampler.draw(_KEY, attempts=_TRIES)
    return Possible(completer.main(whole.named(drawn.assignment))) if drawn else None


def counts_of(lists: Lists, proof: NoDraw) -> tuple[Count, ...]:
    cuts = [shrunk(lists, leaf) for leaf in proof.leaves]
    return tuple(
        Count(
            tuple(lists.states[state] for state in cut.states),
            tuple(lists.seats[seat].reviewed for seat in cut.seats),
            cut.shortage is Shortage.SEATS,
        )
        for cut in cuts
    )


class _Node:
    """A branch: some main seats are decided, the others open."""

    def __init__(self, roster: Roster, rules: Rules, decided: Decided) -> None:
        self._decided = dict(decided)
        self._roster, self._rules = roster, rules
        self._given = with_fixed(rules, [FixedSeat(seat, who, "supposed") for seat, who in decided.items()])
        self._completer = Completer(roster, self._given)
        self._problem = problem_of(roster, self._given)
        self._demands = Demands(roster, self._given, self._completer, self._problem)

    def outcome(self) -> Possible | End | Undecided | None:
        """Return what this branch comes to, None where it must be branched further."""
        lists = self._problem.lists()
        found = search(lists)
        if isinstance(found, NoDraw):
            return self._failed(Stage.MAIN, lists, found)
        if isinstance(found, tuple) and self._completer.can_complete(self._problem.named(found)):
            return Possible(self._completer.main(self._problem.named(found)))
        if end := self.count():
            return end
        return None if self._problem.seats else self._last()

    def count(self) -> End | None:
        """Return what counting finds wrong with this branch."""
        if barred := self._demands.barred():
            counts = [Count((), (barred.seat.reviewed,))]
            return self._end(Stage.BARRED, (barred.sentence,), counts, barred=barred)
        if failed := self._demands.failed():
            cuts = failed.cuts()
            counts = [Count(cut.states, tuple(seat.reviewed for seat, _ in cut.demands)) for cut in cuts]
            words = tuple(cut.sentence for cut in cuts)
            return self._end(Stage.DEMANDS, words, counts, failed=(failed.lists, failed.proof), cuts=cuts)
        return self._closed_phase()

    def _closed_phase(self) -> End | None:
        """Return why the later draws cannot follow. While seats are open here their minima may still be met."""
        phase = Phase(self._roster, self._rules)
        if not phase.has_later:
            return None
        rest = phase.rest(self._completer.main({}), {})
        if self._problem.seats:
            rest = replace(rest, lowest=(0,) * len(rest.states))
        found = search(rest)
        return self._failed(Stage.LATER, rest, found) if isinstance(found, NoDraw) else None

    def _last(self) -> End | Undecided:
        """Return why the one main draw of this branch cannot be completed."""
        completion = self._completer.completion(self._completer.main({}))
        if completion is None:
            raise AssertionError("counting finds every seat that cannot be completed alone")
        found = search(completion.lists)
        if isinstance(found, NoDraw):
            return self._failed(Stage.ADDITIONAL, completion.lists, found)
        if isinstance(found, Undecided):
            return found
        if sum(1 for _ in islice(completions(completion.lists), CHOICES + 1)) > CHOICES:
            return Undecided(CHOICES)
        codes = self._problem.states
        words = "Every choice of additional reviewers closes the later draws of the phase."
        return self._end(Stage.CHOICES, (words,), [Count(codes, codes), Count(codes, codes, of_minima=True)])

    def _open(self) -> tuple[Seat, dict[int, int]] | None:
        """Return the open seat with the fewest candidates, the first of these, and its candidates."""
        options = self._demands.options
        seats = self._problem.seats
        return min(((seat, options[seat]) for seat in seats), key=lambda told: (len(told[1]), told[0]), default=None)

    def choices(self) -> Iterator[dict[Seat, str]]:
        """Yield the branches that follow: one seat more is decided."""
        if chosen := self._open():
            seat, options = chosen
            for state in options:
                if self._problem.highest[state]:
                    yield {**self._decided, seat: self._problem.states[state]}

    def full(self) -> Iterator[End]:
        """Yield the ends that follow at once, because a candidate has no room left."""
        if chosen := self._open():
            seat, options = chosen
            for state in options:
                if not self._problem.highest[state]:
                    code = self._problem.states[state]
                    decided = tuple(sorted({**self._decided, seat: code}.items()))
                    yield End(Stage.FULL, decided, (f"{code} takes more than its maximum.",), (Count((code,), ()),))

    def _failed(self, stage: Stage, lists: Lists, proof: NoDraw) -> End:
        before = "In the later draws of the phase: " if stage is Stage.LATER else ""
        words = tuple(before + sentence for sentence in sentences(lists, proof))
        return self._end(stage, words, counts_of(lists, proof), failed=(lists, proof))

    def _end(
        self,
        stage: Stage,
        words: tuple[str, ...],
        counts: Iterable[Count],
        *,
        failed: tuple[Lists, NoDraw] | None = None,
        cuts: tuple[DemandCut, ...] = (),
        barred: Barred | None = None,
    ) -> End:
        """Return an end. Who else could take a decided seat if a bar were lifted is counted in, too."""
        behind = [Count((), (seat.reviewed,)) for seat in self._decided]
        decided = tuple(sorted(self._decided.items()))
        return End(stage, decided, words, (*counts, *behind), failed, cuts, barred)


def _supposition(decided: tuple[tuple[Seat, str], ...]) -> str:
    if not decided:
        return ""
    return f"If {' and '.join(f'{who} takes {seat}' for seat, who in decided)}: "

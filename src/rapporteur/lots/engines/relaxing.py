"""What would open a draw that does not exist, at the least cost: sets of changes, each of which was tried and opens it.

The proof says where to change something. Where seats cannot be filled, a flow of least cost finds the changes of bounds
and bars; the next verdict says whether they open the draw, and if not, what is still closed. Other States are then
offered in the place of those, and rules in the place of States. In a small draw all sets of little cost are tried as
well (`trying`).
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from rapporteur.lots.engines.additional import Completer, Phase
from rapporteur.lots.engines.changes import (
    Change,
    ChangeKind,
    Changes,
    Files,
    alike,
    applied,
    bar_change,
    bars_of,
    bounds_now,
    cost_of,
    merged,
    sentence,
    without_bars,
)
from rapporteur.lots.engines.cheapest import Least, Lifts, Rigid, cheapest
from rapporteur.lots.engines.problem import Lists, problem_of
from rapporteur.lots.engines.reasons import Relaxation
from rapporteur.lots.engines.search import NoDraw, Undecided, search
from rapporteur.lots.engines.trying import Trials, by_trying
from rapporteur.lots.engines.verdict import End, Impossible, Possible, Stage, Verdict
from rapporteur.lots.terms import Pair, Roster, Rules, Seat

OTHERS: Final = 2  # sets offered in the place of the first
_ROUNDS: Final = 6
_BARS: Final = 12
Kept = set[tuple[ChangeKind, str]]  # what is not to be changed
_MAIN: Final = (Stage.BOUNDS, Stage.MAIN)


def relaxations(roster: Roster, rules: Rules, *, at_most: int = 5, verdict: Verdict | None = None) -> list[Relaxation]:
    """Return sets of changes that open a draw, the cheapest and shortest first; none for a draw that is not closed.

    `verdict` is that of the draw as it stands, if it is known already.
    """
    trials = Trials((roster, rules), verdict)
    if trials.proof is None:
        return []
    relaxer = _Relaxer(trials, trials.proof)
    classes = alike(roster, rules)
    found = {}
    for chosen in (*relaxer.by_flow(), *relaxer.of_rules(), *relaxer.of_statuses(), *by_trying(trials)):
        words = sentence(chosen, classes)
        told = tuple((change.kind.value, change.what, change.before, change.to) for change in chosen)
        found[words] = Relaxation(cost_of(chosen, len(roster.states)), words, told)
    return sorted(found.values(), key=lambda r: (r.cost, len(r.sentence), r.sentence))[:at_most]


class _Relaxer:
    """The ways to look for changes, from the verdict on."""

    def __init__(self, trials: Trials, proof: Impossible) -> None:
        self._trials, self._proof = trials, proof
        self._roster, self._rules = trials.files

    def by_flow(self) -> Iterator[Changes]:
        """Yield the changes of bounds and bars that flows find; then others, of none of the same States and bars."""
        classes = alike(*self._trials.files)
        kept: Kept = set()
        for _ in range(1 + OTHERS):
            before = self._trials.left
            chosen = self._opened(kept)
            if not chosen:
                return
            yield chosen
            if self._trials.is_large and before - self._trials.left > 1:
                return  # what took many verdicts once would take more again
            kept |= {(change.kind, what) for change in chosen for what in classes.get(change.what, (change.what,))}

    def _opened(self, kept: Kept) -> Changes | None:
        """Return changes that open the draw, step by step as the proofs ask for them."""
        made: Changes = ()
        verdict: Verdict | None = self._proof
        widened = 0
        for _ in range(_ROUNDS):
            if isinstance(verdict, Impossible):
                counts = {code for end in verdict.ends for count in end.counts for code in count.states}
                step = _step(applied(self._trials.files, made), verdict, kept)
            elif isinstance(verdict, Undecided) and not kept:
                step, widened = self._wider(made, counts, widened), widened + 1
            else:
                break
            if not step:
                return None
            made = merged((*made, *step))
            verdict = self._trials.judged(made)
        return made if isinstance(verdict, Possible) else None

    def _wider(self, made: Changes, codes: set[str], times: int) -> Changes:
        """Return more than was proved to be needed: the same changes once more, then one review for all of a count."""
        if times > 1:
            return ()
        raised = [change for change in made if change.kind is ChangeKind.MAXIMUM]
        if not times:
            return tuple(replace(change, to=2 * change.to - change.before) for change in raised)
        roster, rules = applied(self._trials.files, made)
        bounds = ((s.code, bounds_now(s, rules)[1]) for s in roster.states if s.code in codes)
        return tuple(Change(ChangeKind.MAXIMUM, code, high, high + 1) for code, high in bounds)

    def of_rules(self) -> Iterator[Changes]:
        """Yield the changes of one rule that open the draw, no further than they must go."""
        rules, far = self._rules, self._trials.seats
        counts = [count for end in self._proof.ends for count in end.counts]
        has_maxima = any(count.states and not count.of_minima for count in counts)
        tried = [("maximum", rules.maximum, rules.maximum + far)] if has_maxima else []
        if rules.minimum and any(count.of_minima for count in counts):
            tried.append(("minimum", rules.minimum, 0))
        if not any(end.stage in _MAIN for end in self._proof.ends):
            if has_maxima and rules.additional_counts:
                tried.append(("additional_counts", 1, 0))
            elif has_maxima and rules.additional_maximum is not None:
                tried.append(("additional_maximum", rules.additional_maximum, rules.additional_maximum + far))
            if rules.reviewers_at_most and (has_maxima or any(map(_is_about_size, self._proof.ends))):
                tried.append(("reviewers_at_most", rules.reviewers_at_most, rules.reviewers_at_most + far))
        for name, before, to in tried:
            yield from self._least(Change(ChangeKind.RULE, name, before, to))

    def _least(self, far: Change) -> Iterator[Changes]:
        """Yield a change as far as it must go for the main seats, or as far as it must go for all."""
        if not self._trials.opens((far,)):
            return
        near = self._bisected(far, self._fills_main) or far
        if self._trials.opens((near,)):
            yield (near,)
        elif found := self._bisected(far, lambda change: self._trials.opens((change,))):
            yield (found,)

    def _bisected(self, far: Change, suffices: Callable[[Change], bool]) -> Change | None:
        """Return the change moved as little as suffices, first by doubling, then by halving; None where none does."""
        step, most = (1 if far.to > far.before else -1), abs(far.to - far.before)
        if not suffices(far):
            return None
        low, high = 0, 1
        while high < most and not suffices(replace(far, to=far.before + step * high)):
            low, high = high, min(2 * high, most)
        while high - low > 1:
            middle = (low + high) // 2
            if suffices(replace(far, to=far.before + step * middle)):
                high = middle
            else:
                low = middle
        return replace(far, to=far.before + step * high)

    def _fills_main(self, change: Change) -> bool:
        lists = problem_of(*change.applied(self._trials.files)).lists()
        crossed = any(low > high for low, high in zip(lists.lowest, lists.highest, strict=True))
        return not crossed and not isinstance(search(lists), NoDraw)

    def of_statuses(self) -> Iterator[Changes]:
        """Yield the blank statuses that would open the draw if these States were party, as few as halving finds."""
        blank = [(s.code, instrument) for s in self._roster.states for instrument in sorted(s.unknown)]
        left = tuple(Change(ChangeKind.STATUS, f"{code} {instrument}") for code, instrument in blank)
        if not left or any(end.stage in _MAIN for end in self._proof.ends) or not self._trials.opens(left):
            return
        size = len(left) // 2
        while size:
            for start in range(0, len(left), size):
                fewer = (*left[:start], *left[start + size :])
                if fewer and self._trials.opens(fewer):
                    left = fewer
                    break
            else:
                size //= 2
        yield left


def _is_about_size(end: End) -> bool:
    """Return whether a seat is barred because a review would get too large, not for lack of parties alone."""
    return end.barred is not None and any(not instruments for _, instruments in end.barred.lacking)


def _step(files: Files, proof: Impossible, kept: Kept) -> Changes | None:
    """Return the cheapest changes that undo what a proof turns on, where it is one count or tree of counts."""
    end = proof.ends[0]
    if len(proof.ends) > 1 or end.decided:
        return None
    if end.stage is Stage.BARRED and end.barred:
        return _coverable(files, end.barred.seat, kept)
    found = _flow(files, end, kept)
    return _changes(files, found[0], found[1]) if found else None


def _flow(files: Files, end: End, kept: Kept) -> tuple[Lists, Least] | None:
    roster, rules = files
    lists: Lists | None = None
    lifts: Lifts = {}
    if end.stage in _MAIN:
        lists = problem_of(roster, rules).lists()
        lifts = _lifts(lists, problem_of(roster, without_bars(rules)).lists(), kept)
    elif end.stage is Stage.LATER:
        lists = Phase(roster, rules).rest(Completer(roster, rules).main({}), {})
        lifts = _lifts(lists, Phase(roster, without_bars(rules)).rest(Completer(roster, rules).main({}), {}), kept)
    elif end.stage is Stage.DEMANDS:
        lists = end.failed[0] if end.failed else None
    if lists is None:
        return None
    rigid = Rigid(*(frozenset(_places(lists, kept, kind)) for kind in (ChangeKind.MAXIMUM, ChangeKind.MINIMUM)))
    least = cheapest(lists, lifts, rigid)
    return (lists, least) if least else None


def _places(lists: Lists, kept: Kept, kind: ChangeKind) -> Iterator[int]:
    return (place for place, code in enumerate(lists.states) if (kind, code) in kept)


def _lifts(lists: Lists, wider: Lists, kept: Kept) -> Lifts:
    """Return the candidates that bars alone keep from each seat."""
    found: dict[int, set[int]] = {}
    for seat, (narrow, wide) in enumerate(zip(lists.candidates, wider.candidates, strict=True)):
        owner = lists.states[lists.owner[seat]]
        more = {s for s in set(wide) - set(narrow) if (ChangeKind.BAR, f"{lists.states[s]}>{owner}") not in kept}
        if more:
            found[seat] = more
    return found


def _changes(files: Files, lists: Lists, least: Least) -> Changes:
    roster, rules = files
    bounds = {s.code: bounds_now(s, rules) for s in roster.states}
    found = []
    for state, more in least.raised.items():
        high = bounds[lists.states[state]][1]
        found.append(Change(ChangeKind.MAXIMUM, lists.states[state], high, high + more))
    for state, less in least.lowered.items():
        low = bounds[lists.states[state]][0]
        found.append(Change(ChangeKind.MINIMUM, lists.states[state], low, low - less))
    found += [bar_change(rules, Pair(lists.states[a], lists.states[b])) for a, b in least.lifted]
    return tuple(found)


def _coverable(files: Files, seat: Seat, kept: Kept) -> Changes | None:
    """Return a bar without which somebody can take a seat so that its review is covered."""
    for pair in [pair for pair in bars_of(files[1]) if pair.reviewed == seat.reviewed][:_BARS]:
        change = bar_change(files[1], pair)
        if (change.kind, change.what) not in kept and _is_coverable(change.applied(files), seat):
            return (change,)
    return None


def _is_coverable(files: Files, seat: Seat) -> bool:
    problem, completer = problem_of(*files), Completer(*files)
    if seat not in problem.seats:
        return False
    candidates = problem.candidates(problem.seats.index(seat))
    return any(completer.parts(seat, problem.states[state], set()) is not None for state in candidates)

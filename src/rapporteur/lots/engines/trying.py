"""The cheapest changes that open a small draw, by trying: every set of so little cost that could.

Whatever opens a draw must undo one of the counts that prove it closed. So only steps that touch such a count are tried,
one after another, and after each the next proof says what to try further. Of States that the files do not tell apart
only the first is tried; the others are named.
"""

from collections.abc import Iterator
from typing import Final

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
    merged,
)
from rapporteur.lots.engines.search import Undecided
from rapporteur.lots.engines.verdict import Count, Impossible, Possible, Verdict, judge
from rapporteur.lots.terms import Pair, Roster, Rules, Side, UnfitInput

COST: Final = 3
_WORK: Final = 1_600  # States times draws judged before giving up
_LEAST: Final = 12
_UNDECIDED: Final = 2  # what a draw that is not decided takes beside
LARGE: Final = 40  # States beyond which sets are not tried one by one, and nothing is branched on


class Trials:
    """A draw that does not exist, and verdicts of it with changes, as many as may be asked for.

    `proof` is why it is closed; None where it is not, or where that is not known.
    """

    def __init__(self, files: Files, verdict: Verdict | None = None) -> None:
        self.files = files
        self.is_large = len(files[0].states) > LARGE
        self.left = max(_LEAST, _WORK // max(1, len(files[0].states)))
        self.seats = len(Side) * len(files[0].states) * (1 + len(files[0].instruments))  # more than there ever are
        self._known: dict[Changes, Verdict] = {}
        first = verdict or self.judged(())
        self.proof = first if isinstance(first, Impossible) else None

    def judged(self, changes: Changes) -> Verdict | None:
        """Return the verdict with these changes, None where they do not fit or no more may be judged."""
        if changes not in self._known:
            self.left -= 1
            if self.left < 0:
                return None
            try:
                self._known[changes] = judge(*applied(self.files, changes), limit=1 if self.is_large else None)
            except UnfitInput:
                return None
            if isinstance(self._known[changes], Undecided):
                self.left -= _UNDECIDED
        return self._known[changes]

    def opens(self, changes: Changes) -> bool:
        return isinstance(self.judged(changes), Possible)


def openings(roster: Roster, rules: Rules, *, cost: int = COST) -> list[Changes]:
    """Return the cheapest sets of changes of bounds and bars that open a draw, up to a cost."""
    return by_trying(Trials((roster, rules)), cost=cost)


def by_trying(trials: Trials, *, cost: int = COST) -> list[Changes]:
    if trials.proof is None or trials.is_large:
        return []
    steps = _Steps(*trials.files)
    level: dict[Changes, Impossible] = {(): trials.proof}
    for _ in range(cost):
        found: list[Changes] = []
        deeper: dict[Changes, Impossible] = {}
        tried: set[Changes] = set()
        for made, closed in level.items():
            for step in steps.after(closed, made):
                chosen = merged((*made, step))
                if chosen in tried:
                    continue
                tried.add(chosen)
                verdict = trials.judged(chosen)
                if isinstance(verdict, Possible):
                    found.append(chosen)
                elif isinstance(verdict, Impossible):
                    deeper[chosen] = verdict
        if found:
            return found
        level = deeper
    return []


class _Steps:
    """The smallest changes of a draw: a bound moved by one, a bar lifted."""

    def __init__(self, roster: Roster, rules: Rules) -> None:
        self._rules, self._bars = rules, bars_of(rules)
        self._alike = alike(roster, rules)
        self._bounds = {s.code: bounds_now(s, rules) for s in roster.states}

    def after(self, proof: Impossible, made: Changes) -> Iterator[Change]:
        """Yield the steps that could undo a count of a proof, each once."""
        changed = {(change.kind, change.what): change.to for change in made}
        counts = [count for end in proof.ends for count in end.counts]
        raised = {code for count in counts if not count.of_minima for code in count.states}
        lowered = {code for count in counts if count.of_minima for code in count.states}
        for kind, codes in ((ChangeKind.MAXIMUM, raised), (ChangeKind.MINIMUM, lowered)):
            offered: set[tuple[str, ...]] = set()
            for code in sorted(codes):
                if (kind, code) not in changed:
                    if self._alike[code] in offered:
                        continue
                    offered.add(self._alike[code])
                now = changed.get((kind, code), self._bounds[code][kind is ChangeKind.MAXIMUM])
                if kind is ChangeKind.MAXIMUM or now:
                    yield Change(kind, code, now, now + 1 if kind is ChangeKind.MAXIMUM else now - 1)
        for pair in self._bars:
            step = bar_change(self._rules, pair)
            if (step.kind, step.what) not in changed and any(_may_matter(count, pair) for count in counts):
                yield step


def _may_matter(count: Count, pair: Pair) -> bool:
    if count.of_minima:
        return pair.reviewer in count.states
    return pair.reviewed in count.reviewed and pair.reviewer not in count.states

"""What would open a draw that does not exist, at the least cost: the smallest sets of changes, up to a bound.

A change raises the maximum of a State, lowers its minimum, or lifts a bar. Whatever opens the draw must undo one of the
counts that prove it closed, so only changes that touch such a count are tried, and after each the next proof says
what to try further. Of States that the files do not tell apart only the first is tried; the others are named.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from rapporteur.lots.engines.reasons import Relaxation
from rapporteur.lots.engines.verdict import Count, Impossible, Possible, judge
from rapporteur.lots.terms import Pair, Period, Roster, Rules, Side, State, UnfitInput

CHANGES: Final = 3  # in one set
_WORK: Final = 1_600  # States times draws judged before giving up
_LEAST: Final = 8
_LARGE: Final = 60  # States beyond which nothing is branched on

Files = tuple[Roster, Rules]


class ChangeKind(StrEnum):
    """What a change changes: a bound of one State, a bar, or a rule for all."""

    MAXIMUM = "maximum"
    MINIMUM = "minimum"
    BAR = "bar"
    RULE = "rule"


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One change. `what` is a State's code, a pair written "A>B", or a rule; `why` is the reason of a bar."""

    kind: ChangeKind
    what: str
    before: int = 0
    to: int = 0
    why: str = ""

    @property
    def steps(self) -> int:
        return abs(self.to - self.before) or 1

    def applied(self, files: Files) -> Files:
        roster, rules = files
        match self.kind:
            case ChangeKind.MAXIMUM:
                return replace(roster, states=self._bounded(roster, "maximum")), rules
            case ChangeKind.MINIMUM:
                return replace(roster, states=self._bounded(roster, "minimum")), rules
            case ChangeKind.RULE:
                return roster, _with_rule(rules, self.what, self.to)
            case ChangeKind.BAR:
                return roster, _without_bar(rules, Pair(*self.what.split(">")))

    def _bounded(self, roster: Roster, bound: str) -> tuple[State, ...]:
        return tuple(
            (replace(s, maximum=self.to) if bound == "maximum" else replace(s, minimum=self.to))
            if s.code == self.what
            else s
            for s in roster.states
        )

    def words(self, alike: tuple[str, ...]) -> str:
        if self.kind is ChangeKind.BAR:
            reviewer, reviewed = self.what.split(">")
            return f"lift the bar on {reviewer} reviewing {reviewed} ({self.why})"
        verb = "raise" if self.to > self.before else "lower"
        if self.kind is ChangeKind.RULE:
            return f"{verb} {self.what} in the rules from {self.before} to {self.to}"
        others = f" (or of {', '.join(alike)} instead)" if alike else ""
        return f"{verb} the {self.kind} of {self.what} from {self.before} to {self.to}{others}"


def _with_rule(rules: Rules, name: str, to: int) -> Rules:
    match name:
        case "maximum":
            return replace(rules, maximum=to)
        case "minimum":
            return replace(rules, minimum=to)
        case "reviewers_at_most":
            return replace(rules, reviewers_at_most=to)
        case _:
            return replace(rules, additional_maximum=to)


def _without_bar(rules: Rules, pair: Pair) -> Rules:
    return replace(
        rules,
        barred=tuple(entry for entry in rules.barred if entry.pair != pair),
        settled=tuple(entry for entry in rules.settled if (entry.pair, entry.period) != (pair, Period.PREVIOUS)),
    )


def _moved(changes: tuple[Change, ...], place: int, to: int) -> tuple[Change, ...]:
    return (*changes[:place], replace(changes[place], to=to), *changes[place + 1 :])


class _Search:
    """The changes of one draw and how many of their sets may still be judged."""

    def __init__(self, roster: Roster, rules: Rules) -> None:
        self.files = (roster, rules)
        self._left = max(_LEAST, _WORK // max(1, len(roster.states)))
        self.alike = _alike(roster, rules)
        self._bars = {entry.pair: entry.reason for entry in rules.barred}
        if rules.bar_previous:
            earlier = (entry.pair for entry in rules.settled if entry.period is Period.PREVIOUS)
            self._bars = {**dict.fromkeys(earlier, "reviewed in a previous phase"), **self._bars}
        self._bounds = {
            s.code: (
                rules.minimum if s.minimum is None else s.minimum,
                rules.maximum if s.maximum is None else s.maximum,
            )
            for s in roster.states
        }
        self.seats = len(Side) * len(roster.states) * (1 + len(roster.instruments))  # more than there ever are

    def judged(self, changes: tuple[Change, ...]) -> Impossible | Possible | None:
        """Return the verdict with these changes, None where none is had within what may be judged."""
        self._left -= 1
        files = self.files
        for change in changes:
            files = change.applied(files)
        try:
            limit = 1 if len(files[0].states) > _LARGE else None
            verdict = judge(*files, limit=limit) if self._left >= 0 else None
        except UnfitInput:
            return None
        return verdict if isinstance(verdict, Impossible | Possible) else None

    @property
    def is_spent(self) -> bool:
        """Return whether more was asked than may be judged, so that the last answers are none."""
        return self._left < 0

    def opens(self, changes: tuple[Change, ...]) -> bool:
        return isinstance(self.judged(changes), Possible)

    def trimmed(self, changes: tuple[Change, ...]) -> tuple[Change, ...]:
        """Return the changes with each bound moved no further than it must, one after another."""
        for place, change in enumerate(changes):
            if change.kind is ChangeKind.BAR:
                continue
            step = 1 if change.to > change.before else -1
            far, most = 1, abs(change.to - change.before)
            while far < most and not self.opens(_moved(changes, place, change.before + step * far)):
                far = min(2 * far, most)
            near = far // 2 + 1
            while near < far:
                middle = (near + far) // 2
                if self.opens(_moved(changes, place, change.before + step * middle)):
                    far = middle
                else:
                    near = middle + 1
            changes = _moved(changes, place, change.before + step * far)
        return changes

    def fixes(self, proof: Impossible, made: tuple[Change, ...]) -> Iterator[Change]:
        """Yield the changes that could undo a count of a proof, each once."""
        changed = {(change.kind, change.what) for change in made}
        counts = [count for end in proof.ends for count in end.counts]
        raised = {code for count in counts if not count.of_minima for code in count.states}
        lowered = {code for count in counts if count.of_minima for code in count.states}
        for kind, codes in ((ChangeKind.MAXIMUM, raised), (ChangeKind.MINIMUM, lowered)):
            offered: set[tuple[str, ...]] = set()
            for code in sorted(codes):
                low, high = self._bounds[code]
                if (kind, code) in changed or self.alike[code] in offered or (kind is ChangeKind.MINIMUM and not low):
                    continue
                offered.add(self.alike[code])
                is_raised = kind is ChangeKind.MAXIMUM
                yield Change(kind, code, high, high + self.seats) if is_raised else Change(kind, code, low, 0)
        for pair, why in self._bars.items():
            bar = f"{pair.reviewer}>{pair.reviewed}"
            if (ChangeKind.BAR, bar) not in changed and any(_may_matter(count, pair) for count in counts):
                yield Change(ChangeKind.BAR, bar, why=why)

    def sentence(self, changes: tuple[Change, ...]) -> str:
        named = {change.what for change in changes}
        parts = [
            change.words(tuple(code for code in self.alike.get(change.what, ()) if code not in named))
            for change in changes
        ]
        words = " and ".join(parts)
        return f"{words[0].upper()}{words[1:]}."


def relaxations(roster: Roster, rules: Rules, *, at_most: int = 5, changes: int = CHANGES) -> list[Relaxation]:
    """Return the smallest sets of changes that open a draw, and changes of a rule; the cheapest and shortest first."""
    search = _Search(roster, rules)
    told = [
        Relaxation(sum(change.steps * _weight(search.files, change) for change in chosen), search.sentence(chosen))
        for chosen in (*_smallest(search, changes), *_of_rules(search))
    ]
    return sorted(told, key=lambda r: (r.cost, len(r.sentence), r.sentence))[:at_most]


def openings(roster: Roster, rules: Rules, *, changes: int = CHANGES) -> list[tuple[Change, ...]]:
    """Return the smallest sets of changes that open a draw, no bound moved further than it must."""
    return _smallest(_Search(roster, rules), changes)


def _smallest(search: _Search, size: int) -> list[tuple[Change, ...]]:
    proof = search.judged(())
    level: dict[tuple[Change, ...], Impossible] = {(): proof} if isinstance(proof, Impossible) else {}
    for _ in range(size):
        found, deeper = [], {}
        tried: set[tuple[Change, ...]] = set()
        for made, closed in level.items():
            for fix in search.fixes(closed, made):
                chosen = tuple(sorted((*made, fix)))
                if chosen in tried:
                    continue
                tried.add(chosen)
                verdict = search.judged(chosen)
                if isinstance(verdict, Possible):
                    found.append(chosen)
                elif verdict is not None:
                    deeper[chosen] = verdict
        if found:
            trimmed = [(search.trimmed(chosen), search.is_spent) for chosen in found]
            return [chosen for chosen, is_spent in trimmed if not is_spent]
        level = deeper
    return []


def _may_matter(count: Count, pair: Pair) -> bool:
    if count.of_minima:
        return pair.reviewer in count.states
    return pair.reviewed in count.reviewed and pair.reviewer not in count.states


def _of_rules(search: _Search) -> Iterator[tuple[Change, ...]]:
    """Yield the changes of one rule that open a draw."""
    _, rules = search.files
    proof = search.judged(())
    if not isinstance(proof, Impossible):
        return
    far = [("maximum", rules.maximum + search.seats)]
    far += [("minimum", 0)] if rules.minimum else []
    if proof.proof is None:
        far += [("reviewers_at_most", rules.reviewers_at_most + search.seats)] if rules.reviewers_at_most else []
        if not rules.additional_counts and rules.additional_maximum is not None:
            far.append(("additional_maximum", rules.additional_maximum + search.seats))
    for name, to in far:
        change = (Change(ChangeKind.RULE, name, getattr(rules, name), to),)
        if search.opens(change):
            trimmed = search.trimmed(change)
            if not search.is_spent:
                yield trimmed


def _weight(files: Files, change: Change) -> int:
    return len(files[0].states) if change.kind is ChangeKind.RULE else 1


def _alike(roster: Roster, rules: Rules) -> dict[str, tuple[str, ...]]:
    """Return for each State those that could change places with it without changing anything but names."""
    pairs = [*(entry.pair for entry in rules.barred), *(entry.pair for entry in rules.settled)]
    named = {code for pair in pairs for code in (pair.reviewer, pair.reviewed)}
    named |= {code for entry in rules.fixed for code in (entry.reviewer, entry.seat.reviewed)}
    kinds: dict[object, list[str]] = {}
    for s in roster.states:
        kind = (s.group, s.legal_class, s.turn, s.minimum, s.maximum, s.party, s.code if s.code in named else "")
        kinds.setdefault(kind, []).append(s.code)
    return {code: tuple(codes) for codes in kinds.values() for code in codes}

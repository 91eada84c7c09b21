"""Changes to a roster and rules that may open a draw, and how they are put into words.

A change raises the maximum of a State, lowers its minimum, lifts a bar, changes one rule for all, or takes a State with
a blank status for a party. States that the files do not tell apart are named as a choice.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from rapporteur.lots.engines.reasons import named
from rapporteur.lots.terms import AdditionalRule, Pair, Period, Roster, Rules, State

PARTS: Final = 3  # of one sentence
Files = tuple[Roster, Rules]


class ChangeKind(StrEnum):
    """What a change changes: a bound of one State, a bar, a rule for all, or a party status that is blank."""

    MAXIMUM = "maximum"
    MINIMUM = "minimum"
    BAR = "bar"
    RULE = "rule"
    STATUS = "status"


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One change. `what` is a State's code, a pair "A>B", a rule, or "A instrument"; `why` is the reason of a bar."""

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
                return _with_state(roster, self.what, lambda s: replace(s, maximum=self.to)), rules
            case ChangeKind.MINIMUM:
                return _with_state(roster, self.what, lambda s: replace(s, minimum=self.to)), rules
            case ChangeKind.STATUS:
                code, instrument = self.what.split(" ", 1)
                return _with_state(roster, code, lambda s: as_party(s, instrument)), rules
            case ChangeKind.RULE:
                return roster, with_rule(rules, self.what, self.to)
            case ChangeKind.BAR:
                return roster, without_bar(rules, Pair(*self.what.split(">")))


Changes = tuple[Change, ...]


def cost_of(changes: Changes, states: int) -> int:
    """Return the sum of the steps of changes; one of a rule counts for every State."""
    return sum(change.steps * (states if change.kind is ChangeKind.RULE else 1) for change in changes)


def bar_change(rules: Rules, pair: Pair) -> Change:
    return Change(ChangeKind.BAR, f"{pair.reviewer}>{pair.reviewed}", why=bars_of(rules).get(pair, ""))


def applied(files: Files, changes: Iterable[Change]) -> Files:
    for change in changes:
        files = change.applied(files)
    return files


def as_party(state: State, instrument: str) -> State:
    return replace(state, party=state.party | {instrument}, unknown=state.unknown - {instrument})


def _with_state(roster: Roster, code: str, change: Callable[[State], State]) -> Roster:
    return replace(roster, states=tuple(change(s) if s.code == code else s for s in roster.states))


def with_rule(rules: Rules, name: str, to: int) -> Rules:
    match name:
        case "maximum":
            return replace(rules, maximum=to)
        case "minimum":
            return replace(rules, minimum=to)
        case "reviewers_at_most":
            return replace(rules, reviewers_at_most=to)
        case "additional_counts":
            return replace(rules, additional_counts=bool(to))
        case _:
            return replace(rules, additional_maximum=to)


def without_bar(rules: Rules, pair: Pair) -> Rules:
    return replace(
        rules,
        barred=tuple(entry for entry in rules.barred if entry.pair != pair),
        settled=tuple(entry for entry in rules.settled if (entry.pair, entry.period) != (pair, Period.PREVIOUS)),
    )


def without_bars(rules: Rules) -> Rules:
    settled = rules.settled
    if rules.bar_previous:
        settled = tuple(entry for entry in settled if entry.period is not Period.PREVIOUS)
    return replace(rules, barred=(), settled=settled)


def bars_of(rules: Rules) -> dict[Pair, str]:
    """Return the pairs that are barred, each with the reason."""
    bars = {entry.pair: entry.reason for entry in rules.barred}
    if not rules.bar_previous:
        return bars
    earlier = (entry.pair for entry in rules.settled if entry.period is Period.PREVIOUS)
    return {**dict.fromkeys(earlier, "reviewed in a previous phase"), **bars}


def bounds_now(state: State, rules: Rules) -> tuple[int, int]:
    low = rules.minimum if state.minimum is None else state.minimum
    return low, rules.maximum if state.maximum is None else state.maximum


def alike(roster: Roster, rules: Rules) -> dict[str, tuple[str, ...]]:
    """Return for each State those that could change places with it without changing anything but names."""
    pairs = [*(entry.pair for entry in rules.barred), *(entry.pair for entry in rules.settled)]
    own = {code for pair in pairs for code in (pair.reviewer, pair.reviewed)}
    own |= {code for entry in rules.fixed for code in (entry.reviewer, entry.seat.reviewed)}
    covers = rules.additional is not AdditionalRule.OFF
    kinds: dict[object, list[str]] = {}
    for s in roster.states:
        party = s.party if covers else frozenset()
        name = s.code if s.code in own else ""
        kinds.setdefault((s.group, s.legal_class, s.turn, s.minimum, s.maximum, party, name), []).append(s.code)
    return {code: tuple(codes) for codes in kinds.values() for code in codes}


def merged(changes: Iterable[Change]) -> Changes:
    """Return changes made one after another as one change for each thing changed, in order."""
    found: dict[tuple[ChangeKind, str], Change] = {}
    for change in changes:
        first = found.get((change.kind, change.what), change)
        found[change.kind, change.what] = replace(change, before=first.before)
    return tuple(sorted(found.values()))


def sentence(changes: Changes, classes: Mapping[str, tuple[str, ...]]) -> str:
    """Return what a set of changes does, those of States that are alike taken together."""
    sets: dict[tuple[str, tuple[str, ...], int, int], list[Change]] = {}
    for change in changes:
        sets.setdefault((change.kind, classes.get(change.what, ()), change.before, change.to), []).append(change)
    used = [group for _, group, _, _ in sets if group]
    parts = []
    for (_, group, _, _), same in sets.items():
        others = group if used.count(group) == 1 else ()
        parts += [_bounds_words(same, others)] if group else [_words(change) for change in same]
    if len(parts) > PARTS:
        parts = _by_steps(changes)
    words = " and ".join(parts)
    return f"{words[0].upper()}{words[1:]}."


def _by_steps(changes: Changes) -> list[str]:
    """Return the words for a set of many kinds of States, those taken together whose bound moves as far."""
    sets: dict[tuple[ChangeKind, int], list[str]] = {}
    rest = []
    for change in changes:
        if change.kind in (ChangeKind.MAXIMUM, ChangeKind.MINIMUM):
            sets.setdefault((change.kind, change.to - change.before), []).append(change.what)
        else:
            rest.append(_words(change))
    parts = [
        f"{'raise' if by > 0 else 'lower'} the {kind} of these {len(codes)} States by {abs(by)} each ({named(codes)})"
        for (kind, by), codes in sets.items()
    ]
    return parts + (rest if len(rest) <= PARTS else [*rest[:PARTS], f"{len(rest) - PARTS} changes more"])


def _bounds_words(same: list[Change], group: tuple[str, ...]) -> str:
    """Return the words for one change of States that are alike. `group` are all of them that may be chosen from."""
    first, codes = same[0], [change.what for change in same]
    verb = "raise" if first.to > first.before else "lower"
    span = f"from {first.before} to {first.to}"
    others = [code for code in group if code not in codes]
    if len(codes) == 1:
        choice = f" (or of {named(others)} instead)" if others else ""
        return f"{verb} the {first.kind} of {codes[0]} {span}{choice}"
    if others:
        return f"{verb} the {first.kind} of any {len(codes)} of these {len(group)} States {span} ({named(group)})"
    return f"{verb} the {first.kind} of each of these {len(codes)} States {span} ({named(codes)})"


def _words(change: Change) -> str:
    if change.kind is ChangeKind.BAR:
        reviewer, reviewed = change.what.split(">")
        return f"lift the bar on {reviewer} reviewing {reviewed} ({change.why})"
    if change.kind is ChangeKind.STATUS:
        code, instrument = change.what.split(" ", 1)
        return f"find out that {code} is party to {instrument}, which is blank"
    if change.what == "additional_counts":
        return "set additional_counts in the rules to false, so that additional reviews do not count to the maximum"
    verb = "raise" if change.to > change.before else "lower"
    return f"{verb} {change.what} in the rules from {change.before} to {change.to}"

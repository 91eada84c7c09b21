"""Why there is no draw, in sentences that can be recounted by hand, and what would open it at the least cost.

A count that fails is shrunk first: States are dropped from it one by one while it still fails, so that the shortest
statement is shown.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapporteur.lots.engines.flow import Cut, Shortage, confined, wanting
from rapporteur.lots.engines.problem import Lists, problem_of
from rapporteur.lots.engines.search import Leaf, NoDraw, search
from rapporteur.lots.terms import BarredPair, Roster, Rules, Side

_SIDES = {Side.OWN: "own-group", Side.OTHER: "other-group", Side.ANY: "open"}


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A change that makes a draw possible; `cost` is the sum of what bounds move, 1 for a bar."""

    cost: int
    sentence: str


def without_forbidden(lists: Lists, leaf: Leaf) -> list[tuple[int, ...]]:
    left = list(lists.candidates)
    for seat, state in leaf.forbidden:
        left[seat] = tuple(candidate for candidate in left[seat] if candidate != state)
    return left


def shrunk(lists: Lists, leaf: Leaf) -> Cut:
    """Return the failing count of a branch with as few States as dropping them one by one leaves."""
    candidates = without_forbidden(lists, leaf)
    cut = leaf.cut
    for state in leaf.cut.states:
        rest = set(cut.states) - {state}
        if cut.shortage is Shortage.REVIEWERS:
            shorter = confined(candidates, lists.highest, rest)
        else:
            shorter = wanting(candidates, lists.lowest, rest)
        cut = shorter or cut
    return cut


def sentences(lists: Lists, proof: NoDraw) -> list[str]:
    """Return the proof, one sentence for each branch."""
    return [_supposition(lists, leaf) + sentence(lists, shrunk(lists, leaf)) for leaf in proof.leaves]


def sentence(lists: Lists, cut: Cut) -> str:
    codes = [lists.states[state] for state in cut.states]
    seats = _seats(lists, cut.seats)
    if cut.shortage is Shortage.REVIEWERS:
        if not codes:
            return f"{seats} can be filled by no State."
        who = f"only by these {len(codes)} States" if len(codes) > 1 else "only by one State"
        return f"{seats} can be filled {who}, which may take at most {cut.available}: {', '.join(codes)}."
    who = f"These {len(codes)} States" if len(codes) > 1 else "One State"
    return (
        f"{who} must perform at least {cut.needed} reviews but only {cut.available} seats are open: {', '.join(codes)}."
    )


def _seats(lists: Lists, seats: Sequence[int]) -> str:
    sides = Counter(lists.seats[seat].side for seat in seats)
    parts = [f"{count} {_SIDES[side]}" for side, count in sorted(sides.items())]
    listed = ", ".join(str(lists.seats[seat]) for seat in seats)
    return f"The {' and '.join(parts)} seat{'s' if len(seats) > 1 else ''} {listed}"


def _supposition(lists: Lists, leaf: Leaf) -> str:
    if not leaf.forbidden:
        return ""
    parts = [f"{lists.states[state]} does not take {lists.seats[seat]}" for seat, state in leaf.forbidden]
    return f"If {' and '.join(parts)}: "


def relaxations(roster: Roster, rules: Rules, *, at_most: int = 3) -> list[Relaxation]:
    """Return the cheapest changes that open a draw: of one maximum or minimum, of all, or of a bar."""
    lists = problem_of(roster, rules).lists()
    proof = search(lists)
    if not isinstance(proof, NoDraw):
        return []
    cuts = [shrunk(lists, leaf) for leaf in proof.leaves]
    states = sorted({state for cut in cuts for state in cut.states})
    found = [
        *(r for state in states if (r := _one_bound(roster, rules, lists.states[state]))),
        *(r for entry in rules.barred if (r := _one_bar(roster, rules, entry))),
        *_all_bounds(roster, rules),
    ]
    return sorted(found, key=lambda relaxation: (relaxation.cost, relaxation.sentence))[:at_most]


def _opens(roster: Roster, rules: Rules) -> bool:
    return isinstance(search(problem_of(roster, rules).lists()), tuple)


def _one_bound(roster: Roster, rules: Rules, code: str) -> Relaxation | None:
    state = next(state for state in roster.states if state.code == code)
    high = rules.maximum if state.maximum is None else state.maximum
    low = rules.minimum if state.minimum is None else state.minimum
    for step in range(1, 4):
        for changed, words in (
            (replace(state, maximum=high + step), f"Raise the maximum of {code} from {high} to {high + step}."),
            (replace(state, minimum=low - step), f"Lower the minimum of {code} from {low} to {low - step}."),
        ):
            if (changed.minimum or 0) < 0:
                continue
            others = tuple(changed if other is state else other for other in roster.states)
            if _opens(replace(roster, states=others), rules):
                return Relaxation(step, words)
    return None


def _one_bar(roster: Roster, rules: Rules, entry: BarredPair) -> Relaxation | None:
    left = tuple(other for other in rules.barred if other != entry)
    pair = entry.pair
    if not _opens(roster, replace(rules, barred=left)):
        return None
    return Relaxation(1, f"Lift the bar on {pair.reviewer} reviewing {pair.reviewed} ({entry.reason}).")


def _all_bounds(roster: Roster, rules: Rules) -> list[Relaxation]:
    found = []
    count = len(roster.states)
    for step in range(1, 4):
        if _opens(roster, replace(rules, maximum=rules.maximum + step)):
            words = f"Raise the maximum of the rules from {rules.maximum} to {rules.maximum + step}."
            found.append(Relaxation(step * count, words))
            break
    for step in range(1, rules.minimum + 1):
        if _opens(roster, replace(rules, minimum=rules.minimum - step)):
            words = f"Lower the minimum of the rules from {rules.minimum} to {rules.minimum - step}."
            found.append(Relaxation(step * count, words))
            break
    return found

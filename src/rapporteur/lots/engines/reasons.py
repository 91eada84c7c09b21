"""Why there is no draw, in sentences that can be recounted by hand.

A count that fails is shrunk first: States are dropped from it one by one while it still fails, so that the shortest
statement is shown. What would open the draw is in `relaxing`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from rapporteur.lots.engines.flow import Cut, Shortage, confined, wanting
from rapporteur.lots.engines.problem import Lists
from rapporteur.lots.engines.search import Leaf, NoDraw
from rapporteur.lots.terms import Side

NAMED: Final = 12  # in one sentence; the structured forms have all
_SIDES = {Side.OWN: "own-group", Side.OTHER: "other-group", Side.ANY: "open"}


@dataclass(frozen=True, slots=True)
class Relaxation:
    """Changes that together make a draw possible; `cost` is the sum of what bounds move, 1 for a bar.

    `changes` is the whole of what the sentence says: kind, what, before, to.
    """

    cost: int
    sentence: str
    changes: tuple[tuple[str, str, int, int], ...] = ()


def named(items: Iterable[object]) -> str:
    """Return a list in words, cut where it gets too long to be read."""
    words = [str(item) for item in items]
    more = len(words) - NAMED
    return ", ".join(words) if more <= 1 else f"{', '.join(words[:NAMED])} and {more} more"


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
        return f"{seats} can be filled {who}, which may take at most {cut.available}: {named(codes)}."
    who = f"These {len(codes)} States" if len(codes) > 1 else "One State"
    return f"{who} must perform at least {cut.needed} reviews but only {cut.available} seats are open: {named(codes)}."


def _seats(lists: Lists, seats: Sequence[int]) -> str:
    sides = Counter(lists.seats[seat].side for seat in seats)
    parts = [f"{count} {_SIDES[side]}" for side, count in sorted(sides.items())]
    listed = named(lists.seats[seat] for seat in seats)
    return f"The {' and '.join(parts)} seat{'s' if len(seats) > 1 else ''} {listed}"


def _supposition(lists: Lists, leaf: Leaf) -> str:
    if not leaf.forbidden:
        return ""
    parts = [f"{lists.states[state]} does not take {lists.seats[seat]}" for seat, state in leaf.forbidden]
    return f"If {' and '.join(parts)}: "

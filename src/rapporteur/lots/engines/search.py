"""The complete search: a valid draw, or the proof that there is none.

A flow settles the counts. Where it leaves two seats that cannot both stand, a short repair is tried; where that
fails, one of the two pairings is forbidden and then the other. If nothing is left, every branch ends in a count that
cannot come right: `reasons` puts these into words.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from rapporteur.lots.engines.flow import Cut, Flow
from rapporteur.lots.engines.problem import Assignment, Lists, first_clash

BRANCHES: Final = 10_000

Forbidden = tuple[tuple[int, int], ...]  # (seat, State) that a branch leaves out


@dataclass(frozen=True, slots=True)
class Leaf:
    """The end of a branch: what it forbade, and the count that then fails."""

    forbidden: Forbidden
    cut: Cut


@dataclass(frozen=True, slots=True)
class NoDraw:
    """The proof that no valid draw exists: in every branch some count fails. Without clashes there is one leaf."""

    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class Undecided:
    """Neither a draw nor a proof after so many branches."""

    branches: int

    def __str__(self) -> str:
        return f"undecided after {self.branches} branches"


def search(lists: Lists, *, limit: int = BRANCHES) -> Assignment | NoDraw | Undecided:
    """Return a valid assignment of the seats, or the proof that there is none, or that the limit came first."""
    leaves: list[Leaf] = []
    branches: list[Forbidden] = [()]
    for _ in range(limit):
        if not branches:
            return NoDraw(tuple(leaves))
        forbidden = branches.pop()
        left = replace(lists, candidates=tuple(_without(lists, forbidden)))
        found = Flow(left.candidates, lists.lowest, lists.highest).solve()
        if isinstance(found, Cut):
            leaves.append(Leaf(forbidden, found))
            continue
        found = _repaired(left, found)
        clash = first_clash(lists.owner, found, mutual_barred=lists.mutual_barred)
        if clash is None:
            return found
        branches.extend((*forbidden, (seat, found[seat])) for seat in reversed(clash))
    return Undecided(limit) if branches else NoDraw(tuple(leaves))


def _without(lists: Lists, forbidden: Forbidden) -> list[tuple[int, ...]]:
    left = list(lists.candidates)
    for seat, state in forbidden:
        left[seat] = tuple(candidate for candidate in left[seat] if candidate != state)
    return left


def _repaired(lists: Lists, found: Assignment) -> Assignment:
    """Return the assignment with as many of its clashes repaired as a few single changes and swaps can, in order.

    The first clash that is left is one that resists: the right one to branch on.
    """
    now = list(found)
    for _ in range(2 * len(now)):
        clash = first_clash(lists.owner, now, mutual_barred=lists.mutual_barred)
        change = next((change for seat in clash or () for change in _changes(lists, now, seat)), None)
        if change is None:
            break
        for seat, state in change:
            now[seat] = state
    return tuple(now)


def _changes(lists: Lists, now: list[int], seat: int) -> Iterator[list[tuple[int, int]]]:
    """Yield the changes that give a seat another reviewer without a clash at the seats they touch."""
    loads = [0] * len(lists.states)
    for state in now:
        loads[state] += 1
    pairs = {(state, lists.owner[at]) for at, state in enumerate(now)}
    old = now[seat]
    if loads[old] > lists.lowest[old]:
        for state in lists.candidates[seat]:
            if loads[state] < lists.highest[state] and _fits(lists, pairs, state, seat):
                yield [(seat, state)]
    for other, state in enumerate(now):
        if state != old and state in lists.candidates[seat] and old in lists.candidates[other]:
            rest = pairs - {(old, lists.owner[seat]), (state, lists.owner[other])}
            if _fits(lists, rest, state, seat) and _fits(lists, rest | {(state, lists.owner[seat])}, old, other):
                yield [(seat, state), (other, old)]


def _fits(lists: Lists, pairs: set[tuple[int, int]], state: int, seat: int) -> bool:
    owner = lists.owner[seat]
    return (state, owner) not in pairs and not (lists.mutual_barred and (owner, state) in pairs)

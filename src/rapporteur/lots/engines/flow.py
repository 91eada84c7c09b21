"""Seats and States as a flow: fill every seat, load every State within its bounds, or name what makes it impossible.

Clashes between seats are left to `search`. If every seat can be filled within the highest loads, and every lowest load
can be met from the seats there are, then both can be had at once; so each refusal is one of two plain counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapporteur.lots.engines.problem import Assignment

Candidates = Sequence[Sequence[int]]


class Shortage(StrEnum):
    """What there is too little of: States for some seats, or seats for some States' minimum."""

    REVIEWERS = "reviewers"
    SEATS = "seats"


@dataclass(frozen=True, slots=True)
class Cut:
    """A count that cannot come right.

    REVIEWERS: `seats` can be filled by `states` alone, who may take fewer. SEATS: `states` must take more than the
    `seats` that are open to any of them.
    """

    shortage: Shortage
    states: tuple[int, ...]
    seats: tuple[int, ...]
    needed: int
    available: int


class Flow:
    """The search for one assignment."""

    def __init__(self, candidates: Candidates, lowest: Sequence[int], highest: Sequence[int]) -> None:
        self._candidates = candidates
        self._lowest, self._highest = lowest, highest
        self._held: list[list[int]] = [[] for _ in lowest]
        self._reviewer = [-1] * len(candidates)

    def solve(self) -> Assignment | Cut:
        for seat, candidates in enumerate(self._candidates):
            free = [s for s in candidates if len(self._held[s]) < self._highest[s]]
            if free:
                self._place(seat, min(free, key=lambda s: (len(self._held[s]), s)))
        for seat in range(len(self._candidates)):
            if self._reviewer[seat] < 0 and (cut := self._fill(seat)):
                return cut
        open_to: list[list[int]] = [[] for _ in self._lowest]
        for seat, candidates in enumerate(self._candidates):
            for state in candidates:
                open_to[state].append(seat)
        for state, low in enumerate(self._lowest):
            while len(self._held[state]) < low:
                if cut := self._raise(state, open_to):
                    return cut
        return tuple(self._reviewer)

    def _place(self, seat: int, state: int) -> None:
        if self._reviewer[seat] >= 0:
            self._held[self._reviewer[seat]].remove(seat)
        self._reviewer[seat] = state
        self._held[state].append(seat)

    def _fill(self, start: int) -> Cut | None:
        """Fill a seat by moving others along, or return the States that all its ways lead to, all of them full."""
        came: dict[int, int] = {}  # State -> the seat from which it was reached
        queue = [start]
        for seat in queue:
            for state in self._candidates[seat]:
                if state in came:
                    continue
                came[state] = seat
                if len(self._held[state]) < self._highest[state]:
                    self._move(seat, state, came, start)
                    return None
                queue.extend(self._held[state])
        return confined(self._candidates, self._highest, set(came))

    def _move(self, seat: int, state: int, came: dict[int, int], start: int) -> None:
        while seat != start:
            before = self._reviewer[seat]
            self._place(seat, state)
            seat, state = came[before], before
        self._place(start, state)

    def _raise(self, start: int, open_to: list[list[int]]) -> Cut | None:
        """Give a State one seat more, from one that can spare it; or return the States among whom none can."""
        came: dict[int, tuple[int, int]] = {start: (start, -1)}  # State -> who takes which seat from it
        queue = [start]
        for state in queue:
            for seat in open_to[state]:
                holder = self._reviewer[seat]
                if holder in came:
                    continue
                came[holder] = (state, seat)
                if len(self._held[holder]) > self._lowest[holder]:
                    while holder != start:
                        holder, taken = came[holder]
                        self._place(taken, holder)
                    return None
                queue.append(holder)
        return wanting(self._candidates, self._lowest, set(came))


def confined(candidates: Candidates, highest: Sequence[int], states: set[int]) -> Cut | None:
    """Return the count of the seats that only these States can fill, where they may take fewer; else None."""
    seats = tuple(seat for seat, found in enumerate(candidates) if states.issuperset(found))
    available = sum(highest[state] for state in states)
    if len(seats) <= available:
        return None
    return Cut(Shortage.REVIEWERS, tuple(sorted(states)), seats, len(seats), available)


def wanting(candidates: Candidates, lowest: Sequence[int], states: set[int]) -> Cut | None:
    """Return the count of the seats open to these States, where they must take more; else None."""
    seats = tuple(seat for seat, found in enumerate(candidates) if not states.isdisjoint(found))
    needed = sum(lowest[state] for state in states)
    if needed <= len(seats):
        return None
    return Cut(Shortage.SEATS, tuple(sorted(states)), seats, needed, len(seats))

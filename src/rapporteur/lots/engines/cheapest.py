"""The cheapest way to fill all seats where the bounds do not allow it: how far each bound must move, and which bars go.

A flow of least cost. To exceed a maximum by one costs one, to fall short of a minimum by one costs one, to lift a bar
costs one; seats are placed one after another, each along the cheapest chain of moves (successive shortest paths). Among
ways that cost the same, the one that spreads the changes over most States is taken. What the flow does not know, that
two seats may clash, is branched on: the cheapest branch first, so that the first one without a clash is the cheapest.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import heappop, heappush
from typing import Final

from rapporteur.lots.engines.problem import Assignment, Lists, first_clash
from rapporteur.lots.engines.search import Forbidden, search

_ONE: Final = 1 << 24  # one change; the small rest of a cost only spreads changes evenly
_NEVER: Final = 1 << 48
_WORK: Final = 2_000  # seats times branches
_FEWEST: Final = 3
_REPAIRS: Final = 20

Lifts = Mapping[int, Collection[int]]  # by seat, the States that a bar keeps from it


@dataclass(frozen=True, slots=True)
class Rigid:
    """The States whose maximum, and those whose minimum, may not move."""

    maxima: frozenset[int] = frozenset()
    minima: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Least:
    """What must change at the least: by State how far its maximum rises and its minimum falls, and the bars lifted.

    `lifted` are pairs of a State and one under review.
    """

    raised: dict[int, int] = field(default_factory=dict)
    lowered: dict[int, int] = field(default_factory=dict)
    lifted: tuple[tuple[int, int], ...] = ()

    @property
    def cost(self) -> int:
        return sum(self.raised.values()) + sum(self.lowered.values()) + len(self.lifted)


def cheapest(lists: Lists, lifts: Lifts, rigid: Rigid = Rigid()) -> Least | None:
    """Return the cheapest changes with which all seats can be filled; None where none do, or none are found in time."""
    queue: list[tuple[int, int, Forbidden, Assignment]] = []

    def add(forbidden: Forbidden, number: int) -> None:
        candidates = _left(lists.candidates, forbidden)
        flow = CheapFlow(candidates, _left_lifts(lifts, forbidden), lists.lowest, lists.highest, rigid)
        if (found := flow.solve()) is not None:
            heappush(queue, (flow.cost, number, forbidden, found))

    add((), 0)
    for number in range(1, 1 + max(_FEWEST, _WORK // max(1, len(lists.seats)))):
        if not queue:
            return None
        _, _, forbidden, found = heappop(queue)
        least = _least(lists, lifts, found)
        if isinstance(search(_relaxed(lists, lifts, least), limit=_REPAIRS), tuple):
            return least
        for offset, seat in enumerate(first_clash(lists.owner, found, mutual_barred=lists.mutual_barred) or ()):
            add((*forbidden, (seat, found[seat])), 2 * number + offset)
    return None


class _Reach:
    """How far one search has come: what each State costs at the least, and the seat that would take it."""

    def __init__(self) -> None:
        self.least: dict[int, int] = {}
        self.came: dict[int, int] = {}
        self.queue: list[tuple[int, int]] = []
        self._within: dict[int, set[int]] = {}

    def within(self, price: int) -> set[int]:
        """Return the States that cost no more than this."""
        if price not in self._within:
            self._within[price] = {state for state, least in self.least.items() if least <= price}
        return self._within[price]

    def add(self, state: int, price: int, seat: int) -> None:
        self.least[state], self.came[state] = price, seat
        for limit, states in self._within.items():
            if price <= limit:
                states.add(state)
        heappush(self.queue, (price, state))


class CheapFlow:
    """The flow of least cost, clashes left aside."""

    def __init__(
        self,
        candidates: Sequence[Sequence[int]],
        lifts: Lifts,
        lowest: Sequence[int],
        highest: Sequence[int],
        rigid: Rigid,
    ) -> None:
        self._free = [frozenset(listed) for listed in candidates]
        self._lifts = [frozenset(lifts.get(seat, ())) - free for seat, free in enumerate(self._free)]
        self._lowest, self._highest, self._rigid = lowest, highest, rigid
        self._held: list[list[int]] = [[] for _ in lowest]
        self._reviewer = [-1] * len(candidates)
        self._base = (_NEVER if rigid.minima else _ONE) + max(lowest, default=0)  # so that no price is negative
        self._lifted = 0  # seats placed across a bar
        self.cost = 0
        self.steps = 0  # how many seats were looked at

    def solve(self) -> Assignment | None:
        """Return the cheapest assignment; None where a seat has nobody at all or a fixed bound is in the way."""
        self._next = [self._price(state, 1) for state in range(len(self._held))]
        for seat in range(len(self._free)):
            if not self._place_directly(seat) and not self._fill(seat):
                return None
        for state, low in enumerate(self._lowest):
            self.cost += sum(self._short(state) + low - seat for seat in range(1, low + 1))
        self.cost -= self._base * len(self._free)
        return tuple(self._reviewer) if self.cost < _NEVER else None

    def _short(self, state: int) -> int:
        return _NEVER if state in self._rigid.minima else _ONE

    def _price(self, state: int, count: int) -> int:
        """Return what one seat more costs a State, its seat number `count`: rising with the count, never negative."""
        price = self._base
        if (missing := self._lowest[state] - count) >= 0:
            price -= self._short(state) + missing
        if (over := count - self._highest[state]) > 0:
            price += (_NEVER if state in self._rigid.maxima else _ONE) + over
        return price

    def _place_directly(self, seat: int) -> bool:
        """Place a seat with the State that costs least of all, if it may have it: nothing could be cheaper."""
        if self._lifted or not self._free[seat]:
            return False
        state = min(self._free[seat], key=lambda at: (self._next[at], at))
        if self._next[state] > min(self._next):
            return False
        self.steps += 1
        self._move(seat, state, {state: seat})
        return True

    def _fill(self, start: int) -> bool:
        """Place a seat along the cheapest chain: it takes a State, whose seat takes another State, and so on."""
        reach = _Reach()
        best, end = 2 * _NEVER * (len(self._free) + 1), -1
        floor = self._floor()
        self._spread(start, 0, reach)
        while reach.queue:
            cost, state = heappop(reach.queue)
            if cost > reach.least[state]:
                continue
            if cost + floor >= best:
                break
            if cost + self._next[state] < best:
                best, end = cost + self._next[state], state
            for seat in self._held[state]:
                self._spread(seat, cost - (_ONE if state in self._lifts[seat] else 0), reach)
        if end < 0:
            return False
        self._move(start, end, reach.came)
        return True

    def _floor(self) -> int:
        """Return the least that a chain can still cost. To take a seat back across a bar saves no more than it cost."""
        if not self._lifted:
            return min(self._next)
        return min(self._price(state, max(1, len(held))) for state, held in enumerate(self._held))

    def _spread(self, seat: int, cost: int, reach: _Reach) -> None:
        self.steps += 1
        for states, price in ((self._free[seat], cost), (self._lifts[seat], cost + _ONE)):
            for state in states - reach.within(price) if states else ():
                reach.add(state, price, seat)

    def _move(self, start: int, end: int, came: Mapping[int, int]) -> None:
        self.cost += self._next[end]
        state, seat = end, came[end]
        while True:
            before = self._reviewer[seat]
            self._change(seat, before, -1)
            self._change(seat, state, 1)
            self._reviewer[seat] = state
            if seat == start:
                break
            state, seat = before, came[before]
        self._next[end] = self._price(end, len(self._held[end]) + 1)

    def _change(self, seat: int, state: int, by: int) -> None:
        """Give a seat to a State, or take it away again."""
        if state < 0:
            return
        if by > 0:
            self._held[state].append(seat)
        else:
            self._held[state].remove(seat)
        if state in self._lifts[seat]:
            self._lifted += by
            self.cost += by * _ONE


def _least(lists: Lists, lifts: Lifts, found: Assignment) -> Least:
    loads = [0] * len(lists.states)
    for state in found:
        loads[state] += 1
    bounds = list(zip(loads, lists.lowest, lists.highest, strict=True))
    pairs = {
        (state, lists.owner[seat])
        for seat, state in enumerate(found)
        if state in lifts.get(seat, ()) and state not in lists.candidates[seat]
    }
    return Least(
        raised={state: load - high for state, (load, _, high) in enumerate(bounds) if load > high},
        lowered={state: low - load for state, (load, low, _) in enumerate(bounds) if load < low},
        lifted=tuple(sorted(pairs)),
    )


def _relaxed(lists: Lists, lifts: Lifts, least: Least) -> Lists:
    """Return the lists with the changes made."""
    lifted = set(least.lifted)
    candidates = []
    for seat, (owner, listed) in enumerate(zip(lists.owner, lists.candidates, strict=True)):
        more = {state for state in lifts.get(seat, ()) if (state, owner) in lifted}
        candidates.append(tuple(sorted({*listed, *more})) if more else listed)
    return replace(
        lists,
        candidates=tuple(candidates),
        lowest=tuple(low - least.lowered.get(state, 0) for state, low in enumerate(lists.lowest)),
        highest=tuple(high + least.raised.get(state, 0) for state, high in enumerate(lists.highest)),
    )


def _left(candidates: Sequence[Sequence[int]], forbidden: Forbidden) -> list[Sequence[int]]:
    left = list(candidates)
    for seat, state in forbidden:
        left[seat] = [candidate for candidate in left[seat] if candidate != state]
    return left


def _left_lifts(lifts: Lifts, forbidden: Forbidden) -> Lifts:
    left = dict(lifts)
    for seat, state in forbidden:
        left[seat] = frozenset(left.get(seat, ())) - {state}
    return left

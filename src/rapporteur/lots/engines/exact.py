"""The exact sampler: every valid draw has the same chance.

An attempt lets each free seat pick the block that supplies it, keeps the choice with the odds that make it uniform, and
then deals every block's seats to its members. Whatever else the rules forbid discards the whole attempt. Why this is
uniform stands in docs/explanation/draw.md; `verify.py` repeats it without a line of this file.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import isqrt
from typing import Final

from rapporteur.lots.engines.loads import tree
from rapporteur.lots.engines.problem import Assignment, Problem
from rapporteur.lots.engines.streams import Stream, attempt_key
from rapporteur.lots.engines.weights import weights

ODDS_BITS: Final = 16  # an odds of 1 is 2**16
ODDS_ROUNDS: Final = 24
SHARE_BITS: Final = 192  # a share of 1, that of its block's peak, is 2**192
FINENESS: Final = 4096
COARSE_BITS: Final = 64
COIN_BITS: Final = 128

Accepts = Callable[[Assignment], bool]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A draw and how it was come by. `attempt` counts from 0; `discarded` says how often each reason ended one."""

    assignment: Assignment
    attempt: int
    discarded: dict[str, int]


class Discarded(Exception):
    """An attempt that came to nothing, for the reason named."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Block:
    """A block's members, the seats that only it supplies, and the weight of each number of free seats it may get."""

    members: tuple[int, ...]
    own_seats: tuple[int, ...]
    bounds: tuple[tuple[int, int], ...]
    weights: tuple[int, ...]


class Sampler:
    """The set-up of a problem, once, and then as many attempts as wanted.

    `accepts` is what else a draw must satisfy: that it can be completed.
    """

    def __init__(self, problem: Problem, *, accepts: Accepts | None = None) -> None:
        self.problem = problem
        self._accepts = accepts
        own = [len(reach) == 1 and reach[0] == problem.block_of[owner] for reach, owner in _ends(problem)]
        self.free = tuple(seat for seat, is_own in enumerate(own) if not is_own)
        self.blocks = tuple(_block(problem, block, own, len(self.free)) for block in range(len(problem.blocks)))
        self.odds = _odds(self.blocks, [problem.reach[seat] for seat in self.free])
        self._shares = [_shares(b.weights, odds) for b, odds in zip(self.blocks, self.odds, strict=True)]
        # A seat that no block supplies leaves nothing to draw.
        self._ceiling = _ceiling(self._shares, len(self.free)) if all(problem.reach) else 0

    @property
    def is_empty(self) -> bool:
        """Return whether no draw at all can come of this, by the count alone."""
        return self._ceiling == 0

    def draw(self, key: bytes, *, attempts: int) -> Drawn | None:
        """Return the first attempt that comes to a draw, None if none of so many does."""
        discarded: dict[str, int] = {}
        for number in range(0 if self.is_empty else attempts):
            try:
                return Drawn(self.attempt(Stream(attempt_key(key, number))), number, discarded)
            except Discarded as end:
                discarded[end.reason] = discarded.get(end.reason, 0) + 1
        return None

    def attempt(self, stream: Stream) -> Assignment:
        """Return the draw that a stream gives. Raises: Discarded."""
        problem = self.problem
        received = self._supplied(stream)
        self._keep(received, stream)
        reviewers = [-1] * len(problem.seats)
        for block, extra in zip(self.blocks, received, strict=True):
            seats = (*block.own_seats, *extra)
            for seat, reviewer in zip(seats, _dealt(problem, block, len(seats), stream), strict=True):
                if not problem.allows(seat, reviewer):
                    raise Discarded("barred")
                reviewers[seat] = reviewer
        if problem.clash(reviewers):
            raise Discarded("mutual")
        assignment = tuple(reviewers)
        if self._accepts and not self._accepts(assignment):
            raise Discarded("incompletable")
        return assignment

    def _supplied(self, stream: Stream) -> list[list[int]]:
        """Return the free seats that each block is to supply: each seat picks among its blocks, with their odds."""
        received: list[list[int]] = [[] for _ in self.blocks]
        odds = self.odds
        totals = {reach: sum(odds[block] for block in reach) for reach in set(self.problem.reach)}
        for seat in self.free:
            reach = self.problem.reach[seat]
            block = reach[0]
            if len(reach) > 1:
                rest = stream.below(totals[reach])
                for block in reach:
                    rest -= odds[block]
                    if rest < 0:
                        break
            received[block].append(seat)
        return received

    def _keep(self, received: list[list[int]], stream: Stream) -> None:
        """Keep the choice with odds of its share to the largest share there is. Raises: Discarded."""
        coin = stream.take(COIN_BITS // 32)
        share = 1
        for shares, extra in zip(self._shares, received, strict=True):
            share *= shares.get(len(extra), 0)
        scale = SHARE_BITS * len(self.blocks) - COARSE_BITS
        if coin * self._ceiling << scale >= share << COIN_BITS:
            raise Discarded("share")


def _ends(problem: Problem) -> list[tuple[tuple[int, ...], int]]:
    return list(zip(problem.reach, problem.owner, strict=True))


def _block(problem: Problem, block: int, own: list[bool], free: int) -> Block:
    members = tuple(state for state, home in enumerate(problem.block_of) if home == block)
    bounds = {state: (problem.lowest[state], problem.highest[state]) for state in members}
    seats = tuple(seat for seat, state in enumerate(problem.owner) if own[seat] and state in bounds)
    owners = {problem.owner[seat] for seat in seats}
    counts = weights(
        tuple(sorted(bounds[state] for state in members if state in owners)),
        tuple(sorted(bounds[state] for state in members if state not in owners)),
        mutual_barred=problem.mutual_barred,
    )
    return Block(members, seats, tuple(bounds.values()), counts[len(seats) : len(seats) + free + 1])


def _odds(blocks: tuple[Block, ...], reaches: list[tuple[int, ...]]) -> list[int]:
    """Return the odds of each block, near those that make the free seats' choices and the weights agree.

    Any positive odds are correct; these are fast. Each round takes the mean of the old odds and of the ratio of weights
    at the number of seats that the old odds lead one to expect.
    """
    odds = [1 << ODDS_BITS] * len(blocks)
    calls: dict[tuple[int, ...], int] = {}
    for reach in reaches:
        calls[reach] = calls.get(reach, 0) + 1
    for _ in range(ODDS_ROUNDS):
        expected = [
            sum(
                count * (odds[block] << ODDS_BITS) // sum(odds[b] for b in reach)
                for reach, count in calls.items()
                if block in reach
            )
            >> ODDS_BITS
            for block in range(len(blocks))
        ]
        odds = [_nearer(old, b.weights, mean) for old, b, mean in zip(odds, blocks, expected, strict=True)]
    return odds


def _nearer(old: int, counts: tuple[int, ...], mean: int) -> int:
    """Return the geometric mean of the old odds and of W(m + 1) / W(m), m the mean or the nearest that has both.

    A block that can take one number of free seats alone, as late in a ceremony, is steered towards it by doubling or
    halving its odds.
    """
    known = [m for m in range(len(counts) - 1) if counts[m] and counts[m + 1]]
    if not known:
        only = next((m for m, count in enumerate(counts) if count), mean)
        return 2 * old if only > mean else max(1, old // 2) if only < mean else old
    at = min(known, key=lambda m: (abs(m - mean), m))
    return max(1, isqrt(old * ((counts[at + 1] << ODDS_BITS) // counts[at])))


def _shares(counts: tuple[int, ...], odds: int) -> dict[int, int]:
    """Return by number of free seats m the weight over odds**m, that of the peak being 2**192; no zeros.

    The peak is the first m at which 4096 bits(W(m)) - m (bits(odds**4096) - 16 * 4096) is largest: nearly the largest
    share, which is all that is needed.
    """
    slope = (odds**FINENESS).bit_length() - ODDS_BITS * FINENESS
    heights = {m: FINENESS * count.bit_length() - m * slope for m, count in enumerate(counts) if count}
    if not heights:
        return {}
    peak = max(heights, key=lambda m: (heights[m], -m))
    near = heights[peak] - FINENESS * (SHARE_BITS + 8)  # what lies lower rounds to 0 in any case
    shares = {m: _share(counts, odds, m, peak) for m, height in heights.items() if height > near}
    return {m: share for m, share in shares.items() if share}


def _share(counts: tuple[int, ...], odds: int, m: int, peak: int) -> int:
    power: int = odds ** abs(m - peak)
    scale = ODDS_BITS * abs(m - peak)
    if m >= peak:
        return (counts[m] << SHARE_BITS + scale) // (counts[peak] * power)
    return (counts[m] * power << SHARE_BITS) // (counts[peak] << scale)


def _ceiling(shares: list[dict[int, int]], free: int) -> int:
    """Return a bound on the product of shares over all numbers that add up to the free seats, 1 being 2**64.

    Rounded up at each step; 0 when no numbers add up.
    """
    best = {0: 1 << COARSE_BITS}
    for index, block in enumerate(shares):
        coarse = [(m, (share >> SHARE_BITS - COARSE_BITS) + 1) for m, share in block.items()]
        is_last = index == len(shares) - 1
        grown: dict[int, int] = {}
        for total, bound in best.items():
            for m, share in coarse:
                place = total + m
                if place > free or (is_last and place != free):
                    continue
                value = (bound * share >> COARSE_BITS) + 1
                if value > grown.get(place, 0):
                    grown[place] = value
        best = grown
    return best.get(free, 0)


def _dealt(problem: Problem, block: Block, seats: int, stream: Stream) -> list[int]:
    """Return the reviewers of a block's seats, its own seats first.

    A deal with a self-review or a mutual pair is dealt again, which the weights have counted on.
    """
    root = tree(block.bounds) if block.members else None
    owners = [problem.owner[seat] for seat in block.own_seats]
    while True:
        loads: list[int] = []
        if root:
            root.draw(seats, stream, loads)
        hand = [member for member, load in zip(block.members, loads, strict=True) for _ in range(load)]
        if _shuffled(hand, owners, stream, mutual_barred=problem.mutual_barred):
            return hand


def _shuffled(hand: list[int], owners: list[int], stream: Stream, *, mutual_barred: bool) -> bool:
    """Shuffle from the front; stop, and return False, at a self-review and, after the own seats, at a mutual pair."""
    below = stream.below
    count = len(hand)
    for at, owner in enumerate(owners):
        pick = at + below(count - at)
        hand[at], hand[pick] = hand[pick], hand[at]
        if hand[at] == owner:
            return False
    if mutual_barred:
        reviewer = dict(zip(owners, hand, strict=False))
        if any(reviewer.get(other) == owner for owner, other in reviewer.items()):
            return False
    for at in range(len(owners), count):
        pick = at + below(count - at)
        hand[at], hand[pick] = hand[pick], hand[at]
    return True

"""How many reviews each member of a block takes, drawn with the odds that a uniform deal of its seats gives them.

The list of members is halved again and again. Each node knows in how many ways its members can take j seats (over
j!); a draw goes down the tree and decides at each node how many of its seats the left half takes.
"""

from functools import lru_cache
from math import factorial

from rapporteur.lots.engines.streams import Stream
from rapporteur.lots.engines.weights import Bounds, power_product


class Node:
    """A run of members: `ways[j - lowest]` is the coefficient of u**j in the product of their load polynomials."""

    __slots__ = ("highest", "left", "lowest", "right", "size", "ways")

    def __init__(self, members: tuple[Bounds, ...]) -> None:
        self.size = len(members)
        self.lowest = sum(low for low, _ in members)
        self.highest = sum(high for _, high in members)
        self.left: Node | None = None
        self.right: Node | None = None
        half = self.size // 2
        if half:
            self.left, self.right = tree(members[:half]), tree(members[half:])
        self.ways = _ways(members, self.left, self.right)

    def draw(self, seats: int, stream: Stream, loads: list[int]) -> None:
        """Append the load of each member, in order, for so many seats in all."""
        left, right = self.left, self.right
        if left is None or right is None:
            loads.append(seats)
            return
        share = _share(self, left, right, seats, stream)
        left.draw(share, stream, loads)
        right.draw(seats - share, stream, loads)


@lru_cache(maxsize=4096)
def tree(members: tuple[Bounds, ...]) -> Node:
    return Node(members)


def _ways(members: tuple[Bounds, ...], left: Node | None, right: Node | None) -> list[int]:
    low, high = members[0]
    terms = [factorial(high) // factorial(t) for t in range(low, high + 1)]
    if left is None or right is None:
        return terms
    if len(set(members)) == 1:
        return power_product(terms, len(members), [1], 0)
    ways = [0] * (len(left.ways) + len(right.ways) - 1)
    for i, x in enumerate(left.ways):
        for j, y in enumerate(right.ways):
            ways[i + j] += x * y
    return ways


def _share(node: Node, left: Node, right: Node, seats: int, stream: Stream) -> int:
    """Return how many seats the left half takes.

    One number below all ways is counted down over the shares, from the even one outwards: c, c + 1, c - 1, c + 2...
    """
    rest = stream.below(node.ways[seats - node.lowest])
    least = max(left.lowest, seats - right.highest)
    most = min(left.highest, seats - right.lowest)
    share = even = min(max(seats * left.size // node.size, least), most)
    lefts, rights = left.ways, right.ways
    low, spare = left.lowest, seats - right.lowest
    step = 0
    while True:
        if least <= share <= most:
            rest -= lefts[share - low] * rights[spare - share]
            if rest < 0:
                return share
        step = 1 - step if step <= 0 else -step
        share = even + step

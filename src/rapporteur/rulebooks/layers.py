"""Where the steps stand in the drawing: each a layer below all it needs, with few crossings, the same every time.

A line that passes a layer has a place of its own in it, so that it never runs through a box.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from rapporteur.rulebooks.graph import Needs, in_order

_SWEEPS: Final = 8


@dataclass(frozen=True, slots=True)
class Place:
    """A step in a layer, or (`via`) the place of a line that passes it. `name` tells places of one layer apart."""

    name: str
    via: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """Layers from the top, each in order from the left, and each line as the places it runs through, top to bottom."""

    layers: tuple[tuple[Place, ...], ...]
    lines: tuple[tuple[Place, ...], ...]


def layout(needs: Needs) -> Layout:
    """Return the layers of a graph without a circle."""
    depth: dict[str, int] = {}
    for key in in_order(needs):
        depth[key] = max((depth[one] + 1 for one in needs[key]), default=0)
    layers: list[list[Place]] = [[] for _ in range(max(depth.values()) + 1)]
    for key in needs:
        layers[depth[key]].append(Place(key))
    lines = []
    for key in needs:
        for needed in needs[key]:
            passed = [
                Place(f"{needed} to {key} at {level}", via=True) for level in range(depth[needed] + 1, depth[key])
            ]
            for offset, place in enumerate(passed, start=1):
                layers[depth[needed] + offset].append(place)
            lines.append((Place(needed), *passed, Place(key)))
    return Layout(tuple(tuple(layer) for layer in _untangled(layers, lines)), tuple(lines))


def _untangled(layers: list[list[Place]], lines: Sequence[Sequence[Place]]) -> list[list[Place]]:
    """Put each layer in the order of the middle of its neighbours, downwards and upwards in turn."""
    above: dict[Place, list[Place]] = {}
    below: dict[Place, list[Place]] = {}
    for line in lines:
        for upper, lower in pairwise(line):
            above.setdefault(lower, []).append(upper)
            below.setdefault(upper, []).append(lower)
    best, fewest = [list(layer) for layer in layers], _crossings(layers, below)
    for sweep in range(_SWEEPS):
        down = sweep % 2 == 0
        order = range(1, len(layers)) if down else range(len(layers) - 2, -1, -1)
        for index in order:
            fixed = {place: at for at, place in enumerate(layers[index - 1 if down else index + 1])}
            layers[index] = _sorted(layers[index], above if down else below, fixed)
        if (found := _crossings(layers, below)) < fewest:
            best, fewest = [list(layer) for layer in layers], found
    return best


def _sorted(layer: list[Place], near: Mapping[Place, list[Place]], fixed: Mapping[Place, int]) -> list[Place]:
    def middle(at: int) -> float:
        places = [fixed[one] for one in near.get(layer[at], []) if one in fixed]
        return sum(places) / len(places) if places else float(at)

    return [layer[at] for at in sorted(range(len(layer)), key=lambda at: (middle(at), at))]


def _crossings(layers: Sequence[Sequence[Place]], below: Mapping[Place, list[Place]]) -> int:
    found = 0
    for upper, lower in pairwise(layers):
        at = {place: index for index, place in enumerate(lower)}
        ends = [(index, at[end]) for index, place in enumerate(upper) for end in below.get(place, [])]
        found += sum(1 for a, b in ends for c, d in ends if a < c and b > d)
    return found

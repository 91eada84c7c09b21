"""What a benchmark hands back, and the stop-watch it measures with.

A benchmark is a module `bench_*.py` of this folder with NAME (a short title), BUDGET (the budget in words, as
docs/reference/benchmarks.md prints it), PEER (what a reader may compare it with, "" for nothing) and `run`. A module
with `SIZED = True` is run once for each size, `run(size)`, on an invented register of so many meetings; any other one
once, `run()`, on an empty, migrated database; with `COUNTED = True` it is told `run(full=True)` by `--full`. `tables`
prints what is found; __main__.py does the rest.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number. `limit` is the budget in the same unit, None where there is none."""

    name: str
    amount: float
    unit: str
    limit: float | None = None

    @property
    def is_over(self) -> bool:
        return self.limit is not None and self.amount > self.limit


@dataclass(frozen=True, slots=True)
class Row:
    """One measured case, with the figure that a peer has for the one that `peer_of` names. Same unit."""

    case: str
    figures: tuple[Figure, ...]
    size: int | None = None
    peer: float | None = None
    peer_of: str = ""

    @property
    def verdict(self) -> str:
        """Return "met", "not met" with the budgets that are not, "" where there is no budget."""
        if all(figure.limit is None for figure in self.figures):
            return ""
        over = [f"{figure.name} {figure.limit:,g} {figure.unit}" for figure in self.figures if figure.is_over]
        return f"not met: {', '.join(over)}" if over else "met"

    @property
    def ratio(self) -> float | None:
        """Return how many times ours the peer's figure is."""
        ours = next((figure.amount for figure in self.figures if figure.name == self.peer_of), 0.0)
        return self.peer / ours if self.peer is not None and ours else None


@dataclass(frozen=True, slots=True)
class Times:
    """How long a thing took, several times. Units: seconds."""

    taken: tuple[float, ...]

    @property
    def first(self) -> float:
        return self.taken[0]

    @property
    def median(self) -> float:
        return statistics.median(self.taken)

    @property
    def p95(self) -> float:
        return sorted(self.taken)[max(0, -(-len(self.taken) * 95 // 100) - 1)]

    @property
    def total(self) -> float:
        return sum(self.taken)


def clock(work: Callable[[], object], *, times: int = 1) -> Times:
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return Times(tuple(taken))

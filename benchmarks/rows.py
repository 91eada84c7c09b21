"""What a benchmark hands back, and the stop-watch it measures with.

A benchmark is a module `bench_*.py` of this folder with four names: NAME (a short title), BUDGET (the budget in words,
as docs/reference/benchmarks.md prints it), PEER (what a reader may compare it with, "" for nothing) and
`run() -> list[Row]`. It finds an empty, migrated SQLite database of its own; __main__.py does the rest.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One measured case. `limit` is the budget in the same unit, None where there is none."""

    case: str
    figure: float
    unit: str
    limit: float | None = None

    @property
    def verdict(self) -> str:
        if self.limit is None:
            return ""
        return "within" if self.figure <= self.limit else "OVER"


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

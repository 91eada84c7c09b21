"""Compare the exact sampler and the walk at full size: python -m benchmarks.proof_full_size [DRAWS] [--processes 2]

190 States, whole phase. Load histogram and group totals of so many draws each (2,000 unless said otherwise) may not
differ at p < 0.001, the five measures taken together. A walk of full length takes a second or two; all of them half an
hour or more. What was drawn stays in a file (.make/proof_full_size.jsonl unless --file says otherwise), draw by draw:
stopped, the proof goes on from there, and each run prints the comparison of what there is.
"""

import argparse
import json
import statistics
import sys
from collections.abc import Iterator
from functools import cache
from math import sqrt
from multiprocessing import Pool
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from lots.small import roster, rules, seed
from rapporteur.lots.engines.chain import MAIN_PACE, Walk, steps_of
from rapporteur.lots.engines.exact import Sampler
from rapporteur.lots.engines.problem import Lists, Problem, problem_of
from rapporteur.lots.engines.search import search
from rapporteur.lots.engines.streams import Stream

SIZES = (54, 54, 23, 33, 26)
NAMES = ("three reviews", "one review", "group A", "group C", "group E")
KINDS = ("exact", "walk")
TOLD_EVERY = 50

Job = tuple[str, int]  # how it is drawn, and its number


@cache
def given() -> tuple[Problem, Sampler, Lists, tuple[int, ...]]:
    problem = problem_of(roster(SIZES), rules())
    start = search(problem.lists())
    assert isinstance(start, tuple)
    return problem, Sampler(problem), problem.lists(), start


def measured(job: Job) -> tuple[Job, list[int]]:
    """Return how many States take three reviews and one, and the totals of three groups, of one draw."""
    kind, number = job
    problem, sampler, lists, start = given()
    if kind == "exact":
        found = sampler.draw(seed(f"exact {number}"), attempts=10_000)
        assert found is not None
        draw = found.assignment
    else:
        steps = steps_of(len(lists.seats), pace=MAIN_PACE)
        draw = Walk(lists, start).run(Stream(seed(f"walk {number}")), steps=steps)
    loads = problem.loads(draw)
    by_block = [sum(load for load, home in zip(loads, problem.block_of, strict=True) if home == b) for b in (0, 2, 4)]
    return job, [loads.count(3), loads.count(1), *by_block]


def kept(file: Path) -> dict[Job, list[int]]:
    """Return what was drawn before. A line that was cut off when the proof was stopped is drawn again."""
    lines = file.read_text().splitlines(keepends=True) if file.exists() else []
    whole = [json.loads(line) for line in lines if line.endswith("\n")]
    file.write_text("".join(line for line in lines if line.endswith("\n")))
    return {(kind, number): found for kind, number, found in whole}


def drawn(jobs: list[Job], processes: int) -> Iterator[tuple[Job, list[int]]]:
    if processes == 1:
        yield from map(measured, jobs)
        return
    with Pool(processes) as pool:
        yield from pool.imap_unordered(measured, jobs)


def compare(found: dict[Job, list[int]]) -> int:
    """Print the comparison; return 1 where it fails."""
    sides = [[measures for (kind, _), measures in sorted(found.items()) if kind == side] for side in KINDS]
    if min(map(len, sides)) < len(KINDS):
        return 0
    least = statistics.NormalDist().inv_cdf(1 - 0.001 / 2 / len(NAMES))  # five measures share the thousandth
    scores = []
    for name, a, b in zip(NAMES, *(zip(*side, strict=True) for side in sides), strict=True):
        spread = sqrt(statistics.variance(a) / len(a) + statistics.variance(b) / len(b))
        scores.append((statistics.mean(a) - statistics.mean(b)) / spread)
        print(f"{name}: exact {statistics.mean(a):.2f}, walk {statistics.mean(b):.2f}, z = {scores[-1]:.2f}")
    counts = " and ".join(f"{len(side)} {kind}" for kind, side in zip(KINDS, sides, strict=True))
    print(f"{counts} draws; largest |z| {max(map(abs, scores)):.2f}, may be {least:.2f}", flush=True)
    return int(max(map(abs, scores)) > least)


def main(draws: int, file: Path, processes: int) -> int:
    file.parent.mkdir(parents=True, exist_ok=True)
    found = kept(file)
    jobs = [(kind, number) for number in range(draws) for kind in KINDS if (kind, number) not in found]
    print(f"{len(found)} draws kept, {len(jobs)} to make", flush=True)
    with file.open("a") as book:
        for at, (job, measures) in enumerate(drawn(jobs, processes), start=1):
            found[job] = measures
            book.write(json.dumps([*job, measures]) + "\n")
            book.flush()
            if not at % TOLD_EVERY:
                print(f"{at} of {len(jobs)}", flush=True)
                compare(found)
    return compare(found)


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    asked.add_argument("draws", nargs="?", type=int, default=2000)
    asked.add_argument("--file", type=Path, default=Path(".make/proof_full_size.jsonl"))
    asked.add_argument("--processes", type=int, default=1)
    told = asked.parse_args()
    sys.exit(main(told.draws, told.file, told.processes))

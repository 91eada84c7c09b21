"""Compare the exact sampler and the walk at full size: python -m benchmarks.proof_full_size [DRAWS]

190 States, whole phase. Load histogram and group totals of so many draws each (2,000 unless said otherwise) may not
differ at p < 0.001, the five measures taken together. A walk of full length takes a second or two; all of them half an
hour or more.
"""

import statistics
import sys
from math import sqrt
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from lots.small import roster, rules, seed
from rapporteur.lots.engines.chain import MAIN_PACE, Walk, steps_of
from rapporteur.lots.engines.exact import Sampler
from rapporteur.lots.engines.problem import Problem, problem_of
from rapporteur.lots.engines.search import search
from rapporteur.lots.engines.streams import Stream

SIZES = (54, 54, 23, 33, 26)


def measures(problem: Problem, draw: tuple[int, ...]) -> list[int]:
    """Return how many States take three reviews and one, and the totals of three groups."""
    loads = problem.loads(draw)
    by_block = [sum(load for load, home in zip(loads, problem.block_of, strict=True) if home == b) for b in (0, 2, 4)]
    return [loads.count(3), loads.count(1), *by_block]


def main(draws: int) -> int:
    problem = problem_of(roster(SIZES), rules())
    lists, sampler = problem.lists(), Sampler(problem)
    start = search(lists)
    assert isinstance(start, tuple)
    exact = [sampler.draw(seed(f"exact {n}"), attempts=10_000) for n in range(draws)]
    one = [measures(problem, found.assignment) for found in exact if found]
    steps = steps_of(len(lists.seats), pace=MAIN_PACE)
    other = [measures(problem, Walk(lists, start).run(Stream(seed(f"walk {n}")), steps=steps)) for n in range(draws)]
    least = statistics.NormalDist().inv_cdf(1 - 0.001 / 2 / 5)  # five measures share the thousandth
    scores = []
    for name, a, b in zip(
        ("three reviews", "one review", "group A", "group C", "group E"),
        zip(*one, strict=True),
        zip(*other, strict=True),
        strict=True,
    ):
        spread = sqrt((statistics.variance(a) + statistics.variance(b)) / draws)
        scores.append((statistics.mean(a) - statistics.mean(b)) / spread)
        print(
            f"{name}: exact {statistics.mean(a):.2f}, walk {statistics.mean(b):.2f}, z = {scores[-1]:.2f}", flush=True
        )
    return int(max(map(abs, scores)) > least)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000))

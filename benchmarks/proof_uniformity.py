"""Prove the exact sampler uniform on the largest counted cases: python -m benchmarks.proof_uniformity

Each case is drawn 50 times as often as it has draws; the chi-square of each must lie within 4.5 standard deviations.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from lots.small import LARGEST_CASES, chi_square_z, counts_of, seed
from rapporteur.lots.engines.exact import Sampler


def main() -> int:
    worst = 0.0
    for case in LARGEST_CASES:
        problem = case.problem
        sampler = Sampler(problem)
        drawn = (sampler.draw(seed(f"{case.name} {n}"), attempts=10_000) for n in range(50 * case.draws))
        score = chi_square_z(counts_of(problem, (found.assignment for found in drawn if found)))
        worst = max(worst, abs(score))
        print(f"{case.name}: {case.draws} draws, {50 * case.draws} samples, z = {score:.2f}", flush=True)
    return int(worst > 4.5)


if __name__ == "__main__":
    sys.exit(main())

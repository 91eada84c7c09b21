"""The exact sampler against enumeration: each valid draw comes up as often as any other."""

import statistics
from collections.abc import Iterator
from math import sqrt

import pytest

from lots.small import CASES, Case, chi_square_z, counts_of, enumerate_draws, roster, rules, seed
from rapporteur.lots.engines.exact import Sampler
from rapporteur.lots.engines.problem import Assignment, Problem, problem_of

PER_DRAW = 50


def samples(sampler: Sampler, count: int, *, name: str) -> Iterator[Assignment]:
    for number in range(count):
        drawn = sampler.draw(seed(f"{name} {number}"), attempts=10_000)
        assert drawn
        yield drawn.assignment


def largest_margin(problem: Problem, draws: list[Assignment], drawn: list[Assignment]) -> float:
    """Return how many standard deviations the worst pairing of a seat with a State lies from its exact chance."""
    worst = 0.0
    for seat in range(len(problem.seats)):
        for state in {draw[seat] for draw in draws}:
            chance = sum(draw[seat] == state for draw in draws) / len(draws)
            found = sum(draw[seat] == state for draw in drawn)
            spread = sqrt(len(drawn) * chance * (1 - chance))
            worst = max(worst, abs(found - len(drawn) * chance) / spread if spread else 0.0)
    return worst


@pytest.fixture(scope="module")
def found() -> dict[str, tuple[Case, list[Assignment]]]:
    return {
        case.name: (case, list(samples(Sampler(case.problem), PER_DRAW * case.draws, name=case.name))) for case in CASES
    }


def test_the_cases_have_as_many_draws_as_they_say() -> None:
    assert {case.name: len(list(enumerate_draws(case.problem))) for case in CASES} == {
        case.name: case.draws for case in CASES
    }


def test_every_draw_of_every_case_is_as_likely_as_any_other(found) -> None:
    scores = {name: chi_square_z(counts_of(case.problem, drawn)) for name, (case, drawn) in found.items()}
    assert len(scores) >= 20
    assert {name: z for name, z in scores.items() if abs(z) > 4.5} == {}
    pooled = sum(scores.values()) / sqrt(len(scores))
    assert abs(pooled) < statistics.NormalDist().inv_cdf(1 - 0.001 / 2)


def test_every_pairing_has_its_exact_chance(found) -> None:
    margins = {
        name: largest_margin(case.problem, list(enumerate_draws(case.problem)), drawn)
        for name, (case, drawn) in found.items()
    }
    assert {name: margin for name, margin in margins.items() if margin > 4.5} == {}


def test_an_attempt_has_a_stream_of_its_own() -> None:
    sampler = Sampler(CASES[0].problem)
    drawn = sampler.draw(seed("attempts 1"), attempts=10_000)
    assert drawn
    assert sum(drawn.discarded.values()) == drawn.attempt > 0
    assert sampler.draw(seed("attempts 1"), attempts=drawn.attempt) is None
    assert sampler.draw(seed("attempts 1"), attempts=drawn.attempt + 1) == drawn


def test_a_problem_that_cannot_be_counted_out_is_empty_at_once() -> None:
    assert Sampler(problem_of(roster([3, 3]), rules(3, 3))).is_empty


def test_the_whole_conference_is_drawn_and_every_draw_is_valid() -> None:
    problem = problem_of(roster([54, 54, 23, 33, 26]), rules())
    sampler = Sampler(problem)
    assert all(problem.is_valid(draw) for draw in samples(sampler, 10, name="conference"))


def test_the_order_of_lines_on_the_roster_changes_nothing() -> None:
    listed = roster([3, 3])
    turned = type(listed)(listed.instruments, listed.states[::-1])
    assert turned == listed


def test_what_cannot_be_completed_is_discarded_and_the_rest_stay_equally_likely() -> None:
    case = CASES[1]
    first = min(enumerate_draws(case.problem))

    def accepts(draw: Assignment) -> bool:
        return draw[0] == first[0]

    kept = [draw for draw in enumerate_draws(case.problem) if accepts(draw)]
    counts = dict.fromkeys(kept, 0)
    for draw in samples(Sampler(case.problem, accepts=accepts), PER_DRAW * len(kept), name="accepts"):
        counts[draw] += 1
    assert abs(chi_square_z(list(counts.values()))) < 4.5

"""The exact sampler against enumeration: each valid draw comes up as often as any other."""

import statistics
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from math import sqrt

import pytest

from lots.small import CASES, LARGER_CASES, Case, chi_square_z, counts_of, enumerate_draws, roster, rules, seed
from rapporteur.lots.engines.exact import Sampler
from rapporteur.lots.engines.problem import Assignment, Problem, problem_of
from rapporteur.lots.terms import Roster, Seat

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
        counts = Counter(draw[seat] for draw in drawn)
        for state, ways in Counter(draw[seat] for draw in draws).items():
            chance = ways / len(draws)
            spread = sqrt(len(drawn) * chance * (1 - chance))
            worst = max(worst, abs(counts[state] - len(drawn) * chance) / spread if spread else 0.0)
    return worst


@pytest.fixture(scope="module")
def found() -> dict[str, tuple[Case, list[Assignment]]]:
    return {
        case.name: (case, list(samples(Sampler(case.problem), PER_DRAW * case.draws, name=case.name)))
        for case in (*CASES, *LARGER_CASES)
    }


def test_the_cases_have_as_many_draws_as_they_say() -> None:
    cases = (*CASES, *LARGER_CASES)
    assert {case.name: len(list(enumerate_draws(case.problem))) for case in cases} == {
        case.name: case.draws for case in cases
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


NAMES = {"A1": "A4", "A4": "A1", "B1": "B2", "B2": "B1"}


def renamed(draw: dict[Seat, str]) -> tuple[tuple[Seat, str], ...]:
    """Return a draw under other names, in order."""
    return tuple(
        sorted(
            (replace(seat, reviewed=NAMES.get(seat.reviewed, seat.reviewed)), NAMES.get(who, who))
            for seat, who in draw.items()
        )
    )


def test_renaming_states_within_their_group_renames_the_law_and_not_the_bytes() -> None:
    case = next(case for case in CASES if case.name == "4+2, uneven bounds")
    states = tuple(replace(s, code=NAMES.get(s.code, s.code)) for s in case.roster.states)
    before, after = case.problem, problem_of(Roster((), states), case.rules)
    law = list(enumerate_draws(after))
    assert {renamed(before.named(draw)) for draw in enumerate_draws(before)} == {
        tuple(sorted(after.named(draw).items())) for draw in law
    }
    assert largest_margin(after, law, list(samples(Sampler(after), PER_DRAW * case.draws, name="renamed"))) < 4.5
    one, other = (list(samples(Sampler(problem), 20, name="the same seeds")) for problem in (before, after))
    same = [renamed(before.named(a)) == tuple(sorted(after.named(b).items())) for a, b in zip(one, other, strict=True)]
    assert not all(same)


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


def test_a_block_that_must_take_all_that_is_left_is_found_within_a_few_attempts() -> None:
    # B1 and B2 must review and only two seats are left, as at the end of a ceremony; 54 other States could take them.
    listed = roster([2, 2, 54], reviewed=(2, 0, 0), bounds={"B1": (1, 3), "B2": (1, 3)})
    sampler = Sampler(problem_of(listed, rules(0, 3, own_group=0)))
    found = [sampler.draw(seed(f"soon {number}"), attempts=5_000) for number in range(20)]
    assert max(drawn.attempt for drawn in found if drawn) < 5
    assert all(found)

"""The walk: near-uniform where its steps connect all draws, and said to be in pieces where they do not."""

from collections import Counter
from math import log

import pytest

from lots.small import CASES, Case, enumerate_draws, seed
from rapporteur.lots.engines.chain import ADDITIONAL_PACE, MAIN_PACE, Walk, changes, pieces, steps_of, walked
from rapporteur.lots.engines.problem import Assignment, Lists
from rapporteur.lots.engines.search import search
from rapporteur.lots.engines.streams import Stream

SMALL = [case for case in CASES if case.draws < 70]
IN_PIECES = "C: 3+3, all reviewed, exactly 2"


def matrix(lists: Lists, draws: list[Assignment]) -> list[list[tuple[int, float]]]:
    """Return for each draw where one step leads, with its chance."""
    place = {draw: index for index, draw in enumerate(draws)}
    seats = len(lists.seats)
    rows = []
    for draw in draws:
        row: Counter[int] = Counter()
        for kind, size in enumerate((None, seats**2, seats**3)):
            for change in changes(lists, draw):
                weight = (
                    1 / (2 * seats * len(lists.candidates[change[0][0]]))
                    if kind == 0 and len(change) == 1
                    else 1 / (4 * size)
                    if kind and len(change) == kind + 1
                    else 0
                )
                if weight:
                    walk = Walk(lists, draw)
                    walk.try_change(change)
                    row[place[tuple(walk.now)]] += weight
        row[place[draw]] += 1 - sum(row.values())  # a rotation that names a seat twice changes nothing
        rows.append(sorted(row.items()))
    return rows


def distance(rows: list[list[tuple[int, float]]], *, steps: int) -> float:
    """Return the total variation distance from uniform after so many steps from the first draw."""
    now = [0.0] * len(rows)
    now[0] = 1.0
    for _ in range(steps):
        after = [0.0] * len(rows)
        for index, chance in enumerate(now):
            if chance:
                for place, weight in rows[index]:
                    after[place] += chance * weight
        now = after
    return sum(abs(chance - 1 / len(rows)) for chance in now) / 2


def test_the_number_of_steps_is_at_least_what_was_measured_to_be_enough() -> None:
    assert all(steps_of(m, pace=MAIN_PACE) >= 320 * m * log(m) for m in range(1, 2000))
    assert all(steps_of(m, pace=ADDITIONAL_PACE) >= 160 * m * log(m) for m in range(1, 2000))


@pytest.mark.parametrize("case", SMALL, ids=lambda case: case.name)
def test_the_walk_forgets_where_it_began(case: Case) -> None:
    lists = case.problem.lists()
    draws = list(enumerate_draws(case.problem))
    if case.name == IN_PIECES:
        assert pieces(lists, draws) == 2
        return
    assert pieces(lists, draws) == 1
    assert distance(matrix(lists, draws), steps=steps_of(len(lists.seats), pace=MAIN_PACE)) <= 1e-3


def test_every_step_of_a_walk_is_valid() -> None:
    problem = CASES[1].problem
    start = search(problem.lists())
    walk = Walk(problem.lists(), start)
    stream = Stream(seed("walk"))
    assert all(problem.is_valid(walk.run(stream, steps=1)) for _ in range(2000))


def test_a_walk_goes_on_until_what_it_reaches_is_accepted() -> None:
    problem = CASES[1].problem
    lists = problem.lists()
    start = search(lists)
    asked: list[Assignment] = []

    def accepts(draw: Assignment) -> bool:
        asked.append(draw)
        return len(asked) == 3

    assert walked(lists, start, Stream(seed("accepts")), pace=1, accepts=accepts) == asked[2]
    assert walked(lists, start, Stream(seed("never")), pace=1, accepts=lambda _: False) is None


def test_a_step_is_taken_as_often_as_its_chance_says() -> None:
    problem = next(case.problem for case in CASES if case.draws == 40)
    lists = problem.lists()
    draws = list(enumerate_draws(problem))
    row = dict(matrix(lists, draws)[0])
    stream = Stream(seed("one step"))
    found = Counter(draws.index(Walk(lists, draws[0]).run(stream, steps=1)) for _ in range(20_000))
    assert set(found) == set(row)
    assert all(abs(found[i] - 20_000 * p) < 4.5 * (20_000 * p * (1 - p)) ** 0.5 for i, p in row.items())

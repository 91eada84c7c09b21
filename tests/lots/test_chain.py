"""The walk: near-uniform where its steps connect all draws, and said to be in pieces where they do not."""

import random
import statistics
from collections import Counter
from math import log, sqrt

import pytest

from lots.small import CASES, Case, enumerate_draws, roster, rules, seed
from lots.test_additional import small
from rapporteur.lots.engines.additional import Completer, completions
from rapporteur.lots.engines.chain import ADDITIONAL_PACE, MAIN_PACE, Walk, changes, pieces, steps_of, walked
from rapporteur.lots.engines.exact import Sampler
from rapporteur.lots.engines.problem import Assignment, Lists, problem_of
from rapporteur.lots.engines.search import search
from rapporteur.lots.engines.streams import Stream

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


def distance(rows: list[list[tuple[int, float]]], *, steps: int, enough: float) -> float:
    """Return the total variation distance from uniform after so many steps from the first draw, or once it is enough.

    The steps are as likely one way as back, so that more of them never lead further away.
    """
    now = [0.0] * len(rows)
    now[0] = 1.0
    for _ in range(steps):
        if sum(abs(chance - 1 / len(rows)) for chance in now) / 2 <= enough:
            break
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


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_walk_forgets_where_it_began(case: Case) -> None:
    lists = case.problem.lists()
    draws = list(enumerate_draws(case.problem))
    if case.name == IN_PIECES:
        assert pieces(lists, draws) == 2
        return
    assert pieces(lists, draws) == 1
    assert distance(matrix(lists, draws), steps=steps_of(len(lists.seats), pace=MAIN_PACE), enough=1e-3) <= 1e-3


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


def additional_lists(chance: random.Random) -> Lists | None:
    """Return the additional seats of a tiny main draw, None where there are too few to walk among."""
    listed = small({f"{g}{n}": chance.choice(["f", "m", "f m", ""]) for g in "AB" for n in range(1, 6)}, (5, 4), (2, 2))
    given = rules(0, 3, additional_counts=chance.random() < 0.5, additional_maximum=chance.choice([None, 1, 2]))
    problem, completer = problem_of(listed, given), Completer(listed, given)
    drawn = Sampler(problem).draw(seed(str(chance.random())), attempts=1000)
    completion = completer.completion(completer.main(problem.named(drawn.assignment))) if drawn else None
    return completion.lists if completion and len(completion.lists.seats) > 1 else None


def test_the_walk_among_additional_reviewers_forgets_where_it_began_on_twenty_counted_cases() -> None:
    chance = random.Random("additional walks")  # noqa: S311 - a fixed variety of draws, no secret
    connected, apart = 0, 0
    while connected < 20:
        lists = additional_lists(chance)
        draws = list(completions(lists)) if lists else []
        if lists is None or not 2 <= len(draws) <= 80:
            continue
        if pieces(lists, draws) > 1:
            apart += 1
            continue
        connected += 1
        steps = steps_of(len(lists.seats), pace=ADDITIONAL_PACE)
        assert distance(matrix(lists, draws), steps=steps, enough=1e-6) <= 1e-6
    assert apart == 0


def test_the_walk_and_the_exact_sampler_agree_on_loads_and_group_totals() -> None:
    """A small conference; benchmarks/proof_full_size.py does the same at full size."""
    problem = problem_of(roster([5, 4, 3]), rules())
    lists, sampler = problem.lists(), Sampler(problem)
    start = search(lists)
    exact = [sampler.draw(seed(f"exact {n}"), attempts=5000).assignment for n in range(100)]
    walks = [
        walked(lists, start, Stream(seed(f"walk {n}")), pace=MAIN_PACE // 4, accepts=lambda _: True) for n in range(100)
    ]
    for measure in (lambda loads: loads.count(3), lambda loads: loads.count(1), lambda loads: sum(loads[:5])):
        one, other = ([measure(problem.loads(draw)) for draw in draws] for draws in (exact, walks))
        spread = sqrt((statistics.variance(one) + statistics.variance(other)) / 100)
        assert abs(statistics.mean(one) - statistics.mean(other)) < 3.3 * spread

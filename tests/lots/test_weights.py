"""The weights of a block: equal, as whole numbers, to counting one by one."""

import random
from itertools import product
from math import factorial, prod

import pytest

from lots.small import enumerate_draws, roster, rules
from rapporteur.lots.engines.exact import Sampler
from rapporteur.lots.engines.loads import tree
from rapporteur.lots.engines.problem import Problem, problem_of
from rapporteur.lots.engines.streams import Stream
from rapporteur.lots.engines.weights import Bounds, _level_rows, _rows, power_product, weights


def counted(owners: list[Bounds], others: list[Bounds], seats: int, *, mutual_barred: bool) -> int:
    """Count by trying every member for every seat; the first seats are the own seats of the owners."""
    bounds = owners + others
    ways = 0
    for deal in product(range(len(bounds)), repeat=seats):
        own = deal[: len(owners)]
        ways += (
            all(low <= deal.count(member) <= high for member, (low, high) in enumerate(bounds))
            and all(member != owner for owner, member in enumerate(own))
            and not (mutual_barred and any(m < len(own) and own[m] == owner for owner, m in enumerate(own)))
        )
    return ways


def random_block(chance: random.Random, *, level: bool) -> tuple[list[Bounds], list[Bounds]]:
    size = chance.randint(1, 4)
    low = chance.randint(0, 2)
    bounds = [(low, low + chance.randint(0, 2))] * size
    if not level:
        bounds = [(low := chance.randint(0, 2), low + chance.randint(0, 2)) for _ in range(size)]
    owners = chance.randint(0, size)
    return bounds[:owners], bounds[owners:]


@pytest.mark.parametrize("level", [False, True])
@pytest.mark.parametrize("mutual_barred", [False, True])
def test_weights_equal_counting_one_by_one(level: bool, mutual_barred: bool) -> None:
    chance = random.Random(f"blocks {level} {mutual_barred}")  # noqa: S311 - a fixed variety of blocks, no secret
    for _ in range(60):
        owners, others = random_block(chance, level=level)
        found = weights(tuple(owners), tuple(others), mutual_barred=mutual_barred)
        for seats in range(len(owners), min(len(found), 7)):
            assert found[seats] == counted(owners, others, seats, mutual_barred=mutual_barred), (owners, others, seats)


@pytest.mark.parametrize("bounds", [(1, 3), (0, 2), (2, 2), (2, 5), (1, 1)])
@pytest.mark.parametrize(("owners", "members"), [(0, 3), (3, 3), (5, 9), (12, 12)])
def test_both_forms_give_the_same_numbers(bounds: Bounds, owners: int, members: int) -> None:
    level = _level_rows(bounds, owners, members, owners)
    general = _rows([bounds] * owners, [bounds] * (members - owners), owners)
    assert [_bare(row) for row in level] == [_bare(row) for row in general]


def test_a_block_that_may_take_nothing_has_one_way_of_doing_so() -> None:
    assert weights(((0, 0),) * 3, (), mutual_barred=True) == (1,)


def _bare(row: list[int]) -> list[int]:
    while row and row[-1] == 0:
        row = row[:-1]
    return row


def test_a_recurrence_gives_the_powers_of_polynomials() -> None:
    assert power_product([1, 1], 5, [1], 0) == [1, 5, 10, 10, 5, 1]
    assert power_product([6, 3, 1], 2, [2, 2, 1], 1) == _multiplied()


def _multiplied() -> list[int]:
    out = [1]
    for factor in ([6, 3, 1], [6, 3, 1], [2, 2, 1]):
        grown = [0] * (len(out) + len(factor) - 1)
        for i, x in enumerate(out):
            for j, y in enumerate(factor):
                grown[i + j] += x * y
        out = grown
    return out


def without_cross_mutual_rule(problem: Problem) -> int:
    """Count the draws in which two States may review each other unless both do so through their own seats."""
    loose = Problem(**{name: getattr(problem, name) for name in problem.__slots__} | {"mutual_barred": False})
    own = [seat for seat, reach in enumerate(problem.reach) if reach == (problem.block_of[problem.owner[seat]],)]
    ways = 0
    for draw in enumerate_draws(loose):
        pairs = {(draw[seat], problem.owner[seat]) for seat in own}
        ways += not any((b, a) in pairs for a, b in pairs)
    return ways


@pytest.mark.parametrize(
    ("sizes", "reviewed", "bounds"),
    [([3, 3], None, (2, 2)), ([3, 3], 4, (0, 2)), ([2, 2, 2], 3, (0, 2)), ([4, 2], 3, (0, 2)), ([3, 2, 2], 4, (1, 2))],
)
def test_the_products_of_weights_over_all_choices_of_groups_add_up_to_the_count(sizes, reviewed, bounds) -> None:
    problem = problem_of(roster(sizes, reviewed=reviewed), rules(*bounds))
    sampler = Sampler(problem)
    total = 0
    for choice in product(*(problem.reach[seat] for seat in sampler.free)):
        received = [choice.count(block) for block in range(len(sampler.blocks))]
        total += prod(
            block.weights[m] if m < len(block.weights) else 0 for block, m in zip(sampler.blocks, received, strict=True)
        )
    assert total == without_cross_mutual_rule(problem) > 0


def test_loads_come_up_as_often_as_deals_of_seats_give_them() -> None:
    bounds = ((0, 2), (1, 3), (1, 1), (0, 3))
    seats, draws = 5, 40_000
    exact = {
        loads: factorial(seats) // prod(factorial(load) for load in loads)
        for loads in product(*(range(low, high + 1) for low, high in bounds))
        if sum(loads) == seats
    }
    found = dict.fromkeys(exact, 0)
    stream = Stream(b"loads")
    for _ in range(draws):
        loads: list[int] = []
        tree(bounds).draw(seats, stream, loads)
        found[tuple(loads)] += 1
    share = draws / sum(exact.values())
    chi_square = sum((found[loads] - ways * share) ** 2 / (ways * share) for loads, ways in exact.items())
    free = len(exact) - 1
    assert abs(chi_square - free) < 4.5 * (2 * free) ** 0.5


def test_a_weight_is_zero_exactly_where_no_deal_keeps_the_rules() -> None:
    chance = random.Random("empty blocks")  # noqa: S311 - a fixed variety of blocks, no secret
    empty = 0
    for _ in range(60):
        owners, others = random_block(chance, level=False)
        found = weights(tuple(owners), tuple(others), mutual_barred=True)
        for seats in range(len(owners), min(len(found), 6)):
            possible = counted(owners, others, seats, mutual_barred=True) > 0
            empty += not possible
            assert (found[seats] > 0) == possible
    assert empty > 20


def test_bounds_that_cross_leave_no_way() -> None:
    assert set(weights(((1, 0), (0, 2)), ((0, 3),), mutual_barred=True)) == {0}

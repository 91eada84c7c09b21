"""What would open a draw: the smallest sets of changes, the same that trying all sets finds, each of which opens it."""

import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest

from lots.small import barred, roster, rules, settled
from lots.test_verdict import exists, least, most, tiny
from rapporteur.lots.engines.relaxing import Change, ChangeKind, openings, relaxations
from rapporteur.lots.terms import MutualScope, Period, Roster, Rules

Tiny = tuple[Roster, Rules]
FAR = 9


def one_by_one(listed: Roster, given: Rules) -> Iterator[Change]:
    """Yield every change of one bound, as far as it could matter, and of one bar."""
    for s in listed.states:
        yield Change(ChangeKind.MAXIMUM, s.code, most(s, given), FAR)
        yield from [Change(ChangeKind.MINIMUM, s.code, low, 0)] if (low := least(s, given)) else []
    yield from (Change(ChangeKind.BAR, f"{e.pair.reviewer}>{e.pair.reviewed}") for e in given.barred)


def after(draw: Tiny, changes: tuple[Change, ...]) -> Tiny:
    for change in changes:
        draw = change.applied(draw)
    return draw


def smallest(draw: Tiny, *, size: int) -> set[tuple[tuple[ChangeKind, str], ...]]:
    """Return the smallest sets of changes that open a draw, by trying all of them."""
    every = list(one_by_one(*draw))
    for count in range(1, size + 1):
        found = {
            tuple((change.kind, change.what) for change in sorted(chosen))
            for chosen in combinations(every, count)
            if exists(*after(draw, chosen))
        }
        if found:
            return found
    return set()


@pytest.fixture(scope="module")
def closed() -> list[Tiny]:
    """Return tiny draws that do not exist; no State of them stands for another."""
    chance = random.Random("closed draws")  # noqa: S311 - a fixed variety of draws, no secret
    found: list[Tiny] = []
    while len(found) < 60:
        listed, given = tiny(chance)
        given = replace(given, settled=settled(*(f"{s.code}>{s.code}" for s in listed.states), period=Period.PREVIOUS))
        if not exists(listed, given):
            found.append((listed, given))
    return found


def test_the_sets_of_changes_are_the_smallest_that_trying_all_finds(closed) -> None:
    for draw in closed:
        found = openings(*draw, changes=2)
        assert {tuple((c.kind, c.what) for c in chosen) for chosen in found} == smallest(draw, size=2)


def test_every_set_of_changes_opens_the_draw_and_none_of_its_bounds_could_move_less(closed) -> None:
    for draw in closed:
        for chosen in openings(*draw, changes=2):
            assert exists(*after(draw, chosen))
            for place, change in enumerate(chosen):
                step = 1 if change.to < change.before else -1
                less = (*chosen[:place], replace(change, to=change.to + step), *chosen[place + 1 :])
                assert change.kind is ChangeKind.BAR or not exists(*after(draw, less))


def test_the_cheapest_changes_are_offered_and_each_of_them_opens_the_draw() -> None:
    listed = roster([2, 2], reviewed=(1, 1), bounds={"A2": (0, 0)})
    found = [relaxation.sentence for relaxation in relaxations(listed, rules(0, 3))]
    assert found == ["Raise the maximum of A2 from 0 to 1."]


def test_a_bar_that_closes_a_draw_is_offered_to_be_lifted() -> None:
    found = relaxations(roster([2, 2]), rules(0, 3, barred=barred("A2>A1"), no_mutual=MutualScope.OFF))
    assert "Lift the bar on A2 reviewing A1 (barred for the test)." in [relaxation.sentence for relaxation in found]


def test_a_draw_that_exists_needs_no_change() -> None:
    assert relaxations(roster([3, 3]), rules()) == []

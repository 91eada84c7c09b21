"""What would open a draw: the cheapest sets of changes, as cheap as trying all sets finds, each of which opens it."""

import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations_with_replacement

import pytest

from lots.small import barred, conference, roster, rules, settled
from lots.test_verdict import exists, least, most, tiny
from rapporteur.lots.engines.changes import Change, ChangeKind, applied, cost_of, merged
from rapporteur.lots.engines.cheapest import CheapFlow, Rigid, cheapest
from rapporteur.lots.engines.problem import problem_of
from rapporteur.lots.engines.relaxing import relaxations
from rapporteur.lots.engines.trying import openings
from rapporteur.lots.engines.verdict import Possible, judge
from rapporteur.lots.terms import MutualScope, Period, Roster, Rules

Tiny = tuple[Roster, Rules]
SIZES = (54, 54, 23, 33, 26)


def steps(listed: Roster, given: Rules) -> Iterator[Change]:
    """Yield every change by one of one bound, and of one bar."""
    for s in listed.states:
        yield Change(ChangeKind.MAXIMUM, s.code, most(s, given), most(s, given) + 1)
        yield from [Change(ChangeKind.MINIMUM, s.code, low, low - 1)] if (low := least(s, given)) else []
    yield from (Change(ChangeKind.BAR, f"{e.pair.reviewer}>{e.pair.reviewed}") for e in given.barred)


def summed(chosen: tuple[Change, ...]) -> tuple[Change, ...]:
    """Return changes by one, some of them made twice, as changes by more."""
    return merged(
        replace(change, to=change.before + (change.to - change.before) * chosen.count(change)) for change in chosen
    )


def cheapest_by_trying(draw: Tiny, *, cost: int) -> set[tuple[tuple[ChangeKind, str, int], ...]]:
    """Return the cheapest sets of changes that open a draw, by trying all of them."""
    every = list(steps(*draw))
    for count in range(1, cost + 1):
        found = set()
        for chosen in combinations_with_replacement(every, count):
            changes = summed(chosen)
            if cost_of(changes, 1) == count and all(c.to >= 0 for c in changes) and exists(*applied(draw, changes)):
                found.add(tuple((change.kind, change.what, change.to) for change in changes))
        if found:
            return found
    return set()


@pytest.fixture(scope="module")
def closed() -> list[Tiny]:
    """Return tiny draws that do not exist; no State of them stands for another."""
    chance = random.Random("closed draws")  # noqa: S311 - a fixed variety of draws, no secret
    found: list[Tiny] = []
    while len(found) < 50:
        listed, given = tiny(chance)
        given = replace(given, settled=settled(*(f"{s.code}>{s.code}" for s in listed.states), period=Period.PREVIOUS))
        if not exists(listed, given):
            found.append((listed, given))
    return found


def test_the_sets_of_changes_are_the_cheapest_that_trying_all_finds(closed) -> None:
    for draw in closed:
        found = openings(*draw, cost=2)
        assert {tuple((c.kind, c.what, c.to) for c in chosen) for chosen in found} == cheapest_by_trying(draw, cost=2)


def test_the_cheapest_of_what_is_offered_costs_what_trying_all_finds_and_all_of_it_opens_the_draw(closed) -> None:
    for draw in closed:
        offered = [relaxation for relaxation in relaxations(*draw) if "in the rules" not in relaxation.sentence]
        tried = openings(*draw, cost=2)
        assert not tried or min(relaxation.cost for relaxation in offered) == cost_of(tried[0], 1)
        for relaxation in offered:
            changes = tuple(Change(ChangeKind(kind), what, *bounds) for kind, what, *bounds in relaxation.changes)
            assert exists(*applied(draw, changes))


def test_for_main_seats_one_flow_finds_the_cost() -> None:
    chance = random.Random("main seats alone")  # noqa: S311 - a fixed variety of draws, no secret
    compared = 0
    while compared < 12:
        listed = roster([3, 2], reviewed=[chance.randint(1, 3), chance.randint(0, 2)])
        bounds = {s.code: (low := chance.randint(0, 2), low + chance.randint(0, 1)) for s in listed.states}
        listed = replace(
            listed,
            states=tuple(replace(s, minimum=bounds[s.code][0], maximum=bounds[s.code][1]) for s in listed.states),
        )
        lists = problem_of(listed, rules()).lists()
        for chosen in list(cheapest_by_trying((listed, rules()), cost=2))[:1] if not exists(listed, rules()) else ():
            found = cheapest(lists, {})
            assert found is not None
            assert found.cost == sum(abs(to - bound(listed, kind, what)) for kind, what, to in chosen)
            compared += 1


def bound(listed: Roster, kind: ChangeKind, code: str) -> int:
    state = next(s for s in listed.states if s.code == code)
    return (most if kind is ChangeKind.MAXIMUM else least)(state, rules())


def test_raising_a_maximum_never_makes_the_rest_dearer() -> None:
    listed = roster([4, 3], reviewed=(4, 3), bounds={"A1": (0, 0), "A2": (0, 0), "B1": (2, 2)})
    costs = []
    for high in range(5):
        states = tuple(replace(s, minimum=0, maximum=high) if s.code == "A3" else s for s in listed.states)
        found = cheapest(problem_of(replace(listed, states=states), rules(0, 1)).lists(), {})
        assert found is not None
        costs.append(found.cost)
    assert costs == sorted(costs, reverse=True)
    assert costs[0] > costs[-1]


def test_a_bound_that_may_not_move_does_not() -> None:
    lists = problem_of(roster([2, 2], reviewed=(1, 1), bounds={"A2": (0, 0)}), rules(0, 3)).lists()
    assert cheapest(lists, {}) is not None
    assert cheapest(lists, {}, Rigid(maxima=frozenset({lists.states.index("A2")}))) is None


def test_the_cheapest_changes_are_offered_and_each_of_them_opens_the_draw() -> None:
    listed = roster([2, 2], reviewed=(1, 1), bounds={"A2": (0, 0)})
    found = [relaxation.sentence for relaxation in relaxations(listed, rules(0, 3))]
    assert found == ["Raise the maximum of A2 from 0 to 1."]


def test_states_that_are_alike_are_named_as_a_choice() -> None:
    bounds = {f"A{number}": (0, 0) for number in range(1, 5)}
    listed = roster([6, 4], reviewed=(4, 0), bounds=bounds)
    found = [relaxation.sentence for relaxation in relaxations(listed, rules(0, 1))]
    assert found[0] == "Raise the maximum of A5 from 1 to 3 (or of A6 instead)."
    assert "Raise the maximum of any 2 of these 4 States from 0 to 1 (A1, A2, A3, A4)." in found


def test_a_bar_that_closes_a_draw_is_offered_to_be_lifted() -> None:
    found = relaxations(roster([2, 2]), rules(0, 3, barred=barred("A2>A1"), no_mutual=MutualScope.OFF))
    assert "Lift the bar on A2 reviewing A1 (barred for the test)." in [relaxation.sentence for relaxation in found]


def test_a_draw_that_exists_needs_no_change() -> None:
    assert relaxations(roster([3, 3]), rules()) == []


def deferred(listed: Roster, count: int) -> Roster:
    codes = {f"C{number}" for number in range(1, count + 1)}
    return replace(
        listed, states=tuple(replace(s, minimum=0, maximum=0) if s.code in codes else s for s in listed.states)
    )


FULL_SIZE = {
    "a group of deferrals": (deferred(conference(SIZES), 16), rules(additional_counts=False, additional_maximum=3), 2),
    "every State of a group deferred": (deferred(roster(SIZES), 23), rules(), 23),
    "a maximum too low everywhere": (roster(SIZES), rules(0, 1), 190),
    "bars on every State of a group": (
        roster(SIZES),
        rules(barred=barred(*(f"C{number}>C1" for number in range(2, 24)))),
        1,
    ),
    "a minimum that cannot be reached": (roster(SIZES, reviewed=(5, 5, 5, 5, 5)), rules(), 140),
}


@pytest.mark.parametrize("name", FULL_SIZE)
def test_at_full_size_something_is_offered_after_few_verdicts_and_it_is_short(name, monkeypatch) -> None:
    listed, given, cost = FULL_SIZE[name]
    verdict = judge(listed, given)
    asked = []
    monkeypatch.setattr(
        "rapporteur.lots.engines.trying.judge", lambda *files, **more: asked.append(1) or judge(*files, **more)
    )
    found = relaxations(listed, given, verdict=verdict)
    assert found[0].cost == cost
    assert len(asked) <= 8
    assert max(len(relaxation.sentence) for relaxation in found) < 400
    changes = tuple(Change(ChangeKind(kind), what, *bounds) for kind, what, *bounds in found[0].changes)
    assert isinstance(judge(*applied((listed, given), changes)), Possible)


def test_the_flow_of_full_size_looks_at_few_seats() -> None:
    lists = problem_of(roster(SIZES), rules(0, 1)).lists()
    flow = CheapFlow(lists.candidates, {}, lists.lowest, lists.highest, Rigid())
    assert flow.solve() is not None
    assert flow.steps < 10_000

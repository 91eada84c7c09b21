"""Lots repeated: the refused State never returns, the rest stays, loads keep their bounds or the record says so."""

from collections import Counter
from dataclasses import replace

import pytest

from lots.small import Case, chi_square_z, conference, enumerate_draws, roster, rules
from lots.test_additional import faults
from rapporteur.lots.engines.additional import Completer
from rapporteur.lots.engines.draw import Draw, Engine, Keys, Stage, draw
from rapporteur.lots.engines.problem import problem_of
from rapporteur.lots.engines.redraw import (
    NotAlone,
    Redrawn,
    Refusal,
    draw_late,
    redraw,
    redraw_jointly,
    why_not_redraw,
)
from rapporteur.lots.terms import FixedSeat, Roster, Rules, Seat, ShortfallRule, Side

LISTED, GIVEN = conference(), Rules()
LOOSE = Case("4+3, room for everything", roster([4, 3], reviewed=3), rules(0, 3), 432)


def keys(seed: str) -> Keys:
    return Keys("roster", "rules", seed)


@pytest.fixture(scope="module")
def made() -> Draw:
    return draw(LISTED, GIVEN, keys("first"))


def after(made: Draw, found: Redrawn) -> Draw:
    """Return the draw as a redraw leaves it."""
    main = replace(made.main, seats={**made.main.seats, **found.main})
    kept = {seat: who for seat, who in made.additional.seats.items() if seat not in found.gone}
    instruments = {seat: made.instruments[seat] for seat in kept} | found.instruments
    return Draw(made.fixed, main, replace(made.additional, seats={**kept, **found.additional}), instruments)


def test_the_refused_state_never_returns_and_everything_else_stays(made: Draw) -> None:
    for number, seat in enumerate(list(made.main.seats)[::38]):
        refusal = Refusal(seat, made.main.seats[seat])
        found = redraw(LISTED, GIVEN, made, refusal, keys(f"later {number}"))
        assert list(found.main) == [seat]
        assert found.main[seat] != refusal.refused
        assert faults(LISTED, GIVEN, after(made, found)) == []
        touched = {at for at in made.seats if at == seat or at in found.gone}
        kept = {at: who for at, who in made.seats.items() if at not in touched}
        assert kept.items() <= after(made, found).seats.items()


def test_the_candidates_of_a_redraw_are_those_that_checking_one_by_one_finds(made: Draw) -> None:
    seat = Seat("A1", Side.OTHER)
    refusal = Refusal(seat, made.main.seats[seat])
    found = redraw(LISTED, GIVEN, made, refusal, keys("later"))
    completer = Completer(LISTED, GIVEN)
    pairs = [(who, at.reviewed) for at, who in made.seats.items() if at != seat and at not in found.gone]
    kept = {at: who for at, who in made.additional.seats.items() if at not in found.gone}
    loads = Counter(who for who, _ in pairs)
    good = [
        state.code
        for state in LISTED.states
        if state.group != "Group A"
        and state.code != refusal.refused
        and loads[state.code] < 3
        and (state.code, "A1") not in pairs
        and ("A1", state.code) not in pairs
        and completer.reopened({**made.main.seats, seat: state.code}, kept, seat) is not None
    ]
    assert found.choices == len(good) > 20
    assert found.main[seat] in good


def test_each_candidate_is_as_likely_as_any_other() -> None:
    case = LOOSE
    small = draw(case.roster, case.rules, keys("small"))
    seat = next(iter(small.main.seats))
    refusal = Refusal(seat, small.main.seats[seat])
    draws = [redraw(case.roster, case.rules, small, refusal, keys(f"{n}")) for n in range(1000)]
    counts = Counter(found.main[seat] for found in draws)
    assert {found.choices for found in draws} == {len(counts)}
    assert abs(chi_square_z(list(counts.values()))) < 4.5


def tight() -> tuple[Roster, Rules, Draw]:
    """Return a draw of two reviews in which A2 holds one seat and must."""
    listed = roster([3, 3], reviewed=(1, 1), bounds={"A2": (1, 1)})
    given = rules(0, 1)
    main = {
        Seat("A1", Side.OWN): "A2",
        Seat("A1", Side.OTHER): "B2",
        Seat("B1", Side.OWN): "B3",
        Seat("B1", Side.OTHER): "A3",
    }
    return listed, given, Draw({}, Stage(Engine.EXACT, main), Stage(Engine.EXACT, {}), {})


def test_a_shortfall_is_carried_over() -> None:
    listed, given, small = tight()
    free = replace(given, maximum=2)
    found = redraw(listed, free, small, Refusal(Seat("A1", Side.OWN), "A2"), keys("carry"))
    assert (found.main, found.choices, found.shortfall) == ({Seat("A1", Side.OWN): "A3"}, 1, 1)


def test_or_two_seats_are_exchanged_with_the_consent_of_the_third_state() -> None:
    listed, given, small = tight()
    exchange = replace(given, shortfall=ShortfallRule.EXCHANGE)
    found = redraw(listed, exchange, small, Refusal(Seat("A1", Side.OWN), "A2"), keys("exchange"))
    assert found.main == {Seat("A1", Side.OWN): "A3", Seat("B1", Side.OTHER): "A2"}
    assert (found.choices, found.shortfall, found.consents) == (1, 0, ("A3",))


def test_a_seat_that_nobody_can_take_names_what_to_reopen() -> None:
    listed, given, small = tight()
    refusal = Refusal(Seat("A1", Side.OWN), "A2")
    with pytest.raises(NotAlone) as refused:
        redraw(listed, given, small, refusal, keys("alone"))
    assert refused.value.reopen == (Seat("B1", Side.OTHER),)
    assert "reopen as well: B1/other" in str(refused.value)


def test_several_requests_are_one_joint_draw() -> None:
    case = LOOSE
    small = draw(case.roster, case.rules, keys("joint"))
    refusals = [Refusal(seat, who) for seat, who in list(small.main.seats.items())[:3]]
    draws = [redraw_jointly(case.roster, case.rules, small, refusals, keys(f"{n}"), number=1) for n in range(600)]
    opened = {refusal.seat for refusal in refusals}
    kept = {seat: who for seat, who in small.main.seats.items() if seat not in opened}
    problem = problem_of(case.roster, case.rules)
    possible = {
        tuple(named[seat] for seat in sorted(opened))
        for named in map(problem.named, enumerate_draws(problem))
        if kept.items() <= named.items() and all(named[r.seat] != r.refused for r in refusals)
    }
    counts = Counter(tuple(found.seats[seat] for seat in sorted(opened)) for found in draws)
    assert set(counts) == possible
    assert {frozenset(found.seats) for found in draws} == {frozenset(opened)}
    assert abs(chi_square_z(list(counts.values()))) < 4.5


def test_a_state_that_joins_late_is_drawn_on_the_room_that_is_left(made: Draw) -> None:
    newcomer = replace(LISTED.states[0], code="A99", name="State A99")
    listed = Roster(LISTED.instruments, (*LISTED.states, newcomer))
    late = draw_late(listed, GIVEN, made, keys("late"), joined=["A99"], number=1)
    assert set(late.seats) == {Seat("A99", Side.OWN), Seat("A99", Side.OTHER)}
    loads = made.loads(LISTED)
    assert all(loads[who] < 3 for who in late.seats.values())


def test_reasons_against_a_repeat_are_all_given(made: Draw) -> None:
    seat = Seat("A1", Side.OWN)
    assert why_not_redraw(GIVEN, made, Refusal(seat, made.seats[seat])) == []
    assert why_not_redraw(GIVEN, made, Refusal(seat, "ZZ", number=3)) == [
        "A1 asks for repeat 3; the rules allow 2.",
        "ZZ does not hold seat A1/own.",
    ]
    fixed = rules(0, 2, fixed=(FixedSeat(seat, "A2", "volunteer"),))
    volunteer = draw(roster([3, 3], reviewed=(1, 1)), fixed, keys("fixed"))
    assert why_not_redraw(fixed, volunteer, Refusal(seat, "A2")) == ["A1/own was not drawn but fixed."]

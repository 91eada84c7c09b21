"""Lots drawn by hand: what can follow agrees with every draw written out, and nothing that can stand is refused."""

import pytest

from lots.small import CASES, Case, enumerate_draws, roster, rules
from rapporteur.lots.engines.byhand import Outlook, ending, places, why_not_take
from rapporteur.lots.engines.ceremony import why_not_place
from rapporteur.lots.engines.draw import Keys, draw
from rapporteur.lots.engines.problem import problem_of
from rapporteur.lots.engines.search import Undecided, search
from rapporteur.lots.terms import Roster, Seat, Side, State

SMALL = [case for case in CASES if case.draws <= 64]


@pytest.mark.parametrize("case", SMALL, ids=lambda case: case.name)
def test_a_lot_is_open_when_some_draw_has_it_and_a_dead_end_when_none_has(case: Case) -> None:
    problem = problem_of(case.roster, case.rules)
    draws = [problem.named(found) for found in enumerate_draws(problem)]
    drawn: dict[Seat, str] = {}
    for seat in problem.seats:
        left = [each for each in draws if all(each[at] == who for at, who in drawn.items())]
        able = {each[seat] for each in left}
        told = {place.reviewer: place.outlook for place in places(case.roster, case.rules, drawn, seat)}
        assert {who for who, outlook in told.items() if outlook is Outlook.OPEN} == able
        assert set(told.values()) <= {Outlook.OPEN, Outlook.DEAD_END}
        refused = {who for who in told if why_not_place(case.roster, case.rules, drawn, seat, who)}
        assert refused == set(told) - able
        drawn[seat] = max(able)
    assert ending(case.roster, case.rules, drawn).outlook is Outlook.OPEN


def test_an_ending_is_a_draw_that_agrees_with_what_was_drawn() -> None:
    case = SMALL[0]
    problem = problem_of(case.roster, case.rules)
    first = problem.named(next(enumerate_draws(problem)))
    seat = problem.seats[0]
    found = ending(case.roster, case.rules, {seat: first[seat]})
    whole = {seat: first[seat], **found.seats}
    assert problem.is_valid(tuple(problem.states.index(whole[at]) for at in problem.seats))


def party_to(state: State, *instruments: str) -> State:
    return State(state.code, state.name, state.group, party=frozenset(instruments))


def of_two_instruments() -> Roster:
    """Return four and four States; A1 and B1 are party to both instruments, and in each group two more."""
    both = {"A1", "A2", "A3", "B1", "B2", "B3"}
    states = roster([4, 4]).states
    return Roster(
        ("first", "second"),
        tuple(party_to(state, "first", *(["second"] if state.code in both else [])) for state in states),
    )


def test_additional_lots_are_open_after_the_last_main_lot_and_checked_like_it() -> None:
    listed, given = of_two_instruments(), rules(0, 4, additional_counts=False)
    made = next(
        found
        for found in (draw(listed, given, Keys("r", "r", str(number))) for number in range(50))
        if found.additional.seats
    )
    main = {seat: who for seat, who in made.seats.items() if not seat.part}
    seat = next(iter(made.additional.seats))
    short = dict(list(main.items())[:-1])
    assert places(listed, given, short, seat) == []
    told = {place.reviewer: place.outlook for place in places(listed, given, main, seat)}
    assert told[made.seats[seat]] is Outlook.OPEN
    assert why_not_take(listed, given, main, seat, made.seats[seat]) == []
    assert why_not_take(listed, given, main, seat, "ZZ") == ["ZZ is not on the roster."]
    assert why_not_take(listed, given, main, seat, seat.reviewed) == [
        f"{seat.reviewed} may not take {seat}: its group, its instruments, or a review that stands is against it."
    ]
    assert why_not_take(listed, given, main, Seat("A1", Side.ANY), "A2") == ["A1/any is not an open seat of this draw."]


def test_a_lot_whose_end_is_not_found_in_time_is_neither_open_nor_a_dead_end(monkeypatch: pytest.MonkeyPatch) -> None:
    case = SMALL[0]
    monkeypatch.setattr("rapporteur.lots.engines.byhand.search", lambda lists: search(lists, limit=0))
    monkeypatch.setattr("rapporteur.lots.engines.byhand.judge", lambda *_: Undecided(0))
    seat = case.problem.seats[0]
    assert {place.outlook for place in places(case.roster, case.rules, {}, seat)} == {Outlook.UNKNOWN}
    assert ending(case.roster, case.rules, {}).outlook is Outlook.UNKNOWN
    assert ending(case.roster, case.rules, {}).seats == {}

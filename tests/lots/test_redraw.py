"""Lots repeated: the refused State never returns, the rest stays, loads keep their bounds or the record says so."""

from collections import Counter
from dataclasses import replace
from itertools import product

import pytest

from lots.small import Case, chi_square_z, conference, enumerate_draws, roster, rules
from lots.test_additional import faults
from lots.test_additional import small as with_parties
from rapporteur.lots.engines.draw import Draw, Engine, Keys, Stage, draw
from rapporteur.lots.engines.problem import problem_of
from rapporteur.lots.engines.redraw import (
    NotAlone,
    Refusal,
    draw_late,
    redraw,
    redraw_jointly,
    why_not_redraw,
)
from rapporteur.lots.terms import FixedSeat, Roster, Rules, Seat, ShortfallRule, Side, Turn

LISTED, GIVEN = conference(), Rules()
LOOSE = Case("4+3, room for everything", roster([4, 3], reviewed=3), rules(0, 3), 432)


def keys(seed: str) -> Keys:
    return Keys("roster", "rules", seed)


@pytest.fixture(scope="module")
def made() -> Draw:
    return draw(LISTED, GIVEN, keys("first"))


def test_the_refused_state_never_returns_and_everything_else_stays(made: Draw) -> None:
    for number, seat in enumerate(list(made.main.seats)[::38]):
        refusal = Refusal(seat, made.main.seats[seat])
        found = redraw(LISTED, GIVEN, made, refusal, keys(f"later {number}"))
        assert list(found.main.seats) == [seat]
        assert found.main.seats[seat] != refusal.refused
        assert faults(LISTED, GIVEN, found.applied(made)) == []
        touched = {at for at in made.seats if at == seat or at in found.gone}
        kept = {at: who for at, who in made.seats.items() if at not in touched}
        assert kept.items() <= found.applied(made).seats.items()


def test_the_candidates_of_a_redraw_are_those_that_checking_one_by_one_finds(made: Draw) -> None:
    seat = Seat("A1", Side.OTHER)
    refusal = Refusal(seat, made.main.seats[seat])
    found = redraw(LISTED, GIVEN, made, refusal, keys("later"))
    mains = {**made.main.seats}
    kept = {at: who for at, who in made.additional.seats.items() if at not in found.gone}
    pairs = [(who, at.reviewed) for at, who in (*mains.items(), *kept.items()) if at != seat]
    loads = Counter(who for who, _ in pairs)
    free = [s for s in LISTED.states if loads[s.code] < 3 and s.group != "Group A" and s.code != refusal.refused]
    free = [s for s in free if not {(s.code, "A1"), ("A1", s.code)} & set(pairs)]
    party = {state.code: state.party for state in LISTED.states}

    def covers(who: str) -> bool:
        lacking = party["A1"] - party[who]
        return not lacking or any(lacking <= s.party for s in free if s.code != who)

    good = [state.code for state in free if covers(state.code)]
    assert found.choices == len(good) > 20
    assert found.main.seats[seat] in good


def test_each_candidate_is_as_likely_as_any_other() -> None:
    case = LOOSE
    small = draw(case.roster, case.rules, keys("small"))
    seat = next(iter(small.main.seats))
    refusal = Refusal(seat, small.main.seats[seat])
    draws = [redraw(case.roster, case.rules, small, refusal, keys(f"{n}")) for n in range(1000)]
    counts = Counter(found.main.seats[seat] for found in draws)
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
    assert (found.main.seats, found.choices, found.shortfall) == ({Seat("A1", Side.OWN): "A3"}, 1, {"A2": 1})


def test_or_two_seats_are_exchanged_with_the_consent_of_the_third_state() -> None:
    listed, given, small = tight()
    exchange = replace(given, shortfall=ShortfallRule.EXCHANGE)
    found = redraw(listed, exchange, small, Refusal(Seat("A1", Side.OWN), "A2"), keys("exchange"))
    assert found.main.seats == {Seat("A1", Side.OWN): "A3", Seat("B1", Side.OTHER): "A2"}
    assert (found.choices, found.shortfall, found.consents) == (1, {}, ("A3",))


def test_before_the_last_draw_of_a_phase_nothing_is_exchanged_and_nothing_is_short() -> None:
    listed, given, small = tight()
    states = tuple(replace(s, turn=Turn.LATER) if s.code == "B2" else s for s in listed.states)
    earlier = replace(listed, states=states)
    exchange = replace(given, maximum=2, shortfall=ShortfallRule.EXCHANGE)
    found = redraw(earlier, exchange, small, Refusal(Seat("A1", Side.OWN), "A2"), keys("earlier"))
    assert (found.main.seats, found.shortfall, found.consents) == ({Seat("A1", Side.OWN): "A3"}, {}, ())


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
    counts = Counter(tuple(found.main.seats[seat] for seat in sorted(opened)) for found in draws)
    assert set(counts) == possible
    assert {frozenset(found.main.seats) for found in draws} == {frozenset(opened)}
    assert abs(chi_square_z(list(counts.values()))) < 4.5


# Own-group seats of A1 and A2 and what goes with them: A4 lacks m, which A3, A5 and A6 could add.
PARTY = {"A1": "m", "A2": "m", "A3": "m", "A5": "m", "A6": "m"}
LACKING = with_parties(PARTY, (6, 2), (3, 0))
BOUNDS = rules(0, 2, other_group=0)


def standing() -> Draw:
    main = {Seat("A1", Side.OWN): "A4", Seat("A2", Side.OWN): "A4", Seat("A3", Side.OWN): "A5"}
    additional = {Seat("A1", Side.OWN, 1): "A5", Seat("A2", Side.OWN, 1): "A6"}
    instruments = dict.fromkeys(additional, ("m",))
    return Draw({}, Stage(Engine.EXACT, main), Stage(Engine.EXACT, additional), instruments)


def outcomes(made: Draw, opened: dict[Seat, str]) -> dict[tuple[str, ...], set[tuple[str, ...]]]:
    """Return, by reviewers of the open main seats, the additional reviewers that keep all rules, by trying all."""
    codes = [state.code for state in LACKING.states]
    kept = {at: who for at, who in made.additional.seats.items() if replace(at, part=0) not in opened}
    found: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for picked in product(codes, repeat=len(opened)):
        main = {**made.main.seats, **dict(zip(sorted(opened), picked, strict=True))}
        if any(main[seat] == refused for seat, refused in opened.items()):
            continue
        lacking = [at for at in sorted(opened) if main[at] == "A4"]
        seats = [replace(at, part=1) for at in lacking]
        for more in product(codes, repeat=len(seats)):
            extra = {**kept, **dict(zip(seats, more, strict=True))}
            whole = Draw({}, Stage(Engine.EXACT, main), Stage(Engine.EXACT, extra), dict.fromkeys(extra, ("m",)))
            if not faults(LACKING, BOUNDS, whole, sides=(Side.OWN,)):
                found.setdefault(picked, set()).add(more)
    return found


@pytest.mark.parametrize("seats", [["A1"], ["A3"], ["A1", "A3"]])
def test_drawing_again_is_uniform_over_what_can_be_completed_beside_all_that_stands(seats: list[str]) -> None:
    made = standing()
    opened = {Seat(code, Side.OWN): made.main.seats[Seat(code, Side.OWN)] for code in seats}
    possible = outcomes(made, opened)
    refusals = [Refusal(seat, who) for seat, who in opened.items()]
    counts = dict.fromkeys(possible, 0)
    for number in range(60 * len(possible)):
        if len(seats) == 1:
            found = redraw(LACKING, BOUNDS, made, refusals[0], keys(f"{seats} {number}"))
        else:
            found = redraw_jointly(LACKING, BOUNDS, made, refusals, keys(f"{seats} {number}"), number=1)
        after = found.applied(made)
        counts[tuple(after.main.seats[seat] for seat in sorted(opened))] += 1
        assert faults(LACKING, BOUNDS, after, sides=(Side.OWN,)) == []
        stays = {at: who for at, who in made.seats.items() if replace(at, part=0) not in opened}
        assert stays.items() <= after.seats.items()
    assert len(possible) > 1
    assert abs(chi_square_z(list(counts.values()))) < 4.5


def test_a_kept_additional_review_takes_room() -> None:
    """A5 holds one main and one additional review: with a maximum of 2 it is in no joint draw of other seats."""
    made = standing()
    refusal = Refusal(Seat("A2", Side.OWN), "A4")
    found = [redraw_jointly(LACKING, BOUNDS, made, [refusal], keys(f"{n}"), number=1) for n in range(40)]
    assert {who for draw in found for who in draw.main.seats.values()} == {"A1", "A3", "A6"}
    assert {draw.gone for draw in found} == {(Seat("A2", Side.OWN, 1),)}


def test_a_state_that_joins_late_is_drawn_on_the_room_that_is_left(made: Draw) -> None:
    newcomer = replace(LISTED.states[0], code="A99", name="State A99", party=frozenset(LISTED.instruments))
    listed = Roster(LISTED.instruments, (*LISTED.states, newcomer))
    late = draw_late(listed, GIVEN, made, keys("late"), joined=["A99"], number=1)
    assert set(late.main.seats) == {Seat("A99", Side.OWN), Seat("A99", Side.OTHER)}
    assert (late.gone, late.shortfall) == ((), {})
    after = late.applied(made)
    assert faults(listed, GIVEN, after) == []
    assert made.seats.items() <= after.seats.items()
    lacking = {seat.side for seat, who in late.main.seats.items() if newcomer.party - party_of(listed, who)}
    assert {seat.side for seat in late.additional.seats} == lacking


def party_of(listed: Roster, code: str) -> frozenset[str]:
    return next(state.party for state in listed.states if state.code == code)


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

"""Additional reviewers: all instruments covered, never by a non-party, each completion as likely as any other."""

from collections import Counter
from dataclasses import replace
from itertools import islice, product

import pytest

from lots.small import chi_square_z, conference, enumerate_draws, roster, rules, seed
from rapporteur.lots.engines.additional import Completer, draw_additional, partitions
from rapporteur.lots.engines.draw import Draw, Engine, Keys, Undrawn, draw
from rapporteur.lots.engines.exact import Sampler
from rapporteur.lots.engines.problem import first_clash, problem_of
from rapporteur.lots.terms import AdditionalRule, Roster, Rules, Seat, Side, Turn

KEYS = Keys("roster", "rules", "31415926535897932384")


def small(party: dict[str, str], sizes=(4, 3), reviewed=(2, 1)) -> Roster:
    """Return a roster in which States are party to the instruments c and to those named: {"A1": "f m"}."""
    listed = roster(sizes, reviewed=reviewed)
    states = tuple(replace(s, party=frozenset({"c", *party.get(s.code, "").split()})) for s in listed.states)
    return Roster(("c", "f", "m"), states)


PARTY = {"A1": "f m", "A2": "f", "A3": "f m", "B1": "m f", "B2": "f m", "A4": "m"}


def faults(listed: Roster, given: Rules, made: Draw, *, sides=(Side.OWN, Side.OTHER)) -> list[str]:
    """Check a draw word by word, from the roster and the rules alone."""
    state = {s.code: s for s in listed.states}
    found = []
    seats = made.seats
    loads = Counter(seats.values())
    pairs = [(reviewer, seat.reviewed) for seat, reviewer in seats.items()]
    found += [
        f"{code} takes {load}"
        for code, load in loads.items()
        if load > (given.maximum if state[code].maximum is None else state[code].maximum)
    ]
    set_of_pairs = set(pairs)
    found += [f"{pair} twice" for pair, count in Counter(pairs).items() if count > 1]
    found += [f"{a} and {b} mutually" for a, b in pairs if (b, a) in set_of_pairs]
    for seat, reviewer in seats.items():
        same = state[reviewer].group == state[seat.reviewed].group
        if reviewer == seat.reviewed or (seat.side is Side.OWN) != same:
            found.append(f"{seat} by {reviewer}")
    for s in listed.states:
        for side in sides if s.turn is Turn.NOW else ():
            main = seats[Seat(s.code, side)]
            covered = set(state[main].party & s.party)
            for seat, instruments in made.instruments.items():
                if (seat.reviewed, seat.side) == (s.code, side):
                    if not set(instruments) <= state[seats[seat]].party & s.party or covered & set(instruments):
                        found.append(f"{seat}: {instruments}")
                    covered |= set(instruments)
            if covered != s.party:
                found.append(f"{s.code}/{side} lacks {s.party - covered}")
    return found


def test_a_whole_conference_is_drawn_with_everything_covered() -> None:
    listed, given = conference(), Rules()
    made = draw(listed, given, KEYS)
    assert faults(listed, given, made) == []
    assert made.main.engine is Engine.EXACT
    assert made.additional.engine is Engine.CHAIN
    assert 90 < len(made.additional.seats) < 180


def test_a_separate_cap_lets_the_exact_engine_do_the_second_stage_too() -> None:
    listed = conference()
    made = draw(listed, Rules(additional_counts=False, additional_maximum=3), KEYS)
    assert made.additional.engine is Engine.EXACT


def completions(completer: Completer, main) -> list[tuple[int, ...]]:
    lists = completer.completion(main).lists
    return [
        picked
        for picked in product(*lists.candidates)
        if all(picked.count(s) <= high for s, high in enumerate(lists.highest))
        and first_clash(lists.owner, picked, mutual_barred=lists.mutual_barred) is None
    ]


def test_each_completion_is_as_likely_as_any_other() -> None:
    listed = small({"A1": "f m", "B1": "f m", "A2": "f", "A3": "f m", "B2": "f m", "B3": "f"}, (5, 4), (2, 1))
    given = rules(0, 3, additional_counts=False, additional_maximum=2)
    completer, problem = Completer(listed, given), problem_of(listed, given)
    mains = [completer.main(problem.named(draw)) for draw in islice(enumerate_draws(problem), 200)]
    main = max(mains, key=lambda main: len(completions(completer, main)))
    found = completions(completer, main)
    assert len(found) == 6
    counts = dict.fromkeys(found, 0)
    for number in range(60 * len(found)):
        counts[draw_additional(completer, main, seed(f"additional {number}"), tries=5000).assignment] += 1
    assert abs(chi_square_z(list(counts.values()))) < 4.5


def test_the_law_of_the_main_draw_does_not_depend_on_how_many_completions_there_are() -> None:
    """A sampler of main and additional seats together would favour reviewers that lack many instruments."""
    listed, given = small(PARTY), rules(0, 2)
    problem, completer = problem_of(listed, given), Completer(listed, given)
    sampler = Sampler(problem, accepts=lambda found: completer.can_complete(problem.named(found)))
    valid = [d for d in enumerate_draws(problem) if completer.can_complete(problem.named(d))]
    ways = [len(completions(completer, completer.main(problem.named(d)))) for d in valid]
    assert len(valid) > 20
    assert len(set(ways)) > 1
    counts = dict.fromkeys(valid, 0)
    for number in range(25 * len(valid)):
        counts[sampler.draw(seed(f"staged {number}"), attempts=5000).assignment] += 1
    assert abs(chi_square_z(list(counts.values()))) < 4.5
    joint = [25 * len(valid) * way / sum(ways) for way in ways]
    assert sum(
        (count - expected) ** 2 / expected for count, expected in zip(counts.values(), joint, strict=True)
    ) > 2 * len(valid)


def test_a_main_draw_can_be_completed_exactly_when_some_completion_exists() -> None:
    listed, given = small(PARTY), rules(0, 2, reviewers_at_most=3)
    problem, completer = problem_of(listed, given), Completer(listed, given)
    verdicts = []
    for found in enumerate_draws(problem):
        main = completer.main(problem.named(found))
        exists = completer.completion(main) is not None and bool(completions(completer, main))
        verdicts.append((completer.can_complete(problem.named(found)), exists))
    assert {verdict == exists for verdict, exists in verdicts} == {True}
    assert {exists for _, exists in verdicts} == {True, False}


def test_instruments_are_split_among_the_fewest_reviewers() -> None:
    assert list(partitions(["a", "b", "c"])) == [
        [("a", "b", "c")],
        [("a", "b"), ("c",)],
        [("a", "c"), ("b",)],
        [("a",), ("b", "c")],
        [("a",), ("b",), ("c",)],
    ]


def test_where_no_state_covers_all_two_share_unless_the_review_gets_too_large() -> None:
    listed = small({"A1": "f m", "A3": "f", "A4": "m", "B1": "f m", "B2": "f m", "B3": "f m"}, (4, 3), (1, 0))
    main = {Seat("A1", Side.OWN): "A2", Seat("A1", Side.OTHER): "B1"}
    completion = Completer(listed, rules(0, 2)).completion(main)
    assert dict(zip(completion.lists.seats, completion.instruments, strict=True)) == {
        Seat("A1", Side.OWN, 1): ("f",),
        Seat("A1", Side.OWN, 2): ("m",),
    }
    assert Completer(listed, rules(0, 2, reviewers_at_most=3)).completion(main) is None


def test_no_additional_reviewers_when_the_rules_know_none() -> None:
    made = draw(small(PARTY), rules(0, 2, additional=AdditionalRule.OFF), KEYS)
    assert made.additional.seats == {}


def test_an_instrument_that_nobody_else_is_party_to_leaves_no_draw() -> None:
    listed = small({"A1": "f"}, (3, 3), (1, 0))
    with pytest.raises(Undrawn):
        draw(listed, rules(0, 2, attempts=50), KEYS)


def test_an_earlier_draw_of_a_phase_leaves_the_later_ones_possible() -> None:
    """Two States of three must still review: whoever reviews twice now would leave the last minimum out of reach."""
    listed = roster([3, 3], reviewed=(1, 1))
    states = tuple(replace(s, turn=Turn.LATER if s.code in {"A2", "B2"} else s.turn) for s in listed.states)
    later = Roster((), states)
    given = rules(1, 2)
    completer, problem = Completer(later, given), problem_of(later, given)
    assert problem.lowest == (0,) * 6
    verdicts = Counter(completer.can_complete(problem.named(found)) for found in enumerate_draws(problem))
    assert set(verdicts) == {True, False}
    made = draw(later, given, KEYS)
    assert completer.can_complete(made.main.seats)

"""The ceremony: the same law with any number of balls, no dead end, pairings checked as they are typed in."""

from collections import Counter

from lots.small import CASES, Case, chi_square_z, enumerate_draws, roster, rules
from rapporteur.lots.engines.ceremony import Bowl, agenda, bowl, conditional, is_open, reveals, why_not_place
from rapporteur.lots.engines.draw import Keys, draw
from rapporteur.lots.engines.problem import problem_of
from rapporteur.lots.engines.streams import Stream
from rapporteur.lots.terms import Seat, Side

SMALL = [case for case in CASES if case.draws in {12, 16, 24} and not case.rules.fixed]


def ceremony(case: Case, *, balls: int, name: str) -> dict[Seat, str]:
    """Run a whole ceremony, a hand drawing one ball at each step, and check on the way that it can go on."""
    drawn: dict[Seat, str] = {}
    hand = Stream(f"hand {name}".encode())
    for code in agenda(case.roster, seed=name):
        step = bowl(case.roster, case.rules, drawn, code, Keys("roster", "rules", f"{name} {code}"), balls=balls)
        drawn |= step.balls[hand.below(balls)].seats
        assert is_open(case.roster, case.rules, drawn)
    return drawn


def score(case: Case, *, balls: int, ceremonies: int) -> float:
    problem = problem_of(case.roster, case.rules)
    counts = {tuple(sorted(problem.named(found).items())): 0 for found in enumerate_draws(problem)}
    for number in range(ceremonies):
        counts[tuple(sorted(ceremony(case, balls=balls, name=f"{case.name} {balls} {number}").items()))] += 1
    return chi_square_z(list(counts.values()))


def test_one_two_and_twenty_balls_have_the_same_law() -> None:
    cases = [case for case in SMALL if case.draws in {12, 16, 24}][:3]
    assert len(cases) == 3
    scores = {
        (c.name, b): score(c, balls=b, ceremonies=n * c.draws) for c in cases for b, n in ((1, 30), (2, 15), (20, 3))
    }
    assert {what: z for what, z in scores.items() if abs(z) > 4.5} == {}


def test_every_ball_carries_a_complete_valid_draw() -> None:
    case = CASES[1]
    first = bowl(case.roster, case.rules, {}, "A1", Keys("roster", "rules", "one"), balls=10)
    drawn = first.balls[0].seats
    second = bowl(case.roster, case.rules, drawn, "B1", Keys("roster", "rules", "two"), balls=10)
    whole = problem_of(case.roster, case.rules)
    for ball in second.balls:
        finished = {**drawn, **ball.certificate}
        assert whole.is_valid(tuple(whole.states.index(finished[seat]) for seat in whole.seats))
        assert ball.seats == {seat: who for seat, who in ball.certificate.items() if seat.reviewed == "B1"}


def test_the_digest_of_a_bowl_hangs_on_every_ball() -> None:
    case = CASES[1]
    found = bowl(case.roster, case.rules, {}, "A1", Keys("roster", "rules", "one"), balls=4)
    assert bowl(case.roster, case.rules, {}, "A1", Keys("roster", "rules", "one"), balls=4).digest == found.digest
    assert Bowl("A1", found.balls[::-1]).digest != found.digest


def test_the_board_shows_counts_and_their_standard_error() -> None:
    case = CASES[1]
    seat = Seat("A1", Side.OTHER)
    found = bowl(case.roster, case.rules, {}, "A1", Keys("roster", "rules", "board"), balls=100)
    counts = Counter(ball.seats[seat] for ball in found.balls)
    board = found.chances(seat)
    assert {chance.reviewer: chance.balls for chance in board} == counts
    assert sum(chance.per_mille for chance in board) == 1000
    assert all(abs(c.error - 1000 * (c.balls * (100 - c.balls) / 10**6) ** 0.5) <= 1 for c in board)


def test_fixing_one_seat_and_drawing_is_drawing_and_keeping_what_agrees() -> None:
    case = CASES[1]
    problem = problem_of(case.roster, case.rules)
    seat, who = Seat("A1", Side.OWN), "A2"
    kept = [named for named in map(problem.named, enumerate_draws(problem)) if named[seat] == who]
    counts = {tuple(sorted(named.items())): 0 for named in kept}
    given = conditional(case.rules, {seat: who})
    for number in range(20 * len(kept)):
        counts[tuple(sorted(draw(case.roster, given, Keys("roster", "rules", str(number))).seats.items()))] += 1
    assert abs(chi_square_z(list(counts.values()))) < 4.5


def test_a_reveal_shows_every_seat_once_in_the_order_of_the_agenda() -> None:
    case = CASES[1]
    made = draw(case.roster, case.rules, Keys("roster", "rules", "reveal"))
    order = agenda(case.roster, seed="reveal")
    shown = reveals(made, order)
    assert [step.reviewed for step in shown] == order
    assert {seat: who for step in shown for seat, who in step.seats.items()} == made.seats


def test_a_pairing_typed_in_is_checked_before_it_stands() -> None:
    listed, given = roster([3, 3], reviewed=(2, 1)), rules(0, 1)
    first = {Seat("A1", Side.OWN): "A3"}
    assert why_not_place(listed, given, {}, Seat("A1", Side.OWN), "A3") == []
    assert why_not_place(listed, given, {}, Seat("A1", Side.OWN), "ZZ") == ["ZZ is not on the roster."]
    assert why_not_place(listed, given, first, Seat("A1", Side.OWN), "A2") == [
        "A1/own is not an open seat of this draw."
    ]
    assert why_not_place(listed, given, first, Seat("A1", Side.OTHER), "A2") == [
        "A2 may not take A1/other: its group, a bar, or a review already settled stands against it."
    ]
    assert why_not_place(listed, given, first, Seat("A2", Side.OWN), "A3") == ["A3 has as many reviews as it may take."]


def test_a_pairing_that_would_end_in_a_dead_end_is_refused_before() -> None:
    listed, given = roster([3, 3], reviewed=(2, 1)), rules(0, 1)
    # A2/own can be taken by A1 or A3 alone; A1 must be reviewed by A3, since A2 may not review A1 in return.
    drawn = {Seat("B1", Side.OTHER): "A1"}
    assert why_not_place(listed, given, drawn, Seat("A1", Side.OWN), "A3") == [
        "With A3 in A1/own the remaining seats could not all be filled."
    ]

"""The peers of the draw follow the same rules: each answer is a valid draw, and none stands where there is no draw."""

from collections import Counter
from dataclasses import replace

import pytest
from benchmarks.seats import question_of

from benchmarks import draw_peers, peer_clingo, peer_cpsat
from lots.small import CASES, Case, enumerate_draws, roster, rules

PEERS = [peer_clingo.draw, peer_cpsat.draw]
SMALL = [case for case in CASES if case.draws < 50]


@pytest.mark.parametrize("peer", PEERS, ids=["clingo", "ortools"])
@pytest.mark.parametrize("case", SMALL, ids=lambda case: case.name)
def test_a_peer_gives_valid_draws(case: Case, peer) -> None:
    question = question_of(case.roster, case.rules)
    drawn = {peer(question, seed) for seed in range(1, 6)}
    assert drawn <= set(enumerate_draws(case.problem))


@pytest.mark.parametrize("peer", PEERS, ids=["clingo", "ortools"])
def test_a_peer_says_that_there_is_no_draw(peer) -> None:
    with pytest.raises((ValueError, TimeoutError)):
        peer(question_of(roster([3, 3]), rules(3, 3)), 1)


@pytest.mark.parametrize("peer", PEERS, ids=["clingo", "ortools"])
def test_a_peer_leaves_room_for_additional_reviewers(peer) -> None:
    """A1 is reviewed; only A2 and A4, B1 and B2 are party to what the others lack."""
    listed = roster([4, 3], reviewed=(1, 0))
    full = {"A1", "A2", "A4", "B1", "B2"}
    states = tuple(replace(s, party=frozenset({"c", "f"} if s.code in full else {"c"})) for s in listed.states)
    question = question_of(replace(listed, instruments=("c", "f"), states=states), rules(0, 1))
    drawn = {peer(question, seed) for seed in range(1, 8)}
    own = {listed.states[draw[0]].code for draw in drawn}
    assert own <= {"A2", "A3", "A4"}
    closed = tuple(replace(s, party=frozenset({"c"})) if s.code != "A1" else s for s in states)
    with pytest.raises((ValueError, TimeoutError)):
        peer(question_of(replace(listed, instruments=("c", "f"), states=closed), rules(0, 1)), 1)


def test_the_distance_is_none_for_equal_shares_and_nearly_one_for_a_single_answer() -> None:
    valid = list(enumerate_draws(CASES[0].problem))
    assert draw_peers._distance(valid * 3, valid) == pytest.approx(0)
    assert draw_peers._distance(valid[:1] * 9, valid) == pytest.approx(1 - 1 / len(valid))


def test_the_noise_is_that_of_exactly_uniform_samples() -> None:
    two_of_two = Counter({"distance 0": 2, "distance 1/2": 2})  # of four equally likely pairs of samples
    assert draw_peers._noise(2, 2) == pytest.approx(0.5 * two_of_two["distance 1/2"] / two_of_two.total())

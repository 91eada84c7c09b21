"""The search against enumeration: the same verdict, and counts that fail when anybody recounts them."""

import random

import pytest

from lots.small import barred, conference, enumerate_draws, roster, rules, settled
from rapporteur.lots.engines.exact import Sampler
from rapporteur.lots.engines.flow import Shortage
from rapporteur.lots.engines.problem import Lists, Problem, problem_of
from rapporteur.lots.engines.reasons import sentences, shrunk, without_forbidden
from rapporteur.lots.engines.search import Leaf, NoDraw, Undecided, search
from rapporteur.lots.terms import Roster, Rules


def random_draw(chance: random.Random) -> tuple[Roster, Rules]:
    sizes = [chance.randint(2, 4) for _ in range(chance.randint(2, 3))]
    codes = [state.code for state in roster(sizes).states]
    bounds = {
        code: (low := chance.randint(0, 2), low + chance.randint(0, 1)) for code in codes if chance.random() < 0.3
    }
    pairs = [f"{a}>{b}" for a in codes for b in codes if a != b and chance.random() < 0.1]
    earlier = [f"{a}>{b}" for a in codes for b in codes if a != b and chance.random() < 0.05]
    low = int(chance.random() < 0.3)
    reviewed = [chance.randint(0, 2) for _ in sizes]
    return (
        roster(sizes, reviewed=reviewed, bounds=bounds),
        rules(low, low + chance.randint(0, 2), barred=barred(*pairs), settled=settled(*earlier)),
    )


def recounts(lists: Lists, leaf: Leaf) -> bool:
    """Recount a failing count from the lists alone."""
    candidates = without_forbidden(lists, leaf)
    cut = shrunk(lists, leaf)
    states = set(cut.states)
    if cut.shortage is Shortage.REVIEWERS:
        seats = [seat for seat, found in enumerate(candidates) if set(found) <= states]
        return list(cut.seats) == seats and len(seats) > sum(lists.highest[s] for s in states)
    seats = [seat for seat, found in enumerate(candidates) if set(found) & states]
    return list(cut.seats) == seats and sum(lists.lowest[s] for s in states) > len(seats)


@pytest.fixture(scope="module")
def verdicts() -> list[tuple[Problem, object, bool]]:
    chance = random.Random("tiny draws")  # noqa: S311 - a fixed variety of draws, no secret
    problems = [problem_of(*random_draw(chance)) for _ in range(300)]
    return [(p, search(p.lists()), next(enumerate_draws(p), None) is not None) for p in problems]


def test_the_verdict_is_that_of_enumeration(verdicts) -> None:
    assert [isinstance(found, NoDraw) for _, found, _ in verdicts] == [not exists for _, _, exists in verdicts]
    assert 50 < sum(exists for _, _, exists in verdicts) < 250


def test_what_is_found_is_valid(verdicts) -> None:
    assert all(problem.is_valid(found) for problem, found, exists in verdicts if exists)


def test_every_count_of_every_proof_fails_when_recounted(verdicts) -> None:
    proofs = [(problem.lists(), proof) for problem, proof, exists in verdicts if not exists]
    assert [leaf for lists, proof in proofs for leaf in proof.leaves if not recounts(lists, leaf)] == []
    assert sum(len(proof.leaves) > 1 for _, proof in proofs) >= 2


def test_the_exact_sampler_draws_whenever_a_draw_exists_and_never_else(verdicts) -> None:
    found = [Sampler(problem).draw(b"exists", attempts=3000 if exists else 20) for problem, _, exists in verdicts]
    assert [drawn is not None for drawn in found] == [exists for _, _, exists in verdicts]


def test_a_larger_maximum_or_a_lifted_bar_never_closes_a_draw(verdicts) -> None:
    chance = random.Random("tiny draws")  # noqa: S311 - the same draws again
    for _, _, exists in verdicts:
        listed, given = random_draw(chance)
        wider = Rules(
            **{n: getattr(given, n) for n in given.__slots__}
            | {"maximum": given.maximum + 1, "barred": given.barred[1:]}
        )
        if exists:
            assert not isinstance(search(problem_of(listed, wider).lists()), NoDraw)


def test_too_few_reviewers_are_named_with_their_number() -> None:
    lists = problem_of(roster([3, 3]), rules(0, 1)).lists()
    proof = search(lists)
    assert isinstance(proof, NoDraw)
    assert sentences(lists, proof) == [
        (
            "The 3 other-group and 3 own-group seats A1/own, A2/own, A3/own, B1/other, B2/other, B3/other can be "
            "filled only by these 3 States, which may take at most 3: A1, A2, A3."
        )
    ]


def test_a_refusal_is_shrunk_to_the_states_that_matter() -> None:
    listed = roster([2, 9], bounds={"A1": (0, 0)})
    lists = problem_of(listed, rules(0, 3)).lists()
    proof = search(lists)
    assert isinstance(proof, NoDraw)
    assert sentences(lists, proof) == [
        "The 1 own-group seat A2/own can be filled only by one State, which may take at most 0: A1."
    ]


def test_a_minimum_that_cannot_be_reached_is_named() -> None:
    lists = problem_of(roster([3, 2], reviewed=(1, 0)), rules(1, 3)).lists()
    proof = search(lists)
    assert isinstance(proof, NoDraw)
    assert sentences(lists, proof) == ["One State must perform at least 1 reviews but only 0 seats are open: A1."]


def test_a_conference_with_one_group_deferred_is_refused_with_that_group() -> None:
    listed = conference()
    codes = [state.code for state in listed.states if state.code.startswith("C")][:16]
    lists = problem_of(roster([54, 54, 23, 33, 26], bounds=dict.fromkeys(codes, (0, 0))), rules()).lists()
    proof = search(lists)
    assert isinstance(proof, NoDraw)
    [words] = sentences(lists, proof)
    assert "The 23 own-group seats" in words
    assert "which may take at most 21" in words


def test_a_search_that_meets_its_limit_says_so(verdicts) -> None:
    branched = [p.lists() for p, proof, _ in verdicts if isinstance(proof, NoDraw) and len(proof.leaves) > 1]
    assert len(branched) >= 2
    assert {search(lists, limit=1) for lists in branched} == {Undecided(1)}
    assert str(Undecided(1)) == "undecided after 1 branches"

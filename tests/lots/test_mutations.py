"""The uniformity tests have teeth: with one step of the sampler altered, they notice."""

from collections.abc import Callable

import pytest

from lots.small import Case, chi_square_z, counts_of, roster, rules, seed
from rapporteur.lots.engines import exact
from rapporteur.lots.engines.exact import Block, Discarded, Sampler
from rapporteur.lots.engines.problem import Problem
from rapporteur.lots.engines.streams import Stream
from rapporteur.lots.engines.weights import weights

# Groups of unequal size: where all are alike, wrong weights are wrong alike.
CASE = Case("3+2+2, four reviewed", roster([3, 2, 2], reviewed=(3, 1, 0)), rules(0, 2), 390)


def score(sampler: Sampler, case: Case) -> float:
    drawn = (sampler.draw(seed(f"mutation {number}"), attempts=10_000) for number in range(20 * case.draws))
    return chi_square_z(counts_of(case.problem, (found.assignment for found in drawn if found)))


class KeepsEverything(Sampler):
    """The second step left out: every choice of blocks that can be dealt at all is kept."""

    def _keep(self, received: list[list[int]], stream: Stream) -> None:
        stream.take(4)
        if not all(len(extra) in shares for shares, extra in zip(self._shares, received, strict=True)):
            raise Discarded("share")


def without_mutual_term(owners: tuple, others: tuple, *, mutual_barred: bool) -> tuple[int, ...]:
    return weights(owners, others, mutual_barred=False)


def without_self_term(owners: tuple, others: tuple, *, mutual_barred: bool) -> tuple[int, ...]:
    return weights((), tuple(sorted(owners + others)), mutual_barred=mutual_barred)


def discards_instead_of_dealing_again(deal: Callable[..., list[int]]) -> Callable[..., list[int]]:
    def dealt(problem: Problem, block: Block, seats: int, stream: Stream) -> list[int]:
        loads: list[int] = []
        exact.tree(block.bounds).draw(seats, stream, loads)
        hand = [member for member, load in zip(block.members, loads, strict=True) for _ in range(load)]
        owners = [problem.owner[seat] for seat in block.own_seats]
        if not exact._shuffled(hand, owners, stream, mutual_barred=problem.mutual_barred):
            raise Discarded("block")
        return hand

    return dealt


def test_the_unaltered_sampler_passes() -> None:
    assert abs(score(Sampler(CASE.problem), CASE)) < 4.5


def test_keeping_every_choice_is_noticed() -> None:
    assert score(KeepsEverything(CASE.problem), CASE) > 4.5


@pytest.mark.parametrize("wrong", [without_mutual_term, without_self_term])
def test_a_term_left_out_of_the_weights_is_noticed(wrong, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exact, "weights", wrong)
    assert score(Sampler(CASE.problem), CASE) > 4.5


def test_discarding_where_a_block_should_be_dealt_again_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exact, "_dealt", discards_instead_of_dealing_again(exact._dealt))
    assert score(Sampler(CASE.problem), CASE) > 4.5

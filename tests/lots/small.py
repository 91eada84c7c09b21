"""Small draws that can be enumerated, and the slow obvious twins of the clever functions."""

import hashlib
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from rapporteur.lots.engines.problem import Assignment, Problem, problem_of
from rapporteur.lots.terms import (
    BarredPair,
    FixedSeat,
    LegalRule,
    MutualScope,
    Pair,
    Period,
    Roster,
    Rules,
    Seat,
    SettledPair,
    Side,
    State,
    Turn,
)

LETTERS = "ABCDEFGH"


def roster(
    sizes: Sequence[int],
    *,
    reviewed: int | Sequence[int] | None = None,
    bounds: dict[str, tuple[int, int]] | None = None,
    classes: dict[str, str] | None = None,
) -> Roster:
    """Return States A1, A2.. B1.. in groups of these sizes; `reviewed` is how many, in all or by group."""
    codes = [f"{LETTERS[g]}{i + 1}" for g, size in enumerate(sizes) for i in range(size)]
    by_turn = sorted(codes, key=lambda code: (code[1:], code[0]))
    chosen = set(by_turn[:reviewed] if isinstance(reviewed, int) else codes)
    if isinstance(reviewed, Sequence):
        chosen = {code for code in codes if int(code[1:]) <= reviewed[LETTERS.index(code[0])]}
    bounds = bounds or {}
    return Roster(
        (),
        tuple(
            State(
                code,
                f"State {code}",
                f"Group {code[0]}",
                legal_class=(classes or {}).get(code, ""),
                turn=Turn.NOW if code in chosen else Turn.NO,
                minimum=bounds[code][0] if code in bounds else None,
                maximum=bounds[code][1] if code in bounds else None,
            )
            for code in codes
        ),
    )


INSTRUMENTS = ("convention", "first", "second", "third")


def conference(sizes: Sequence[int] = (54, 54, 23, 33, 26), *, name: str = "conference") -> Roster:
    """Return an invented roster of full size: to the first instrument all are party, to the others ever fewer."""
    chance = random.Random(name)  # noqa: S311 - an invented roster, no secret
    states = roster(sizes, reviewed=sizes).states
    zeal = {state.code: chance.random() for state in states}
    parties = {}
    for instrument, share in zip(INSTRUMENTS, (190, 178, 150, 120), strict=True):
        by_zeal = sorted(zeal, key=lambda code: zeal[code] + chance.random())
        parties[instrument] = set(by_zeal[-(len(states) * share // 190) :])
    return Roster(
        INSTRUMENTS,
        tuple(replace(s, party=frozenset(i for i in INSTRUMENTS if s.code in parties[i])) for s in states),
    )


def rules(minimum: int = 1, maximum: int = 3, **more: object) -> Rules:
    return Rules(minimum=minimum, maximum=maximum, **more)


def barred(*pairs: str) -> tuple[BarredPair, ...]:
    """Return bars written "A1>B2": A1 may not review B2."""
    return tuple(BarredPair(Pair(*pair.split(">")), "barred for the test") for pair in pairs)


def settled(*pairs: str, period: Period = Period.PHASE) -> tuple[SettledPair, ...]:
    return tuple(SettledPair(Pair(*pair.split(">")), period) for pair in pairs)


@dataclass(frozen=True)
class Case:
    name: str
    roster: Roster
    rules: Rules
    draws: int

    @property
    def problem(self) -> Problem:
        return problem_of(self.roster, self.rules)


# A, C, D and E stand, with their numbers, in the published design table, found there by another program.
CASES = [
    Case("C: 3+3, all reviewed, exactly 2", roster([3, 3]), rules(2, 2), 48),
    Case("D: 3+3+3, four reviewed, 0-1", roster([3, 3, 3], reviewed=4), rules(0, 1), 208),
    Case("3+2, three reviewed", roster([3, 2], reviewed=3), rules(0, 2), 12),
    Case("3+2+2, three reviewed, 0-1", roster([3, 2, 2], reviewed=3), rules(0, 1), 12),
    Case(
        "3+3, three reviewed, mutual reviews allowed",
        roster([3, 3], reviewed=3),
        rules(0, 2, no_mutual=MutualScope.OFF),
        176,
    ),
    Case(
        "4+2, uneven bounds",
        roster([4, 2], reviewed=(3, 1), bounds={"A1": (0, 1), "A4": (1, 3), "B1": (0, 3), "B2": (1, 2)}),
        rules(1, 2),
        32,
    ),
    Case("3+3, bars", roster([3, 3], reviewed=4), rules(0, 3, barred=barred("A1>B1", "B2>A1", "A2>A1", "B1>B2")), 81),
    Case(
        "3+3, settled in the phase",
        roster([3, 3], reviewed=4),
        rules(0, 3, settled=settled("A1>B1", "B2>A2", "A2>A1")),
        115,
    ),
    Case(
        "4+3, settled in a previous phase",
        roster([4, 3], reviewed=3),
        rules(0, 2, bar_previous=True, settled=settled("A2>A1", "B1>A1", "A3>B1", period=Period.PREVIOUS)),
        146,
    ),
    Case(
        "5+2, legal classes",
        roster([5, 2], reviewed=(3, 0), classes={"A1": "x", "A2": "x", "A3": "x", "A4": "y"}),
        rules(0, 2, legal=LegalRule.CLASS, class_minimum=3),
        12,
    ),
    Case(
        "6+3, legal classes and those too small for one",
        roster([6, 3], reviewed=(5, 0), classes={"A1": "x", "A2": "x", "A3": "x", "A4": "y"}),
        rules(0, 2, other_group=0, legal=LegalRule.CLASS, class_minimum=3),
        42,
    ),
    Case(
        "3+2, one of the group and one of any",
        roster([3, 2], reviewed=(2, 1)),
        rules(0, 2, other_group=0, any_group=1),
        24,
    ),
    Case("3+3, three seats each", roster([3, 3], reviewed=(2, 0)), rules(0, 2, any_group=1), 180),
    Case("4+3, own group alone", roster([4, 3]), rules(0, 2, other_group=0), 60),
    Case("5, everyone one of the others", roster([5]), rules(1, 1, other_group=0), 24),
    Case("2+2+2, other groups alone", roster([2, 2, 2]), rules(1, 1, own_group=0), 48),
    Case("2+2+2, three reviewed", roster([2, 2, 2], reviewed=3), rules(0, 2), 40),
    Case("3+3+2, three reviewed, 0-1", roster([3, 3, 2], reviewed=3), rules(0, 1), 64),
    Case(
        "3+3, one deferred, one volunteer",
        roster([3, 3], reviewed=3, bounds={"A1": (0, 0), "B3": (2, 3)}),
        rules(0, 2),
        16,
    ),
    Case(
        "3+3, a fixed seat",
        roster([3, 3], reviewed=4),
        rules(0, 2, fixed=(FixedSeat(Seat("A1", Side.OTHER), "B2", "volunteer"),)),
        51,
    ),
    Case("3+3, four reviewed, 1-2", roster([3, 3], reviewed=4), rules(1, 2), 62),
]

LARGER_CASES = [
    Case("3+3, exactly 2, mutual reviews allowed", roster([3, 3]), rules(2, 2, no_mutual=MutualScope.OFF), 900),
    Case("4+3, three reviewed", roster([4, 3], reviewed=3), rules(0, 2), 384),
]

# Too slow for every run of the tests: benchmarks/proof_uniformity.py draws from them.
LARGEST_CASES = [
    Case("A: 3+3, all reviewed, 1-3", roster([3, 3]), rules(), 624),
    Case("E: 4+3+2, five reviewed, 1-2", roster([4, 3, 2], reviewed=(2, 2, 1)), rules(1, 2), 928),
    Case(
        "5+3, uneven bounds",
        roster([5, 3], reviewed=(3, 2), bounds={"A1": (0, 1), "A2": (1, 1), "B1": (2, 4)}),
        rules(1, 2),
        1766,
    ),
]


def enumerate_draws(problem: Problem) -> Iterator[Assignment]:
    """Yield every valid draw by trying every reviewer for every seat in turn."""
    chosen: list[int] = []
    loads = [0] * len(problem.states)

    def fill() -> Iterator[Assignment]:
        if len(chosen) == len(problem.seats):
            if all(load >= low for load, low in zip(loads, problem.lowest, strict=True)):
                yield tuple(chosen)
            return
        for state in problem.candidates(len(chosen)):
            if loads[state] < problem.highest[state]:
                chosen.append(state)
                loads[state] += 1
                if problem.clash(chosen) is None:
                    yield from fill()
                loads[state] -= 1
                chosen.pop()

    return fill()


def counts_of(problem: Problem, draws: Iterable[Assignment]) -> list[int]:
    """Return how often each valid draw came up. A draw that is not valid is an error."""
    counts = dict.fromkeys(enumerate_draws(problem), 0)
    for draw in draws:
        counts[draw] += 1
    return list(counts.values())


def seed(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def chi_square_z(counts: Sequence[int]) -> float:
    """Return how many standard deviations the chi-square of equal expected counts lies from its mean."""
    expected = sum(counts) / len(counts)
    free = len(counts) - 1
    chi_square = sum((count - expected) ** 2 for count in counts) / expected
    return (chi_square - free) / sqrt(2 * free) if free else 0.0

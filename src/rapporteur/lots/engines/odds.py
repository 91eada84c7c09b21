"""Chances of who comes to review a State: exact where all draws can be listed, else estimated with their error.

For rehearsals alone. Nothing here knows a true seed, and the draw does not depend on any of it.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import isqrt
from typing import Final

from rapporteur.lots.engines.additional import Completer
from rapporteur.lots.engines.draw import Keys
from rapporteur.lots.engines.exact import Sampler
from rapporteur.lots.engines.problem import Assignment, Problem, problem_of
from rapporteur.lots.engines.streams import draw_key
from rapporteur.lots.terms import Roster, Rules, Seat

NODES: Final = 50_000  # how many partial draws are looked at before the chances are estimated instead
_MILLION: Final = 10**6


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely a reviewer is for a seat. Units: millionths; `error` is one standard error, 0 where it is exact."""

    seat: Seat
    reviewer: str
    per_million: int
    error: int


@dataclass(frozen=True, slots=True)
class Odds:
    """The chances of every open seat of some States. `of` is the number of draws that were counted."""

    is_exact: bool
    of: int
    chances: tuple[Chance, ...]


def odds(
    roster: Roster,
    rules: Rules,
    keys: Keys,
    *,
    samples: int,
    step: Callable[[int], None] = lambda _: None,
) -> Odds:
    """Return the chances of every main seat; `step` is told how many samples were drawn. Raises: ValueError."""
    problem, completer = problem_of(roster, rules), Completer(roster, rules)
    counts: Counter[tuple[Seat, str]] = Counter()
    listed = every_draw(problem)
    if listed is not None:
        kept = [draw for draw in listed if completer.can_complete(problem.named(draw))]
        for draw in kept:
            counts.update(problem.named(draw).items())
        return _told(counts, len(kept), is_exact=True)
    sampler = Sampler(problem, accepts=lambda draw: completer.can_complete(problem.named(draw)))
    for number in range(samples):
        counts.update(_sample(sampler, problem, rules, keys, number).items())
        step(number + 1)
    return _told(counts, samples, is_exact=False)


def _sample(sampler: Sampler, problem: Problem, rules: Rules, keys: Keys, number: int) -> Mapping[Seat, str]:
    key = draw_key(roster=keys.roster, rules=keys.rules, seed=keys.seed, purpose=f"odds:{number}")
    found = sampler.draw(key, attempts=rules.attempts)
    if found is None:
        raise ValueError(f"No draw in {rules.attempts} attempts; there is nothing to estimate from.")
    return problem.named(found.assignment)


def every_draw(problem: Problem, *, nodes: int = NODES) -> list[Assignment] | None:
    """Return all valid main draws, None where listing them takes more than so many steps."""
    candidates = problem.lists().candidates
    try:
        return list(_fill(problem, candidates, [], [0] * len(problem.states), [nodes]))
    except _TooMany:
        return None


class _TooMany(Exception):
    pass


def _fill(
    problem: Problem, candidates: tuple[Assignment, ...], chosen: list[int], loads: list[int], left: list[int]
) -> Iterator[Assignment]:
    """Yield what the seats not chosen yet can become; `left` counts the steps. Raises: _TooMany."""
    left[0] -= 1
    if left[0] < 0:
        raise _TooMany
    if len(chosen) == len(problem.seats):
        if all(load >= low for load, low in zip(loads, problem.lowest, strict=True)):
            yield tuple(chosen)
        return
    for state in candidates[len(chosen)]:
        if loads[state] < problem.highest[state]:
            chosen.append(state)
            loads[state] += 1
            if problem.clash(chosen) is None:
                yield from _fill(problem, candidates, chosen, loads, left)
            loads[state] -= 1
            chosen.pop()


def _told(counts: Counter[tuple[Seat, str]], of: int, *, is_exact: bool) -> Odds:
    if not of:
        raise ValueError("There is no valid draw: `rapporteur lots check` says why.")
    chances = (
        Chance(
            seat,
            who,
            _MILLION * count // of,
            0 if is_exact else isqrt(_MILLION**2 * count * (of - count) // of**3),
        )
        for (seat, who), count in counts.items()
    )
    return Odds(is_exact, of, tuple(sorted(chances, key=lambda c: (c.seat, -c.per_million, c.reviewer))))

"""The draw beside what others would use: time for a valid draw, and distance from uniform where all draws are known.

The distance is the total variation: half the sum, over all valid draws, of how far each one's share of the samples lies
from an equal share. Some of it is the noise of a finite sample: `noise` is what an exactly uniform sampler would show.
"""

import importlib.util
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from math import comb

from tests.lots.small import CASES, Case, conference, enumerate_draws, seed

from benchmarks import peer_clingo, peer_cpsat
from benchmarks.rows import Figure, Row, clock
from benchmarks.seats import Question, question_of
from rapporteur.lots.engines.draw import Keys, draw
from rapporteur.lots.engines.exact import Sampler
from rapporteur.lots.engines.problem import Assignment, problem_of
from rapporteur.lots.terms import Roster, Rules

PEERS = {"clingo": peer_clingo.draw, "ortools": peer_cpsat.draw}
SMALL = (
    "C: 3+3, all reviewed, exactly 2",
    "D: 3+3+3, four reviewed, 0-1",
    "3+3, four reviewed, 1-2",
    "4+2, uneven bounds",
)


def there() -> dict[str, Callable[[Question, int], Assignment]]:
    return {name: peer for name, peer in PEERS.items() if importlib.util.find_spec(name)}


def rows(*, samples: int) -> list[Row]:
    """Return the comparison. `samples` is how many are taken for each valid draw of an enumerated case."""
    return [*_whole(), *(row for case in CASES if case.name in SMALL for row in _enumerated(case, samples))]


def _whole() -> Iterator[Row]:
    """Yield the times for one whole-phase draw of 190 States, everything set up anew as for a single use."""
    listed, given = conference((54, 54, 23, 33, 26)), Rules()
    alone = replace(listed, instruments=(), states=tuple(replace(s, party=frozenset()) for s in listed.states))
    for what, roster in (("main draw alone", alone), ("with additional reviewers", listed)):
        ours = clock(lambda roster=roster: draw(roster, given, Keys("a", "b", "benchmark")), times=3).median
        for name, peer in there().items():
            taken = _taken(peer, roster, given)
            label = f"a valid draw of 190 States, {what}; peer: {name}"
            if taken is None:
                yield Row(f"{label} (none in {peer_cpsat.LONGEST:g} s)", (Figure("mean", ours, "s"),))
            else:
                yield Row(label, (Figure("mean", ours, "s"),), peer=taken, peer_of="mean")


def _taken(peer: Callable[[Question, int], Assignment], roster: Roster, given: Rules) -> float | None:
    """Return the seconds for one draw, None where the peer gave up."""
    problem = problem_of(roster, given)
    drawn: list[Assignment] = []
    try:
        taken = clock(lambda: drawn.append(peer(question_of(roster, given), 1))).total
    except TimeoutError:
        return None
    assert problem.is_valid(drawn[0])
    return taken


def _enumerated(case: Case, samples: int) -> Iterator[Row]:
    valid = list(enumerate_draws(case.problem))
    count = samples * len(valid)
    ours: list[Assignment] = []

    def exact(number: int) -> Assignment:
        drawn = Sampler(case.problem).draw(seed(f"distance {number}"), attempts=100_000)
        assert drawn
        return drawn.assignment

    mine = clock(lambda: ours.extend(map(exact, range(count)))).total / count
    question = question_of(case.roster, case.rules)
    label = f"{case.name} ({len(valid)} draws, {count:,} samples)"
    distance = Figure("distance", _distance(ours, valid), "")
    noise = Figure("noise", _noise(len(valid), count), "")
    for name, peer in there().items():
        found: list[Assignment] = []
        theirs = clock(lambda found=found, peer=peer: found.extend(peer(question, n + 1) for n in range(count))).total
        yield Row(f"{label}: {name}", (distance, noise), peer=_distance(found, valid), peer_of="distance")
        yield Row(f"{label}, time: {name}", (Figure("mean", mine, "s"),), peer=theirs / count, peer_of="mean")


def _distance(drawn: Sequence[Assignment], valid: Sequence[Assignment]) -> float:
    counts = Counter(drawn)
    assert set(counts) <= set(valid)
    return sum(abs(counts[one] / len(drawn) - 1 / len(valid)) for one in valid) / 2


def _noise(draws: int, count: int) -> float:
    """Return the mean distance of so many samples that are exactly uniform: half the mean deviation of each count."""
    chance, mean = 1 / draws, count / draws
    spread = sum(
        comb(count, k) * chance**k * (1 - chance) ** (count - k) * abs(k - mean)
        for k in range(min(count, int(mean + 12 * mean**0.5) + 12) + 1)
    )
    return draws * spread / count / 2

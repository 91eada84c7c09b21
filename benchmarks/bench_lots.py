"""The drawing of lots: how long each draw takes, beside what others would use, and how far each is from uniform.

The roster is invented: 190 States in groups of 54, 54, 23, 33 and 26; to the four instruments 190, 178, 150 and 120 are
party. `run(full=True)` takes as many seeds as the design's figures ask for; otherwise the run takes a few minutes.
"""

import hashlib
import multiprocessing
import resource
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from tests.lots.publishing import publish
from tests.lots.small import conference

from benchmarks import draw_peers
from benchmarks.rows import Figure, Row, Times, clock
from rapporteur.lots import verify
from rapporteur.lots.engines.additional import Completer
from rapporteur.lots.engines.ceremony import agenda, bowl
from rapporteur.lots.engines.draw import Draw, Keys, additional_stage, draw
from rapporteur.lots.engines.exact import Sampler
from rapporteur.lots.engines.problem import Problem, problem_of
from rapporteur.lots.engines.redraw import Refusal, redraw
from rapporteur.lots.engines.search import NoDraw, search
from rapporteur.lots.terms import AdditionalRule, Pair, Period, Roster, Rules, Seat, SettledPair, Turn

NAME = "Lots"
BUDGET = (
    "whole phase of 190 States with set-up p99 under 3 s; one year p99 under 1 s, under 30 s with three phases barred;"
    " one phase barred under 60 s; 1,000 States under 5 s, 10,000 under 60 s and 2 GiB; additional draw under 2 s; bowl"
    " step under 5 s; narrow redraw under 0.1 s; verdict under 5 s; verifier under 10 s at 190 and 120 s at 10,000"
)
PEER = (
    "the same rules as a program for clingo (Answer Set Programming) and as a model for CP-SAT of OR-Tools, each with"
    " the randomness it offers, set up anew for each draw as ours; docs/explanation/draw-by-solvers.md has them"
)
COUNTED = True

SIZES = (54, 54, 23, 33, 26)
THOUSAND = (284, 284, 121, 174, 137)
TEN_THOUSAND = (2842, 2842, 1210, 1737, 1369)
MAIN_ALONE = Rules(additional=AdditionalRule.OFF)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many seeds each case takes."""

    whole: int = 60
    year: int = 60
    year_barred: int = 15
    barred: int = 5
    samples: int = 10


FULL = Counts(whole=1000, year=1000, year_barred=100, barred=25, samples=50)


def key(number: int) -> bytes:
    return hashlib.sha256(f"benchmark {number}".encode()).digest()


def keys(seed: str) -> Keys:
    return Keys("roster", "rules", seed)


def seeds(work: Callable[[int], object], *, times: int) -> Times:
    numbers = iter(range(times))
    return clock(lambda: work(next(numbers)), times=times)


def spread(case: str, times: Times, limit: float) -> Row:
    """Return a row with mean, 99th percentile and worst; the limit is that of the percentile."""
    p99 = sorted(times.taken)[-(-len(times.taken) * 99 // 100) - 1]
    figures = (
        Figure("mean", times.total / len(times.taken), "s"),
        Figure("p99", p99, "s", limit),
        Figure("worst", max(times.taken), "s"),
    )
    return Row(f"{case}, {len(times.taken)} seeds", figures)


def sampler_of(problem: Problem, completer: Completer) -> Sampler:
    return Sampler(problem, accepts=lambda found: completer.can_complete(problem.named(found)))


def main_draws(counts: Counts) -> list[Row]:
    listed, given = conference(SIZES), Rules()

    def whole(number: int) -> None:
        sampler = sampler_of(problem_of(listed, given), Completer(listed, given))
        assert sampler.draw(key(number), attempts=given.attempts)

    rows = [spread("whole phase, 190 States, with set-up", seeds(whole, times=counts.whole), 3)]
    for sizes, limit in ((THOUSAND, 5), (TEN_THOUSAND, 60)):
        taken, memory = in_own_process(sizes)
        figures = (Figure("mean", taken, "s", limit), Figure("memory", memory, "MiB", 2048))
        rows.append(Row(f"whole phase, {sum(sizes):,} States, equal bounds, with set-up", figures))
    return rows


def in_own_process(sizes: tuple[int, ...]) -> tuple[float, float]:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(large_draw, sizes).result()


def large_draw(sizes: tuple[int, ...]) -> tuple[float, float]:
    """Return the seconds of one large draw with set-up, and the most memory the process had. Units: s, MiB."""
    problem = problem_of(conference(sizes), MAIN_ALONE)
    taken = clock(lambda: Sampler(problem).draw(key(0), attempts=MAIN_ALONE.attempts)).total
    return taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def previous(listed: Roster, phases: int) -> Rules:
    """Return rules that bar the pairs of so many earlier phases."""
    given = Rules(bar_previous=True)
    problem = problem_of(listed, Rules())
    sampler = Sampler(problem)
    for phase in range(phases):
        found = sampler.draw(key(1000 + phase), attempts=given.attempts)
        assert found
        pairs = [Pair(who, seat.reviewed) for seat, who in problem.named(found.assignment).items()]
        given = replace(given, settled=(*given.settled, *(SettledPair(pair, Period.PREVIOUS) for pair in pairs)))
    return given


def first_year(listed: Roster) -> Roster:
    now = set(agenda(listed, seed="years")[:63])
    states = tuple(replace(s, turn=Turn.NOW if s.code in now else Turn.LATER) for s in listed.states)
    return replace(listed, states=states)


def barred_draws(counts: Counts) -> list[Row]:
    listed = conference(SIZES)
    year = first_year(listed)
    rows = []
    for phases, limit, times in ((0, 1, counts.year), (3, 30, counts.year_barred)):
        given = previous(listed, phases)

        def one(number: int, given: Rules = given) -> None:
            sampler = sampler_of(problem_of(year, given), Completer(year, given))
            assert sampler.draw(key(number), attempts=given.attempts)

        words = {0: "no earlier phase barred", 3: "three earlier phases barred"}[phases]
        rows.append(spread(f"first year, 63 reviews, {words}", seeds(one, times=times), limit))
    given = previous(listed, 1)
    sampler = Sampler(problem_of(listed, given))
    times = seeds(lambda number: sampler.draw(key(number), attempts=given.attempts), times=counts.barred)
    return [*rows, spread("whole phase, one earlier phase barred", times, 60)]


def stages() -> list[Row]:
    listed, given = conference(SIZES), Rules()
    made = draw(listed, given, keys("benchmark"))
    completer = Completer(listed, given)
    additional = seeds(
        lambda n: additional_stage(made.main.seats, given, completer, keys(str(n)), purpose="additional"), times=5
    )
    seats = list(made.main.seats)[::20]
    again = seeds(
        lambda n: redraw(listed, given, made, Refusal(seats[n], made.main.seats[seats[n]]), keys(str(n))),
        times=len(seats),
    )
    return [
        Row(f"additional draw, {len(made.additional.seats)} seats, 5 seeds", worst(additional, 2)),
        Row(f"narrow redraw, {len(seats)} seats", worst(again, 0.1)),
        Row("bowl step, 100 balls, 5 steps", worst(bowl_steps(listed, given, made), 5)),
        *verdicts(listed),
    ]


def worst(times: Times, limit: float) -> tuple[Figure, ...]:
    return (
        Figure("mean", times.total / len(times.taken), "s"),
        Figure("worst", max(times.taken), "s", limit),
    )


def bowl_steps(listed: Roster, given: Rules, made: Draw) -> Times:
    """Return what every fortieth step of a ceremony takes."""
    taken: list[float] = []
    drawn: dict[Seat, str] = {}
    for step, code in enumerate(agenda(listed, seed="bowl")):
        if step % 40 == 0:
            so_far = dict(drawn)
            work = clock(lambda so_far=so_far, code=code: bowl(listed, given, so_far, code, keys("step"), balls=100))
            taken.append(work.total)
        drawn |= {seat: who for seat, who in made.main.seats.items() if seat.reviewed == code}
    return Times(tuple(taken))


def verdicts(listed: Roster) -> list[Row]:
    lists = problem_of(listed, Rules()).lists()
    third = [state.code for state in listed.states if state.group == "Group C"][3:]
    poor = replace(
        listed,
        states=tuple(replace(s, minimum=0, maximum=0) if s.code in third else s for s in listed.states),
    )
    closed = problem_of(poor, Rules()).lists()
    assert isinstance(search(closed), NoDraw)
    return [
        Row("a valid draw by search", worst(clock(lambda: search(lists), times=3), 5)),
        Row("no draw, with its proof", worst(clock(lambda: search(closed), times=3), 5)),
    ]


def verification() -> list[Row]:
    rows = []
    for sizes, given, limit in ((SIZES, Rules(), 10), (TEN_THOUSAND, MAIN_ALONE, 120)):
        with tempfile.TemporaryDirectory(prefix="rapporteur-bench-") as name:
            publish(Path(name), conference(sizes), given)
            faults: list[str] = []
            taken = clock(lambda folder=Path(name), faults=faults: faults.extend(verify.verify(folder))).total
        assert faults == []
        rows.append(Row(f"verifier, full replay, {sum(sizes):,} States", (Figure("mean", taken, "s", limit),)))
    return rows


def run(*, full: bool = False) -> list[Row]:
    counts = FULL if full else Counts()
    return [
        *main_draws(counts),
        *barred_draws(counts),
        *stages(),
        *verification(),
        *draw_peers.rows(samples=counts.samples),
    ]

"""The drawing of lots: how long each kind of draw takes, and how far from uniform the exact sampler may be said to be.

The roster is invented: 190 States in groups of 54, 54, 23, 33 and 26; to the four instruments 190, 178, 150 and 120 are
party.
"""

import hashlib
import random
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from benchmarks.rows import Row, Times, clock
from rapporteur.lots import verify
from rapporteur.lots.engines.additional import Completer
from rapporteur.lots.engines.ceremony import agenda, bowl
from rapporteur.lots.engines.draw import Draw, Keys, additional_stage, draw
from rapporteur.lots.engines.exact import Sampler
from rapporteur.lots.engines.problem import problem_of
from rapporteur.lots.engines.redraw import Refusal, redraw
from rapporteur.lots.engines.search import NoDraw, search
from rapporteur.lots.files.record import Record, write_record, write_result
from rapporteur.lots.files.roster import digest, write_roster
from rapporteur.lots.files.rules import write_rules
from rapporteur.lots.terms import Pair, Period, Roster, Rules, Seat, SettledPair, State, Turn

NAME = "Lots"
BUDGET = "the acceptance figures of the design of the draw"
PEER = ""

SIZES = (54, 54, 23, 33, 26)
INSTRUMENTS = ("convention", "first", "second", "third")


def roster(sizes: tuple[int, ...] = SIZES) -> Roster:
    chance = random.Random("conference")
    codes = [f"{group}{number:05}" for group, size in zip("ABCDE", sizes, strict=True) for number in range(size)]
    zeal = {code: chance.random() for code in codes}
    parties = {}
    for instrument, share in zip(INSTRUMENTS, (190, 178, 150, 120), strict=True):
        by_zeal = sorted(zeal, key=lambda code: zeal[code] + chance.random())
        parties[instrument] = set(by_zeal[-(len(codes) * share // 190) :])
    return Roster(
        INSTRUMENTS,
        tuple(State(c, c, c[0], frozenset(i for i in INSTRUMENTS if c in parties[i])) for c in codes),
    )


def key(number: int) -> bytes:
    return hashlib.sha256(f"benchmark {number}".encode()).digest()


def keys(seed: str) -> Keys:
    return Keys("roster", "rules", seed)


def p99(times: Times) -> float:
    return sorted(times.taken)[-(-len(times.taken) * 99 // 100) - 1]


def seeds(work: Callable[[int], object], *, times: int) -> Times:
    numbers = iter(range(times))
    return clock(lambda: work(next(numbers)), times=times)


def main_draws() -> list[Row]:
    listed, given = roster(), Rules()

    def whole(number: int) -> None:
        problem = problem_of(listed, given)
        completer = Completer(listed, given)
        sampler = Sampler(problem, accepts=lambda found: completer.can_complete(problem.named(found)))
        assert sampler.draw(key(number), attempts=given.attempts)

    set_up = clock(lambda: Sampler(problem_of(listed, given)))
    rows = [Row("set-up, 190 States, whole phase", set_up.total, "s")]
    rows.append(Row("whole phase, 190 States, with set-up, p99 of 300 seeds", p99(seeds(whole, times=300)), "s", 3))
    for sizes, limit in (((284, 284, 121, 174, 137), 5), ((2842, 2842, 1210, 1737, 1369), 60)):
        large = problem_of(roster(sizes), given)

        def once(problem=large) -> None:  # noqa: ANN001
            assert Sampler(problem).draw(key(0), attempts=given.attempts)

        rows.append(
            Row(f"whole phase, {sum(sizes):,} States, equal bounds, with set-up", clock(once).total, "s", limit)
        )
    return rows


def previous(listed: Roster, phases: int) -> Rules:
    """Return rules that bar the pairs of so many earlier phases."""
    given = Rules(bar_previous=True)
    for phase in range(phases):
        problem = problem_of(listed, Rules())
        found = Sampler(problem).draw(key(1000 + phase), attempts=given.attempts)
        assert found
        pairs = [Pair(who, seat.reviewed) for seat, who in problem.named(found.assignment).items()]
        given = replace(given, settled=(*given.settled, *(SettledPair(pair, Period.PREVIOUS) for pair in pairs)))
    return given


def barred_draws() -> list[Row]:
    listed = roster()
    order = agenda(listed, seed="years")
    now = set(order[:63])
    year = replace(
        listed, states=tuple(replace(s, turn=Turn.NOW if s.code in now else Turn.LATER) for s in listed.states)
    )
    rows = []
    for phases, limit, times in ((0, 1, 100), (3, 30, 20)):
        given = previous(listed, phases)
        problem, completer = problem_of(year, given), Completer(year, given)

        def one(number: int, problem=problem, completer=completer, given=given) -> None:  # noqa: ANN001
            sampler = Sampler(problem, accepts=lambda found: completer.can_complete(problem.named(found)))
            assert sampler.draw(key(number), attempts=given.attempts)

        rows.append(
            Row(
                f"first year, 63 reviews, {phases} phases barred, worst of {times}",
                max(seeds(one, times=times).taken),
                "s",
                limit,
            )
        )
    given = previous(listed, 1)
    sampler = Sampler(problem_of(listed, given))
    times = seeds(lambda number: sampler.draw(key(number), attempts=given.attempts), times=5)
    rows.append(Row("whole phase, one earlier phase barred, mean of 5", times.total / 5, "s"))
    rows.append(Row("whole phase, one earlier phase barred, worst of 5", max(times.taken), "s", 60))
    return rows


def stages() -> list[Row]:
    listed, given = roster(), Rules()
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
    worst = []
    drawn: dict[Seat, str] = {}
    for step, code in enumerate(agenda(listed, seed="bowl")):
        if step % 40 == 0:
            worst.append(
                clock(
                    lambda drawn=dict(drawn), code=code: bowl(listed, given, drawn, code, keys("step"), balls=100)
                ).total
            )
        drawn |= {seat: who for seat, who in made.main.seats.items() if seat.reviewed == code}
    lists = problem_of(listed, given).lists()
    few = {state.code for state in listed.states if state.group == "C"} - {"C00000", "C00001", "C00002"}
    poor = Roster(INSTRUMENTS, tuple(replace(s, minimum=0, maximum=0) if s.code in few else s for s in listed.states))
    closed = problem_of(poor, given).lists()
    assert isinstance(search(closed), NoDraw)
    return [
        Row("additional draw, 135 seats, worst of 5", max(additional.taken), "s", 2),
        Row("narrow redraw, worst", max(again.taken), "s", 0.1),
        Row("bowl step, 100 balls, worst of 5", max(worst), "s", 5),
        Row("a valid draw by search", clock(lambda: search(lists)).total, "s", 5),
        Row("no draw, with reason", clock(lambda: search(closed)).total, "s", 5),
    ]


def verification() -> list[Row]:
    listed, given = roster(), Rules()
    texts = {"roster.csv": write_roster(listed), "rules.json": write_rules(given)}
    found = Keys(digest(texts["roster.csv"]), digest(texts["rules.json"]), "31415926535897932384")
    made: Draw = draw(listed, given, found)
    texts |= {"result.csv": write_result(made), "record.json": write_record(Record(found, "main", made))}
    with tempfile.TemporaryDirectory(prefix="rapporteur-bench-") as folder:
        for name, text in texts.items():
            (Path(folder) / name).write_text(text, encoding="utf-8", newline="")
        taken = clock(lambda: verify.verify(Path(folder)))
        assert verify.verify(Path(folder)) == []
    lines = len(Path(verify.__file__).read_text(encoding="utf-8").splitlines())
    return [
        Row("verifier, full replay, 190 States", taken.total, "s", 10),
        Row("verifier, everything", lines, "lines", 600),
    ]


def run() -> list[Row]:
    return [*main_draws(), *barred_draws(), *stages(), *verification()]

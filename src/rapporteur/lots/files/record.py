"""record.json: how a draw came about. Every kind of record has its own type here; `seats` has the tables beside it.

A record is a whole draw, a draw on top of another (lots repeated, States that joined late), year groups, or a draw
made in a room step by step. A draw that does not exist has a `refusal` instead. `recorded` reads what is written here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from rapporteur.lots.engines.draw import Draw, Engine, Keys, Stage
from rapporteur.lots.files.plain import write_plain
from rapporteur.lots.files.publication import Kind
from rapporteur.lots.files.roster import digest
from rapporteur.lots.files.seats import write_result
from rapporteur.lots.terms import Seat, Side

FORMAT: Final = "lots-record/1"
_EMPTY: Final = Stage(Engine.EXACT, {})


@dataclass(frozen=True, slots=True)
class Record:
    """A whole draw as it is published; `publication` is the digest of what was frozen before."""

    keys: Keys
    purpose: str
    draw: Draw
    rehearsal: bool = False
    publication: str = ""


@dataclass(frozen=True, slots=True)
class AfterRecord:
    """A draw on top of another; `draw` is the whole as it then stands, `changes` the digest of changes.csv.

    A narrow redraw has `choices` (among how many the lot fell) and `consents`; a joint or late one has its stages.
    `shortfall` says of each State below its minimum how many reviews it lacks.
    """

    kind: Kind
    keys: Keys
    purpose: str
    draw: Draw
    rehearsal: bool
    publication: str
    changes: str
    shortfall: Mapping[str, int]
    choices: int = 0
    consents: tuple[str, ...] = ()
    main: Stage | None = None
    additional: Stage | None = None


@dataclass(frozen=True, slots=True)
class YearsRecord:
    """Year groups: `table` has for each group, in order, the years (from 0) that take one State of its remainder.

    `result` is the digest of years.csv.
    """

    keys: Keys
    purpose: str
    rehearsal: bool
    publication: str
    result: str
    years: int
    table: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class BowlStep:
    """`ball` is the number on the ball that was drawn, 1 to `balls`; `digest` that of all balls, published before."""

    reviewed: str
    seed: str
    digest: str
    balls: int
    ball: int
    seats: Mapping[Side, str]


@dataclass(frozen=True, slots=True)
class HandStep:
    """One lot drawn by hand and written down. `at` is an instant in UTC as text."""

    seat: Seat
    reviewer: str
    witnesses: tuple[str, ...]
    at: str


@dataclass(frozen=True, slots=True)
class CeremonyRecord:
    """A draw made in a room. `roster` and `rules` are digests; `additional_seed` is "" where no seed drew any seat."""

    roster: str
    rules: str
    purpose: str
    draw: Draw
    rehearsal: bool
    publication: str
    steps: tuple[BowlStep, ...] | tuple[HandStep, ...]
    additional_seed: str = ""

    @property
    def is_physical(self) -> bool:
        return any(isinstance(step, HandStep) for step in self.steps)


AnyRecord = Record | AfterRecord | YearsRecord | CeremonyRecord


def write_record(record: AnyRecord) -> str:
    """Return record.json, canonical."""
    match record:
        case Record():
            plain = _drawn(record, Kind.DRAW) | _stages(record.draw.main, record.draw.additional)
        case AfterRecord():
            plain = _drawn(record, record.kind) | {"changes": record.changes, "shortfall": dict(record.shortfall)}
            if record.main is None:
                plain |= {"choices": record.choices, "consents": list(record.consents)}
            else:
                plain |= _stages(record.main, record.additional or _EMPTY)
        case YearsRecord():
            plain = _keyed(record, Kind.YEARS, record.keys, result=record.result)
            plain |= {"years": record.years, "table": [list(years) for years in record.table]}
        case CeremonyRecord():
            plain = _ceremony(record)
    return write_plain(plain)


def _head(record: AnyRecord, kind: Kind, *, roster: str, rules: str, result: str) -> dict[str, object]:
    return {
        "format": FORMAT,
        "kind": kind.value,
        "purpose": record.purpose,
        "rehearsal": record.rehearsal,
        "publication": record.publication,
        "roster": roster,
        "rules": rules,
        "result": result,
    }


def _keyed(record: AnyRecord, kind: Kind, keys: Keys, *, result: str) -> dict[str, object]:
    head = _head(record, kind, roster=keys.roster, rules=keys.rules, result=result)
    return {**head, "seed": keys.seed, "key": keys.of(record.purpose).hex()}


def _drawn(record: Record | AfterRecord, kind: Kind) -> dict[str, object]:
    return _keyed(record, kind, record.keys, result=digest(write_result(record.draw, rehearsal=record.rehearsal)))


def _stages(main: Stage, additional: Stage) -> dict[str, object]:
    return {"main": _stage(main), "additional": _stage(additional)}


def _stage(stage: Stage) -> dict[str, object]:
    return {"engine": stage.engine, "attempt": stage.attempt, "discarded": stage.discarded}


def _ceremony(record: CeremonyRecord) -> dict[str, object]:
    seed = record.additional_seed
    result = digest(write_result(record.draw, rehearsal=record.rehearsal))
    return _head(record, Kind.CEREMONY, roster=record.roster, rules=record.rules, result=result) | {
        "mode": "physical" if record.is_physical else "bowl",
        "steps": [_step(step) for step in record.steps],
        "additional": {**_stage(record.draw.additional), "seed": seed} if seed else None,
    }


def _step(step: BowlStep | HandStep) -> dict[str, object]:
    if isinstance(step, BowlStep):
        return {
            "reviewed": step.reviewed,
            "seed": step.seed,
            "digest": step.digest,
            "balls": step.balls,
            "ball": step.ball,
            "seats": {side.value: who for side, who in step.seats.items()},
        }
    seat = step.seat
    return {
        "reviewed": seat.reviewed,
        "side": seat.side.value,
        "part": seat.part,
        "reviewer": step.reviewer,
        "witnesses": list(step.witnesses),
        "at": step.at,
    }

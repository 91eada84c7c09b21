"""What is published after a draw: result.csv with one line a seat, and record.json that says how it came about."""

import csv
import io
import json
from dataclasses import dataclass
from typing import Final

from rapporteur.lots.engines.draw import Draw, Engine, Keys, Stage
from rapporteur.lots.engines.streams import canonical
from rapporteur.lots.files.roster import digest
from rapporteur.lots.terms import Seat, Side, UnfitInput

FORMAT: Final = "lots-record/1"
COLUMNS: Final = ("reviewed", "side", "part", "reviewer", "instruments", "origin")


@dataclass(frozen=True, slots=True)
class Record:
    """A draw as it is published. A rehearsal says so in every file that has room for it."""

    keys: Keys
    purpose: str
    draw: Draw
    rehearsal: bool = False


def write_result(draw: Draw) -> str:
    """Return result.csv: main seats first within each State and side, instruments one blank apart."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for seat, reviewer in draw.seats.items():
        origin = "fixed" if seat in draw.fixed else "drawn"
        instruments = " ".join(draw.instruments.get(seat, ()))
        writer.writerow([seat.reviewed, seat.side.value, seat.part, reviewer, instruments, origin])
    return out.getvalue()


def write_record(record: Record) -> str:
    """Return record.json, canonical."""
    plain = {
        "format": FORMAT,
        "purpose": record.purpose,
        "seed": record.keys.seed,
        "rehearsal": record.rehearsal,
        "roster": record.keys.roster,
        "rules": record.keys.rules,
        "result": digest(write_result(record.draw)),
        "key": record.keys.of(record.purpose).hex(),
        "main": _stage(record.draw.main),
        "additional": _stage(record.draw.additional),
    }
    return canonical(plain).decode() + "\n"


def _stage(stage: Stage) -> dict[str, object]:
    return {"engine": stage.engine, "attempt": stage.attempt, "discarded": stage.discarded}


def read_record(record: str, result: str) -> Record:
    """Return the record that the two files give. Raises: UnfitInput."""
    plain = json.loads(record)
    if plain.get("format") != FORMAT:
        raise UnfitInput(f'record: format is "{plain.get("format")}"; this version reads "{FORMAT}".')
    fixed: dict[Seat, str] = {}
    drawn: dict[bool, dict[Seat, str]] = {False: {}, True: {}}
    instruments = {}
    for row in csv.DictReader(io.StringIO(result, newline=""), strict=True):
        seat = Seat(row["reviewed"], Side(row["side"]), int(row["part"]))
        (fixed if row["origin"] == "fixed" else drawn[seat.part > 0])[seat] = row["reviewer"]
        if seat.part:
            instruments[seat] = tuple(row["instruments"].split(" "))
    main, additional = (
        Stage(Engine(plain[name]["engine"]), seats, plain[name]["attempt"], plain[name]["discarded"])
        for name, seats in (("main", drawn[False]), ("additional", drawn[True]))
    )
    keys = Keys(plain["roster"], plain["rules"], plain["seed"])
    return Record(keys, plain["purpose"], Draw(fixed, main, additional, instruments), plain["rehearsal"])

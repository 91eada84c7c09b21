"""The tables of a draw as CSV: result.csv with one line a seat, what changed, the certificate of a step, year groups.

Lines stand in the order of (State, side as a word, part). Tables of a rehearsal have one column more, `rehearsal`,
with "yes" in every line.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Final

from rapporteur.lots.engines.draw import Draw, Engine, Stage
from rapporteur.lots.terms import Roster, Seat, Side, UnfitInput

COLUMNS: Final = ("reviewed", "side", "part", "reviewer", "instruments", "origin")
CHANGED: Final = ("reviewed", "side", "part", "before", "after")
YEARS: Final = ("code", "name", "group", "year")
REHEARSAL: Final = "rehearsal"
ORIGINS: Final = ("drawn", "fixed")


def write_table(columns: Sequence[str], rows: Sequence[Sequence[str]], *, rehearsal: bool = False) -> str:
    """Return a table of the published kind."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*columns, *([REHEARSAL] if rehearsal else [])])
    writer.writerows([*row, *(["yes"] if rehearsal else [])] for row in rows)
    return out.getvalue()


def read_table(text: str, columns: Sequence[str], *, name: str, rehearsal: bool = False) -> list[dict[str, str]]:
    """Return the lines of a table. Raises: UnfitInput, also for a mark of rehearsal too many or too few."""
    wanted = [*columns, *([REHEARSAL] if rehearsal else [])]
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        if list(reader.fieldnames or ()) != wanted:
            raise UnfitInput(f"{name}, line 1: expected the columns {', '.join(wanted)}.")
        rows = []
        for row in reader:
            if None in row or None in row.values():
                raise UnfitInput(f"{name}, line {reader.line_num}: expected {len(wanted)} cells.")
            if rehearsal and row.pop(REHEARSAL) != "yes":
                raise UnfitInput(f'{name}, line {reader.line_num}: expected "yes" under rehearsal.')
            rows.append(row)
    except csv.Error as fault:
        raise UnfitInput(f"{name}, line {reader.line_num}: {fault}.") from fault
    if text != write_table(columns, [list(row.values()) for row in rows], rehearsal=rehearsal):
        raise UnfitInput(f"{name}: not written the canonical way; expected line feeds, and quotes only where needed.")
    return rows


def write_result(draw: Draw, *, rehearsal: bool = False) -> str:
    """Return result.csv: main seats first within each State and side, instruments one blank apart."""
    rows = [
        [
            *(seat.reviewed, seat.side.value, str(seat.part), reviewer),
            " ".join(draw.instruments.get(seat, ())),
            "fixed" if seat in draw.fixed else "drawn",
        ]
        for seat, reviewer in draw.seats.items()
    ]
    return write_table(COLUMNS, rows, rehearsal=rehearsal)


def read_result(text: str, *, rehearsal: bool = False, name: str = "result.csv") -> Draw:
    """Return the draw that result.csv is; how it was drawn stands in the record. Raises: UnfitInput."""
    fixed: dict[Seat, str] = {}
    drawn: dict[bool, dict[Seat, str]] = {False: {}, True: {}}
    instruments: dict[Seat, tuple[str, ...]] = {}
    for line, row in enumerate(read_table(text, COLUMNS, name=name, rehearsal=rehearsal), start=2):
        seat = _seat(row, where=f"{name}, line {line}")
        if row["origin"] not in ORIGINS:
            raise UnfitInput(f'{name}, line {line}: origin is "{row["origin"]}"; expected drawn or fixed.')
        if seat in {**fixed, **drawn[seat.part > 0]}:
            raise UnfitInput(f"{name}, line {line}: seat {seat} stands there twice.")
        (fixed if row["origin"] == "fixed" else drawn[seat.part > 0])[seat] = row["reviewer"]
        if seat.part:
            instruments[seat] = tuple(row["instruments"].split(" "))
    main, additional = (Stage(Engine.EXACT, drawn[extra]) for extra in (False, True))
    return Draw(fixed, main, additional, instruments)


def _seat(row: Mapping[str, str], *, where: str) -> Seat:
    if row["side"] not in set(Side):
        raise UnfitInput(f'{where}: side is "{row["side"]}"; expected {", ".join(Side)}.')
    part = row["part"]
    if not (part.isascii() and part.isdigit() and len(part) < 5 and str(int(part)) == part):  # noqa: PLR2004 - few
        raise UnfitInput(f'{where}: part is "{part}"; expected 0 for a main seat, 1 and more for additional ones.')
    return Seat(row["reviewed"], Side(row["side"]), int(part))


def write_certificate(seats: Mapping[Seat, str], *, rehearsal: bool = False) -> str:
    """Return certificates/<step>.csv: the main seats of the winning ball's whole draw, those drawn before included."""
    rows = [[seat.reviewed, seat.side.value, "0", who, "", "drawn"] for seat, who in sorted(seats.items())]
    return write_table(COLUMNS, rows, rehearsal=rehearsal)


def write_changes(before: Mapping[Seat, str], after: Mapping[Seat, str], *, rehearsal: bool = False) -> str:
    """Return changes.csv: each seat with another reviewer; "" before is a new seat, "" after one that is gone."""
    seats = sorted(seat for seat in {**before, **after} if before.get(seat) != after.get(seat))
    rows = [[s.reviewed, s.side.value, str(s.part), before.get(s, ""), after.get(s, "")] for s in seats]
    return write_table(CHANGED, rows, rehearsal=rehearsal)


def write_years(roster: Roster, year_of: Mapping[str, int], *, rehearsal: bool = False) -> str:
    """Return years.csv: one line for each State that has a year."""
    rows = [[s.code, s.name, s.group, str(year_of[s.code])] for s in roster.states if s.code in year_of]
    return write_table(YEARS, rows, rehearsal=rehearsal)

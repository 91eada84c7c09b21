"""What pages show of a draw: its tables, counted once for as long as its texts stay what they are."""

import csv
import io
from functools import lru_cache

from rapporteur.lots.files.events import Event, read_events
from rapporteur.lots.files.refusal import Refusal, read_refusal
from rapporteur.lots.files.roster import read_roster
from rapporteur.lots.files.rules import read_rules
from rapporteur.lots.files.seats import read_result
from rapporteur.lots.files.tables import Around, Tables, tables_of
from rapporteur.lots.models import Drawing
from rapporteur.lots.terms import DrawingKind, Roster, Rules


def tables_shown(drawing: Drawing) -> Tables | None:
    """Return the tables of a draw, None where it has no seats."""
    if drawing.kind == DrawingKind.YEARS or not drawing.result:
        return None
    return _tables(drawing.roster, drawing.rules, drawing.result, drawing.rehearsal)


def around_shown(drawing: Drawing, code: str) -> Around | None:
    """Return one State of a draw with its reviewers and whom it reviews."""
    tables = tables_shown(drawing)
    return next((around for around in tables.around if around.state.code == code), None) if tables else None


def years_shown(drawing: Drawing) -> list[tuple[str, list[dict[str, str]]]]:
    """Return the States of each year, for a draw of year groups."""
    if drawing.kind != DrawingKind.YEARS or not drawing.result:
        return []
    rows = list(csv.DictReader(io.StringIO(drawing.result, newline="")))
    return [(year, [row for row in rows if row["year"] == year]) for year in sorted({row["year"] for row in rows})]


def inputs_shown(drawing: Drawing) -> tuple[Roster, Rules]:
    return _inputs(drawing.roster, drawing.rules)


def events_shown(drawing: Drawing) -> list[Event]:
    return read_events(drawing.events)


def refusal_shown(drawing: Drawing) -> Refusal | None:
    return read_refusal(drawing.refusal) if drawing.refusal else None


@lru_cache(maxsize=8)
def _inputs(roster: str, rules: str) -> tuple[Roster, Rules]:
    return read_roster(roster), read_rules(rules)


@lru_cache(maxsize=4)
def _tables(roster: str, rules: str, result: str, rehearsal: bool) -> Tables:
    made = read_result(result, rehearsal=rehearsal)
    return tables_of(*_inputs(roster, rules), made.seats, made.instruments)

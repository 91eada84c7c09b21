"""Lists of a draw for other programs: the result as JSON, the additional reviewers, the loads, years and changes."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from rapporteur.lots.engines.streams import canonical
from rapporteur.lots.files.tables import Instruments, Seats, Tables
from rapporteur.lots.terms import Roster, Seat


def write_result_json(tables: Tables, *, title: str, rehearsal: bool, digest: str) -> str:
    """Return result.json: for each State under review its reviewers, names and instruments written out."""
    plain = {
        "format": "lots-result/1",
        "title": title,
        "rehearsal": rehearsal,
        "result": digest,
        "reviews": [
            {
                "reviewed": around.state.code,
                "name": around.state.name,
                "group": around.state.group,
                "reviewers": [
                    {
                        "code": place.reviewer.code,
                        "name": place.reviewer.name,
                        "group": place.reviewer.group,
                        "side": place.seat.side.value,
                        "part": place.seat.part,
                        "instruments": list(place.instruments),
                        "origin": "fixed" if place.is_fixed else "drawn",
                    }
                    for place in around.reviewers
                ],
            }
            for around in tables.reviews
        ],
    }
    return canonical(plain).decode() + "\n"


def write_additional(tables: Tables) -> str:
    """Return additional.csv: the additional reviewers, each with the instruments that it is there for."""
    return _rows(
        ("reviewed", "side", "part", "reviewer", "instruments"),
        (
            (p.seat.reviewed, p.seat.side.value, p.seat.part, p.reviewer.code, " ".join(p.instruments))
            for p in tables.additional
        ),
    )


def write_loads(tables: Tables) -> str:
    """Return loads.csv: how many reviews each State takes, and between which bounds."""
    return _rows(
        ("code", "name", "group", "main", "additional", "total", "minimum", "maximum"),
        (
            (o.state.code, o.state.name, o.state.group, o.main, o.additional, o.total, o.minimum, o.maximum)
            for o in tables.loads
        ),
    )


def write_years(roster: Roster, years: Mapping[str, int]) -> str:
    """Return years.csv: in which year the review of each State begins, counted from 1."""
    return _rows(
        ("code", "name", "group", "year"),
        ((s.code, s.name, s.group, years[s.code]) for s in roster.states if s.code in years),
    )


def write_changes(before: Seats, now: Seats, instruments: Instruments) -> str:
    """Return changes.csv: the seats that changed; an empty cell where a seat was not there, or is no more."""
    changed = sorted(seat for seat in {*before, *now} if before.get(seat) != now.get(seat))
    return _rows(
        ("reviewed", "side", "part", "before", "now", "instruments"),
        (_change(seat, before, now, instruments) for seat in changed),
    )


def _change(seat: Seat, before: Seats, now: Seats, instruments: Instruments) -> Sequence[object]:
    told = " ".join(instruments.get(seat, ()))
    return seat.reviewed, seat.side.value, seat.part, before.get(seat, ""), now.get(seat, ""), told


def _rows(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()

"""Lists of a draw for other programs: the result as JSON, the additional reviewers, the reviews each State takes."""

from rapporteur.lots.files.plain import write_plain
from rapporteur.lots.files.seats import write_table
from rapporteur.lots.files.tables import Tables


def write_result_json(tables: Tables, *, title: str, rehearsal: bool, digest: str) -> str:
    """Return result.json: for each State under review its reviewers, names and instruments written out."""
    plain: dict[str, object] = {
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
    return write_plain(plain)


def write_additional(tables: Tables, *, rehearsal: bool) -> str:
    """Return additional.csv: the additional reviewers, each with the instruments that it is there for."""
    rows = [
        [p.seat.reviewed, p.seat.side.value, str(p.seat.part), p.reviewer.code, " ".join(p.instruments)]
        for p in tables.additional
    ]
    return write_table(("reviewed", "side", "part", "reviewer", "instruments"), rows, rehearsal=rehearsal)


def write_loads(tables: Tables, *, rehearsal: bool) -> str:
    """Return loads.csv: how many reviews each State takes, and between which bounds."""
    rows = [
        [o.state.code, o.state.name, o.state.group, *map(str, (o.main, o.additional, o.total, o.minimum, o.maximum))]
        for o in tables.loads
    ]
    header = ("code", "name", "group", "main", "additional", "total", "minimum", "maximum")
    return write_table(header, rows, rehearsal=rehearsal)

"""index.html: the draw for people, in one file that asks nothing of any network and runs no script.

Every picture stands beside the table that says the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Final

from rapporteur.lots.files.facts import CHECK, REHEARSAL, Facts, counted
from rapporteur.lots.files.pictures import histogram_picture, map_picture, matrix_picture
from rapporteur.lots.files.tables import Around, Place, Tables

_STYLE: Final = """
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 64rem; padding: 1.5rem 1rem 4rem; background: #fff; color: #1a2430;
  font: 1rem/1.5 "Noto Sans", "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif; }
h1, h2, h3 { font-family: "Noto Serif", Georgia, "Times New Roman", serif; line-height: 1.25; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid #d3d9df; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { text-align: start; color: #52606d; padding-bottom: .4rem; }
th, td { text-align: start; vertical-align: baseline; padding: .35rem .8rem .35rem 0; }
th, td { border-bottom: 1px solid #d3d9df; }
thead th { border-bottom: 2px solid #123a5c; }
td.n, th.n { text-align: end; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; }
.rehearsal { border: 3px solid #8a4b00; color: #8a4b00; padding: .6rem 1rem; font-weight: bold; }
.digest { font-family: "DejaVu Sans Mono", Consolas, monospace; font-size: .8rem; overflow-wrap: anywhere; }
.quiet { color: #52606d; font-size: .875rem; }
svg { max-width: 100%; height: auto; }
details { border-bottom: 1px solid #d3d9df; padding: .4rem 0; }
summary { cursor: pointer; }
a { color: #0f4c81; }
@media print { details { break-inside: avoid; } }
""".strip()


def write_page(facts: Facts) -> str:
    """Return index.html."""
    title = escape(facts.publication.title)
    mark = f'<p class="rehearsal" role="note">{REHEARSAL}</p>\n' if facts.publication.rehearsal else ""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n{mark}"
        + "\n".join(_sections(facts))
        + "\n</main>\n</body>\n</html>\n"
    )


def _sections(facts: Facts) -> Iterator[str]:
    tables = facts.tables
    yield f"<p>{counted(facts)}</p>"
    yield from _summary(facts)
    if facts.years:
        header = ("Code", "State", "Group", "Year")
        yield "<h2>Years</h2>" + _table("In which year each review begins", header, facts.years, numbers_from=3)
        return
    yield "<h2>Who reviews whom</h2>" + _who_reviews_whom(tables)
    if tables.additional:
        yield "<h2>Additional reviewers</h2>" + _additional(tables.additional)
    yield "<h2>Seats by group</h2>" + matrix_picture(tables.matrix) + _matrix(tables)
    yield "<h2>How many reviews States take</h2>" + histogram_picture(tables) + _histogram(tables) + _loads(tables)
    yield "<h2>Each State</h2>" + "\n".join(_map(around) for around in tables.around)


def _summary(facts: Facts) -> Iterator[str]:
    yield "<h2>Order of events</h2>" + _table("What happened", ("When", "What"), facts.events)
    if facts.engines:
        yield "<ul>" + "".join(f"<li>{escape(sentence)}</li>" for sentence in facts.engines) + "</ul>"
    if facts.notes:
        yield "<h3>To be known</h3><ul>" + "".join(f"<li>{escape(note)}</li>" for note in facts.notes) + "</ul>"
    rows = "".join(
        f'<tr><th scope="row"><a href="{escape(name)}">{escape(name)}</a></th><td class="digest">{value}</td></tr>'
        for name, value in facts.digests
    )
    yield (
        f"<h2>How to check</h2><p>{escape(CHECK)}</p>"
        '<div class="scroll" tabindex="0" role="group" aria-label="Digests">'
        "<table><caption>Digests (SHA-256)</caption>"
        '<thead><tr><th scope="col">File</th><th scope="col">Digest</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _who_reviews_whom(tables: Tables) -> str:
    rows = [
        (
            f"{place.reviewed.code} {place.reviewed.name}",
            _role(place),
            _named(place),
            " ".join(place.instruments),
            _origin(place),
        )
        for around in tables.reviews
        for place in around.reviewers
    ]
    return _table("One line a seat", ("State under review", "Seat", "Reviewing State", "Instruments", "How"), rows)


def _additional(places: Sequence[Place]) -> str:
    rows = [
        (f"{place.reviewed.code} {place.reviewed.name}", _role(place), _named(place), " ".join(place.instruments))
        for place in places
    ]
    caption = "For instruments that a reviewing State is not party to"
    return _table(caption, ("State under review", "Seat", "Additional reviewer", "Instruments"), rows)


def _matrix(tables: Tables) -> str:
    matrix = tables.matrix
    header = ("Reviewing group", *matrix.groups, "All")
    rows = [(group, *map(str, counts), str(total)) for group, counts, total in matrix.rows]
    rows.append(("All", *map(str, matrix.totals), str(matrix.total)))
    return _table("Seats by group: rows review, columns are reviewed", header, rows, numbers_from=1)


def _histogram(tables: Tables) -> str:
    rows = [
        (str(number), str(len(states)), ", ".join(state.code for state in states))
        for number, states in tables.histogram
    ]
    return _table("States by the number of reviews they take", ("Reviews", "States", "Which"), rows)


def _loads(tables: Tables) -> str:
    rows = [
        (load.state.code, load.state.name, load.state.group, *map(str, (load.main, load.additional, load.total)),
         f"{load.minimum}–{load.maximum}")
        for load in tables.loads
    ]  # fmt: skip
    header = ("Code", "State", "Group", "Main", "Additional", "All", "Bounds")
    table = _table("Reviews of every State", header, rows, numbers_from=3)
    return f"<details><summary>Reviews of every State</summary>{table}</details>"


def _map(around: Around) -> str:
    code, name = escape(around.state.code), escape(around.state.name)
    rows = [
        *(("reviewed by", _named(place), _role(place), " ".join(place.instruments)) for place in around.reviewers),
        *(
            ("reviews", f"{place.reviewed.code} {place.reviewed.name}", _role(place), " ".join(place.instruments))
            for place in around.reviewing
        ),
    ]
    table = _table(f"{around.state.code}: all its reviews", ("", "State", "Seat", "Instruments"), rows)
    return (
        f'<details id="{code}"><summary>{code} {name} <span class="quiet">{len(around.reviewers)} reviewers, '
        f"reviews {len(around.reviewing)}</span></summary>{map_picture(around)}{table}</details>"
    )


def _named(place: Place) -> str:
    return f"{place.reviewer.code} {place.reviewer.name} ({place.reviewer.group})"


def _role(place: Place) -> str:
    return f"{place.seat.side} group" + (f", additional {place.seat.part}" if place.is_additional else "")


def _origin(place: Place) -> str:
    return "fixed" if place.is_fixed else "drawn"


def _table(
    caption: str, header: Sequence[str], rows: Iterable[Sequence[str]], *, numbers_from: int | None = None
) -> str:
    def is_number(column: int) -> bool:
        return numbers_from is not None and column >= numbers_from

    head = "".join(
        f'<th scope="col"{_NUMBER if is_number(column) else ""}>{escape(text)}</th>'
        for column, text in enumerate(header)
    )
    body = "".join(
        "<tr>"
        + "".join(
            f'<th scope="row">{escape(cell)}</th>'
            if column == 0
            else f"<td{_NUMBER if is_number(column) else ''}>{escape(cell)}</td>"
            for column, cell in enumerate(row)
        )
        + "</tr>"
        for row in rows
    )
    return (
        f'<div class="scroll" tabindex="0" role="group" aria-label="{escape(caption)}"><table>'
        f"<caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


_NUMBER: Final = ' class="n"'

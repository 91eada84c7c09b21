"""tables.pdf: the tables and pictures of a draw on paper, tagged, its fonts embedded; same facts, same bytes.

`tables.typ` beside this file lays it out. Words and pictures reach it as data, so that no name can act as markup.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from typing import Any, Final

import typst

from rapporteur.languages.terms import Language
from rapporteur.lots.files.facts import CHECK, REHEARSAL, Facts, counted
from rapporteur.lots.files.pictures import histogram_picture, map_picture, matrix_picture
from rapporteur.lots.files.tables import Around, Place, Tables
from rapporteur.lots.terms import UnfitInput
from rapporteur.typeset.pdf.fonts import faces, families

_LAYOUT: Final = files(__package__).joinpath("tables.typ").read_bytes()
_NO_NUMBERS: Final = 99
Part = dict[str, Any]


def write_pdf(facts: Facts) -> bytes:
    """Return tables.pdf. Raises: UnfitInput where a name has a letter that no embedded font has."""
    day = dt.datetime.fromisoformat(facts.publication.published)
    return _set(facts.publication.title, list(_parts(facts)), day, is_rehearsal=facts.publication.rehearsal)


def why_not_print(texts: Iterable[str]) -> list[str]:
    """Return why texts cannot stand in a print; an empty list means that they can."""
    try:
        _set("-", [_paragraph(text) for text in texts if text], dt.datetime(2000, 1, 1, tzinfo=dt.UTC))
    except UnfitInput as unfit:
        return [str(unfit)]
    return []


def _set(title: str, parts: list[Part], day: dt.datetime, *, is_rehearsal: bool = False) -> bytes:
    plain = {
        "title": title,
        "mark": REHEARSAL if is_rehearsal else "",
        "date": [day.year, day.month, day.day],
        "fonts": families(Language.ENGLISH),
        "parts": parts,
    }
    try:
        data = typst.compile(
            _LAYOUT,
            format="pdf",
            font_paths=faces(),
            ignore_system_fonts=True,
            sys_inputs={"tables": json.dumps(plain, ensure_ascii=False)},
            pdf_standards=["ua-1"],
            timestamp=dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC),
        )
    except typst.TypstError as error:
        raise UnfitInput(f"No print can be made of it: {error.message}.") from error
    return bytes(data)


def _parts(facts: Facts) -> Iterator[Part]:
    tables = facts.tables
    yield _paragraph(counted(facts))
    yield _heading("Order of events")
    yield _table("What happened", ("When", "What"), facts.events, (2, 7))
    if facts.engines or facts.notes:
        yield {"kind": "list", "items": [*facts.engines, *facts.notes]}
    if facts.years:
        yield _heading("Years")
        header = ("Code", "State", "Group", "Year")
        yield _table("In which year each review begins", header, facts.years, (2, 6, 5, 2), numbers_from=3)
    else:
        yield from _of_reviews(tables)
    yield _heading("How to check")
    yield _paragraph(CHECK)
    yield _table("Digests (SHA-256)", ("File", "Digest"), facts.digests, (2, 7))
    if not facts.years:
        yield _heading("Each State")
        for around in tables.around:
            yield from _map(around)


def _of_reviews(tables: Tables) -> Iterator[Part]:
    yield _heading("Who reviews whom")
    yield _who_reviews_whom(tables)
    yield _heading("Seats by group")
    yield _picture(matrix_picture(tables.matrix), "The matrix of the table below, the darker the more seats.", 13)
    yield _matrix(tables)
    yield _heading("How many reviews States take")
    yield _picture(histogram_picture(tables), "The bars of the table below.", 8)
    yield _histogram(tables)
    yield _loads(tables)


def _who_reviews_whom(tables: Tables) -> Part:
    rows = [
        (f"{place.reviewed.code} {place.reviewed.name}", _role(place), f"{place.reviewer.code} {place.reviewer.name}",
         place.reviewer.group, " ".join(place.instruments))
        for around in tables.reviews
        for place in around.reviewers
    ]  # fmt: skip
    header = ("State under review", "Seat", "Reviewing State", "Its group", "Instruments")
    return _table("One line a seat", header, rows, (6, 3, 6, 5, 5), size=7.5)


def _matrix(tables: Tables) -> Part:
    matrix = tables.matrix
    rows = [(group, *map(str, counts), str(total)) for group, counts, total in matrix.rows]
    rows.append(("All", *map(str, matrix.totals), str(matrix.total)))
    header = ("Reviewing group", *matrix.groups, "All")
    widths = (5, *(3 for _ in matrix.groups), 2)
    return _table("Rows review, columns are reviewed", header, rows, widths, numbers_from=1)


def _histogram(tables: Tables) -> Part:
    rows = [(str(number), str(len(states)), ", ".join(s.code for s in states)) for number, states in tables.histogram]
    return _table("States by the number of reviews they take", ("Reviews", "States", "Which"), rows, (2, 2, 12))


def _loads(tables: Tables) -> Part:
    rows = [
        (f"{o.state.code} {o.state.name}", o.state.group, str(o.main), str(o.additional), str(o.total),
         f"{o.minimum}–{o.maximum}")
        for o in tables.loads
    ]  # fmt: skip
    header = ("State", "Group", "Main", "Additional", "All", "Bounds")
    return _table("Reviews of every State", header, rows, (6, 5, 2, 3, 2, 2), numbers_from=2, size=7.5)


def _map(around: Around) -> Iterator[Part]:
    yield _heading(f"{around.state.code} {around.state.name}".strip(), level=2)
    if not around.reviewers and not around.reviewing:
        yield _paragraph("Neither reviewed nor reviewing in this draw.")
        return
    yield _picture(map_picture(around), f"{around.state.code} in the middle; the table below says the same.", 13)
    rows = [
        *(("reviewed by", f"{p.reviewer.code} {p.reviewer.name}", _role(p), " ".join(p.instruments))
          for p in around.reviewers),
        *(("reviews", f"{p.reviewed.code} {p.reviewed.name}", _role(p), " ".join(p.instruments))
          for p in around.reviewing),
    ]  # fmt: skip
    yield _table("All its reviews", ("", "State", "Seat", "Instruments"), rows, (2, 6, 4, 6), size=7.5)


def _role(place: Place) -> str:
    return f"{place.seat.side}" + (f", additional {place.seat.part}" if place.is_additional else "")


def _heading(text: str, *, level: int = 1) -> Part:
    return {"kind": "heading", "text": text, "level": level}


def _paragraph(text: str) -> Part:
    return {"kind": "paragraph", "text": text}


def _picture(svg: str, alt: str, width: int) -> Part:
    return {"kind": "picture", "svg": svg, "alt": alt, "width": width}


def _table(
    caption: str,
    header: Sequence[str],
    rows: Iterable[Sequence[str]],
    widths: Sequence[int],
    *,
    numbers_from: int = _NO_NUMBERS,
    size: float = 8,
) -> Part:
    return {
        "kind": "table",
        "caption": caption,
        "header": list(header),
        "rows": [list(row) for row in rows],
        "widths": list(widths),
        "numbers_from": numbers_from,
        "size": size,
    }

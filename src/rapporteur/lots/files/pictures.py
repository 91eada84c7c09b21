"""The pictures of a draw as SVG: the matrix by group, the load histogram, the map of one State's reviewers.

Each stands beside a table that says the same, so that nobody depends on seeing it. Colours and sizes are attributes,
not styles, so that a page that allows no style of its own can carry them. Words come in from the caller.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap
from typing import Final

from rapporteur.lots.files.tables import Around, Matrix, Place, Tables
from rapporteur.lots.terms import Side

_INK, _QUIET, _BLUE, _DEEP, _AMBER, _LINE, _FAINT = (
    "#1a2430", "#52606d", "#0f4c81", "#123a5c", "#8a4b00", "#d3d9df", "#f4f6f8",
)  # fmt: skip
_FONT: Final = "Noto Sans, Noto Serif, Amiri, Noto Serif SC, sans-serif"
_CELL: Final = 64
_LABEL: Final = 190
_HEAD: Final = 74


@dataclass(frozen=True, slots=True)
class Words:
    """What the pictures say, in the reader's language."""

    matrix: str = "Seats by group: rows review, columns are reviewed"
    histogram: str = "States by the number of reviews they take"
    reviews: str = "reviews"
    states: str = "States"
    map: str = "Reviewers of {state}, and the States it reviews"
    reviewed_by: str = "reviewed by"
    own: str = "own group"
    other: str = "other group"
    any: str = "any group"
    additional: str = "additional"
    nobody: str = "nobody in this draw"

    def side(self, side: Side) -> str:
        return {Side.OWN: self.own, Side.OTHER: self.other, Side.ANY: self.any}[side]


ENGLISH: Final = Words()


def matrix_picture(matrix: Matrix, words: Words = ENGLISH) -> str:
    """Return the matrix as squares, the darker the more seats, each with its number."""
    most = max((count for row in matrix.counts for count in row), default=0) or 1
    size = len(matrix.groups)
    width, height = _LABEL + size * _CELL + 10, _HEAD + size * _CELL + 10
    parts = [
        _text(_LABEL + (column + 0.5) * _CELL, _HEAD - 8 - 12 * above, line, size=10, fill=_QUIET)
        for column, group in enumerate(matrix.groups)
        for above, line in enumerate(reversed(_lines(group, width=11, most=5)))
    ]
    for row, (group, counts, _total) in enumerate(matrix.rows):
        top = _HEAD + row * _CELL
        for line, text in enumerate(lines := _lines(group, width=26, most=2)):
            middle = top + _CELL / 2 + 4 - 8 * (len(lines) - 1) + 16 * line
            parts.append(_text(_LABEL - 10, middle, text, size=12, anchor="end"))
        for column, count in enumerate(counts):
            left = _LABEL + column * _CELL
            parts.append(
                f'<rect x="{left + 1}" y="{top + 1}" width="{_CELL - 2}" height="{_CELL - 2}" fill="{_BLUE}" '
                f'fill-opacity="{_share(count, most)}" stroke="{_LINE}"/>'
            )
            is_dark = 100 * count > 55 * most
            fill = "#ffffff" if is_dark else _INK
            parts.append(_text(left + _CELL / 2, top + _CELL / 2 + 5, str(count), size=15, fill=fill))
    return _svg(width, height, words.matrix, parts)


def histogram_picture(tables: Tables, words: Words = ENGLISH) -> str:
    """Return one bar for each number of reviews."""
    found = tables.histogram
    most = max((len(states) for _, states in found), default=0) or 1
    bar, high = 70, 180
    width, height = 40 + len(found) * (bar + 20), high + 70
    parts = [f'<line x1="20" y1="{high + 30}" x2="{width - 10}" y2="{high + 30}" stroke="{_DEEP}"/>']
    for index, (number, states) in enumerate(found):
        left, tall = 35 + index * (bar + 20), round(high * len(states) / most)
        top = high + 30 - tall
        parts.append(f'<rect x="{left}" y="{top}" width="{bar}" height="{tall}" fill="{_BLUE}"/>')
        parts.append(_text(left + bar / 2, top - 6, str(len(states)), size=14))
        parts.append(_text(left + bar / 2, high + 50, str(number), size=14, fill=_QUIET))
    parts.append(_text(width / 2, high + 67, words.reviews, size=11, fill=_QUIET))
    return _svg(width, height, words.histogram, parts)


def map_picture(around: Around, words: Words = ENGLISH) -> str:
    """Return a State in the middle, its reviewers on the left, the States it reviews on the right, with arrows."""
    step, top = 52, 34
    rows = max(len(around.reviewers), len(around.reviewing), 1)
    height = top + rows * step + 14
    middle = top + rows * step / 2
    parts = [
        _text(125, 18, words.reviewed_by, size=12, fill=_QUIET),
        _text(675, 18, words.reviews, size=12, fill=_QUIET),
        _box(320, middle - 26, 160, around.state.code, _short(around.state.name, 24), fill=_DEEP),
    ]
    for y, place in _rows_at(around.reviewers, middle, step):
        parts += _reviewer(place, y, middle, words)
    for y, place in _rows_at(around.reviewing, middle, step):
        parts.append(_arrow(480, middle, 560, y, is_dashed=place.is_additional))
        below = f"{_short(place.reviewed.name, 20)} · {_role(place, words)}"
        parts.append(_box(560, y - 20, 230, place.reviewed.code, below, stroke=_colour(place)))
    for x, places in ((125, around.reviewers), (675, around.reviewing)):
        if not places:
            parts.append(_text(x, middle + 4, words.nobody, size=12, fill=_QUIET))
    return _svg(800, height, words.map.format(state=around.state.name or around.state.code), parts)


def _reviewer(place: Place, y: float, middle: float, words: Words) -> list[str]:
    below = f"{_role(place, words)} · {' '.join(place.instruments)}" if place.instruments else _role(place, words)
    return [
        _arrow(240, y, 320, middle, is_dashed=place.is_additional),
        _box(10, y - 20, 230, f"{place.reviewer.code}  {_short(place.reviewer.name, 22)}", _short(below, 38),
             stroke=_colour(place)),
    ]  # fmt: skip


def _role(place: Place, words: Words) -> str:
    return f"{words.side(place.seat.side)}, {words.additional}" if place.is_additional else words.side(place.seat.side)


def _rows_at(places: Sequence[Place], middle: float, step: int) -> list[tuple[float, Place]]:
    first = middle - (len(places) - 1) * step / 2
    return [(first + index * step, place) for index, place in enumerate(places)]


def _colour(place: Place) -> str:
    return _AMBER if place.is_additional else (_BLUE if place.seat.side is Side.OWN else _QUIET)


def _arrow(x1: float, y1: float, x2: float, y2: float, *, is_dashed: bool) -> str:
    dashes = ' stroke-dasharray="5 4"' if is_dashed else ""
    head = f"{_n(x2)},{_n(y2)} {_n(x2 - 9)},{_n(y2 - 5)} {_n(x2 - 9)},{_n(y2 + 5)}"
    return (
        f'<line x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2 - 8)}" y2="{_n(y2)}" stroke="{_QUIET}" stroke-width="1.5"'
        f'{dashes}/><polygon points="{head}" fill="{_QUIET}"/>'
    )


def _box(x: float, y: float, width: float, above: str, below: str, *, fill: str = "", stroke: str = _LINE) -> str:
    height = 52 if fill else 40
    ink, quiet = ("#ffffff", "#ffffff") if fill else (_INK, _QUIET)
    centre = x + width / 2
    return (
        f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{height}" rx="3" fill="{fill or _FAINT}" '
        f'stroke="{stroke}" stroke-width="1.5"/>'
        + _text(centre, y + height / 2 - 3, above, size=13, fill=ink, is_bold=True)
        + _text(centre, y + height / 2 + 12, below, size=10, fill=quiet)
    )


def _text(
    x: float, y: float, text: str, *, size: int, fill: str = _INK, anchor: str = "middle", is_bold: bool = False
) -> str:
    weight = ' font-weight="bold"' if is_bold else ""
    return (
        f'<text x="{_n(x)}" y="{_n(y)}" font-family="{_FONT}" font-size="{size}" text-anchor="{anchor}" '
        f'fill="{fill}"{weight}>{escape(text)}</text>'
    )


def _svg(width: float, height: float, title: str, parts: Sequence[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(width)} {_n(height)}" width="{_n(width)}" '
        f'height="{_n(height)}" role="img" direction="ltr" class="picture"><title>{escape(title)}</title>'
        + "".join(parts)
        + "</svg>"
    )


def _share(count: int, most: int) -> str:
    """Return a depth of colour between 0.04 and 0.94, in hundredths."""
    return f"0.{4 + 90 * count // most:02d}"


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _lines(text: str, *, width: int, most: int) -> list[str]:
    """Return a text in at most so many lines, each a few letters wide; what does not fit is cut."""
    lines = wrap(text, width) or [""]
    return lines if len(lines) <= most else [*lines[: most - 1], _short(" ".join(lines[most - 1 :]), width)]


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"

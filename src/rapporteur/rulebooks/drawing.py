"""The steps of a rulebook as a drawing: SVG with a title and a description, the same bytes each time.

Boxes stand in the layers of `layers`; what a box says is also its accessible name, so nothing hangs on colour.
"""

from collections.abc import Iterator, Mapping
from html import escape
from textwrap import wrap
from typing import Final

from rapporteur.rulebooks.graph import needs_of
from rapporteur.rulebooks.layers import Layout, Place, layout
from rapporteur.rulebooks.saying import clock_line, names_of_steps
from rapporteur.rulebooks.schema import Rulebook
from rapporteur.rulebooks.step import Step
from rapporteur.rulebooks.terms import Certainty

_WIDE, _VIA = 304, 24
_LINE, _PADDING = 17, 10
_BETWEEN, _BELOW, _MARGIN, _HEAD = 26, 44, 24, 66
_LETTERS: Final = 40
_STYLE: Final = (
    "text{font:13px 'Noto Sans','DejaVu Sans',Arial,sans-serif;fill:#1a1a1a}"
    ".title{font-size:17px;font-weight:bold}.name{font-weight:bold}.quiet{fill:#4a4a4a}"
    ".box{fill:#fff;stroke:#1f4e79;stroke-width:1.5}.optional{stroke-dasharray:6 4}"
    ".line{fill:none;stroke:#5a6b7b;stroke-width:1.5}"
)
_ARROW: Final = (
    '<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto">'
    '<path d="M0 0 10 5 0 10z" fill="#5a6b7b"/></marker></defs>'
)


def svg(rulebook: Rulebook) -> str:
    """Return the drawing of a rulebook's steps. Units: pixels."""
    places = layout(needs_of(rulebook.steps))
    steps = {step.key: step for step in rulebook.steps}
    actors = {one.key: one.name.first() for one in rulebook.participants}
    names = names_of_steps(rulebook)
    texts = {step.key: list(_text(step, actors, names)) for step in rulebook.steps}
    middles, tops, width, height = _measured(places, texts)
    title = f"Steps: {rulebook.title.first()}, version {rulebook.version}"
    parts = [
        _opening(width, height),
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="desc">{escape(_description(rulebook))}</desc>',
        f"<style>{_STYLE}</style>",
        _ARROW,
        f'<rect width="{width}" height="{height}" fill="#f7f9fb"/>',
        *_heading(title, width),
    ]
    levels = {place: level for level, layer in enumerate(places.layers) for place in layer}
    parts += [_line(line, middles, tops, levels, texts) for line in places.lines]
    for level, layer in enumerate(places.layers):
        parts += [_box(steps[one.name], texts[one.name], middles[one], tops[level]) for one in layer if not one.via]
    return "\n".join([*parts, "</svg>", ""])


def _opening(width: int, height: int) -> str:
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="title desc">'


def _text(step: Step, actors: Mapping[str, str], names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the lines of a box with their style."""
    doubt = f" ({step.status})" if step.status is not Certainty.ESTABLISHED else ""
    for line in wrap(f"{step.name.first()}{' (optional)' if step.optional else ''}{doubt}", _LETTERS - 4):
        yield line, "name"
    for line in wrap(f"by {', '.join(actors[actor] for actor in step.actors)}", _LETTERS):
        yield line, "plain"
    if step.clock:
        for line in wrap(clock_line(step.clock, names), _LETTERS):
            yield line, "quiet"


def _tall(text: list[tuple[str, str]]) -> int:
    return len(text) * _LINE + 2 * _PADDING


def _measured(places: Layout, texts: dict[str, list[tuple[str, str]]]) -> tuple[dict[Place, int], list[int], int, int]:
    """Return the middle of each place, the top of each layer, and the width and height of the whole."""
    wides = [sum(_VIA if one.via else _WIDE for one in layer) + _BETWEEN * (len(layer) - 1) for layer in places.layers]
    width = max(wides) + 2 * _MARGIN
    middles: dict[Place, int] = {}
    tops: list[int] = []
    y = _HEAD + _MARGIN
    for layer, wide in zip(places.layers, wides, strict=True):
        x = (width - wide) // 2
        for one in layer:
            own = _VIA if one.via else _WIDE
            middles[one] = x + own // 2
            x += own + _BETWEEN
        tops.append(y)
        y += _height(layer, texts) + _BELOW
    return middles, tops, width, y - _BELOW + _MARGIN


def _height(layer: tuple[Place, ...], texts: dict[str, list[tuple[str, str]]]) -> int:
    return max(_tall(texts[one.name]) for one in layer if not one.via)


def _heading(title: str, width: int) -> Iterator[str]:
    for index, line in enumerate(wrap(title, max(30, width // 10))[:3]):
        yield f'<text class="title" x="{_MARGIN}" y="{_MARGIN + 8 + 22 * index}">{escape(line)}</text>'


def _box(step: Step, text: list[tuple[str, str]], middle: int, top: int) -> str:
    left = middle - _WIDE // 2
    optional = " optional" if step.optional else ""
    lines = "".join(
        f'<text class="{style}" x="{left + _PADDING}" y="{top + _PADDING + 13 + _LINE * index}">{escape(line)}</text>'
        for index, (line, style) in enumerate(text)
    )
    return (
        f'<g id="step-{step.key}"><rect class="box{optional}" x="{left}" y="{top}" width="{_WIDE}" '
        f'height="{_tall(text)}" rx="6"/>{lines}</g>'
    )


def _line(
    line: tuple[Place, ...],
    middles: dict[Place, int],
    tops: list[int],
    levels: dict[Place, int],
    texts: dict[str, list[tuple[str, str]]],
) -> str:
    """Return a line from the foot of a box to the head of another, upright where it passes a layer."""
    first, last = line[0], line[-1]
    x, y = middles[first], tops[levels[first]] + _tall(texts[first.name])
    path = [f"M{x} {y}"]
    for one in line[1:]:
        level, across = levels[one], middles[one]
        head = tops[level] if one is last else tops[level] - 6
        foot = tops[level] - _BELOW
        if foot > y:
            path.append(f"V{foot}")
        bend = (max(foot, y) + head) // 2
        path.append(f"C{x} {bend} {across} {bend} {across} {head}")
        x, y = across, head
    return f'<path class="line" d="{" ".join(path)}" marker-end="url(#arrow)"/>'


def _description(rulebook: Rulebook) -> str:
    """Return the steps and what each needs as sentences, for whoever does not see the drawing."""
    said = []
    for number, step in enumerate(rulebook.steps, start=1):
        needs = f"after {', '.join(step.needs)}" if step.needs else "at the beginning"
        clock = f"; {clock_line(step.clock)}" if step.clock else ""
        said.append(f"{number}. {step.key}: {step.name.first()}, by {', '.join(step.actors)}, {needs}{clock}.")
    return " ".join(said)

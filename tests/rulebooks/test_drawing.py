import itertools

import pytest
from lxml import etree

from rapporteur.rulebooks.drawing import svg
from rapporteur.rulebooks.layers import layout
from rapporteur.rulebooks.schema import Rulebook
from rapporteur.rulebooks.sketch import sketch

SVG = {"s": "http://www.w3.org/2000/svg"}


def boxes(drawing: etree._Element) -> dict[str, tuple[float, float, float, float]]:
    """Return left, top, right and bottom of each step's box."""
    found = {}
    for group in drawing.iterfind("s:g", SVG):
        rect = group.find("s:rect", SVG)
        x, y, wide, high = (float(rect.get(name)) for name in ("x", "y", "width", "height"))
        found[group.get("id")] = (x, y, x + wide, y + high)
    return found


def test_every_step_stands_below_what_it_needs_and_long_lines_have_a_place_of_their_own() -> None:
    found = layout({"a": (), "b": ("a",), "c": ("b", "a")})
    assert [[place.name for place in layer] for layer in found.layers] == [["a"], ["b", "a to c at 1"], ["c"]]
    assert [[place.name for place in line] for line in found.lines] == [
        ["a", "b"],
        ["b", "c"],
        ["a", "a to c at 1", "c"],
    ]


def test_lines_that_need_not_cross_do_not() -> None:
    found = layout({"a": (), "b": (), "c": ("b",), "d": ("a",)})
    assert [[place.name for place in layer] for layer in found.layers] == [["a", "b"], ["d", "c"]]


def test_the_drawing_is_the_same_each_time_and_told_to_who_does_not_see_it(meteorites: Rulebook) -> None:
    text = svg(meteorites)
    assert svg(meteorites) == text
    drawing = etree.fromstring(text.encode())
    assert drawing.get("role") == "img"
    assert drawing.get("aria-labelledby") == "title desc"
    assert drawing.findtext("s:title", namespaces=SVG) == "Steps: Review of the Meteorites Convention, version 1"
    description = drawing.findtext("s:desc", namespaces=SVG)
    assert description.startswith("1. answers: answers, by reviewed, at the beginning; 1 month after the opening of")
    assert list(boxes(drawing)) == ["step-answers", "step-views", "step-papers", "step-visit", "step-list"]


def test_boxes_do_not_overlap_and_stay_inside_and_hold_their_text(meteorites: Rulebook) -> None:
    drawing = etree.fromstring(svg(meteorites).encode())
    found = boxes(drawing)
    for (_, one), (_, other) in itertools.combinations(found.items(), 2):
        apart = one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]
        assert apart
    for group in drawing.iterfind("s:g", SVG):
        left, top, right, bottom = found[group.get("id")]
        assert 0 <= left < right <= float(drawing.get("width"))
        for text in group.iterfind("s:text", SVG):
            assert left < float(text.get("x")) < right
            assert top < float(text.get("y")) < bottom
            assert len(text.text) <= 40


def test_what_a_rulebook_says_cannot_break_the_drawing(meteorites: Rulebook) -> None:
    hostile = meteorites.model_copy(update={"version": "<script>&\"'"})
    drawing = etree.fromstring(svg(hostile).encode())
    assert drawing.findtext("s:title", namespaces=SVG).endswith("version <script>&\"'")


@pytest.mark.parametrize("count", [1, 15])
def test_a_drawing_of_any_number_of_steps_fits(meteorites: Rulebook, count: int) -> None:
    first = meteorites.steps[0]
    steps = [first.model_copy(update={"key": f"s{n}", "needs": (f"s{n // 3}",) if n > 2 else ()}) for n in range(count)]
    drawing = etree.fromstring(svg(meteorites.model_copy(update={"steps": tuple(steps)})).encode())
    assert len(boxes(drawing)) == count


def test_the_text_tells_layer_by_layer_what_comes_before_and_after(meteorites: Rulebook) -> None:
    lines = list(sketch(meteorites))
    at = lines.index("3")
    assert lines[at:] == [
        "3",
        "  visit: visit (optional)",
        "      by reviewed, reviewing",
        "      after views",
        "      → list",
        "",
        "4",
        "  list: list",
        "      by reviewed, reviewing",
        "      after visit, papers",
        "      within 10 days after the end of visit (assumed)",
    ]
    assert "      does not end while a matter is open: question" in lines

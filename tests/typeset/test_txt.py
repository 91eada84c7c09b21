"""Plain text: one line for each paragraph, fixed numbers, notes at the end, directions kept."""

import dataclasses
from itertools import pairwise

import pytest
from hypothesis import given, settings

from rapporteur.languages.terms import Language
from rapporteur.typeset import Format, write
from rapporteur.typeset.tree import Block, Document, Gap, Heading, LineBreak, Paragraph, Reference, ReferenceKind, Text
from typeset.strategies import documents
from typeset.trees import SAMPLES, WORDS

LRI, RLI, PDI, RLM = "\u2066", "\u2067", "\u2069", "\u200f"


def paragraphs(document: Document) -> list[str]:
    return write(document, Format.TXT).decode().rstrip("\n").split("\n\n")


def body(language: Language, *blocks: Block) -> list[str]:
    """Return the paragraphs after the masthead of a document that has only these blocks."""
    masthead = dataclasses.replace(SAMPLES[language].masthead, items=(), job_number="")
    document = dataclasses.replace(SAMPLES[language], masthead=masthead, blocks=blocks, notes=())
    return paragraphs(document)[len(paragraphs(dataclasses.replace(document, blocks=()))) :]


def test_the_masthead_comes_in_its_order_and_the_notes_and_job_number_last() -> None:
    words = WORDS[Language.ENGLISH]
    lines = paragraphs(SAMPLES[Language.ENGLISH])
    assert lines[:10] == [
        "United Nations",
        "CTM/COP/2031/4",
        words.organ,
        "Distr.: General\n3 March 2031\nOriginal: English",
        "Fourth session",
        "Lisbon, 12–16 May 2031",
        "Items 2 and 4 of the provisional agenda*",
        *words.item_titles,
        words.title,
    ]
    assert lines[-3:] == ["* CTM/COP/2031/1.", "¹ Technical assistance.", "V.31-01234"]


@pytest.mark.parametrize("language", Language)
def test_numbered_paragraphs_begin_with_their_number(language: Language) -> None:
    starts = [line[:3] for line in paragraphs(SAMPLES[language])]
    assert [start for start in starts if start[0].isdecimal() and start[1] == "."] == ["1. ", "2. ", "3. "]


def test_a_heading_stands_on_one_line_even_where_it_asks_for_a_break() -> None:
    heading = Heading((Text("Reports"), LineBreak(), Text("on the meetings")), number="I")
    assert body(Language.ENGLISH, heading) == ["I. Reports on the meetings"]


def test_a_document_without_a_symbol_prints_no_line_for_it() -> None:
    masthead = dataclasses.replace(SAMPLES[Language.ENGLISH].masthead, symbol="")
    document = dataclasses.replace(SAMPLES[Language.ENGLISH], masthead=masthead)
    assert paragraphs(document)[:2] == ["United Nations", WORDS[Language.ENGLISH].organ]


def test_a_symbol_in_an_arabic_line_is_kept_whole() -> None:
    symbol = Reference((Text("CTM/COP/2031/1"),), ReferenceKind.DOCUMENT, "CTM/COP/2031/1")
    line = body(Language.ARABIC, Paragraph((Text("تقرير ("), symbol, Text(")")), number=1))
    assert line == [f"1. تقرير ({LRI}CTM/COP/2031/1{PDI})"]


def test_an_arabic_line_that_begins_with_a_latin_letter_still_runs_from_right_to_left() -> None:
    assert body(Language.ARABIC, Heading((Text("مقدمة"),), number="A")) == [f"{RLM}A. مقدمة"]


def test_a_line_in_one_foreign_language_is_whole_and_keeps_its_own_direction() -> None:
    assert body(Language.ARABIC, Paragraph((Text("3 March 2031"),))) == [f"{LRI}3 March 2031{PDI}"]
    assert body(Language.ARABIC, Paragraph((Text("Vienna (Austria)"),))) == [f"{LRI}Vienna (Austria){PDI}"]


@pytest.mark.parametrize("text", ["Distr.: General", "Original: English", "CTM/COP/2031/4"])
def test_a_text_that_holds_together_by_itself_needs_no_mark(text: str) -> None:
    assert body(Language.ARABIC, Paragraph((Text("أ"), LineBreak(), Text(text), Text(".")))) == [f"أ\n{text}."]


def test_a_missing_term_shows_its_label_and_its_original_in_the_original_s_direction() -> None:
    gap = Paragraph((Gap("no English term", "فريق", Language.ARABIC),))
    assert body(Language.ENGLISH, gap) == [f"[no English term: {RLI}فريق{PDI}]"]


def test_a_text_in_one_direction_carries_no_invisible_mark() -> None:
    text = write(SAMPLES[Language.FRENCH], Format.TXT).decode()
    assert [character for character in text if character in LRI + PDI + RLM + "\u200e"] == []


def test_two_breaks_in_a_row_do_not_part_a_paragraph() -> None:
    assert body(Language.ENGLISH, Paragraph((Text("a"), LineBreak(), LineBreak(), Text("b")))) == ["a\nb"]


@settings(max_examples=50, deadline=None)
@given(documents())
def test_paragraphs_are_parted_by_exactly_one_blank_line(document: Document) -> None:
    text = write(document, Format.TXT).decode()
    lines = text.removesuffix("\n").split("\n")
    doubled = [pair for pair in pairwise(lines) if not pair[0].strip() and not pair[1].strip()]
    assert (text[-1], doubled) == ("\n", [])

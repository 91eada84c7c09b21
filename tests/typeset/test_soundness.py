"""What is refused at the door, with its place, and what is set right there."""

import dataclasses
from typing import Any

import pytest
from hypothesis import given, settings

from rapporteur.languages.terms import Language
from rapporteur.typeset import BrokenDocument, Format, UnprintableText, write
from rapporteur.typeset.soundness import sound
from rapporteur.typeset.tree import (
    Block,
    Document,
    Heading,
    Inlines,
    Item,
    Items,
    Note,
    NoteCall,
    Paragraph,
    Table,
    Text,
)
from typeset.strategies import documents
from typeset.trees import SAMPLES

ENGLISH = SAMPLES[Language.ENGLISH]


def with_body(*blocks: Block, notes: tuple[Note, ...] = ()) -> Document:
    masthead = dataclasses.replace(ENGLISH.masthead, items=())
    return dataclasses.replace(ENGLISH, masthead=masthead, blocks=blocks, notes=notes)


def paragraph(value: str) -> Paragraph:
    return Paragraph((Text(value),))


def refusal(document: Document) -> tuple[type[BrokenDocument], str]:
    with pytest.raises(BrokenDocument) as caught:
        sound(document)
    return type(caught.value), str(caught.value)


@pytest.mark.parametrize(
    ("character", "what"),
    [
        ("\x00", "a control character, U+0000"),
        ("\x0b", "a control character, U+000B"),
        ("\x7f", "a control character, U+007F"),
        ("\x85", "a control character, U+0085"),
        ("\u2028", "a control character, U+2028"),
        ("\ud800", "a control character, U+D800"),
        ("\uffff", "a control character, U+FFFF"),
        ("\u202e", "a character that forces a direction, U+202E"),
        ("\u2067", "a character that forces a direction, U+2067"),
    ],
)
def test_a_character_that_no_file_may_carry_is_named_with_its_place(character: str, what: str) -> None:
    message = (
        f"blocks[1].content[0].value: {what}, at position 3 of {'ab' + character + 'c'!r}; take it out of the text"
    )
    document = with_body(paragraph("fine"), paragraph(f"ab{character}c"))
    assert refusal(document) == (UnprintableText, message)


@pytest.mark.parametrize("format_", Format)
def test_no_format_is_written_from_a_text_with_a_control_character(format_: Format) -> None:
    with pytest.raises(UnprintableText):
        write(with_body(paragraph("\x1b[31m")), format_)


def test_a_control_character_in_the_metadata_is_refused_too() -> None:
    metadata = dataclasses.replace(ENGLISH.metadata, author="a\x01")
    assert refusal(dataclasses.replace(ENGLISH, metadata=metadata)) == (
        UnprintableText,
        r"metadata.author: a control character, U+0001, at position 2 of 'a\x01'; take it out of the text",
    )


def test_marks_of_direction_that_force_nothing_are_let_through() -> None:
    document = with_body(paragraph("a\u200e\u200f\u061cb"))
    assert sound(document) == document


@pytest.mark.parametrize(
    ("blocks", "notes", "message"),
    [
        ((Paragraph((NoteCall("1"),)),), (), "blocks[0].content[0]: there is no note '1'"),
        ((), (Note("1", ()),), "notes[0]: no text calls the note '1'"),
        ((Paragraph((NoteCall("1"),)),), (Note("1", ()), Note("1", ())), "notes[1]: two notes have the mark '1'"),
        ((Paragraph((NoteCall(" "),)),), (Note(" ", ()),), "notes[0]: a note has no mark"),
        (
            (Paragraph((NoteCall("1"),)),),
            (Note("1", (NoteCall("1"),)),),
            "notes[0].content[0]: a note calls a note",
        ),
        ((Heading((Text(" "),)),), (), "blocks[0]: a heading has no words"),
        ((Heading((), level=0),), (), "blocks[0]: a heading has the level 0; the first level is 1"),
        ((Paragraph((), number=0),), (), "blocks[0]: a paragraph has the number 0; numbers begin with 1"),
        ((Table((), ()),), (), "blocks[0]: a table has no columns"),
        ((Table(((),), (((), ()),)),), (), "blocks[0].rows[0]: a row has 2 cells, the header has 1"),
        (
            (Table(((),), (), widths=(1, 2)),),
            (),
            "blocks[0].widths: (1, 2) is not one positive share for each of 1 columns",
        ),
        (
            (Table(((),), (), widths=(0,)),),
            (),
            "blocks[0].widths: (0,) is not one positive share for each of 1 columns",
        ),
    ],
)
def test_parts_that_do_not_fit_are_refused(blocks: Any, notes: Any, message: str) -> None:
    assert refusal(with_body(*blocks, notes=notes)) == (BrokenDocument, message)


def test_a_document_without_a_title_is_refused() -> None:
    metadata = dataclasses.replace(ENGLISH.metadata, title=" ")
    assert refusal(dataclasses.replace(ENGLISH, metadata=metadata)) == (
        BrokenDocument,
        "metadata.title: the document has no title, which readers and screen readers ask for",
    )


def test_line_breaks_and_tabs_inside_a_text_become_one_space() -> None:
    item = Items((Item("(a)", (Text("one\r\n\ttwo"),)),))
    assert sound(with_body(item)).blocks == (Items((Item("(a)", (Text("one two"),)),)),)


def test_a_heading_that_skips_a_level_is_raised_to_the_next() -> None:
    content: Inlines = (Text("x"),)
    levels = [Heading(content, level=level) for level in (3, 1, 3, 3, 4, 2)]
    assert [block.level for block in sound(with_body(*levels)).blocks if isinstance(block, Heading)] == [
        1,
        1,
        2,
        3,
        4,
        2,
    ]


@settings(max_examples=50, deadline=None)
@given(documents())
def test_what_is_sound_stays_as_it_is(document: Document) -> None:
    assert sound(sound(document)) == sound(document)

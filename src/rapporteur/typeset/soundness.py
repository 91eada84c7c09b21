"""What a content tree must hold before any writer sets it: printable text, and parts that fit each other.

`sound` stands at the door of every writer. What can be set right without changing a word (a line break inside a text,
a heading that skips a level) is set right; all else is refused with the place of the fault.
"""

import dataclasses
import re
from collections.abc import Iterator
from typing import TypeVar, cast

from rapporteur.typeset.tree import Block, Document, Heading, NoteCall, Paragraph, Table

T = TypeVar("T")

# Control characters, lone surrogates and non-characters (no XML 1.0 may carry them), the separators of lines and
# paragraphs, and the characters that force a direction: direction is the writers' work, and a forced one can make a
# text read as what it is not.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_FOLDED = re.compile(r"[\t\n\r]+")
_FORCED_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")


class BrokenDocument(ValueError):
    """A content tree that cannot be set. `place` is the path to the fault: "blocks[2].content[0].value"."""

    def __init__(self, place: str, message: str) -> None:
        super().__init__(f"{place}: {message}")
        self.place = place


class UnprintableText(BrokenDocument):
    """A text with a character that no document may carry."""


def sound(document: Document) -> Document:
    """Return the document, each text on one line, no heading's level skipped. Raises: BrokenDocument."""
    for place, text in strings(document):
        _refuse_unprintable(place, text)
    if not document.metadata.title.strip():
        raise BrokenDocument("metadata.title", "the document has no title, which readers and screen readers ask for")
    _check_notes(document)
    for index, block in enumerate(document.blocks):
        _check_block(f"blocks[{index}]", block)
    folded = _folded(document)
    return dataclasses.replace(folded, blocks=_stepped(folded.blocks))


def strings(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Return every text in a tree or a part of one, each with the path to it."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from strings(part, f"{place}[{index}]")
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from strings(getattr(value, field.name), f"{place}.{field.name}" if place else field.name)


def _refuse_unprintable(place: str, text: str) -> None:
    found = _UNPRINTABLE.search(text)
    if found is None:
        return
    what = "a character that forces a direction" if _FORCED_DIRECTION.match(found[0]) else "a control character"
    around = repr(text[max(0, found.start() - 20) : found.end() + 20])
    raise UnprintableText(
        place, f"{what}, U+{ord(found[0]):04X}, at position {found.start() + 1} of {around}; take it out of the text"
    )


def _check_notes(document: Document) -> None:
    marks = [note.mark for note in document.notes]
    calls = [*_calls(document.masthead, "masthead"), *_calls(document.blocks, "blocks")]
    for index, note in enumerate(document.notes):
        place = f"notes[{index}]"
        if not note.mark.strip():
            raise BrokenDocument(place, "a note has no mark")
        if marks.index(note.mark) != index:
            raise BrokenDocument(place, f"two notes have the mark {note.mark!r}")
        if all(call != note.mark for _, call in calls):
            raise BrokenDocument(place, f"no text calls the note {note.mark!r}")
        for inner, _ in _calls(note.content, f"{place}.content"):
            raise BrokenDocument(inner, "a note calls a note")
    for place, call in calls:
        if call not in marks:
            raise BrokenDocument(place, f"there is no note {call!r}")


def _calls(value: object, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, NoteCall):
        yield place, value.mark
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _calls(part, f"{place}[{index}]")
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _calls(getattr(value, field.name), f"{place}.{field.name}")


def _check_block(place: str, block: Block) -> None:
    if isinstance(block, Heading) and block.level < 1:
        raise BrokenDocument(place, f"a heading has the level {block.level}; the first level is 1")
    if isinstance(block, Heading) and not any(text.strip() for _, text in strings((block.number, block.content))):
        raise BrokenDocument(place, "a heading has no words")
    if isinstance(block, Paragraph) and block.number is not None and block.number < 1:
        raise BrokenDocument(place, f"a paragraph has the number {block.number}; numbers begin with 1")
    if isinstance(block, Table):
        _check_table(place, block)


def _check_table(place: str, table: Table) -> None:
    columns = len(table.header)
    if not columns:
        raise BrokenDocument(place, "a table has no columns")
    for index, row in enumerate(table.rows):
        if len(row) != columns:
            raise BrokenDocument(f"{place}.rows[{index}]", f"a row has {len(row)} cells, the header has {columns}")
    if table.widths and (len(table.widths) != columns or min(table.widths) < 1):
        raise BrokenDocument(
            f"{place}.widths", f"{table.widths} is not one positive share for each of {columns} columns"
        )


def _folded(value: T) -> T:
    """Return the value with every run of tabs and line breaks inside a text as one space."""
    folded: object = value
    if type(value) is str:
        folded = _FOLDED.sub(" ", str(value))
    elif isinstance(value, tuple):
        folded = tuple(_folded(part) for part in value)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: _folded(getattr(value, field.name)) for field in dataclasses.fields(value)}
        folded = dataclasses.replace(value, **parts)
    return cast("T", folded)


def _stepped(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks with no heading more than one level below the heading before it, as PDF/UA asks."""
    stepped: list[Block] = []
    level = 0
    for block in blocks:
        if isinstance(block, Heading):
            level = min(block.level, level + 1)
            stepped.append(dataclasses.replace(block, level=level))
        else:
            stepped.append(block)
    return tuple(stepped)

"""Plain text: one line for each paragraph, a blank line between paragraphs, the notes at the end.

Nothing is wrapped, so that a reader's window decides. Where a line mixes directions, invisible marks of Unicode keep
citations whole and give the line the direction of its language; a text in one direction carries no such mark.
"""

import re
from collections.abc import Iterator

from rapporteur.languages.terms import Language
from rapporteur.typeset.directions import foreign_direction, holds_together, reading_direction, strong_direction
from rapporteur.typeset.lines import (
    gap_label,
    heading_label,
    lines_before_title,
    numbered,
    raised,
    side_lines,
)
from rapporteur.typeset.tree import (
    Document,
    Gap,
    Heading,
    Inline,
    Inlines,
    Item,
    Items,
    LineBreak,
    Masthead,
    NoteCall,
    Paragraph,
    Provisional,
    Reference,
    Text,
)

_ISOLATE = {"ltr": "\u2066", "rtl": "\u2067"}
_END_OF_ISOLATE = "\u2069"
_MARK = {"ltr": "\u200e", "rtl": "\u200f"}
_ISOLATED = re.compile("[\u2066\u2067][^\u2069]*\u2069")
_INDENT = "    "


def write(document: Document) -> bytes:
    paragraphs = (_without_blank_lines(paragraph) for paragraph in _paragraphs(document))
    return ("\n\n".join(paragraph for paragraph in paragraphs if paragraph) + "\n").encode()


def _without_blank_lines(paragraph: str) -> str:
    """Return the paragraph without lines that would end it: a blank line parts paragraphs, nothing else does."""
    return "\n".join(line for line in paragraph.split("\n") if line.strip())


def _paragraphs(document: Document) -> Iterator[str]:
    language = document.language
    yield from _masthead(document.masthead, language)
    for block in document.blocks:
        match block:
            case Heading():
                text = " ".join(_plain(block.content, language).split("\n"))
                yield _line(f"{heading_label(block)} {text}".strip(), language)
            case Paragraph():
                label = f"{numbered(block.number)} " if block.number else ""
                yield _line(label + _plain(block.content, language), language)
            case Items():
                yield from _items(block.items, language, depth=0)
            case _:
                yield _line(_plain(block.caption, language), language)
                yield "\n".join(_row(row, language) for row in (block.header, *block.rows))
    for note in document.notes:
        yield _line(f"{raised(note.mark)} {_plain(note.content, language)}", language)
    yield document.masthead.job_number


def _masthead(masthead: Masthead, language: Language) -> Iterator[str]:
    yield _line(_plain(masthead.organization, language), language)
    yield masthead.symbol
    yield _line(_plain(masthead.organ, language), language)
    yield "\n".join(_line(_plain(line, language), language) for line in side_lines(masthead))
    for _, line in lines_before_title(masthead):
        yield _line(_plain(line, language), language)
    yield _line(" ".join(_plain(masthead.title, language).split("\n")), language)
    yield _line(_plain(masthead.byline, language), language)


def _items(items: tuple[Item, ...], language: Language, *, depth: int) -> Iterator[str]:
    for item in items:
        yield _INDENT * depth + _line(f"{item.label} {_plain(item.content, language)}".strip(), language)
        yield from _items(item.items, language, depth=depth + 1)


def _row(cells: tuple[Inlines, ...], language: Language) -> str:
    return _line(" | ".join(" ".join(_plain(cell, language).split("\n")) for cell in cells), language)


def _plain(content: Inlines, language: Language) -> str:
    return "".join(_inline(part, language) for part in content)


def _inline(part: Inline, language: Language) -> str:
    match part:
        case Text():
            direction = foreign_direction(part.value, language)
            plain = part.value if holds_together(part.value, direction) else _isolated(part.value, direction, language)
        case NoteCall():
            plain = raised(part.mark)
        case LineBreak():
            plain = "\n"
        case Provisional():
            plain = f"[{_plain(part.content, language)}]"
        case Gap():
            plain = f"[{gap_label(part, language)}{_isolated(part.original, part.language.direction, language)}]"
        case Reference():
            text = _plain(part.content, language)
            plain = _isolated(text, reading_direction(text), language)
        case _:
            plain = _plain(part.content, language)
    return plain


def _isolated(text: str, direction: str, language: Language) -> str:
    """Return a text of another direction as a whole of its own within the line."""
    if not text or direction in {"", language.direction} or _END_OF_ISOLATE in text:
        return text
    return f"{_ISOLATE[direction]}{text}{_END_OF_ISOLATE}"


def _line(text: str, language: Language) -> str:
    """Return the text with a mark before each line which would otherwise take another direction than its language's.

    A line in one foreign direction alone ("Distr.: General") stays as it is.
    """
    return "\n".join(_directed(line, language.direction) for line in text.split("\n"))


def _directed(line: str, direction: str) -> str:
    found = reading_direction(_ISOLATED.sub("", line))
    mixed = any(strong_direction(character) == direction for character in line)
    return _MARK[direction] + line if found != direction and mixed else line

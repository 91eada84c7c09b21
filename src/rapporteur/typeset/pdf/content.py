"""The content tree as plain data for the layout: dictionaries, lists, strings and numbers, nothing else.

Direction and language are decided here, for the layout knows neither; the calls of notes carry their notes with them.
"""

from typing import Any

from rapporteur.languages.terms import Language
from rapporteur.typeset.directions import foreign_direction, reading_direction
from rapporteur.typeset.lines import (
    column_shares,
    gap_label,
    heading_label,
    is_set_in_italics,
    lines_before_title,
    numbered,
    plain,
    side_lines,
)
from rapporteur.typeset.pdf.fonts import bold_families, families
from rapporteur.typeset.tree import (
    Block,
    Document,
    Emphasis,
    Gap,
    Heading,
    Inline,
    Inlines,
    Item,
    Items,
    LineBreak,
    NoteCall,
    Paragraph,
    Provisional,
    Reference,
    Strong,
    Text,
)

Data = dict[str, Any]

_SIZES = {Language.ARABIC: 12.5}
_LEADINGS = {Language.ARABIC: 0.75, Language.CHINESE: 0.85}


def content(document: Document) -> Data:
    return _Content(document).data()


class _Content:
    """One walk over one document: it counts the calls of notes, for a note is set at its first call."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.notes = {note.mark: (f"note-{number}", note) for number, note in enumerate(document.notes, start=1)}
        self.called: set[str] = set()

    def data(self) -> Data:
        document, head = self.document, self.document.masthead
        issued_on = document.metadata.issued_on
        language = document.language
        masthead = {
            "organization": self._inlines(head.organization),
            "organ": self._inlines(head.organ),
            "side": [self._inlines(line) for line in side_lines(head)],
            "lines": [{"place": place, "content": self._inlines(line)} for place, line in lines_before_title(head)],
            "title": self._inlines(head.title),
            "byline": self._inlines(head.byline),
        }
        return {
            "lang": language.value,
            "region": _region(language),
            "dir": language.direction,
            "fonts": families(language),
            "bold_fonts": bold_families(language),
            "italics": language not in {Language.ARABIC, Language.CHINESE},
            "size": _SIZES.get(language, 10.5),
            "leading": _LEADINGS.get(language, 0.65),
            "title": document.metadata.title,
            "author": plain(head.organization),
            "keywords": [head.symbol] if head.symbol else [],
            "date": [issued_on.year, issued_on.month, issued_on.day],
            "symbol": head.symbol,
            "job_number": head.job_number,
            "masthead": masthead,
            "blocks": [self._block(block) for block in document.blocks],
        }

    def _block(self, block: Block) -> Data:
        match block:
            case Heading():
                label = heading_label(block)
                return {
                    "kind": "heading",
                    "level": block.level,
                    "label": label,
                    "content": self._inlines(block.content),
                }
            case Paragraph():
                label = numbered(block.number or "")
                return {"kind": "paragraph", "label": label, "content": self._inlines(block.content)}
            case Items():
                return {"kind": "items", "items": [self._item(item) for item in block.items]}
        return {
            "kind": "table",
            "caption": self._inlines(block.caption),
            "widths": column_shares(block.widths, len(block.header)),
            "header": [self._inlines(cell) for cell in block.header],
            "rows": [{"cells": [self._inlines(cell) for cell in row]} for row in block.rows],
        }

    def _item(self, item: Item) -> Data:
        return {
            "label": item.label,
            "content": self._inlines(item.content),
            "items": [self._item(inner) for inner in item.items],
        }

    def _inlines(self, parts: Inlines) -> list[Data]:
        return [data for part in parts for data in self._inline(part)]

    def _inline(self, part: Inline) -> list[Data]:
        match part:
            case Text():
                data = [self._text(part.value)]
            case LineBreak():
                data = [{"kind": "break"}]
            case Emphasis():
                inner = self._inlines(part.content)
                italic = is_set_in_italics(part, self.document.language)
                data = [{"kind": "emphasis", "content": inner}] if italic else inner
            case Strong():
                data = [{"kind": "strong", "content": self._inlines(part.content)}]
            case Provisional():
                data = [_text("["), *self._inlines(part.content), _text("]")]
            case Gap():
                data = [_text("[" + gap_label(part, self.document.language)), _foreign(part), _text("]")]
            case NoteCall():
                data = [self._call(part.mark)]
            case _:
                data = self._reference(part)
        return data

    def _text(self, value: str) -> Data:
        direction = foreign_direction(value, self.document.language)
        return {"kind": "isolate", "dir": direction, "content": [_text(value)]} if direction else _text(value)

    def _reference(self, reference: Reference) -> list[Data]:
        inner = self._inlines(reference.content)
        direction = reading_direction(plain(reference.content))
        if direction in {"", self.document.language.direction} or len(inner) == 1:
            return inner
        return [{"kind": "isolate", "dir": direction, "content": inner}]

    def _call(self, mark: str) -> Data:
        label, note = self.notes[mark]
        first = mark not in self.called
        self.called.add(mark)
        inner = self._inlines(note.content) if first else []
        return {"kind": "note", "mark": mark, "first": first, "label": label, "content": inner}


def _text(value: str) -> Data:
    return {"kind": "text", "text": value}


def _foreign(gap: Gap) -> Data:
    language = gap.language
    return {
        "kind": "foreign",
        "text": gap.original,
        "lang": language.value,
        "region": _region(language),
        "dir": language.direction,
        "fonts": families(language),
    }


def _region(language: Language) -> str | None:
    return "cn" if language is Language.CHINESE else None

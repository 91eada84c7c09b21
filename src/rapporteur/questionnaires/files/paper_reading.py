"""A form that comes back as a text document: every place found by the name in its first cell.

What stands outside the places is not read; it is listed, so that nobody's words are lost unseen. What was struck out
with changes tracked is gone, what was put in is there.
"""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from rapporteur.languages.terms import Language
from rapporteur.questionnaires.files.answers import (
    IN_ROWS,
    columns_of,
    value_of_marks,
    value_of_rows,
    value_of_text,
)
from rapporteur.questionnaires.files.form import MARK, Filled, Flaw, FormRefused, unsealed
from rapporteur.questionnaires.files.paper import lines_of
from rapporteur.questionnaires.files.printing import word
from rapporteur.questionnaires.rules.values import MOST_ROWS, Unfit
from rapporteur.questionnaires.terms import Kind, Question, Questionnaire, Value

_NAME: Final = re.compile(r"#([a-zA-Z0-9][-a-zA-Z0-9_]*)(?:\.([0-9]{1,4}))?")
_BROKEN: Final = (KeyError, ValueError, TypeError, AttributeError, zipfile.BadZipFile, OpcError, etree.LxmlError)
_GONE: Final = frozenset({qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent")})
_SIGNS: Final = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_ESCAPED: Final = re.compile(
    r"_x005F_(?=x[0-9A-Fa-f]{4}_)"
)  # so one program writes "_" before what looks like an escape
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

Rows = list[list[str]]


class Document:
    """A text document that was opened: what form it is, and then what stands in it. Raises: FormRefused."""

    def __init__(self, content: bytes) -> None:
        try:
            self.body: Any = docx.Document(io.BytesIO(content)).element.body
        except _BROKEN as fault:
            raise FormRefused(Flaw.DAMAGED) from fault
        hidden = [line for line in map(_text, _lines(self.body)) if line.strip().startswith(f"{MARK}:")]
        if not hidden:
            raise FormRefused(Flaw.NO_FORM)
        self.form = unsealed(hidden[-1])

    def filled(self, asked: Questionnaire) -> Filled:
        """Return what stands in the places, each fitted to nothing yet. Raises: FormRefused."""
        tables = self._tables()
        wanted = [question for question in asked.questions if question.key in self.form.versions]
        values = {question.key: _value(question, tables, self.form.language) for question in wanted}
        return Filled(self.form, values, tuple(self._unread(asked)))

    def _tables(self) -> dict[str, Rows]:
        found: dict[str, Rows] = {}
        for table in self.body.iter(qn("w:tbl")):
            rows = [[_text(cell) for cell in _cells(row)] for row in table.iter(qn("w:tr"))]
            name = _NAME.fullmatch(rows[0][0].strip()) if rows and rows[0] else None
            if name is None:
                continue
            if name[1] in found:
                raise FormRefused(Flaw.DAMAGED, name[1])
            found[name[1]] = rows
        return found

    def _unread(self, asked: Questionnaire) -> Iterator[str]:
        """Yield the lines outside the tables that a blank form does not have."""
        own = Counter(" ".join(line.split()) for line in lines_of(asked, self.form))
        for line in _lines(self.body):
            said = " ".join(_text(line).split())
            if own[said] > 0:
                own[said] -= 1
            elif said and not said.startswith(f"{MARK}:") and not self._is_state(said):
                yield said

    def _is_state(self, said: str) -> bool:
        return said.startswith(word("state", self.form.language) + ":")


def _value(question: Question, tables: Mapping[str, Rows], language: Language) -> Value | Unfit:
    if question.kind is Kind.ATTACHMENT:
        return None
    rows = tables.get(question.key)
    if not rows:
        raise FormRefused(Flaw.DAMAGED, question.key)
    try:
        if question.kind is Kind.CHOICES:
            return value_of_marks(question, list(_marks(question, rows)))
        if question.kind in IN_ROWS:
            return value_of_rows(question, list(_entries(question, rows)))
        return value_of_text(question, rows[0][-1] if len(rows[0]) > 1 else "", language)
    except Unfit as unfit:
        return unfit


def _marks(question: Question, rows: Rows) -> Iterator[str]:
    by_index = {name[2]: row for row in rows if row and (name := _NAME.fullmatch(row[0].strip()))}
    for index in range(1, len(question.options) + 1):
        row: Sequence[str] = by_index.get(str(index), ())
        if not row:
            raise FormRefused(Flaw.DAMAGED, f"{question.key}.{index}")
        yield row[-1]


def _entries(question: Question, rows: Rows) -> Iterator[list[str]]:
    width = len(columns_of(question))
    for row in rows[1 : MOST_ROWS + 2]:
        if len(row) != width + 1:
            raise FormRefused(Flaw.DAMAGED, question.key)
        yield row[1:]


def _cells(row: Any) -> Iterator[Any]:
    """Yield the cells of a row; a content control may stand around one."""
    for child in row:
        if child.tag == qn("w:tc"):
            yield child
        elif child.tag in {qn("w:sdt"), qn("w:sdtContent")}:
            yield from _cells(child)


def _lines(body: Any) -> Iterator[Any]:
    """Yield the paragraphs that stand in no table."""
    for child in body:
        if child.tag == qn("w:p"):
            yield child
        elif child.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins")}:
            yield from _lines(child)


def _text(element: Any) -> str:
    """Return the text of an element as a person reads it, a line for each paragraph."""
    paragraphs = [element] if element.tag == qn("w:p") else [p for p in element.iter(qn("w:p")) if _stands(p, element)]
    return "\n".join("".join(_pieces(paragraph)) for paragraph in paragraphs)


def _stands(paragraph: Any, within: Any) -> bool:
    """Tell whether a paragraph stands in the text itself, in no box and in nothing that was struck out."""
    parent = paragraph.getparent()
    while parent is not None and parent is not within:
        if parent.tag in _GONE or parent.tag == _FALLBACK:
            return False
        parent = parent.getparent()
    return True


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in _GONE or child.tag == _FALLBACK:
            continue
        if child.tag == qn("w:t"):
            yield _ESCAPED.sub("_", child.text or "")
        elif child.tag in _SIGNS and element.tag == qn("w:r"):
            yield _SIGNS[child.tag]
        else:
            yield from _pieces(child)

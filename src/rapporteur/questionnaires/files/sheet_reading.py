"""A form that comes back as a spreadsheet: every place found by its name, whatever program saved it, and no formula.

The archive looked into the file before; here it is read row by row, never further than a form of its questions reaches.
"""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from rapporteur.questionnaires.files.answers import (
    IN_ROWS,
    columns_of,
    value_of_marks,
    value_of_rows,
    value_of_text,
)
from rapporteur.questionnaires.files.form import Filled, Flaw, Form, FormRefused, unsealed
from rapporteur.questionnaires.files.sheet import CARRIED, FIRST, columns_wanted
from rapporteur.questionnaires.rules.values import MOST_ROWS, Unfit
from rapporteur.questionnaires.terms import Kind, Question, Questionnaire, Value

_MOST_ROWS: Final = 250_000
_NAME: Final = re.compile(r"([a-zA-Z0-9][-a-zA-Z0-9_]*)(?:([+./])([0-9]{1,6}))?")
# What `sheet` writes for an underscore before what looks like an escape, and what some programs write for a line's end.
_ESCAPED: Final = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)")
_LINE_END: Final = re.compile(r"_x000D_\n")
_BROKEN: Final = (KeyError, ValueError, TypeError, IndexError, AttributeError, zipfile.BadZipFile, InvalidFileException)

Places = dict[tuple[str, str, int], tuple[str, ...]]


class Book:
    """A spreadsheet that was opened: what form it is, and then what stands in it. Raises: FormRefused."""

    def __init__(self, content: bytes) -> None:
        try:
            self.book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
        except _BROKEN as fault:
            raise FormRefused(Flaw.DAMAGED) from fault
        if CARRIED not in self.book.sheetnames:
            raise FormRefused(Flaw.NO_FORM)
        self.form = unsealed("".join(self._carried()))

    def filled(self, asked: Questionnaire) -> Filled:
        """Return what stands in the places, each fitted to nothing yet. Raises: FormRefused."""
        wanted = [question for question in asked.questions if question.key in self.form.versions]
        try:
            places = self._places(columns_wanted(wanted))
        except _BROKEN as fault:
            if isinstance(fault, FormRefused):
                raise
            raise FormRefused(Flaw.DAMAGED) from fault
        values = {question.key: _value(question, places, self.form) for question in wanted}
        return Filled(self.form, values)

    def _carried(self) -> Iterator[str]:
        try:
            for row in self.book[CARRIED].iter_rows(max_row=5_000, max_col=1, values_only=True):
                yield str(row[0] or "") if row else ""
        except _BROKEN as fault:
            raise FormRefused(Flaw.DAMAGED, CARRIED) from fault

    def _places(self, last: int) -> Places:
        found: Places = {}
        main = self.book[self.book.sheetnames[0]]
        for number, row in enumerate(main.iter_rows(max_row=_MOST_ROWS, max_col=last), 1):
            for cell in row:
                if cell.data_type == "f":
                    raise FormRefused(Flaw.FORMULA, getattr(cell, "coordinate", str(number)))
            name = _NAME.fullmatch(_plain(row[0].value)) if row else None
            if name:
                key = (name[1], name[2] or "", int(name[3] or 0))
                if key in found:
                    raise FormRefused(Flaw.DAMAGED, name[0])
                found[key] = tuple(_plain(cell.value) for cell in row[FIRST - 1 :])
        return found


def _value(question: Question, places: Places, form: Form) -> Value | Unfit:
    try:
        if question.kind is Kind.CHOICES:
            indices = range(1, len(question.options) + 1)
            return value_of_marks(question, [_first(_there(places, (question.key, ".", at))) for at in indices])
        if question.kind in IN_ROWS:
            return value_of_rows(question, list(_rows(question, places)))
        text = "".join(_long(question.key, places))
        return value_of_text(question, text, form.language)
    except Unfit as unfit:
        return unfit


def _rows(question: Question, places: Places) -> Iterator[Sequence[str]]:
    width = len(columns_of(question))
    _there(places, (question.key, "/", 1))
    for at in range(1, MOST_ROWS + 1):
        cells = places.get((question.key, "/", at), ())
        yield [*cells, *([""] * width)][:width]


def _long(key: str, places: Places) -> Iterator[str]:
    yield _first(_there(places, (key, "", 0)))
    at = 1
    while (key, "+", at) in places:
        yield _first(places[key, "+", at])
        at += 1


def _there(places: Mapping[tuple[str, str, int], tuple[str, ...]], name: tuple[str, str, int]) -> tuple[str, ...]:
    if name not in places:
        raise FormRefused(Flaw.DAMAGED, name[0])
    return places[name]


def _first(cells: Sequence[str]) -> str:
    return cells[0] if cells else ""


def _plain(value: Any) -> str:
    """Return what a cell holds as text, as a person reads it there."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(sep=" ")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value!r}"
    return _ESCAPED.sub("_", _LINE_END.sub("\n", str(value)))

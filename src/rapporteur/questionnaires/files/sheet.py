"""A form as a spreadsheet: written by `sheet`, read back by `read_sheet`.

One protected sheet holds the questions, each with its place in column E and further; column A, hidden, names the place:
"c5-1" for an answer, "c5-1+1" where a long text goes on, "c5-1.2" for the second option, "c5-1/3" for the third row.
Reading goes by these names alone. A hidden sheet carries what the form is, another the options to choose from.
"""

import datetime as dt
import io
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from rapporteur.questionnaires.files.answers import (
    IN_ROWS,
    asked_offline,
    columns_of,
    label_of,
    rows_of,
)
from rapporteur.questionnaires.files.form import Form, sealed
from rapporteur.questionnaires.files.printing import headings, labels, notes, text_in, word
from rapporteur.questionnaires.terms import Answers, ColumnKind, Kind, Question, Questionnaire, Value

CARRIED, LISTS = "carried", "lists"  # the two hidden sheets
FIRST: Final = 5  # the column of the first place
LONGEST_CELL: Final = 30_000  # characters; the format allows 32,767
_PIECE: Final = 240  # of the hidden text in one cell
_LINE, _MOST_LINES, _LINES_OF_TEXT = 15, 27, 5  # points; no row is higher than 409
_MOST_EXACT: Final = 2**53
_ESCAPE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_WIDTHS: Final = {"B": 9, "C": 60, "D": 40, "E": 48, "F": 30, "G": 30, "H": 30, "I": 30}
_PLACE: Final = PatternFill("solid", start_color="FFF7E6")
_HEAD: Final = PatternFill("solid", start_color="E3EBF3")
_THIN: Final = Side(style="thin", color="B8B8B8")
_BOX: Final = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


def sheet(asked: Questionnaire, form: Form, answers: Answers, *, state: str) -> bytes:
    """Return a form as XLSX, with the answers so far. `state` is the name of the State in the form's language."""
    book = Workbook()
    book.remove(book.worksheets[0])
    main: Worksheet = book.create_sheet(word("question", form.language))
    _Writer(book, main, asked, form).write(answers, state)
    for name, value in (("assessment", form.assessment), ("release", form.release), ("state", form.state)):
        kept = StringProperty(name=f"rapporteur-{name}", value=value)
        book.custom_doc_props.append(kept)  # type: ignore[attr-defined]  # there since 3.1, unknown to its types
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


class _Writer:
    """Writes row after row; `validations` and `lists` are shared by the questions that want the same."""

    def __init__(self, book: Workbook, main: Worksheet, asked: Questionnaire, form: Form) -> None:
        self.main, self.asked, self.form, self.language = main, asked, form, form.language
        self.row = 0
        self.lists: Worksheet = book.create_sheet(LISTS)
        self.carried: Worksheet = book.create_sheet(CARRIED)
        self.validations: dict[tuple[str, ...], DataValidation] = {}
        is_rtl = self.language.direction == "rtl"
        self.order = 2 if is_rtl else 1
        main.sheet_view.rightToLeft = is_rtl

    def write(self, answers: Answers, state: str) -> None:
        self._head(state)
        for section, questions in asked_offline(self.asked, self.form.sections):
            self._line({"B": text_in(section.title, self.language)}, fill=_HEAD, bold=True, is_wrapped=False)
            if section.guidance:
                self._line({"C": text_in(section.guidance, self.language)})
            for question in questions:
                self._question(question, answers.get(question.key))
        self._carry()
        for validation in self.validations.values():
            self.main.add_data_validation(validation)
        self.main.page_setup.orientation, self.main.page_setup.fitToHeight = "landscape", 0
        self.main.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        self.main.protection.sheet = True
        self.main.protection.formatColumns = self.main.protection.formatRows = False
        self.main.column_dimensions["A"].hidden = True
        for letter, width in _WIDTHS.items():
            self.main.column_dimensions[letter].width = width

    def _head(self, state: str) -> None:
        texts = (text_in(self.asked.title, self.language), text_in(self.asked.notice, self.language))
        for index, text in enumerate((*texts, f"{word('state', self.language)}: {state}", word("how", self.language))):
            self._line({"B": text}, bold=not index, is_wrapped=False)
        columns = {"B": "number", "C": "question", "E": "answer"}
        self._line({letter: word(key, self.language) for letter, key in columns.items()}, fill=_HEAD, bold=True)
        self.main.freeze_panes = f"A{self.row + 1}"
        self.main.print_title_rows = f"{self.row}:{self.row}"

    def _question(self, question: Question, value: Value) -> None:
        said = {
            "B": question.number,
            "C": text_in(question.text, self.language),
            "D": "\n".join(notes(self.asked, question, self.language)),
        }
        if question.kind is Kind.ATTACHMENT:
            self._line(said)
        elif question.kind is Kind.CHOICES:
            self._line(said)
            self._marks(question, value)
        elif question.kind in IN_ROWS:
            self._line(said | dict(zip("EFGHIJKLMNOPQRSTUVWXYZ", headings(question, self.language), strict=False)))
            self._rows(question, value)
        else:
            self._single(said, question, value)

    def _single(self, said: dict[str, str], question: Question, value: Value) -> None:
        if question.kind is Kind.TEXT:
            pieces = _pieces(value or "")
            for index, piece in enumerate(pieces):
                self._line(said if not index else {}, tag=question.key if not index else f"{question.key}+{index}")
                self._place(FIRST, piece)
                self._make_room(_LINES_OF_TEXT)
            return
        self._line(said, tag=question.key)
        if question.kind is Kind.CHOICE:
            self._place(FIRST, label_of(question, value, self.language))
            self._offer(labels(question, self.language))
        else:
            kind = ColumnKind.DATE if question.kind is Kind.DATE else ColumnKind.NUMBER
            self._typed(FIRST, value or "", kind)

    def _marks(self, question: Question, value: Value) -> None:
        for index, option in enumerate(question.options, 1):
            self._line({"D": labels(question, self.language)[index - 1]}, tag=f"{question.key}.{index}")
            self._place(FIRST, "x" if option.value in (value or ()) else "")
            self._offer(["x"])

    def _rows(self, question: Question, value: Value) -> None:
        kinds = {column.key: column.kind for column in question.columns}
        for index, cells in enumerate(rows_of(question, value), 1):
            self._line({}, tag=f"{question.key}/{index}")
            for at, (key, cell) in enumerate(zip(columns_of(question), cells, strict=True)):
                self._typed(FIRST + at, cell, kinds.get(key, ColumnKind.TEXT))

    def _line(
        self,
        texts: Mapping[str, str],
        *,
        tag: str = "",
        fill: PatternFill | None = None,
        bold: bool = False,
        is_wrapped: bool = True,
    ) -> None:
        self.row += 1
        if tag:
            self.main.cell(self.row, 1, tag)
        for letter, text in texts.items():
            cell = self.main[f"{letter}{self.row}"]
            _put(cell, text)
            cell.alignment = Alignment(wrap_text=is_wrapped, vertical="top", readingOrder=self.order)
            cell.font = Font(bold=bold, size=14 if bold and self.row == 1 else 11)
        if is_wrapped:
            self._make_room(max((_lines(text, _WIDTHS.get(letter, 30)) for letter, text in texts.items()), default=1))
        if fill is not None:
            for column in range(2, FIRST + 1):
                self.main.cell(self.row, column).fill = fill

    def _make_room(self, lines: int) -> None:
        """Let a row be as high as so many lines; programs differ in whether they see to it themselves."""
        wanted = _LINE * min(lines, _MOST_LINES)
        if lines > 1 and wanted > (self.main.row_dimensions[self.row].height or 0):
            self.main.row_dimensions[self.row].height = wanted

    def _place(self, column: int, text: str) -> Any:
        cell = self.main.cell(self.row, column)
        if text:
            _put(cell, text)
            self._make_room(_lines(text, _WIDTHS.get(get_column_letter(column), 30)))
        cell.number_format = "@"
        cell.protection = Protection(locked=False)
        cell.fill, cell.border = _PLACE, _BOX
        cell.alignment = Alignment(wrap_text=True, vertical="top", readingOrder=self.order)
        return cell

    def _typed(self, column: int, text: str, kind: ColumnKind) -> None:
        cell = self._place(column, "" if kind is not ColumnKind.TEXT else text)
        if kind is ColumnKind.DATE:
            cell.number_format = "yyyy-mm-dd"
            cell.value = dt.date.fromisoformat(text) if text else None
        elif kind is ColumnKind.NUMBER:
            number = _exact(text)
            cell.number_format = "General" if number is not None or not text else "@"
            if text:
                cell.value = text if number is None else number

    def _offer(self, options: list[str]) -> None:
        key = tuple(options)
        if key not in self.validations:
            column = len(self.validations) + 1
            for at, option in enumerate(options, 1):
                _put(self.lists.cell(at, column), option)
            letter = get_column_letter(column)
            # A list in the rule itself may have 255 characters and no comma; "Yes, in part" has one.
            among = f"{LISTS}!${letter}$1:${letter}${len(options)}"
            made = DataValidation(type="list", formula1=among, allow_blank=True, showErrorMessage=True)
            made.error = word("choose", self.language)
            self.validations[key] = made
        self.validations[key].add(self.main.cell(self.row, FIRST).coordinate)

    def _carry(self) -> None:
        text = sealed(self.form)
        for at, start in enumerate(range(0, len(text), _PIECE), 1):
            self.carried.cell(at, 1, text[start : start + _PIECE])
        self.carried.sheet_state = "veryHidden"
        self.lists.sheet_state = "hidden"


def _put(cell: Any, text: str) -> None:
    """Write a text as a text: one that begins with “=” is no formula, and nothing in it is taken for an escape."""
    cell.value = _ESCAPE.sub("_x005F_", text)
    cell.data_type = "s"
    if text[:1] in "=+-@":
        cell.quotePrefix = True


def _lines(text: str, width: int) -> int:
    return sum(len(line) // width + 1 for line in text.split("\n"))


def _pieces(text: str) -> list[str]:
    return [text[at : at + LONGEST_CELL] for at in range(0, len(text), LONGEST_CELL)] or [""]


def _exact(text: str) -> int | float | None:
    """Return a number that a spreadsheet keeps exactly as it is, else None."""
    try:
        told = Decimal(text)
    except InvalidOperation:
        return None
    if told == told.to_integral_value():
        return int(told) if abs(told) < _MOST_EXACT else None
    return float(told) if Decimal(repr(float(told))) == told else None


def columns_wanted(questions: Iterable[Question]) -> int:
    """Return the last column in which a place can stand."""
    return FIRST + max((len(columns_of(question)) for question in questions), default=1)

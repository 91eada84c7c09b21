"""What an answer may be, by the kind of its question, and the one plain form in which it is kept.

choice: the value of an option. choices: such values in the order of the options. text: lines that end with a line feed.
legislation: a list of {"law", "provisions", "link"}. table: a list of rows, each {column: text}. number: decimal
digits as text, "12.50". date: "2026-05-04". attachment: a list of the digests of files. Nothing is None.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from types import MappingProxyType
from typing import Final
from urllib.parse import urlsplit

from rapporteur.languages import clean
from rapporteur.questionnaires.terms import Column, ColumnKind, Kind, Limits, Question, Value

LONGEST_TEXT: Final = 50_000  # characters of one answer, unless its question allows fewer
MOST_ROWS: Final = 200
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_NUMBER: Final = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,6})?")
_CITATION: Final = ("law", "provisions", "link")


class Misfit(StrEnum):
    """Why a value is no answer to its question. The words for people are the page's."""

    NOT_OF_THIS_KIND = "not of this kind"
    NO_SUCH_OPTION = "no such option"
    CONTROL_CHARACTER = "control character"
    TOO_LONG = "too long"
    TOO_MANY = "too many"
    TOO_FEW = "too few"
    NO_NUMBER = "no number"
    TOO_MANY_DECIMALS = "too many decimals"
    TOO_LARGE = "too large"
    TOO_SMALL = "too small"
    NO_DATE = "no date"
    TOO_EARLY = "too early"
    TOO_LATE = "too late"
    NO_LINK = "no link"
    NO_LAW = "no law"
    NO_SUCH_COLUMN = "no such column"
    NO_FILE = "no file"


class Unfit(ValueError):
    """A value that does not fit its question.

    `where` is a row, or a row and a column, rows counted from 1; `detail` is what was found, or the bound.
    """

    def __init__(self, misfit: Misfit, detail: str = "", where: str = "") -> None:
        super().__init__(", ".join(part for part in (misfit.value, where, detail) if part))
        self.misfit, self.detail, self.where = misfit, detail, where


def is_blank(value: Value) -> bool:
    return value is None or value in ("", [])


def fitted(question: Question, value: Value) -> Value:
    """Return a value in the form in which it is kept; a blank one is None. Raises: Unfit."""
    if is_blank(value) or (isinstance(value, str) and not value.strip()):
        return None
    fit = _FITS[question.kind]
    found = fit(question, value)
    return None if is_blank(found) else found


def _choice(question: Question, value: Value) -> Value:
    if not isinstance(value, str):
        raise Unfit(Misfit.NOT_OF_THIS_KIND)
    if question.option(value) is None:
        raise Unfit(Misfit.NO_SUCH_OPTION, value)
    return value


def _choices(question: Question, value: Value) -> Value:
    chosen = _list(value, question.limits)
    for one in chosen:
        _choice(question, one)
    return [option.value for option in question.options if option.value in chosen]


def _text(question: Question, value: Value) -> Value:
    return _words(value, question.limits.most or LONGEST_TEXT)


def _legislation(question: Question, value: Value) -> Value:
    rows = [_citation(row, str(number)) for number, row in enumerate(_list(value, question.limits), 1)]
    return [row for row in rows if any(row.values())]


def _citation(row: Value, where: str) -> dict[str, str]:
    if not isinstance(row, Mapping) or set(row) - set(_CITATION):
        raise Unfit(Misfit.NOT_OF_THIS_KIND, where=where)
    told = {part: _words(row.get(part) or "", LONGEST_TEXT, where) for part in _CITATION}
    if any(told.values()) and not told["law"]:
        raise Unfit(Misfit.NO_LAW, where=where)
    if told["link"] and not _is_link(told["link"]):
        raise Unfit(Misfit.NO_LINK, told["link"], where)
    return told


def _is_link(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not any(map(str.isspace, text))


def _table(question: Question, value: Value) -> Value:
    rows = [_row(question, row, number) for number, row in enumerate(_list(value, question.limits), 1)]
    return [row for row in rows if any(row.values())]


def _row(question: Question, row: Value, number: int) -> dict[str, str]:
    columns = {column.key: column for column in question.columns}
    if not isinstance(row, Mapping):
        raise Unfit(Misfit.NOT_OF_THIS_KIND, where=str(number))
    if strange := sorted(set(row) - set(columns)):
        raise Unfit(Misfit.NO_SUCH_COLUMN, str(strange[0]), str(number))
    return {key: _cell(column, row.get(key) or "", f"{number}, {key}") for key, column in columns.items()}


def _cell(column: Column, value: Value, where: str) -> str:
    if not value:
        return ""
    if column.kind is ColumnKind.NUMBER:
        return _decimal(value, Limits(decimals=6), where)
    if column.kind is ColumnKind.DATE:
        return _day(value, Limits(), where)
    return _words(value, LONGEST_TEXT, where)


def _number(question: Question, value: Value) -> Value:
    return _decimal(value, question.limits)


def _decimal(value: Value, limits: Limits, where: str = "") -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise Unfit(Misfit.NOT_OF_THIS_KIND, where=where)
    # Figures of every script that has ten of them are read: an Arabic keyboard writes its own.
    text = "".join(str(unicodedata.digit(sign, sign)) for sign in str(value).strip()).replace("٫", ".")
    if not _NUMBER.fullmatch(text):
        raise Unfit(Misfit.NO_NUMBER, str(value)[:40], where)
    try:
        number = Decimal(text)
    except InvalidOperation as fault:
        raise Unfit(Misfit.NO_NUMBER, text, where) from fault
    if len(text.partition(".")[2]) > limits.decimals:
        raise Unfit(Misfit.TOO_MANY_DECIMALS, str(limits.decimals), where)
    if limits.least is not None and number < limits.least:
        raise Unfit(Misfit.TOO_SMALL, str(limits.least), where)
    if limits.most is not None and number > limits.most:
        raise Unfit(Misfit.TOO_LARGE, str(limits.most), where)
    return str(number)


def _date(question: Question, value: Value) -> Value:
    return _day(value, question.limits)


def _day(value: Value, limits: Limits, where: str = "") -> str:
    try:
        day = dt.date.fromisoformat(value.strip()) if isinstance(value, str) else value
    except ValueError as fault:
        raise Unfit(Misfit.NO_DATE, str(value)[:40], where) from fault
    if isinstance(day, dt.datetime) or not isinstance(day, dt.date):
        raise Unfit(Misfit.NO_DATE, where=where)
    if limits.earliest is not None and day < limits.earliest:
        raise Unfit(Misfit.TOO_EARLY, limits.earliest.isoformat(), where)
    if limits.latest is not None and day > limits.latest:
        raise Unfit(Misfit.TOO_LATE, limits.latest.isoformat(), where)
    return day.isoformat()


def _attachment(question: Question, value: Value) -> Value:
    digests = _list(value, question.limits)
    for one in digests:
        if not isinstance(one, str) or not _DIGEST.fullmatch(one):
            raise Unfit(Misfit.NO_FILE)
    return list(dict.fromkeys(digests))


def _list(value: Value, limits: Limits) -> list[Value]:
    if not isinstance(value, list):
        raise Unfit(Misfit.NOT_OF_THIS_KIND)
    most = MOST_ROWS if limits.most is None else limits.most
    if len(value) > most:
        raise Unfit(Misfit.TOO_MANY, str(most))
    if limits.least is not None and len(value) < limits.least:
        raise Unfit(Misfit.TOO_FEW, str(limits.least))
    return value


def _words(value: Value, most: int, where: str = "") -> str:
    if not isinstance(value, str):
        raise Unfit(Misfit.NOT_OF_THIS_KIND, where=where)
    text = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if found := clean.faults(text):
        raise Unfit(Misfit.CONTROL_CHARACTER, found[0].code_point, where)
    if len(text) > most:
        raise Unfit(Misfit.TOO_LONG, str(most), where)
    return text


_FITS: Final[Mapping[Kind, Callable[[Question, Value], Value]]] = MappingProxyType(
    {
        Kind.CHOICE: _choice,
        Kind.CHOICES: _choices,
        Kind.TEXT: _text,
        Kind.LEGISLATION: _legislation,
        Kind.TABLE: _table,
        Kind.NUMBER: _number,
        Kind.DATE: _date,
        Kind.ATTACHMENT: _attachment,
    }
)

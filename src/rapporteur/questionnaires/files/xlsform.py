"""A questionnaire as an XLSForm, the spreadsheet that survey programs share; `xlsform_reading` reads one.

What XLSForm has no word for stands in columns of our own that begin with “rapporteur_”; other programs leave them
alone, and a questionnaire that comes back from its XLSForm is the same. Sections are groups, rows are repeats.
"""

import io
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from openpyxl import Workbook

from rapporteur.languages.terms import Language, Multilingual
from rapporteur.questionnaires.files.answers import IN_ROWS, columns_of
from rapporteur.questionnaires.files.expressions import expression, quoted, xml_name
from rapporteur.questionnaires.files.printing import WORDS
from rapporteur.questionnaires.rules.canonical import plain_of
from rapporteur.questionnaires.terms import (
    ALWAYS,
    ColumnKind,
    Kind,
    Limits,
    Question,
    Questionnaire,
    Section,
    Severity,
)

LANGUAGES: Final[Mapping[Language, str]] = {
    Language.ARABIC: "Arabic (ar)",
    Language.CHINESE: "Chinese (zh)",
    Language.ENGLISH: "English (en)",
    Language.FRENCH: "French (fr)",
    Language.RUSSIAN: "Russian (ru)",
    Language.SPANISH: "Spanish (es)",
}
OWN: Final = ("number", "kind", "instrument", "article", "limits", "checks")  # columns that begin with "rapporteur_"
TITLE, NOTICE, SECTION, GUIDANCE = "form.title", "form.notice", "section.", "guidance."
_TYPES: Final = {Kind.TEXT: "text", Kind.DATE: "date", Kind.ATTACHMENT: "file"}
_CELLS: Final = {ColumnKind.TEXT: "text", ColumnKind.NUMBER: "decimal", ColumnKind.DATE: "date"}
Row = dict[str, str]


def xlsform(asked: Questionnaire) -> bytes:
    """Return a questionnaire as XLSForm. Raises: Unreadable where a condition cannot be written."""
    book = Workbook()
    book.remove(book.worksheets[0])
    lists: dict[tuple[Any, ...], str] = {}
    _write(book, "survey", list(_survey(asked, lists)))
    _write(book, "choices", [row for options, name in lists.items() for row in _choices(options, name)])
    settings = {
        "form_title": asked.title.first(),
        "form_id": asked.key,
        "version": str(asked.version),
        "default_language": LANGUAGES[asked.languages[0]],
        "rapporteur_languages": " ".join(asked.languages),
        "rapporteur_source": asked.source,
    }
    _write(book, "settings", [settings])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _survey(asked: Questionnaire, lists: dict[tuple[Any, ...], str]) -> Iterator[Row]:
    kinds = {question.key: question.kind for question in asked.questions}
    yield {"type": "note", "name": TITLE, **_texts("label", asked.title)}
    yield {"type": "note", "name": NOTICE, **_texts("label", asked.notice)}
    for section in asked.sections:
        yield from _section(section)
        for question in section.questions:
            yield from _question(question, kinds, lists)
        yield {"type": "end_group"}


def _section(section: Section) -> Iterator[Row]:
    own = {"rapporteur_instrument": section.instrument, "rapporteur_article": section.article}
    yield {"type": "begin_group", "name": SECTION + section.key, **_texts("label", section.title), **own}
    if section.guidance:
        yield {"type": "note", "name": GUIDANCE + section.key, **_texts("label", section.guidance)}


def _question(question: Question, kinds: Mapping[str, Kind], lists: dict[tuple[Any, ...], str]) -> Iterator[Row]:
    row = {
        "type": _type(question, lists),
        "name": xml_name(question.key),
        **_texts("label", question.text),
        **_texts("hint", question.guidance),
        "relevant": expression(question.shown_if, kinds) if question.shown_if else "",
        **_own(question),
    }
    needed = _required(question, kinds)
    if question.kind not in IN_ROWS:
        yield {**row, "required": needed, **_constraint(question, kinds)}
        return
    yield {**row, "rapporteur_required": needed}
    for at, (key, text, kind) in enumerate(_columns(question)):
        # A repeat itself cannot be required; its first cell is.
        more = {"required": "yes"} if needed and not at else {}
        yield {"type": kind, "name": f"{xml_name(question.key)}.{key}", **_texts("label", text), **more}
    yield {"type": "end_repeat"}


def _type(question: Question, lists: dict[tuple[Any, ...], str]) -> str:
    if question.kind in IN_ROWS:
        return "begin_repeat"
    if question.kind in {Kind.CHOICE, Kind.CHOICES}:
        name = lists.setdefault(question.options, f"list-{len(lists) + 1}")
        return f"{'select_one' if question.kind is Kind.CHOICE else 'select_multiple'} {name}"
    if question.kind is Kind.NUMBER:
        return "decimal" if question.limits.decimals else "integer"
    return _TYPES[question.kind]


def _own(question: Question) -> Row:
    plain = plain_of(question)
    told = {"rapporteur_number": question.number, "rapporteur_kind": question.kind.value}
    if question.limits != Limits():
        told["rapporteur_limits"] = json.dumps(plain["limits"], sort_keys=True)
    if question.checks:
        told["rapporteur_checks"] = json.dumps(plain["checks"], ensure_ascii=False, sort_keys=True)
    return told


def _required(question: Question, kinds: Mapping[str, Kind]) -> str:
    if question.required_if is None:
        return ""
    return "yes" if question.required_if == ALWAYS else expression(question.required_if, kinds)


def _constraint(question: Question, kinds: Mapping[str, Kind]) -> Row:
    blocking = [check for check in question.checks if check.severity is Severity.BLOCKS]
    parts = [*_bounds(question)]
    parts += [f"not({expression(check.when, kinds, own=question.key)})" for check in blocking]
    told = {"constraint": " and ".join(parts)} if parts else {}
    return {**told, **(_texts("constraint_message", blocking[0].message) if blocking else {})}


def _bounds(question: Question) -> Iterator[str]:
    limits = question.limits
    measured = {Kind.TEXT: "string-length(.)", Kind.CHOICES: "count-selected(.)", Kind.NUMBER: "."}.get(question.kind)
    if measured and limits.least is not None:
        yield f"{measured} >= {limits.least}"
    if measured and limits.most is not None:
        yield f"{measured} <= {limits.most}"
    if limits.earliest is not None:
        yield f". >= date({quoted(limits.earliest.isoformat())})"
    if limits.latest is not None:
        yield f". <= date({quoted(limits.latest.isoformat())})"


def _columns(question: Question) -> Iterator[tuple[str, Multilingual, str]]:
    if question.kind is Kind.LEGISLATION:
        for part in columns_of(question):
            yield part, Multilingual.plain(**{language.value: WORDS[part][language] for language in Language}), "text"
        return
    for column in question.columns:
        yield column.key, column.label, _CELLS[column.kind]


def _choices(options: tuple[Any, ...], name: str) -> Iterator[Row]:
    for option in options:
        yield {"list_name": name, "name": option.value, **_texts("label", option.label)}


def _texts(column: str, text: Multilingual) -> Row:
    return {f"{column}::{LANGUAGES[language]}": wording.text for language, wording in text.wordings.items()}


def _write(book: Workbook, name: str, rows: list[Row]) -> None:
    sheet = book.create_sheet(name)
    columns = list(dict.fromkeys(column for row in rows for column, value in row.items() if value))
    for at, column in enumerate(columns, 1):
        sheet.cell(1, at).value = column
    for number, row in enumerate(rows, 2):
        for at, column in enumerate(columns, 1):
            if row.get(column):
                cell = sheet.cell(number, at)
                cell.value = row[column]
                cell.data_type = "s"  # a text that begins with "=" is no formula

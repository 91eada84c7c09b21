"""An answer as it stands in the places of a form, and back: one text, a mark for each option, or rows of cells.

Both kinds of file use it, so that a form read back from either gives the same value. What came back without being
touched is told from what was changed by `alike`: a spreadsheet turns "12.50" into 12.5, and nobody changed anything.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from rapporteur.languages.terms import Language
from rapporteur.questionnaires.files.printing import labels, word
from rapporteur.questionnaires.rules.values import MOST_ROWS, Misfit, Unfit, is_blank
from rapporteur.questionnaires.terms import ColumnKind, Kind, Question, Questionnaire, Section, Value

IN_ROWS: Final = frozenset({Kind.TABLE, Kind.LEGISLATION})
CITATION: Final = ("law", "provisions", "link")
_MARKED: Final = frozenset("xXхХ×✓✔✗✘☑☒vV1")
_UNMARKED: Final = frozenset({"", "☐", "-", "0"})
_SPARE_ROWS, _FEWEST_ROWS = 5, 8


def asked_offline(asked: Questionnaire, sections: Sequence[str]) -> list[tuple[Section, tuple[Question, ...]]]:
    """Return the chosen sections with their questions, in the order of the questionnaire."""
    return [(section, section.questions) for section in asked.sections if section.key in sections]


def columns_of(question: Question) -> tuple[str, ...]:
    """Return the keys of the columns of a question that is answered in rows."""
    return CITATION if question.kind is Kind.LEGISLATION else tuple(column.key for column in question.columns)


def label_of(question: Question, value: Value, language: Language) -> str:
    """Return the label of the option that is chosen; "" for none."""
    found = [
        label
        for label, option in zip(labels(question, language), question.options, strict=True)
        if option.value == value
    ]
    return found[0] if found else ""


def rows_of(question: Question, value: Value) -> list[list[str]]:
    """Return the rows of an answer and blank ones for more, each with a text for each column."""
    keys = columns_of(question)
    filled = [[str(row.get(key) or "") for key in keys] for row in value or ()]
    most = min(MOST_ROWS, question.limits.most or MOST_ROWS)
    wanted = max(len(filled), min(most, max(_FEWEST_ROWS, len(filled) + _SPARE_ROWS)))
    return [*filled, *([""] * len(keys) for _ in range(wanted - len(filled)))]


def value_of_text(question: Question, text: str, language: Language) -> Value:
    """Return the value that a text in the place of an answer stands for; it is not fitted yet. Raises: Unfit."""
    plain = text.strip()
    if question.kind is not Kind.CHOICE:
        return text if plain else None
    if plain in {"", word("choose", language)}:
        return None
    by_label = {" ".join(label.split()): option.value for label, option in _labelled(question, language)}
    by_label |= {option.value: option.value for option in question.options}
    found = by_label.get(" ".join(plain.split()))
    if found is None:
        raise Unfit(Misfit.NO_SUCH_OPTION, plain[:80])
    return found


def value_of_marks(question: Question, marks: Sequence[str]) -> Value:
    """Return the options whose marks are set. Raises: Unfit."""
    chosen = []
    for option, mark in zip(question.options, marks, strict=True):
        sign = mark.strip()
        if sign in _MARKED:
            chosen.append(option.value)
        elif sign not in _UNMARKED:
            raise Unfit(Misfit.NOT_OF_THIS_KIND, sign[:40], option.value)
    return chosen or None


def value_of_rows(question: Question, rows: Sequence[Sequence[str]]) -> Value:
    """Return the rows in which something stands."""
    keys = columns_of(question)
    return [dict(zip(keys, row, strict=True)) for row in rows if any(cell.strip() for cell in row)] or None


def alike(question: Question, one: Value, other: Value) -> bool:
    """Tell whether two fitted values say the same, however a program spelled their numbers."""
    return bool(_spelled(question, one) == _spelled(question, other))


def _labelled(question: Question, language: Language) -> list[tuple[str, Any]]:
    return list(zip(labels(question, language), question.options, strict=True))


def _spelled(question: Question, value: Value) -> Value:
    if is_blank(value):
        return None
    if question.kind is Kind.NUMBER:
        return _number(value)
    if question.kind is Kind.TABLE:
        numbers = {column.key for column in question.columns if column.kind is ColumnKind.NUMBER}
        return [_spelled_row(row, numbers) for row in value]
    return value


def _spelled_row(row: Mapping[str, Value], numbers: set[str]) -> dict[str, Value]:
    return {key: _number(cell) if key in numbers and cell else cell for key, cell in row.items()}


def _number(value: Value) -> Value:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return value

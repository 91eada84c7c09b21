"""From the fields of a section's form to values, in the shape that `rules.values` reads.

`a.KEY` holds an answer, `a.KEY.0.law` a cell of its first row, `v.KEY` the version it was based on, `l.KEY` its
language, `f.KEY` files to attach.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict

from rapporteur.questionnaires.rules.values import MOST_ROWS
from rapporteur.questionnaires.terms import Kind, Question, Value

CITATION = ("law", "provisions", "link")
ROWED = frozenset({Kind.LEGISLATION, Kind.TABLE})


@dataclass(frozen=True, slots=True)
class Typed:
    """What stood in a question's fields; `language` is "" where the form has no choice of it."""

    value: Value
    based_on: int
    language: str = ""


def columns_of(question: Question) -> tuple[str, ...]:
    """Return the names of the cells of a row."""
    return CITATION if question.kind is Kind.LEGISLATION else tuple(column.key for column in question.columns)


def typed(sent: QueryDict, questions: Iterable[Question]) -> dict[str, Typed]:
    """Return what was typed, by question, of those whose fields were in the form."""
    return {
        question.key: Typed(
            _value(sent, question), _number(sent.get(f"v.{question.key}", "")), sent.get(f"l.{question.key}", "")
        )
        for question in questions
        if f"v.{question.key}" in sent
    }


def _value(sent: QueryDict, question: Question) -> Value:
    name = f"a.{question.key}"
    match question.kind:
        case Kind.CHOICES | Kind.ATTACHMENT:
            return [one for one in sent.getlist(name) if one]
        case Kind.LEGISLATION | Kind.TABLE:
            return _rows(sent, name, columns_of(question))
    return sent.get(name, "")


def _rows(sent: QueryDict, name: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
    rows = []
    for at in range(MOST_ROWS + 1):
        cells = {column: sent.get(f"{name}.{at}.{column}") for column in columns}
        if all(cell is None for cell in cells.values()):
            break
        rows.append({column: cell or "" for column, cell in cells.items()})
    while rows and not any(cell.strip() for cell in rows[-1].values()):
        rows.pop()
    return rows


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0  # noqa: PLR2004 - digits of a version

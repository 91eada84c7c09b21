"""Answers for the demonstration: one that fits for each kind of question, and all of them that a submission wants.

They say that they are invented, so that nobody takes them for those of a State.
"""

from collections.abc import Callable, Iterator
from typing import Final

from rapporteur.questionnaires.rules.conditions import required, shown
from rapporteur.questionnaires.rules.values import fitted
from rapporteur.questionnaires.terms import Column, ColumnKind, Kind, Question, Questionnaire, Value

INVENTED: Final = "Invented for the demonstration."
_CELLS: Final = {ColumnKind.TEXT: INVENTED, ColumnKind.NUMBER: "2024", ColumnKind.DATE: "2024-05-01"}


def filled(asked: Questionnaire, given: dict[str, Value]) -> Iterator[tuple[str, Value]]:
    """Give what is `given`, and an answer to every other question that then requires one, in their order."""
    answers: dict[str, Value] = {}
    for question in asked.questions:
        if question not in shown(asked, answers):
            continue
        if question.key in given or required(question, answers):
            value = fitted(question, given.get(question.key) or specimen(question))
            answers[question.key] = value
            yield question.key, value


def specimen(question: Question) -> Value:
    """Return an invented answer that fits a question."""
    return _SPECIMENS[question.kind](question)


def _law(question: Question) -> Value:
    return [{"law": "Penal Code (invented)", "provisions": f"art. {question.number}", "link": ""}]


def _row(question: Question) -> Value:
    return [{column.key: _cell(column) for column in question.columns}]


def _cell(column: Column) -> str:
    return _CELLS[column.kind]


_SPECIMENS: Final[dict[Kind, Callable[[Question], Value]]] = {
    Kind.CHOICE: lambda question: question.options[0].value,
    Kind.CHOICES: lambda question: [question.options[0].value],
    Kind.TEXT: lambda _question: INVENTED,
    Kind.LEGISLATION: _law,
    Kind.TABLE: _row,
    Kind.NUMBER: lambda question: str(question.limits.least or 1),
    Kind.DATE: lambda question: question.limits.earliest.isoformat() if question.limits.earliest else "2024-05-01",
    Kind.ATTACHMENT: lambda _question: None,
}

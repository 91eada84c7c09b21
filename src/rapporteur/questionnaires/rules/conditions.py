"""Which questions are shown, and which must be answered, given the answers so far.

A condition may look at earlier questions only, so that one pass in the order of the questionnaire decides all. What is
not shown counts as not answered: an answer given before it was hidden is kept, and speaks again when it is shown.
"""

from collections.abc import Iterable, Mapping

from rapporteur.questionnaires.rules.values import is_blank
from rapporteur.questionnaires.terms import Answers, Comparison, Condition, Operator, Question, Questionnaire, Value


def shown(questionnaire: Questionnaire, answers: Answers) -> list[Question]:
    """Return the questions that are shown, in their order."""
    seen: dict[str, Value] = {}
    found = []
    for question in questionnaire.questions:
        if holds(question.shown_if, seen):
            found.append(question)
            if question.key in answers:
                seen[question.key] = answers[question.key]
    return found


def spoken(questionnaire: Questionnaire, answers: Answers) -> dict[str, Value]:
    """Return the answers that count: those to questions that are shown, blanks left out."""
    return spoken_among(shown(questionnaire, answers), answers)


def spoken_among(on_view: Iterable[Question], answers: Answers) -> dict[str, Value]:
    """Return the answers that count when these questions are shown."""
    return {q.key: answers[q.key] for q in on_view if not is_blank(answers.get(q.key))}


def required(question: Question, counted: Answers) -> bool:
    """Return whether a shown question must be answered, given the answers that count."""
    return question.required_if is not None and holds(question.required_if, counted)


def holds(condition: Condition, answers: Answers) -> bool:
    """Return whether a condition holds; one without comparisons does."""
    if not condition.all_of and not condition.any_of:
        return True  # most conditions, asked of every question whenever an answer is saved
    every = all(_holds(comparison, answers) for comparison in condition.all_of)
    some = not condition.any_of or any(_holds(comparison, answers) for comparison in condition.any_of)
    return every and some


def _holds(comparison: Comparison, answers: Answers) -> bool:
    value = answers.get(comparison.question)
    match comparison.operator:
        case Operator.ANSWERED:
            return not is_blank(value)
        case Operator.NOT_ANSWERED:
            return is_blank(value)
    return not is_blank(value) and _compares(comparison, value)


def _compares(comparison: Comparison, value: Value) -> bool:
    match comparison.operator:
        case Operator.IS:
            return bool(_plain(value) == comparison.value)
        case Operator.IS_NOT:
            return bool(_plain(value) != comparison.value)
        case Operator.INCLUDES:
            return isinstance(value, list) and comparison.value in value
    number, bound = _number(value), _number(comparison.value)
    if number is None or bound is None:
        return False
    return number > bound if comparison.operator is Operator.ABOVE else number < bound


def _plain(value: Value) -> Value:
    return value.get("text") if isinstance(value, Mapping) else value


def _number(value: Value) -> float | None:
    try:
        return float(value)
    except (TypeError, ValueError):
        return None

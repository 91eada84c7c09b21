"""A questionnaire as plain lines, for whoever checks it before it is released."""

from collections.abc import Iterator

from rapporteur.languages.terms import Language, Multilingual
from rapporteur.questionnaires.terms import ALWAYS, Comparison, Condition, Question, Questionnaire


def told(asked: Questionnaire, language: Language) -> Iterator[str]:
    """Yield the lines."""
    yield _text(asked.title, language)
    yield _text(asked.notice, language)
    for section in asked.sections:
        yield ""
        yield _text(section.title, language)
        for question in section.questions:
            yield from _lines(question, language)


def _lines(question: Question, language: Language) -> Iterator[str]:
    yield f"  {question.number}. {_text(question.text, language)}  [{question.kind}, {question.key}]"
    if question.options:
        yield f"     {' / '.join(_text(option.label, language) for option in question.options)}"
    if question.columns:
        yield f"     {' | '.join(_text(column.label, language) for column in question.columns)}"
    if question.shown_if:
        yield f"     asked if {_condition(question.shown_if)}"
    if question.required_if is not None:
        needed = "" if question.required_if == ALWAYS else f" if {_condition(question.required_if)}"
        yield f"     needs an answer{needed}"


def _condition(condition: Condition) -> str:
    every = " and ".join(map(_comparison, condition.all_of))
    some = " or ".join(map(_comparison, condition.any_of))
    return f"{every} and ({some})" if every and some else every or some


def _comparison(comparison: Comparison) -> str:
    value = "" if comparison.value is None else f" {comparison.value}"
    return f"{comparison.question} {comparison.operator.replace('_', ' ')}{value}"


def _text(text: Multilingual, language: Language) -> str:
    return text.text(language) or f"[no text in {language}]"

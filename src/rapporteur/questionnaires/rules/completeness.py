"""How far the answers are, section by section, and what stands against submitting them.

A finding of the severity `blocks` keeps the focal point from submitting; the others are shown beside the question.
"""

from collections.abc import Iterator, Mapping

from rapporteur.languages.terms import Multilingual
from rapporteur.questionnaires.rules.conditions import holds, required, shown, spoken_among
from rapporteur.questionnaires.rules.values import is_blank
from rapporteur.questionnaires.terms import Answers, Completeness, Finding, Question, Questionnaire, Severity

MISSING = Multilingual.plain(
    ar="هذا السؤال يتطلب إجابة.",
    zh="此问题必须回答。",
    en="This question needs an answer.",
    fr="Cette question appelle une réponse.",
    ru="На этот вопрос необходимо ответить.",
    es="Esta pregunta requiere una respuesta.",
)


def completeness(questionnaire: Questionnaire, answers: Answers) -> dict[str, Completeness]:
    """Return, by the key of each section, how far it is."""
    found = shown(questionnaire, answers)
    counted, on_view = spoken_among(found, answers), {question.key for question in found}
    return {
        section.key: _count([q for q in section.questions if q.key in on_view], counted)
        for section in questionnaire.sections
    }


def whole(parts: Mapping[str, Completeness]) -> Completeness:
    """Return the sum over sections."""
    counts = [(part.shown, part.answered, part.required, part.missing) for part in parts.values()]
    return Completeness(*(sum(column) for column in zip(*counts, strict=True))) if counts else Completeness(0, 0, 0, 0)


def findings(questionnaire: Questionnaire, answers: Answers) -> list[Finding]:
    """Return what stands against submitting, and what should be looked at, in the order of the questions."""
    found = shown(questionnaire, answers)
    counted = spoken_among(found, answers)
    return [finding for question in found for finding in _findings_of(question, counted)]


def why_not_submit(questionnaire: Questionnaire, answers: Answers) -> list[Finding]:
    return [finding for finding in findings(questionnaire, answers) if finding.severity is Severity.BLOCKS]


def _findings_of(question: Question, counted: Answers) -> Iterator[Finding]:
    if is_blank(counted.get(question.key)):
        if required(question, counted):
            yield Finding(question.key, Severity.BLOCKS, MISSING)
        return
    for check in question.checks:
        if holds(check.when, counted):
            yield Finding(question.key, check.severity, check.message)


def _count(questions: list[Question], counted: Answers) -> Completeness:
    wanted = [question for question in questions if required(question, counted)]
    return Completeness(
        shown=len(questions),
        answered=sum(question.key in counted for question in questions),
        required=len(wanted),
        missing=sum(question.key not in counted for question in wanted),
    )

"""The one text of a questionnaire that its digest is taken of: JSON, keys in order, no blanks, shared options repeated.

It is of the form that files have, so that what reads a file reads it too.
"""

import hashlib
import json
from typing import Any

from rapporteur.languages.terms import Multilingual
from rapporteur.questionnaires.rules.definitions import questionnaire
from rapporteur.questionnaires.rules.entries import FORMAT, QuestionnaireEntry
from rapporteur.questionnaires.terms import ALWAYS, Condition, Question, Questionnaire, Section
from rapporteur.terminology.rules import plain_from_multilingual

Plain = dict[str, Any]


def canonical(asked: Questionnaire) -> str:
    """Return the canonical text."""
    plain = {
        "format": FORMAT,
        "key": asked.key,
        "version": asked.version,
        "title": _text(asked.title),
        "notice": _text(asked.notice),
        "languages": list(asked.languages),
        "source": asked.source,
        "sections": [_section(section) for section in asked.sections],
    }
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def digest(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def plain_of(question: Question) -> Plain:
    """Return a question as plain data, in the form that files have."""
    return _question(question)


def plain_condition(condition: Condition) -> Plain:
    """Return a condition as plain data, in the form that files have."""
    return _condition(condition)


def questionnaire_from(text: str) -> Questionnaire:
    """Return the questionnaire that a canonical text is."""
    return questionnaire(QuestionnaireEntry.model_validate_json(text))


def _text(text: Multilingual) -> Plain:
    return plain_from_multilingual(text)


def _section(section: Section) -> Plain:
    return {
        "key": section.key,
        "title": _text(section.title),
        "instrument": section.instrument,
        "article": section.article,
        "guidance": _text(section.guidance),
        "questions": [_question(question) for question in section.questions],
    }


def _question(question: Question) -> Plain:
    plain: Plain = {
        "key": question.key,
        "number": question.number,
        "text": _text(question.text),
        "kind": question.kind,
        "guidance": _text(question.guidance),
        "options": [{"value": option.value, "label": _text(option.label)} for option in question.options],
        "columns": [{"key": c.key, "label": _text(c.label), "kind": c.kind} for c in question.columns],
        "checks": [
            {"when": _condition(check.when), "severity": check.severity, "message": _text(check.message)}
            for check in question.checks
        ],
        "limits": _limits(question),
    }
    if question.shown_if != ALWAYS:
        plain["shown_if"] = _condition(question.shown_if)
    if question.required_if is not None:
        plain["required_if"] = "always" if question.required_if == ALWAYS else _condition(question.required_if)
    return plain


def _limits(question: Question) -> Plain:
    limits = question.limits
    days = {"earliest": limits.earliest, "latest": limits.latest}
    counts = {"least": limits.least, "most": limits.most}
    return {
        "decimals": limits.decimals,
        **{name: count for name, count in counts.items() if count is not None},
        **{name: day.isoformat() for name, day in days.items() if day is not None},
    }


def _condition(condition: Condition) -> Plain:
    return {
        name: [
            {"question": one.question, "operator": one.operator} | ({} if one.value is None else {"value": one.value})
            for one in comparisons
        ]
        for name, comparisons in (("all", condition.all_of), ("any", condition.any_of))
    }

"""Carrying answers over into a later version or phase: which still fits which question, and why another does not.

A question keeps its key as long as it asks the same; an answer is carried where the key is still there and the value
still fits. Everything carried is to be confirmed by the State.
"""

from dataclasses import dataclass

from rapporteur.questionnaires.rules.values import Unfit, fitted, is_blank
from rapporteur.questionnaires.terms import Answers, Questionnaire, Value


@dataclass(frozen=True, slots=True)
class Carried:
    """What becomes of one earlier answer. `why_not` is "" where it is carried; `is_reworded` asks for a second look."""

    question: str
    value: Value
    why_not: str = ""
    is_reworded: bool = False


GONE = "the later questionnaire does not ask this"
OTHER_KIND = "the later question asks for another kind of answer"


def carried(earlier: Questionnaire, later: Questionnaire, answers: Answers) -> list[Carried]:
    """Return what becomes of each answer that is there, in the order of the earlier questionnaire."""
    return [
        _carry(earlier, later, question.key, answers[question.key])
        for question in earlier.questions
        if not is_blank(answers.get(question.key))
    ]


def _carry(earlier: Questionnaire, later: Questionnaire, key: str, value: Value) -> Carried:
    before, after = earlier.question(key), later.question(key)
    if before is None or after is None:
        return Carried(key, value, GONE)
    if before.kind is not after.kind:
        return Carried(key, value, OTHER_KIND)
    try:
        kept = fitted(after, value)
    except Unfit as unfit:
        return Carried(key, value, str(unfit))
    return Carried(key, kept, is_reworded=before.text != after.text)

"""What a form that came back would do, question by question, before anything is done.

Three values meet: what the form says, what the answer was when the form went out, and what it is now. What the form
leaves as it went out is left alone, whatever happened meanwhile; what it changes is new, changed or emptied, or in
conflict where the answer went on in between.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from rapporteur.questionnaires.files.answers import alike
from rapporteur.questionnaires.files.form import Filled
from rapporteur.questionnaires.rules.values import Unfit, fitted, is_blank
from rapporteur.questionnaires.terms import Fate, Question, Questionnaire, Value

APPLIED = frozenset({Fate.NEW, Fate.CHANGED, Fate.EMPTIED, Fate.CONFLICT})


@dataclass(frozen=True, slots=True)
class Standing:
    """An answer as it stands now."""

    number: int = 0
    value: Value = None


@dataclass(frozen=True, slots=True)
class Change:
    """What would become of one answer. `number` is the version that the form was based on."""

    question: Question
    fate: Fate
    number: int
    before: Value = None
    now: Value = None
    after: Value = None
    unfit: Unfit | None = None

    @property
    def is_applied(self) -> bool:
        return self.fate in APPLIED


def compared(
    asked: Questionnaire,
    filled: Filled,
    *,
    before: Mapping[str, Value],
    now: Mapping[str, Standing],
    sections: Collection[str],
) -> list[Change]:
    """Return what would become of each question of these sections, in their order."""
    return [
        _change(question, filled, before.get(question.key), now.get(question.key, Standing()))
        for section in asked.sections
        if section.key in sections
        for question in section.questions
        if question.key in filled.values
    ]


def _change(question: Question, filled: Filled, before: Value, now: Standing) -> Change:
    based_on, found = filled.form.versions[question.key], filled.values[question.key]
    try:
        if isinstance(found, Unfit):
            raise found
        after = fitted(question, found)
    except Unfit as unfit:
        return Change(question, Fate.UNFIT, based_on, before, now.value, unfit=unfit)
    fate = _fate(question, before=before, after=after, now=now, based_on=based_on)
    return Change(question, fate, based_on, before, now.value, after)


def _fate(question: Question, *, before: Value, after: Value, now: Standing, based_on: int) -> Fate:
    if alike(question, before, after) or alike(question, now.value, after):
        return Fate.UNCHANGED
    if now.number != based_on:
        return Fate.CONFLICT
    if is_blank(before):
        return Fate.NEW
    return Fate.EMPTIED if is_blank(after) else Fate.CHANGED

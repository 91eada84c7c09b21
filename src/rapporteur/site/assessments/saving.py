"""What the form of a section does when it is sent: it saves every answer that changed, then whatever was asked for."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.http import QueryDict

from rapporteur.journal.terms import Refused
from rapporteur.languages.terms import Language
from rapporteur.questionnaires.actions.answering import Sent, confirm, save_answer, settle
from rapporteur.questionnaires.actions.attaching import attach
from rapporteur.questionnaires.models import Answer
from rapporteur.questionnaires.queries import answers as queries
from rapporteur.questionnaires.rules.values import Unfit, fitted
from rapporteur.questionnaires.terms import Kind, Outcome, Question, Section, Value
from rapporteur.site.assessments.guard import Case, unknown
from rapporteur.site.assessments.telling import sentence
from rapporteur.site.assessments.typed import Typed, typed

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile
    from django.utils.datastructures import MultiValueDict


@dataclass
class Saved:
    """What became of a form: how many answers were saved, which met another text, and what is wrong where."""

    typed: Mapping[str, Typed]
    saved: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)
    faults: dict[str, str] = field(default_factory=dict)


def save_form(
    case: Case,
    section: Section,
    sent: QueryDict,
    files: "MultiValueDict[str, UploadedFile[Any]]",
    *,
    language: Language,
    at: dt.datetime,
) -> Saved:
    """Save what changed in a form; what does not fit is told and not saved. Raises: Refused when nothing may change."""
    told = Saved(typed(sent, section.questions))
    before = _before(case, told.typed)
    for question in section.questions:
        one = told.typed.get(question.key)
        if one is None:
            continue
        value = one.value
        if question.kind is Kind.ATTACHMENT:
            value = [*value, *_attached(case, question, files, told, at=at)]
        said, spoken_in = before.get(question.key, (None, case.assessment.language))
        kept_in = one.language if one.language in set(Language) else spoken_in
        try:
            if (fitted(question, value), kept_in) == (said, spoken_in):
                continue
            kept = save_answer(
                case.assessment, Sent(question.key, value, kept_in, one.based_on), by=case.person.email, at=at
            )
        except Unfit as unfit:
            told.faults.setdefault(question.key, sentence(unfit, question, language))
            continue
        if kept.outcome is Outcome.CONFLICT:
            told.conflicts.append(question.key)
        elif kept.outcome is Outcome.SAVED:
            told.saved.append(question.key)
    return told


def _before(case: Case, told: Mapping[str, Typed]) -> dict[str, tuple[Value, str]]:
    """Return what stood in the form when it was opened, so that only what somebody changed is saved."""
    return queries.said_at(case.assessment, {key: one.based_on for key, one in told.items() if one.based_on})


def _attached(
    case: Case, question: Question, files: "MultiValueDict[str, UploadedFile[Any]]", told: Saved, *, at: dt.datetime
) -> list[str]:
    digests = []
    for file in files.getlist(f"f.{question.key}"):
        try:
            made = attach(case.assessment, question.key, file, file.name or "", by=case.person.email, at=at)
        except Refused as refusal:
            told.faults[question.key] = str(refusal)
        else:
            digests.append(made.digest)
    return digests


def choose_text(case: Case, section: Section, told: str, *, at: dt.datetime) -> str:
    """Settle the conflict on a question: `told` is its key, the chosen rival or 0, and the version compared with.

    Returns the key. Raises: Refused; Http404 where there is no such conflict.
    """
    key, chosen, shown = _three(told)
    rivals = queries.open_rivals(case.assessment, [key]).get(key, [])
    if all(question.key != key for question in section.questions) or not rivals:
        raise unknown()
    if chosen and chosen not in {rival.pk for rival in rivals}:
        raise unknown()
    with transaction.atomic():
        for rival in sorted(rivals, key=lambda rival: rival.pk != chosen):
            kept = settle(rival, choose=rival.pk == chosen, shown=shown, by=case.person.email, at=at)
            shown = kept.number
    return key


def confirm_carried(case: Case, section: Section, told: str, *, at: dt.datetime) -> str:
    """Confirm a carried answer: `told` is its key and the version that was read. Returns the key. Raises: Refused."""
    key, _none, shown = _three(told)
    answer = _answer_in(case, section, key)
    confirm(answer, shown=shown, by=case.person.email, at=at)
    return key


def _answer_in(case: Case, section: Section, key: str) -> Answer:
    answer = queries.answer(case.assessment, key)
    if answer is None or all(question.key != key for question in section.questions):
        raise unknown()
    return answer


def _three(told: str) -> tuple[str, int, int]:
    key, _colon, rest = told.partition(":")
    chosen, _colon, shown = rest.partition(":")
    if not (chosen.isdecimal() and shown.isdecimal() and max(len(chosen), len(shown)) < 19):  # noqa: PLR2004 - digits
        raise unknown()
    return key, int(chosen), int(shown)

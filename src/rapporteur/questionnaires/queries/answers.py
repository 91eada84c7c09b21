"""What a State has answered, read with a fixed number of questions to the database, whatever there is to read."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Final

from django.db.models import Count, Q

from rapporteur.questionnaires.models import (
    Answer,
    AnswerVersion,
    Assessment,
    Attachment,
    Delegation,
    Presence,
    Remark,
    Rival,
    Sending,
    Submission,
    TranslationRequest,
)
from rapporteur.questionnaires.terms import Section, Value

HERE_FOR: Final = dt.timedelta(seconds=75)  # since somebody's page was last heard of; pages tell every 20 seconds


def assessment(code: str) -> Assessment | None:
    return Assessment.objects.select_related("release").defer("release__text").filter(code=code).first()


def assessments_of(cases: Iterable[tuple[str, str]]) -> list[Assessment]:
    """Return the assessments of these processes and States."""
    wanted = Q(pk__in=[])
    for process, state in cases:
        wanted |= Q(process=process, state=state)
    return list(Assessment.objects.select_related("release").defer("release__text").filter(wanted))


def earlier_assessments(later: Assessment, *, process_begins: str) -> list[Assessment]:
    """Return the other assessments of a State in processes whose text begins so, the last opened first."""
    found = Assessment.objects.filter(state=later.state, process__startswith=process_begins).exclude(pk=later.pk)
    return list(found.select_related("release").defer("release__text").order_by("-opened_at"))


def values_of(assessments: Iterable[Assessment]) -> dict[int, dict[str, Value]]:
    """Return the answers as they stand, by question, of each assessment by its key in the database."""
    found: dict[int, dict[str, Value]] = {one.pk: {} for one in assessments}
    told = Answer.objects.filter(assessment__in=list(found)).values_list("assessment_id", "question", "value")
    for pk, question, value in told:
        found[pk][question] = value
    return found


def answers(case: Assessment) -> dict[str, Answer]:
    return {answer.question: answer for answer in Answer.objects.filter(assessment=case)}


def answer(case: Assessment, question: str) -> Answer | None:
    return Answer.objects.filter(assessment=case, question=question).first()


def versions(found: Answer) -> list[AnswerVersion]:
    """Return every version of an answer, the first one first."""
    return list(found.versions.prefetch_related("translations").order_by("number"))


def version(found: Answer, number: int) -> AnswerVersion | None:
    return found.versions.filter(number=number).first()


def said_at(case: Assessment, wanted: Mapping[str, int]) -> dict[str, tuple[Value, str]]:
    """Return the value and language that each of these questions had in the version named with it."""
    told = AnswerVersion.objects.filter(
        answer__assessment=case, answer__question__in=list(wanted), number__in=set(wanted.values())
    ).values_list("answer__question", "number", "value", "language")
    return {question: (value, language) for question, number, value, language in told if wanted[question] == number}


def sent_by(case: Assessment, client: str) -> set[str]:
    """Return the questions that a browser's outbox, or a form filled offline, has sent already."""
    return set(Sending.objects.filter(assessment=case, client=client).values_list("question", flat=True))


def open_rivals(case: Assessment, questions: Iterable[str] | None = None) -> dict[str, list[Rival]]:
    """Return the texts that still wait for a choice, by question."""
    found = Rival.objects.filter(answer__assessment=case, settled_at__isnull=True).select_related("answer")
    if questions is not None:
        found = found.filter(answer__question__in=list(questions))
    told: dict[str, list[Rival]] = {}
    for rival in found:
        told.setdefault(rival.answer.question, []).append(rival)
    return told


def rivals_of(found: Answer) -> list[Rival]:
    return list(found.rivals.order_by("at"))


def count_open_rivals(assessments: Iterable[Assessment]) -> dict[int, set[str]]:
    """Return the questions of each assessment on which two texts stand."""
    told: dict[int, set[str]] = {}
    found = Rival.objects.filter(answer__assessment__in=list(assessments), settled_at__isnull=True)
    for pk, question in found.values_list("answer__assessment_id", "answer__question").distinct():
        told.setdefault(pk, set()).add(question)
    return told


def attachments(case: Assessment) -> dict[str, list[Attachment]]:
    """Return the files given, by question."""
    told: dict[str, list[Attachment]] = {}
    for one in Attachment.objects.filter(assessment=case):
        told.setdefault(one.question, []).append(one)
    return told


def remarks(case: Assessment, question: str) -> list[Remark]:
    return list(Remark.objects.filter(assessment=case, question=question))


def open_remarks(case: Assessment, section: Section) -> dict[str, int]:
    """Return how many comments of each question of a section are not dealt with."""
    keys = [question.key for question in section.questions]
    found = Remark.objects.filter(assessment=case, question__in=keys, closed_at__isnull=True)
    return dict(found.values_list("question").annotate(Count("pk")).order_by())


def remark(case: Assessment, pk: int) -> Remark | None:
    return Remark.objects.filter(assessment=case, pk=pk).first()


def translation(case: Assessment, pk: int) -> TranslationRequest | None:
    found = TranslationRequest.objects.select_related("version__answer__assessment")
    return found.filter(version__answer__assessment=case, pk=pk).first()


def delegations(case: Assessment) -> list[Delegation]:
    """Return the sections that are given to somebody now."""
    return list(Delegation.objects.filter(assessment=case, handed_back_at__isnull=True))


def delegation(case: Assessment, pk: int) -> Delegation | None:
    return Delegation.objects.select_related("assessment").filter(assessment=case, pk=pk).first()


def sections_given(case: Assessment, person: str) -> list[str]:
    """Return the sections that a person has been given and not handed back."""
    found = Delegation.objects.filter(assessment=case, person=person, handed_back_at__isnull=True)
    return list(found.values_list("section", flat=True))


def sections_given_to(person: str, assessments: Iterable[Assessment]) -> dict[int, set[str]]:
    told: dict[int, set[str]] = {}
    found = Delegation.objects.filter(assessment__in=list(assessments), person=person, handed_back_at__isnull=True)
    for pk, section in found.values_list("assessment_id", "section"):
        told.setdefault(pk, set()).add(section)
    return told


def present(case: Assessment, *, at: dt.datetime) -> list[Presence]:
    """Return who is here now, each at the section where he was seen last."""
    found = Presence.objects.filter(assessment=case, seen_at__gt=at - HERE_FOR).order_by("seen_at")
    return sorted({one.person: one for one in found}.values(), key=lambda one: one.name)


def submissions(case: Assessment) -> list[Submission]:
    """Return the submissions of an assessment, without their texts, the last one first."""
    return list(Submission.objects.filter(assessment=case).defer("text").order_by("-number"))


def submission(case: Assessment, number: int) -> Submission | None:
    return Submission.objects.filter(assessment=case, number=number).first()

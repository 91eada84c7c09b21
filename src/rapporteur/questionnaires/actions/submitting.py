"""Clearing and submitting: the answers are frozen as they stand, and a receipt names the frozen copy.

Reopening is an act with a reason. It leaves the frozen copy where it is; the next submission is another one.
"""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapporteur.journal.actions.recording import record, wait_for_the_pen
from rapporteur.journal.terms import Reason, Refused
from rapporteur.questionnaires.models import Answer, Assessment, Attachment, Rival, Submission
from rapporteur.questionnaires.queries.definitions import definition
from rapporteur.questionnaires.rules.completeness import why_not_submit
from rapporteur.questionnaires.rules.conditions import shown
from rapporteur.questionnaires.rules.frozen import FrozenAnswer, Head, frozen, receipt
from rapporteur.questionnaires.terms import AssessmentStage


def reasons_against_submitting(assessment: Assessment) -> list[Reason]:
    """Return every reason against submitting the answers as they stand; each names its question."""
    if assessment.stage == AssessmentStage.SUBMITTED:
        return [Reason(_("The answers were submitted already."))]
    answers = list(Answer.objects.filter(assessment=assessment))
    asked = definition(assessment.release)
    values = {answer.question: answer.value for answer in answers}
    reasons = [Reason(finding.message.first(), finding.question) for finding in why_not_submit(asked, values)]
    on_view = {question.key for question in shown(asked, values)}
    reasons += [
        Reason(_("This answer was carried over and is not confirmed yet."), answer.question)
        for answer in answers
        if not answer.confirmed and answer.value is not None and answer.question in on_view
    ]
    open_conflicts = Rival.objects.filter(answer__assessment=assessment, settled_at__isnull=True)
    reasons += [
        Reason(_("Two texts stand here; choose one."), question)
        for question in open_conflicts.values_list("answer__question", flat=True).distinct()
    ]
    return reasons


def submit(assessment: Assessment, *, by: str, at: dt.datetime) -> Submission:
    """Freeze the answers as they stand and close them. Raises: Refused."""
    with transaction.atomic():
        wait_for_the_pen()
        assessment = Assessment.objects.select_related("release").get(pk=assessment.pk)
        if reasons := reasons_against_submitting(assessment):
            raise Refused([Reason(_how_many(len(reasons))), *reasons])
        number = assessment.submissions.count() + 1
        text = _frozen_text(assessment, number, by=by, at=at)
        made = Submission.objects.create(
            assessment=assessment, number=number, text=text, digest=receipt(text), by=by, at=at
        )
        assessment.stage = AssessmentStage.SUBMITTED
        assessment.save(update_fields=["stage"])
        _tell("assessment_submitted", assessment, {"submission": number, "digest": made.digest}, by=by, at=at)
    return made


def reopen(submission: Submission, *, because: str, by: str, at: dt.datetime) -> None:
    """Let the answers change again; the frozen copy stays. Raises: Refused."""
    if not because.strip():
        raise Refused([Reason(_("Say why the answers are reopened."), "because")])
    with transaction.atomic():
        wait_for_the_pen()
        standing = Submission.objects.filter(pk=submission.pk, reopened_at__isnull=True)
        if not standing.update(reopened_at=at, reopened_by=by, reopened_because=because.strip()):
            raise Refused([Reason(_("This submission was reopened already."))])
        assessment = Assessment.objects.get(pk=submission.assessment_id)
        assessment.stage = AssessmentStage.OPEN
        assessment.save(update_fields=["stage"])
        _tell("assessment_reopened", assessment, {"submission": submission.number}, by=by, at=at)


def _how_many(count: int) -> str:
    return ngettext(
        "The answers cannot be submitted yet: %d thing is open.",
        "The answers cannot be submitted yet: %d things are open.",
        count,
    ) % count  # fmt: skip


def _frozen_text(assessment: Assessment, number: int, *, by: str, at: dt.datetime) -> str:
    released = assessment.release
    head = Head(
        process=assessment.process,
        state=assessment.state,
        questionnaire=released.key,
        version=released.version,
        definition=released.digest,
        number=number,
        by=by,
        at=at,
    )
    return frozen(head, _frozen_answers(assessment))


def _frozen_answers(assessment: Assessment) -> list[FrozenAnswer]:
    answers = [answer for answer in Answer.objects.filter(assessment=assessment) if answer.value is not None]
    on_view = {q.key for q in shown(definition(assessment.release), {a.question: a.value for a in answers})}
    files: dict[str, list[tuple[str, str]]] = {}
    for question, name, digest in Attachment.objects.filter(assessment=assessment).values_list(
        "question", "name", "digest"
    ):
        files.setdefault(question, []).append((name, digest))
    return [
        FrozenAnswer(
            question=answer.question,
            value=answer.value,
            language=answer.language,
            number=answer.number,
            by=answer.by,
            at=answer.at.astimezone(dt.UTC).isoformat(timespec="seconds"),
            origin=answer.origin,
            is_shown=answer.question in on_view,
            files=tuple(sorted(files.get(answer.question, ()))),
        )
        for answer in answers
    ]


def _tell(verb: str, assessment: Assessment, content: dict[str, object], *, by: str, at: dt.datetime) -> None:
    record(verb, subject_kind="assessment", subject_key=assessment.code, content=content, by=by, at=at)

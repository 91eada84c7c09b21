"""Saving an answer, so that nothing is lost: every version is kept, and a text that met another one is kept beside it.

What a browser sends twice is done once. The journal gets a commitment to the text, never the text: the SHA-256 of a
salt and the canonical value, which the keeper of the version can open later and nobody else can guess.
"""

import datetime as dt
import hashlib
import json
import secrets
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from rapporteur.journal.actions.recording import record, wait_for_the_pen
from rapporteur.journal.terms import Reason, Refused
from rapporteur.questionnaires.models import Answer, AnswerVersion, Assessment, Rival, Sending
from rapporteur.questionnaires.queries.definitions import definition
from rapporteur.questionnaires.rules.values import fitted
from rapporteur.questionnaires.terms import AssessmentStage, Origin, Outcome, Value

SUBJECT = "assessment"


@dataclass(frozen=True, slots=True)
class Sent:
    """An answer as it comes in: what somebody makes of version `based_on`; 0 where he saw none.

    `client` and `sequence` name it in a browser's outbox; without a client it has no name, and is done each time.
    """

    question: str
    value: Value
    language: str
    based_on: int
    client: str = ""
    sequence: int = 0
    origin: Origin = Origin.TYPED


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of it: the version that stands now, and the rival that was kept where there was a conflict."""

    outcome: Outcome
    number: int
    rival: int | None = None


def save_answer(assessment: Assessment, sent: Sent, *, by: str, at: dt.datetime) -> Kept:
    """Save an answer. Raises: Unfit where the value does not fit its question; Refused."""
    question = definition(assessment.release).question(sent.question)
    if question is None:
        raise Refused([Reason(_("There is no question “%s” in this questionnaire.") % sent.question)])
    value = fitted(question, sent.value)
    with transaction.atomic():
        wait_for_the_pen()
        if earlier := _earlier(assessment, sent):
            return earlier
        _refuse_submitted(assessment)
        kept = _keep(assessment, sent, value, by=by, at=at)
        _remember(assessment, sent, kept, at=at)
    return kept


def settle(rival: Rival, *, choose: bool, shown: int, by: str, at: dt.datetime) -> Kept:
    """Settle a conflict: the rival becomes the answer, or the answer stays as it is; both texts are kept.

    `shown` is the version of the answer that was compared with it. Raises: Refused.
    """
    with transaction.atomic():
        wait_for_the_pen()
        rival = Rival.objects.select_related("answer__assessment").get(pk=rival.pk)
        answer = rival.answer
        _refuse_submitted(answer.assessment)
        if rival.settled_at is not None:
            raise Refused([Reason(_("This conflict was settled meanwhile by %s.") % rival.settled_by)])
        if answer.number != shown:
            raise Refused([Reason(_("The answer changed meanwhile. Compare the texts again."))])
        if choose:
            _advance(answer, rival.value, language=rival.language, origin=Origin.TYPED, by=by, at=at)
        rival.settled_at, rival.settled_by, rival.chosen = at, by, choose
        rival.save(update_fields=["settled_at", "settled_by", "chosen"])
        _tell("conflict_settled", answer, by=by, at=at, rival=rival.pk, chosen=choose)
    return Kept(Outcome.SAVED if choose else Outcome.UNCHANGED, answer.number)


def confirm(answer: Answer, *, shown: int, by: str, at: dt.datetime) -> None:
    """Confirm an answer that was carried over, as it stands. Raises: Refused."""
    with transaction.atomic():
        wait_for_the_pen()
        _refuse_submitted(answer.assessment)
        if not Answer.objects.filter(pk=answer.pk, number=shown, confirmed=False).update(confirmed=True):
            raise Refused([Reason(_("The answer changed meanwhile, or is confirmed already. Look at it again."))])
        _tell("answer_confirmed", answer, by=by, at=at)


def _earlier(assessment: Assessment, sent: Sent) -> Kept | None:
    if not sent.client:
        return None
    told = Sending.objects.filter(assessment=assessment, client=sent.client, sequence=sent.sequence).first()
    if told is not None and told.question != sent.question:
        raise Refused(
            [Reason(_("This browser's count of what it sent is broken. Load the page again; nothing is lost."))]
        )
    return Kept(Outcome(told.outcome), told.number, told.rival_id) if told else None


def _remember(assessment: Assessment, sent: Sent, kept: Kept, *, at: dt.datetime) -> None:
    if sent.client:
        Sending.objects.create(
            assessment=assessment,
            client=sent.client,
            sequence=sent.sequence,
            question=sent.question,
            outcome=kept.outcome,
            number=kept.number,
            rival_id=kept.rival,
            at=at,
        )


def _refuse_submitted(assessment: Assessment) -> None:
    # Read again: a submission may have come between the page and this answer, and only the pen orders the two.
    if Assessment.objects.values_list("stage", flat=True).get(pk=assessment.pk) == AssessmentStage.SUBMITTED:
        raise Refused([Reason(_("The answers were submitted. They change again only when they are reopened."))])


def _keep(assessment: Assessment, sent: Sent, value: Value, *, by: str, at: dt.datetime) -> Kept:
    answer = Answer.objects.filter(assessment=assessment, question=sent.question).first()
    if answer is None:
        return _begin(assessment, sent, value, by=by, at=at)
    answer.assessment = assessment  # the journal cites it; it need not be read once more
    if (answer.value, answer.language) == (value, sent.language):
        return Kept(Outcome.UNCHANGED, answer.number)
    if answer.number != sent.based_on:
        return _keep_beside(answer, sent, value, by=by, at=at)
    _advance(answer, value, language=sent.language, origin=sent.origin, by=by, at=at)
    return Kept(Outcome.SAVED, answer.number)


def _begin(assessment: Assessment, sent: Sent, value: Value, *, by: str, at: dt.datetime) -> Kept:
    if value is None:
        return Kept(Outcome.UNCHANGED, 0)
    answer = Answer(assessment=assessment, question=sent.question, number=0)
    _advance(answer, value, language=sent.language, origin=sent.origin, by=by, at=at)
    return Kept(Outcome.SAVED, answer.number)


def _keep_beside(answer: Answer, sent: Sent, value: Value, *, by: str, at: dt.datetime) -> Kept:
    rival = Rival.objects.create(
        answer=answer, value=value, language=sent.language, based_on=sent.based_on, by=by, at=at
    )
    _tell("answer_in_conflict", answer, by=by, at=at, rival=rival.pk)
    return Kept(Outcome.CONFLICT, answer.number, rival.pk)


def _advance(answer: Answer, value: Value, *, language: str, origin: Origin, by: str, at: dt.datetime) -> None:
    """Make a value the next version of an answer, and tell the journal that there is one."""
    answer.number += 1
    answer.value, answer.language, answer.origin = value, language, origin
    answer.confirmed, answer.by, answer.at = origin is not Origin.CARRIED, by, at
    answer.save()
    salt = secrets.token_hex(16)
    AnswerVersion.objects.create(
        answer=answer, number=answer.number, value=value, language=language, origin=origin, salt=salt, by=by, at=at
    )
    _tell("answer_saved", answer, by=by, at=at, version=answer.number, commitment=commitment(salt, value))


def commitment(salt: str, value: Value) -> str:
    """Return what the journal keeps of a text: the SHA-256, in hexadecimal, of the salt and the canonical value."""
    plain = json.dumps([salt, value], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def _tell(verb: str, answer: Answer, *, by: str, at: dt.datetime, **content: str | int | bool) -> None:
    record(
        verb,
        subject_kind=SUBJECT,
        subject_key=answer.assessment.code,
        content={"question": answer.question, **content},
        by=by,
        at=at,
    )

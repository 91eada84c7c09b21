"""Forms that are filled offline: giving one out, looking at what a filled one would do, and doing it once.

Nothing is written before somebody has seen every change and confirmed. Then each answer is saved like one typed on
the page, on the version that the form was given out with; what went on meanwhile
stays, and the form's text beside it.
"""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from django.db import transaction
from django.utils.translation import gettext as _

from rapporteur.archive.actions.keeping import fetch
from rapporteur.archive.terms import FileKind, Limits, NotTaken, Objection
from rapporteur.journal.actions.recording import record, wait_for_the_pen
from rapporteur.journal.terms import Reason, Refused
from rapporteur.languages.terms import Language
from rapporteur.questionnaires.actions.answering import Sent, save_answer
from rapporteur.questionnaires.actions.attaching import sentence, taken
from rapporteur.questionnaires.files.comparing import Change, Standing, compared
from rapporteur.questionnaires.files.form import Filled, Flaw, Form, FormRefused, why_not_for
from rapporteur.questionnaires.files.paper import paper
from rapporteur.questionnaires.files.paper_reading import Document
from rapporteur.questionnaires.files.sheet import sheet
from rapporteur.questionnaires.files.sheet_reading import Book
from rapporteur.questionnaires.models import Assessment
from rapporteur.questionnaires.queries import answers as queries
from rapporteur.questionnaires.queries.definitions import definition
from rapporteur.questionnaires.terms import AssessmentStage, Fate, Kind, Origin, Outcome

if TYPE_CHECKING:
    from django.core.files import File

LIMITS: Final = Limits(
    largest=10_000_000, expanded=60_000_000
)  # bytes; a form of 600 long answers has about one million
FORMATS: Final = {FileKind.DOCX: paper, FileKind.XLSX: sheet}
_READERS: Final[Mapping[FileKind, type[Document | Book]]] = {FileKind.DOCX: Document, FileKind.XLSX: Book}
_WITH_MACROS: Final = frozenset({".docm", ".dotm", ".xlsm", ".xlsb", ".xltm", ".xlam"})
_CLIENT: Final = 40  # characters of the digest that name the form as a sender


@dataclass(frozen=True, slots=True)
class Account:
    """What was done with a form: how many answers were saved, kept beside another one, or were there already."""

    saved: int = 0
    conflicts: int = 0
    unchanged: int = 0


def give_out(
    assessment: Assessment, sections: Sequence[str], *, kind: FileKind, language: Language, state: str
) -> bytes:
    """Return a form of these sections with the answers so far. `state` is the State's name in that language."""
    asked = definition(assessment.release)
    standing = queries.answers(assessment)
    questions = [
        question
        for section in asked.sections
        if section.key in sections
        for question in section.questions
        if question.kind is not Kind.ATTACHMENT
    ]
    form = Form(
        assessment=assessment.code,
        release=assessment.release.digest,
        state=assessment.state,
        language=language,
        sections=tuple(sections),
        versions={q.key: standing[q.key].number if q.key in standing else 0 for q in questions},
    )
    values = {q.key: standing[q.key].value for q in questions if q.key in standing}
    return FORMATS[kind](asked, form, values, state=state)


def receive(assessment: Assessment, stream: "BinaryIO | File[Any]", name: str) -> tuple[str, FileKind]:
    """Keep a filled form, and return its digest and kind. Raises: Refused."""
    suffix = PurePath(name).suffix.lower()
    if suffix in _WITH_MACROS:
        raise Refused([Reason(sentence(NotTaken(Objection.HAS_MACROS, suffix)), "file")])
    if suffix not in {f".{kind}" for kind in _READERS}:
        raise Refused([Reason(_("Give back the DOCX or XLSX file that you were given here."), "file")])
    found = taken(stream, name, limits=LIMITS)
    read(assessment, found.digest, found.kind)
    return found.digest, found.kind


def read(assessment: Assessment, digest: str, kind: FileKind) -> Filled:
    """Return what a kept form says. Raises: Refused where it is no form, or not one of this assessment."""
    try:
        with fetch(digest) as file:
            opened = _READERS[kind](file.read())
        other = why_not_for(
            opened.form, assessment=assessment.code, release=assessment.release.digest, state=assessment.state
        )
        if other is not None:
            raise other
        return opened.filled(definition(assessment.release))
    except FormRefused as refusal:
        raise Refused([Reason(_words(refusal, assessment), "file")]) from refusal
    except NotTaken as objection:
        raise Refused([Reason(_("The file is not here any more. Give it once more."), "file")]) from objection


def look_at(assessment: Assessment, filled: Filled, sections: Collection[str], *, digest: str) -> list[Change]:
    """Return what a form would do to the answers of these sections as they stand now.

    What the very same file did already, it does not do again, whatever became of the answer since.
    """
    standing = queries.answers(assessment)
    wanted = {question: number for question, number in filled.form.versions.items() if number}
    before = {question: value for question, (value, _language) in queries.said_at(assessment, wanted).items()}
    now = {question: Standing(answer.number, answer.value) for question, answer in standing.items()}
    done = queries.sent_by(assessment, digest[:_CLIENT])
    return [
        replace(change, fate=Fate.UNCHANGED) if change.is_applied and change.question.key in done else change
        for change in compared(definition(assessment.release), filled, before=before, now=now, sections=sections)
    ]


def bring_in(
    assessment: Assessment, changes: Sequence[Change], *, digest: str, language: Language, by: str, at: dt.datetime
) -> Account:
    """Save the changes that a form makes, all or none; the same form again changes nothing. Raises: Refused."""
    order = {question.key: index for index, question in enumerate(definition(assessment.release).questions)}
    outcomes: list[Outcome] = []
    with transaction.atomic():
        wait_for_the_pen()
        if Assessment.objects.values_list("stage", flat=True).get(pk=assessment.pk) == AssessmentStage.SUBMITTED:
            raise Refused([Reason(_("The answers were submitted. They change again only when they are reopened."))])
        for change in changes:
            if change.is_applied:
                sent = Sent(
                    question=change.question.key,
                    value=change.after,
                    language=language,
                    based_on=change.number,
                    client=digest[:_CLIENT],
                    sequence=order[change.question.key],
                    origin=Origin.OFFLINE,
                )
                outcomes.append(save_answer(assessment, sent, by=by, at=at).outcome)
        if outcomes:
            _tell(assessment, digest, len(outcomes), by=by, at=at)
    return Account(*(outcomes.count(one) for one in (Outcome.SAVED, Outcome.CONFLICT, Outcome.UNCHANGED)))


def _words(refusal: FormRefused, assessment: Assessment) -> str:
    words = {
        Flaw.NO_FORM: _("This file is no form that was given out here, or its hidden part was deleted."),
        Flaw.LATER_FORMAT: _("The form was given out by a later version of this site (%s).") % refusal.detail,
        Flaw.DAMAGED: _("The form is damaged: the place “%s” is missing, is there twice, or cannot be read.")
        % (refusal.detail or "form"),
        Flaw.OTHER_STATE: _("The form is of another State (%(found)s); here are the answers of %(own)s.")
        % {"found": refusal.detail, "own": assessment.state},
        Flaw.OTHER_VERSION: _("The form is of another version of the questionnaire. Download a new one."),
        Flaw.OTHER_ASSESSMENT: _("The form belongs to another questionnaire of this State."),
        Flaw.FORMULA: _("The cell %s holds a formula. Write what it comes to, not how.") % refusal.detail,
    }
    return words[refusal.flaw]


def _tell(assessment: Assessment, digest: str, count: int, *, by: str, at: dt.datetime) -> None:
    content = {"form": digest, "answers": count}
    record("form_brought_in", subject_kind="assessment", subject_key=assessment.code, content=content, by=by, at=at)

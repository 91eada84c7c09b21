"""Dividing the work inside a State: sections given to people of ministries and handed back, remarks, who is here."""

import datetime as dt

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rapporteur.journal.actions.recording import record, wait_for_the_pen
from rapporteur.journal.terms import Reason, Refused
from rapporteur.languages import clean
from rapporteur.questionnaires.models import Assessment, Delegation, Presence, Remark
from rapporteur.questionnaires.queries.definitions import definition

LONGEST_REMARK = 5_000


def delegate(assessment: Assessment, section: str, *, to: str, note: str, by: str, at: dt.datetime) -> Delegation:
    """Give a section to a person. Raises: Refused."""
    if definition(assessment.release).section(section) is None:
        raise Refused([Reason(_("There is no section “%s” in this questionnaire.") % section, "section")])
    try:
        with transaction.atomic():
            wait_for_the_pen()
            made = Delegation.objects.create(
                assessment=assessment, section=section, person=to, note=_clean(note), by=by, since=at
            )
            _tell("section_delegated", assessment, section, by=by, at=at)
    except IntegrityError:
        raise Refused([Reason(_("This person has the section already."), "person")]) from None
    return made


def hand_back(delegation: Delegation, *, note: str, by: str, at: dt.datetime) -> None:
    """End a delegation: the person hands the section back, or the focal point takes it. Raises: Refused."""
    with transaction.atomic():
        wait_for_the_pen()
        running = Delegation.objects.filter(pk=delegation.pk, handed_back_at__isnull=True)
        if not running.update(handed_back_at=at, handed_back_by=by, handed_back_note=_clean(note)):
            raise Refused([Reason(_("This section was handed back already."))])
        _tell("section_handed_back", delegation.assessment, delegation.section, by=by, at=at)


def remark(assessment: Assessment, question: str, *, text: str, by: str, at: dt.datetime) -> Remark:
    """Add a comment of the State's own team to a question. Raises: Refused."""
    if definition(assessment.release).question(question) is None:
        raise Refused([Reason(_("There is no question “%s” in this questionnaire.") % question)])
    said = _clean(text)
    if not said or len(said) > LONGEST_REMARK:
        raise Refused([Reason(_("Write a comment of at most %d characters.") % LONGEST_REMARK, "text")])
    with transaction.atomic():
        wait_for_the_pen()
        made = Remark.objects.create(assessment=assessment, question=question, text=said, by=by, at=at)
        _tell("remark_made", assessment, question, by=by, at=at)
    return made


def close_remark(made: Remark, *, by: str, at: dt.datetime) -> None:
    """Mark a comment as dealt with. Raises: Refused."""
    with transaction.atomic():
        wait_for_the_pen()
        if not Remark.objects.filter(pk=made.pk, closed_at__isnull=True).update(closed_at=at, closed_by=by):
            raise Refused([Reason(_("This comment was dealt with already."))])
        _tell("remark_closed", made.assessment, made.question, by=by, at=at)


def be_seen(assessment: Assessment, section: str, *, person: str, name: str, at: dt.datetime) -> None:
    """Note that a person is at a section. It is no act: nothing changes, and the journal is not told."""
    Presence.objects.update_or_create(
        assessment=assessment, section=section, person=person, defaults={"name": name, "seen_at": at}
    )


def _clean(text: str) -> str:
    if faults := clean.faults(text):
        raise Refused([Reason(_("The text has the character %s, which has no place in a text.") % faults[0], "text")])
    return text.replace("\r\n", "\n").strip()


def _tell(verb: str, assessment: Assessment, about: str, *, by: str, at: dt.datetime) -> None:
    record(verb, subject_kind="assessment", subject_key=assessment.code, content={"about": about}, by=by, at=at)

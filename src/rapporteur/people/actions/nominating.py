"""Naming people for a process by a note verbale, ending what they were named for, and giving officers their cases.

A State has one focal point in a process at any time. Whoever replaces him is named with `replacing`, which ends the
earlier nomination in the same act, so that there is never a moment with two, or with none.
"""

import datetime as dt
from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from rapporteur.journal.actions.recording import record, wait_for_the_pen
from rapporteur.journal.terms import Reason, Refused
from rapporteur.people.models import CaseOfficer, Nomination, NoteVerbale, Person
from rapporteur.people.terms import NAMED_BY_NOTE, Nominee, Part


def nominate(
    nominee: Nominee, *, note: NoteVerbale, process: str, replacing: bool = False, by: str, at: dt.datetime
) -> Nomination:
    """Name a person for the State of a note. Raises: Refused."""
    with transaction.atomic():
        wait_for_the_pen()
        if reasons := why_not_nominate(nominee, state=note.state, process=process, replacing=replacing):
            raise Refused(reasons)
        if nominee.part is Part.FOCAL_POINT:
            for earlier in _running(process, note.state, Part.FOCAL_POINT):
                _end(earlier, note=note, because="", by=by, at=at)
        return _name(nominee, note=note, state=note.state, process=process, by=by, at=at)


def nominate_all(
    named: Sequence[tuple[Nominee, bool]], *, note: NoteVerbale, process: str, by: str, at: dt.datetime
) -> list[Nomination]:
    """Name all whom one note names, or nobody; each with whether he replaces the present focal point.

    Raises: Refused, with the fields of the nominee at position 0 as "0.email" and so on.
    """
    made, reasons = [], []
    with transaction.atomic():
        for position, (nominee, replacing) in enumerate(named):
            try:
                made.append(nominate(nominee, note=note, process=process, replacing=replacing, by=by, at=at))
            except Refused as refused:
                reasons += [Reason(reason.text, f"{position}.{reason.field}") for reason in refused.reasons]
        if reasons:
            raise Refused(reasons)
    return made


def ask_to_contribute(nominee: Nominee, *, state: str, process: str, by: str, at: dt.datetime) -> Nomination:
    """Name somebody of a ministry as a contributor; no note is needed. Raises: Refused."""
    with transaction.atomic():
        wait_for_the_pen()
        if nominee.part is not Part.CONTRIBUTOR:
            raise Refused([Reason(_("Only contributors are named without a note verbale."), "part")])
        if reasons := why_not_nominate(nominee, state=state, process=process):
            raise Refused(reasons)
        return _name(nominee, note=None, state=state, process=process, by=by, at=at)


def end_nomination(nomination: Nomination, *, note: NoteVerbale | None, because: str, by: str, at: dt.datetime) -> None:
    """End a nomination; it stays in the history. Raises: Refused."""
    with transaction.atomic():
        wait_for_the_pen()
        nomination = Nomination.objects.select_related("person").get(pk=nomination.pk)
        if nomination.until is not None:
            raise Refused([Reason(_("This nomination ended on %s already.") % nomination.until.isoformat())])
        if note is None and nomination.part in NAMED_BY_NOTE and not because.strip():
            raise Refused([Reason(_("Name the note verbale that ends it, or say why there is none."), "because")])
        if note is not None and note.state != nomination.state:
            raise Refused([Reason(_("This note verbale is of another State."), "note")])
        _end(nomination, note=note, because=because, by=by, at=at)


def why_not_nominate(nominee: Nominee, *, state: str, process: str, replacing: bool = False) -> list[Reason]:
    """Return every reason against naming somebody; an empty list means yes."""
    reasons = []
    try:
        validate_email(nominee.email)
    except ValidationError:
        reasons.append(Reason(_("This is no e-mail address."), "email"))
    if not nominee.name.strip():
        reasons.append(Reason(_("Write the name of the person."), "name"))
    standing = _running(process, state, nominee.part).select_related("person")
    if any(one.person.email == nominee.email.strip().lower() for one in standing):
        reasons.append(Reason(_("This person is named for this already."), "email"))
    elif nominee.part is Part.FOCAL_POINT and not replacing and (earlier := standing.first()):
        text = _(
            "%s is the focal point of this State. To replace him or her, say that the new one replaces the present."
        )
        reasons.append(Reason(text % earlier.person, "part"))
    return reasons


def give_case(person: Person, *, process: str, state: str, by: str, at: dt.datetime) -> CaseOfficer:
    """Name an officer for a State's part of a process. Raises: Refused."""
    if not person.is_officer:
        raise Refused([Reason(_("Only an officer of the secretariat can be named for a case."), "person")])
    with transaction.atomic():
        wait_for_the_pen()
        made, is_new = CaseOfficer.objects.get_or_create(
            person=person, process=process, state=state, until=None, defaults={"since": at.date()}
        )
        if is_new:
            _tell("officer_given_case", person, process, by=by, at=at)
    return made


def take_case(case: CaseOfficer, *, by: str, at: dt.datetime) -> None:
    """End an officer's part in a case."""
    with transaction.atomic():
        wait_for_the_pen()
        if CaseOfficer.objects.filter(pk=case.pk, until__isnull=True).update(until=at.date()):
            _tell("officer_taken_from_case", case.person, case.process, by=by, at=at)


def _running(process: str, state: str, part: Part) -> QuerySet[Nomination]:
    return Nomination.objects.filter(process=process, state=state, part=part, until__isnull=True)


def _name(
    nominee: Nominee, *, note: NoteVerbale | None, state: str, process: str, by: str, at: dt.datetime
) -> Nomination:
    email = nominee.email.strip().lower()
    person = Person.objects.filter(email=email).first()
    if person is None:
        person = Person.objects.create_user(email, None, name=nominee.name.strip())
    if nominee.language and not person.language:
        person.language = nominee.language
        person.save(update_fields=["language"])
    made = Nomination.objects.create(
        person=person,
        note=note,
        part=nominee.part,
        state=state,
        process=process,
        name=nominee.name.strip(),
        title=nominee.title.strip(),
        phone=nominee.phone.strip(),
        since=at.date(),
        named_at=at,
    )
    _tell("person_nominated", person, process, by=by, at=at, part=nominee.part)
    return made


def _end(nomination: Nomination, *, note: NoteVerbale | None, because: str, by: str, at: dt.datetime) -> None:
    # A nomination recorded for a later day than this ends on the day it would have begun.
    nomination.until = max(at.date(), nomination.since)
    nomination.ended_by, nomination.ended_because = note, because.strip()
    nomination.save(update_fields=["until", "ended_by", "ended_because"])
    _tell("nomination_ended", nomination.person, nomination.process, by=by, at=at, part=nomination.part)


def _tell(verb: str, person: Person, process: str, *, by: str, at: dt.datetime, **content: str) -> None:
    record(verb, subject_kind="person", subject_key=person.email, content={"process": process, **content}, by=by, at=at)

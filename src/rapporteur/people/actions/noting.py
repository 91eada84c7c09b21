"""Recording a note verbale, with its scan."""

import dataclasses
import datetime as dt
from typing import BinaryIO

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rapporteur.archive.actions.keeping import keep
from rapporteur.journal.actions.recording import record, wait_for_the_pen
from rapporteur.journal.terms import Reason, Refused
from rapporteur.languages import clean
from rapporteur.people.models import NoteVerbale
from rapporteur.people.terms import NoteEntry

Scan = tuple[BinaryIO, str]  # its content and its name


def record_note(entry: NoteEntry, *, scan: Scan | None = None, by: str, at: dt.datetime) -> NoteVerbale:
    """Record a note verbale. Raises: Refused; NotTaken where the scan is not taken."""
    if reasons := _why_not(entry):
        raise Refused(reasons)
    kept = keep(*scan) if scan else None
    try:
        with transaction.atomic():
            wait_for_the_pen()
            made = NoteVerbale.objects.create(
                **dataclasses.asdict(entry),
                scan=kept.digest if kept else "",
                scan_name=scan[1][-200:] if scan else "",
                by=by,
                at=at,
            )
            content = {"direction": entry.direction, "scan": made.scan}
            record(
                "note_recorded", subject_kind="note_verbale", subject_key=str(made.pk), content=content, by=by, at=at
            )
    except IntegrityError:
        message = _("A note verbale of this State with this reference is recorded already.")
        raise Refused([Reason(message, "reference")]) from None
    return made


def _why_not(entry: NoteEntry) -> list[Reason]:
    reasons = [
        Reason(_("The text has the character %s, which has no place in a text.") % faults[0], name)
        for name in ("reference", "state", "subject", "text")
        if (faults := clean.faults(getattr(entry, name), multiline=name == "text"))
    ]
    blank = [name for name in ("reference", "state", "subject") if not getattr(entry, name).strip()]
    reasons += [Reason(_("This cannot be left blank."), name) for name in blank]
    if entry.handled_on < entry.dated:
        reasons.append(Reason(_("A note is not received or sent before its date."), "handled_on"))
    return reasons

"""Whole documents, composed from the register as it is now: what a page and the command line ask for."""

import datetime as dt

from rapporteur.drafts.queries.note import note_of
from rapporteur.drafts.queries.wordings import voice_of
from rapporteur.drafts.rules.note import compose_note, why_not_compose_note
from rapporteur.drafts.terms.note import NoteMatter
from rapporteur.drafts.terms.reasons import Reason
from rapporteur.languages.terms import Language
from rapporteur.meetings.models import Session
from rapporteur.typeset.tree import Document


class NothingToCompose(ValueError):
    """A draft that cannot be written yet. `reasons` says what is missing, and where to enter it."""

    def __init__(self, reasons: list[Reason]) -> None:
        super().__init__("; ".join(reasons))
        self.reasons = reasons


def note(session: Session, *, language: Language, as_of: dt.date) -> Document:
    """Return the note on the subsidiary bodies' meetings as it reads on a day. Raises: NothingToCompose."""
    return note_from(note_of(session), language=language, as_of=as_of)


def note_from(matter: NoteMatter, *, language: Language, as_of: dt.date) -> Document:
    """Return the note of matter that was read before, so that six languages read the register once.

    Raises: NothingToCompose.
    """
    if reasons := why_not_compose_note(matter):
        raise NothingToCompose(reasons)
    return compose_note(matter, voice_of(language, matter.conference.terms), as_of=as_of)

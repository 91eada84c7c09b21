"""Every kind of draft there is, and how each is composed: what a page and the command line list and ask for.

A kind reads the register once (`prepare`) and then speaks any language. A further draft needs an entry in KINDS.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from rapporteur.drafts.queries.agenda import agenda_of
from rapporteur.drafts.queries.calendar import calendar_of
from rapporteur.drafts.queries.composed import NothingToCompose
from rapporteur.drafts.queries.documents_list import list_of
from rapporteur.drafts.queries.note import note_of
from rapporteur.drafts.queries.requests import requests_of
from rapporteur.drafts.queries.wordings import voice_of
from rapporteur.drafts.rules.agenda import compose_agenda, why_not_compose_agenda
from rapporteur.drafts.rules.calendar import compose_calendar, why_not_compose_calendar
from rapporteur.drafts.rules.documents_list import compose_list, why_not_compose_list
from rapporteur.drafts.rules.note import compose_note, why_not_compose_note
from rapporteur.drafts.rules.requests import compose_status, why_not_compose_status
from rapporteur.drafts.terms.matter import ConferenceMatter
from rapporteur.drafts.terms.reasons import Lack, Reason
from rapporteur.languages.terms import Language
from rapporteur.meetings.models import Session
from rapporteur.typeset.tree import Document

Composer = Callable[[Language], Document]
Matter = TypeVar("Matter")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a draft. A calendar runs from `since`, else the day, to `until`, else the end of the session."""

    session: Session
    as_of: dt.date
    since: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of draft. `prepare` reads the register and raises NothingToCompose where there is nothing to write."""

    key: str
    title: str
    about: str
    prepare: Callable[[Question], Composer]

    def compose(self, question: Question, language: Language) -> Document:
        """Return the draft in one language. Raises: NothingToCompose."""
        return self.prepare(question)(language)


def _note(question: Question) -> Composer:
    matter = note_of(question.session)
    return _composer(matter, matter.conference, compose_note, question, why_not_compose_note(matter))


def _agenda(question: Question) -> Composer:
    matter = agenda_of(question.session)
    return _composer(matter, matter.conference, compose_agenda, question, why_not_compose_agenda(matter))


def _list(question: Question) -> Composer:
    matter = list_of(question.session)
    return _composer(matter, matter.conference, compose_list, question, why_not_compose_list(matter))


def _calendar(question: Question) -> Composer:
    since = question.since or question.as_of
    until = question.until or question.session.ends_on
    if until is None:
        raise NothingToCompose([Reason(Lack.NO_LAST_DAY, session=question.session.key)])
    matter = calendar_of(question.session, since=since, until=until)
    reasons = why_not_compose_calendar(matter, as_of=question.as_of)
    return _composer(matter, matter.conference, compose_calendar, question, reasons)


def _status(question: Question) -> Composer:
    matter = requests_of(question.session, as_of=question.as_of)
    reasons = why_not_compose_status(matter, as_of=question.as_of)
    return _composer(matter, matter.conference, compose_status, question, reasons)


def _composer(
    matter: Matter,
    conference: ConferenceMatter,
    compose: Callable[..., Document],
    question: Question,
    reasons: list[Reason],
) -> Composer:
    """Return what composes matter that was read, in any language. Raises: NothingToCompose, for reasons against it."""
    if reasons:
        raise NothingToCompose(reasons)

    def composed(language: Language) -> Document:
        return compose(matter, voice_of(language, conference.terms), as_of=question.as_of)

    return composed


KINDS: Final[Mapping[str, Kind]] = {
    kind.key: kind
    for kind in (
        Kind(
            "note",
            "Note on the meetings of the subsidiary bodies",
            "Lists the reports on the meetings of the bodies that go before a session.",
            _note,
        ),
        Kind(
            "agenda",
            "Annotated provisional agenda",
            "The items of a session, each with the mandates, meetings and documents behind it.",
            _agenda,
        ),
        Kind(
            "list",
            "List of documents",
            "The documents before a session, by agenda item, with their languages and status.",
            _list,
        ),
        Kind(
            "calendar",
            "Calendar of meetings",
            "The sessions and meetings of a period, with the days by which documents are due.",
            _calendar,
        ),
        Kind(
            "status",
            "Status of what the resolutions asked for",
            "Every request of a resolution or decision, and what answered it.",
            _status,
        ),
    )
}

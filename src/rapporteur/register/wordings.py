"""Texts that no official document may print as they are: provisional, to be compared with a document, or not there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from rapporteur.bodies.models import BodyName, Conference
from rapporteur.bodies.terms import NameKind
from rapporteur.documents.models import Document
from rapporteur.languages.terms import Language, Multilingual, Status
from rapporteur.mandates.models import Mandate, Provision
from rapporteur.meetings.models import AgendaItem
from rapporteur.parties.models import Instrument, RegionalGroup
from rapporteur.terminology.models import Term


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A text in one language that waits for somebody. `what` is a sentence for a list."""

    kind: str
    key: str
    field: str
    language: Language
    status: Status
    text: str
    check: bool

    @property
    def what(self) -> str:
        name = f"{self.field} [{self.language}]"
        if self.status is Status.MISSING:
            return f"{name}: there is no wording"
        said = "provisional" if self.status is Status.PROVISIONAL else "to be compared with a document"
        return f"{name}: {said}: {self.text}"


def unsettled_wordings(conference: Conference) -> Iterator[Unsettled]:
    """Yield the unsettled texts of a conference, in the order of its records. 9 queries.

    A text that is not there counts as missing where drafts need it in every official language: terms, and the names of
    bodies, instruments and the conference. Titles of what was adopted or issued long ago may stay as they were found.
    """
    wanted = [Language(code) for code in conference.official_languages]
    for kind, key, field, text, is_needed in _texts(conference):
        for language in Language:
            wording = text.wording(language)
            if wording is None:
                if is_needed and language in wanted:
                    yield Unsettled(kind, key, field, language, Status.MISSING, "", check=False)
            elif not wording.is_official:
                yield Unsettled(kind, key, field, language, wording.status, wording.text, wording.check)


def _texts(conference: Conference) -> Iterator[tuple[str, str, str, Multilingual, bool]]:
    """Yield kind and key of the record, the field, its text, and whether every official language needs it."""
    for field in ("name", "short_name", "secretariat", "seat"):
        yield "conference", conference.key, field, getattr(conference, field), True
    for instrument in Instrument.objects.filter(conferences=conference):
        yield "instrument", instrument.key, "name", instrument.name, True
        yield "instrument", instrument.key, "short_name", instrument.short_name, True
    for group in RegionalGroup.objects.all():
        yield "regional-group", group.key, "name", group.name, True
    for name in BodyName.objects.filter(body__conference=conference).select_related("body"):
        is_needed = name.kind in {NameKind.OFFICIAL, NameKind.GENERIC} and name.until is None
        yield "body", f"{conference.key}/{name.body.key}", f"names/{name.position}", name.name, is_needed
    yield from _of_mandates(conference)
    items = AgendaItem.objects.filter(Q(session__conference=conference) | Q(meeting__body__conference=conference))
    for item in items.select_related("session", "meeting__body"):
        yield from _of_item(conference, item)
    for document in Document.objects.filter(conference=conference).exclude(title={}).order_by("pk"):
        yield "document", f"{conference.key}/{document.key}", "title", document.title, False
    for term in Term.objects.filter(conference_key__in=["", conference.key]):
        yield "term", f"{term.conference_key or '-'}/{term.key}", "wording", term.wording, True


def _of_mandates(conference: Conference) -> Iterator[tuple[str, str, str, Multilingual, bool]]:
    for mandate in Mandate.objects.filter(conference=conference).order_by("pk"):
        key = f"{conference.key}/{mandate.citation}"
        yield "mandate", key, "title", mandate.title, False
        yield "mandate", key, "subject", mandate.subject, bool(mandate.subject)
    for provision in Provision.objects.filter(mandate__conference=conference).select_related("mandate"):
        key = f"{conference.key}/{provision.mandate.citation}"
        for field in ("object", "designation", "condition", "purpose"):
            yield "mandate", key, f"provisions/{provision.position}/{field}", getattr(provision, field), False


def _of_item(conference: Conference, item: AgendaItem) -> Iterable[tuple[str, str, str, Multilingual, bool]]:
    gathering: Any = item.session or item.meeting
    kind = "session" if item.session else "meeting"
    key = f"{item.meeting.body.key}/{gathering.key}" if item.meeting else gathering.key
    for field in ("title", "annotation"):
        yield kind, f"{conference.key}/{key}", f"agenda/{item.stage} {item.number}/{field}", getattr(item, field), False

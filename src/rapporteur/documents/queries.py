"""Reading documents, their language versions, and what they revise, correct, add to, report on and go before.

Lists are paged by key: documents with a date come first, the latest first; those without one follow, by symbol.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, Q, QuerySet, prefetch_related_objects

from rapporteur.bodies.models import Body, Conference
from rapporteur.documents.models import Document, Transmission
from rapporteur.meetings.models import AgendaItem, Meeting, Session
from rapporteur.symbols.documents import NotASymbol, parse
from rapporteur.symbols.grammars import Grammar


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page of the list ends: the date and the key of its last document."""

    on: dt.date | None
    key: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What a list of documents is narrowed to; None and "" narrow nothing."""

    type: str = ""
    year: int | None = None
    body: Body | None = None
    session: Session | None = None


def documents_after(
    conference: Conference, *, choice: Choice, after: Place | None = None, limit: int
) -> list[Document]:
    """Return up to `limit` documents from a place onward. Three queries, whatever is found."""
    own = _chosen(conference, choice)
    dated = own.filter(date__isnull=False).order_by("-date", "-key")
    undated = own.filter(date__isnull=True).order_by("-key")
    if choice.year is not None:
        dated = dated.filter(date__range=(dt.date(choice.year, 1, 1), dt.date(choice.year, 12, 31)))
        undated = undated.filter(key__contains=f"/{choice.year}/")
    if after is not None and after.on is not None:
        dated = dated.filter(Q(date__lt=after.on) | Q(date=after.on, key__lt=after.key))
    elif after is not None:
        dated, undated = dated.none(), undated.filter(key__lt=after.key)
    found = [*dated[:limit], *undated[:limit]][:limit]
    prefetch_related_objects(found, "versions")
    return found


def _chosen(conference: Conference, choice: Choice) -> "QuerySet[Document]":
    own = Document.objects.filter(conference=conference)
    if choice.type:
        own = own.filter(type=choice.type)
    if choice.body is not None:
        own = own.filter(body=choice.body)
    if choice.session is not None:
        own = own.filter(pk__in=_before(choice.session))
    return own


def _before(session: Session) -> "QuerySet[Document, Any]":
    """Return the keys of a session's own documents and of those transmitted to it, each half found by its index."""
    own = Document.objects.filter(session=session).order_by().values("pk")
    sent = Transmission.objects.filter(session=session).order_by().values("document")
    return own.union(sent)


def place_of(document: Document) -> Place:
    return Place(document.date, document.key)


def document(conference: Conference, key: str) -> Document | None:
    """Return a document with all that its page shows of it."""
    beside = ("session", "meeting__body", "reports_on__body", "reports_on_session", "of__of__of", "body")
    names = ("body__names", "meeting__body__names", "reports_on__body__names", "versions")
    sent = Prefetch("transmissions", Transmission.objects.select_related("session").order_by("session__ordinal"))
    found = Document.objects.filter(conference=conference, key=key).select_related(*beside)
    return found.prefetch_related(*names, sent).first()


def chain(document: Document, *, grammar: Grammar) -> list[Document]:
    """Return the document that everything revises, corrects or adds to, with all that does, in the order of symbols.

    Three steps deep, as far as suffixes stack.
    """
    first = document
    while first.of is not None and first.of_id != document.pk:
        first = first.of
    # Four questions that an index answers, asked as one; with OR between them, the whole table would be read.
    steps = (Q(pk=first.pk), Q(of=first), Q(of__of=first), Q(of__of__of=first))
    keys = [Document.objects.filter(step).order_by().values_list("pk") for step in steps]
    own = [pk for (pk,) in keys[0].union(*keys[1:], all=True)]
    found = Document.objects.filter(pk__in=own).select_related("of").prefetch_related("versions")
    return sorted(found, key=lambda one: _order(one, grammar))


def _order(document: Document, grammar: Grammar) -> tuple[bool, object]:
    try:
        return (False, parse(document.symbol, grammar))
    except NotASymbol:
        return (True, document.key)


def documents_of_session(session: Session, *, limit: int) -> list[Document]:
    """Return the documents that a session has before it, by key: its own and those transmitted to it."""
    before = Prefetch("transmissions", Transmission.objects.filter(session=session), to_attr="sent")
    own = _with_versions(Document.objects.filter(pk__in=_before(session)))
    return list(own.prefetch_related(before).order_by("key")[:limit])


def reports_of_session(session: Session) -> list[Document]:
    return list(_with_versions(Document.objects.filter(reports_on_session=session)).order_by("key"))


def documents_of_meeting(meeting: Meeting, *, limit: int) -> list[Document]:
    return list(_with_versions(Document.objects.filter(meeting=meeting)).order_by("key")[:limit])


def reports_of_meeting(meeting: Meeting) -> list[Document]:
    return list(_with_versions(Document.objects.filter(reports_on=meeting)).order_by("key"))


def documents_of_body(body: Body, *, limit: int) -> list[Document]:
    return documents_after(body.conference, choice=Choice(body=body), limit=limit)


def agenda_of_sessions(sessions: Iterable[int]) -> dict[tuple[int, str], AgendaItem]:
    """Return agenda items by session and number; an item of the agenda as adopted hides the provisional one."""
    found = AgendaItem.objects.filter(session__in=list(sessions)).order_by("-stage")
    return {(item.session_id or 0, item.number): item for item in found}


def _with_versions(documents: "QuerySet[Document]") -> "QuerySet[Document]":
    return documents.prefetch_related("versions")

"""Official documents: the list with its filters, and the permanent address of each by symbol and language."""

import datetime as dt

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from rapporteur.bodies.models import Conference
from rapporteur.bodies.queries import bodies_named, conference_of_symbol
from rapporteur.documents import queries
from rapporteur.documents.models import Document
from rapporteur.documents.queries import Choice, Place
from rapporteur.documents.terms import DocumentType
from rapporteur.languages.terms import Language
from rapporteur.meetings.queries import session as find_session
from rapporteur.site.pages.labels import LANGUAGES
from rapporteur.site.pages.show import conference_or_404, found_or_404, show
from rapporteur.sources.queries import grounds
from rapporteur.symbols.grammars import Grammar

PAGE = 50


def index(request: HttpRequest, conference: str) -> HttpResponse:
    own = conference_or_404(conference)
    asked = request.GET
    bodies = bodies_named(own)
    year = asked.get("year", "")
    choice = Choice(
        type=asked["type"] if asked.get("type") in set(DocumentType) else "",
        year=int(year) if year.isdecimal() and 1 <= int(year[:5]) <= dt.MAXYEAR else None,
        body=next((body for body in bodies if body.key == asked.get("body")), None),
        session=find_session(own, asked["session"]) if asked.get("session") else None,
    )
    found = queries.documents_after(own, choice=choice, after=_place(asked.get("after", "")), limit=PAGE + 1)
    return show(
        request,
        "documents",
        section="documents",
        conference=own,
        documents=found[:PAGE],
        more=_written(queries.place_of(found[PAGE - 1])) if len(found) > PAGE else "",
        choice=choice,
        types=list(DocumentType),
        bodies=bodies,
    )


def _written(place: Place) -> str:
    return f"{place.on or ''}~{place.key}"


def _place(written: str) -> Place | None:
    on, stroke, key = written.partition("~")
    try:
        return Place(dt.date.fromisoformat(on) if on else None, key) if stroke else None
    except ValueError:
        return None


def by_symbol(request: HttpRequest, symbol: str) -> HttpResponse:
    """Show the document at its permanent address: its symbol, and a language after it where one version is meant."""
    wanted = symbol.rstrip("*/")
    own = conference_of_symbol(wanted)
    if own is None:
        raise Http404(
            _("No conference here has a series in which the symbol “%(symbol)s” stands.") % {"symbol": wanted}
        )
    before, _stroke, last = wanted.rpartition("/")
    language = Language(last) if last in set(Language) else None
    return _page(request, own, key=before if language else wanted, language=language)


def by_key(request: HttpRequest, conference: str, key: str) -> HttpResponse:
    return _page(request, conference_or_404(conference), key=key, language=None)


def _page(request: HttpRequest, conference: Conference, *, key: str, language: Language | None) -> HttpResponse:
    document = found_or_404(
        queries.document(conference, key),
        _("The register has no document %(symbol)s.") % {"symbol": key},
    )
    version = _version_or_404(document, language) if language else None
    sessions = {transmission.session_id for transmission in document.transmissions.all()} | {document.session_id or 0}
    agenda = queries.agenda_of_sessions(sessions)
    return show(
        request,
        "document",
        section="documents",
        conference=conference,
        document=document,
        version=version,
        absent=[each for each in Language if each not in {version.language for version in document.versions.all()}],
        chain=queries.chain(document, grammar=Grammar.for_root(conference.symbol_root)),
        sent=[
            (transmission, [(number, agenda.get((transmission.session_id, number))) for number in transmission.items])
            for transmission in document.transmissions.all()
        ],
        items=[(number, agenda.get((document.session_id or 0, number))) for number in document.items],
        grounds=grounds("document", f"{conference.key}/{document.key}"),
    )


def _version_or_404(document: Document, language: Language) -> object:
    found = next((version for version in document.versions.all() if version.language == language), None)
    message = _("The register has no version of %(symbol)s in %(language)s.")
    return found_or_404(found, message % {"symbol": document.symbol, "language": LANGUAGES[language]})

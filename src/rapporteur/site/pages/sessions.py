"""Sessions of a conference: the list, and a page for each with its agenda, documents, meetings and officers."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from rapporteur.bodies.queries import officers_of_session
from rapporteur.documents.models import Document
from rapporteur.documents.queries import documents_of_session, reports_of_session
from rapporteur.mandates.queries import mandates_of_sessions
from rapporteur.meetings import queries
from rapporteur.meetings.models import AgendaItem
from rapporteur.site.pages.show import conference_or_404, found_or_404, show
from rapporteur.sources.queries import grounds

SHOWN = 40


def index(request: HttpRequest, conference: str) -> HttpResponse:
    own = conference_or_404(conference)
    return show(request, "sessions", section="sessions", conference=own, sessions=queries.sessions_of(own))


def page(request: HttpRequest, conference: str, key: str) -> HttpResponse:
    own = conference_or_404(conference)
    session = found_or_404(queries.session(own, key), _("This conference has no session “%(key)s”.") % {"key": key})
    agenda = queries.agenda(session)
    documents = documents_of_session(session, limit=SHOWN + 1)
    return show(
        request,
        "session",
        section="sessions",
        conference=own,
        session=session,
        agenda=agenda,
        by_item=by_item(agenda, documents[:SHOWN]),
        has_more=len(documents) > SHOWN,
        reports=reports_of_session(session),
        meetings=queries.meetings_beside_session(session, limit=SHOWN),
        mandates=mandates_of_sessions(own, [session.key]),
        officers=officers_of_session(own, session.key),
        grounds=grounds("session", f"{own.key}/{session.key}"),
    )


def by_item(agenda: list[AgendaItem], documents: list[Document]) -> list[tuple[str, AgendaItem | None, list[Document]]]:
    """Return documents under each agenda item they go to, in the order of the agenda; those under none come last.

    A document of several items stands under each. A number that the agenda does not have stands after those it has.
    """
    under: dict[str, list[Document]] = {}
    for document in documents:
        sent = getattr(document, "sent", [])
        numbers = {*document.items, *(number for transmission in sent for number in transmission.items)}
        for number in sorted(numbers) or [""]:
            under.setdefault(number, []).append(document)
    items = {item.number: item for item in agenda}
    places = {number: place for place, number in enumerate(items)}
    order = sorted(under, key=lambda number: (number == "", places.get(number, len(places)), number))
    return [(number, items.get(number), under[number]) for number in order]

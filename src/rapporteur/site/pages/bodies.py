"""Bodies of a conference: the list, and a page for each with its history."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from rapporteur.bodies import queries
from rapporteur.documents.queries import documents_of_body
from rapporteur.mandates.queries import mandates_on_body
from rapporteur.meetings.queries import meetings_of_body
from rapporteur.site.pages.show import conference_or_404, found_or_404, show
from rapporteur.sources.queries import grounds

SHOWN = 20


def index(request: HttpRequest, conference: str) -> HttpResponse:
    own = conference_or_404(conference)
    return show(request, "bodies", section="bodies", conference=own, bodies=queries.bodies_of(own))


def page(request: HttpRequest, conference: str, key: str) -> HttpResponse:
    own = conference_or_404(conference)
    body = found_or_404(queries.body(own, key), _("This conference has no body “%(key)s”.") % {"key": key})
    return show(
        request,
        "body",
        section="bodies",
        conference=own,
        body=body,
        officers=queries.officers_of_body(body),
        meetings=meetings_of_body(body, limit=SHOWN),
        documents=documents_of_body(body, limit=SHOWN),
        mandates=mandates_on_body(body),
        grounds=grounds("body", f"{own.key}/{body.key}"),
    )

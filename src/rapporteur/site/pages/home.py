"""The first page of an installation, and the first page of a conference."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from rapporteur.bodies.queries import bodies_named, conferences
from rapporteur.documents.queries import Choice, documents_after
from rapporteur.meetings.queries import meetings_past, meetings_to_come, next_and_last_session
from rapporteur.site.pages.owed import counted, owed_now
from rapporteur.site.pages.show import conference_or_404, show
from rapporteur.sources.queries import grounds

FEW = 6


def home(request: HttpRequest) -> HttpResponse:
    """Show the conferences, or go straight to the only one."""
    found = conferences()
    if len(found) == 1:
        return redirect("conference", found[0].key)
    return show(request, "home", conferences=found)


def conference(request: HttpRequest, key: str) -> HttpResponse:
    own = conference_or_404(key)
    today = timezone.localdate()
    next_session, last_session = next_and_last_session(own, today=today)
    return show(
        request,
        "conference",
        conference=own,
        grounds=grounds("conference", own.key),
        next_session=next_session,
        last_session=last_session,
        bodies=bodies_named(own),
        owed=counted(owed_now(own, as_of=today)),
        documents=documents_after(own, choice=Choice(), limit=FEW),
        meetings_to_come=meetings_to_come(own, today=today, limit=FEW),
        meetings_past=meetings_past(own, today=today, limit=FEW),
    )

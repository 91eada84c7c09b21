"""The first page of an installation, and the first page of a conference."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from rapporteur.bodies.queries import bodies_named, conferences
from rapporteur.documents.queries import Choice, documents_after
from rapporteur.meetings.queries import meetings_past, meetings_to_come, sessions_of
from rapporteur.site.pages.owed import counted, owed_now
from rapporteur.site.pages.show import conference_or_404, show

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
    sessions = sessions_of(own)
    to_come = [session for session in sessions if (session.ends_on or session.starts_on or today) >= today]
    past = [session for session in sessions if session not in to_come]
    return show(
        request,
        "conference",
        conference=own,
        next_session=to_come[-1] if to_come else None,
        last_session=past[0] if past else None,
        bodies=bodies_named(own),
        owed=counted(owed_now(own, as_of=today)),
        documents=documents_after(own, choice=Choice(), limit=FEW),
        meetings_to_come=meetings_to_come(own, today=today, limit=FEW),
        meetings_past=meetings_past(own, today=today, limit=FEW),
    )

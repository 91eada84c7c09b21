"""Resolutions and decisions: the list by session, and a page for each with its provisions and what answered them."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from rapporteur.bodies.queries import bodies_named
from rapporteur.mandates import queries
from rapporteur.mandates.models import Mandate
from rapporteur.meetings.models import Session
from rapporteur.meetings.queries import sessions_of
from rapporteur.site.pages.owed import ANSWERS, meetings_answering, owed_now
from rapporteur.site.pages.show import conference_or_404, found_or_404, show
from rapporteur.sources.queries import grounds

SESSIONS = 20


def index(request: HttpRequest, conference: str) -> HttpResponse:
    """Show the mandates of up to twenty sessions; those of no known session stand on the last page."""
    own = conference_or_404(conference)
    sessions = sessions_of(own)
    keys = [session.key for session in sessions]
    after = request.GET.get("after", "")
    start = keys.index(after) + 1 if after in keys else 0
    shown = sessions[start : start + SESSIONS]
    is_last = start + SESSIONS >= len(sessions)
    known = [session.key for session in shown]
    found = queries.mandates_of_sessions(own, [*known, ""] if is_last else known)
    return show(
        request,
        "mandates",
        section="mandates",
        conference=own,
        groups=_by_session(shown, found),
        more="" if is_last else known[-1],
    )


def _by_session(sessions: list[Session], mandates: list[Mandate]) -> list[tuple[Session | None, list[Mandate]]]:
    groups: list[tuple[Session | None, list[Mandate]]] = [
        (session, [mandate for mandate in mandates if mandate.session_key == session.key]) for session in sessions
    ]
    groups.append((None, [mandate for mandate in mandates if not mandate.session_key]))
    return [(session, own) for session, own in groups if own]


def page(request: HttpRequest, conference: str, kind: str, number: str) -> HttpResponse:
    own = conference_or_404(conference)
    mandate = found_or_404(
        queries.mandate(own, kind=kind, number=number),
        _("This conference has no %(kind)s %(number)s.") % {"kind": kind, "number": number},
    )
    sessions = {session.key: session for session in sessions_of(own)}
    rows = owed_now(own, as_of=timezone.localdate())
    asked = {row.request.position: row for row in rows if row.request.mandate == mandate.citation}
    return show(
        request,
        "mandate",
        section="mandates",
        conference=own,
        mandate=mandate,
        session=sessions.get(mandate.session_key),
        provisions=[
            (provision, sessions.get(provision.due_session_key), sessions.get(provision.expires_session_key))
            for provision in mandate.provisions.all()
        ],
        owed=asked,
        meetings=meetings_answering(own, asked.values()),
        bodies={body.key: body for body in bodies_named(own)},
        sessions=sessions,
        most=ANSWERS,
        grounds=grounds("mandate", f"{own.key}/{mandate.citation}"),
    )

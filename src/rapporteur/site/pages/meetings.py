"""Meetings of the bodies: a calendar by year, and a page for each meeting."""

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from rapporteur.bodies.queries import bodies_named
from rapporteur.documents.queries import documents_of_meeting, reports_of_meeting
from rapporteur.meetings import queries
from rapporteur.meetings.queries import Place
from rapporteur.site.pages.sessions import by_item
from rapporteur.site.pages.show import conference_or_404, found_or_404, show
from rapporteur.sources.queries import grounds

PAGE = 50
SHOWN = 40


def index(request: HttpRequest, conference: str) -> HttpResponse:
    own = conference_or_404(conference)
    bodies = bodies_named(own)
    years = queries.years_of_meetings(own)
    year = _chosen_year(request.GET.get("year", ""), years)
    body = next((body for body in bodies if body.key == request.GET.get("body")), None)
    after = _place(request.GET.get("after", ""))
    found = queries.meetings_in_year(own, year=year, body=body, after=after, limit=PAGE + 1)
    return show(
        request,
        "meetings",
        section="meetings",
        conference=own,
        meetings=found[:PAGE],
        more=_written(queries.place_of(found[PAGE - 1])) if len(found) > PAGE else "",
        year=year,
        years=range(years[1], years[0] - 1, -1) if years else [],
        body=body,
        bodies=bodies,
    )


def page(request: HttpRequest, conference: str, body: str, key: str) -> HttpResponse:
    own = conference_or_404(conference)
    meeting = found_or_404(
        queries.meeting(own, body_key=body, key=key), _("This body has no meeting “%(key)s”.") % {"key": key}
    )
    agenda = queries.agenda(meeting)
    return show(
        request,
        "meeting",
        section="meetings",
        conference=own,
        meeting=meeting,
        agenda=agenda,
        by_item=by_item(agenda, documents_of_meeting(meeting, limit=SHOWN)),
        reports=reports_of_meeting(meeting),
        grounds=grounds("meeting", f"{own.key}/{body}/{meeting.key}"),
    )


def _chosen_year(asked: str, years: tuple[int, int] | None) -> int:
    """Return the year asked for, else this year, kept within the years that the register knows."""
    first, last = years or (timezone.localdate().year,) * 2
    year = int(asked) if asked.isdecimal() and len(asked) <= 4 else timezone.localdate().year  # noqa: PLR2004 - digits
    return max(first, min(last, year))


def _written(place: Place) -> str:
    return f"{place.on or ''}.{place.id}"


def _place(written: str) -> Place | None:
    """Return the place that an address gives; None where it gives none that can be read."""
    on, _dot, number = written.rpartition(".")
    try:
        return Place(dt.date.fromisoformat(on) if on else None, int(number))
    except ValueError:
        return None

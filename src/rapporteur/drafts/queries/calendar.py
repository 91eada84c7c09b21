"""The matter of a calendar of meetings, as the register has it."""

import datetime as dt

from django.db.models import Q

from rapporteur.bodies.models import Conference
from rapporteur.documents.rules import Calendar, WrongCalendar
from rapporteur.drafts.queries.conference import conference_matter, session_matter
from rapporteur.drafts.queries.gatherings import meeting_matter, session_row, with_all_of_a_row
from rapporteur.drafts.terms.calendar import CalendarMatter
from rapporteur.meetings.models import Meeting, Session
from rapporteur.meetings.terms import MeetingStatus


def calendar_of(session: Session, *, since: dt.date, until: dt.date) -> CalendarMatter:
    """Return the matter of a calendar that serves a session, with a number of queries that does not depend on its size.

    More is read than the period holds: what a saying moved into it or out of it is for the rules to tell.
    """
    own = Meeting.objects.filter(body__conference=session.conference)
    meetings = own.filter(pk__in=own.filter(_may_fall(since, until)).values("pk"))
    sessions = Session.objects.filter(conference=session.conference)
    held = sessions.filter(pk__in=sessions.filter(_may_fall(since, until)).values("pk")).prefetch_related("sayings")
    return CalendarMatter(
        conference=conference_matter(session.conference),
        session=session_matter(session),
        since=since,
        until=until,
        gatherings=(
            *(session_row(one) for one in held.order_by("ordinal", "key")),
            *(meeting_matter(one) for one in with_all_of_a_row(meetings).order_by("starts_on", "body__key", "key")),
        ),
        rules=_rules(session.conference),
    )


def _may_fall(since: dt.date, until: dt.date) -> Q:
    """Return what may lie in a period: by its days, its window, its year, what was said of it, or for want of days."""
    days = Q(starts_on__lte=until) & (Q(ends_on__gte=since) | Q(ends_on=None, starts_on__gte=since))
    window = Q(window_starts_on__lte=until, window_ends_on__gte=since)
    year = Q(year__gte=since.year, year__lte=until.year)
    moved = Q(sayings__starts_on__lte=until) & (
        Q(sayings__ends_on__gte=since) | Q(sayings__ends_on=None, sayings__starts_on__gte=since)
    )
    put_off = Q(sayings__status=MeetingStatus.POSTPONED)
    unknown = Q(starts_on=None, window_starts_on=None, year=None)
    return days | window | year | moved | put_off | unknown


def _rules(conference: Conference) -> Calendar:
    """Return the conference's own figures; the usual ones where its own cannot be read."""
    try:
        return Calendar.from_plain(conference.calendar)
    except WrongCalendar:
        return Calendar()

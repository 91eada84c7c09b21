"""Reading sessions, meetings, what is said of them and their agendas, with a fixed number of queries.

Lists are paged by key: a place is the day and the record's number after which the next page begins.
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Max, Min, Q, QuerySet
from django.db.models.functions import Coalesce, ExtractYear

from rapporteur.bodies.models import Body, Conference
from rapporteur.meetings.models import AgendaItem, Meeting, Session

_WITH_BODY = ("body__names", "sayings")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page of a list ends: the first day known of its last record (None where none is), and its number."""

    on: dt.date | None
    id: int


def sessions_of(conference: Conference) -> list[Session]:
    """Return the sessions of a conference, the latest first."""
    return list(Session.objects.filter(conference=conference).order_by("-ordinal", "-key").prefetch_related("sayings"))


def next_and_last_session(conference: Conference, *, today: dt.date) -> tuple[Session | None, Session | None]:
    """Return the session that is under way or comes next, and the latest of the others. Three queries at most."""
    to_come, past = None, None
    found = Session.objects.filter(conference=conference).order_by("-ordinal", "-key")
    for number, starts_on, ends_on in found.values_list("pk", "starts_on", "ends_on"):
        if (ends_on or starts_on or today) >= today:
            to_come = number
        elif past is None:
            past = number
    sessions = found.filter(pk__in=[to_come or 0, past or 0]).prefetch_related("sayings").in_bulk()
    return sessions.get(to_come or 0), sessions.get(past or 0)


def session(conference: Conference, key: str) -> Session | None:
    return Session.objects.filter(conference=conference, key=key).prefetch_related("sayings").first()


def meeting(conference: Conference, *, body_key: str, key: str) -> Meeting | None:
    found = Meeting.objects.filter(body__conference=conference, body__key=body_key, key=key)
    beside = ("body", "in_session", "reports_to", "under", "back_to_back_with__body")
    names = (*_WITH_BODY, "back_to_back_with__body__names", "back_to_back_from__body__names")
    return found.select_related(*beside).prefetch_related(*names).first()


def agenda(gathering: Session | Meeting) -> list[AgendaItem]:
    """Return the items of an agenda in their order: those of the agenda as adopted after those of the provisional."""
    own = {"session": gathering} if isinstance(gathering, Session) else {"meeting": gathering}
    return list(AgendaItem.objects.filter(**own).order_by("-stage", "position"))


def meetings_of_body(body: Body, *, limit: int) -> list[Meeting]:
    """Return the latest meetings of a body, the latest first."""
    year = Coalesce(ExtractYear("starts_on"), ExtractYear("window_starts_on"), "year")
    order = (year.desc(nulls_last=True), F("day").desc(nulls_last=True), "-id")
    return list(_by_day(Meeting.objects.filter(body=body)).order_by(*order)[:limit])


def meetings_named(conference: Conference, keys: Collection[str]) -> dict[tuple[str, str], Meeting]:
    """Return meetings by the keys of their bodies and their own."""
    found = Meeting.objects.filter(body__conference=conference, key__in=list(keys)).select_related("body")
    return {(meeting.body.key, meeting.key): meeting for meeting in found}


def meetings_beside_session(session: Session, *, limit: int) -> list[Meeting]:
    """Return the meetings held during a session, or whose reports go to it, in the order of their days."""
    beside = Meeting.objects.filter(Q(in_session=session) | Q(reports_to=session))
    return list(_by_day(beside).order_by(F("day").asc(nulls_last=True), "id")[:limit])


def meetings_to_come(conference: Conference, *, today: dt.date, limit: int) -> list[Meeting]:
    # No meeting lasts so long: the bound lets the index begin near today.
    own = _by_date_of(conference).filter(starts_on__gte=today - dt.timedelta(days=120), ends_on__gte=today)
    return list(_with_body(own).order_by("starts_on", "key", "id")[:limit])


def meetings_past(conference: Conference, *, today: dt.date, limit: int) -> list[Meeting]:
    own = _by_date_of(conference).filter(starts_on__lte=today, ends_on__lt=today)
    return list(_with_body(own).order_by("-starts_on", "-key", "-id")[:limit])


def years_of_meetings(conference: Conference) -> tuple[int, int] | None:
    """Return the first and the last year for which the register knows a meeting of a body. Three queries."""
    days = _by_date_of(conference).filter(starts_on__isnull=False).values_list("starts_on", flat=True)
    ends = ("window_starts_on", "year")
    undated = _by_date_of(conference).filter(starts_on__isnull=True)
    found = undated.aggregate(**{f"first_{end}": Min(end) for end in ends}, **{f"last_{end}": Max(end) for end in ends})
    known = [*days.order_by("starts_on")[:1], *days.order_by("-starts_on")[:1], *found.values()]
    years = [value.year if isinstance(value, dt.date) else value for value in known if value is not None]
    return (min(years), max(years)) if years else None


def meetings_in_year(
    conference: Conference, *, year: int, body: Body | None = None, after: Place | None = None, limit: int
) -> list[Meeting]:
    """Return up to `limit` meetings of a year from a place onward, by day; those whose days are not known come last."""
    within = (dt.date(year, 1, 1), dt.date(year, 12, 31))
    own = (_by_date_of(conference) if body is None else Meeting.objects.filter(body=body)).filter(
        Q(starts_on__range=within)
        | Q(starts_on__isnull=True, window_starts_on__range=within)
        | Q(starts_on__isnull=True, window_starts_on__isnull=True, year=year)
    )
    found = _by_day(own)
    if after is not None and after.on is not None:
        found = found.filter(Q(day__gt=after.on) | Q(day=after.on, id__gt=after.id) | Q(day__isnull=True))
    elif after is not None:
        found = found.filter(day__isnull=True, id__gt=after.id)
    return list(found.order_by(F("day").asc(nulls_last=True), "id")[:limit])


def place_of(meeting: Meeting) -> Place:
    return Place(meeting.starts_on or meeting.window_starts_on, meeting.pk)


def _by_date_of(conference: Conference) -> "QuerySet[Any]":
    """Return a conference's meetings so that the database finds them by their days, not body by body.

    SQLite takes the index of the bodies wherever it may, and reads every meeting of the conference; a body that is
    calculated has no index. Any, because the type checker does not know the column that is added here.
    """
    bodies = Body.objects.filter(conference=conference).order_by().values("pk")
    return Meeting.objects.alias(calculated_body=F("body_id") + 0).filter(calculated_body__in=bodies)


def _with_body(meetings: "QuerySet[Meeting]") -> "QuerySet[Meeting]":
    return meetings.select_related("body").prefetch_related(*_WITH_BODY)


def _by_day(meetings: "QuerySet[Meeting]") -> "QuerySet[Any]":
    # Any, because the type checker does not know the column that is added here.
    return _with_body(meetings).annotate(day=Coalesce("starts_on", "window_starts_on"))

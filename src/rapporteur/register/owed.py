"""What is owed: every provision that asks for a meeting, a report or a submission, and what answered it.

`answers` decides; this module reads the matter from the register, in a number of queries that does not grow with it.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from django.db.models import Exists, OuterRef, Q

from rapporteur.bodies.models import Conference
from rapporteur.documents.models import Document, Transmission
from rapporteur.documents.rules import Progress, progress_as_of
from rapporteur.documents.terms import IssueStatus
from rapporteur.mandates.models import Provision, ProvisionBody
from rapporteur.mandates.terms import Effect, Recurrence
from rapporteur.meetings.models import Gathering, Meeting, Saying, Session
from rapporteur.meetings.rules import Dates, SaidOf, Standing, gathering_as_of
from rapporteur.meetings.terms import MeetingStatus, Mode, SessionKind, Tense
from rapporteur.register.answers import (
    ASKING,
    MeetingSeen,
    Owed,
    PaperSeen,
    Request,
    SessionSeen,
    how_it_stands,
)

_DATES: Final = (
    "starts_on",
    "ends_on",
    "window_starts_on",
    "window_ends_on",
    "year",
    "month",
    "concluded_by",
)
_OF_A_SAYING: Final = ("status", "as_of", "starts_on", "ends_on", "mode")


def owed(conference: Conference, *, as_of: dt.date) -> list[Owed]:
    """Return every request of the conference's mandates adopted by a day, and how it stands then. 8 queries.

    In the order of the sessions and numbers of the mandates and of their provisions.
    """
    sessions = _sessions(conference, as_of)
    requests = [request for request in _requests(conference, sessions) if _is_adopted(request, as_of)]
    bodies = {body for request in requests for body in request.bodies}
    meetings = _meetings(conference, bodies, as_of)
    papers = _papers(conference, as_of)
    naming = _by_mandate(papers)
    seen = sorted(sessions.values(), key=lambda session: session.opens_on or dt.date.max)
    return [
        how_it_stands(
            request,
            meetings=[meeting for body in request.bodies for meeting in meetings[body]],
            papers=[
                *(paper for body in request.bodies for paper in papers[body]),
                *(paper for paper in naming[request.mandate] if paper.body not in request.bodies),
            ],
            sessions=seen,
            as_of=as_of,
        )
        for request in requests
    ]


def dates_of(gathering: Gathering) -> Dates:
    """Return the dates of a session or meeting as it was first planned."""
    return Dates(
        starts_on=gathering.starts_on,
        ends_on=gathering.ends_on,
        window_starts_on=gathering.window_starts_on,
        window_ends_on=gathering.window_ends_on,
        year=gathering.year,
        month=gathering.month,
        concluded_by=gathering.concluded_by,
    )


def standing_of(gathering: Gathering, sayings: Iterable[Saying], as_of: dt.date) -> Standing:
    """Return where a session or meeting stands on a day, by its sayings."""
    said = [
        SaidOf(
            status=MeetingStatus(saying.status),
            as_of=saying.as_of,
            starts_on=saying.starts_on,
            ends_on=saying.ends_on,
            mode=Mode(saying.mode) if saying.mode else None,
        )
        for saying in sayings
    ]
    mode = Mode(gathering.mode) if gathering.mode else None
    return gathering_as_of(dates_of(gathering), said, as_of, mode=mode)


def _sessions(conference: Conference, as_of: dt.date) -> dict[str, SessionSeen]:
    """Return every session by its key, with the dates in force on a day."""
    sayings: dict[int, list[Saying]] = defaultdict(list)
    for saying in Saying.objects.filter(session__conference=conference):
        sayings[saying.session_id or 0].append(saying)
    seen = {}
    for session in Session.objects.filter(conference=conference):
        dates = standing_of(session, sayings[session.pk], as_of).dates
        is_regular = SessionKind(session.kind) is SessionKind.REGULAR
        seen[session.key] = SessionSeen(session.key, dates.earliest, dates.latest, is_regular=is_regular)
    return seen


def _requests(conference: Conference, sessions: dict[str, SessionSeen]) -> list[Request]:
    asking = Provision.objects.filter(mandate__conference=conference, effect__in=ASKING)
    named: dict[int, list[str]] = defaultdict(list)
    links = ProvisionBody.objects.filter(provision__in=asking).order_by("provision", "position")
    for provision, body in links.values_list("provision_id", "body__key"):
        named[provision].append(body)
    rows = asking.select_related("mandate", "to_body").order_by("mandate__pk", "position")
    requests = [_request(row, tuple(named[row.pk]), sessions) for row in rows]
    return sorted(requests, key=lambda request: (request.adopted_on or dt.date.max, _order(request.mandate)))


def _order(mandate: str) -> tuple[str, list[int]]:
    kind, _, number = mandate.partition(" ")
    return kind, [int(part) if part.isdecimal() else 0 for part in number.split("/")]


def _request(row: Provision, bodies: tuple[str, ...], sessions: dict[str, SessionSeen]) -> Request:
    unknown = SessionSeen("", None)
    due, expires = sessions.get(row.due_session_key, unknown), sessions.get(row.expires_session_key, unknown)
    adopting = sessions.get(row.mandate.session_key, unknown)
    effect = Effect(row.effect)
    text = row.object.first() or row.purpose.first()
    return Request(
        mandate=row.mandate.citation,
        position=row.position,
        paragraph=row.paragraph,
        effect=effect,
        bodies=bodies,
        to_body=row.to_body.key if row.to_body else "",
        addressee=row.addressee,
        what=text,
        minimum=row.minimum or 1,
        recurrence=Recurrence(row.recurrence),
        adopted_on=row.mandate.adopted_on or adopting.closes_on,
        due_session=row.due_session_key,
        due_on=row.due_on or (due.closes_on if effect is Effect.REQUESTS_MEETING else due.opens_on),
        expires_on=row.expires_on or expires.closes_on,
    )


def _is_adopted(request: Request, as_of: dt.date) -> bool:
    return request.adopted_on is None or request.adopted_on <= as_of


def _meetings(conference: Conference, bodies: set[str], as_of: dt.date) -> dict[str, list[MeetingSeen]]:
    """Return the meetings that were known on a day, by the key of their body."""
    rows = Meeting.objects.filter(body__conference=conference, body__key__in=bodies)
    sayings: dict[int, list[SaidOf]] = defaultdict(list)
    said = Saying.objects.filter(meeting__in=rows.order_by()).values_list("meeting", *_OF_A_SAYING)
    for meeting, status, on, starts_on, ends_on, mode in said:
        sayings[meeting or 0].append(SaidOf(MeetingStatus(status), on, starts_on, ends_on, _mode(mode)))
    meetings: dict[str, list[MeetingSeen]] = defaultdict(list)
    columns = ("pk", "key", "body__key", "mode", "back_to_back_with__key", *_DATES)
    for pk, key, body, mode, beside, *dates in rows.order_by("starts_on", "key").values_list(*columns):
        standing = gathering_as_of(Dates(*dates), sayings.get(pk, ()), as_of, mode=_mode(mode))
        if standing.tense is Tense.TO_COME and _was_said_later(sayings.get(pk, ()), as_of):
            continue
        meetings[body].append(MeetingSeen(key, body, standing.dates, standing.tense, beside or ""))
    return meetings


def _mode(written: str) -> Mode | None:
    return Mode(written) if written else None


def _was_said_later(sayings: Sequence[SaidOf], as_of: dt.date) -> bool:
    """Tell whether all that is said of a meeting to come was said after the day: then nobody knew of it."""
    later = {MeetingStatus.HELD, MeetingStatus.OPENED}
    return bool(sayings) and all(saying.as_of > as_of if saying.as_of else saying.status in later for saying in sayings)


def _papers(conference: Conference, as_of: dt.date) -> dict[str, list[PaperSeen]]:
    """Return the documents that can answer something: what was sent to a session, and what names a mandate."""
    sent: dict[int, list[str]] = defaultdict(list)
    transmissions = Transmission.objects.filter(document__conference=conference)
    for document, session in transmissions.values_list("document_id", "session__key").order_by():
        sent[document].append(session)
    own = Document.objects.filter(conference=conference)
    rows = own.filter(~Q(mandates=[]) | Exists(Transmission.objects.filter(document=OuterRef("pk"))))
    columns = ("pk", "key", "body__key", "reports_on__body__key", "date", "status", "mandates")
    days = ("reserved_on", "announced_on", "issued_on")
    papers: dict[str, list[PaperSeen]] = defaultdict(list)
    for pk, key, body, reporting, date, status, mandates, reserved_on, announced_on, issued_on in rows.order_by(
        "date", "key"
    ).values_list(*columns, *days):
        progress = Progress(
            status=IssueStatus(status) if status else None,
            reserved_on=reserved_on,
            announced_on=announced_on,
            issued_on=issued_on,
            dated_on=date,
        )
        reached = progress_as_of(progress, as_of)
        whose = reporting or body or ""
        paper = PaperSeen(key, whose, date, reached, tuple(sent[pk]), tuple(mandates))
        papers[whose].append(paper)
    return papers


def _by_mandate(papers: dict[str, list[PaperSeen]]) -> dict[str, list[PaperSeen]]:
    """Return the documents that name each mandate, of whatever body, in the order of their bodies."""
    naming: dict[str, list[PaperSeen]] = defaultdict(list)
    for of_body in papers.values():
        for paper in of_body:
            for mandate in dict.fromkeys(paper.mandates):
                naming[mandate].append(paper)
    return naming

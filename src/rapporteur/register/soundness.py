"""What is wrong or missing in the register, beyond what the database itself refuses.

Each finding says how grave it is, which record it is about, and what a person should look at. The queries do not grow
in number with the register. Together with `owed` this is what `rapporteur register check` prints.
"""

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from rapporteur.bodies.models import Body, BodyCharacter, BodyName, Conference
from rapporteur.documents.models import Document, Transmission
from rapporteur.documents.rules import Calendar, agenda_due_on, days_late, report_due_on, slot_before
from rapporteur.documents.terms import DocumentType, IssueStatus
from rapporteur.mandates.models import Mandate, Provision
from rapporteur.meetings.models import Meeting, Saying, Session
from rapporteur.meetings.rules import Dates, Standing, are_back_to_back, overlap
from rapporteur.meetings.terms import SessionKind, Tense
from rapporteur.register.known import grammar_of
from rapporteur.register.owed import standing_of
from rapporteur.register.wordings import unsettled_wordings
from rapporteur.sources.models import Conflict
from rapporteur.symbols.documents import Symbol, parse
from rapporteur.symbols.faults import Misreading
from rapporteur.symbols.grammars import Grammar

_BEFORE_A_SESSION: Final = frozenset(
    {
        DocumentType.PROVISIONAL_AGENDA,
        DocumentType.NOTE_BY_THE_SECRETARIAT,
        DocumentType.REPORT_OF_THE_SECRETARIAT,
        DocumentType.BACKGROUND_PAPER,
    }
)
_DEED: Final = {"submitted": "submission", "issued": "issuance"}


class Gravity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Topic(StrEnum):
    """What a finding is about; the order is that of the account."""

    SYMBOL = "symbol"
    DATES = "dates"
    REFERENCE = "reference"
    REPORT_MISSING = "report-missing"
    NOT_TRANSMITTED = "not-transmitted"
    LATE = "late"
    WORDING = "wording"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at. The subject is cited as the journal cites it."""

    gravity: Gravity
    topic: Topic
    kind: str
    key: str
    what: str


def findings(conference: Conference, *, as_of: dt.date) -> list[Finding]:
    """Return everything to look at on a day, by topic."""
    register = _Register(conference, as_of)
    found = [
        *register.symbols(),
        *register.dates(),
        *register.references(),
        *register.reports(),
        *register.late(),
        *(
            Finding(Gravity.NOTE, Topic.WORDING, wording.kind, wording.key, wording.what)
            for wording in unsettled_wordings(conference)
        ),
        *_conflicts(conference),
    ]
    order = list(Topic)
    return sorted(found, key=lambda finding: (order.index(finding.topic), finding.key, finding.what))


class _Register:
    """The records that are looked at, read once."""

    def __init__(self, conference: Conference, as_of: dt.date) -> None:
        self.conference = conference
        self.as_of = as_of
        self.calendar = Calendar.from_plain(conference.calendar)
        self.sessions = list(Session.objects.filter(conference=conference).order_by("starts_on", "key"))
        meetings = Meeting.objects.filter(body__conference=conference).select_related("body")
        self.meetings = list(meetings.order_by("starts_on", "key"))
        self.documents = list(Document.objects.filter(conference=conference).order_by("key"))
        sayings: dict[tuple[int | None, int | None], list[Saying]] = defaultdict(list)
        for saying in Saying.objects.all():
            sayings[saying.session_id, saying.meeting_id].append(saying)
        self.session_now = {one.pk: standing_of(one, sayings[one.pk, None], as_of) for one in self.sessions}
        self.meeting_now = {one.pk: standing_of(one, sayings[None, one.pk], as_of) for one in self.meetings}
        self.meeting_at = {meeting.pk: meeting for meeting in self.meetings}
        self.session_at = {session.pk: session for session in self.sessions}
        self.series = dict(Body.objects.filter(conference=conference).values_list("pk", "series"))

    # --- symbols -----------------------------------------------------------------------------------------------------

    def symbols(self) -> Iterator[Finding]:
        grammar = grammar_of(self.conference.symbol_root, self.conference.symbol_grammar)
        first: dict[str, str] = {}
        for document in self.documents:
            if not document.symbol or grammar is None:
                continue
            symbol = _read(document.symbol, grammar)
            if isinstance(symbol, Misreading):
                yield self._of(document, Gravity.ERROR, Topic.SYMBOL, symbol.sentence)
                continue
            if (before := first.setdefault(symbol.key, document.key)) != document.key:
                what = f"{document.symbol} is the symbol of {before} too"
                yield self._of(document, Gravity.ERROR, Topic.SYMBOL, what)
            if what := self._out_of_series(document, symbol):
                yield self._of(document, Gravity.WARNING, Topic.SYMBOL, what)

    def _out_of_series(self, document: Document, symbol: Symbol) -> str:
        reported = self.meeting_at.get(document.reports_on_id or document.meeting_id or 0)
        body = document.body_id or (reported.body_id if reported else None)
        expected = self.series.get(body, "") if body else ""
        if body and expected and symbol.series != expected:
            return f"{document.symbol} is out of the series {expected} of its body"
        if not body and symbol.series != symbol.root:
            return f"{document.symbol} is of the series {symbol.series}, but of no body"
        return ""

    # --- dates -------------------------------------------------------------------------------------------------------

    def dates(self) -> Iterator[Finding]:
        by_body: dict[int, list[Meeting]] = defaultdict(list)
        for meeting in self.meetings:
            by_body[meeting.body_id].append(meeting)
        for of_body in by_body.values():
            for one, other in _overlapping(of_body, self.meeting_now):
                what = f"its days overlap with those of {of_body[other].key}"
                yield self._of(of_body[one], Gravity.ERROR, Topic.DATES, what)
        for one, other in _overlapping(self.sessions, self.session_now):
            what = f"its days overlap with those of {self.sessions[other].key}"
            yield self._of(self.sessions[one], Gravity.ERROR, Topic.DATES, what)
        for meeting in self.meetings:
            yield from self._neighbours(meeting)
        for gatherings, now in ((self.sessions, self.session_now), (self.meetings, self.meeting_now)):
            for gathering in gatherings:
                yield from self._expected(gathering, now[gathering.pk])

    def _expected(self, gathering: Session | Meeting, standing: Standing) -> Iterator[Finding]:
        latest = standing.dates.latest
        if standing.tense is Tense.UNKNOWN and latest and latest < self.as_of:
            what = f"it is expected {_when(standing.dates)}; whether it was held is not recorded"
            yield self._of(gathering, Gravity.WARNING, Topic.DATES, what)

    def _neighbours(self, meeting: Meeting) -> Iterator[Finding]:
        here = self.meeting_now[meeting.pk].dates
        beside = self.meeting_at.get(meeting.back_to_back_with_id or 0)
        if beside and are_back_to_back(here, self.meeting_now[beside.pk].dates) is False:
            what = f"it is said to be back-to-back with {beside.key}, but working days lie between"
            yield self._of(meeting, Gravity.WARNING, Topic.DATES, what)
        session = self.session_at.get(meeting.in_session_id or 0)
        if session and not _lies_within(here, self.session_now[session.pk].dates):
            what = f"it is said to be held during {session.key}, but its days are not among the session's"
            yield self._of(meeting, Gravity.WARNING, Topic.DATES, what)

    # --- references by value -----------------------------------------------------------------------------------------

    def references(self) -> Iterator[Finding]:
        mandates = {mandate.citation for mandate in Mandate.objects.filter(conference=self.conference)}
        sessions = {session.key for session in self.sessions}
        for kind, key, named, cited in self._citations():
            known = sessions if named == "session" else mandates
            if cited and cited not in known:
                what = f"it names the {named} {cited!r}, which the register does not have"
                yield Finding(Gravity.WARNING, Topic.REFERENCE, kind, f"{self.conference.key}/{key}", what)
        keys: dict[str, str] = {}
        for meeting in self.meetings:
            if keys.setdefault(meeting.key, meeting.body.key) != meeting.body.key:
                what = f"another body has a meeting {meeting.key!r} too; keys of meetings should differ"
                yield self._of(meeting, Gravity.ERROR, Topic.REFERENCE, what)

    def _citations(self) -> Iterator[tuple[str, str, str, str]]:
        of = self.conference
        for row in BodyName.objects.filter(body__conference=of).select_related("body"):
            yield "body", row.body.key, "mandate", row.mandate
        for chapter in BodyCharacter.objects.filter(body__conference=of).select_related("body"):
            yield "body", chapter.body.key, "mandate", chapter.mandate
        for mandate in Mandate.objects.filter(conference=of):
            yield "mandate", mandate.citation, "session", mandate.session_key
        for provision in Provision.objects.filter(mandate__conference=of).select_related("mandate"):
            yield "mandate", provision.mandate.citation, "session", provision.due_session_key
            yield "mandate", provision.mandate.citation, "session", provision.expires_session_key
        for sent in Transmission.objects.filter(document__conference=of).select_related("document"):
            yield "document", sent.document.key, "mandate", sent.mandate
        for document in self.documents:
            for mandate_ in document.mandates:
                yield "document", document.key, "mandate", mandate_

    # --- documents ---------------------------------------------------------------------------------------------------

    def reports(self) -> Iterator[Finding]:
        reported = {document.reports_on_id for document in self.documents}
        for meeting in self.meetings:
            standing = self.meeting_now[meeting.pk]
            if standing.tense is Tense.PAST and meeting.pk not in reported:
                yield self._of(meeting, Gravity.WARNING, Topic.REPORT_MISSING, "it was held; no report is known")
        reported_sessions = {document.reports_on_session_id for document in self.documents}
        for session_ in self.sessions:
            if self.session_now[session_.pk].tense is Tense.PAST and session_.pk not in reported_sessions:
                yield self._of(session_, Gravity.WARNING, Topic.REPORT_MISSING, "it was held; no report is known")
        sent = set(Transmission.objects.filter(document__conference=self.conference).values_list("document", flat=True))
        for document in self.documents:
            meeting_ = self.meeting_at.get(document.reports_on_id or 0)
            if meeting_ and document.pk not in sent:
                session = self.session_at.get(meeting_.reports_to_id or 0)
                to = f"to {session.key}" if session else "to a session"
                what = f"the report on {meeting_.key} is not transmitted {to}"
                yield self._of(document, Gravity.WARNING, Topic.NOT_TRANSMITTED, what)

    def late(self) -> Iterator[Finding]:
        for document in self.documents:
            waits = document.status in {IssueStatus.RESERVED, IssueStatus.ANNOUNCED}
            submitted = document.submitted_on or document.date
            for what, due, done in self._deadlines(document, submitted):
                if due is None or (done is None and not waits):
                    continue
                late = days_late(due_on=due, done_on=done, as_of=self.as_of)
                if late:
                    is_done = done is not None and done <= self.as_of
                    was_late = f"it was {what} {done}; due {due}: {late} days late"
                    unknown = f"no {_DEED[what]} is recorded; it was due on {due}"
                    yield self._of(document, Gravity.WARNING, Topic.LATE, was_late if is_done else unknown)

    def _deadlines(
        self, document: Document, submitted: dt.date | None
    ) -> Iterator[tuple[str, dt.date | None, dt.date | None]]:
        """Yield what a document must be, by when, and when it was."""
        opens_on, kind = self._opening(document)
        if document.type == DocumentType.REPORT:
            closes_on = self._close(document)
            yield "submitted", report_due_on(closes_on, calendar=self.calendar) if closes_on else None, submitted
        elif document.type in _BEFORE_A_SESSION and opens_on:
            slot = slot_before(opens_on, calendar=self.calendar)
            yield "submitted", document.submit_by or slot.submit_by, submitted
            agenda = kind is not None and document.type == DocumentType.PROVISIONAL_AGENDA
            due = agenda_due_on(opens_on, kind=kind, calendar=self.calendar) if agenda and kind else slot.issue_by
            yield "issued", document.issue_by or due, document.issued_on
        else:
            yield "submitted", document.submit_by, submitted
            yield "issued", document.issue_by, document.issued_on

    def _opening(self, document: Document) -> tuple[dt.date | None, SessionKind | None]:
        if document.meeting_id and not document.session_id:
            return self.meeting_now[document.meeting_id].dates.starts_on, None
        session = self.session_at.get(document.session_id or 0)
        return (self.session_now[session.pk].dates.starts_on, SessionKind(session.kind)) if session else (None, None)

    def _close(self, document: Document) -> dt.date | None:
        standing: Standing | None = self.meeting_now.get(document.reports_on_id or 0)
        standing = standing or self.session_now.get(document.reports_on_session_id or 0)
        return standing.dates.ends_on if standing and standing.tense is Tense.PAST else None

    def _of(self, record: Document | Meeting | Session, gravity: Gravity, topic: Topic, what: str) -> Finding:
        kind = type(record).__name__.lower()
        key = f"{record.body.key}/{record.key}" if isinstance(record, Meeting) else record.key
        return Finding(gravity, topic, kind, f"{self.conference.key}/{key}", what)


def _read(symbol: str, grammar: Grammar) -> Symbol | Misreading:
    try:
        return parse(symbol, grammar)
    except Misreading as error:
        return error


def _overlapping(gatherings: Iterable[Meeting | Session], standings: dict[int, Standing]) -> Iterator[tuple[int, int]]:
    """Yield the places of two gatherings that share a day, among those that do take place."""
    counted = [
        (place, standings[one.pk].dates)
        for place, one in enumerate(gatherings)
        if standings[one.pk].tense not in {Tense.CANCELLED, Tense.POSTPONED} and standings[one.pk].dates.starts_on
    ]
    counted.sort(key=lambda pair: pair[1].starts_on or dt.date.min)
    widest: tuple[int, Dates] | None = None
    for place, dates in counted:
        if widest and overlap(widest[1], dates):
            yield widest[0], place
        if widest is None or (dates.latest or dt.date.min) > (widest[1].latest or dt.date.min):
            widest = (place, dates)


def _when(dates: Dates) -> str:
    """Return the window, the month or the year of days that are not known."""
    if dates.window_starts_on and dates.window_ends_on:
        return f"between {dates.window_starts_on} and {dates.window_ends_on}"
    if dates.year and dates.month:
        return f"in {calendar.month_name[dates.month]} {dates.year}"
    return f"in {dates.year}" if dates.year else f"by {dates.latest}"


def _lies_within(inner: Dates, outer: Dates) -> bool:
    if not (inner.starts_on and inner.ends_on and outer.starts_on and outer.ends_on):
        return True
    return outer.starts_on <= inner.starts_on and inner.ends_on <= outer.ends_on


def _conflicts(conference: Conference) -> Iterator[Finding]:
    """Yield the conflicts between sources on records of the conference, and on those of no conference."""
    for conflict in Conflict.objects.select_related("followed").order_by("pk"):
        scope, scoped, _ = conflict.subject_key.partition("/")
        if scoped and scope != conference.key:
            continue
        followed = f" (followed: {conflict.followed.key})" if conflict.followed else " (none is followed)"
        what = f"{conflict.statement}{followed}"
        yield Finding(Gravity.NOTE, Topic.CONFLICT, conflict.subject_kind, conflict.subject_key, what)

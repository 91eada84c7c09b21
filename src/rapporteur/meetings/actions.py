"""Keeping sessions and meetings, what is said of them as of a day, and their agendas."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import asdict

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapporteur.bodies.actions import officers_beside
from rapporteur.bodies.models import Officer
from rapporteur.journal.actions import Entry, Keeping, RowEntry, Rows
from rapporteur.journal.models import Act
from rapporteur.journal.queries import Citation, cited_in
from rapporteur.journal.terms import Reason, Refused
from rapporteur.mandates.models import Mandate, Provision
from rapporteur.meetings.models import AgendaItem, Meeting, Saying, Session
from rapporteur.meetings.rules import SaidOf
from rapporteur.meetings.terms import MeetingStatus
from rapporteur.parties.actions import BACKWARDS, since
from rapporteur.sources.actions import GROUNDS_MESSAGES, grounds_of
from rapporteur.symbols.agenda import NotAnItemNumber, parse_item


def session_key(session: Session) -> str:
    return f"{session.conference.key}/{session.key}"


def meeting_key(meeting: Meeting) -> str:
    return f"{meeting.body.conference.key}/{meeting.body.key}/{meeting.key}"


def _find_parents(items: QuerySet[AgendaItem]) -> None:
    """Make each agenda item part of the one its number names: "2 (b)" of "2", where that one is on the agenda."""
    numbered = {(item.stage, item.number): item for item in items}
    for (stage, number), item in numbered.items():
        try:
            above = parse_item(number).parent
        except NotAnItemNumber:
            # A number that an agenda of another style prints is nobody's part.
            above = None
        parent = numbered.get((stage, str(above)))
        if item.parent_id != (parent.pk if parent else None):
            item.parent = parent
            item.save(update_fields=["parent"])


def _why_not_dated_so(gathering: Session | Meeting) -> list[Reason]:
    """Return what cannot be in the dates of a gathering."""
    reasons = []
    if gathering.ends_on and not gathering.starts_on:
        reasons.append(Reason(_("Give the first day too, or only a day by which it was over."), "starts_on"))
    if gathering.month and not gathering.year:
        reasons.append(Reason(_("Give the year of the month."), "roughly"))
    if gathering.starts_on and gathering.year and gathering.starts_on.year != gathering.year:
        reasons.append(Reason(_("The first day lies in another year than the one given here."), "roughly"))
    return reasons


def why_not_keep_session(session: Session, _entry: Entry) -> list[Reason]:
    """Return the reasons against a session as it stands."""
    return _why_not_dated_so(session)


def why_not_keep_meeting(meeting: Meeting, _entry: Entry) -> list[Reason]:
    """Return the reasons against a meeting as it stands: dates that cannot be, records of another conference."""
    reasons = _why_not_dated_so(meeting)
    conference = meeting.body.conference_id
    beside = meeting.back_to_back_with
    elsewhere = {
        "in_session": meeting.in_session and meeting.in_session.conference_id != conference,
        "reports_to": meeting.reports_to and meeting.reports_to.conference_id != conference,
        "under": meeting.under and meeting.under.conference_id != conference,
        "back_to_back_with": beside and beside.body.conference_id != conference,
    }
    return reasons + [
        Reason(_("This belongs to another conference."), field)
        for field, is_elsewhere in elsewhere.items()
        if is_elsewhere
    ]


def _name_meeting(meeting: Meeting) -> None:
    """Give a meeting without a key the one its body and ordinal, or its body and year, make."""
    if not meeting.key and getattr(meeting, "body", None):
        year = meeting.starts_on.year if isinstance(meeting.starts_on, dt.date) else meeting.year
        number = f"m{meeting.ordinal}" if meeting.ordinal else str(year or "")
        meeting.key = f"{meeting.body.key}-{number}".rstrip("-")


def _citing_session(session: Session) -> Iterator[Citation]:
    own = session.conference
    yield cited_in(Mandate.objects.filter(conference=own, session_key=session.key))
    for name in ("due_session_key", "expires_session_key"):
        yield cited_in(Provision.objects.filter(mandate__conference=own, **{name: session.key}))
    yield cited_in(Officer.objects.filter(conference=own, gathering_key=session.key))


_MESSAGES = {
    "session_once": ("key", gettext_lazy("The conference has a session of this key already.")),
    "session_ordinal_once": ("ordinal", gettext_lazy("The conference has a session of this ordinal already.")),
    "session_runs_forward": ("ends_on", BACKWARDS),
    "session_window_runs_forward": ("window_ends_on", BACKWARDS),
    "session_month": ("roughly", gettext_lazy("Months are counted from 1 to 12.")),
    "meeting_once": ("key", gettext_lazy("The body has a meeting of this key already.")),
    "meeting_ordinal_once": ("ordinal", gettext_lazy("The body has a meeting of this ordinal already.")),
    "meeting_runs_forward": ("ends_on", BACKWARDS),
    "meeting_window_runs_forward": ("window_ends_on", BACKWARDS),
    "meeting_month": ("roughly", gettext_lazy("Months are counted from 1 to 12.")),
    "meeting_not_beside_itself": (
        "back_to_back_with",
        gettext_lazy("A meeting cannot be held back to back with itself."),
    ),
    "saying_runs_forward": ("ends_on", BACKWARDS),
    "agenda_item_once_in_session": ("number", gettext_lazy("Two items of this agenda have the same number.")),
    "agenda_item_once_in_meeting": ("number", gettext_lazy("Two items of this agenda have the same number.")),
    **GROUNDS_MESSAGES,
}
SESSION = Keeping(
    kind="session",
    model=Session,
    key=session_key,
    rows=(
        Rows.tied_by("session", Saying, name="sayings", named=lambda row: since(row.status, row.as_of)),
        Rows.tied_by(
            "session",
            AgendaItem,
            name="agenda",
            follows="parent",
            settle=_find_parents,
            named=lambda row: f"{row.stage} {row.number}",
        ),
        *grounds_of("session", session_key),
    ),
    why_not=why_not_keep_session,
    beside=lambda session: officers_beside(session.conference, gathering=session.key),
    cited_by=lambda session: list(_citing_session(session)),
    messages=_MESSAGES,
    verbs=("scheduled", "corrected", "withdrawn"),
)
MEETING = Keeping(
    kind="meeting",
    model=Meeting,
    key=meeting_key,
    rows=(
        Rows.tied_by("meeting", Saying, name="sayings", named=lambda row: since(row.status, row.as_of)),
        Rows.tied_by(
            "meeting",
            AgendaItem,
            name="agenda",
            follows="parent",
            settle=_find_parents,
            named=lambda row: f"{row.stage} {row.number}",
        ),
        *grounds_of("meeting", meeting_key),
    ),
    why_not=why_not_keep_meeting,
    beside=lambda meeting: officers_beside(meeting.body.conference, meeting.body, meeting.key),
    derive=_name_meeting,
    cited_by=lambda meeting: [
        cited_in(Officer.objects.filter(conference=meeting.body.conference, gathering_key=meeting.key))
    ],
    messages=_MESSAGES,
    verbs=("scheduled", "corrected", "withdrawn"),
)
schedule_session, correct_session, withdraw_session = SESSION.establish, SESSION.correct, SESSION.withdraw
schedule_meeting, correct_meeting, withdraw_meeting = MEETING.establish, MEETING.correct, MEETING.withdraw


def why_not_record_saying(gathering: Session | Meeting, said: SaidOf) -> list[Reason]:
    """Return the reasons against saying something of a gathering; an empty list means yes."""
    reasons = []
    if said.as_of is None:
        text = _("Give the day on which this was so: documents written before it do not know it.")
        reasons.append(Reason(text, "as_of"))
    if said.status is MeetingStatus.CANCELLED and said.starts_on:
        reasons.append(Reason(_("What is cancelled has no new dates; say “postponed” if it has."), "starts_on"))
    first_day = said.starts_on or gathering.starts_on
    if said.status is MeetingStatus.HELD and said.as_of and first_day and said.as_of < first_day:
        reasons.append(Reason(_("It cannot have been held before its first day."), "as_of"))
    return reasons


def record_saying(
    gathering: Session | Meeting, said: SaidOf, *, note: str = "", shown: str, by: str, at: dt.datetime
) -> Act | None:
    """Add what is said of a session or meeting as of a day, new dates included. Raises: Stale; Refused."""
    if reasons := why_not_record_saying(gathering, said):
        raise Refused(reasons)
    values = {**asdict(said), "ends_on": said.ends_on or said.starts_on, "mode": said.mode or "", "note": note}
    entry = Entry({}, {"sayings": [RowEntry(values)]})
    if isinstance(gathering, Session):
        return SESSION.correct(gathering, entry=entry, shown=shown, by=by, at=at)
    return MEETING.correct(gathering, entry=entry, shown=shown, by=by, at=at)

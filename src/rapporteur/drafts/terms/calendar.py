"""What the calendar of meetings is made of; a gathering as it stands in a row of any draft is told here."""

import datetime as dt
from dataclasses import dataclass, field

from rapporteur.documents.rules import Calendar
from rapporteur.drafts.terms.matter import ConferenceMatter, Gathering, Name, Place, SessionMatter
from rapporteur.drafts.terms.note import NeighbourMatter
from rapporteur.meetings.rules import Dates, SaidOf
from rapporteur.meetings.terms import Mode, SessionKind


@dataclass(frozen=True, slots=True)
class GatheringMatter:
    """A meeting of a body, or a session of the conference: then it has no `body`, and `kind` says which sort.

    `key` is the one of the record; a body's meeting is known by it together with `body_key`. `in_session` is the
    session that a meeting runs parallel to.
    """

    key: str
    gathering: Gathering
    planned: Dates
    place: Place
    body: Name | None = None
    body_key: str = ""
    sayings: tuple[SaidOf, ...] = ()
    mode: Mode | None = None
    in_session: Gathering | None = None
    beside: NeighbourMatter | None = None
    kind: SessionKind | None = None
    reports_to: str = ""


@dataclass(frozen=True, slots=True)
class CalendarMatter:
    """All that the register knows for a calendar. `gatherings` may hold more than those of the period.

    `session` is the one that the calendar serves; `rules` are the figures that deadlines are counted with.
    """

    conference: ConferenceMatter
    session: SessionMatter
    since: dt.date
    until: dt.date
    gatherings: tuple[GatheringMatter, ...] = ()
    rules: Calendar = field(default_factory=Calendar)

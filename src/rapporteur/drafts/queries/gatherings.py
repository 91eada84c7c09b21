"""Sessions and meetings as rows of a draft. What they need is read with them: a fixed number of queries."""

from typing import TYPE_CHECKING, Final

from rapporteur.bodies.terms import GatheringWord
from rapporteur.drafts.queries.conference import dates_of, name_of, said_of
from rapporteur.drafts.terms.calendar import GatheringMatter
from rapporteur.drafts.terms.matter import Gathering, Place
from rapporteur.drafts.terms.note import NeighbourMatter
from rapporteur.meetings.models import Meeting, Session
from rapporteur.meetings.terms import Mode, SessionKind

if TYPE_CHECKING:
    from django.db.models import QuerySet

OF_A_ROW: Final[list[str]] = [
    "sayings",
    "body__names",
    "back_to_back_with__sayings",
    "back_to_back_with__body__names",
    "back_to_back_from__sayings",
    "back_to_back_from__body__names",
]


def with_all_of_a_row(meetings: "QuerySet[Meeting]") -> "QuerySet[Meeting]":
    """Return the meetings with what `meeting_matter` reads: eight more queries, whatever their number."""
    found = meetings.select_related("body", "under", "in_session", "reports_to", "back_to_back_with__body")
    return found.prefetch_related(*OF_A_ROW)


def meeting_matter(meeting: Meeting) -> GatheringMatter:
    parallel = meeting.in_session
    return GatheringMatter(
        key=meeting.key,
        gathering=Gathering(meeting.ordinal, GatheringWord(meeting.body.gathering_word)),
        planned=dates_of(meeting),
        place=Place(meeting.place),
        body=name_of(meeting.body),
        body_key=meeting.body.key,
        sayings=said_of(meeting.sayings.all()),
        mode=Mode(meeting.mode) if meeting.mode else None,
        in_session=Gathering(parallel.ordinal, GatheringWord.SESSION) if parallel else None,
        beside=_beside(meeting),
        reports_to=meeting.reports_to.key if meeting.reports_to else "",
    )


def session_row(session: Session) -> GatheringMatter:
    return GatheringMatter(
        key=session.key,
        gathering=Gathering(session.ordinal, GatheringWord.SESSION),
        planned=dates_of(session),
        place=Place(session.place),
        sayings=said_of(session.sayings.all()),
        mode=Mode(session.mode) if session.mode else None,
        kind=SessionKind(session.kind),
    )


def _beside(meeting: Meeting) -> NeighbourMatter | None:
    """Return the neighbour, whichever of the two meetings the register says it of."""
    other = meeting.back_to_back_with or next(iter(meeting.back_to_back_from.all()), None)
    if other is None:
        return None
    return NeighbourMatter(
        name=name_of(other.body),
        word=GatheringWord(other.body.gathering_word),
        ordinal=other.ordinal,
        planned=dates_of(other),
        sayings=said_of(other.sayings.all()),
    )

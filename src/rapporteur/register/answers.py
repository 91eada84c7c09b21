"""What a provision asks, and whether what the register knows answers it: the decisions, without a database.

A request for meetings is answered by meetings held, a request for a report or a submission by documents sent to the
session or body it names, an encouragement by what followed it. `owed` gathers the matter from the register.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import combinations
from typing import Final

from rapporteur.documents.terms import IssueStatus
from rapporteur.mandates.terms import Effect, Recurrence
from rapporteur.meetings.rules import Dates, are_back_to_back
from rapporteur.meetings.terms import Tense


class State(StrEnum):
    """How a request stands on a day."""

    ANSWERED = "answered"
    UNDER_WAY = "under-way"  # scheduled or announced, not yet held or issued
    OPEN = "open"
    OVERDUE = "overdue"
    EXPIRED = "expired"


ASKING: Final = (
    Effect.REQUESTS_MEETING,
    Effect.REQUESTS_REPORT,
    Effect.REQUESTS_SUBMISSION,
    Effect.ENCOURAGES_ANNUAL,
    Effect.ENCOURAGES_CONSECUTIVE,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A meeting or a document that answers a request, or will.

    `on` is its first day where that is known, or the day in its masthead.
    """

    kind: str  # "meeting" or "document"
    body: str  # key of the body, "" for the conference itself
    key: str
    on: dt.date | None
    is_done: bool


@dataclass(frozen=True, slots=True)
class Request:
    """What one provision asks."""

    mandate: str  # "resolution 9/1"
    position: int
    paragraph: str
    effect: Effect
    bodies: tuple[str, ...]
    to_body: str
    addressee: str
    what: str
    minimum: int
    recurrence: Recurrence
    adopted_on: dt.date | None
    due_session: str
    due_on: dt.date | None  # the day itself, or the opening of the session; for a meeting the session's last day
    expires_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Owed:
    """A request, how it stands, what answers it, and which bodies, years or sessions nothing was found for."""

    request: Request
    state: State
    answers: tuple[Answer, ...]
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingSeen:
    """A meeting as it stands on the day of the question."""

    key: str
    body: str
    dates: Dates
    tense: Tense
    beside: str = ""  # key of the meeting it is said to be back-to-back with
    # Asked of a meeting for every request of its body: the first day on which it can begin, and itself as an answer.
    earliest: dt.date | None = field(init=False, repr=False, compare=False)
    answer: Answer = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        answer = Answer("meeting", self.body, self.key, self.dates.starts_on, self.tense is Tense.PAST)
        object.__setattr__(self, "earliest", self.dates.earliest)
        object.__setattr__(self, "answer", answer)


@dataclass(frozen=True, slots=True)
class PaperSeen:
    """A document as it stands on the day: on whose meeting it reports, where it was sent, which mandates it names."""

    key: str
    body: str
    date: dt.date | None
    status: IssueStatus | None
    sent_to: tuple[str, ...]
    mandates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SessionSeen:
    """A session of the conference: a report that each session gets is looked for at every one of them."""

    key: str
    opens_on: dt.date | None
    closes_on: dt.date | None = None
    is_regular: bool = True


def how_it_stands(
    request: Request,
    *,
    meetings: Sequence[MeetingSeen],
    papers: Sequence[PaperSeen],
    sessions: Sequence[SessionSeen],
    as_of: dt.date,
) -> Owed:
    """Return how a request stands on a day. `meetings` are those of its bodies, `papers` all that may answer it."""
    since = [meeting for meeting in meetings if _is_after(meeting.earliest, request.adopted_on)]
    match request.effect:
        case Effect.REQUESTS_MEETING:
            owed = _meetings(request, since, sessions, as_of)
        case Effect.ENCOURAGES_ANNUAL:
            owed = _annual(request, since, as_of)
        case Effect.ENCOURAGES_CONSECUTIVE:
            owed = _consecutive(request, since, as_of)
        case _:
            owed = _papers(request, papers, sessions, as_of)
    if request.expires_on and request.expires_on < as_of and owed.state is not State.ANSWERED:
        return replace(owed, state=State.EXPIRED)
    return owed


def _meetings(
    request: Request, meetings: Sequence[MeetingSeen], sessions: Sequence[SessionSeen], as_of: dt.date
) -> Owed:
    """Judge a single request by its own period, a recurrent one by each period that has begun.

    The period of a single request lasts until the day or the session it is due at, or until the next regular session
    where it names none: what met later met for another reason.
    """
    counted = sorted(filter(_counts, meetings), key=lambda meeting: meeting.earliest or dt.date.max)
    since = [one for one in sessions if one.is_regular and _is_after(one.opens_on, request.adopted_on)]
    match request.recurrence:
        case Recurrence.ANNUAL:
            return _annual(request, counted, as_of)
        case Recurrence.EACH_SESSION:
            return _between_sessions(request, counted, since, as_of)
    follows = since[0] if since and request.adopted_on else None
    until = request.due_on or (_last_day(follows) if follows else None)
    within = [meeting for meeting in counted if _is_within(meeting, until)]
    answers = tuple(meeting.answer for meeting in within)[: request.minimum]
    is_done = sum(answer.is_done for answer in answers) >= request.minimum
    without = (follows.key,) if follows and until and until < as_of and not (is_done or request.due_on) else ()
    return Owed(request, _state(request, as_of, is_done=is_done, has_begun=bool(answers)), answers, without)


def _between_sessions(
    request: Request, meetings: Sequence[MeetingSeen], sessions: Sequence[SessionSeen], as_of: dt.date
) -> Owed:
    """Judge each period that ends with a session; the one under way is not yet held against anybody."""
    left, answers, without = list(meetings), list[Answer](), list[str]()
    for session in sessions:
        within = [meeting for meeting in left if _is_within(meeting, _last_day(session))]
        left = left[len(within) :]
        answers += (meeting.answer for meeting in within)
        if session.opens_on and session.opens_on <= as_of and len(within) < request.minimum:
            without.append(session.key)
    answers += (meeting.answer for meeting in left)
    is_done = bool(answers) and not without and any(answer.is_done for answer in answers)
    state = _state(request, as_of, is_done=is_done, has_begun=bool(answers))
    return Owed(request, state, tuple(answers), tuple(without))


def _is_within(meeting: MeetingSeen, until: dt.date | None) -> bool:
    return until is None or meeting.earliest is None or meeting.earliest <= until


def _last_day(session: SessionSeen) -> dt.date | None:
    return session.closes_on or session.opens_on


def _annual(request: Request, meetings: Sequence[MeetingSeen], as_of: dt.date) -> Owed:
    """Judge each year after the adoption for each body; the year of the question only by what is scheduled in it."""
    counted = [meeting for meeting in meetings if _counts(meeting) and meeting.earliest]
    met = {(meeting.body, meeting.earliest.year) for meeting in counted if meeting.earliest}
    first = request.adopted_on.year + 1 if request.adopted_on else as_of.year
    years = range(first, as_of.year + 1)
    without = tuple(f"{body} {year}" for body in request.bodies for year in years if (body, year) not in met)
    answers = tuple(meeting.answer for meeting in counted)
    is_current = all((body, as_of.year) in met for body in request.bodies)
    state = State.ANSWERED if not without else State.UNDER_WAY if is_current else State.OPEN
    return Owed(request, state, answers, without)


def _consecutive(request: Request, meetings: Sequence[MeetingSeen], as_of: dt.date) -> Owed:
    """Judge the last year in which several of the bodies met and something is known of the order of their days."""
    by_year: dict[int, list[MeetingSeen]] = {}
    for meeting in filter(_counts, meetings):
        if meeting.earliest and meeting.earliest.year <= as_of.year:
            by_year.setdefault(meeting.earliest.year, []).append(meeting)
    for _, met in sorted(by_year.items(), reverse=True):
        pairs = [(one, other) for one, other in combinations(met, 2) if one.body != other.body]
        judged = {pair: is_beside for pair in pairs if (is_beside := _are_beside(*pair)) is not None}
        if not judged:
            continue
        beside = [meeting for pair, is_beside in judged.items() if is_beside for meeting in pair]
        answers = tuple(meeting.answer for meeting in dict.fromkeys(beside))
        done = bool(answers) and all(answer.is_done for answer in answers)
        return Owed(request, State.ANSWERED if done else State.UNDER_WAY if answers else State.OPEN, answers)
    return Owed(request, State.OPEN, ())


def _are_beside(one: MeetingSeen, other: MeetingSeen) -> bool | None:
    return True if one.key == other.beside or other.key == one.beside else are_back_to_back(one.dates, other.dates)


def _papers(request: Request, papers: Sequence[PaperSeen], sessions: Sequence[SessionSeen], as_of: dt.date) -> Owed:
    fitting = [paper for paper in papers if _fits(request, paper)]
    answers = tuple(
        Answer("document", paper.body, paper.key, paper.date, paper.status is IssueStatus.ISSUED) for paper in fitting
    )
    if request.recurrence is Recurrence.EACH_SESSION:
        since = [one for one in sessions if _is_after(one.opens_on, request.adopted_on)]
        begun = [one.key for one in since if one.opens_on and one.opens_on <= as_of]
        sent = {key for paper in fitting for key in paper.sent_to}
        without = tuple(key for key in begun if key not in sent)
        done = not without and bool(begun)
        return Owed(request, _state(request, as_of, is_done=done, has_begun=bool(answers)), answers, without)
    done = any(answer.is_done for answer in answers)
    return Owed(request, _state(request, as_of, is_done=done, has_begun=bool(answers)), answers)


def _fits(request: Request, paper: PaperSeen) -> bool:
    """Tell whether a document answers: it names the mandate, or reports for one of its bodies to whom it is due."""
    if request.mandate in paper.mandates:
        return True
    if request.to_body or paper.body not in request.bodies:
        return False
    return request.due_session in paper.sent_to if request.due_session else bool(paper.sent_to)


def _state(request: Request, as_of: dt.date, *, is_done: bool, has_begun: bool) -> State:
    if is_done:
        return State.ANSWERED
    if request.due_on and request.due_on < as_of:
        return State.OVERDUE
    return State.UNDER_WAY if has_begun else State.OPEN


def _counts(meeting: MeetingSeen) -> bool:
    return meeting.tense is not Tense.POSTPONED and meeting.tense is not Tense.CANCELLED


def _is_after(day: dt.date | None, adopted_on: dt.date | None) -> bool:
    return adopted_on is None or day is None or day > adopted_on


def in_state(owed: Iterable[Owed], *states: State) -> list[Owed]:
    """Return the requests that stand in one of some states, in their order."""
    return [one for one in owed if one.state in states]

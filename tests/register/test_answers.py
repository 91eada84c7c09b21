import datetime as dt

import pytest

from rapporteur.documents.terms import IssueStatus
from rapporteur.mandates.terms import Effect, Recurrence
from rapporteur.meetings.rules import Dates
from rapporteur.meetings.terms import Tense
from rapporteur.register.answers import (
    Answer,
    MeetingSeen,
    Owed,
    PaperSeen,
    Request,
    SessionSeen,
    State,
    how_it_stands,
    in_state,
)

AS_OF = dt.date(2031, 6, 1)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def request(effect: Effect, **changes) -> Request:
    given = {
        "mandate": "resolution 3/1",
        "position": 1,
        "paragraph": "",
        "effect": effect,
        "bodies": ("locks",),
        "to_body": "",
        "addressee": "",
        "what": "",
        "minimum": 1,
        "recurrence": Recurrence.NONE,
        "adopted_on": day("2029-05-04"),
        "due_session": "",
        "due_on": None,
        "expires_on": None,
    }
    return Request(**given | changes)


def meeting(key: str, start: str, end: str, *, body: str = "locks", tense: Tense | None = None, beside: str = ""):
    dates = Dates(starts_on=day(start), ends_on=day(end))
    follows = Tense.PAST if day(end) < AS_OF else Tense.TO_COME
    return MeetingSeen(key, body, dates, tense or follows, beside)


def paper(key: str, *sent_to: str, body: str = "locks", status: IssueStatus | None = IssueStatus.ISSUED, names=()):
    return PaperSeen(key, body, day("2030-06-01"), status, sent_to, tuple(names))


def stands(asked: Request, meetings=(), papers=(), sessions=()) -> tuple[State, list[str], tuple[str, ...]]:
    owed = how_it_stands(asked, meetings=meetings, papers=papers, sessions=sessions, as_of=AS_OF)
    return owed.state, [answer.key for answer in owed.answers], owed.without


HELD = meeting("held", "2030-05-06", "2030-05-07")
BEFORE = meeting("before", "2028-05-06", "2028-05-07")
TO_COME = meeting("to-come", "2031-07-06", "2031-07-07")
CANCELLED = meeting("cancelled", "2031-07-06", "2031-07-07", tense=Tense.CANCELLED)


@pytest.mark.parametrize(
    ("changes", "meetings", "expected"),
    [
        ({}, [], (State.OPEN, [], ())),
        ({}, [BEFORE], (State.OPEN, [], ())),
        ({}, [TO_COME], (State.UNDER_WAY, ["to-come"], ())),
        ({}, [CANCELLED], (State.OPEN, [], ())),
        ({}, [BEFORE, HELD, TO_COME], (State.ANSWERED, ["held"], ())),
        ({"minimum": 2}, [HELD, TO_COME], (State.UNDER_WAY, ["held", "to-come"], ())),
        ({"minimum": 2, "due_on": day("2031-05-31")}, [HELD, TO_COME], (State.OVERDUE, ["held"], ())),
        ({"due_on": day("2031-06-01")}, [], (State.OPEN, [], ())),
        ({"expires_on": day("2031-05-31")}, [], (State.EXPIRED, [], ())),
        ({"expires_on": day("2031-05-31")}, [HELD], (State.ANSWERED, ["held"], ())),
        ({"adopted_on": None}, [BEFORE], (State.ANSWERED, ["before"], ())),
    ],
)
def test_a_request_for_a_meeting(changes, meetings, expected) -> None:
    assert stands(request(Effect.REQUESTS_MEETING, **changes), meetings) == expected


SESSIONS = [
    SessionSeen("s-3", day("2029-05-01"), day("2029-05-04")),
    SessionSeen("special", day("2029-06-01"), day("2029-06-02"), is_regular=False),
    SessionSeen("s-4", day("2030-05-01"), day("2030-05-05")),
    SessionSeen("s-5", day("2031-05-01"), day("2031-05-05")),
    SessionSeen("s-6", day("2033-05-01"), day("2033-05-05")),
]
FIRST = meeting("first", "2029-09-06", "2029-09-07")
DURING = meeting("during", "2030-05-04", "2030-05-05")


@pytest.mark.parametrize(
    ("changes", "meetings", "expected"),
    [
        ({}, [FIRST, DURING, HELD], (State.ANSWERED, ["first"], ())),
        ({"minimum": 2}, [HELD, DURING, FIRST], (State.ANSWERED, ["first", "during"], ())),
        ({}, [DURING], (State.ANSWERED, ["during"], ())),
        ({}, [HELD, TO_COME], (State.OPEN, [], ("s-4",))),
        ({"minimum": 2}, [FIRST, HELD], (State.UNDER_WAY, ["first"], ("s-4",))),
        ({"due_session": "s-5", "due_on": day("2031-05-05")}, [HELD], (State.ANSWERED, ["held"], ())),
        ({"due_session": "s-5", "due_on": day("2031-05-05")}, [TO_COME], (State.OVERDUE, [], ())),
        ({"adopted_on": None}, [HELD], (State.ANSWERED, ["held"], ())),
        ({"adopted_on": day("2031-05-05")}, [FIRST, HELD, TO_COME], (State.UNDER_WAY, ["to-come"], ())),
    ],
)
def test_a_single_request_is_answered_by_the_first_meetings_before_its_session_or_the_next(
    changes, meetings, expected
) -> None:
    assert stands(request(Effect.REQUESTS_MEETING, **changes), meetings, sessions=SESSIONS) == expected


@pytest.mark.parametrize(
    ("meetings", "expected"),
    [
        ([], (State.OPEN, [], ("s-4", "s-5"))),
        ([FIRST, TO_COME], (State.UNDER_WAY, ["first", "to-come"], ("s-5",))),
        ([FIRST, DURING, HELD], (State.ANSWERED, ["first", "during", "held"], ())),
    ],
)
def test_meetings_asked_for_between_sessions_are_looked_for_before_each(meetings, expected) -> None:
    asked = request(Effect.REQUESTS_MEETING, recurrence=Recurrence.EACH_SESSION)
    assert stands(asked, meetings, sessions=SESSIONS) == expected


def test_meetings_asked_for_each_year_are_looked_for_in_each() -> None:
    asked = request(Effect.REQUESTS_MEETING, recurrence=Recurrence.ANNUAL)
    assert stands(asked, [FIRST, DURING]) == (State.OPEN, ["first", "during"], ("locks 2031",))


def test_a_meeting_known_by_its_year_only_answers_without_a_day() -> None:
    roughly = MeetingSeen("roughly", "locks", Dates(year=2030), Tense.PAST)
    owed = how_it_stands(
        request(Effect.REQUESTS_MEETING), meetings=[roughly], papers=[], sessions=SESSIONS, as_of=AS_OF
    )
    assert owed.answers == (Answer("meeting", "locks", "roughly", None, is_done=True),)


@pytest.mark.parametrize(
    ("changes", "papers", "expected"),
    [
        ({}, [], (State.OPEN, [], ())),
        ({"due_on": day("2031-05-01")}, [], (State.OVERDUE, [], ())),
        ({}, [paper("report", "s-4")], (State.ANSWERED, ["report"], ())),
        ({}, [paper("report")], (State.OPEN, [], ())),
        ({}, [paper("report", "s-4", status=IssueStatus.ANNOUNCED)], (State.UNDER_WAY, ["report"], ())),
        ({}, [paper("report", "s-4", body="tolls")], (State.OPEN, [], ())),
        ({}, [paper("note", body="", names=["resolution 3/1"])], (State.ANSWERED, ["note"], ())),
        ({"due_session": "s-4"}, [paper("report", "s-3")], (State.OPEN, [], ())),
        ({"due_session": "s-4"}, [paper("report", "s-4")], (State.ANSWERED, ["report"], ())),
        ({"to_body": "tolls", "bodies": ()}, [paper("report", "s-4", body="")], (State.OPEN, [], ())),
    ],
)
def test_a_request_for_a_report_or_a_submission(changes, papers, expected) -> None:
    assert stands(request(Effect.REQUESTS_SUBMISSION, **changes), papers=papers) == expected
    assert stands(request(Effect.REQUESTS_REPORT, **changes), papers=papers) == expected


def test_a_report_that_every_session_gets_is_looked_for_at_each() -> None:
    asked = request(Effect.REQUESTS_SUBMISSION, recurrence=Recurrence.EACH_SESSION)
    sessions = [
        SessionSeen("s-2", day("2028-05-01")),
        SessionSeen("s-3", day("2029-10-01")),
        SessionSeen("s-4", day("2031-05-01")),
        SessionSeen("s-5", day("2033-05-01")),
        SessionSeen("s-6", None),
    ]
    papers = [paper("one", "s-3"), paper("two", "s-5")]
    assert stands(asked, papers=papers, sessions=sessions) == (State.UNDER_WAY, ["one", "two"], ("s-4",))
    papers = [paper("one", "s-3"), paper("two", "s-4")]
    assert stands(asked, papers=papers, sessions=sessions) == (State.ANSWERED, ["one", "two"], ())


def test_yearly_meetings_are_looked_for_in_each_year_and_for_each_body() -> None:
    asked = request(Effect.ENCOURAGES_ANNUAL, bodies=("locks", "tolls"))
    tolls = [meeting(f"tolls-{year}", f"{year}-03-01", f"{year}-03-02", body="tolls") for year in (2030, 2031)]
    assert stands(asked, [HELD, *tolls]) == (State.OPEN, ["held", "tolls-2030", "tolls-2031"], ("locks 2031",))
    assert stands(asked, [HELD, TO_COME, *tolls])[0] == State.ANSWERED
    assert stands(asked, [TO_COME, *tolls])[0::2] == (State.UNDER_WAY, ("locks 2030",))


@pytest.mark.parametrize(
    ("meetings", "expected"),
    [
        ([], (State.OPEN, [], ())),
        ([HELD], (State.OPEN, [], ())),
        ([HELD, meeting("next", "2030-05-08", "2030-05-09", body="tolls")], (State.ANSWERED, ["held", "next"], ())),
        ([HELD, meeting("later", "2030-09-08", "2030-09-09", body="tolls")], (State.OPEN, [], ())),
        (
            [TO_COME, meeting("said", "2031-09-08", "2031-09-09", body="tolls", beside="to-come")],
            (State.UNDER_WAY, ["to-come", "said"], ()),
        ),
    ],
)
def test_consecutive_meetings_are_looked_for_in_the_last_year_of_both(meetings, expected) -> None:
    assert stands(request(Effect.ENCOURAGES_CONSECUTIVE, bodies=("locks", "tolls")), meetings) == expected


def test_requests_are_chosen_by_state() -> None:
    owed = [Owed(request(Effect.REQUESTS_REPORT), state, ()) for state in State]
    assert [one.state for one in in_state(owed, State.OPEN, State.OVERDUE)] == [State.OPEN, State.OVERDUE]


def test_an_answer_says_whether_it_is_there_yet() -> None:
    owed = how_it_stands(
        request(Effect.REQUESTS_MEETING, minimum=2), meetings=[HELD, TO_COME], papers=[], sessions=[], as_of=AS_OF
    )
    assert owed.answers == (
        Answer("meeting", "locks", "held", day("2030-05-06"), is_done=True),
        Answer("meeting", "locks", "to-come", day("2031-07-06"), is_done=False),
    )

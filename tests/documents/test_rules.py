import datetime as dt

import pytest

from rapporteur.documents.rules import (
    Calendar,
    Progress,
    Slot,
    WrongCalendar,
    agenda_due_on,
    days_late,
    progress_as_of,
    report_due_on,
    slot_before,
)
from rapporteur.documents.terms import IssueStatus
from rapporteur.meetings.terms import SessionKind

OPENING = dt.date(2020, 10, 12)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def test_the_days_before_a_session_that_opens_on_12_october_2020() -> None:
    assert slot_before(OPENING) == Slot(submit_by=day("2020-08-03"), issue_by=day("2020-08-31"))
    assert agenda_due_on(OPENING, kind=SessionKind.REGULAR) == day("2020-08-13")
    assert agenda_due_on(OPENING, kind=SessionKind.SPECIAL) == day("2020-09-12")
    assert report_due_on(day("2020-10-16")) == day("2020-10-30")


def test_a_conference_changes_the_parameters_it_names() -> None:
    calendar = Calendar.from_plain({"submission_weeks": 12, "regular_agenda_days": 42})
    assert calendar == Calendar(submission_weeks=12, regular_agenda_days=42)
    assert calendar.processing_weeks == 6
    assert slot_before(OPENING, calendar=calendar) == Slot(submit_by=day("2020-07-20"), issue_by=day("2020-08-31"))


@pytest.mark.parametrize(
    ("plain", "message"),
    [
        (
            {"weeks": 3},
            (
                "the calendar has no parameter 'weeks'; its parameters are submission_weeks, issuance_weeks, "
                "report_weeks, regular_agenda_days, special_agenda_days"
            ),
        ),
        ({"report_weeks": "two"}, "report_weeks is 'two'; write a whole number from 0"),
        ({"report_weeks": True}, "report_weeks is True; write a whole number from 0"),
        ({"report_weeks": -1}, "report_weeks is -1; write a whole number from 0"),
    ],
)
def test_a_wrong_calendar_is_refused(plain: dict[str, object], message: str) -> None:
    with pytest.raises(WrongCalendar) as refusal:
        Calendar.from_plain(plain)
    assert str(refusal.value) == message


WAY = Progress(
    reserved_on=day("2031-01-10"),
    announced_on=day("2031-02-10"),
    issued_on=day("2031-03-10"),
    dated_on=day("2031-02-20"),
)


@pytest.mark.parametrize(
    ("progress", "as_of", "expected"),
    [
        (WAY, "2031-01-09", None),
        (WAY, "2031-01-10", IssueStatus.RESERVED),
        (WAY, "2031-02-10", IssueStatus.ANNOUNCED),
        (WAY, "2031-03-10", IssueStatus.ISSUED),
        (Progress(), "2031-01-09", None),
        (Progress(status=IssueStatus.ANNOUNCED), "2031-01-09", IssueStatus.ANNOUNCED),
        (Progress(status=IssueStatus.ANNOUNCED, announced_on=day("2031-02-10")), "2031-02-09", None),
        (Progress(status=IssueStatus.RESERVED, reserved_on=day("2031-02-10")), "2031-02-09", None),
        (Progress(status=IssueStatus.ISSUED), "2031-01-09", IssueStatus.ISSUED),
        (Progress(status=IssueStatus.ISSUED, dated_on=day("2031-02-10")), "2031-02-09", IssueStatus.ANNOUNCED),
        (Progress(status=IssueStatus.ISSUED, dated_on=day("2031-02-10")), "2031-02-10", IssueStatus.ISSUED),
        (Progress(status=IssueStatus.ISSUED, issued_on=day("2031-02-10")), "2031-02-09", IssueStatus.ANNOUNCED),
    ],
)
def test_how_far_a_document_had_come(progress: Progress, as_of: str, expected: IssueStatus | None) -> None:
    assert progress_as_of(progress, day(as_of)) == expected


@pytest.mark.parametrize(
    ("done_on", "as_of", "late"),
    [
        (None, "2031-02-10", 0),
        (None, "2031-02-12", 2),
        (day("2031-02-09"), "2031-02-20", 0),
        (day("2031-02-11"), "2031-02-20", 1),
        (day("2031-02-20"), "2031-02-15", 5),
    ],
)
def test_how_many_days_late(done_on: dt.date | None, as_of: str, late: int) -> None:
    assert days_late(due_on=day("2031-02-10"), done_on=done_on, as_of=day(as_of)) == late

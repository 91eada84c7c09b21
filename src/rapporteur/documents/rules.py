"""When a document is due, whether it is late, and how far it has come on a day.

The figures of a documents unit (submitted ten weeks before the opening, four weeks in processing, issued six weeks
before) and of the rules of procedure (rule 9) are defaults; a conference states its own in `Conference.calendar`.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Self

from rapporteur.documents.terms import IssueStatus
from rapporteur.meetings.terms import SessionKind


class WrongCalendar(ValueError):
    """A conference's calendar has a parameter that does not exist, or a value that is no number of weeks or days."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The parameters that deadlines are counted with. Units: as named."""

    submission_weeks: int = 10  # before the opening: the text reaches the documents unit
    issuance_weeks: int = 6  # before the opening: issued in all languages
    report_weeks: int = 2  # after the close: a report is submitted
    regular_agenda_days: int = 60  # rule 9: agenda and supporting documents, before a regular session
    special_agenda_days: int = 30  # rule 9: before a special session

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """Return the defaults, changed where `plain` says so. Raises: WrongCalendar."""
        known = [parameter.name for parameter in fields(cls)]
        for name, value in plain.items():
            if name not in known:
                raise WrongCalendar(f"the calendar has no parameter {name!r}; its parameters are {', '.join(known)}")
            if isinstance(value, bool) or not isinstance(value, int) or value < 0:
                raise WrongCalendar(f"{name} is {value!r}; write a whole number from 0")
        return cls(**plain)

    @property
    def processing_weeks(self) -> int:
        """Return the weeks that translation and printing have."""
        return self.submission_weeks - self.issuance_weeks


DEFAULT_CALENDAR = Calendar()


@dataclass(frozen=True, slots=True)
class Slot:
    """The two days a pre-session document is measured by."""

    submit_by: dt.date
    issue_by: dt.date


def slot_before(opens_on: dt.date, *, calendar: Calendar = DEFAULT_CALENDAR) -> Slot:
    """Return when a document for a gathering that opens on a day must be submitted and issued."""
    return Slot(
        submit_by=opens_on - dt.timedelta(weeks=calendar.submission_weeks),
        issue_by=opens_on - dt.timedelta(weeks=calendar.issuance_weeks),
    )


def agenda_due_on(opens_on: dt.date, *, kind: SessionKind, calendar: Calendar = DEFAULT_CALENDAR) -> dt.date:
    """Return the last day for the provisional agenda of a session. Source: rules of procedure, rule 9."""
    is_special = kind is SessionKind.SPECIAL
    return opens_on - dt.timedelta(days=calendar.special_agenda_days if is_special else calendar.regular_agenda_days)


def report_due_on(closes_on: dt.date, *, calendar: Calendar = DEFAULT_CALENDAR) -> dt.date:
    """Return the last day for submitting the report of a gathering that closes on a day."""
    return closes_on + dt.timedelta(weeks=calendar.report_weeks)


@dataclass(frozen=True, slots=True)
class Progress:
    """What the register says of a document's or a language version's way to issuance.

    `status` is what a source says without a day. `dated_on` is the day in the masthead: of submission.
    """

    status: IssueStatus | None = None
    reserved_on: dt.date | None = None
    announced_on: dt.date | None = None
    issued_on: dt.date | None = None
    dated_on: dt.date | None = None


def progress_as_of(progress: Progress, as_of: dt.date) -> IssueStatus | None:
    """Return how far a document had come on a day; None where nothing says so.

    Days decide where there are any. A status without a day counts always, but a document cannot have been issued
    before the day in its masthead: until then it is an announced one.
    """
    steps = [
        (progress.issued_on, IssueStatus.ISSUED),
        (progress.announced_on, IssueStatus.ANNOUNCED),
        (progress.reserved_on, IssueStatus.RESERVED),
    ]
    reached = [status for day, status in steps if day and day <= as_of]
    if reached:
        return reached[0]
    if progress.status is IssueStatus.ISSUED:
        if progress.issued_on or (progress.dated_on and progress.dated_on > as_of):
            return IssueStatus.ANNOUNCED
        return IssueStatus.ISSUED
    dated = {IssueStatus.ANNOUNCED: progress.announced_on, IssueStatus.RESERVED: progress.reserved_on}
    return None if progress.status is None or dated[progress.status] else progress.status


def days_late(*, due_on: dt.date, done_on: dt.date | None, as_of: dt.date) -> int:
    """Return by how many days something was late, or is on a day while still not done; 0 when in time."""
    until = done_on if done_on and done_on <= as_of else as_of
    return max((until - due_on).days, 0)

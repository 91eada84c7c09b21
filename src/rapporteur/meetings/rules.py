"""Where a session or meeting stands on the day a document speaks, and which dates clash.

What was said of a gathering up to that day decides its dates; the dates decide the tense. The story goes on in
`documents.rules` (deadlines counted from these dates) and in `register` (what is owed).
"""

import calendar
import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapporteur.meetings.terms import MeetingStatus, Mode, Tense

_FRIDAY = 4
_FORESEEN = frozenset({MeetingStatus.PLANNED, MeetingStatus.SCHEDULED})


@dataclass(frozen=True, slots=True)
class Dates:
    """When a gathering takes place, as far as known: days, or a window around them, or a month, or a year."""

    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    window_starts_on: dt.date | None = None
    window_ends_on: dt.date | None = None
    year: int | None = None
    month: int | None = None
    concluded_by: dt.date | None = None

    @property
    def are_days(self) -> bool:
        """Tell whether the first and the last day are known."""
        return self.starts_on is not None and self.ends_on is not None

    @property
    def earliest(self) -> dt.date | None:
        """Return the first day on which it can begin; None where nothing is known."""
        first_of_year = dt.date(self.year, self.month or 1, 1) if self.year else None
        return self.starts_on or self.window_starts_on or first_of_year

    @property
    def latest(self) -> dt.date | None:
        """Return the last day on which it can end; None where nothing is known."""
        last_of_year = dt.date(self.year, self.month or 12, _last_day(self.year, self.month)) if self.year else None
        return self.ends_on or self.window_ends_on or self.concluded_by or last_of_year

    @property
    def are_expected(self) -> bool:
        """Tell whether only a window, a month or a year is known: no day on which it began, ended or was over."""
        return not (self.starts_on or self.ends_on or self.concluded_by)


@dataclass(frozen=True, slots=True)
class SaidOf:
    """What a source says of a gathering; `as_of` is None where it gives no day, the dates where it moves nothing."""

    status: MeetingStatus
    as_of: dt.date | None = None
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    mode: Mode | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A gathering on a day. `dates` are those in force: empty once it was postponed to days not yet said."""

    dates: Dates
    tense: Tense
    mode: Mode | None = None


def gathering_as_of(planned: Dates, sayings: Sequence[SaidOf], as_of: dt.date, *, mode: Mode | None = None) -> Standing:
    """Return where a gathering stands on a day: `sayings` of later days do not count, in whatever order they come.

    A saying without a day counts from the first day on which it can be true: "held" once the gathering is over,
    "opened" once it has begun, anything else always. What was only planned or scheduled for a window, a month or a
    year does not become past with it: that it was held is for a source to say.
    """
    dates, said = planned, None
    for saying in _in_order(planned, sayings, as_of):
        said, mode = saying.status, saying.mode or mode
        if saying.starts_on:
            dates = Dates(starts_on=saying.starts_on, ends_on=saying.ends_on or saying.starts_on)
        elif saying.status is MeetingStatus.POSTPONED:
            dates = Dates()
    if said is MeetingStatus.CANCELLED:
        return Standing(dates, Tense.CANCELLED, mode)
    if said is MeetingStatus.POSTPONED and dates == Dates():
        return Standing(dates, Tense.POSTPONED, mode)
    return Standing(dates, _tense(dates, said, as_of), mode)


def _in_order(planned: Dates, sayings: Iterable[SaidOf], as_of: dt.date) -> list[SaidOf]:
    known = [(saying.as_of or _first_true_on(saying, planned), saying) for saying in sayings]
    return [saying for day, saying in sorted(known, key=lambda pair: pair[0]) if day <= as_of]


def _first_true_on(saying: SaidOf, planned: Dates) -> dt.date:
    if saying.status is MeetingStatus.HELD:
        over_on = saying.ends_on or planned.latest
        return over_on + dt.timedelta(days=1) if over_on and over_on < dt.date.max else dt.date.min
    if saying.status is MeetingStatus.OPENED:
        return saying.starts_on or planned.earliest or dt.date.min
    return dt.date.min


def _tense(dates: Dates, said: MeetingStatus | None, as_of: dt.date) -> Tense:
    if dates.latest and dates.latest < as_of:
        return Tense.UNKNOWN if said in _FORESEEN and dates.are_expected else Tense.PAST
    if dates.earliest and dates.earliest > as_of:
        return Tense.TO_COME
    if dates.are_days:
        return Tense.PRESENT
    return Tense.PAST if said is MeetingStatus.HELD else Tense.UNKNOWN


def overlap(one: Dates, other: Dates) -> bool:
    """Tell whether two gatherings share a day; False while the days of either are not known."""
    if not (one.starts_on and one.ends_on and other.starts_on and other.ends_on):
        return False
    return one.starts_on <= other.ends_on and other.starts_on <= one.ends_on


def are_back_to_back(one: Dates, other: Dates) -> bool | None:
    """Tell whether one begins on the last day of the other or on the next working day; None while days are not known.

    Saturdays and Sundays between them do not part them.
    """
    if not (one.starts_on and one.ends_on and other.starts_on and other.ends_on):
        return None
    first, second = (one, other) if one.starts_on <= other.starts_on else (other, one)
    ended, begins = first.ends_on, second.starts_on
    return bool(ended and begins and ended <= begins <= _next_working_day(ended))


def _next_working_day(day: dt.date) -> dt.date:
    days_off = 7 - day.weekday() if day.weekday() >= _FRIDAY else 1
    return day + dt.timedelta(days=days_off)


def _last_day(year: int, month: int | None) -> int:
    return calendar.monthrange(year, month or 12)[1]

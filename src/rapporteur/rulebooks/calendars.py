"""Counting days: months with their ends, working days, holidays. The day from which is counted never counts itself."""

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Final

from rapporteur.rulebooks.ground import Length
from rapporteur.rulebooks.terms import Falling

_WEEKEND: Final = frozenset({calendar.SATURDAY, calendar.SUNDAY})
_MONTHS: Final = 12
_DAY: Final = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are no working days. Units: weekdays from 0 for Monday."""

    holidays: frozenset[dt.date] = frozenset()
    weekend: frozenset[int] = _WEEKEND

    def is_working(self, day: dt.date) -> bool:
        return day.weekday() not in self.weekend and day not in self.holidays


NO_HOLIDAYS: Final = Calendar()


def add_months(day: dt.date, months: int) -> dt.date:
    """Return the same day some months on or back; the last of the month where it has no such day."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    if year > dt.MAXYEAR:
        return dt.date.max
    if year < dt.MINYEAR:
        return dt.date.min
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


def add_days(day: dt.date, days: int) -> dt.date:
    """Return the day some days on or back, the last day there is where that is too far."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return dt.date.max if days > 0 else dt.date.min


def add_working_days(day: dt.date, days: int, days_off: Calendar) -> dt.date:
    """Return the working day that is so many working days on, or back when negative."""
    forward = 1 if days > 0 else -1
    left = abs(days)
    while left and dt.date.min < day < dt.date.max:
        day += _DAY * forward
        left -= days_off.is_working(day)
    return day


def later(day: dt.date, length: Length, days_off: Calendar) -> dt.date:
    """Return the last day of a length that begins with the day after `day`."""
    moved = add_days(add_months(day, length.months), length.days)
    return add_working_days(moved, length.working_days, days_off)


def earlier(day: dt.date, length: Length, days_off: Calendar) -> dt.date:
    """Return the last day on which a whole length still lies before `day`."""
    moved = add_days(add_months(day, -length.months), -length.days)
    return add_working_days(moved, -length.working_days, days_off)


def fallen(day: dt.date, falling: Falling, days_off: Calendar) -> dt.date:
    """Return where a last day comes to stand."""
    if falling is Falling.NEXT_WORKING_DAY and not days_off.is_working(day):
        return add_working_days(day, 1, days_off)
    return day


def together(lengths: tuple[Length, ...]) -> Length:
    """Return lengths as one, in whatever order they were given; the sum may be longer than a rule's length may be."""
    return Length.model_construct(
        months=sum(length.months for length in lengths),
        days=sum(length.days for length in lengths),
        working_days=sum(length.working_days for length in lengths),
    )

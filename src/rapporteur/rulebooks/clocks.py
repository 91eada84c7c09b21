"""How a clock of a step stands: from when, until when, how long it stood still. Pure counting over `calendars`."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from rapporteur.rulebooks.calendars import Calendar, add_days, earlier, fallen, later, together
from rapporteur.rulebooks.ground import Length
from rapporteur.rulebooks.history import Stop
from rapporteur.rulebooks.terms import Certainty, Falling


@dataclass(frozen=True, slots=True)
class ClockStanding:
    """A clock that runs. `ends_on` is the last day as counted, `due_on` where it falls; both include days stopped.

    While the clock is stopped, both tell how it would stand if it ran on from the day of the account.
    """

    started_on: dt.date
    ends_on: dt.date
    due_on: dt.date
    stopped_days: int
    stopped_since: dt.date | None
    status: Certainty


@dataclass(frozen=True, slots=True)
class Counted:
    """What does not change while a review is worked out: the day of the account, days off, the rule for last days."""

    as_of: dt.date
    days_off: Calendar
    falling: Falling


def run_on(
    started_on: dt.date, lengths: tuple[Length, ...], stops: Iterable[Stop], status: Certainty, counted: Counted
) -> ClockStanding:
    """Return a clock that runs from a day for a length and all its extensions, stopped now and then."""
    ends_on = later(started_on, together(lengths), counted.days_off)
    stopped, since = 0, None
    for stop in united(stops):
        begun = max(stop.since, started_on)
        until = counted.as_of if stop.until is None else stop.until
        if begun > ends_on or until < begun:
            continue
        stopped += (until - begun).days
        ends_on = add_days(ends_on, (until - begun).days)
        since = begun if stop.until is None else since
    due_on = fallen(ends_on, counted.falling, counted.days_off)
    return ClockStanding(started_on, ends_on, due_on, stopped, since, status)


def run_towards(
    day: dt.date, known_on: dt.date, lengths: tuple[Length, ...], status: Certainty, counted: Counted
) -> ClockStanding:
    """Return a clock that ends a length before a day; it never ends before the day became known.

    The first length is counted back from the day, further ones are time given on top of it.
    """
    back = earlier(day, lengths[0], counted.days_off)
    ends_on = max(known_on, later(back, together(lengths[1:]), counted.days_off))
    due_on = fallen(ends_on, counted.falling, counted.days_off)
    return ClockStanding(known_on, ends_on, due_on, 0, None, status)


def united(stops: Iterable[Stop]) -> list[Stop]:
    """Return stops in order with those that touch or overlap made one, so that no day counts twice."""
    found: list[Stop] = []
    for stop in sorted(stops, key=lambda stop: (stop.since, stop.until or dt.date.max)):
        last = found[-1] if found else None
        if last is None or (last.until is not None and last.until < stop.since):
            found.append(stop)
        elif last.until is not None and (stop.until is None or stop.until > last.until):
            found[-1] = Stop(last.since, stop.until)
    return found

"""Which reminders of a rulebook fall into some days, for whom. Sending them is for others."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from rapporteur.rulebooks.calendars import add_days
from rapporteur.rulebooks.events import Case
from rapporteur.rulebooks.standing import Standing, StepStanding
from rapporteur.rulebooks.step import Reminder
from rapporteur.rulebooks.terms import MeasuredFrom, StepState


@dataclass(frozen=True, slots=True, order=True)
class Reminded:
    """The people of a role on behalf of a party are told of a step on a day."""

    on: dt.date
    step: str
    reminder: str
    role: str
    party: str
    escalates: bool


def reminders(case: Case, stood: Standing, *, after: dt.date, until: dt.date) -> list[Reminded]:
    """Return the reminders of the days after one day up to another, by day, for steps as they stand.

    Where a reminder escalates, every party of its roles is told; else only those that owe. A stopped clock is silent.
    """
    found: set[Reminded] = set()
    for reminder in case.rulebook.reminders:
        for step in stood.steps:
            if step.state is StepState.OPEN and (not reminder.steps or step.key in reminder.steps):
                for on in _days(reminder, step, after, until):
                    found.update(_told(case, reminder, step, on))
    return sorted(found)


def _days(reminder: Reminder, step: StepStanding, after: dt.date, until: dt.date) -> Iterator[dt.date]:
    day = _measured_from(reminder, step)
    if day is None:
        return
    day = add_days(day, reminder.days_after - reminder.days_before)
    if reminder.every_days and day <= after:
        behind = (after - day).days // reminder.every_days
        day = add_days(day, behind * reminder.every_days)
    while day <= until:
        if day > after:
            yield day
        if not reminder.every_days or day == dt.date.max:
            return
        day = add_days(day, reminder.every_days)


def _measured_from(reminder: Reminder, step: StepStanding) -> dt.date | None:
    if reminder.measured_from is MeasuredFrom.OPENED:
        return step.opened_on
    if step.clock is None:
        return step.set_for
    return step.clock.due_on if step.clock.stopped_since is None else None


def _told(case: Case, reminder: Reminder, step: StepStanding, on: dt.date) -> Iterator[Reminded]:
    roles = {role.key: role for role in case.rulebook.roles}
    for key in reminder.to:
        for party in case.parties(roles[key].of):
            if reminder.escalates or party in step.owing:
                yield Reminded(on, step.key, reminder.key, key, party, reminder.escalates)

"""What the events of a review say of one step: opened, acted, ended, given more time, stopped; matters open in it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapporteur.rulebooks.events import Event
from rapporteur.rulebooks.ground import Length
from rapporteur.rulebooks.terms import EventKind


@dataclass(frozen=True, slots=True, order=True)
class Stop:
    """Days on which a clock stands still, from `since` to the day before `until`; None is not over yet."""

    since: dt.date
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class OpenMatter:
    """A matter that was raised under a step. `by` raised it; `settled_on` is None while it is open."""

    kind: str
    about: str
    by: str
    raised_on: dt.date
    settled_on: dt.date | None = None

    @property
    def stop(self) -> Stop:
        return Stop(self.raised_on, self.settled_on)


@dataclass(slots=True)
class History:
    """What was recorded of a step, folded in order."""

    opened_on: dt.date | None = None
    set_for: dt.date | None = None
    set_on: dt.date | None = None
    declared_on: dt.date | None = None
    skipped_on: dt.date | None = None
    reopened_on: dt.date | None = None
    acted: dict[str, dt.date] = field(default_factory=dict)
    extensions: tuple[Length, ...] = ()
    stops: tuple[Stop, ...] = ()
    matters: dict[tuple[str, str], OpenMatter] = field(default_factory=dict)

    def take(self, event: Event) -> None:  # noqa: C901 - one flat table: a kind, what it changes
        """Record one event."""
        match event.kind:
            case EventKind.OPENED:
                self.opened_on = self.opened_on or event.on
            case EventKind.SET:
                self.set_for, self.set_on = event.day, event.on
            case EventKind.ACTED:
                self.acted.setdefault(event.by, event.on)
            case EventKind.RETURNED:
                self.acted.pop(event.by, None)
            case EventKind.ENDED:
                self.declared_on = event.on
            case EventKind.REOPENED:
                self.acted.clear()
                self.declared_on, self.skipped_on, self.reopened_on = None, None, event.on
            case EventKind.SKIPPED:
                self.skipped_on = event.on
            case EventKind.EXTENDED:
                self.extensions += (event.length,) if event.length else ()
            case EventKind.SUSPENDED | EventKind.RESUMED:
                self._stop(event)
            case EventKind.RAISED | EventKind.SETTLED:
                self._matter(event)

    def _stop(self, event: Event) -> None:
        running = self.stops[-1] if self.stops and self.stops[-1].until is None else None
        if event.kind is EventKind.SUSPENDED and running is None:
            self.stops += (Stop(event.on),)
        elif event.kind is EventKind.RESUMED and running is not None:
            self.stops = (*self.stops[:-1], Stop(running.since, event.on))

    def _matter(self, event: Event) -> None:
        key = event.matter, event.about
        known = self.matters.get(key)
        if event.kind is EventKind.RAISED:
            self.matters.setdefault(key, OpenMatter(*key, event.by, event.on))
        elif known is not None and known.settled_on is None:
            self.matters[key] = OpenMatter(*key, known.by, known.raised_on, event.on)


def histories(steps: Iterable[str], events: Iterable[Event]) -> dict[str, History]:
    """Return the history of each step from events in order; "" holds what concerns the whole review."""
    found = {key: History() for key in (*steps, "")}
    for event in events:
        if event.step in found:
            found[event.step].take(event)
    return found

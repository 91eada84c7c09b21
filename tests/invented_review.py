"""An invented review under the invented rulebook: one State under review, two reviewing States, an office."""

import datetime as dt
from typing import Any

from rapporteur.rulebooks.events import Case, Event, Participation
from rapporteur.rulebooks.schema import Rulebook
from rapporteur.rulebooks.terms import EventKind

BEGAN_ON = dt.date(2031, 1, 31)
CAST = (
    Participation("reviewed", "XAR"),
    Participation("reviewing", "XBE"),
    Participation("reviewing", "XCO", ("convention",)),
    Participation("office", "OFFICE"),
)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def event(kind: str, on: str, step: str = "", by: str = "", **more: Any) -> Event:
    return Event(number=0, kind=EventKind(kind), on=day(on), step=step, by=by, **more)


def review(rulebook: Rulebook, *events: Event) -> Case:
    """Return a review with these events, numbered as they stand."""
    numbered = [
        Event(number, one.kind, one.on, one.step, one.by, one.matter, one.about, one.length, one.day)
        for number, one in enumerate(events, start=1)
    ]
    return Case(rulebook, BEGAN_ON, CAST, tuple(numbered))

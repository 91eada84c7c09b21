"""events.jsonl: what happened to a draw, in order, one canonical line each, each sealed to the line before.

A line names its act, its instant and what it rests on, never a person: who acted stands in the journal of the
installation, which holds the same events.
"""

import hashlib
import json
from dataclasses import dataclass
from typing import Any, Final

from rapporteur.lots.engines.streams import canonical
from rapporteur.lots.terms import UnfitInput

FIRST: Final = "0" * 64


@dataclass(frozen=True, slots=True)
class Event:
    """`what` is past ("published"), `at` an instant in UTC ("2026-01-02T10:00:00Z"), `told` what it rests on."""

    what: str
    at: str
    told: tuple[tuple[str, Any], ...] = ()


def read_events(text: str) -> list[Event]:
    """Return the events in order. Raises: UnfitInput where the chain is broken."""
    events = []
    previous = FIRST
    for number, line in enumerate(text.splitlines(), start=1):
        try:
            plain = json.loads(line)
            found = Event(plain.pop("what"), plain.pop("at"), ())
            sealed = plain.pop("previous")
        except (ValueError, KeyError, AttributeError) as fault:
            raise UnfitInput(f"events.jsonl, line {number}: this is no event: {fault}.") from fault
        if sealed != previous:
            raise UnfitInput(f"events.jsonl, line {number}: the line before it is not the one that it was sealed to.")
        events.append(Event(found.what, found.at, tuple(sorted(plain.items()))))
        previous = _seal(line)
    return events


def with_event(text: str, event: Event) -> str:
    """Return the text with one more event at its end."""
    lines = text.splitlines()
    previous = _seal(lines[-1]) if lines else FIRST
    line = canonical({"what": event.what, "at": event.at, "previous": previous, **dict(event.told)}).decode()
    return f"{text}{line}\n"


def _seal(line: str) -> str:
    return hashlib.sha256(line.encode()).hexdigest()

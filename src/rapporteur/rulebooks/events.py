"""What happens in a review, as values: who takes part, and events that are recorded one after another.

A review is its rulebook, its cast and its events; `standing` works out everything else from them each time.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from rapporteur.rulebooks.ground import Length
from rapporteur.rulebooks.schema import Rulebook
from rapporteur.rulebooks.terms import EventKind


@dataclass(frozen=True, slots=True, order=True)
class Participation:
    """A party in one of a review's places. No instruments means all of the review's."""

    participant: str
    party: str
    instruments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened. `number` is its place in the record of its review.

    `step` is "" for a suspension of the whole review; `by` is the party whose act it is; `matter` and `about` are the
    kind and the name of what is raised or settled; `day` is the one for which a meeting is set.
    """

    number: int
    kind: EventKind
    on: dt.date
    step: str = ""
    by: str = ""
    matter: str = ""
    about: str = ""
    length: Length | None = None
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A review so far. The order of `cast` and `events` does not matter: events stand by day and number."""

    rulebook: Rulebook
    began_on: dt.date
    cast: tuple[Participation, ...]
    events: tuple[Event, ...] = ()

    def parties(self, participants: Iterable[str]) -> tuple[str, ...]:
        """Return the parties in some places, each once, in the order of their keys."""
        wanted = set(participants)
        return tuple(sorted({one.party for one in self.cast if one.participant in wanted}))

    def until(self, day: dt.date) -> tuple[Event, ...]:
        """Return what had happened by the end of a day, in order."""
        happened = (event for event in self.events if event.on <= day)
        return tuple(sorted(happened, key=lambda event: (event.on, event.number)))

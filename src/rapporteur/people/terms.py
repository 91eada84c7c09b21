"""Who somebody is in a process: his role, for which State, since when, and which note verbale says so."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


class Direction(StrEnum):
    """Whether a note verbale came in or went out."""

    IN = "in"
    OUT = "out"


class Part(StrEnum):
    """What part somebody takes in a process for his State."""

    FOCAL_POINT = "focal_point"
    EXPERT = "expert"
    OBSERVER = "observer"
    CONTRIBUTOR = "contributor"


# A contributor is asked by his own focal point; all others are named by a note verbale.
NAMED_BY_NOTE: Final = frozenset({Part.FOCAL_POINT, Part.EXPERT, Part.OBSERVER})


class Told(StrEnum):
    """How far somebody who was named has come on the way in."""

    NOT_TOLD = "not_told"
    SENT = "sent"
    EXPIRED = "expired"
    CAME_IN = "came_in"


@dataclass(frozen=True, slots=True)
class Standing:
    """A nomination that runs. `sections` are those given to a contributor; nobody else needs them."""

    part: Part
    state: str
    process: str
    sections: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody who asks to see or do something: nobody, an officer, or the holder of nominations.

    `cases` are the processes and States an officer is named for, as (process, State).
    """

    is_known: bool = False
    is_officer: bool = False
    standings: tuple[Standing, ...] = ()
    cases: frozenset[tuple[str, str]] = field(default_factory=frozenset)


NOBODY: Final = Asker()


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """What is recorded of a note verbale."""

    direction: Direction
    reference: str
    state: str
    dated: dt.date
    handled_on: dt.date
    subject: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Nominee:
    """A person as a note names him."""

    email: str
    name: str
    part: Part
    title: str = ""
    phone: str = ""
    language: str = ""

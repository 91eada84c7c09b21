"""What the note on the meetings of the subsidiary bodies of a session is made of."""

from dataclasses import dataclass, field

from rapporteur.bodies.terms import GatheringWord
from rapporteur.drafts.terms.matter import (
    ConferenceMatter,
    ItemMatter,
    Name,
    Place,
    ProvisionMatter,
    ReportMatter,
    SessionMatter,
)
from rapporteur.languages.terms import Multilingual
from rapporteur.meetings.rules import Dates, SaidOf
from rapporteur.meetings.terms import Mode


@dataclass(frozen=True, slots=True)
class NeighbourMatter:
    """A meeting that another one is held back-to-back with."""

    name: Name
    word: GatheringWord
    ordinal: int | None
    planned: Dates
    sayings: tuple[SaidOf, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingMatter:
    """A meeting whose report goes to the session. `under` cites the mandate it goes there under: "resolution 7/1"."""

    key: str
    ordinal: int | None
    planned: Dates
    place: Place
    sayings: tuple[SaidOf, ...] = ()
    mode: Mode | None = None
    under: str = ""
    beside: NeighbourMatter | None = None
    report: ReportMatter | None = None


@dataclass(frozen=True, slots=True)
class BodyMatter:
    """A subsidiary body with the meetings that the note lists, in the order of their plan.

    `short_name` is what it is called once its name has been given; the name again where it has no shorter one.
    `provisions` are all that name the body, and those without a body of the mandates that do.
    """

    key: str
    name: Name
    short_name: Name
    word: GatheringWord
    meetings: tuple[MeetingMatter, ...]
    provisions: tuple[ProvisionMatter, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteMatter:
    """All that the register knows for the note of one session. `items` and `bodies` stand in the order of the agenda.

    `symbol` and `title` are those of the note's own record where the register has one. `agenda_symbol` is the symbol of
    the provisional agenda.
    """

    conference: ConferenceMatter
    session: SessionMatter
    agenda_symbol: str
    items: tuple[ItemMatter, ...]
    bodies: tuple[BodyMatter, ...]
    symbol: str = ""
    title: Multilingual = field(default_factory=Multilingual)

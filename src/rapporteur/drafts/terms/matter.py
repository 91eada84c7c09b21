"""What several drafts share: a conference and its terms, names to be put into sentences, gatherings, mandates, reports.

Nothing here depends on the day a document speaks: plans and sayings come along, and the rules decide as of a day.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from rapporteur.bodies.terms import GatheringWord
from rapporteur.documents.rules import Progress
from rapporteur.languages.terms import Language, Multilingual
from rapporteur.mandates.terms import Effect, MandateKind, Recurrence
from rapporteur.meetings.rules import Dates, SaidOf
from rapporteur.meetings.terms import Mode, SessionKind


@dataclass(frozen=True, slots=True)
class Name:
    """A name that can stand inside a sentence. `noun` is what it names, in case the name itself is not enough.

    It is one of "body", "organ", "conference", "instrument", "mechanism", "text", "activity", "purpose".
    """

    text: Multilingual
    noun: str = "body"


@dataclass(frozen=True, slots=True)
class Place:
    """A place. Where a language inflects it, its wording has the note "in: в Вене"."""

    text: Multilingual


@dataclass(frozen=True, slots=True)
class Gathering:
    """A session or a meeting as a noun phrase: its number, and what its body calls it."""

    ordinal: int | None
    word: GatheringWord


@dataclass(frozen=True, slots=True)
class ConferenceMatter:
    """A conference. `terms` are its own terms, and the shared ones that it does not word itself, by key."""

    key: str
    name: Multilingual
    secretariat: Multilingual = field(default_factory=Multilingual)
    official_languages: tuple[Language, ...] = tuple(Language)
    has_protocols: bool = False
    terms: Mapping[str, Multilingual] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SessionMatter:
    """A session of the conference, as it was planned, with what was said of it since."""

    key: str
    ordinal: int | None
    planned: Dates
    place: Place
    sayings: tuple[SaidOf, ...] = ()
    mode: Mode | None = None
    kind: SessionKind = SessionKind.REGULAR


@dataclass(frozen=True, slots=True)
class ItemMatter:
    """An agenda item; `number` in its English form, "2 (b)"."""

    number: str
    title: Multilingual


@dataclass(frozen=True, slots=True)
class InstrumentMatter:
    key: str
    name: Multilingual
    short_name: Multilingual


@dataclass(frozen=True, slots=True)
class MandateMatter:
    """A resolution or decision. `adopted_on` is the last day of its session where no other day is known."""

    kind: MandateKind
    number: str
    title: Multilingual = field(default_factory=Multilingual)
    subject: Multilingual = field(default_factory=Multilingual)
    session_ordinal: int | None = None
    adopted_on: dt.date | None = None

    @property
    def citation(self) -> str:
        return f"{self.kind} {self.number}"


@dataclass(frozen=True, slots=True)
class ProvisionMatter:
    """One thing a mandate says. `bodies` are those it names, in its order.

    `due_ordinal` and `expires_ordinal` number the sessions at which it is due and ends. `addressee` is a term where the
    register words the addressee, its English text alone otherwise.
    """

    mandate: MandateMatter
    effect: Effect
    verb: str = ""
    bodies: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()
    instrument: InstrumentMatter | None = None
    addressee: Multilingual = field(default_factory=Multilingual)
    object: Multilingual = field(default_factory=Multilingual)
    designation: Multilingual = field(default_factory=Multilingual)
    condition: Multilingual = field(default_factory=Multilingual)
    purpose: Multilingual = field(default_factory=Multilingual)
    minimum: int | None = None
    due_session_key: str = ""
    due_ordinal: int | None = None
    due_on: dt.date | None = None
    expires_on: dt.date | None = None
    expires_ordinal: int | None = None
    recurrence: Recurrence = Recurrence.NONE


@dataclass(frozen=True, slots=True)
class ReportMatter:
    """The report of a meeting. `due_on` is the day by which it was to be issued, where one was set."""

    symbol: str
    progress: Progress
    due_on: dt.date | None = None
    is_late: bool = False

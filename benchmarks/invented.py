"""An invented register of any size, the same each time: one conference, its bodies, mandates, meetings and documents.

`build` puts it in bulk into the empty, migrated database that Django is set up for. Nothing in it is real and nothing
is random: what a record holds follows from its number. Meetings lie evenly between FIRST and LAST; with more of them
come more bodies, sessions and mandates, though fewer in proportion, as a conference grows. `invented_papers` goes on
with the documents.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from django.db import models, transaction

from benchmarks.invented_words import words
from rapporteur.bodies.models import Body, BodyCharacter, BodyName, Conference, Officer
from rapporteur.bodies.terms import BodyKind, Character, Role
from rapporteur.languages.terms import Language
from rapporteur.mandates.models import Mandate, Provision, ProvisionBody
from rapporteur.mandates.terms import Effect, MandateKind, Recurrence
from rapporteur.meetings.models import AgendaItem, Meeting, Saying, Session
from rapporteur.meetings.terms import MeetingStatus
from rapporteur.parties.models import GroupMembership, Instrument, Party, PartyStatus, RegionalGroup
from rapporteur.parties.terms import Standing
from rapporteur.sources.models import Source

ROOT = "TIDE/COP"
FIRST, LAST = dt.date(1990, 1, 1), dt.date(2035, 12, 31)
PARTIES, SOURCES, REPORTED = 190, 50, 12
ITEMS = ("1", "2", "2 (a)", "2 (b)", "3", "4", "5", "6")
_BATCH = 5_000

Record = TypeVar("Record", bound=models.Model)


@dataclass(frozen=True, slots=True)
class Scale:
    """How much there is of what, in a register of so many meetings."""

    meetings: int

    @property
    def bodies(self) -> int:
        return max(3, round(self.meetings**0.4))

    @property
    def sessions(self) -> int:
        return max(3, round(self.meetings**0.4))

    @property
    def documents_each(self) -> int:
        """Return the documents of a meeting; in the largest registers there are fewer, for the sake of time."""
        return 10 if self.meetings <= 10_000 else 1

    @property
    def items_each(self) -> int:
        return 4 if self.meetings <= 10_000 else 1

    def day(self, meeting: float) -> dt.date:
        """Return the first day of a meeting by its number."""
        return FIRST + dt.timedelta(days=int((LAST - FIRST).days * meeting / self.meetings))

    def session_after(self, meeting: int) -> int:
        """Return the number of the session that the meeting lies before."""
        return meeting * self.sessions // self.meetings

    def is_reported(self, meeting: int) -> bool:
        """Tell whether the meeting is one of the last dozen before its session, whose reports go there."""
        return meeting + REPORTED >= self.meetings or self.session_after(meeting + REPORTED) > self.session_after(
            meeting
        )


@dataclass(slots=True)
class Register:
    """What was made so far, by number."""

    scale: Scale
    conference: Conference
    instruments: list[Instrument] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    mandates: list[Mandate] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)


def in_bulk(model: type[Record], records: Iterable[Record]) -> list[Record]:
    """Put records into the database a batch at a time, and return them with their numbers."""
    waiting, made = iter(records), []
    while batch := list(islice(waiting, _BATCH)):
        made += model._default_manager.bulk_create(batch)
    return made


@transaction.atomic
def build(meetings: int) -> Register:
    """Make a register of so many meetings, with the entries of its search."""
    from benchmarks.invented_papers import add_papers  # noqa: PLC0415 - it goes on from here
    from rapporteur.search.actions import rebuild  # noqa: PLC0415 - as above

    register = Register(
        Scale(meetings),
        Conference.objects.create(
            key="tides", name=words("conference"), short_name=words("conference"), symbol_root=ROOT,
            secretariat=words("secretariat"), seat=words("place"), official_languages=list(Language),
        ),
    )  # fmt: skip
    register.sources = in_bulk(Source, (Source(key=f"source-{n}", what=f"Invented {n}") for n in range(SOURCES)))
    _parties(register)
    _bodies(register)
    _sessions(register)
    _mandates(register)
    _meetings(register)
    add_papers(register)
    rebuild()
    return register


def _parties(register: Register) -> None:
    register.instruments = in_bulk(
        Instrument,
        (
            Instrument(key=f"i-{n}", position=n, name=words("instrument", n), short_name=words("instrument", n))
            for n in range(4)
        ),
    )
    register.conference.instruments.set(register.instruments)
    groups = in_bulk(RegionalGroup, (RegionalGroup(key=f"g-{n}", name=words("party", n)) for n in range(5)))
    letters = [f"{chr(65 + n // 26 % 26)}{chr(65 + n % 26)}" for n in range(PARTIES)]
    register.parties = in_bulk(Party, (Party(key=f"X{key}", name=words("party", n)) for n, key in enumerate(letters)))
    in_bulk(GroupMembership, (GroupMembership(party=p, group=groups[n % 5]) for n, p in enumerate(register.parties)))
    in_bulk(
        PartyStatus,
        (
            PartyStatus(party=party, instrument=instrument, standing=Standing.PARTY, since=FIRST)
            for party in register.parties
            for instrument in register.instruments
        ),
    )


def _bodies(register: Register) -> None:
    own = register.conference
    register.bodies = in_bulk(
        Body,
        (
            Body(
                conference=own, key=f"wg-{n + 1}", kind=BodyKind.WORKING_GROUP, series=f"{ROOT}/WG.{n + 1}",
                instrument=register.instruments[n % 4] if n % 5 else None,
            )
            for n in range(register.scale.bodies)
        ),
    )  # fmt: skip
    named = enumerate(register.bodies)
    in_bulk(BodyName, (BodyName(body=body, name=words("body", n + 1)) for n, body in named))
    named = enumerate(register.bodies)
    in_bulk(
        BodyCharacter,
        (BodyCharacter(body=body, character=Character.CONSTANT, mandate="resolution 1/1") for _n, body in named),
    )
    in_bulk(
        Officer,
        (
            Officer(
                conference=own, body=body, role=Role.CHAIR, name=words("chair", year), party=register.parties[year],
                gathering_key=f"{body.key}-m{year}",
            )
            for body in register.bodies
            for year in range(1, 4)
        ),
    )  # fmt: skip


def _sessions(register: Register) -> None:
    scale = register.scale
    # A session opens a month after the last meeting before it.
    opens = [
        scale.day((n + 1) * scale.meetings / scale.sessions) + dt.timedelta(days=30) for n in range(scale.sessions)
    ]
    register.sessions = in_bulk(
        Session,
        (
            Session(
                conference=register.conference, key=f"cop-{n + 1}", ordinal=n + 1, starts_on=day,
                ends_on=day + dt.timedelta(days=4), place=words("place"),
            )
            for n, day in enumerate(opens)
        ),
    )  # fmt: skip
    in_bulk(
        Saying,
        (
            Saying(session=one, status=MeetingStatus.SCHEDULED, as_of=one.starts_on - dt.timedelta(days=300))
            for one in register.sessions
            if one.starts_on
        ),
    )
    in_bulk(
        AgendaItem,
        (
            AgendaItem(session=one, number=number, position=position, title=words("item", position))
            for one in register.sessions
            for position, number in enumerate(ITEMS)
        ),
    )


def _mandates(register: Register) -> None:
    """Make ten resolutions of each session; three of them ask something of a body, the others of the secretariat."""
    register.mandates = in_bulk(
        Mandate,
        (
            Mandate(
                conference=register.conference, kind=MandateKind.RESOLUTION, number=f"{one.ordinal}/{n}",
                session_key=one.key, adopted_on=one.ends_on, title=words("mandate", n), subject=words("mandate", n),
            )
            for one in register.sessions
            for n in range(1, 11)
        ),
    )  # fmt: skip
    provisions = in_bulk(
        Provision,
        (
            _provision(register, mandate, number, position)
            for number, mandate in enumerate(register.mandates)
            for position in range(1, 5)
        ),
    )
    numbered = enumerate(provisions)
    in_bulk(
        ProvisionBody,
        (
            ProvisionBody(provision=one, body=register.bodies[n // 4 % register.scale.bodies])
            for n, one in numbered
            if n // 4 % 10 < 3
        ),
    )


_ASKED = (
    (Effect.MAKES_CONSTANT, "decides", Recurrence.NONE),
    (Effect.REQUESTS_SUBMISSION, "requests", Recurrence.EACH_SESSION),
    (Effect.ENCOURAGES_ANNUAL, "encourages", Recurrence.ANNUAL),
    (Effect.REQUESTS_MEETING, "requests", Recurrence.NONE),
)


def _provision(register: Register, mandate: Mandate, number: int, position: int) -> Provision:
    effect, verb, recurrence = _ASKED[position - 1]
    following = register.sessions[min(number // 10 + 1, register.scale.sessions - 1)]
    is_of_a_body = number % 10 < 3
    if not is_of_a_body:
        effect, recurrence = (Effect.REQUESTS_REPORT if position == 1 else Effect.ADOPTS), Recurrence.NONE
    return Provision(
        mandate=mandate, position=position, paragraph=str(position), effect=effect, verb=verb, recurrence=recurrence,
        object=words("item", number % 40), purpose=words("item", number % 40),
        addressee="" if is_of_a_body else "Secretariat of tides",
        due_session_key=following.key if effect is Effect.REQUESTS_REPORT else "",
    )  # fmt: skip


def _meetings(register: Register) -> None:
    scale = register.scale
    register.meetings = in_bulk(Meeting, (_meeting(register, n) for n in range(scale.meetings)))
    in_bulk(Saying, (_saying(meeting, n) for n, meeting in enumerate(register.meetings)))
    in_bulk(
        AgendaItem,
        (
            AgendaItem(meeting=one, number=number, position=position, title=words("item", position))
            for one in register.meetings
            for position, number in enumerate(ITEMS[: scale.items_each])
        ),
    )


def _meeting(register: Register, n: int) -> Meeting:
    scale = register.scale
    body, day = register.bodies[n % scale.bodies], scale.day(n)
    following = scale.session_after(n)
    ordinal = n // scale.bodies + 1
    return Meeting(
        body=body, key=f"{body.key}-m{ordinal}", ordinal=ordinal, starts_on=day, ends_on=day + dt.timedelta(days=2),
        place=words("place"), reports_to=register.sessions[following] if scale.is_reported(n) else None,
        under=register.mandates[max(following - 1, 0) * 10],
    )  # fmt: skip


def _saying(meeting: Meeting, n: int) -> Saying:
    day = meeting.starts_on or FIRST
    status = MeetingStatus.POSTPONED if n % 50 == 49 else MeetingStatus.SCHEDULED
    return Saying(meeting=meeting, status=status, as_of=day - dt.timedelta(days=180))

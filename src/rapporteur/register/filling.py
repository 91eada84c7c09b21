"""Entries become records: every kind in the order in which records refer to each other.

`storing` writes what differs. The story goes on in `attributing`, which writes what the records rest on.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from rapporteur.bodies.models import Body, BodyCharacter, BodyName, Conference, Officer
from rapporteur.datafiles.entries import multilingual
from rapporteur.documents.models import Document, LanguageVersion, Transmission
from rapporteur.languages.terms import Multilingual
from rapporteur.mandates.models import Mandate, Provision, ProvisionBody
from rapporteur.meetings.models import AgendaItem, Meeting, Saying, Session
from rapporteur.parties.models import Article, GroupMembership, Instrument, Party, PartyStatus, RegionalGroup
from rapporteur.register.collecting import Collected, Placed
from rapporteur.register.columns import columns_of
from rapporteur.register.placing import Pks, Placing, key_of, pks_of, scoped, subject
from rapporteur.register.schema import GatheringEntry, ProvisionEntry
from rapporteur.register.storing import Columns, Store
from rapporteur.register.subjects import Subject, key_of_document
from rapporteur.sources.models import Source
from rapporteur.symbols.agenda import parse_item
from rapporteur.terminology.models import Term


def fill(collected: Collected, store: Store) -> None:
    """Write every entry. The entries were checked before; a reference that is missing here is a defect."""
    _Filling(collected, store).fill()


class _Filling(Placing):
    """One load: the primary keys of what is there by now, by the keys of the files."""

    def __init__(self, collected: Collected, store: Store) -> None:
        super().__init__(store)
        self.collected = collected
        self.instruments: Pks = {}
        self.parties: Pks = {}
        self.bodies: Pks = {}  # (conference, key)
        self.mandates: Pks = {}  # (conference, "resolution 7/1")
        self.sessions: Pks = {}  # (conference, key)
        self.meetings: Pks = {}  # (conference, key)
        self.documents: Pks = {}  # (conference, key)

    def fill(self) -> None:
        self.sources_and_parties()
        self.conferences_and_bodies()
        self.mandates_and_provisions()
        self.sessions_and_meetings()
        self.officers()
        self.documents_and_versions()
        self.terms()

    # --- parties -----------------------------------------------------------------------------------------------------

    def sources_and_parties(self) -> None:
        of = self.collected
        self.records(Source, of.sources, key=["key"])
        groups = self.records(RegionalGroup, of.regional_groups, key=["key"])
        self.instruments = pks_of(Instrument, "key") | self.records(Instrument, of.instruments, key=["key"])
        self.uppers(Instrument, of.instruments, "supplements_id", self.instruments, lambda one: one.entry.supplements)
        self.rows(Article, of.instruments, "articles", ("instrument_id", self.instruments), key=["number"])
        self.parties = pks_of(Party, "key") | self.records(Party, of.parties, key=["key"])
        groups = pks_of(RegionalGroup, "key") | groups
        self.rows(
            GroupMembership,
            of.parties,
            "memberships",
            ("party_id", self.parties),
            key=["group_id", "since"],
            more=lambda _, row: {"group_id": groups[row.group]},
            positions=False,
        )
        self.rows(
            PartyStatus,
            of.parties,
            "statuses",
            ("party_id", self.parties),
            key=["instrument_id", "since"],
            more=lambda _, row: {"instrument_id": self.instruments[row.instrument]},
            positions=False,
        )

    # --- conference and bodies ---------------------------------------------------------------------------------------

    def conferences_and_bodies(self) -> None:
        of = self.collected
        self.conferences = pks_of(Conference, "key") | self.records(Conference, of.conferences, key=["key"])
        self.links(
            Conference.instruments.through,
            ("conference_id", "instrument_id"),
            of.conferences,
            self.conferences,
            lambda one: [self.instruments[key] for key in one.entry.instruments],
        )
        self.bodies = pks_of(Body, "conference__key", "key") | self.records(
            Body,
            of.bodies,
            key=["conference_id", "key"],
            more=lambda one: {"instrument_id": self.instruments.get(one.entry.instrument)},
        )
        self.uppers(Body, of.bodies, "parent_id", self.bodies, lambda one: scoped(one.conference, one.entry.parent))
        self.rows(BodyName, of.bodies, "names", ("body_id", self.bodies), key=["position"])
        self.rows(BodyCharacter, of.bodies, "characters", ("body_id", self.bodies), key=["position"])

    def officers(self) -> None:
        """Write the officers of conferences, bodies, sessions and meetings, each list by its own owner."""
        of = self.collected
        wanted: list[Columns] = []
        owners: dict[Any, Subject] = {}
        holding: list[Placed[Any]] = [*of.conferences, *of.bodies, *of.sessions, *of.meetings]
        for placed in holding:
            conference, body, gathering = self._office(placed)
            owners[conference, body, gathering] = subject(placed)
            wanted += [
                columns_of(
                    officer,
                    Officer,
                    conference_id=conference,
                    body_id=body,
                    gathering_key=gathering,
                    party_id=self.parties.get(officer.party),
                    position=index + 1,
                )
                for index, officer in enumerate(placed.entry.officers)
            ]
        office = ["conference_id", "body_id", "gathering_key"]
        self.store.rows(Officer, wanted, key=[*office, "position"], owner=office, owners=owners)

    def _office(self, placed: Placed[Any]) -> tuple[int, int | None, str]:
        match placed.path[0]:
            case "conferences":
                return self.conferences[placed.entry.key], None, ""
            case "bodies":
                return self.conferences[placed.conference], self.bodies[placed.conference, placed.entry.key], ""
            case "sessions":
                return self.conferences[placed.conference], None, placed.entry.key
        body = self.bodies[placed.conference, placed.entry.body]
        return self.conferences[placed.conference], body, placed.entry.key

    # --- mandates ----------------------------------------------------------------------------------------------------

    def mandates_and_provisions(self) -> None:
        of = self.collected
        self.records(
            Mandate,
            of.mandates,
            key=["conference_id", "kind", "number"],
            more=lambda one: {"session_key": one.entry.session or ""},
        )
        rows = Mandate.objects.values_list("conference__key", "kind", "number", "pk").order_by()
        self.mandates = {(conference, f"{kind} {number}"): pk for conference, kind, number, pk in rows}
        self.links(
            Mandate.concerns.through,
            ("mandate_id", "body_id"),
            of.mandates,
            self.mandates,
            lambda one: [self.bodies[one.conference, key] for key in one.entry.concerns],
        )
        provisions = self.rows(
            Provision,
            of.mandates,
            "provisions",
            ("mandate_id", self.mandates),
            key=["position"],
            more=self._provision,
        )
        self._named_bodies(provisions)

    def _provision(self, placed: Placed[Any], row: ProvisionEntry) -> Columns:
        return {
            "to_body_id": self.bodies.get((placed.conference, row.to_body)),
            "instrument_id": self.instruments.get(row.instrument),
            "due_session_key": row.due_session or "",
            "expires_session_key": row.expires_session or "",
        }

    def _named_bodies(self, provisions: dict[tuple[int, int], int]) -> None:
        wanted, owners = [], {}
        for placed in self.collected.mandates:
            mandate = self.mandates[key_of(placed)]
            for index, provision in enumerate(placed.entry.provisions):
                pk = provisions[mandate, index + 1]
                owners[pk,] = subject(placed)
                wanted += [
                    {"provision_id": pk, "body_id": self.bodies[placed.conference, key], "position": place}
                    for place, key in enumerate(provision.bodies)
                ]
        self.store.rows(ProvisionBody, wanted, key=["provision_id", "body_id"], owner=["provision_id"], owners=owners)

    # --- sessions and meetings ---------------------------------------------------------------------------------------

    def sessions_and_meetings(self) -> None:
        of = self.collected
        seats = dict(Conference.objects.values_list("key", "seat"))
        self.sessions = pks_of(Session, "conference__key", "key") | self.records(
            Session,
            of.sessions,
            key=["conference_id", "key"],
            more=lambda one: {"place": _place(one, seats)},
        )
        meetings = {
            (conference, key): pk
            for conference, key, pk in Meeting.objects.values_list("body__conference__key", "key", "pk").order_by()
        }
        self.meetings = meetings | self.records(
            Meeting, of.meetings, key=["body_id", "key"], more=lambda one: self._meeting(one, seats)
        )
        self.uppers(
            Meeting,
            of.meetings,
            "back_to_back_with_id",
            self.meetings,
            lambda one: scoped(one.conference, one.entry.back_to_back_with),
        )
        for owner, placed, pks in (
            ("session_id", of.sessions, self.sessions),
            ("meeting_id", of.meetings, self.meetings),
        ):
            self.rows(Saying, placed, "sayings", (owner, pks), key=["as_of", "status"], positions=False)
            items = self.rows(AgendaItem, placed, "agenda", (owner, pks), key=["stage", "number"])
            self._parents(placed, items, pks)

    def _meeting(self, placed: Placed[Any], seats: dict[str, Multilingual]) -> Columns:
        conference, entry = placed.conference, placed.entry
        return {
            "body_id": self.bodies[conference, entry.body],
            "in_session_id": self.sessions.get((conference, entry.in_session)),
            "reports_to_id": self.sessions.get((conference, entry.reports_to)),
            "under_id": self.mandates.get((conference, entry.under)),
            "place": _place(placed, seats),
        }

    def _parents(self, gatherings: Iterable[Placed[GatheringEntry]], items: Pks, pks: Pks) -> None:
        """Set each agenda item's parent: the one its entry names, or the one that its number implies."""
        wanted, subjects = {}, {}
        for placed in gatherings:
            owner = pks[key_of(placed)]
            for item in placed.entry.agenda:
                implied = parse_item(item.number).parent
                parent = item.parent if item.parent is not None else str(implied or "")
                pk = items[owner, item.stage.value, item.number]
                wanted[pk] = items.get((owner, item.stage.value, parent))
                subjects[pk] = subject(placed)
        self.store.references(AgendaItem, wanted, attribute="parent_id", subjects=subjects)

    # --- documents and terms -----------------------------------------------------------------------------------------

    def documents_and_versions(self) -> None:
        of = self.collected
        self.documents = pks_of(Document, "conference__key", "key")
        for wave in _waves(of.documents):
            self.documents |= self.records(Document, wave, key=["conference_id", "key"], more=self._document)
        self.rows(
            LanguageVersion,
            of.documents,
            "versions",
            ("document_id", self.documents),
            key=["language"],
            positions=False,
        )
        self.rows(
            Transmission,
            of.documents,
            "transmissions",
            ("document_id", self.documents),
            key=["session_id"],
            more=lambda one, row: {"session_id": self.sessions[one.conference, row.session]},
            positions=False,
        )

    def _document(self, placed: Placed[Any]) -> Columns:
        conference, entry = placed.conference, placed.entry
        columns: Columns = {"key": key_of_document(entry), "of_id": self.documents.get((conference, entry.of))}
        for name, pks in (
            ("session", self.sessions),
            ("reports_on_session", self.sessions),
            ("meeting", self.meetings),
            ("reports_on", self.meetings),
            ("body", self.bodies),
        ):
            columns[f"{name}_id"] = pks.get((conference, getattr(entry, name)))
        return columns

    def terms(self) -> None:
        wanted = {
            subject(placed): columns_of(placed.entry, Term, conference_key=placed.conference)
            for placed in self.collected.terms
        }
        self.store.records(Term, wanted, key=["conference_key", "key"])


def _place(placed: Placed[Any], seats: dict[str, Multilingual]) -> Multilingual:
    place = placed.entry.place
    if place == "seat":
        return seats.get(placed.conference, Multilingual())
    return multilingual(place or {})


def _waves(documents: Iterable[Placed[Any]]) -> Iterator[list[Placed[Any]]]:
    """Yield the documents so that each comes after the one that it revises, corrects or adds to."""
    left = {key_of(placed): placed for placed in documents}
    while left:
        wave = [placed for placed in left.values() if scoped(placed.conference, placed.entry.of) not in left]
        yield wave
        for placed in wave:
            del left[key_of(placed)]

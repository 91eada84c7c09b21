"""The register as files again: what `loading` would make the same register from.

Records come in the order in which they came into being, rows in their own order, and nothing is written that the
schema supplies by itself. Large lists are divided, so that every file can be loaded.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from django.db import models

from rapporteur.bodies.models import Body, BodyCharacter, BodyName, Conference, Officer
from rapporteur.datafiles.entries import Entry
from rapporteur.datafiles.faults import Fault
from rapporteur.documents.models import Document, LanguageVersion, Transmission
from rapporteur.mandates.models import Mandate, Provision, ProvisionBody
from rapporteur.meetings.models import AgendaItem, Gathering, Meeting, Saying, Session
from rapporteur.parties.models import Article, GroupMembership, Instrument, Party, PartyStatus, RegionalGroup
from rapporteur.register import schema
from rapporteur.register.columns import plain_of
from rapporteur.register.faults import ExportRefused
from rapporteur.register.replacing import folder_for, replace_files
from rapporteur.register.sourcing import Sourcing
from rapporteur.register.subjects import row_key, subject_of
from rapporteur.register.writing import yaml_text
from rapporteur.sources.models import Source
from rapporteur.symbols.agenda import parse_item
from rapporteur.symbols.faults import Misreading
from rapporteur.terminology.models import Term
from rapporteur.terminology.rules import plain_from_multilingual

Plain = dict[str, Any]
_ENTRIES_A_FILE: Final = 20_000
_COMMENT: Final = (
    "Written by `rapporteur register export`.\n"
    "The keys are those of data/schemas/register.schema.json; docs/reference/register-file.md explains them."
)


def export(folder: Path) -> list[Path]:
    """Write the whole register to files of a folder; return them. Raises: OSError or ExportRefused.

    Every older file is left whole then, and a folder that was not there is not there.
    """
    written: list[Path] = []

    def contents() -> Iterator[tuple[Path, bytes]]:
        for name, plain in exported():
            written.append(folder / f"{name}.yaml")
            yield written[-1], yaml_text(plain, comment=_COMMENT).encode()

    with folder_for(folder):
        replace_files(contents())
    return written


def exported() -> Iterator[tuple[str, Plain]]:
    """Yield the name and the plain data of every file, in the order in which the records refer to each other."""
    register = _Exporting()
    yield from _files("sources", {"sources": register.sources()})
    yield from _files("parties", {"regional_groups": register.regional_groups(), "parties": register.parties()})
    yield from _files("instruments", {"instruments": register.instruments()})
    yield from _files("conference", {"conferences": register.conferences()})
    conferences = list(Conference.objects.order_by("pk").values_list("key", flat=True))
    for section, entries in register.of_conferences():
        by_conference: dict[str, list[Plain]] = defaultdict(list)
        for conference, plain in entries:
            by_conference[conference].append(plain)
        for conference, plains in by_conference.items():
            name = section if len(conferences) == 1 and conference else f"{section}-{conference or 'shared'}"
            yield from _files(name, {section: plains}, conference=conference)
    register.refuse_loss()


def _files(name: str, lists: dict[str, list[Plain]], *, conference: str = "") -> Iterator[tuple[str, Plain]]:
    """Yield one file, or several with numbers where a list is long; none where all lists are empty."""
    head: Plain = {"schema_version": schema.SCHEMA_VERSION} | ({"conference": conference} if conference else {})
    longest = max(len(entries) for entries in lists.values())
    for start in range(0, longest, _ENTRIES_A_FILE):
        part = {section: entries[start : start + _ENTRIES_A_FILE] for section, entries in lists.items()}
        number = f"-{start // _ENTRIES_A_FILE + 1}" if longest > _ENTRIES_A_FILE else ""
        yield f"{name}{number}", head | {section: entries for section, entries in part.items() if entries}


class _Exporting:
    """One export: all rows by the record they belong to. The number of queries does not depend on the register."""

    def __init__(self) -> None:
        self.sourcing = Sourcing()
        self.keys: dict[type[models.Model], dict[int | None, str]] = {
            model: dict(model._default_manager.values_list("pk", "key"))
            for model in (RegionalGroup, Party, Instrument, Conference, Body, Session, Meeting, Document)
        }
        self.seats = dict(Conference.objects.values_list("pk", "seat"))
        self.citations: dict[int | None, str] = {mandate.pk: mandate.citation for mandate in Mandate.objects.all()}
        self.officers_of = _grouped(Officer, "conference_id", "body_id", "gathering_key", order="position")

    # --- parties -----------------------------------------------------------------------------------------------------

    def sources(self) -> list[Plain]:
        return [plain_of(source, schema.SourceEntry) for source in Source.objects.order_by("pk")]

    def regional_groups(self) -> list[Plain]:
        return [
            self.entry(group, schema.RegionalGroupEntry, section="regional_groups")
            for group in RegionalGroup.objects.order_by("pk")
        ]

    def parties(self) -> list[Plain]:
        memberships, statuses = _grouped(GroupMembership, "party_id"), _grouped(PartyStatus, "party_id")
        return [
            self.entry(
                party,
                schema.PartyEntry,
                section="parties",
                memberships=[
                    plain_of(row, schema.MembershipEntry, group=self.keys[RegionalGroup][row.group_id])
                    for row in memberships[party.pk,]
                ],
                statuses=[
                    plain_of(row, schema.PartyStatusEntry, instrument=self.keys[Instrument][row.instrument_id])
                    for row in statuses[party.pk,]
                ],
            )
            for party in Party.objects.order_by("pk")
        ]

    def instruments(self) -> list[Plain]:
        articles = _grouped(Article, "instrument_id", order="position")
        return [
            self.entry(
                instrument,
                schema.InstrumentEntry,
                section="instruments",
                supplements=self.keys[Instrument].get(instrument.supplements_id),
                articles=[plain_of(article, schema.ArticleEntry) for article in articles[instrument.pk,]],
            )
            for instrument in Instrument.objects.order_by("pk")
        ]

    # --- conference and what belongs to it ---------------------------------------------------------------------------

    def conferences(self) -> list[Plain]:
        links = _grouped(Conference.instruments.through, "conference_id", order="instrument__position")
        return [
            self.entry(
                conference,
                schema.ConferenceEntry,
                section="conferences",
                instruments=[self.keys[Instrument][link.instrument_id] for link in links[conference.pk,]],
                officers=self.officers(conference.pk, None, ""),
            )
            for conference in Conference.objects.order_by("pk")
        ]

    def of_conferences(self) -> Iterator[tuple[str, Iterable[tuple[str, Plain]]]]:
        """Yield each kind of record of a conference: its section, and pairs of a conference's key and an entry."""
        yield "bodies", self.bodies()
        yield "mandates", self.mandates()
        yield "sessions", self.sessions()
        yield "meetings", self.meetings()
        yield "documents", self.documents()
        yield "terms", self.terms()

    def bodies(self) -> Iterator[tuple[str, Plain]]:
        names = _grouped(BodyName, "body_id", order="position")
        characters = _grouped(BodyCharacter, "body_id", order="position")
        for body in Body.objects.order_by("pk"):
            yield self.of_conference(
                body,
                schema.BodyEntry,
                "bodies",
                body.conference_id,
                parent=self.keys[Body].get(body.parent_id),
                instrument=self.keys[Instrument].get(body.instrument_id),
                names=[plain_of(row, schema.BodyNameEntry) for row in names[body.pk,]],
                characters=[plain_of(row, schema.CharacterEntry) for row in characters[body.pk,]],
                officers=self.officers(body.conference_id, body.pk, ""),
            )

    def mandates(self) -> Iterator[tuple[str, Plain]]:
        concerns = _grouped(Mandate.concerns.through, "mandate_id")
        provisions = _grouped(Provision, "mandate_id", order="position")
        named = _grouped(ProvisionBody, "provision_id", order="position")
        for mandate in Mandate.objects.order_by("pk"):
            yield self.of_conference(
                mandate,
                schema.MandateEntry,
                "mandates",
                mandate.conference_id,
                session=mandate.session_key,
                concerns=[self.keys[Body][link.body_id] for link in concerns[mandate.pk,]],
                provisions=[
                    plain_of(
                        row,
                        schema.ProvisionEntry,
                        bodies=[self.keys[Body][link.body_id] for link in named[row.pk,]],
                        to_body=self.keys[Body].get(row.to_body_id),
                        instrument=self.keys[Instrument].get(row.instrument_id),
                        due_session=row.due_session_key,
                        expires_session=row.expires_session_key,
                    )
                    for row in provisions[mandate.pk,]
                ],
            )

    def sessions(self) -> Iterator[tuple[str, Plain]]:
        sayings, items = _grouped(Saying, "session_id"), _grouped(AgendaItem, "session_id", order="position")
        for session in Session.objects.order_by("pk"):
            yield self.of_conference(
                session,
                schema.SessionEntry,
                "sessions",
                session.conference_id,
                place=self.place(session, session.conference_id),
                sayings=_sayings(sayings[session.pk,]),
                agenda=_agenda(items[session.pk,]),
                officers=self.officers(session.conference_id, None, session.key),
            )

    def meetings(self) -> Iterator[tuple[str, Plain]]:
        sayings, items = _grouped(Saying, "meeting_id"), _grouped(AgendaItem, "meeting_id", order="position")
        conferences = dict(Body.objects.values_list("pk", "conference_id"))
        for meeting in Meeting.objects.order_by("pk"):
            conference = conferences[meeting.body_id]
            yield self.of_conference(
                meeting,
                schema.MeetingEntry,
                "meetings",
                conference,
                body=self.keys[Body][meeting.body_id],
                in_session=self.keys[Session].get(meeting.in_session_id),
                back_to_back_with=self.keys[Meeting].get(meeting.back_to_back_with_id),
                reports_to=self.keys[Session].get(meeting.reports_to_id),
                under=self.citations.get(meeting.under_id),
                place=self.place(meeting, conference),
                sayings=_sayings(sayings[meeting.pk,]),
                agenda=_agenda(items[meeting.pk,]),
                officers=self.officers(conference, meeting.body_id, meeting.key),
            )

    def documents(self) -> Iterator[tuple[str, Plain]]:
        versions = _grouped(LanguageVersion, "document_id", order="language")
        transmissions = _grouped(Transmission, "document_id")
        for document in Document.objects.order_by("pk").iterator(chunk_size=2_000):
            yield self.of_conference(
                document,
                schema.DocumentEntry,
                "documents",
                document.conference_id,
                key=document.key if document.key != document.symbol else None,
                session=self.keys[Session].get(document.session_id),
                meeting=self.keys[Meeting].get(document.meeting_id),
                body=self.keys[Body].get(document.body_id),
                reports_on=self.keys[Meeting].get(document.reports_on_id),
                reports_on_session=self.keys[Session].get(document.reports_on_session_id),
                of=self.keys[Document].get(document.of_id),
                versions=[plain_of(row, schema.VersionEntry) for row in versions[document.pk,]],
                transmissions=[
                    plain_of(row, schema.TransmissionEntry, session=self.keys[Session][row.session_id])
                    for row in transmissions[document.pk,]
                ],
            )

    def terms(self) -> Iterator[tuple[str, Plain]]:
        for term in Term.objects.order_by("pk"):
            key, is_shared = term.conference_key, not term.conference_key
            yield key, self.entry(term, schema.TermEntry, section="terms", conference=key, shared=is_shared)

    # --- what all kinds share ----------------------------------------------------------------------------------------

    def of_conference(
        self, record: models.Model, entry: type[schema.OfConference], section: str, conference: int, **more: Any
    ) -> tuple[str, Plain]:
        key = self.keys[Conference][conference]
        return key, self.entry(record, entry, section=section, conference=key, **more)

    def entry(
        self, record: models.Model, entry: type[Entry], *, section: str, conference: str = "", **more: Any
    ) -> Plain:
        """Return the entry of a record, with its rows and all that they rest on. It is valid by the schema."""
        plain = plain_of(record, entry, **more)
        checked = entry.model_validate(plain)
        subject = subject_of(checked, section=section, conference=conference)
        for name, rows in plain.items():
            if isinstance(rows, list) and rows and isinstance(rows[0], dict):
                for index, row in enumerate(rows):
                    cited = f"{name}/{row_key(getattr(checked, name)[index], index)}"
                    rows[index] = row | _said(self.sourcing.of(subject, cited))
        return plain | _said(self.sourcing.of(subject))

    def officers(self, conference: int, body: int | None, gathering: str) -> list[Plain]:
        holder = conference, body, gathering
        return [
            plain_of(officer, schema.OfficerEntry, party=self.keys[Party].get(officer.party_id))
            # An officer whom the desk knows as a record of its own is here a row of the body or the session.
            | _said(self.sourcing.of(("officer", f"{self.keys[Conference][conference]}/{officer.pk}")))
            for officer in self.officers_of.pop(holder, [])
        ]

    def refuse_loss(self) -> None:
        """Raise ExportRefused where a record belongs to none of the entries, instead of leaving it out."""
        faults = [
            Fault(
                f"officer {officer}",
                0,
                f"conference {self.keys[Conference][conference]}",
                f"the office is held at {gathering!r}, which is no meeting of its body or no session"
                if gathering
                else "the office belongs to no record that is here",
                "another session or meeting; correct it at the desk",
            )
            for (conference, _body, gathering), officers in self.officers_of.items()
            for officer in officers
        ]
        for (kind, key), field in self.sourcing.untold():
            what = f"a source or a conflict is given for {field!r}" if field else "a source or a conflict is given"
            faults.append(Fault(f"{kind} {key}", 0, "sources", f"{what}, which is not there", "a row of the record"))
        if faults:
            raise ExportRefused(faults)

    def place(self, gathering: Gathering, conference: int) -> Any:
        if gathering.place and gathering.place == self.seats[conference]:
            return "seat"
        return plain_from_multilingual(gathering.place)


def _grouped(model: type[models.Model], *owner: str, order: str = "pk") -> dict[tuple[Any, ...], list[Any]]:
    """Return the rows of a kind by the values of the columns of their owner, in order. 1 query."""
    rows: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for row in model._default_manager.order_by(order, "pk"):
        rows[tuple(getattr(row, name) for name in owner)].append(row)
    return rows


def _said(sourcing: Plain) -> Plain:
    return {name: value for name, value in sourcing.items() if value}


def _sayings(rows: list[Saying]) -> list[Plain]:
    """Return sayings in the order of their days, those without a day last."""
    dated = [row for row in rows if row.as_of]
    dated.sort(key=lambda row: row.as_of.isoformat() if row.as_of else "")
    return [plain_of(row, schema.SayingEntry) for row in (*dated, *(row for row in rows if not row.as_of))]


def _agenda(rows: list[AgendaItem]) -> list[Plain]:
    number_of = {row.pk: row.number for row in rows}
    here = {(row.stage, row.number) for row in rows}
    plain = []
    for row in rows:
        parent = number_of.get(row.parent_id, "") if row.parent_id else ""
        implied = _implied_parent(row.number)
        expected = implied if (row.stage, implied) in here else ""
        entry = plain_of(row, schema.AgendaItemEntry)
        plain.append(entry if parent == expected else entry | {"parent": parent})
    return plain


def _implied_parent(number: str) -> str:
    try:
        return str(parse_item(number).parent or "")
    except Misreading:
        return ""

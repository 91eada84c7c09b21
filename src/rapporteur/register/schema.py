"""What may stand in a file of the register: one entry a record, each with the sources it rests on.

A file holds any of the lists below; the files of one folder make one register together. `reading` turns YAML into plain
data, these types refuse what does not fit, `references` checks what only shows across entries, and `loading` writes.
The JSON Schema published in data/schemas is made from these types.
"""

from typing import Annotated, Any, Final, Literal

from pydantic import ConfigDict, Discriminator, Field, Strict, StringConstraints, Tag

from rapporteur.bodies.terms import BodyKind, Character, GatheringWord, NameKind, Role
from rapporteur.datafiles.entries import Count, Day, Entry, Flag, Key, Prose, Text
from rapporteur.documents.terms import Distribution, DocumentType, IssueStatus, Relation
from rapporteur.languages.terms import Language
from rapporteur.mandates.terms import Effect, MandateKind, Recurrence
from rapporteur.meetings.terms import AgendaStage, MeetingStatus, Mode, SessionKind
from rapporteur.parties.terms import PartyKind, Standing

SCHEMA_VERSION: Final = 1

Ordinal = Annotated[int, Strict(), Field(ge=1, le=32767)]
Month = Annotated[int, Strict(), Field(ge=1, le=12)]
GatheringKey = Annotated[str, StringConstraints(pattern=r"^[a-zA-Z0-9][-a-zA-Z0-9_]*$", max_length=80)]
Citation = Annotated[str, StringConstraints(pattern=r"^(resolution|decision) \S+$", max_length=60)]
SourceRef = Annotated[str, StringConstraints(pattern=r"^[-a-zA-Z0-9_]+(:\S.*)?$", max_length=121)]
Sources = tuple[SourceRef, ...]
Name20 = Annotated[str, StringConstraints(min_length=1, max_length=20)]
Name40 = Annotated[str, StringConstraints(min_length=1, max_length=40)]
Name60 = Annotated[str, StringConstraints(min_length=1, max_length=60)]
Name100 = Annotated[str, StringConstraints(min_length=1, max_length=100)]
Line120 = Annotated[str, StringConstraints(min_length=1, max_length=120)]
Line200 = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Line300 = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Line500 = Annotated[str, StringConstraints(min_length=1, max_length=500)]
Line600 = Annotated[str, StringConstraints(min_length=1, max_length=600)]
FieldName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]*$", max_length=40)]


def _kind_of_place(value: Any) -> str:
    return "seat" if value == "seat" else "place"


# "seat" stands for the seat of the conference, so that its name is written in one place.
Place = Annotated[
    Annotated[Literal["seat"], Tag("seat")] | Annotated[Text, Tag("place")], Discriminator(_kind_of_place)
]


class ConflictEntry(Entry):
    """Sources that disagree; `followed` is the source that the register follows."""

    field: Annotated[str, StringConstraints(pattern=r"^([a-z][-a-z_]*)?$", max_length=40)] = ""
    statement: Prose
    followed: Key | None = None


class Sourced(Entry):
    """`source` names sources, each with a place in it where known ("seed:4"); `source_of` those of single fields."""

    source: Sources = ()
    source_of: dict[FieldName, Sources] = Field(default_factory=dict)
    conflicts: tuple[ConflictEntry, ...] = ()


class SourceEntry(Entry):
    key: Key
    what: Line500 | None = None
    url: Line600 | None = None


# --- parties ---------------------------------------------------------------------------------------------------------


class RegionalGroupEntry(Sourced):
    key: Key
    name: Text = Field(default_factory=dict)


class MembershipEntry(Sourced):
    group: Key
    since: Day | None = None
    until: Day | None = None


class PartyStatusEntry(Sourced):
    instrument: Key
    standing: Standing
    since: Day | None = None
    until: Day | None = None
    as_of: Day | None = None


class PartyEntry(Sourced):
    key: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]+$", max_length=12)]
    kind: PartyKind = PartyKind.STATE
    name: Text = Field(default_factory=dict)
    memberships: tuple[MembershipEntry, ...] = ()
    statuses: tuple[PartyStatusEntry, ...] = ()


class ArticleEntry(Sourced):
    number: Name20
    title: Text = Field(default_factory=dict)
    cluster: Name20 | None = None


class InstrumentEntry(Sourced):
    key: Key
    position: Count = 0
    supplements: Key | None = None
    name: Text = Field(default_factory=dict)
    short_name: Text = Field(default_factory=dict)
    adopted_by: Line200 | None = None
    adopted_on: Day | None = None
    in_force_on: Day | None = None
    articles: tuple[ArticleEntry, ...] = ()


# --- conference and bodies -------------------------------------------------------------------------------------------


class OfficerEntry(Sourced):
    role: Role
    name: Text
    party: Annotated[str, StringConstraints(max_length=12)] | None = None
    state_named: Line120 | None = None
    since: Day | None = None
    until: Day | None = None
    note: Line300 | None = None


class ConferenceEntry(Sourced):
    key: Key
    name: Text
    short_name: Text = Field(default_factory=dict)
    symbol_root: Name40
    secretariat: Text = Field(default_factory=dict)
    seat: Text = Field(default_factory=dict)
    basis: Line200 | None = None
    official_languages: tuple[Language, ...] = ()
    instruments: tuple[Key, ...] = ()
    gathering_word: GatheringWord = GatheringWord.SESSION
    calendar: dict[str, Any] = Field(default_factory=dict)
    symbol_grammar: dict[str, Any] = Field(default_factory=dict)
    officers: tuple[OfficerEntry, ...] = ()


class OfConference(Sourced):
    """An entry of one conference; the file may name it once for all its entries."""

    conference: Key | None = None


class BodyNameEntry(Sourced):
    kind: NameKind = NameKind.OFFICIAL
    name: Text
    mandate: Citation | None = None
    since: Day | None = None
    until: Day | None = None
    seen: Name40 | None = None


class CharacterEntry(Sourced):
    character: Character
    mandate: Citation | None = None
    since: Day | None = None
    until: Day | None = None


class BodyEntry(OfConference):
    key: Key
    kind: BodyKind = BodyKind.UNKNOWN
    parent: Key | None = None
    series: Name60 | None = None
    openness: Annotated[str, StringConstraints(max_length=80)] | None = None
    instrument: Key | None = None
    gathering_word: GatheringWord = GatheringWord.MEETING
    agenda_focus: Line200 | None = None
    note: Prose | None = None
    names: tuple[BodyNameEntry, ...] = ()
    characters: tuple[CharacterEntry, ...] = ()
    officers: tuple[OfficerEntry, ...] = ()


# --- mandates --------------------------------------------------------------------------------------------------------


class ProvisionEntry(Sourced):
    effect: Effect
    paragraph: Name20 | None = None
    verb: Name60 | None = None
    bodies: tuple[Key, ...] = ()
    to_body: Key | None = None
    instrument: Key | None = None
    addressee: Line200 | None = None
    object: Text = Field(default_factory=dict)
    designation: Text = Field(default_factory=dict)
    qualifier: Line120 | None = None
    condition: Text = Field(default_factory=dict)
    purpose: Text = Field(default_factory=dict)
    minimum: Count | None = None
    due_session: GatheringKey | None = None
    due_on: Day | None = None
    expires_session: GatheringKey | None = None
    expires_on: Day | None = None
    recurrence: Recurrence = Recurrence.NONE


class MandateEntry(OfConference):
    kind: MandateKind
    number: Name20
    session: GatheringKey | None = None
    adopted_on: Day | None = None
    title: Text = Field(default_factory=dict)
    subject: Text = Field(default_factory=dict)
    concerns: tuple[Key, ...] = ()
    note: Prose | None = None
    provisions: tuple[ProvisionEntry, ...] = ()


# --- sessions and meetings -------------------------------------------------------------------------------------------


class SayingEntry(Sourced):
    status: MeetingStatus
    as_of: Day | None = None
    starts_on: Day | None = None
    ends_on: Day | None = None
    mode: Mode | None = None
    note: Line300 | None = None


class AgendaItemEntry(Sourced):
    """`parent` is read from the number ("2" for "2 (b)") where it is not given; "" says that there is none."""

    number: Name20
    stage: AgendaStage = AgendaStage.PROVISIONAL
    parent: str | None = None
    title: Text = Field(default_factory=dict)
    annotation: Text = Field(default_factory=dict)
    origin: Line120 | None = None
    note: Line300 | None = None


class GatheringEntry(OfConference):
    key: GatheringKey
    ordinal: Ordinal | None = None
    starts_on: Day | None = None
    ends_on: Day | None = None
    window_starts_on: Day | None = None
    window_ends_on: Day | None = None
    year: Annotated[int, Strict(), Field(ge=1900, le=2200)] | None = None
    month: Month | None = None
    concluded_by: Day | None = None
    place: Place | None = None
    mode: Mode | None = None
    note: Prose | None = None
    sayings: tuple[SayingEntry, ...] = ()
    agenda: tuple[AgendaItemEntry, ...] = ()
    officers: tuple[OfficerEntry, ...] = ()


class SessionEntry(GatheringEntry):
    kind: SessionKind = SessionKind.REGULAR
    states_parties: Count | None = None
    resolutions_adopted: Count | None = None


class MeetingEntry(GatheringEntry):
    body: Key
    in_session: GatheringKey | None = None
    back_to_back_with: GatheringKey | None = None
    reports_to: GatheringKey | None = None
    under: Citation | None = None


# --- documents and terms ---------------------------------------------------------------------------------------------


class TransmissionEntry(Sourced):
    session: GatheringKey
    items: tuple[Name20, ...] = ()
    mandate: Citation | None = None


class VersionEntry(Sourced):
    language: Language
    status: IssueStatus
    reserved_on: Day | None = None
    announced_on: Day | None = None
    issued_on: Day | None = None
    job_number: Name40 | None = None


class DocumentEntry(OfConference):
    """`key` is needed only while no symbol is known. `of` names the document that `relation` speaks of, by key."""

    symbol: Name100 | None = None
    key: Name100 | None = None
    type: DocumentType
    title: Text = Field(default_factory=dict)
    byline: Text = Field(default_factory=dict)
    distribution: Distribution | None = None
    original_language: Language | None = None
    only_language: Language | None = None
    date: Day | None = None
    status: IssueStatus | None = None
    reserved_on: Day | None = None
    announced_on: Day | None = None
    issued_on: Day | None = None
    submit_by: Day | None = None
    submitted_on: Day | None = None
    issue_by: Day | None = None
    session: GatheringKey | None = None
    meeting: GatheringKey | None = None
    body: Key | None = None
    reports_on: GatheringKey | None = None
    reports_on_session: GatheringKey | None = None
    items: tuple[Name20, ...] = ()
    agenda_reference: Name100 | None = None
    relation: Relation | None = None
    of: Name100 | None = None
    is_reissued: Flag = False
    is_late: Flag = False
    mandates: tuple[Citation, ...] = ()
    note: Prose | None = None
    versions: tuple[VersionEntry, ...] = ()
    transmissions: tuple[TransmissionEntry, ...] = ()


class TermEntry(Sourced):
    """A term belongs to the file's conference; `shared: true` makes it one of every conference."""

    conference: Key | None = None
    shared: Flag = False
    group: Annotated[str, StringConstraints(pattern=r"^[-a-zA-Z0-9_]+$", max_length=40)]
    key: Annotated[str, StringConstraints(pattern=r"^[-a-zA-Z0-9_]+$", max_length=80)]
    use: Line300 | None = None
    wording: Text = Field(default_factory=dict)


class RegisterFile(Entry):
    """One file of the register."""

    model_config = ConfigDict(title="A file of the register", extra="forbid", frozen=True)

    schema_version: Literal[1] = SCHEMA_VERSION
    conference: Key | None = None
    sources: tuple[SourceEntry, ...] = ()
    regional_groups: tuple[RegionalGroupEntry, ...] = ()
    instruments: tuple[InstrumentEntry, ...] = ()
    parties: tuple[PartyEntry, ...] = ()
    conferences: tuple[ConferenceEntry, ...] = ()
    bodies: tuple[BodyEntry, ...] = ()
    mandates: tuple[MandateEntry, ...] = ()
    sessions: tuple[SessionEntry, ...] = ()
    meetings: tuple[MeetingEntry, ...] = ()
    documents: tuple[DocumentEntry, ...] = ()
    terms: tuple[TermEntry, ...] = ()


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of one file of the register, as published in data/schemas/register.schema.json."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **RegisterFile.model_json_schema()}

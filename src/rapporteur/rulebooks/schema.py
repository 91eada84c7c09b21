"""What a rulebook is made of: a review mechanism's rules as frozen types, each with how sure it is and its source.

The types refuse what does not fit and make the JSON Schema published in data/schemas. Those of steps are in `step`.
`reading` fills them from a file, `references` checks what only shows across rules; everything after that (`standing`,
`rights`, `drawing`) reads them.
"""

from typing import Annotated, Any, Final, Literal

from pydantic import ConfigDict, Field, StringConstraints

from rapporteur.datafiles.entries import Count, Day, Entry, Flag, Key, Prose, Words
from rapporteur.languages.terms import Language, Multilingual
from rapporteur.rulebooks.ground import Keys, Length, Rule, Source, Unknown
from rapporteur.rulebooks.step import Counting, Matter, Reminder, Step
from rapporteur.rulebooks.terms import (
    Act,
    Choosing,
    ConsentUnit,
    OutputLanguages,
    ParticipantKind,
    Per,
    Visibility,
)

SCHEMA_VERSION: Final = 1

Number = Annotated[str, StringConstraints(min_length=1, max_length=20)]
DataPath = Annotated[str, StringConstraints(pattern=r"^data/[-a-z0-9_/]+\.yaml$", max_length=120)]


# --- what is reviewed, and when --------------------------------------------------------------------------------------


class Article(Entry):
    """An article, or chapter, that is reviewed. Its title rests on the ground of its instrument."""

    number: Number
    title: Words = Field(default_factory=Multilingual)


class Instrument(Rule):
    key: Key
    name: Words
    articles: tuple[Article, ...] = ()


class ClusterPart(Rule):
    """The articles of one instrument in a cluster; none where the list is unknown."""

    instrument: Key
    articles: tuple[Number, ...] = ()


class Cluster(Rule):
    key: Key
    name: Words = Field(default_factory=Multilingual)
    parts: tuple[ClusterPart, ...] = ()


class Phase(Rule):
    """A stretch of a review's life in which its clusters are reviewed."""

    key: Key
    name: Words = Field(default_factory=Multilingual)
    clusters: Keys = ()
    length: Length | None = None


class YearGroup(Rule):
    """The States whose reviews begin together. `reviews` is how many there are."""

    key: Key
    name: Words = Field(default_factory=Multilingual)
    starts_on: Day | None = None
    reviews: Count | None = None


# --- who takes part ------------------------------------------------------------------------------------------------


class Participant(Rule):
    """A side of a review. `at_least` and `at_most` bound how many there are in all."""

    key: Key
    name: Words
    kind: ParticipantKind
    chosen: Choosing | None = None
    at_least: Count | None = None
    at_most: Count | None = None
    for_each_instrument: Count | None = None


class Right(Rule):
    """What a role may do, on which steps and outputs; none named means all."""

    acts: tuple[Act, ...]
    on: Keys = ()


class Role(Rule):
    """What a person is in a review, on behalf of which participants. `at_most` counts persons of one participant."""

    key: Key
    name: Words
    of: Keys
    at_most: Count | None = None
    rights: tuple[Right, ...] = ()


class Audience(Rule):
    """Who may read a thread; `own_delegation` keeps it within the side that began it."""

    key: Key
    name: Words
    participants: Keys = ()
    own_delegation: Flag = False


class Threads(Rule):
    may_widen: Flag


class Lots(Rule):
    """Which rules of the drawing of lots apply."""

    rules: DataPath


# --- what comes of it ----------------------------------------------------------------------------------------------


class Response(Entry):
    """A position that the State under review takes on an observation."""

    key: Key
    name: Words


class ObservationKind(Rule):
    key: Key
    name: Words
    needs_article: Flag = True
    responses: tuple[Response, ...] = ()


class Part(Rule):
    """A section of an output's blueprint. `holds` are the kinds of observation that stand in it."""

    key: Key
    heading: Words
    per: Per = Per.OUTPUT
    holds: Keys = ()


class Publication(Rule):
    """Whose consent makes an output public, and whether it is given part by part."""

    consent_of: Key
    unit: ConsentUnit = ConsentUnit.OUTPUT


class Output(Rule):
    """A document that a step makes. `official` ones take a symbol; limits are those of its whole text."""

    key: Key
    name: Words
    drafted_by: Keys
    agreed_by: Keys = ()
    official: Flag = False
    languages: OutputLanguages
    visibility: Visibility
    publication: Publication | None = None
    parts: tuple[Part, ...] = ()
    at_most_words: Count | None = None
    at_most_pages: Count | None = None


class Speech(Rule):
    """The languages of the mechanism; a review is held in `at_most_in_review` of them, where that is known."""

    official: tuple[Language, ...]
    at_most_in_review: Count | None = None


class Rulebook(Entry):
    """All rules of one review mechanism, in one version."""

    model_config = ConfigDict(title="A rulebook", extra="forbid", frozen=True)

    schema_version: Literal[1]
    key: Key
    version: Number
    title: Words
    about: Prose
    sources: tuple[Source, ...]
    languages: Speech
    counting: Counting
    instruments: Annotated[tuple[Instrument, ...], Field(min_length=1)]
    clusters: tuple[Cluster, ...] = ()
    phases: tuple[Phase, ...] = ()
    year_groups: tuple[YearGroup, ...] = ()
    lots: Lots | None = None
    participants: Annotated[tuple[Participant, ...], Field(min_length=1)]
    roles: tuple[Role, ...]
    audiences: tuple[Audience, ...] = ()
    threads: Threads | None = None
    matters: tuple[Matter, ...] = ()
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=100)]
    reminders: tuple[Reminder, ...] = ()
    observation_kinds: tuple[ObservationKind, ...] = ()
    outputs: tuple[Output, ...] = ()
    unknowns: tuple[Unknown, ...] = ()

    def step(self, key: str) -> Step:
        return next(step for step in self.steps if step.key == key)

    def output(self, key: str) -> Output:
        return next(output for output in self.outputs if output.key == key)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a rulebook's file, as published in data/schemas/rulebook.schema.json."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Rulebook.model_json_schema()}

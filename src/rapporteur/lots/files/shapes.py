"""What may stand in rules.yaml: the keys, the kind and span of every value, and the JSON Schema made from these types.

`rules` turns a file of this shape into `Rules`. The spans keep out what no draw could mean; they say nothing about what
a mechanism's rules are.
"""

from typing import Annotated, Any, Final, Literal

from pydantic import Field, Strict, StringConstraints

from rapporteur.datafiles.entries import Count, Entry, Flag
from rapporteur.lots.terms import (
    AdditionalRule,
    BlankRule,
    GroundStatus,
    LegalRule,
    MutualScope,
    Period,
    ShortfallRule,
    Side,
)

FORMAT: Final = "lots-rules/1"

Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+$", max_length=40)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=600)]
Group = Annotated[str, StringConstraints(min_length=1, max_length=120)]
Seats = Annotated[int, Strict(), Field(ge=0, le=1)]
Size = Annotated[int, Strict(), Field(ge=1, le=32767)]
Tries = Annotated[int, Strict(), Field(ge=0, le=1_000_000_000)]
Attempts = Annotated[int, Strict(), Field(ge=1, le=1_000_000_000)]


class Parameter(Entry):
    """A value with its ground: how sure it is that it is the rule, and where that was found."""

    status: GroundStatus = GroundStatus.UNKNOWN
    source: Annotated[str, StringConstraints(max_length=600)] = ""


class SeatsParameter(Parameter):
    value: Seats


class CountParameter(Parameter):
    value: Count


class CapParameter(Parameter):
    """No value is no cap."""

    value: Count | None


class SizeParameter(Parameter):
    value: Size


class TriesParameter(Parameter):
    value: Tries


class AttemptsParameter(Parameter):
    value: Attempts


class FlagParameter(Parameter):
    value: Flag


class AdditionalParameter(Parameter):
    value: AdditionalRule


class BlankParameter(Parameter):
    value: BlankRule


class MutualParameter(Parameter):
    value: MutualScope


class LegalParameter(Parameter):
    value: LegalRule


class ShortfallParameter(Parameter):
    value: ShortfallRule


class Parameters(Entry):
    """Every rule as a parameter; one that is not there has its default and an unknown ground."""

    own_group: SeatsParameter | None = None
    other_group: SeatsParameter | None = None
    any_group: SeatsParameter | None = None
    minimum: CountParameter | None = None
    maximum: CountParameter | None = None
    additional: AdditionalParameter | None = None
    additional_counts: FlagParameter | None = None
    additional_maximum: CapParameter | None = None
    reviewers_at_most: CountParameter | None = None
    blank_status: BlankParameter | None = None
    no_mutual: MutualParameter | None = None
    bar_previous: FlagParameter | None = None
    legal: LegalParameter | None = None
    class_minimum: SizeParameter | None = None
    year_groups: SizeParameter | None = None
    proportional: FlagParameter | None = None
    redraws: CountParameter | None = None
    shortfall: ShortfallParameter | None = None
    attempts: AttemptsParameter | None = None
    additional_tries: TriesParameter | None = None
    chain: FlagParameter | None = None
    balls: SizeParameter | None = None


class SettledEntry(Entry):
    reviewer: Code
    reviewed: Code
    period: Period


class BarredEntry(Entry):
    reviewer: Code
    reviewed: Code
    reason: Line


class FixedEntry(Entry):
    reviewed: Code
    side: Side
    reviewer: Code
    reason: Line


class RulesFile(Entry):
    """One file of rules. `groups`, where it is there, names every regional group that a roster may name."""

    format: Literal["lots-rules/1"]
    groups: tuple[Group, ...] = ()
    parameters: Parameters = Field(default_factory=Parameters)
    settled: tuple[SettledEntry, ...] = ()
    barred: tuple[BarredEntry, ...] = ()
    fixed: tuple[FixedEntry, ...] = ()


def rules_schema() -> dict[str, Any]:
    """Return the JSON Schema of a file of rules, as published in data/schemas/lots-rules.schema.json."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **RulesFile.model_json_schema()}

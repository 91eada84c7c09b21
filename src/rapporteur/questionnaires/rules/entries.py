"""What may stand in a questionnaire's file. The JSON Schema published in data/schemas is made from these types.

A list of options that many questions share stands once under `options` and is named by its key.
"""

from typing import Annotated, Any, Final, Literal, Self

from pydantic import ConfigDict, Field, Strict, StringConstraints, model_validator

from rapporteur.datafiles.entries import Day, Entry, Key, Prose, Text
from rapporteur.languages.terms import Language
from rapporteur.questionnaires.terms import ColumnKind, Kind, Operator, Severity

FORMAT: Final = "questionnaire/1"
Whole = Annotated[int, Strict()]
Short = Annotated[str, StringConstraints(min_length=1, max_length=40)]
WITHOUT_VALUE: Final = frozenset({Operator.ANSWERED, Operator.NOT_ANSWERED})


class ComparisonEntry(Entry):
    """A look at the answer to an earlier question: {question: c5-1, operator: is, value: "yes"}."""

    question: Key
    operator: Operator
    value: Short | Whole | None = None

    @model_validator(mode="after")
    def _has_what_it_needs(self) -> Self:
        if (self.value is None) != (self.operator in WITHOUT_VALUE):
            needed = "no value" if self.operator in WITHOUT_VALUE else "a value"
            raise ValueError(f"the operator {self.operator} takes {needed}")
        return self


class ConditionEntry(Entry):
    """Comparisons of which all must hold, and comparisons of which one must."""

    all: tuple[ComparisonEntry, ...] = ()
    any: tuple[ComparisonEntry, ...] = ()

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.all or self.any):
            raise ValueError('a condition has comparisons under "all" or "any"')
        return self


class CheckEntry(Entry):
    when: ConditionEntry
    severity: Severity
    message: Text


class OptionEntry(Entry):
    value: Short
    label: Text


class ColumnEntry(Entry):
    key: Key
    label: Text
    kind: ColumnKind = ColumnKind.TEXT


class LimitsEntry(Entry):
    least: Whole | None = None
    most: Whole | None = None
    earliest: Day | None = None
    latest: Day | None = None
    decimals: Annotated[int, Strict(), Field(ge=0, le=6)] = 0


class QuestionEntry(Entry):
    key: Key
    number: Short
    text: Text
    kind: Kind
    guidance: Text = Field(default_factory=dict)
    options: Key | tuple[OptionEntry, ...] = ()
    columns: tuple[ColumnEntry, ...] = ()
    shown_if: ConditionEntry | None = None
    required_if: Literal["always"] | ConditionEntry | None = None
    checks: tuple[CheckEntry, ...] = ()
    limits: LimitsEntry = LimitsEntry()


class SectionEntry(Entry):
    key: Key
    title: Text
    instrument: str = ""
    article: str = ""
    guidance: Text = Field(default_factory=dict)
    questions: Annotated[tuple[QuestionEntry, ...], Field(min_length=1)]


class QuestionnaireEntry(Entry):
    """A questionnaire in one version. `notice` says whose text it is, and is shown wherever it is shown."""

    model_config = ConfigDict(extra="forbid", frozen=True, title="A questionnaire")

    format: Literal["questionnaire/1"]
    key: Key
    version: Annotated[int, Strict(), Field(ge=1)]
    title: Text
    notice: Text
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    source: Prose | Literal[""] = ""
    options: dict[Key, tuple[OptionEntry, ...]] = Field(default_factory=dict)
    sections: Annotated[tuple[SectionEntry, ...], Field(min_length=1)]


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a questionnaire's file."""
    return QuestionnaireEntry.model_json_schema()

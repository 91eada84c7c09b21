"""What a questionnaire is made of: sections by instrument and article, questions of eight kinds, conditions, checks.

Everything is frozen and plain. `rules` reads it from a file, decides which questions are shown to whom who has answered
what, and says what an answer still wants.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from rapporteur.languages.terms import Language, Multilingual

Value = Any  # plain data as JSON holds it; its form follows from the question's kind (see `rules.values`)
Answers = Mapping[str, Value]  # by the question's key; what is not there is not answered


class Kind(StrEnum):
    """What kind of answer a question asks for."""

    CHOICE = "choice"
    CHOICES = "choices"
    TEXT = "text"
    LEGISLATION = "legislation"
    TABLE = "table"
    NUMBER = "number"
    DATE = "date"
    ATTACHMENT = "attachment"


class ColumnKind(StrEnum):
    """What a column of a table holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"


class Severity(StrEnum):
    """What a finding does: it keeps the answers from being submitted, warns of it, or tells the reader something."""

    BLOCKS = "blocks"
    WARNS = "warns"
    INFORMS = "informs"


class Operator(StrEnum):
    """How a condition looks at one answer. No comparison holds of a question that is not answered or not shown."""

    IS = "is"
    IS_NOT = "is_not"
    INCLUDES = "includes"
    ABOVE = "above"
    BELOW = "below"
    ANSWERED = "answered"
    NOT_ANSWERED = "not_answered"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A condition on the answer to one question. `value` is blank where the operator needs none."""

    question: str
    operator: Operator
    value: str | int | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """Comparisons of which all must hold, and comparisons of which one must hold; without any, it holds always."""

    all_of: tuple[Comparison, ...] = ()
    any_of: tuple[Comparison, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.all_of or self.any_of)

    def __iter__(self) -> Iterator[Comparison]:
        yield from (*self.all_of, *self.any_of)


ALWAYS: Final = Condition()


@dataclass(frozen=True, slots=True)
class Check:
    """A condition that answers should not meet together, and what is told when they do."""

    when: Condition
    severity: Severity
    message: Multilingual


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: Multilingual


@dataclass(frozen=True, slots=True)
class Column:
    key: str
    label: Multilingual
    kind: ColumnKind = ColumnKind.TEXT


@dataclass(frozen=True, slots=True)
class Limits:
    """What bounds an answer: a number or a count of characters, choices, rows or files; None is no bound."""

    least: int | None = None
    most: int | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `key` never changes from version to version while the question asks the same.

    `required_if` of None never requires; `ALWAYS` always does.
    """

    key: str
    number: str
    text: Multilingual
    kind: Kind
    guidance: Multilingual = field(default_factory=Multilingual)
    options: tuple[Option, ...] = ()
    columns: tuple[Column, ...] = ()
    shown_if: Condition = ALWAYS
    required_if: Condition | None = None
    checks: tuple[Check, ...] = ()
    limits: Limits = Limits()

    def option(self, value: str) -> Option | None:
        return next((option for option in self.options if option.value == value), None)


@dataclass(frozen=True, slots=True)
class Section:
    """What is asked on one article of one instrument; `instrument` and `article` are blank for what concerns all."""

    key: str
    title: Multilingual
    questions: tuple[Question, ...]
    instrument: str = ""
    article: str = ""
    guidance: Multilingual = field(default_factory=Multilingual)


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A questionnaire in one version. `notice` is shown wherever it is shown: whose text it is, and how official."""

    key: str
    version: int
    title: Multilingual
    notice: Multilingual
    languages: tuple[Language, ...]
    sections: tuple[Section, ...]
    source: str = ""

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for section in self.sections for question in section.questions)

    def question(self, key: str) -> Question | None:
        return next((question for question in self.questions if question.key == key), None)

    def section_of(self, key: str) -> Section | None:
        """Return the section in which a question stands."""
        return next((s for s in self.sections if any(question.key == key for question in s.questions)), None)

    def section(self, key: str) -> Section | None:
        return next((section for section in self.sections if section.key == key), None)


@dataclass(frozen=True, slots=True)
class Finding:
    """What stands against an answer or a missing one. `message` is in the reader's language where it has one."""

    question: str
    severity: Severity
    message: Multilingual


@dataclass(frozen=True, slots=True)
class Completeness:
    """How far a section is: of the questions shown, how many are answered, required, and required but missing."""

    shown: int
    answered: int
    required: int
    missing: int

    @property
    def per_cent(self) -> int:
        """Return the share of shown questions that are answered, rounded down; all of none is 100."""
        return 100 * self.answered // self.shown if self.shown else 100


class AssessmentStage(StrEnum):
    """Whether a State may still change its answers."""

    OPEN = "open"
    SUBMITTED = "submitted"


class Origin(StrEnum):
    """How an answer came in: typed on the page, from a form filled offline, or carried over from an earlier version."""

    TYPED = "typed"
    OFFLINE = "offline"
    CARRIED = "carried"


class Outcome(StrEnum):
    """What became of an answer that was sent."""

    SAVED = "saved"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"


class Fate(StrEnum):
    """What a form filled offline would do to an answer when it comes back."""

    UNCHANGED = "unchanged"
    NEW = "new"
    CHANGED = "changed"
    EMPTIED = "emptied"
    CONFLICT = "conflict"
    UNFIT = "unfit"


class TranslationStatus(StrEnum):
    """How far a translation of an answer is. It never takes the answer's place."""

    ASKED = "asked"
    UNDER_WAY = "under_way"
    DONE = "done"
    CHECKED = "checked"

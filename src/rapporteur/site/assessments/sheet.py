"""A section as its page shows it: each question with its answer, how it stands, and what is wrong with it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rapporteur.questionnaires.models import Answer, Attachment, Presence, Rival
from rapporteur.questionnaires.queries import answers as queries
from rapporteur.questionnaires.rules.completeness import completeness, findings
from rapporteur.questionnaires.rules.conditions import required, shown, spoken
from rapporteur.questionnaires.terms import Completeness, Finding, Kind, Question, Questionnaire, Section, Value
from rapporteur.site.assessments.guard import Case
from rapporteur.site.assessments.typed import ROWED, Typed, columns_of

SPARE_ROWS = 2
# Kinds whose answers are words of a language; of others, none has to be chosen.
WORDED = frozenset({Kind.TEXT, Kind.LEGISLATION, Kind.TABLE})


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table or of citations: each cell with its name, its column, and what stands in it."""

    at: int
    cells: list[tuple[Any, str, str]]


@dataclass(frozen=True, slots=True)
class Entry:
    """One question of the form. `value` is what stands in its fields: the answer, or what was typed and refused."""

    question: Question
    answer: Answer | None
    value: Value
    language: str
    is_shown: bool
    is_required: bool
    number: int = 0
    fault: str = ""
    findings: list[Finding] = field(default_factory=list)
    rivals: list[Rival] = field(default_factory=list)
    remarks: int = 0
    files: list[Attachment] = field(default_factory=list)
    spare: int = SPARE_ROWS

    @property
    def is_worded(self) -> bool:
        return self.question.kind in WORDED

    @property
    def rows(self) -> list[Row]:
        """Return the rows of a table, and spare ones."""
        if self.question.kind not in ROWED:
            return []
        told = self.value if isinstance(self.value, list) else []
        columns = columns_of(self.question)
        labels = {column.key: column for column in self.question.columns}
        return [
            Row(at, [(labels.get(key, key), f"a.{self.question.key}.{at}.{key}", row.get(key, "")) for key in columns])
            for at, row in enumerate([*told, *({} for _ in range(self.spare))])
        ]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A section with its entries, how far it and those around it are, and who is at it now."""

    section: Section
    entries: list[Entry]
    parts: Mapping[str, Completeness]
    here: list[Presence]

    @property
    def part(self) -> Completeness:
        return self.parts[self.section.key]

    @property
    def shown(self) -> list[str]:
        return [entry.question.key for entry in self.entries if entry.is_shown]


@dataclass(frozen=True, slots=True)
class Refilled:
    """What a form that is shown again holds: what was typed, what is wrong with it, and where rows are wanted."""

    typed: Mapping[str, Typed] = field(default_factory=dict)
    faults: Mapping[str, str] = field(default_factory=dict)
    more_rows_in: str = ""


def sheet(case: Case, section: Section, refilled: Refilled, *, at: dt.datetime) -> Sheet:
    """Return a section as it stands, with a fixed number of questions to the database."""
    answers = queries.answers(case.assessment)
    values = {key: answer.value for key, answer in answers.items()}
    keys = [question.key for question in section.questions]
    rivals = queries.open_rivals(case.assessment, keys)
    remarks = queries.open_remarks(case.assessment, section) if case.is_of_team else {}
    files = queries.attachments(case.assessment)
    on_view = {question.key for question in shown(case.asked, values)}
    counted = spoken(case.asked, values)
    found: dict[str, list[Finding]] = {}
    for finding in findings(case.asked, values):
        found.setdefault(finding.question, []).append(finding)
    entries = []
    for question in section.questions:
        answer = answers.get(question.key)
        refused = refilled.typed.get(question.key) if question.key in refilled.faults else None
        entries.append(
            Entry(
                question=question,
                answer=answer,
                value=refused.value if refused else (answer.value if answer else None),
                language=(refused.language if refused else "") or (answer or case.assessment).language,
                number=refused.based_on if refused else (answer.number if answer else 0),
                is_shown=question.key in on_view,
                is_required=required(question, counted),
                fault=refilled.faults.get(question.key, ""),
                findings=[] if answer is None or answer.value is None else found.get(question.key, []),
                rivals=rivals.get(question.key, []),
                remarks=remarks.get(question.key, 0),
                files=files.get(question.key, []),
                spare=SPARE_ROWS + 3 * (question.key == refilled.more_rows_in),
            )
        )
    here = [one for one in queries.present(case.assessment, at=at) if one.section == section.key]
    return Sheet(section, entries, completeness(case.asked, values), here)


def on_view(asked: Questionnaire, section: Section, values: Mapping[str, Value]) -> list[str]:
    """Return the questions of a section that are shown."""
    own = {question.key for question in section.questions}
    return [question.key for question in shown(asked, values) if question.key in own]

"""What the person who signed in has to do: the assessments he has a part in, how far each is, what waits for him."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from rapporteur.languages.terms import Multilingual
from rapporteur.parties.queries import names
from rapporteur.people.models import Person
from rapporteur.people.queries import cases, standings
from rapporteur.people.terms import Part
from rapporteur.questionnaires.models import Assessment
from rapporteur.questionnaires.queries import answers as queries
from rapporteur.questionnaires.queries.definitions import definition
from rapporteur.questionnaires.rules.completeness import completeness, whole
from rapporteur.questionnaires.terms import Completeness, Questionnaire, Section
from rapporteur.site.assessments.guard import for_people

_READ_ALL = frozenset({Part.FOCAL_POINT, Part.EXPERT, Part.OBSERVER})


@dataclass(frozen=True, slots=True)
class Work:
    """An assessment as somebody's list shows it. `given` are the sections that were given to him by name."""

    assessment: Assessment
    asked: Questionnaire
    state: Multilingual | None
    parts: list[Part]
    is_case: bool
    how_far: Completeness
    given: list[tuple[Section, Completeness]]
    conflicts: int


@require_safe
@for_people
@never_cache
def mine(request: HttpRequest) -> HttpResponse:
    return render(request, "assessments/mine.html", {"works": works_of(cast("Person", request.user))})


def works_of(person: Person) -> list[Work]:
    """Return what somebody has a part in, with a fixed number of questions to the database."""
    own, named = standings(person), cases(person)
    found = queries.assessments_of(own.keys() | named)
    values = queries.values_of(found)
    given = queries.sections_given_to(person.email, found)
    rivals = queries.count_open_rivals(found)
    states = names({one.state for one in found})
    works = []
    for one in found:
        parts = own.get((one.process, one.state), set())
        asked = definition(one.release)
        how_far = completeness(asked, values[one.pk])
        sections = [(s, how_far[s.key]) for s in asked.sections if parts and s.key in given.get(one.pk, ())]
        reads_all = bool(parts & _READ_ALL) or not parts
        works.append(
            Work(
                assessment=one,
                asked=asked,
                state=states.get(one.state),
                parts=sorted(parts, key=list(Part).index),
                is_case=(one.process, one.state) in named,
                how_far=whole(how_far) if reads_all else whole({s.key: part for s, part in sections}),
                given=sections,
                conflicts=_conflicts(
                    asked, rivals.get(one.pk, set()), reads_all=bool(parts & _READ_ALL), given=sections
                ),
            )
        )
    return works


def _conflicts(
    asked: Questionnaire, questions: Iterable[str], *, reads_all: bool, given: list[tuple[Section, Completeness]]
) -> int:
    keys = {section.key for section, _part in given}
    sections = (asked.section_of(question) for question in questions)
    return sum(section is not None and (reads_all or section.key in keys) for section in sections)

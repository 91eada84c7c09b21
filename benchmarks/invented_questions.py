"""An invented questionnaire of any size, with a State that answers it, for the measures of questionnaires."""

from typing import TYPE_CHECKING

from rapporteur.languages.terms import Language, Multilingual
from rapporteur.questionnaires.terms import (
    ALWAYS,
    Comparison,
    Condition,
    Kind,
    Operator,
    Question,
    Questionnaire,
    Section,
)

if TYPE_CHECKING:
    from rapporteur.people.models import Person
    from rapporteur.questionnaires.models import Assessment

PROCESS = "invented/1"
FOLLOWS_EACH = 5  # of so many questions, one is shown only when the one before it is answered


def text(section: int, number: int) -> str:
    """Return what is answered to a question."""
    return f"Article {section * 100 + number} of the act on lighthouses, in force since the year 2000, says so."


def questionnaire(sections: int, questions: int) -> Questionnaire:
    """Return a questionnaire of so many sections, each of so many questions for a text; all are required."""
    return Questionnaire(
        key="invented",
        version=1,
        title=_said("Invented questionnaire"),
        notice=_said("Invented, to be measured."),
        languages=(Language.ENGLISH,),
        sections=tuple(
            Section(f"s{place}", _said(f"Section {place}"), tuple(_question(place, n) for n in range(questions)))
            for place in range(sections)
        ),
    )


def _question(section: int, number: int) -> Question:
    before = Comparison(f"q-{section}-{number - 1}", Operator.ANSWERED)
    return Question(
        key=f"q-{section}-{number}",
        number=f"{section}.{number}",
        text=_said(f"What does the law say of matter {number}?"),
        kind=Kind.TEXT,
        shown_if=Condition(all_of=(before,)) if number % FOLLOWS_EACH == FOLLOWS_EACH - 1 else ALWAYS,
        required_if=ALWAYS,
    )


def _said(words: str) -> Multilingual:
    return Multilingual.plain(en=words)


def open_for(asked: Questionnaire, state: str) -> "tuple[Assessment, Person]":
    """Release a questionnaire, open it for an invented State, and name the State's focal point."""
    from django.utils import timezone  # noqa: PLC0415 - Django is set up after import

    from rapporteur.people.actions.nominating import nominate  # noqa: PLC0415 - as above
    from rapporteur.people.actions.noting import record_note  # noqa: PLC0415 - as above
    from rapporteur.people.terms import Direction, Nominee, NoteEntry, Part  # noqa: PLC0415 - as above
    from rapporteur.questionnaires.actions import opening  # noqa: PLC0415 - as above

    at, by = timezone.now(), "benchmark"
    released = opening.release(asked, by=by, at=at)
    case = opening.open_assessment(released, opening.Opening(PROCESS, state), by=by, at=at)
    entry = NoteEntry(Direction.IN, "NV/1", state, at.date(), at.date(), "Participation")
    note = record_note(entry, by=by, at=at)
    email = f"focal-point@{state.lower().replace(' ', '-')}.example"
    nominee = Nominee(email, f"Focal point of {state}", Part.FOCAL_POINT)
    named = nominate(nominee, note=note, process=PROCESS, by=by, at=at)
    return case, named.person

"""The people of the demonstration: whom the notes verbales of invented States name, and an officer of their cases.

No mail goes out: their one password is set here and kept beside the database, as that of the demonstration's officer.
"""

import datetime as dt
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rapporteur.people.terms import Nominee, Part

CASE_OFFICER: Final = "case-officer@example.org"
PARTS: Final = {
    Part.FOCAL_POINT: "Focal point",
    Part.EXPERT: "Expert",
    Part.CONTRIBUTOR: "Contributor",
    Part.OBSERVER: "Observer",
}


@dataclass(frozen=True, slots=True)
class Acting:
    """Who does something in the demonstration, and when."""

    by: str
    at: dt.datetime


def email(part: Part, state: str) -> str:
    return f"{part.value.replace('_', '-')}@{state.lower()}.example"


def name_people(state: str, process: str, *, parts: tuple[Part, ...], acting: Acting) -> None:
    """Record an invented note verbale of a State, name its people by it, and give its case to the officer."""
    from rapporteur.people.actions.nominating import ask_to_contribute, give_case, nominate_all
    from rapporteur.people.actions.noting import record_note
    from rapporteur.people.models import Person
    from rapporteur.people.terms import NAMED_BY_NOTE, Direction, NoteEntry

    by, at = acting.by, acting.at
    day = at.date()
    subject = f"Participation in {process} (invented)"
    note = record_note(NoteEntry(Direction.IN, f"NV/{process}/1", state, day, day, subject), by=by, at=at)
    named = [(_nominee(part, state), False) for part in parts if part in NAMED_BY_NOTE]
    nominate_all(named, note=note, process=process, by=by, at=at)
    if Part.CONTRIBUTOR in parts:
        focal = email(Part.FOCAL_POINT, state)
        ask_to_contribute(_nominee(Part.CONTRIBUTOR, state), state=state, process=process, by=focal, at=at)
    give_case(Person.objects.get(email=CASE_OFFICER), process=process, state=state, by=by, at=at)


def _nominee(part: Part, state: str) -> Nominee:
    return Nominee(email(part, state), f"{PARTS[part]} of {state}", part)


def add_case_officer(password: str) -> None:
    from rapporteur.cli.officer import create_officer

    create_officer(CASE_OFFICER, name="Officer of the invented cases", password=password)


def let_in(states: tuple[str, ...], password: str) -> None:
    """Set the password of everybody named for these States, as each would by accepting an invitation."""
    from django.contrib.auth.hashers import make_password

    from rapporteur.people.models import Person

    named = Person.objects.filter(nominations__state__in=states).values("pk")
    Person.objects.filter(pk__in=named).update(password=make_password(password))


def password_kept(folder: Path) -> str:
    """Return the password of the demonstration's people, made at the first call and kept where nobody else reads it."""
    kept = folder / "demo-people.txt"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(12) + "\n", encoding="utf-8")
    return kept.read_text(encoding="utf-8").strip()

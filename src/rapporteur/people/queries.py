"""Questions to the records of people: who somebody is in a process, whom a State has named, which notes are kept."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.db.models import Count, Q

from rapporteur.people.models import CaseOfficer, Invitation, Nomination, NoteVerbale, Person
from rapporteur.people.terms import NOBODY, Asker, Part, Standing, Told

VALID_FOR: Final = dt.timedelta(days=10)  # how long a link works, and how long a mail is waited for


def asker(person: object, *, process: str, sections: Iterable[str] = ()) -> Asker:
    """Return who somebody is in one process; `sections` are those given to him there. Two questions at most."""
    if not isinstance(person, Person) or not person.is_active:
        return NOBODY
    running = Nomination.objects.filter(person=person, process=process, until__isnull=True)
    standing = tuple(
        Standing(Part(part), state, process, frozenset(sections))
        for part, state in running.values_list("part", "state")
    )
    named = frozenset(pair for pair in cases(person) if pair[0] == process)
    return Asker(True, person.is_officer, standing, named)


def cases(person: object) -> frozenset[tuple[str, str]]:
    """Return the cases an active officer is named for, as (process, State)."""
    if not isinstance(person, Person) or not person.is_active or not person.is_officer:
        return frozenset()
    named = CaseOfficer.objects.filter(person=person, until__isnull=True)
    return frozenset(named.values_list("process", "state"))


def standings(person: Person) -> dict[tuple[str, str], set[Part]]:
    """Return what parts somebody takes at present, by process and State."""
    found: dict[tuple[str, str], set[Part]] = {}
    running = Nomination.objects.filter(person=person, until__isnull=True)
    for process, state, part in running.values_list("process", "state", "part"):
        found.setdefault((process, state), set()).add(Part(part))
    return found


def standings_of(person: Person) -> list[Nomination]:
    """Return what somebody is named for at present, with the notes that say so."""
    return list(person.nominations.filter(until__isnull=True).select_related("note"))


def delegation(process: str, state: str) -> list[Nomination]:
    """Return everybody whom a State has named for a process, past ones too, with their notes; focal points first."""
    found = Nomination.objects.filter(process=process, state=state).select_related("person", "note", "ended_by")
    return sorted(found, key=lambda one: (list(Part).index(Part(one.part)), one.since, one.pk))


def nomination(pk: int) -> Nomination | None:
    return Nomination.objects.select_related("person", "note").filter(pk=pk).first()


def told(one: Nomination, *, at: dt.datetime) -> Told:
    """Return how far somebody has come since he was named; nothing of what he did here before that."""
    since, last = one.named_at, one.person.last_login
    if last is not None and one.person.has_usable_password() and (since is None or last >= since):
        return Told.CAME_IN
    if one.told_at is None:
        return Told.NOT_TOLD
    return Told.EXPIRED if one.told_at + VALID_FOR <= at else Told.SENT


def invitations_of(person: Person) -> list[Invitation]:
    """Return every link sent to a person, the last first."""
    return list(person.invitations.order_by("-sent_at", "-pk"))


@dataclass(frozen=True, slots=True)
class Delegation:
    """What stands of a State's people in a process: how many, who the focal point is, how many officers have it."""

    process: str
    state: str
    running: int
    focal_point: str
    officers: int


def delegations() -> list[Delegation]:
    """Return every State that has, or had, people in a process, by process and State. Three questions."""
    counted = Nomination.objects.order_by("process", "state").values_list("process", "state")
    running = {
        (process, state): number
        for process, state, number in counted.annotate(running=Count("pk", filter=Q(until__isnull=True)))
    }
    points = Nomination.objects.filter(part=Part.FOCAL_POINT, until__isnull=True).select_related("person")
    named = {(one.process, one.state): one.name or one.person.name for one in points}
    kept = CaseOfficer.objects.filter(until__isnull=True).order_by("process", "state").values_list("process", "state")
    officers = {(process, state): number for process, state, number in kept.annotate(number=Count("pk"))}
    return [
        Delegation(*pair, running.get(pair, 0), named.get(pair, ""), officers.get(pair, 0))
        for pair in sorted({*running, *officers})
    ]


def case_officers(process: str, state: str) -> list[CaseOfficer]:
    """Return the officers named for a case, past ones too."""
    return list(CaseOfficer.objects.filter(process=process, state=state).select_related("person"))


def case_officer(pk: int) -> CaseOfficer | None:
    return CaseOfficer.objects.select_related("person").filter(pk=pk).first()


def officers() -> list[Person]:
    return list(Person.objects.filter(is_officer=True, is_active=True).order_by("name", "email"))


def officer(pk: int) -> Person | None:
    return Person.objects.filter(pk=pk, is_officer=True, is_active=True).first()


def notes(*, sought: str = "", direction: str = "", first: int = 0, limit: int = 50) -> list[NoteVerbale]:
    """Return notes verbales, the last handled first; `sought` is looked for in reference, State, subject and text."""
    found = NoteVerbale.objects.all()
    if direction:
        found = found.filter(direction=direction)
    if sought:
        words = ("reference", "state", "subject", "text")
        matching = Q()
        for field in words:
            matching |= Q(**{f"{field}__icontains": sought})
        found = found.filter(matching)
    return list(found[first : first + limit])


def note(pk: int) -> NoteVerbale | None:
    return NoteVerbale.objects.filter(pk=pk).first()


def notes_of(state: str) -> list[NoteVerbale]:
    return list(NoteVerbale.objects.filter(state=state)[:200])


def processes_named() -> list[str]:
    return list(Nomination.objects.order_by("process").values_list("process", flat=True).distinct())

"""Questions to the records of people: who somebody is in a process, and who a State has named."""

from collections.abc import Iterable

from rapporteur.people.models import CaseOfficer, Nomination, Person
from rapporteur.people.terms import NOBODY, Asker, Part, Standing


def asker(person: object, *, process: str, sections: Iterable[str] = ()) -> Asker:
    """Return who somebody is in one process; `sections` are those given to him there. Two questions at most."""
    if not isinstance(person, Person) or not person.is_active:
        return NOBODY
    running = Nomination.objects.filter(person=person, process=process, until__isnull=True)
    standings = tuple(
        Standing(Part(part), state, process, frozenset(sections))
        for part, state in running.values_list("part", "state")
    )
    cases: frozenset[tuple[str, str]] = frozenset()
    if person.is_officer:
        named = CaseOfficer.objects.filter(person=person, process=process, until__isnull=True)
        cases = frozenset(named.values_list("process", "state"))
    return Asker(True, person.is_officer, standings, cases)


def delegation(process: str, state: str) -> list[Nomination]:
    """Return everybody whom a State has named for a process, past ones too, with their notes."""
    found = Nomination.objects.filter(process=process, state=state)
    return list(found.select_related("person", "note", "ended_by"))

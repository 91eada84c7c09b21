"""Which assessments are open to somebody, as the journal names its subjects."""

from django.db.models import Q

from rapporteur.journal.terms import Subject
from rapporteur.people.queries import cases
from rapporteur.questionnaires.models import Assessment


def opened_to(person: object) -> frozenset[Subject]:
    """Return the assessments of the cases an officer is named for: their acts in the journal are open to him."""
    wanted = Q()
    for process, state in cases(person):
        wanted |= Q(process=process, state=state)
    if not wanted:
        return frozenset()
    return frozenset(("assessment", code) for code in Assessment.objects.filter(wanted).values_list("code", flat=True))


def processes_asked() -> list[str]:
    """Return the processes in which questionnaires were opened."""
    return list(Assessment.objects.order_by("process").values_list("process", flat=True).distinct())

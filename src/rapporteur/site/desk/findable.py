"""Keeping the search in step: whatever an act changes is found under its new words as soon as the act is done."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from django.db import transaction

from rapporteur.bodies.models import Body, Officer
from rapporteur.meetings.actions import MEETING
from rapporteur.meetings.models import Meeting
from rapporteur.search.actions import refresh
from rapporteur.site.desk.kinds import Kind

T = TypeVar("T")


def findable(kind: Kind, record: Any, act: Callable[[], T]) -> T:
    """Do an act on a record (on a new one for None) and make its entries of the search anew, in one transaction."""
    with transaction.atomic():
        subjects = {kind.kept.subject(record), *_beside(record)} if record is not None else set()
        done = act()
        now = done if record is None else kind.records().filter(pk=record.pk).first()
        if now is not None:
            subjects |= {kind.kept.subject(now), *_beside(now)}
        refresh(subjects)
    return done


def _beside(record: Any) -> Iterator[tuple[str, str]]:
    """Yield the records whose entries hold words of this one: meetings of a body, the body of an officer."""
    if isinstance(record, Body):
        for meeting in Meeting.objects.filter(body=record).select_related("body__conference"):
            yield MEETING.subject(meeting)
    if isinstance(record, Officer) and record.body:
        yield "body", f"{record.conference.key}/{record.body.key}"

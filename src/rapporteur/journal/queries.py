"""Reading the journal back."""

import datetime as dt

from rapporteur.journal.models import Act
from rapporteur.journal.rules import Fault, Row, faults


def verify() -> list[Fault]:
    """Return every fault of the journal, in order; an empty list means that no row was changed, moved or removed."""
    return list(faults((as_row(act), act.seal) for act in Act.objects.order_by("number").iterator(chunk_size=1000)))


def as_row(act: Act) -> Row:
    return Row(
        number=act.number,
        at=act.at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
        by=act.by,
        verb=act.verb,
        subject_kind=act.subject_kind,
        subject_key=act.subject_key,
        content=act.content,
        previous=act.previous,
    )


def head() -> tuple[int, str] | None:
    """Return the number and seal of the last row, for publication; None while nothing has been written."""
    last = Act.objects.order_by("-number").values_list("number", "seal").first()
    return (last[0], last[1]) if last else None


def history(subject_kind: str, subject_key: str) -> list[Act]:
    """Return every act on one record, oldest first."""
    return list(Act.objects.filter(subject_kind=subject_kind, subject_key=subject_key).order_by("number"))

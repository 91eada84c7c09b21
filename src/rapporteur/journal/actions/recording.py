"""Adding to the journal: the only way a row comes into being."""

import datetime as dt
from typing import Any

from django.db import connection, transaction

from rapporteur.journal.models import Act
from rapporteur.journal.rules import BEFORE_THE_FIRST, Row, seal

# Any number will do as long as it is always the same one: PostgreSQL lets one transaction at a time hold it.
_LOCK = 7_261_001


@transaction.atomic
def record(
    verb: str,
    *,
    subject_kind: str,
    subject_key: str,
    content: dict[str, Any],
    by: str,
    at: dt.datetime,
) -> Act:
    """Add one row to the journal, sealed to the last one. `verb` is past: "meeting_corrected". Returns the row."""
    wait_for_the_pen()
    last = Act.objects.order_by("-number").values_list("number", "seal").first() or (0, BEFORE_THE_FIRST)
    row = Row(
        number=last[0] + 1,
        at=at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
        by=by,
        verb=verb,
        subject_kind=subject_kind,
        subject_key=subject_key,
        content=content,
        previous=last[1],
    )
    return Act.objects.create(
        number=row.number,
        at=at,
        by=by,
        verb=verb,
        subject_kind=subject_kind,
        subject_key=subject_key,
        content=content,
        previous=row.previous,
        seal=seal(row),
    )


def wait_for_the_pen() -> None:
    """Make every other writer wait until this transaction ends."""
    # SQLite has one writer at a time by itself; PostgreSQL is asked for the same.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])

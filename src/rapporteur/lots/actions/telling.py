"""How every act on a draw is told: a line of its events.jsonl and a row of the journal, in the same transaction."""

import datetime as dt
from typing import Any

from rapporteur.journal.actions import record
from rapporteur.journal.models import Act
from rapporteur.lots.files.events import Event, with_event
from rapporteur.lots.models import Drawing

KIND = "drawing"


def instant(at: dt.datetime) -> str:
    """Return an instant as the files write it, in UTC and whole seconds."""
    return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def whole_seconds(at: dt.datetime) -> dt.datetime:
    return at.astimezone(dt.UTC).replace(microsecond=0)


def tell(drawing: Drawing, what: str, *, told: dict[str, Any], by: str, at: dt.datetime) -> Act:
    """Add an event to the draw, which the caller saves, and the same to the journal."""
    mark = {"rehearsal": True} if drawing.rehearsal else {}
    drawing.events = with_event(drawing.events, Event(what, instant(at), tuple({**told, **mark}.items())))
    return record(f"drawing_{what}", subject_kind=KIND, subject_key=drawing.key, content={**told, **mark}, by=by, at=at)

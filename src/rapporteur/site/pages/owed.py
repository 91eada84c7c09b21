"""What is owed: what the resolutions and decisions asked for, and what answered it or did not.

To answer, the register is read through; the answer is kept until the journal shows a further act or the day changes.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from rapporteur.bodies.models import Conference
from rapporteur.bodies.queries import bodies_named
from rapporteur.journal.queries import head
from rapporteur.meetings.models import Meeting
from rapporteur.meetings.queries import meetings_named, sessions_of
from rapporteur.register.answers import Owed, State
from rapporteur.register.owed import owed
from rapporteur.site.pages.show import conference_or_404, show

PAGE = 30
# Of the meetings and documents that answer one request, so many are named.
ANSWERS = 6
WAITING = (State.OVERDUE, State.OPEN, State.UNDER_WAY)


def owed_now(conference: Conference, *, as_of: dt.date) -> list[Owed]:
    """Return what is owed on a day, as `register.owed` tells it, read anew only after an act of the journal."""
    kept = caches["pages"]
    _number, seal = head() or (0, "")
    key = f"owed/{conference.pk}/{as_of.isoformat()}/{seal}"
    found: list[Owed] | None = kept.get(key)
    if found is None:
        found = owed(conference, as_of=as_of)
        kept.set(key, found, timeout=3600)
    return found


def counted(rows: list[Owed]) -> list[tuple[State, int]]:
    """Return how many requests stand in each state, the pressing ones first; states without any are left out."""
    numbers = Counter(row.state for row in rows)
    order = (State.OVERDUE, State.OPEN, State.UNDER_WAY, State.ANSWERED, State.EXPIRED)
    return [(state, numbers[state]) for state in order if numbers[state]]


def meetings_answering(conference: Conference, rows: Iterable[Owed]) -> dict[tuple[str, str], Meeting]:
    """Return the meetings that the page names among the answers. One query."""
    answers = [answer for row in rows for answer in row.answers[:ANSWERS] if answer.kind == "meeting"]
    return meetings_named(conference, {answer.key for answer in answers})


def index(request: HttpRequest, conference: str) -> HttpResponse:
    own = conference_or_404(conference)
    today = timezone.localdate()
    as_of = _day(request.GET.get("as-of", "")) or today
    every = owed_now(own, as_of=as_of)
    state = State(request.GET["state"]) if request.GET.get("state") in set(State) else None
    rows = [row for row in every if row.state == state] if state else every
    keys = [_key(row) for row in rows]
    after = request.GET.get("after", "")
    start = keys.index(after) + 1 if after in keys else 0
    shown = rows[start : start + PAGE]
    return show(
        request,
        "owed",
        section="owed",
        conference=own,
        rows=shown,
        counts=counted(every),
        state=state,
        as_of=as_of,
        bodies={body.key: body for body in bodies_named(own)},
        sessions={session.key: session for session in sessions_of(own)},
        most=ANSWERS,
        meetings=meetings_answering(own, shown),
        more=_key(shown[-1]) if start + PAGE < len(rows) else "",
    )


def _key(row: Owed) -> str:
    return f"{row.request.mandate}.{row.request.position}"


def _day(written: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        return None

"""The ceremony as everybody sees it: in the room, on a large wall, and far away, a few seconds later.

One page shows the step in the room; it is brought up to date by a short question, asked again and again, that mostly
has the answer "nothing new". Earlier steps can be looked at, and everything drawn so far at once. Nothing here changes
anything: the officer acts at the desk.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from rapporteur.lots.engines.ceremony import Chance, chances_of
from rapporteur.lots.files.seats import write_certificate
from rapporteur.lots.models import Ceremony, Step
from rapporteur.lots.queries.ceremony import (
    balls_text,
    ceremony_of,
    drawn_in,
    next_called,
    parts_shown,
    progress,
    seat_of,
    states_in,
    step_at,
    steps_of,
    version_of,
)
from rapporteur.lots.terms import CeremonyMode, CeremonyStage, DrawingStage, Seat, Side, State, StepStage
from rapporteur.site.pages.reader import reading_language
from rapporteur.site.pages.show import found_or_404

ON_THE_BOARD = 8
_SIDES = list(Side)


@dataclass(frozen=True, slots=True)
class Row:
    """A seat of the State in the room; without a reviewer it is still to be shown or drawn."""

    seat: Seat
    reviewer: State | None
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Likely:
    """A State's chance for a seat, in percent, with its standard error; `bar` is in thousandths of the largest."""

    state: State
    balls: int
    bar: int
    percent: Decimal
    error: Decimal


@dataclass(frozen=True, slots=True)
class Board:
    """The chances of one seat: the likeliest States, and those that share the rest."""

    seat: Seat
    first: list[Likely]
    further: list[Likely]


@dataclass(frozen=True, slots=True)
class Room:
    """What the room sees. `mark` changes whenever anything that is shown does."""

    ceremony: Ceremony
    step: Step | None
    state: State | None
    rows: list[Row]
    boards: list[Board]
    mark: str
    is_live: bool
    done: int
    of: int
    rest: int
    number_of_steps: int
    next_state: State | None
    reviewed: list[tuple[State, list[Row]]]

    @property
    def is_over(self) -> bool:
        return self.ceremony.stage == CeremonyStage.CLOSED

    @property
    def waits_for_draw(self) -> bool:
        return self.ceremony.mode == CeremonyMode.REVEAL and self.ceremony.drawing.stage != DrawingStage.DRAWN


def room_of(ceremony: Ceremony, *, number: int | None = None, with_all: bool = False) -> Room:
    """Return what a ceremony shows: the step in the room, or an earlier one; on demand everything drawn so far."""
    steps = steps_of(ceremony)
    states = states_in(reading_language(), ceremony.drawing)
    step = steps[-1] if steps else None
    is_live = number is None or (step is not None and number >= step.number)
    if not is_live:
        step = next((each for each in steps if each.number == number), step)
    shown = parts_shown(step, pace=ceremony.pace, now=timezone.now()) if step and is_live else None
    rows = _rows(step, states, shown) if step else []
    is_partly_shown = step is not None and shown is not None and shown < len(step.seats)
    drawn = drawn_in([each for each in steps if not (is_partly_shown and each is step)])
    told = progress(ceremony, drawn_in(steps))
    part = str(shown) if is_partly_shown else "all"
    following = next_called(ceremony, steps) if ceremony.mode != CeremonyMode.PHYSICAL else ""
    return Room(
        ceremony=ceremony,
        step=step,
        state=states.get(step.reviewed) if step else None,
        rows=rows,
        boards=_boards(step, states) if step and step.stage == StepStage.READY else [],
        mark=f"{ceremony.version}.{part}",
        is_live=is_live,
        done=told.done,
        of=told.of,
        rest=told.rest,
        number_of_steps=len(steps),
        next_state=states.get(following),
        reviewed=_all(drawn, states, ceremony.agenda) if with_all else [],
    )


def _rows(step: Step, states: dict[str, State], shown: int | None) -> list[Row]:
    seats = sorted((seat_of(text) for text in step.seats), key=_place)
    count = len(seats) if shown is None else shown
    return [
        Row(seat, states.get(step.seats[str(seat)]) if at < count else None, is_new=at == count - 1)
        for at, seat in enumerate(seats)
    ]


def _place(seat: Seat) -> tuple[str, int, int]:
    """Return where a seat stands among those of its State: main seats first, own before other."""
    return seat.reviewed, seat.part, _SIDES.index(seat.side)


def _all(drawn: dict[Seat, str], states: dict[str, State], agenda: list[str]) -> list[tuple[State, list[Row]]]:
    by_state: dict[str, list[Row]] = {}
    for seat in sorted(drawn, key=_place):
        by_state.setdefault(seat.reviewed, []).append(Row(seat, states.get(drawn[seat])))
    return [(states[code], by_state[code]) for code in agenda if code in by_state]


def _boards(step: Step, states: dict[str, State]) -> list[Board]:
    boards = []
    for at, text in enumerate(step.draws["seats"]):
        seat = seat_of(text)
        if seat.reviewed == step.reviewed:
            told = chances_of([ball[at] for ball in step.draws["balls"]])
            chances = [_likely(states, each, largest=told[0].balls) for each in told]
            boards.append(Board(seat, chances[:ON_THE_BOARD], chances[ON_THE_BOARD:]))
    return sorted(boards, key=lambda board: _place(board.seat))


def _likely(states: dict[str, State], told: Chance, *, largest: int) -> Likely:
    percent, error = (Decimal(per_mille) / 10 for per_mille in (told.per_mille, told.error))
    return Likely(states[told.reviewer], told.balls, 1000 * told.balls // largest, percent, error)


@require_safe
@never_cache
def page(request: HttpRequest, key: str) -> HttpResponse:
    ceremony = _found(key)
    room = room_of(ceremony, number=_number(request), with_all="all" in request.GET)
    context = {"room": room, "ceremony": ceremony, "drawing": ceremony.drawing, "shows_all": "all" in request.GET}
    return render(request, "pages/ceremony.html", context)


@require_safe
@never_cache
def now(request: HttpRequest, key: str) -> HttpResponse:
    """Answer whoever follows the room: nothing new (204), or the step as it stands."""
    mark = request.GET.get("mark", "")
    version = found_or_404(version_of(key), _("There is no ceremony “%(key)s”.") % {"key": key})
    if mark == f"{version[0]}.all":
        return HttpResponse(status=204)
    ceremony = _found(key)
    room = room_of(ceremony)
    if mark == room.mark:
        return HttpResponse(status=204)
    context = {"room": room, "ceremony": ceremony, "drawing": ceremony.drawing}
    return HttpResponse(render_to_string("pages/_room.html", context, request=request))


@require_safe
def balls(_request: HttpRequest, key: str, number: int) -> HttpResponse:
    """Give out the balls of a step as they were digested: SHA-256 of this very file is the digest on the board."""
    ceremony = _found(key)
    text = balls_text(found_or_404(step_at(ceremony, number), _("There is no such step.")))
    if not text:
        raise Http404(_("The balls of this step lie in the bowl no longer; verify.py makes them again from its seed."))
    return _file(text, "application/json", f"{key}-{number:03}-balls.json")


@require_safe
def certificate(_request: HttpRequest, key: str, number: int) -> HttpResponse:
    """Give out the whole draw behind the ball that was drawn: it shows that the draw can still be completed."""
    ceremony = _found(key)
    step = found_or_404(step_at(ceremony, number), _("There is no such step."))
    if not step.certificate:
        raise Http404(_("This step has no certificate; only a ball that was drawn has one."))
    seats = {seat_of(text): who for text, who in step.certificate.items()}
    return _file(write_certificate(seats, rehearsal=ceremony.drawing.rehearsal), "text/csv", f"{key}-{number:03}.csv")


def _file(text: str | bytes, media_type: str, name: str) -> HttpResponse:
    answer = HttpResponse(text, content_type=f"{media_type}; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _found(key: str) -> Ceremony:
    return found_or_404(ceremony_of(key), _("There is no ceremony “%(key)s”.") % {"key": key})


def _number(request: HttpRequest) -> int | None:
    said = request.GET.get("step", "")
    return int(said) if said.isdecimal() and len(said) < 6 and int(said) else None  # noqa: PLR2004 - digits

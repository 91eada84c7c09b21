"""The ceremony from the officer's place: what the room sees, and the one thing that can be done next.

Every button sends the number of acts that the officer has seen; an act that another one overtook is refused with a
sentence, and the page then shows how things stand.
"""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rapporteur.journal.terms import Refused, Stale
from rapporteur.lots.actions.ceremony import Told, pause, resume, set_pace
from rapporteur.lots.actions.ceremony_bowl import call_additional, call_next, draw_ball, enter_seed, fill_bowl
from rapporteur.lots.actions.ceremony_end import close
from rapporteur.lots.actions.ceremony_hand import put_back, write_lot
from rapporteur.lots.actions.ceremony_reveal import close_reveal, reveal_next, reveal_rest
from rapporteur.lots.engines.byhand import Outlook, Place, places
from rapporteur.lots.models import Ceremony, Step
from rapporteur.lots.queries.ceremony import (
    ceremony_of,
    drawn_in,
    open_seats,
    roster_of,
    rules_of,
    states_of,
    steps_of,
)
from rapporteur.lots.terms import CeremonyMode, Seat, StepStage
from rapporteur.site.desk.ceremony_sheets import BallForm, LotForm, PaceForm, StepSeedForm
from rapporteur.site.desk.guard import by, for_officers, show
from rapporteur.site.desk.lots import blamed
from rapporteur.site.pages.ceremony import room_of
from rapporteur.site.pages.show import found_or_404

# Acts that need nothing but the order to do them.
PLAIN: dict[str, Callable[[Ceremony, Told], object]] = {
    "next": reveal_next,
    "rest": reveal_rest,
    "end-reveal": close_reveal,
    "call": call_next,
    "call-additional": call_additional,
    "fill": fill_bowl,
    "pause": pause,
    "resume": resume,
    "close": close,
}


@require_http_methods(["GET", "HEAD", "POST"])
@for_officers
@never_cache
def ceremony(request: HttpRequest, key: str) -> HttpResponse:
    held = found_or_404(ceremony_of(key), _("There is no ceremony “%(key)s”.") % {"key": key})
    act = request.POST.get("act", "") if request.method == "POST" else ""
    sheet = _sheet(act, request, held)
    reasons: list[str] = []
    status = 200
    if act and (sheet is None or sheet.is_valid()):
        try:
            _do(act, held, sheet, _told(request))
        except Refused as refusal:
            reasons = blamed(sheet, refusal)
            status = 409 if isinstance(refusal, Stale) else 422
        else:
            return redirect("desk_ceremony", key)
    if sheet is not None and sheet.errors and status == 200:  # noqa: PLR2004 - nothing was refused yet
        status = 422
    if status == 409:  # noqa: PLR2004 - what was typed was meant for another step
        sheet = None
        held = found_or_404(ceremony_of(key), "")
    return show(request, "desk/ceremony.html", _context(request, held, act, sheet, reasons), status=status)


def _told(request: HttpRequest) -> Told:
    seen = request.POST.get("seen", "")
    return Told(by(request), timezone.now(), int(seen) if seen.isdecimal() and len(seen) < 10 else -1)  # noqa: PLR2004


def _do(act: str, held: Ceremony, sheet: forms.Form | None, told: Told) -> None:
    """Do one act. Raises: Refused."""
    match act, sheet:
        case "seed", StepSeedForm():
            seed, parts = sheet.told(rehearsal=held.drawing.rehearsal)
            enter_seed(held, seed, told, parts=parts)
            # The seed is written down by now: whatever happens while the balls are made, they are made from it.
            fill_bowl(held, Told(told.by, timezone.now(), told.after + 1))
        case "ball", BallForm():
            draw_ball(held, sheet.cleaned_data["ball"], told)
        case "lot" | "put-back", LotForm():
            do = write_lot if act == "lot" else put_back
            do(held, sheet.cleaned_data["seat"], sheet.cleaned_data["reviewer"], told, witnesses=sheet.names)
        case "pace", PaceForm():
            set_pace(held, sheet.cleaned_data["pace"], told)
        case _ if act in PLAIN:
            PLAIN[act](held, told)


def _sheet(act: str, request: HttpRequest, held: Ceremony) -> forms.Form | None:
    match act:
        case "seed":
            return StepSeedForm(request.POST)
        case "ball":
            return BallForm(request.POST)
        case "pace":
            return PaceForm(request.POST)
        case "lot" | "put-back":
            named = [(state.code, state.name or state.code) for state in states_of(held.drawing).values()]
            return LotForm(request.POST, reviewers=named)
    return None


def _context(
    request: HttpRequest, held: Ceremony, act: str, sheet: forms.Form | None, reasons: list[str]
) -> dict[str, Any]:
    room = room_of(held)
    context: dict[str, Any] = {
        "ceremony": held,
        "drawing": held.drawing,
        "room": room,
        "reasons": reasons,
        "act": act,
        "pace_form": sheet if isinstance(sheet, PaceForm) else PaceForm(initial={"pace": held.pace}),
    }
    if held.mode == CeremonyMode.BOWL or (room.step and not room.step.reviewed):
        last = _last_seed(held)
        seed_form = sheet if isinstance(sheet, StepSeedForm) else StepSeedForm(initial=last)
        ball_form = sheet if isinstance(sheet, BallForm) else BallForm()
        context |= {"seed_form": seed_form, "ball_form": ball_form}
    if held.mode != CeremonyMode.REVEAL:
        context |= _what_is_left(request, held, sheet)
    return context


def _last_seed(held: Ceremony) -> dict[str, str]:
    """Return the source and the witnesses that were named last; they are mostly the same at the next step."""
    told = held.steps.exclude(seed="").order_by("-number").values_list("seed_parts", flat=True).first()
    return {name: told[0].get(name, "") for name in ("source", "evidence")} if told else {}


def _what_is_left(request: HttpRequest, held: Ceremony, sheet: forms.Form | None) -> dict[str, Any]:
    steps = steps_of(held)
    drawn = drawn_in(steps)
    is_between = not steps or steps[-1].stage in {StepStage.DRAWN, StepStage.PUT_BACK}
    seats = open_seats(held, drawn) if is_between else []
    only_additional = bool(seats) and all(seat.part for seat in seats)
    context: dict[str, Any] = {
        "is_between": is_between,
        "may_close": is_between and not seats,
        "may_call_additional": only_additional and not any(seat.part for seat in drawn),
    }
    if held.mode == CeremonyMode.PHYSICAL and seats:
        context |= _by_hand(request, held, steps, drawn, seats, sheet)
    return context


def _by_hand(
    request: HttpRequest,
    held: Ceremony,
    steps: list[Step],
    drawn: dict[Seat, str],
    seats: list[Seat],
    sheet: forms.Form | None,
) -> dict[str, Any]:
    asked = request.POST.get("seat", "") or request.GET.get("seat", "")
    seat = next((each for each in seats if str(each) == asked), seats[0])
    found = places(roster_of(held.drawing), rules_of(held.drawing), drawn, seat)
    states = states_of(held.drawing)
    named = [(state.code, state.name or state.code) for state in states.values()]
    witnesses = steps[-1].witnesses if steps else []
    initial = {"seat": str(seat), "witnesses": "\n".join(witnesses)}
    return {
        "seats": [(str(each), states[each.reviewed], each) for each in seats],
        "seat": seat,
        "seat_text": str(seat),
        "seat_state": states[seat.reviewed],
        "lot_form": sheet if isinstance(sheet, LotForm) else LotForm(initial=initial, reviewers=named),
        "open_places": _named(found, states, Outlook.OPEN),
        "dead_places": _named(found, states, Outlook.DEAD_END),
        "unsure_places": _named(found, states, Outlook.UNKNOWN),
        "may_put_back": isinstance(sheet, LotForm) and "reviewer" in sheet.errors,
    }


def _named(found: list[Place], states: dict[str, Any], outlook: Outlook) -> list[str]:
    return [states[place.reviewer].name or place.reviewer for place in found if place.outlook is outlook]

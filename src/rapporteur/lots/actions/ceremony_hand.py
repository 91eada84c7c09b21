"""A lot drawn by hand from a bowl in the room: each pairing checked against the rules as it is typed in.

Such a draw shows who reviews whom and who saw it. It does not show that chance was fair: lots that cannot stand are put
back, which favours some draws over others, and nothing here can check a hand.
"""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from rapporteur.lots.actions.ceremony import Told, acting, refuse, write_down
from rapporteur.lots.engines.byhand import Outlook, ending, why_not_take
from rapporteur.lots.engines.ceremony import why_not_place
from rapporteur.lots.models import Ceremony, Step
from rapporteur.lots.queries.ceremony import drawn_in, open_seats, roster_of, rules_of, seat_of, steps_of
from rapporteur.lots.terms import CeremonyMode, Seat, StepStage


def why_not(ceremony: Ceremony, drawn: dict[Seat, str], seat: Seat, reviewer: str) -> list[str]:
    """Return every reason against a lot; none means that it may stand and that the draw can go on."""
    roster, rules = roster_of(ceremony.drawing), rules_of(ceremony.drawing)
    if seat not in open_seats(ceremony, drawn):
        return [_("The seat %(seat)s is not open now.") % {"seat": str(seat)}]
    if seat.part:
        return why_not_take(roster, rules, drawn, seat, reviewer)
    reasons = why_not_place(roster, rules, drawn, seat, reviewer)
    return reasons or why_not_take(roster, rules, drawn, seat, reviewer)


def write_lot(ceremony: Ceremony, seat: str, reviewer: str, told: Told, *, witnesses: Sequence[str]) -> Step:
    """Write down a lot that a hand drew. Raises: Stale, Refused where it breaks a rule or leads into a dead end."""
    with acting(ceremony, told) as held:
        steps, place = _by_hand(held, seat, witnesses)
        if reasons := why_not(held, drawn_in(steps), place, reviewer):
            raise refuse(*reasons, field="reviewer")
        step = _written(held, steps, {str(place): reviewer}, told, witnesses)
        if not place.part:
            _certify(held, step, {**drawn_in(steps), place: reviewer})
        return step


def put_back(ceremony: Ceremony, seat: str, reviewer: str, told: Told, *, witnesses: Sequence[str]) -> Step:
    """Write down that a lot was drawn which could not stand, and was put back. Raises: Stale, Refused."""
    with acting(ceremony, told) as held:
        steps, place = _by_hand(held, seat, witnesses)
        reasons = why_not(held, drawn_in(steps), place, reviewer)
        if not reasons:
            raise refuse(_("This lot may stand; only one that may not is put back."), field="reviewer")
        return _written(held, steps, {str(place): reviewer}, told, witnesses, reason=" ".join(reasons))


def _by_hand(ceremony: Ceremony, seat: str, witnesses: Sequence[str]) -> tuple[list[Step], Seat]:
    if ceremony.mode != CeremonyMode.PHYSICAL:
        raise refuse(_("In this ceremony no lots are drawn by hand."))
    if not witnesses:
        raise refuse(_("Name at least one witness."), field="witnesses")
    try:
        return steps_of(ceremony), seat_of(seat)
    except ValueError:
        raise refuse(_("Choose a seat."), field="seat") from None


def _certify(ceremony: Ceremony, step: Step, drawn: dict[Seat, str]) -> None:
    """Keep with a lot a whole main draw that agrees with it, which shows that the draw can go on."""
    found = ending(roster_of(ceremony.drawing), rules_of(ceremony.drawing), drawn)
    main = found.seats if not any(seat.part for seat in found.seats) else {}
    if found.outlook is Outlook.OPEN:
        step.certificate = {str(seat): who for seat, who in {**drawn, **main}.items()}
    step.account = {"outlook": found.outlook}
    step.save(update_fields=["certificate", "account"])


def _written(
    ceremony: Ceremony,
    steps: list[Step],
    seats: dict[str, str],
    told: Told,
    witnesses: Sequence[str],
    *,
    reason: str = "",
) -> Step:
    ((text, reviewer),) = seats.items()
    seat = seat_of(text)
    step = Step.objects.create(
        ceremony=ceremony,
        number=len(steps) + 1,
        reviewed=seat.reviewed,
        side=seat.side,
        part=seat.part,
        stage=StepStage.PUT_BACK if reason else StepStage.DRAWN,
        seats=seats,
        witnesses=list(witnesses),
        reason=reason,
        at=told.at,
    )
    verb = "ceremony_lot_put_back" if reason else "ceremony_lot_written"
    content = {"step": step.number, "seat": text, "reviewer": reviewer, "witnesses": list(witnesses)}
    write_down(ceremony.drawing, verb, told, **content, **({"reason": reason} if reason else {}))
    return step

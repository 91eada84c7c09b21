"""A finished draw shown to the room, State by State in the order of the agenda."""

from django.utils.translation import gettext as _

from rapporteur.lots.actions.ceremony import Told, acting, refuse, write_down
from rapporteur.lots.models import Ceremony, Step
from rapporteur.lots.queries.ceremony import next_called, revealed_seats, steps_of
from rapporteur.lots.terms import CeremonyMode, CeremonyStage, DrawingStage, StepStage


def reveal_next(ceremony: Ceremony, told: Told) -> Step:
    """Show the next State and, at the pace of the ceremony, its reviewers. Raises: Stale, Refused."""
    return _reveal(ceremony, told, many=False)[0]


def reveal_rest(ceremony: Ceremony, told: Told) -> list[Step]:
    """Show every State that is left. Raises: Stale, Refused."""
    return _reveal(ceremony, told, many=True)


def _reveal(ceremony: Ceremony, told: Told, *, many: bool) -> list[Step]:
    with acting(ceremony, told) as held:
        if held.mode != CeremonyMode.REVEAL:
            raise refuse(_("This ceremony draws its lots; it does not reveal them."))
        if held.drawing.stage != DrawingStage.DRAWN:
            raise refuse(_("Nothing is drawn yet. Enter the seed and draw first."))
        steps = steps_of(held)
        shown: list[Step] = []
        while (code := next_called(held, [*steps, *shown])) and (many or not shown):
            seats = {str(seat): who for seat, who in revealed_seats(held.drawing, code).items()}
            number = len(steps) + len(shown) + 1
            shown.append(
                Step(ceremony=held, number=number, reviewed=code, stage=StepStage.DRAWN, seats=seats, at=told.at)
            )
        if not shown:
            raise refuse(_("Every State has been shown."))
        Step.objects.bulk_create(shown)
        verb = "ceremony_rest_shown" if many else "ceremony_state_shown"
        write_down(held.drawing, verb, told, step=shown[0].number, states=[step.reviewed for step in shown])
        return shown


def close_reveal(ceremony: Ceremony, told: Told) -> None:
    """End a reveal: the pages of the draw show its whole record from now on. Raises: Stale, Refused."""
    with acting(ceremony, told) as held:
        if held.mode != CeremonyMode.REVEAL:
            raise refuse(_("This ceremony is not a reveal."))
        if next_called(held, steps_of(held)):
            raise refuse(_("Not every State has been shown; show the rest first."))
        held.stage, held.closed_at = CeremonyStage.CLOSED, told.at
        write_down(held.drawing, "ceremony_closed", told)

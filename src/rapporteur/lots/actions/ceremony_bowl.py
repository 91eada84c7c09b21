"""A lot drawn from a bowl whose every ball carries a whole draw.

A State is called; fresh public randomness is entered and thereby fixed; the balls are made from it, and their digest
and chances stand on the board; then the number of the ball that a hand drew is entered. Each is an act of its own, so
that after a power failure the room goes on at the step at which it stopped, with the same seed and the same balls.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from rapporteur.lots.actions.ceremony import Told, acting, refuse, write_down
from rapporteur.lots.engines.additional import Completer
from rapporteur.lots.engines.ceremony import Bowl, bowl
from rapporteur.lots.engines.draw import Keys, Undrawn, additional_stage
from rapporteur.lots.files.seed import why_not_seed
from rapporteur.lots.models import Ceremony, Drawing, Step
from rapporteur.lots.queries.ceremony import (
    drawn_in,
    last_step,
    next_called,
    open_seats,
    roster_of,
    rules_of,
    seat_of,
    steps_of,
)
from rapporteur.lots.terms import CeremonyMode, StepStage

Parts = Sequence[Mapping[str, str]]


def call_next(ceremony: Ceremony, told: Told) -> Step:
    """Call the next State of the agenda to the bowl. Raises: Stale, Refused."""
    with acting(ceremony, told) as held:
        if held.mode != CeremonyMode.BOWL:
            raise refuse(_("In this ceremony no States are called to the bowl."))
        steps = steps_of(held)
        code = next_called(held, steps)
        if not code:
            raise refuse(_("Every State has had its lot."))
        return _called(held, steps, code, told)


def call_additional(ceremony: Ceremony, told: Told) -> Step:
    """Call the one step that draws the additional seats of all, from a seed of its own. Raises: Stale, Refused."""
    with acting(ceremony, told) as held:
        steps = steps_of(held)
        drawn = drawn_in(steps)
        if held.mode == CeremonyMode.REVEAL or any(seat.part for seat in drawn):
            raise refuse(_("Additional seats are not drawn by a seed here."))
        if not any(seat.part for seat in open_seats(held, drawn)):
            raise refuse(_("No additional seat is open now."))
        return _called(held, steps, "", told)


def _called(ceremony: Ceremony, steps: list[Step], code: str, told: Told) -> Step:
    if steps and steps[-1].stage not in {StepStage.DRAWN, StepStage.PUT_BACK}:
        raise refuse(_("The step before is not finished."))
    number = len(steps) + 1
    step = Step.objects.create(ceremony=ceremony, number=number, reviewed=code, stage=StepStage.ANNOUNCED, at=told.at)
    write_down(ceremony.drawing, "ceremony_state_called", told, step=number, state=code)
    return step


def enter_seed(ceremony: Ceremony, seed: str, told: Told, *, parts: Parts = ()) -> Step:
    """Fix the public randomness of the step in the room. It can never be changed. Raises: Stale, Refused."""
    with acting(ceremony, told) as held:
        step = _in_room(held, StepStage.ANNOUNCED)
        if reasons := [*why_not_seed(seed, rehearsal=held.drawing.rehearsal), *_used(seed)]:
            raise refuse(*reasons, field="seed")
        step.seed, step.seed_parts, step.stage, step.at = (
            seed,
            [dict(part) for part in parts],
            StepStage.SEEDED,
            told.at,
        )
        step.save()
        content = {"step": step.number, "state": step.reviewed, "seed": seed, "parts": step.seed_parts}
        write_down(held.drawing, "ceremony_seed_entered", told, **content)
        return step


def _used(seed: str) -> list[str]:
    before = Step.objects.filter(seed=seed).exists() or Drawing.objects.filter(seed=seed).exists()
    return [_("This seed was used before; every step needs fresh randomness.")] if before else []


def _in_room(ceremony: Ceremony, stage: StepStage) -> Step:
    step = last_step(ceremony)
    if step is None or step.stage != stage:
        raise refuse(_("The step in the room is not at this point."))
    return step


def fill_bowl(ceremony: Ceremony, told: Told) -> Step:
    """Make the balls from the seed of the step in the room and publish their digest. Raises: Stale, Refused.

    The balls are made before anything is locked: they follow from what is fixed already, so whoever makes them makes
    the same ones.
    """
    seen = _in_room(ceremony, StepStage.SEEDED)
    keys = Keys(ceremony.drawing.roster_digest, ceremony.drawing.rules_digest, seen.seed)
    made = _made(ceremony, seen, keys)
    with acting(ceremony, told) as held:
        step = _in_room(held, StepStage.SEEDED)
        if step.pk != seen.pk:
            raise refuse(_("The step in the room is not at this point."))
        for name, value in made.items():
            setattr(step, name, value)
        step.at = told.at
        step.save()
        content = {"step": step.number, "state": step.reviewed, "digest": step.digest, "balls": step.balls}
        if not step.reviewed:
            content = {"step": step.number, "seats": step.seats}
        verb = "ceremony_bowl_filled" if step.reviewed else "ceremony_additional_drawn"
        write_down(held.drawing, verb, told, **content)
        return step


def _made(ceremony: Ceremony, step: Step, keys: Keys) -> dict[str, Any]:
    roster, rules = roster_of(ceremony.drawing), rules_of(ceremony.drawing)
    drawn = drawn_in(steps_of(ceremony))
    try:
        if step.reviewed:
            return _filled(bowl(roster, rules, drawn, step.reviewed, keys))
        completer = Completer(roster, rules)
        stage, _completion = additional_stage(completer.main(drawn), rules, completer, keys, purpose="main/additional")
    except Undrawn as undrawn:
        raise refuse(str(undrawn)) from undrawn
    account = {"engine": stage.engine, "attempt": stage.attempt, "discarded": stage.discarded}
    seats = {str(seat): who for seat, who in stage.seats.items()}
    return {"stage": StepStage.DRAWN, "seats": seats, "account": account}


def _filled(made: Bowl) -> dict[str, Any]:
    seats = list(made.balls[0].certificate)
    balls = [[ball.certificate[seat] for seat in seats] for ball in made.balls]
    draws = {"seats": [str(seat) for seat in seats], "balls": balls}
    return {"stage": StepStage.READY, "digest": made.digest, "balls": len(made.balls), "draws": draws}


def draw_ball(ceremony: Ceremony, ball: int, told: Told) -> Step:
    """Write down the number of the ball that was drawn, from 1, and what it gives. Raises: Stale, Refused."""
    with acting(ceremony, told) as held:
        step = _in_room(held, StepStage.READY)
        if not 1 <= ball <= step.balls:
            raise refuse(_("The balls are numbered from 1 to %(most)d.") % {"most": step.balls}, field="ball")
        won = dict(zip(step.draws["seats"], step.draws["balls"][ball - 1], strict=True))
        before = {str(seat): who for seat, who in drawn_in(steps_of(held)).items()}
        step.ball, step.stage, step.at, step.draws = ball - 1, StepStage.DRAWN, told.at, {}
        step.seats = {text: who for text, who in won.items() if seat_of(text).reviewed == step.reviewed}
        step.certificate = before | won
        step.save()
        content = {"step": step.number, "state": step.reviewed, "ball": ball, "seats": step.seats}
        write_down(held.drawing, "ceremony_ball_drawn", told, **content)
        return step

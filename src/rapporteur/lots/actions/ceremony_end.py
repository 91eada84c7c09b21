"""The end of a ceremony at which lots were drawn: its record, written once and for all."""

import datetime as dt

from django.utils.translation import gettext as _

from rapporteur.lots.actions.ceremony import Told, acting, refuse, write_down
from rapporteur.lots.actions.drawing import issue_for_people
from rapporteur.lots.actions.telling import instant, whole_seconds
from rapporteur.lots.engines.additional import Completer
from rapporteur.lots.engines.draw import Draw, Engine, Stage
from rapporteur.lots.files.record import BowlStep, CeremonyRecord, HandStep, write_record
from rapporteur.lots.files.roster import digest
from rapporteur.lots.files.seats import write_certificate, write_result
from rapporteur.lots.models import Ceremony, Drawing, IssuedFile, Step
from rapporteur.lots.queries.ceremony import drawn_in, open_seats, roster_of, rules_of, seat_of
from rapporteur.lots.terms import CeremonyMode, CeremonyStage, DrawingStage, Seat, StepStage


def close(ceremony: Ceremony, told: Told) -> None:
    """End a ceremony whose lots are all drawn, and write its record. Raises: Stale, Refused."""
    with acting(ceremony, told) as held:
        if held.mode == CeremonyMode.REVEAL:
            raise refuse(_("A reveal has its record already."))
        steps = list(held.steps.defer("draws"))
        if steps and steps[-1].stage not in {StepStage.DRAWN, StepStage.PUT_BACK}:
            raise refuse(_("The step before is not finished."))
        drawn = drawn_in(steps)
        if left := open_seats(held, drawn):
            raise refuse(_("%(count)d lots are still to be drawn.") % {"count": len(left)})
        made = _draw(held.drawing, steps)
        _record(held.drawing, held, steps, made, at=told.at)
        held.stage, held.closed_at = CeremonyStage.CLOSED, told.at
        files = {"record.json": digest(held.drawing.record), "result.csv": digest(held.drawing.result)}
        write_down(held.drawing, "drawn", told, **files)
        issue_for_people(held.drawing)


def _draw(drawing: Drawing, steps: list[Step]) -> Draw:
    """Return the whole draw that the steps made."""
    roster, rules = roster_of(drawing), rules_of(drawing)
    drawn = drawn_in(steps)
    main = {seat: who for seat, who in drawn.items() if not seat.part}
    completer = Completer(roster, rules)
    whole = completer.main(main)
    completion = completer.completion(whole)
    if completion is None:
        raise refuse(_("Some instrument of a State under review has no State that could be its additional reviewer."))
    account = next((step.account for step in steps if not step.reviewed), {})
    additional = Stage(
        Engine(account.get("engine", Engine.EXACT)),
        {seat: who for seat, who in drawn.items() if seat.part},
        account.get("attempt", 0),
        account.get("discarded", {}),
    )
    return Draw(
        fixed={seat: who for seat, who in whole.items() if seat not in main},
        main=Stage(Engine.EXACT, main),
        additional=additional,
        instruments=dict(zip(completion.lists.seats, completion.instruments, strict=True)),
    )


def _record(drawing: Drawing, ceremony: Ceremony, steps: list[Step], made: Draw, *, at: dt.datetime) -> None:
    record = CeremonyRecord(
        roster=drawing.roster_digest,
        rules=drawing.rules_digest,
        purpose=drawing.purpose,
        draw=made,
        rehearsal=drawing.rehearsal,
        publication=drawing.publication_digest,
        steps=_hand(steps) if ceremony.mode == CeremonyMode.PHYSICAL else _bowl(steps),
        additional_seed=next((step.seed for step in steps if not step.reviewed), ""),
    )
    drawing.record = write_record(record)
    drawing.result = write_result(made, rehearsal=drawing.rehearsal)
    drawing.stage, drawing.drawn_at = DrawingStage.DRAWN, whole_seconds(at)
    drawing.save()
    IssuedFile.objects.bulk_create(
        IssuedFile(drawing=drawing, name=f"certificates/{number:03}.csv", content=text.encode(), digest=digest(text))
        for number, text in (certificates(drawing, steps) if ceremony.mode == CeremonyMode.BOWL else [])
    )


def _bowl(steps: list[Step]) -> tuple[BowlStep, ...]:
    return tuple(
        BowlStep(
            reviewed=step.reviewed,
            seed=step.seed,
            digest=step.digest,
            balls=step.balls,
            ball=(step.ball or 0) + 1,
            seats={seat_of(text).side: who for text, who in step.seats.items()},
        )
        for step in steps
        if step.reviewed
    )


def _hand(steps: list[Step]) -> tuple[HandStep, ...]:
    return tuple(
        HandStep(seat_of(text), who, tuple(step.witnesses), instant(step.at))
        for step in steps
        if step.reviewed and step.stage == StepStage.DRAWN
        for text, who in step.seats.items()
    )


def certificates(drawing: Drawing, steps: list[Step]) -> list[tuple[int, str]]:
    """Return the certificate of each ball that was drawn: its number among the steps, and its file."""
    drawn = (step for step in steps if step.certificate)
    return [
        (number, write_certificate(certificate_seats(step), rehearsal=drawing.rehearsal))
        for number, step in enumerate(drawn, start=1)
    ]


def certificate_seats(step: Step) -> dict[Seat, str]:
    return {seat_of(text): who for text, who in step.certificate.items()}

"""The product's own recount of a draw made in a room: every bowl filled again, every lot drawn by hand checked.

Chance itself cannot be checked where a hand drew; the rules can, and what a seed drew at the end.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rapporteur.lots.engines.additional import Completer
from rapporteur.lots.engines.ceremony import bowl
from rapporteur.lots.engines.draw import Draw, Engine, Keys, Stage, Undrawn, additional_stage
from rapporteur.lots.engines.problem import problem_of
from rapporteur.lots.files.record import BowlStep, CeremonyRecord, HandStep, write_record
from rapporteur.lots.files.recorded import read_record
from rapporteur.lots.files.seats import write_certificate, write_result
from rapporteur.lots.terms import Roster, Rules, Seat, UnfitInput

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a step stands: its number from 1, in which record, beside which files."""

    number: int
    record: CeremonyRecord
    texts: Texts


def ceremony_faults(roster: Roster, rules: Rules, texts: Texts) -> list[str]:
    """Return what in the record of a ceremony does not follow from its steps. Raises: UnfitInput."""
    record = read_record(texts["record.json"], texts["result.csv"])
    if not isinstance(record, CeremonyRecord):
        raise UnfitInput('record.json: expected the kind "ceremony".')
    faults: list[str] = []
    given: dict[Seat, str] = {}
    for number, step in enumerate(record.steps, start=1):
        if isinstance(step, BowlStep):
            place = Place(number, record, texts)
            more, seats = _bowl_faults(roster, rules, step, given, place)
            faults += more
            given |= seats
        if isinstance(step, HandStep):
            given[step.seat] = step.reviewer
    return faults or _end_faults(roster, rules, record, given, texts)


def _bowl_faults(
    roster: Roster, rules: Rules, step: BowlStep, given: Mapping[Seat, str], place: Place
) -> tuple[list[str], dict[Seat, str]]:
    record, where = place.record, f"record.json, steps {place.number}"
    keys = Keys(record.roster, record.rules, step.seed)
    try:
        found = bowl(roster, rules, given, step.reviewed, keys)
    except Undrawn as end:
        return [f"{where}: {end}"], {}
    if (step.digest, step.balls) != (found.digest, len(found.balls)):
        return [f"{where}: digest or balls are not those of the bowl that its seed fills."], {}
    if not 1 <= step.ball <= step.balls:
        return [f"{where}: ball is {step.ball}; expected 1 to {step.balls}."], {}
    won = found.balls[step.ball - 1]
    faults = []
    if dict(step.seats) != {seat.side: who for seat, who in won.seats.items()}:
        faults.append(f"{where}: seats are not those on the ball.")
    name = f"certificates/{place.number:03}.csv"
    if place.texts.get(name) != write_certificate({**given, **won.certificate}, rehearsal=record.rehearsal):
        faults.append(f"{name}: not the whole draw of the winning ball.")
    return faults, won.seats


def _end_faults(
    roster: Roster, rules: Rules, record: CeremonyRecord, given: Mapping[Seat, str], texts: Texts
) -> list[str]:
    """Check the main draw that the steps make, draw the additional seats again, and compare the whole."""
    fixed = {entry.seat: entry.reviewer for entry in rules.fixed}
    mains = {seat: who for seat, who in given.items() if not seat.part}
    problem, completer = problem_of(roster, rules), Completer(roster, rules)
    numbers = {code: index for index, code in enumerate(problem.states)}
    if set(mains) != set(problem.seats) or not set(mains.values()) <= set(numbers):
        return ["record.json, steps: not every main seat is drawn once, by a State of the roster."]
    if not problem.is_valid(tuple(numbers[mains[seat]] for seat in problem.seats)):
        return ["record.json, steps: what was drawn breaks a rule."]
    whole = completer.main(mains)
    additional = Stage(Engine.EXACT, {seat: who for seat, who in given.items() if seat.part})
    instruments = record.draw.instruments
    if record.additional_seed:
        keys = Keys(record.roster, record.rules, record.additional_seed)
        try:
            additional, completion = additional_stage(
                whole, rules, completer, keys, purpose=f"{record.purpose}/additional"
            )
        except Undrawn as end:
            return [f"record.json, additional: {end}"]
        instruments = dict(zip(completion.lists.seats, completion.instruments, strict=True))
    else:
        wanted = completer.completion(whole)
        asked = dict(zip(wanted.lists.seats, wanted.instruments, strict=True)) if wanted else None
        if asked is None or set(asked) != set(additional.seats):
            return ["record.json, steps: the additional seats are not those that the main draw asks for."]
        instruments = asked
    made = Draw(fixed, Stage(Engine.EXACT, mains), additional, instruments)
    again = replace(record, draw=made)
    faults = []
    if texts["result.csv"] != write_result(made, rehearsal=record.rehearsal):
        faults.append("result.csv: not what the steps give.")
    if texts["record.json"] != write_record(again):
        faults.append("record.json: not what its steps give.")
    return faults

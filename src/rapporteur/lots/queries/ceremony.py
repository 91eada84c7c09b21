"""What a ceremony has come to: its texts read, everything drawn so far, the step in the room, and what is held back."""

import datetime as dt
from dataclasses import dataclass, replace
from functools import lru_cache

from rapporteur.languages.terms import Language
from rapporteur.lots.engines.additional import Completer
from rapporteur.lots.engines.byhand import additional_left
from rapporteur.lots.engines.ceremony import balls_text as text_of_balls
from rapporteur.lots.engines.ceremony import conditional
from rapporteur.lots.engines.problem import problem_of, seats_of
from rapporteur.lots.files.roster import read_roster
from rapporteur.lots.files.rules import read_rules
from rapporteur.lots.files.seats import read_result
from rapporteur.lots.models import Ceremony, Drawing, Step
from rapporteur.lots.terms import CeremonyMode, CeremonyStage, Roster, Rules, Seat, Side, State, StepStage, Turn
from rapporteur.parties.models import Party

_HEAVY = ("verifier", "publication", "seed_file", "record", "refusal", "events")
_HEAVY_OF_A_STEP = ("draws", "certificate")


def ceremonies() -> list[Ceremony]:
    """Return the ceremonies, the last opened first, without the texts of their drawings."""
    return list(Ceremony.objects.select_related("drawing").defer(*(f"drawing__{name}" for name in _HEAVY), "agenda"))


def ceremony_of(key: str) -> Ceremony | None:
    """Return the ceremony of a drawing, with what its pages show of the drawing."""
    found = Ceremony.objects.filter(drawing__key=key).select_related("drawing")
    return found.defer(*(f"drawing__{name}" for name in _HEAVY)).first()


def version_of(key: str) -> tuple[int, int] | None:
    """Return how many acts a ceremony has seen, and its pace: one short reading, for the many who follow the room."""
    found: tuple[int, int] | None = Ceremony.objects.filter(drawing__key=key).values_list("version", "pace").first()
    return found


def is_held_back(drawing: Drawing) -> bool:
    """Tell whether a draw is being revealed in a room, so that no page gives its result away before the room has it."""
    revealing = Ceremony.objects.filter(drawing=drawing, mode=CeremonyMode.REVEAL)
    return revealing.exclude(stage=CeremonyStage.CLOSED).exists()


def seat_of(text: str) -> Seat:
    """Return the seat that a text names: "AAA/own", "AAA/other+1". Raises: ValueError."""
    reviewed, _, rest = text.partition("/")
    side, _, part = rest.partition("+")
    return Seat(reviewed, Side(side), int(part or 0))


def roster_of(drawing: Drawing) -> Roster:
    return _roster(drawing.roster)


def rules_of(drawing: Drawing) -> Rules:
    return _rules(drawing.rules)


@lru_cache(maxsize=8)
def _roster(text: str) -> Roster:
    return read_roster(text)


@lru_cache(maxsize=8)
def _rules(text: str) -> Rules:
    return read_rules(text)


@lru_cache(maxsize=8)
def _states(text: str) -> dict[str, State]:
    return {state.code: state for state in _roster(text).states}


def states_of(drawing: Drawing) -> dict[str, State]:
    return _states(drawing.roster)


def states_in(language: Language, drawing: Drawing) -> dict[str, State]:
    """Return the States with their official names in a language, as far as the register has them by their codes."""
    states = states_of(drawing)
    if language is Language.ENGLISH:
        return states
    parties = Party.objects.filter(key__in=list(states)).only("key", "name")
    named = {party.key: party.name.text(language) for party in parties if party.name.is_official(language)}
    return {code: replace(state, name=named.get(code) or state.name) for code, state in states.items()}


def revealed_seats(drawing: Drawing, reviewed: str) -> dict[Seat, str]:
    """Return everything that a finished draw gives a State: own, other, additional."""
    return {seat: who for seat, who in _seats(drawing.result, drawing.rehearsal).items() if seat.reviewed == reviewed}


@lru_cache(maxsize=4)
def _seats(result: str, rehearsal: bool) -> dict[Seat, str]:
    return read_result(result, rehearsal=rehearsal).seats


def steps_of(ceremony: Ceremony) -> list[Step]:
    """Return the steps in order, without their balls and certificates."""
    return list(ceremony.steps.defer(*_HEAVY_OF_A_STEP))


def last_step(ceremony: Ceremony) -> Step | None:
    return ceremony.steps.order_by("-number").first()


def step_at(ceremony: Ceremony, number: int) -> Step | None:
    return ceremony.steps.filter(number=number).first()


def balls_text(step: Step) -> bytes:
    """Return the balls of a step as they were digested; nothing where none lie in the bowl."""
    if not step.draws:
        return b""
    seats = [seat_of(text) for text in step.draws["seats"]]
    return text_of_balls(step.reviewed, [dict(zip(seats, ball, strict=True)) for ball in step.draws["balls"]])


def drawn_in(steps: list[Step]) -> dict[Seat, str]:
    """Return every seat that these steps filled."""
    return {seat_of(text): who for step in steps if step.stage == StepStage.DRAWN for text, who in step.seats.items()}


def next_called(ceremony: Ceremony, steps: list[Step]) -> str:
    """Return the next State of the agenda, "" after the last."""
    called = {step.reviewed for step in steps if step.stage != StepStage.PUT_BACK}
    return next((code for code in ceremony.agenda if code not in called), "")


def open_seats(ceremony: Ceremony, drawn: dict[Seat, str]) -> list[Seat]:
    """Return the seats that a lot drawn by hand may fill now, in the order of the agenda."""
    roster, rules = roster_of(ceremony.drawing), rules_of(ceremony.drawing)
    fixed = {entry.seat for entry in rules.fixed}
    mains = [
        seat
        for state in roster.states
        if state.turn is Turn.NOW
        for seat in seats_of(state, rules)
        if seat not in drawn and seat not in fixed
    ]
    order = {code: place for place, code in enumerate(ceremony.agenda)}
    if not mains:
        mains = additional_open(roster, rules, drawn)
    sides = list(Side)
    return sorted(mains, key=lambda seat: (order.get(seat.reviewed, 0), sides.index(seat.side), seat.part))


def additional_open(roster: Roster, rules: Rules, drawn: dict[Seat, str]) -> list[Seat]:
    main = {seat: who for seat, who in drawn.items() if not seat.part}
    lists, _ = additional_left(Completer(roster, conditional(rules, main)), main, drawn)
    return list(lists.seats) if lists else []


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a ceremony has come. `rest` are main seats not drawn yet."""

    done: int
    of: int
    rest: int
    is_main_complete: bool


def progress(ceremony: Ceremony, drawn: dict[Seat, str]) -> Progress:
    """Return how many States of the agenda have all their main seats."""
    roster, rules = roster_of(ceremony.drawing), rules_of(ceremony.drawing)
    wanted = {seat for seat in problem_of(roster, rules).seats if seat not in drawn}
    waiting = {seat.reviewed for seat in wanted}
    done = sum(code not in waiting for code in ceremony.agenda)
    return Progress(done, len(ceremony.agenda), len(wanted), not wanted)


def parts_shown(step: Step, *, pace: int, now: dt.datetime) -> int:
    """Return how many reviewers of a step the room sees by now: one at each beat of the pace, or all at once."""
    count = len(step.seats)
    if not pace:
        return count
    beats = int((now - step.at).total_seconds() // pace)
    return max(0, min(count, beats))

"""A whole draw: the main seats, then the additional ones, each by the first engine that answers.

The exact sampler is always tried first, for a published number of attempts. The search then says why there is no
draw, or finds one; from there the walk may go, if the rules allow it, and the record says that it did.
"""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from rapporteur.lots.engines.additional import Completer, Completion, Main, draw_additional
from rapporteur.lots.engines.chain import ADDITIONAL_PACE, MAIN_PACE, walked
from rapporteur.lots.engines.exact import Drawn, Sampler
from rapporteur.lots.engines.problem import Problem, problem_of
from rapporteur.lots.engines.search import NoDraw, Undecided, search
from rapporteur.lots.engines.streams import Stream, draw_key
from rapporteur.lots.engines.verdict import Impossible, judge
from rapporteur.lots.terms import Roster, Rules, Seat

PATIENCE: Final = 1000  # attempts before it is asked whether there is a draw at all; it changes no draw


class Engine(StrEnum):
    """How a stage of a draw was made: exactly uniform, or by a walk that is near-uniform without proof."""

    EXACT = "exact"
    CHAIN = "chain"


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a draw. `attempt` counts from 0; it and `discarded` are of the exact engine alone."""

    engine: Engine
    seats: dict[Seat, str]
    attempt: int = 0
    discarded: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Draw:
    """A finished draw. `fixed` are the main seats that were not drawn; `instruments` those of each additional seat."""

    fixed: dict[Seat, str]
    main: Stage
    additional: Stage
    instruments: dict[Seat, tuple[str, ...]]

    @property
    def seats(self) -> dict[Seat, str]:
        return dict(sorted({**self.fixed, **self.main.seats, **self.additional.seats}.items()))

    def loads(self, roster: Roster) -> dict[str, int]:
        counts = Counter(self.seats.values())
        return {state.code: counts[state.code] for state in roster.states}


class Undrawn(Exception):
    """No draw came of it.

    `sentences` prove that none exists; `proof` does where the main seats alone are the reason. Without either, what the
    rules allow was used up.
    """

    def __init__(self, message: str, proof: NoDraw | None = None, sentences: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.proof = proof
        self.sentences = sentences


class Impatient(Exception):
    """So many attempts came to nothing that it is time to ask whether there is a draw at all."""


@dataclass(frozen=True, slots=True)
class Keys:
    """What a draw's keys are made of: the digests of its files and the seed as read out."""

    roster: str
    rules: str
    seed: str

    def of(self, purpose: str) -> bytes:
        return draw_key(roster=self.roster, rules=self.rules, seed=self.seed, purpose=purpose)


def draw(roster: Roster, rules: Rules, keys: Keys, *, purpose: str = "main") -> Draw:
    """Return the draw of all seats. Raises: Undrawn."""
    completer = Completer(roster, rules)
    try:
        main = draw_main(problem_of(roster, rules), rules, completer, keys, purpose=purpose, patience=PATIENCE)
    except Impatient:
        verdict = judge(roster, rules)
        if isinstance(verdict, Impossible):
            raise Undrawn("There is no valid draw.", verdict.proof, verdict.sentences) from None
        main = draw_main(problem_of(roster, rules), rules, completer, keys, purpose=purpose)
    return completed(main, rules, completer, keys, purpose=purpose)


def completed(main: Stage, rules: Rules, completer: Completer, keys: Keys, *, purpose: str) -> Draw:
    """Return the draw that a main draw becomes with its additional seats. Raises: Undrawn."""
    seats = completer.main(main.seats)
    additional, completion = additional_stage(seats, rules, completer, keys, purpose=f"{purpose}/additional")
    return Draw(
        fixed={seat: reviewer for seat, reviewer in seats.items() if seat not in main.seats},
        main=main,
        additional=additional,
        instruments=dict(zip(completion.lists.seats, completion.instruments, strict=True)),
    )


def draw_main(
    problem: Problem, rules: Rules, completer: Completer, keys: Keys, *, purpose: str, patience: int | None = None
) -> Stage:
    """Return the main seats of a draw. Raises: Undrawn, and Impatient after fewer attempts than the rules allow."""
    sampler = Sampler(problem, accepts=lambda draw: completer.can_complete(problem.named(draw)))
    attempts = rules.attempts if patience is None else min(patience, rules.attempts)
    if drawn := sampler.draw(keys.of(purpose), attempts=attempts):
        return _exact(drawn, problem.named(drawn.assignment))
    if patience is not None:
        raise Impatient
    lists = problem.lists()
    start = search(lists)
    if isinstance(start, NoDraw):
        raise Undrawn("There is no valid draw.", start)
    if isinstance(start, Undecided):
        raise Undrawn(f"No draw in {rules.attempts} attempts; whether one exists is {start}.")
    if not rules.chain:
        message = f"No draw in {rules.attempts} attempts, though some exist: allow more, or the walk, or draw by year."
        raise Undrawn(message)
    end = walked(
        lists,
        start,
        Stream(keys.of(f"{purpose}/chain")),
        pace=MAIN_PACE,
        accepts=lambda draw: completer.can_complete(problem.named(draw)),
    )
    if end is None:
        raise Undrawn("Valid draws exist, but none was found that its additional seats can complete.")
    return Stage(Engine.CHAIN, problem.named(end))


def additional_stage(
    seats: Main, rules: Rules, completer: Completer, keys: Keys, *, purpose: str
) -> tuple[Stage, Completion]:
    """Return the additional seats of a main draw. Raises: Undrawn."""
    completion = completer.completion(seats)
    if completion is None:
        raise Undrawn("Some instrument of a State under review has no State that could be its additional reviewer.")
    if drawn := draw_additional(completer, seats, keys.of(purpose), tries=rules.additional_tries):
        return _exact(drawn, completion.named(drawn.assignment)), completion
    start = search(completion.lists)
    if isinstance(start, NoDraw):
        raise Undrawn("The additional seats of this main draw cannot be filled.", start)
    if isinstance(start, Undecided):
        raise Undrawn(f"Whether the additional seats of this main draw can be filled is {start}.")
    end = walked(
        completion.lists,
        start,
        Stream(keys.of(f"{purpose}/chain")),
        pace=ADDITIONAL_PACE,
        accepts=lambda draw: completer.leaves_the_phase_open(seats, completion.named(draw)),
    )
    if end is None:
        raise Undrawn("Additional seats could be filled, but the later draws of the phase could then not be made.")
    return Stage(Engine.CHAIN, completion.named(end)), completion


def _exact(drawn: Drawn, seats: dict[Seat, str]) -> Stage:
    return Stage(Engine.EXACT, seats, drawn.attempt, drawn.discarded)

"""The ceremony, step by step: what the room sees, and what each ball carries.

Reveal: the draw is made from a seed fixed in the room and shown State by State in an agenda order. Bowl: for each
State, fresh public randomness gives a number of complete valid draws that agree with everything drawn so far; each
writes what it gives this State on a ball; one ball is drawn by hand. The law is that of the exact sampler for any
number of balls, and every ball proves that the draw can be finished.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isqrt

from rapporteur.lots.engines.additional import Completer
from rapporteur.lots.engines.draw import Draw, Keys, Undrawn
from rapporteur.lots.engines.exact import Sampler
from rapporteur.lots.engines.problem import problem_of, with_fixed
from rapporteur.lots.engines.search import search
from rapporteur.lots.engines.streams import canonical, ticket
from rapporteur.lots.terms import FixedSeat, Roster, Rules, Seat, Turn

DRAWN = "drawn in the room"

Given = Mapping[Seat, str]


@dataclass(frozen=True, slots=True)
class Reveal:
    """One step of a reveal: everything that is drawn for one State."""

    reviewed: str
    seats: dict[Seat, str]


@dataclass(frozen=True, slots=True)
class Ball:
    """What a complete draw gives one State, and that draw, which proves that the rest can follow."""

    seats: dict[Seat, str]
    certificate: dict[Seat, str]


@dataclass(frozen=True, slots=True)
class Chance:
    """How often a reviewer stands on the balls for a seat. Units: thousandths; `error` is one standard error."""

    reviewer: str
    balls: int
    per_mille: int
    error: int


@dataclass(frozen=True, slots=True)
class Bowl:
    """One step of a bowl: its balls in order, and the digest that is published before the hand goes in."""

    reviewed: str
    balls: tuple[Ball, ...]

    @property
    def digest(self) -> str:
        return hashlib.sha256(balls_text(self.reviewed, [ball.certificate for ball in self.balls])).hexdigest()

    def chances(self, seat: Seat) -> list[Chance]:
        """Return the estimated chances for a seat, the largest first."""
        return chances_of([ball.seats[seat] for ball in self.balls])


def balls_text(reviewed: str, draws: Sequence[Given]) -> bytes:
    """Return the text of a bowl whose digest is published before the hand goes in."""
    return canonical([reviewed, [[[str(seat), who] for seat, who in sorted(drawn.items())] for drawn in draws]])


def chances_of(reviewers: Sequence[str]) -> list[Chance]:
    """Return the estimated chances of the States that stand on the balls for a seat, the largest first."""
    counts, size = Counter(reviewers), len(reviewers)
    return [
        Chance(who, count, 1000 * count // size, isqrt(10**6 * count * (size - count) // size**3))
        for who, count in sorted(counts.items(), key=lambda told: (-told[1], told[0]))
    ]


def agenda(roster: Roster, *, seed: str) -> list[str]:
    """Return the States under review in the order of their tickets."""
    codes = [state.code for state in roster.states if state.turn is Turn.NOW]
    return sorted(codes, key=lambda code: (ticket(seed, code), code))


def reveals(made: Draw, order: Sequence[str]) -> list[Reveal]:
    return [Reveal(code, {seat: who for seat, who in made.seats.items() if seat.reviewed == code}) for code in order]


def conditional(rules: Rules, drawn: Given) -> Rules:
    """Return the rules of what is left of a draw once these seats are drawn."""
    return with_fixed(rules, [FixedSeat(seat, who, DRAWN) for seat, who in drawn.items()])


def bowl(roster: Roster, rules: Rules, drawn: Given, reviewed: str, keys: Keys, *, balls: int | None = None) -> Bowl:
    """Return the balls for one State, given all drawn before; `keys` has this step's fresh seed. Raises: Undrawn.

    Ball b has the purpose "bowl:<State>:<b>", b from 0.
    """
    given = conditional(rules, drawn)
    problem, completer = problem_of(roster, given), Completer(roster, given)
    sampler = Sampler(problem, accepts=lambda found: completer.can_complete(problem.named(found)))
    made = []
    for number in range(rules.balls if balls is None else balls):
        found = sampler.draw(keys.of(f"bowl:{reviewed}:{number}"), attempts=rules.attempts)
        if found is None:
            raise Undrawn(f"Ball {number} for {reviewed}: no draw in {rules.attempts} attempts.")
        certificate = problem.named(found.assignment)
        made.append(Ball({seat: who for seat, who in certificate.items() if seat.reviewed == reviewed}, certificate))
    return Bowl(reviewed, tuple(made))


def why_not_place(roster: Roster, rules: Rules, drawn: Given, seat: Seat, reviewer: str) -> list[str]:
    """Return every reason against a pairing drawn by hand: a rule it breaks, or the dead end it leads to."""
    if reviewer not in {state.code for state in roster.states}:
        return [f"{reviewer} is not on the roster."]
    problem = problem_of(roster, conditional(rules, drawn))
    if seat not in problem.seats:
        return [f"{seat} is not an open seat of this draw."]
    state = problem.states.index(reviewer)
    reasons = []
    if not problem.allows(problem.seats.index(seat), state):
        reasons.append(
            f"{reviewer} may not take {seat}: its group, a bar, or a review already settled stands against it."
        )
    if not problem.highest[state]:
        reasons.append(f"{reviewer} has as many reviews as it may take.")
    if not reasons and not is_open(roster, rules, {**drawn, seat: reviewer}):
        reasons.append(f"With {reviewer} in {seat} the remaining seats could not all be filled.")
    return reasons


def is_open(roster: Roster, rules: Rules, drawn: Given) -> bool:
    """Return whether what is drawn so far can still become a valid main draw."""
    return isinstance(search(problem_of(roster, conditional(rules, drawn)).lists()), tuple)

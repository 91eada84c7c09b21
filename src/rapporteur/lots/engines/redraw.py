"""After the draw: a lot repeated on request, several at once, and States that join late.

Whatever is not reopened stays as it is. A redraw has a seed of its own, fixed after the deadline for requests, and a
purpose that names the State and the number of the repeat; nothing here can be computed from the first seed.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice

from rapporteur.lots.engines.additional import Completer, Completion
from rapporteur.lots.engines.draw import Draw, Keys, Stage, draw_main
from rapporteur.lots.engines.problem import Problem, problem_of, with_barred, with_fixed
from rapporteur.lots.engines.search import NoDraw, search
from rapporteur.lots.engines.streams import Stream
from rapporteur.lots.terms import (
    BarredPair,
    FixedSeat,
    Pair,
    Period,
    Roster,
    Rules,
    Seat,
    SettledPair,
    ShortfallRule,
    State,
    Turn,
)

_REOPENINGS = 20_000  # sets of seats tried before giving up on naming one


@dataclass(frozen=True, slots=True)
class Refusal:
    """A request that a seat be drawn again: who was drawn is barred from it from then on."""

    seat: Seat
    refused: str
    number: int = 1

    @property
    def purpose(self) -> str:
        return f"redraw:{self.seat.reviewed}:{self.number}"


@dataclass(frozen=True, slots=True)
class Redrawn:
    """What a narrow redraw came to; whatever it does not name stays as it was.

    `main` and `additional` are the seats with new reviewers, `gone` the additional seats that are no more. `choices`
    is among how many the lot fell, `shortfall` what the refused State now lacks of its minimum, to be carried into
    the next
    draw, and `consents` the States that an exchange moves without their asking.
    """

    main: dict[Seat, str]
    additional: dict[Seat, str]
    instruments: dict[Seat, tuple[str, ...]]
    gone: tuple[Seat, ...]
    choices: int
    shortfall: int = 0
    consents: tuple[str, ...] = ()


class NotAlone(Exception):
    """A seat that cannot be filled while all others stay. `reopen` is a smallest set of seats that would open it."""

    def __init__(self, seat: Seat, reopen: tuple[Seat, ...]) -> None:
        listed = ", ".join(map(str, reopen)) or "none found"
        super().__init__(f"No State can take {seat} while all other seats stay; reopen as well: {listed}.")
        self.reopen = reopen


def why_not_redraw(rules: Rules, made: Draw, refusal: Refusal) -> list[str]:
    """Return every reason against repeating a lot; none means yes."""
    reasons = []
    if refusal.number > rules.redraws:
        reasons.append(f"{refusal.seat.reviewed} asks for repeat {refusal.number}; the rules allow {rules.redraws}.")
    if refusal.seat.part:
        reasons.append(f"{refusal.seat} is an additional seat: it is drawn again with its main seat.")
    if made.seats.get(refusal.seat) != refusal.refused:
        reasons.append(f"{refusal.refused} does not hold seat {refusal.seat}.")
    if refusal.seat in made.fixed:
        reasons.append(f"{refusal.seat} was not drawn but fixed.")
    return reasons


class _Standing:
    """The draw as it stands, and which single changes it bears."""

    def __init__(self, roster: Roster, rules: Rules, made: Draw, seat: Seat) -> None:
        self.main = {**made.fixed, **made.main.seats}
        self.kept = {
            at: who for at, who in made.additional.seats.items() if (at.reviewed, at.side) != (seat.reviewed, seat.side)
        }
        self.gone = tuple(at for at in made.additional.seats if at not in self.kept)
        # Every seat is open here: what is fixed matters as a pair that stands, like all others.
        self.problem: Problem = problem_of(roster, replace(rules, fixed=()))
        self.completer = Completer(roster, rules)
        self.rules, self.roster = rules, roster
        self.seat_number = {at: index for index, at in enumerate(self.problem.seats)}
        self.number = {code: index for index, code in enumerate(self.problem.states)}
        counted = (*self.main.values(), *(self.kept.values() if rules.additional_counts else ()))
        self.loads = Counter(counted)
        self.pairs = {(who, at.reviewed) for at, who in (*self.main.items(), *self.kept.items())}

    def bears(self, changes: Mapping[Seat, str]) -> bool:
        """Return whether these seats may have these reviewers, loads aside, beside all pairs that stay."""
        rest = self.pairs - {(self.main[at], at.reviewed) for at in changes}
        for at, who in changes.items():
            pair = (who, at.reviewed)
            if pair in rest or (self.problem.mutual_barred and pair[::-1] in rest):
                return False
            if not self.problem.allows(self.seat_number[at], self.number[who]):
                return False
            rest.add(pair)
        return True

    def has_room(self, who: str) -> bool:
        return self.loads[who] < self.problem.highest[self.number[who]]

    def completion(self, changes: Mapping[Seat, str], seat: Seat) -> Completion | None:
        return self.completer.reopened({**self.main, **changes}, self.kept, seat)

    def shortfall(self, refused: str) -> int:
        taken = sum(who == refused for who in self.main.values())
        return max(0, self.problem.lowest[self.number[refused]] - (taken - 1))


def redraw(roster: Roster, rules: Rules, made: Draw, refusal: Refusal, keys: Keys) -> Redrawn:
    """Return a seat drawn again, uniformly among the States that keep all rules while every other main seat stays.

    If the refused State would fall below its minimum, the rules say whether that is carried over or settled by an
    exchange
    of two seats, uniform among those possible. Its additional seats are drawn again, too. Raises: NotAlone.
    """
    given = with_barred(rules, [BarredPair(Pair(refusal.refused, refusal.seat.reviewed), "redraw")])
    standing = _Standing(roster, given, made, refusal.seat)
    stream = Stream(keys.of(refusal.purpose))
    shortfall = standing.shortfall(refusal.refused)
    if shortfall and rules.shortfall is ShortfallRule.EXCHANGE and (exchanges := list(_exchanges(standing, refusal))):
        change = exchanges[stream.below(len(exchanges))]
        return _redrawn(standing, refusal, change, stream, choices=len(exchanges), shortfall=0)
    fitting = [who for who in standing.problem.states if _fits(standing, refusal.seat, who)]
    if not fitting:
        raise NotAlone(refusal.seat, reopening(roster, given, made, refusal.seat))
    change = {refusal.seat: fitting[stream.below(len(fitting))]}
    return _redrawn(standing, refusal, change, stream, choices=len(fitting), shortfall=shortfall)


def _fits(standing: _Standing, seat: Seat, who: str) -> bool:
    if not (standing.has_room(who) and standing.bears({seat: who})):
        return False
    return standing.completion({seat: who}, seat) is not None


def _exchanges(standing: _Standing, refusal: Refusal) -> Iterator[dict[Seat, str]]:
    """Yield the exchanges of the refused State with the holder of another drawn seat that both seats bear.

    Only seats that ask for no additional reviewers after the exchange, and had none before, so that nothing else moves.
    """
    fixed = {entry.seat for entry in standing.rules.fixed}
    helped = {(at.reviewed, at.side) for at in standing.kept}
    for at, who in sorted(standing.main.items()):
        change = {refusal.seat: who, at: refusal.refused}
        if at == refusal.seat or at in fixed or who == refusal.refused or (at.reviewed, at.side) in helped:
            continue
        if standing.bears(change):
            other = standing.completion(change, at)
            if other is not None and not other.instruments and standing.completion(change, refusal.seat) is not None:
                yield change


def _redrawn(
    standing: _Standing, refusal: Refusal, change: dict[Seat, str], stream: Stream, *, choices: int, shortfall: int
) -> Redrawn:
    completion = standing.completion(change, refusal.seat)
    if completion is None:
        raise AssertionError("a change was chosen that cannot be completed")
    additional = _picked(completion, stream)
    return Redrawn(
        main=change,
        additional=additional,
        instruments=dict(zip(completion.lists.seats, completion.instruments, strict=True)),
        gone=standing.gone,
        choices=choices,
        shortfall=shortfall,
        consents=tuple(who for at, who in change.items() if at == refusal.seat) if len(change) > 1 else (),
    )


def _picked(completion: Completion, stream: Stream) -> dict[Seat, str]:
    """Return additional reviewers for the seat's few additional seats: independent picks until none clashes."""
    lists = completion.lists
    while True:
        picked = [candidates[stream.below(len(candidates))] for candidates in lists.candidates]
        if len(set(picked)) == len(picked) and all(lists.highest[state] for state in picked):
            return completion.named(tuple(picked))


def reopening(roster: Roster, rules: Rules, made: Draw, seat: Seat) -> tuple[Seat, ...]:
    """Return a smallest set of other drawn seats that, reopened with this one, can be filled; () if none is found."""
    main = {**made.fixed, **made.main.seats}
    others = sorted(at for at in made.main.seats if at != seat)
    sets = (chosen for size in (1, 2, 3) for chosen in combinations(others, size))
    for chosen in islice(sets, _REOPENINGS):
        listed, given = _conditional(roster, rules, main, {seat, *chosen})
        if not isinstance(search(problem_of(listed, given).lists()), NoDraw):
            return chosen
    return ()


def _conditional(roster: Roster, rules: Rules, main: Mapping[Seat, str], opened: set[Seat]) -> tuple[Roster, Rules]:
    """Return the draw in which all but these seats are fixed, and no minimum binds beyond what is met without them."""
    fixed = {entry.seat for entry in rules.fixed}
    kept = [FixedSeat(at, who, "drawn before") for at, who in main.items() if at not in opened and at not in fixed]
    given = with_fixed(rules, kept)
    problem = problem_of(roster, given)
    if isinstance(search(problem.lists()), NoDraw):
        states = tuple(replace(state, minimum=0) for state in roster.states)
        return replace(roster, states=states), given
    return roster, given


def redraw_jointly(
    roster: Roster, rules: Rules, made: Draw, refusals: Sequence[Refusal], keys: Keys, *, number: int
) -> Stage:
    """Return the seats of several requests drawn again together, exactly uniformly. Raises: Undrawn.

    Where the refusals put a minimum out of reach, no minimum binds and the shortfall is carried over.
    """
    bars = [BarredPair(Pair(refusal.refused, refusal.seat.reviewed), "redraw") for refusal in refusals]
    main = {**made.fixed, **made.main.seats}
    listed, given = _conditional(roster, with_barred(rules, bars), main, {refusal.seat for refusal in refusals})
    return draw_main(problem_of(listed, given), given, Completer(listed, given), keys, purpose=f"redraw:joint:{number}")


def draw_late(roster: Roster, rules: Rules, made: Draw, keys: Keys, *, joined: Sequence[str], number: int) -> Stage:
    """Return the main seats of States that joined after a draw; they stand on the roster. Raises: Undrawn.

    Every review drawn before counts against a State's maximum and as a settled pair. No minimum binds: a late draw
    has too
    few seats to meet one.
    """
    main = {**made.fixed, **made.main.seats}
    taken = Counter((*main.values(), *(made.additional.seats.values() if rules.additional_counts else ())))

    def state_of(state: State) -> State:
        high = rules.maximum if state.maximum is None else state.maximum
        turn = Turn.NOW if state.code in joined else Turn.NO
        return replace(state, turn=turn, minimum=0, maximum=max(0, high - taken[state.code]))

    listed = replace(roster, states=tuple(state_of(state) for state in roster.states))
    pairs = tuple(SettledPair(Pair(who, at.reviewed), Period.YEAR) for at, who in main.items())
    given = replace(rules, fixed=(), settled=(*rules.settled, *pairs))
    return draw_main(problem_of(listed, given), given, Completer(listed, given), keys, purpose=f"late:{number}")

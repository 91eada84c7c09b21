"""After the draw: a lot repeated on request, several at once, and States that join late.

Whatever is not reopened stays as it is. A redraw has a seed of its own, fixed after the deadline for requests, and a
purpose that names the State and the number of the repeat; nothing here can be computed from the first seed.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, islice
from typing import Final

from rapporteur.lots.engines.additional import Completer
from rapporteur.lots.engines.draw import Draw, Engine, Keys, Stage, additional_stage, draw_main
from rapporteur.lots.engines.problem import Problem, Standing, problem_of, with_barred
from rapporteur.lots.engines.search import search
from rapporteur.lots.engines.streams import Stream
from rapporteur.lots.terms import BarredPair, Pair, Roster, Rules, Seat, ShortfallRule, State, Turn

_REOPENINGS: Final = 20_000  # sets of seats tried before giving up on naming one

Change = Mapping[Seat, str]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A request that a seat be drawn again: who was drawn is barred from it from then on."""

    seat: Seat
    refused: str
    number: int = 1

    @property
    def purpose(self) -> str:
        return f"redraw:{self.seat.reviewed}:{self.number}"

    @property
    def bar(self) -> BarredPair:
        return BarredPair(Pair(self.refused, self.seat.reviewed), "redraw")


@dataclass(frozen=True, slots=True)
class Redrawn:
    """What drawing again came to; whatever it does not name stays as it was.

    `main` and `additional` are the seats with new reviewers, `instruments` those of the additional ones, `gone` the
    additional seats that are no more. `choices` is among how many a narrow lot fell. `shortfall` is what States lack of
    their minimum, to be carried into the next draw, and `consents` the States that an exchange moves unasked.
    """

    main: Stage
    additional: Stage
    instruments: dict[Seat, tuple[str, ...]]
    gone: tuple[Seat, ...]
    choices: int = 0
    shortfall: dict[str, int] = field(default_factory=dict)
    consents: tuple[str, ...] = ()

    def applied(self, made: Draw) -> Draw:
        """Return the whole draw as it then stands."""
        main = {**made.main.seats, **self.main.seats}
        kept = {at: who for at, who in made.additional.seats.items() if at not in self.gone}
        return Draw(
            fixed=made.fixed,
            main=replace(made.main, seats=dict(sorted(main.items()))),
            additional=replace(made.additional, seats=dict(sorted({**kept, **self.additional.seats}.items()))),
            instruments={**{at: made.instruments[at] for at in kept}, **self.instruments},
        )


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


class _Reopened:
    """A draw with some of its main seats open again: everything else stands, and their additional seats are gone."""

    def __init__(self, roster: Roster, rules: Rules, made: Draw, opened: Sequence[Seat]) -> None:
        self.roster, self.rules = roster, rules
        sides = {(at.reviewed, at.side) for at in opened}
        main = {**made.fixed, **made.main.seats}
        kept = {at: who for at, who in made.additional.seats.items() if (at.reviewed, at.side) not in sides}
        self.gone = tuple(at for at in made.additional.seats if at not in kept)
        self.standing = Standing({at: who for at, who in main.items() if at not in opened}, kept)
        self.completer = Completer(roster, rules, self.standing)
        self.problem = problem_of(roster, rules, self.standing)

    def meets_minima(self) -> bool:
        lists = self.problem.lists()
        crossed = any(low > high for low, high in zip(lists.lowest, lists.highest, strict=True))
        return not crossed and isinstance(search(lists), tuple)

    def fits(self, change: Change) -> bool:
        """Return whether the open seats may have these reviewers, minima aside."""
        numbers = {code: index for index, code in enumerate(self.problem.states)}
        assignment = [numbers[change[seat]] for seat in self.problem.seats]
        room = Counter(assignment)
        return (
            all(room[state] <= self.problem.highest[state] for state in room)
            and all(self.problem.allows(seat, state) for seat, state in enumerate(assignment))
            and self.problem.clash(assignment) is None
            and self.completer.can_complete(change)
        )

    def finished(self, main: Stage, keys: Keys, *, purpose: str) -> Redrawn:
        """Return the open seats with these reviewers and with additional ones. Raises: Undrawn."""
        seats = self.completer.main(main.seats)
        additional, completion = additional_stage(
            seats, self.rules, self.completer, keys, purpose=f"{purpose}/additional"
        )
        return Redrawn(
            main=main,
            additional=additional,
            instruments=dict(zip(completion.lists.seats, completion.instruments, strict=True)),
            gone=self.gone,
            shortfall=self._shortfall(seats),
        )

    def _shortfall(self, seats: Change) -> dict[str, int]:
        """Return what States lack of their minimum in the last draw of a phase, those alone that lack something."""
        if any(state.turn is Turn.LATER for state in self.roster.states):
            return {}
        taken = Counter(seats.values())
        lows = {s.code: self.rules.minimum if s.minimum is None else s.minimum for s in self.roster.states}
        return {code: low - taken[code] for code, low in lows.items() if low > taken[code]}


def redraw(roster: Roster, rules: Rules, made: Draw, refusal: Refusal, keys: Keys) -> Redrawn:
    """Return a seat drawn again, uniformly among the States that keep all rules while every other main seat stays.

    If the refused State would fall below its minimum, the rules say whether that is carried over or settled by an
    exchange of two seats, uniform among those possible. Raises: NotAlone, Undrawn.
    """
    given = with_barred(rules, [refusal.bar])
    opened = _Reopened(roster, given, made, [refusal.seat])
    stream = Stream(keys.of(refusal.purpose))
    if rules.shortfall is ShortfallRule.EXCHANGE and opened.problem.lowest[_place(roster, refusal.refused)]:
        exchanges = list(_exchanges(roster, given, made, refusal))
        if exchanges:
            change = exchanges[stream.below(len(exchanges))]
            both = _Reopened(roster, given, made, list(change))
            found = both.finished(Stage(Engine.EXACT, dict(change)), keys, purpose=refusal.purpose)
            return replace(found, choices=len(exchanges), consents=(change[refusal.seat],))
    fitting = [who for who in opened.problem.states if opened.fits({refusal.seat: who})]
    if not fitting:
        raise NotAlone(refusal.seat, reopening(roster, given, made, refusal.seat))
    main = Stage(Engine.EXACT, {refusal.seat: fitting[stream.below(len(fitting))]})
    return replace(opened.finished(main, keys, purpose=refusal.purpose), choices=len(fitting))


def _place(roster: Roster, code: str) -> int:
    return next(index for index, state in enumerate(roster.states) if state.code == code)


def _exchanges(roster: Roster, rules: Rules, made: Draw, refusal: Refusal) -> Iterator[Change]:
    """Yield the exchanges of the refused State with the holder of another drawn seat, in the order of that seat."""
    whole = problem_of(roster, replace(rules, fixed=()))
    seats = {seat: index for index, seat in enumerate(whole.seats)}
    states = {code: index for index, code in enumerate(whole.states)}
    for at, who in sorted(made.main.seats.items()):
        change = dict(sorted({refusal.seat: who, at: refusal.refused}.items()))
        may = all(whole.allows(seats[seat], states[code]) for seat, code in change.items())
        if may and who != refusal.refused and _Reopened(roster, rules, made, list(change)).fits(change):
            yield change


def reopening(roster: Roster, rules: Rules, made: Draw, seat: Seat) -> tuple[Seat, ...]:
    """Return a smallest set of other drawn seats that, reopened with this one, can be filled; () if none is found."""
    others = sorted(at for at in made.main.seats if at != seat)
    sets = (chosen for size in (1, 2, 3) for chosen in combinations(others, size))
    for chosen in islice(sets, _REOPENINGS):
        opened = _Reopened(roster, rules, made, [seat, *chosen])
        if opened.meets_minima() or isinstance(search(_without_minima(opened.problem).lists()), tuple):
            return chosen
    return ()


def redraw_jointly(
    roster: Roster, rules: Rules, made: Draw, refusals: Sequence[Refusal], keys: Keys, *, number: int
) -> Redrawn:
    """Return the seats of several requests drawn again together, exactly uniformly. Raises: Undrawn.

    Where the refusals put a minimum out of reach, no minimum binds and the shortfall is carried over.
    """
    given = with_barred(rules, [refusal.bar for refusal in refusals])
    opened = _Reopened(roster, given, made, [refusal.seat for refusal in refusals])
    return _drawn_together(opened, keys, purpose=f"redraw:joint:{number}", minima=opened.meets_minima())


def draw_late(roster: Roster, rules: Rules, made: Draw, keys: Keys, *, joined: Sequence[str], number: int) -> Redrawn:
    """Return the seats of States that joined after a draw and stand on the roster by now. Raises: Undrawn.

    No minimum binds: a late draw has too few seats to meet one.
    """

    def turn_of(state: State) -> Turn:
        if state.code in joined:
            return Turn.NOW
        return Turn.LATER if state.turn is Turn.LATER else Turn.NO

    states = tuple(replace(state, turn=turn_of(state)) for state in roster.states)
    opened = _Reopened(replace(roster, states=states), rules, made, [])
    return replace(_drawn_together(opened, keys, purpose=f"late:{number}", minima=False), shortfall={})


def _drawn_together(opened: _Reopened, keys: Keys, *, purpose: str, minima: bool) -> Redrawn:
    problem = opened.problem if minima else _without_minima(opened.problem)
    main = draw_main(problem, opened.rules, opened.completer, keys, purpose=purpose)
    return opened.finished(main, keys, purpose=purpose)


def _without_minima(problem: Problem) -> Problem:
    return replace(problem, lowest=(0,) * len(problem.states))

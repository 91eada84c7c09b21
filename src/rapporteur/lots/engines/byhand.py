"""A lot drawn by hand from a bowl in the room: who may take a seat, and which lots would lead into a dead end.

What the hand does is outside all counting here; what stands already, and what can still follow, is not. Every answer
"can go on" rests on a complete draw that was found, every "dead end" on the proof that there is none.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from rapporteur.lots.engines.additional import Completer
from rapporteur.lots.engines.ceremony import Given, conditional
from rapporteur.lots.engines.problem import Assignment, Lists, first_clash, problem_of
from rapporteur.lots.engines.search import NoDraw, Undecided, search
from rapporteur.lots.engines.verdict import Impossible, Possible, judge
from rapporteur.lots.terms import Roster, Rules, Seat


class Outlook(StrEnum):
    """What a lot would lead to."""

    OPEN = "open"
    DEAD_END = "dead-end"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Place:
    """A State that a lot may give a seat to, and what would follow."""

    reviewer: str
    outlook: Outlook


@dataclass(frozen=True, slots=True)
class Ending:
    """How a draw can still be completed: `seats` are those open now. None where it cannot, or where none was found."""

    outlook: Outlook
    seats: dict[Seat, str]


def ending(roster: Roster, rules: Rules, drawn: Given) -> Ending:
    """Return a complete draw that agrees with everything drawn so far, or that there is none."""
    main = {seat: who for seat, who in drawn.items() if not seat.part}
    given = conditional(rules, main)
    if not problem_of(roster, given).seats:
        return _last_stage(Completer(roster, given), main, drawn)
    verdict = judge(roster, given)
    if isinstance(verdict, Possible):
        return Ending(Outlook.OPEN, {seat: who for seat, who in verdict.main.items() if seat not in main})
    return Ending(Outlook.DEAD_END if isinstance(verdict, Impossible) else Outlook.UNKNOWN, {})


def _last_stage(completer: Completer, main: Given, drawn: Given) -> Ending:
    lists, _ = additional_left(completer, main, drawn)
    if lists is None:
        return Ending(Outlook.DEAD_END, {})
    found = search(lists)
    if isinstance(found, NoDraw | Undecided):
        return Ending(Outlook.DEAD_END if isinstance(found, NoDraw) else Outlook.UNKNOWN, {})
    return Ending(Outlook.OPEN, {seat: lists.states[state] for seat, state in zip(lists.seats, found, strict=True)})


def additional_left(
    completer: Completer, main: Given, drawn: Given
) -> tuple[Lists | None, dict[Seat, tuple[str, ...]]]:
    """Return the additional seats not drawn yet, as lists, and the instruments of all; None where none can be had."""
    completion = completer.completion(completer.main(main))
    if completion is None:
        return None, {}
    lists = completion.lists
    number = {code: index for index, code in enumerate(lists.states)}
    placed = {seat: number[who] for seat, who in drawn.items() if seat.part}
    highest = list(lists.highest)
    for state in placed.values():
        highest[state] -= 1
    owner = dict(zip(lists.seats, lists.owner, strict=True))
    pairs = {(state, owner[seat]) for seat, state in placed.items() if seat in owner}
    left = [at for at, seat in enumerate(lists.seats) if seat not in placed]
    rest = replace(
        lists,
        highest=tuple(max(0, high) for high in highest),
        seats=tuple(lists.seats[at] for at in left),
        owner=tuple(lists.owner[at] for at in left),
        candidates=tuple(
            tuple(state for state in lists.candidates[at] if _stands(lists, pairs, state, lists.owner[at]))
            for at in left
        ),
    )
    return rest, dict(zip(lists.seats, completion.instruments, strict=True))


def _stands(lists: Lists, pairs: set[tuple[int, int]], state: int, owner: int) -> bool:
    return (state, owner) not in pairs and not (lists.mutual_barred and (owner, state) in pairs)


def places(roster: Roster, rules: Rules, drawn: Given, seat: Seat) -> list[Place]:
    """Return the States that may take an open seat, in order, and what each would lead to, by the seats of its stage.

    Most answers come from one complete draw: whoever takes the seat in it, or after one or two changes, leads to an
    end. Whoever is left is searched for.
    """
    lists = open_lists(roster, rules, drawn)
    if seat not in lists.seats:
        return []
    at = lists.seats.index(seat)
    may = [state for state in lists.candidates[at] if lists.highest[state]]
    found = search(lists)
    if isinstance(found, NoDraw):
        return [Place(lists.states[state], Outlook.DEAD_END) for state in may]
    sure = set() if isinstance(found, Undecided) else {found[at], *_reached(lists, found, at)}
    return [Place(lists.states[state], Outlook.OPEN if state in sure else _with(lists, at, state)) for state in may]


def open_lists(roster: Roster, rules: Rules, drawn: Given) -> Lists:
    """Return the seats that a lot may fill now: the main ones, and after the last of these the additional ones."""
    main = {seat: who for seat, who in drawn.items() if not seat.part}
    given = conditional(rules, main)
    problem = problem_of(roster, given)
    if problem.seats:
        return problem.lists()
    lists, _ = additional_left(Completer(roster, given), main, drawn)
    return lists or problem.lists()


def _with(lists: Lists, at: int, state: int) -> Outlook:
    candidates = tuple((state,) if seat == at else old for seat, old in enumerate(lists.candidates))
    found = search(replace(lists, candidates=candidates))
    if isinstance(found, Undecided):
        return Outlook.UNKNOWN
    return Outlook.DEAD_END if isinstance(found, NoDraw) else Outlook.OPEN


def _reached(lists: Lists, found: Assignment, at: int) -> Iterator[int]:
    """Yield who takes the seat after one change of a valid draw, or after an exchange with another seat."""
    loads = [0] * len(lists.states)
    held: dict[int, list[int]] = {}
    for seat, state in enumerate(found):
        loads[state] += 1
        held.setdefault(state, []).append(seat)
    old = found[at]
    options = [set(candidates) for candidates in lists.candidates]
    for state in lists.candidates[at]:
        moves = [{at: state}] if loads[state] < lists.highest[state] and loads[old] > lists.lowest[old] else []
        moves += [{at: state, seat: old} for seat in held.get(state, []) if old in options[seat]]
        if any(_is_valid(lists, found, move) for move in moves):
            yield state


def _is_valid(lists: Lists, found: Assignment, move: Mapping[int, int]) -> bool:
    changed = [move.get(seat, state) for seat, state in enumerate(found)]
    return first_clash(lists.owner, changed, mutual_barred=lists.mutual_barred) is None


def why_not_take(roster: Roster, rules: Rules, drawn: Given, seat: Seat, reviewer: str) -> list[str]:
    """Return every reason against an additional lot drawn by hand: a rule it breaks, or the dead end it leads to."""
    lists = open_lists(roster, rules, drawn)
    if reviewer not in lists.states:
        return [f"{reviewer} is not on the roster."]
    if seat not in lists.seats:
        return [f"{seat} is not an open seat of this draw."]
    at, state = lists.seats.index(seat), lists.states.index(reviewer)
    if state not in lists.candidates[at]:
        return [f"{reviewer} may not take {seat}: its group, its instruments, or a review that stands is against it."]
    if not lists.highest[state]:
        return [f"{reviewer} has as many reviews as it may take."]
    if ending(roster, rules, {**drawn, seat: reviewer}).outlook is Outlook.DEAD_END:
        return [f"With {reviewer} in {seat} the remaining seats could not all be filled."]
    return []

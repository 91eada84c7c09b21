"""One small published record of every kind, with everything in it that a verifier must follow."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from lots.publishing import DICE, Office
from lots.small import CASES, conference, roster, rules
from rapporteur.lots.files.publication import Kind, Request
from rapporteur.lots.terms import Roster, Rules, Seat, ShortfallRule, Side

LISTED: Final = conference((12, 10, 8), name="small")
GIVEN: Final = rules(1, 4, balls=4, reviewers_at_most=0, additional_tries=300)
LOOSE: Final = replace(GIVEN, additional_counts=False, additional_maximum=2)


def whole(listed: Roster = LISTED, given: Rules = LOOSE, *, rehearsal: bool = False) -> Office:
    office = Office(listed, given, rehearsal=rehearsal)
    office.drawn()
    return office


def requests(office: Office, *seats: Seat) -> list[Request]:
    if office.draw is None:
        raise AssertionError("nothing is drawn yet")
    return [Request(seat, office.draw.seats[seat], "asked for by a note") for seat in sorted(seats)]


def chain(given: Rules = GIVEN, *, rehearsal: bool = False) -> Office:
    """Return a draw with a narrow redraw, a joint one, a late joiner, and a redraw of its lot."""
    office = whole(LISTED, given, rehearsal=rehearsal)
    first, second, third = Seat("A1", Side.OWN), Seat("A4", Side.OTHER), Seat("B2", Side.OWN)
    office.redrawn(requests(office, first), "redraw:A1:1", DICE + "b")
    office.redrawn(requests(office, first, second, third), "redraw:joint:1", DICE + "c")
    newcomer = replace(LISTED.states[0], code="A99", name="State A99")
    office.joined(Roster(LISTED.instruments, (*LISTED.states, newcomer)), ["A99"], "late:1", DICE + "d")
    office.redrawn(requests(office, Seat("A99", Side.OWN)), "redraw:A99:1", DICE + "e")
    return office


def walked() -> Office:
    """Return a draw whose main seats, too, were drawn by a walk: one attempt was not enough."""
    case = next(case for case in CASES if case.name.startswith("D"))
    return whole(case.roster, replace(case.rules, attempts=1, chain=True))


def years() -> Office:
    office = Office(LISTED, GIVEN, kind=Kind.YEARS)
    office.drawn()
    return office


def by_bowl() -> Office:
    office = Office(LISTED, LOOSE, kind=Kind.CEREMONY)
    office.by_bowl()
    return office


def by_hand() -> Office:
    made = whole().draw
    office = Office(LISTED, LOOSE, kind=Kind.CEREMONY, rehearsal=True)
    if made:
        office.by_hand(made)
    return office


OFFICES: Final[dict[str, Callable[[], Office]]] = {
    "whole": whole,
    "conference": lambda: whole(conference(), Rules()),
    **{
        case.name.split(":")[0].replace(", ", "-").replace(" ", "-"): lambda case=case: whole(case.roster, case.rules)
        for case in CASES
        if case.name.startswith(("6+3", "3+3, a fixed", "4+3, settled", "C"))
    },
    "chain": chain,
    "chain-with-exchange-in-a-rehearsal": lambda: chain(
        replace(GIVEN, shortfall=ShortfallRule.EXCHANGE), rehearsal=True
    ),
    "walked": walked,
    "years": years,
    "bowl": by_bowl,
    "by-hand": by_hand,
    "no-draw": lambda: whole(roster([3, 3]), rules(0, 1)),
    "no-draw-in-branches": lambda: whole(roster([2, 2]), rules(0, 3)),
}

"""Why a roster and rules cannot be drawn from at all, before any count: names that are missing, twice, or at odds."""

from collections import Counter
from collections.abc import Iterator

from rapporteur.lots.engines.problem import seats_of
from rapporteur.lots.terms import BlankRule, FixedSeat, Pair, Roster, Rules, Side, State, Turn

_SHOWN = 10


def why_not_draw(roster: Roster, rules: Rules) -> list[str]:
    """Return every reason against drawing; an empty list means that the engines may say the rest."""
    return [
        *_roster_faults(roster),
        *_group_faults(roster, rules),
        *_party_faults(roster, rules),
        *_bound_faults(roster, rules),
        *_pair_faults(roster, rules),
        *_fixed_faults(roster, rules),
    ]


def blanks(roster: Roster) -> list[tuple[str, str]]:
    """Return each State and instrument whose party status is blank."""
    return [(state.code, i) for state in roster.states for i in roster.instruments if i in state.unknown]


def _roster_faults(roster: Roster) -> Iterator[str]:
    if not roster.states:
        yield "The roster is empty: add the States."
    for code, count in sorted(Counter(state.code for state in roster.states).items()):
        if count > 1:
            yield f"{code} stands {count} times on the roster: keep one line."
    if not any(state.turn is Turn.NOW for state in roster.states):
        yield 'Nobody is under review in this draw: no State has the turn "now".'


def takes_part(state: State, rules: Rules) -> bool:
    """Return whether a State is reviewed in this phase or may review."""
    return state.turn is not Turn.NO or (rules.maximum if state.maximum is None else state.maximum) > 0


def _group_faults(roster: Roster, rules: Rules) -> Iterator[str]:
    groups = Counter(state.group for state in roster.states)
    if ungrouped := [state.code for state in roster.states if not state.group and takes_part(state, rules)]:
        yield (
            f"{', '.join(ungrouped)}: no regional group; the roster must name one, or leave the State out"
            ' (turn "no", maximum 0, and why).'
        )
    for group, count in sorted(groups.items()):
        here = [state for state in roster.states if state.group == group]
        if group and rules.groups and group not in rules.groups:
            codes = ", ".join(state.code for state in here[:_SHOWN])
            yield f'{codes}: the group "{group}" is unknown; the rules name {", ".join(rules.groups)}.'
        elif group and count == 1 and rules.own_group and here[0].turn is not Turn.NO:
            yield f"Group {group} has one State, {here[0].code}: nobody of its own group can review it."


def _party_faults(roster: Roster, rules: Rules) -> Iterator[str]:
    for instrument in roster.instruments:
        if not any(instrument in state.party for state in roster.states):
            yield f"Nobody is party to {instrument}: correct the statuses or leave the column out."
    unknown = blanks(roster)
    if unknown and rules.blank_status is BlankRule.REFUSE:
        listed = ", ".join(f"{code} ({instrument})" for code, instrument in unknown[:_SHOWN])
        more = f" and {len(unknown) - _SHOWN} more" if len(unknown) > _SHOWN else ""
        yield f"Blank party status: {listed}{more}. Fill them in, or set blank_status to not_party in the rules."


def _bound_faults(roster: Roster, rules: Rules) -> Iterator[str]:
    for state in roster.states:
        low = rules.minimum if state.minimum is None else state.minimum
        high = rules.maximum if state.maximum is None else state.maximum
        if low > high:
            yield f"{state.code} must take at least {low} and at most {high} reviews: the bounds cross."
        if (state.minimum, state.maximum) != (None, None) and not state.reason:
            yield f"{state.code} has bounds of its own and no reason: say why."


def _pair_faults(roster: Roster, rules: Rules) -> Iterator[str]:
    codes = {state.code for state in roster.states}
    named = [("barred", entry.pair) for entry in rules.barred]
    named += [("fixed", Pair(entry.reviewer, entry.seat.reviewed)) for entry in rules.fixed]
    for where, pair in named:
        for code in (pair.reviewer, pair.reviewed):
            if code not in codes:
                yield f"{code}, named under {where} in the rules, is not on the roster."
    for seat, count in sorted(Counter(entry.seat for entry in rules.fixed).items()):
        if count > 1:
            yield f"Seat {seat} is fixed {count} times: keep one."


def _fixed_faults(roster: Roster, rules: Rules) -> Iterator[str]:
    states = {state.code: state for state in roster.states}
    barred = {entry.pair for entry in rules.barred}
    for entry in rules.fixed:
        reviewed, reviewer = states.get(entry.seat.reviewed), states.get(entry.reviewer)
        if reviewed is None or reviewer is None:
            continue  # told above
        where = f"Seat {entry.seat} is fixed for {entry.reviewer}"
        if reviewed.turn is not Turn.NOW or entry.seat not in seats_of(reviewed, rules):
            yield f"{where}, but there is no such seat in this draw."
        if Pair(entry.reviewer, entry.seat.reviewed) in barred:
            yield f"{where}, and the same pair is barred: drop one of the two."
        if reason := _why_not_side(entry, reviewed, reviewer):
            yield f"{where}, which {reason}."


def _why_not_side(entry: FixedSeat, reviewed: State, reviewer: State) -> str:
    if reviewer == reviewed:
        return "may not review itself"
    if entry.seat.side is not Side.ANY and (reviewer.group == reviewed.group) != (entry.seat.side is Side.OWN):
        return (
            f"is of {reviewer.group or 'no group'}, not of {'the same' if entry.seat.side is Side.OWN else 'another'}"
        )
    return ""

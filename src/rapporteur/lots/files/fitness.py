"""Why a roster and rules cannot be drawn from at all, before any count: names that are missing, twice, or at odds."""

from collections import Counter
from collections.abc import Iterator

from rapporteur.lots.terms import BlankRule, Pair, Roster, Rules, Turn


def why_not_draw(roster: Roster, rules: Rules) -> list[str]:
    """Return every reason against drawing; an empty list means that the engines may say the rest."""
    return [
        *_roster_faults(roster),
        *_group_faults(roster, rules),
        *_party_faults(roster, rules),
        *_bound_faults(roster, rules),
        *_pair_faults(roster, rules),
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


def _group_faults(roster: Roster, rules: Rules) -> Iterator[str]:
    groups = Counter(state.group for state in roster.states)
    for group, count in sorted(groups.items()):
        if not group:
            codes = ", ".join(state.code for state in roster.states if not state.group)
            yield f"{codes}: no regional group; the roster must name one."
        elif count == 1 and rules.own_group:
            yield f"Group {group} has one State: nobody of its own group can review it."


def _party_faults(roster: Roster, rules: Rules) -> Iterator[str]:
    for instrument in roster.instruments:
        if not any(instrument in state.party for state in roster.states):
            yield f"Nobody is party to {instrument}: correct the statuses or leave the column out."
    unknown = blanks(roster)
    if unknown and rules.blank_status is BlankRule.REFUSE:
        listed = ", ".join(f"{code} ({instrument})" for code, instrument in unknown[:10])
        more = f" and {len(unknown) - 10} more" if len(unknown) > 10 else ""  # noqa: PLR2004 - ten are shown
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

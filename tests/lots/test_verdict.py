"""Whether a whole draw exists, additional reviewers and later draws and all: the same verdict as trying everything."""

import random
from collections import Counter
from dataclasses import replace
from itertools import product

import pytest

from lots.small import barred, conference, roster, rules
from rapporteur.lots.engines.draw import Keys, Undrawn, draw
from rapporteur.lots.engines.search import Undecided
from rapporteur.lots.engines.verdict import Impossible, Possible, judge
from rapporteur.lots.terms import Roster, Rules, Side, State, Turn

Tiny = tuple[Roster, Rules]


def tiny(chance: random.Random) -> Tiny:
    """Return two groups of two or three States, one to three of them under review, party to this and that."""
    sizes = [chance.randint(2, 3) for _ in range(2)]
    listed = roster(sizes, reviewed=[chance.randint(0, 2), chance.randint(0, 1)])
    zeal = chance.choice([0.4, 0.6, 0.8])
    states = tuple(
        replace(
            state,
            party=frozenset(i for i in ("c", "f") if chance.random() < zeal),
            turn=Turn.LATER if state.turn is Turn.NO and chance.random() < 0.08 else state.turn,
        )
        for state in listed.states
    )
    codes = [state.code for state in states]
    odd = chance.randrange(3 * len(states))  # now and then a State with bounds of its own
    if odd < len(states):
        low = chance.randint(0, 1)
        bounded = replace(states[odd], minimum=low, maximum=low + chance.randint(0, 1))
        states = (*states[:odd], bounded, *states[odd + 1 :])
    low = int(chance.random() < 0.2)
    given = rules(
        low,
        low + chance.randint(0, 2),
        barred=barred(*(f"{a}>{b}" for a in codes for b in codes if a != b and chance.random() < 0.1)),
        reviewers_at_most=chance.choice([0, 3, 4]),
        additional_counts=chance.random() < 0.7,
        additional_maximum=chance.choice([None, 0, 1]),
    )
    return Roster(("c", "f"), states), given


def most(state: State, given: Rules) -> int:
    return given.maximum if state.maximum is None else state.maximum


def least(state: State, given: Rules) -> int:
    return given.minimum if state.minimum is None else state.minimum


def mains(listed: Roster, given: Rules) -> list[dict[tuple[str, Side], str]]:
    """Return all main draws, by trying every State for every seat."""
    group = {s.code: s.group for s in listed.states}
    seats = [(s.code, side) for s in listed.states if s.turn is Turn.NOW for side in (Side.OWN, Side.OTHER)]
    bars = {(bar.pair.reviewer, bar.pair.reviewed) for bar in given.barred}
    later = any(s.turn is Turn.LATER for s in listed.states)
    lists = [
        [c for c in group if c != r and (group[c] == group[r]) == (side is Side.OWN) and (c, r) not in bars]
        for r, side in seats
    ]
    found = []
    for picked in product(*lists):
        loads = Counter(picked)
        pairs = {(who, r) for who, (r, _) in zip(picked, seats, strict=True)}
        if any((b, a) in pairs for a, b in pairs) or any(loads[s.code] > most(s, given) for s in listed.states):
            continue
        if later or all(loads[s.code] >= least(s, given) for s in listed.states):
            found.append(dict(zip(seats, picked, strict=True)))
    return found


def exists(listed: Roster, given: Rules) -> bool:
    return any(can_be_completed(listed, given, main) for main in mains(listed, given))


def can_be_completed(listed: Roster, given: Rules, main: dict[tuple[str, Side], str]) -> bool:
    """Try every way to cover what is lacking: one State for all of it if any could, else one for each instrument."""
    state = {s.code: s for s in listed.states}
    bars = {(bar.pair.reviewer, bar.pair.reviewed) for bar in given.barred}
    pairs = {(who, r) for (r, _), who in main.items()}
    needs: list[tuple[str, list[str]]] = []
    for (r, side), who in sorted(main.items(), key=lambda entry: (entry[0][0], entry[0][1].value)):
        free = [
            c.code
            for c in listed.states
            if c.code != r
            and (c.group == state[r].group) == (side is Side.OWN)
            and not {(c.code, r), (r, c.code)} & pairs
            and (c.code, r) not in bars
        ]
        lacking = state[r].party - state[who].party
        one = [c for c in free if lacking <= state[c].party]
        if lacking and one:
            needs.append((r, one))
        elif lacking:
            needs += [(r, [c for c in free if i in state[c].party]) for i in sorted(lacking)]
    sizes = Counter(r for r, _ in main) + Counter(r for r, _ in needs)
    if given.reviewers_at_most and max(sizes.values(), default=0) > given.reviewers_at_most:
        return False
    return any(stands(listed, given, main, needs, picked) for picked in product(*(free for _, free in needs)))


def stands(listed: Roster, given: Rules, main, needs, picked: tuple[str, ...]) -> bool:
    extra = {(who, r) for who, (r, _) in zip(picked, needs, strict=True)}
    if len(extra) < len(picked) or any((b, a) in extra for a, b in extra):
        return False
    loads, extras = Counter(main.values()), Counter(picked)
    counted = loads + extras if given.additional_counts else loads
    cap = None if given.additional_counts else given.additional_maximum
    if any(counted[s.code] > most(s, given) for s in listed.states):
        return False
    if cap is not None and max(extras.values(), default=0) > cap:
        return False
    later = replace(
        listed,
        states=tuple(replace(s, turn=Turn.NOW if s.turn is Turn.LATER else Turn.NO) for s in listed.states),
    )
    if not any(s.turn is Turn.NOW for s in later.states):
        return True
    pairs = extra | {(who, r) for (r, _), who in main.items()}
    free = tuple(replace(s, minimum=0) for s in later.states)
    for rest in mains(replace(later, states=free), given):
        both = Counter(rest.values())
        if all((r, who) not in pairs for (r, _), who in rest.items()) and all(
            loads[s.code] + both[s.code] >= least(s, given) and counted[s.code] + both[s.code] <= most(s, given)
            for s in listed.states
        ):
            return True
    return False


@pytest.fixture(scope="module")
def verdicts() -> list[tuple[Tiny, object, bool]]:
    chance = random.Random("tiny whole draws")  # noqa: S311 - a fixed variety of draws, no secret
    draws = [tiny(chance) for _ in range(2000)]
    return [(draw, judge(*draw), exists(*draw)) for draw in draws]


def test_the_verdict_is_that_of_trying_everything(verdicts) -> None:
    wrong = [draw for draw, found, real in verdicts if isinstance(found, Possible) != real]
    assert wrong == []
    assert [found for _, found, _ in verdicts if isinstance(found, Undecided)] == []


def test_the_reasons_are_of_every_kind(verdicts) -> None:
    closed = [found for _, found, _ in verdicts if isinstance(found, Impossible)]
    assert all(found.sentences for found in closed)
    assert sum(found.proof is None for found in closed) > 200
    assert sum(any(end.barred for end in found.ends) for found in closed) > 100
    assert sum(any(end.cuts for end in found.ends) for found in closed) > 15
    assert sum(len(found.ends) > 1 for found in closed) > 20


def test_every_count_of_what_all_seats_ask_for_fails_when_recounted_from_the_files(verdicts) -> None:
    for (listed, given), found, _ in verdicts:
        for end in found.ends if isinstance(found, Impossible) else ():
            for cut in end.cuts:
                named = [state for state in listed.states if state.code in cut.states]
                room = sum(most(state, given) for state in named)
                if given.additional_counts:
                    assert cut.available == room < cut.needed == len(cut.demands)
                taken = dict(end.decided)
                out = {(seat, what): code for code, seat, what in cut.forbidden}
                for seat, what in cut.demands:
                    free = may_take(listed, given, taken, seat.reviewed, seat.side, what)
                    fixed = {taken[seat]} if seat in taken else set()
                    free = (fixed or free) if not what else free
                    if what not in {"", "+"}:  # a main reviewer that is party to it meets the demand, too
                        free |= {code for code in fixed if what in party(listed, code)}
                    assert free - set(cut.states) - {out.get((seat, what))} == set()


def party(listed: Roster, code: str) -> frozenset[str]:
    return next(state.party for state in listed.states if state.code == code)


def may_take(listed: Roster, given: Rules, taken, reviewed: str, side: Side, what: str) -> set[str]:
    """Return the States that could review another on a side, beside what is decided: for an instrument, its parties."""
    group = {s.code: s.group for s in listed.states}
    bars = {(bar.pair.reviewer, bar.pair.reviewed) for bar in given.barred}
    pairs = {(who, seat.reviewed) for seat, who in taken.items()}
    return {
        s.code
        for s in listed.states
        if s.code != reviewed
        and (s.group == group[reviewed]) == (side is Side.OWN)
        and (s.code, reviewed) not in bars
        and not {(s.code, reviewed), (reviewed, s.code)} & pairs
        and (what in {"", "+"} or what in s.party)
    }


def test_every_seat_that_nobody_can_take_is_so_by_the_files(verdicts) -> None:
    for (listed, given), found, _ in verdicts:
        for end in found.ends if isinstance(found, Impossible) else ():
            for code, instruments in end.barred.lacking if end.barred else ():
                seat = end.barred.seat
                others = may_take(listed, given, dict(end.decided), seat.reviewed, seat.side, "") - {code}
                if len(instruments) == 1:
                    assert not any(set(instruments) <= party(listed, other) for other in others)


def test_a_limit_ends_undecided_by_name() -> None:
    chance = random.Random("tiny whole draws")  # noqa: S311 - the same draws again
    draws = [tiny(chance) for _ in range(600)]
    branched = [d for d in draws if isinstance(found := judge(*d), Impossible) and len(found.ends) > 1]
    assert len(branched) > 5
    assert {str(judge(*draw, limit=1)) for draw in branched} == {"undecided after 1 branches"}


def test_a_conference_with_too_few_parties_of_a_group_names_them_and_the_instrument() -> None:
    listed = conference()
    states = tuple(
        replace(s, party=s.party | {"third"} if s.code in {"C1", "C10"} else s.party - {"third"})
        if s.group == "Group C"
        else s
        for s in listed.states
    )
    found = judge(replace(listed, states=states), rules())
    assert isinstance(found, Impossible)
    assert found.sentences == (
        "If C10 does not take C1/own (third): C1/own (third) needs 1 review, which no State can take.",
        "If C1 does not take C10/own (third): C10/own (third) needs 1 review, which no State can take.",
    )


def test_a_draw_without_completion_is_refused_with_its_reason() -> None:
    listed = roster([3, 3], reviewed=(1, 0))
    states = tuple(replace(s, party=frozenset({"c", "f"} if s.code == "A1" else {"c"})) for s in listed.states)
    with pytest.raises(Undrawn) as refused:
        draw(Roster(("c", "f"), states), rules(0, 2), Keys("roster", "rules", "seed"))
    [words] = refused.value.sentences
    named = ", ".join(f"{code} (nobody else could cover f)" for code in ("B1", "B2", "B3"))
    assert words == f"A1/other can be taken by none of its candidates: {named}."

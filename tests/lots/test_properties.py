"""What must hold of every draw, whatever engine made it: checked word by word on many tiny rosters of all kinds."""

import random
from collections import Counter
from dataclasses import replace

import pytest

from lots.test_additional import faults
from lots.test_verdict import Tiny, least, most, tiny
from rapporteur.lots.engines.draw import Draw, Engine, Keys, Undrawn, draw
from rapporteur.lots.engines.verdict import Possible, judge
from rapporteur.lots.terms import Roster, Rules, Turn


@pytest.fixture(scope="module")
def possible() -> list[Tiny]:
    chance = random.Random("properties")  # noqa: S311 - a fixed variety of draws, no secret
    return [files for files in (tiny(chance) for _ in range(900)) if isinstance(judge(*files), Possible)]


def broken(listed: Roster, given: Rules, made: Draw) -> list[str]:
    """Return which rules a draw breaks that `faults` does not know: bars, minima, the cap, the size of a review."""
    free = replace(listed, states=tuple(replace(state, maximum=None) for state in listed.states))
    found = faults(free, replace(given, maximum=99), made)
    mains = Counter({**made.fixed, **made.main.seats}.values())
    extras = Counter(made.additional.seats.values())
    counted = mains + extras if given.additional_counts else mains
    later = any(state.turn is Turn.LATER for state in listed.states)
    bars = {(bar.pair.reviewer, bar.pair.reviewed) for bar in given.barred}
    found += [f"{who} reviews {seat.reviewed}" for seat, who in made.seats.items() if (who, seat.reviewed) in bars]
    found += [f"{s.code} too often" for s in listed.states if counted[s.code] > most(s, given)]
    found += [f"{s.code} too seldom" for s in listed.states if mains[s.code] < least(s, given) and not later]
    if not given.additional_counts and given.additional_maximum is not None:
        found += [f"{code} adds too often" for code, count in extras.items() if count > given.additional_maximum]
    sizes = Counter(seat.reviewed for seat in made.seats)
    limit = given.reviewers_at_most or 99
    return found + [f"{code} has {count} reviewers" for code, count in sizes.items() if count > limit]


def test_every_draw_keeps_every_rule_word_by_word(possible) -> None:
    assert len(possible) > 150
    for number, (listed, given) in enumerate(possible):
        made = draw(listed, given, Keys("roster", "rules", f"properties {number}"))
        assert broken(listed, given, made) == []


def test_a_draw_by_walk_keeps_every_rule_word_by_word(possible) -> None:
    walks = 0
    for number, (listed, given) in enumerate(possible):
        by_walk = replace(given, attempts=1, additional_tries=1, chain=True)
        try:
            made = draw(listed, by_walk, Keys("roster", "rules", f"walk {number}"))
        except Undrawn:
            continue  # only ever so many walks are made until one can be completed
        walks += Engine.CHAIN in {made.main.engine, made.additional.engine}
        assert broken(listed, given, made) == []
    assert walks > 30


def test_a_larger_maximum_or_a_lifted_bar_never_closes_a_whole_draw(possible) -> None:
    for listed, given in possible:
        wider = tuple(replace(s, maximum=None if s.maximum is None else s.maximum + 1) for s in listed.states)
        assert isinstance(judge(replace(listed, states=wider), replace(given, maximum=given.maximum + 1)), Possible)
        assert isinstance(judge(listed, replace(given, barred=given.barred[1:])), Possible)

"""The published forms: read back to the same thing, written in one way only, refused by name."""

from dataclasses import replace

import pytest

from lots.small import CASES, barred, conference, roster, rules
from rapporteur.lots.engines.draw import Keys, draw
from rapporteur.lots.files.fitness import blanks, why_not_draw
from rapporteur.lots.files.record import Record, write_record
from rapporteur.lots.files.recorded import read_record
from rapporteur.lots.files.roster import digest, read_roster, write_roster
from rapporteur.lots.files.rules import read_rules, write_rules
from rapporteur.lots.files.seats import write_result
from rapporteur.lots.terms import BlankRule, FixedSeat, Ground, Roster, Rules, Seat, Side, State, Turn, UnfitInput

ROSTER = """code,name,group,class,turn,minimum,maximum,reason,party:c,party:f
BB,"Bravo, Republic of",North,civil,now,,2,deferral,yes,
AA,Alpha é,North,,later,0,,newly party,yes,no
"""


def test_a_roster_is_read_line_by_line() -> None:
    assert read_roster(ROSTER) == Roster(
        ("c", "f"),
        (
            State("AA", "Alpha é", "North", frozenset({"c"}), turn=Turn.LATER, minimum=0, reason="newly party"),
            State(
                "BB",
                "Bravo, Republic of",
                "North",
                frozenset({"c"}),
                frozenset({"f"}),
                "civil",
                maximum=2,
                reason="deferral",
            ),
        ),
    )


def test_rosters_are_written_in_one_way_whatever_the_order_and_ending_of_their_lines() -> None:
    header, first, second = ROSTER.splitlines()
    canonical = f"{header}\n{second}\n{first}\n"
    assert write_roster(read_roster(ROSTER)) == canonical
    assert write_roster(read_roster("\ufeff" + f"{header}\r\n{second}\r\n{first}")) == canonical
    assert read_roster(write_roster(conference())) == conference()


def test_one_byte_changes_the_digest() -> None:
    assert digest(ROSTER) != digest(ROSTER.replace("Bravo", "bravo"))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("code,", "kode,", 'roster, line 1: column "code" is missing; the columns are'),
        ("class", "colour", 'roster, line 1: column "colour" is unknown; the columns are'),
        ("reason,", "name,", 'roster, line 1: column "name" stands there twice; the columns are'),
        ("yes,no", "yes,maybe", 'roster, line 3: party:f is "maybe"; write yes, no or nothing.'),
        ("later", "soon", 'roster, line 3: turn "soon" is none of now, later, no.'),
        (
            ",0,",
            ",-1,",
            'roster, line 3: minimum "-1" is not a whole number; leave it blank for the bound of the rules.',
        ),
        ("AA", "A A", 'roster, line 3: code "A A" is not made of ASCII letters and digits.'),
        ("yes,no", "yes", "roster, line 3: fewer cells than the header has columns."),
        ("yes,no", "yes,no,no", "roster, line 3: more cells than the header has columns."),
    ],
)
def test_a_roster_is_refused_with_line_and_reason(old: str, new: str, message: str) -> None:
    with pytest.raises(UnfitInput) as refused:
        read_roster(ROSTER.replace(old, new, 1))
    assert str(refused.value).startswith(message)


RULES = """
format: lots-rules/1
parameters:
  maximum: {value: 2, status: unknown, source: to be confirmed}
  no_mutual: {value: off}
  bar_previous: {value: true, status: wish}
settled: [{reviewer: AA, reviewed: BB, period: previous}]
barred: [{reviewer: BB, reviewed: AA, reason: objection}]
fixed: [{reviewed: AA, side: own, reviewer: CC, reason: volunteer}]
"""


def test_rules_are_read_with_their_grounds() -> None:
    found = read_rules(RULES)
    assert (found.maximum, found.no_mutual, found.bar_previous, found.minimum) == (2, "off", True, 1)
    assert found.ground("maximum") == Ground("unknown", "to be confirmed")
    assert found.ground("minimum") == Ground()
    assert found.fixed == (FixedSeat(Seat("AA", Side.OWN), "CC", "volunteer"),)


def test_rules_are_written_in_one_way_and_read_back() -> None:
    text = write_rules(read_rules(RULES))
    assert read_rules(text) == read_rules(RULES)
    assert write_rules(read_rules(text)) == text
    turned = rules(barred=barred("B1>A1", "A1>B1"))
    assert write_rules(turned) == write_rules(rules(barred=barred("A1>B1", "B1>A1")))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("rules/1", "rules/2", 'rules: format is "lots-rules/2"; this version reads "lots-rules/1".'),
        ("maximum", "most", 'rules: parameter "most" is unknown; there are own_group,'),
        ("value: 2", "value: two", 'rules: maximum is "two"; write a whole number of 0 or more.'),
        ("value: true", "value: 1", 'rules: bar_previous is "1"; write true or false.'),
        ("value: off", "value: never", 'rules: no_mutual is "never"; write one of off, year, phase.'),
        ("period: previous", "period: once", 'rules: period is "once"; write one of year, phase, previous.'),
        (", reason: objection", "", "rules: an entry of barred has not exactly reviewer, reviewed, reason:"),
        ("settled:", "settle:", 'rules: "settle" is unknown; there are parameters, settled, barred, fixed.'),
        ("format:", "{", "rules: this is no YAML:"),
        ("{value: off}", "off", "rules: no_mutual is not a table of value, status and source."),
    ],
)
def test_rules_are_refused_with_place_and_reason(old: str, new: str, message: str) -> None:
    with pytest.raises(UnfitInput) as refused:
        read_rules(RULES.replace(old, new, 1))
    assert str(refused.value).startswith(message)


def test_a_record_is_read_back() -> None:
    made = draw(conference(), Rules(), keys := Keys(digest("roster"), digest("rules"), "seed"))
    record = Record(keys, "main", made, rehearsal=True)
    assert read_record(write_record(record), write_result(made, rehearsal=True)) == record


def test_every_case_can_be_drawn_from() -> None:
    assert [
        case.name for case in CASES[1:] if why_not_draw(case.roster, case.rules) and not _has_own_bounds(case.roster)
    ] == []


def _has_own_bounds(listed: Roster) -> bool:
    return any(state.maximum is not None for state in listed.states)


def test_what_makes_a_roster_unfit_is_named() -> None:
    listed = roster([3, 1], bounds={"A1": (3, 2)})
    twice = replace(listed, instruments=("c", "f"), states=(*listed.states, replace(listed.states[1], group="")))
    states = tuple(
        replace(s, party=frozenset({"c"}), unknown=frozenset({"c"} if s.code == "A3" else ())) for s in twice.states
    )
    assert why_not_draw(replace(twice, states=states), rules(barred=barred("ZZ>A1"))) == [
        "A2 stands 2 times on the roster: keep one line.",
        "A2: no regional group; the roster must name one.",
        "Group Group B has one State: nobody of its own group can review it.",
        "Nobody is party to f: correct the statuses or leave the column out.",
        "Blank party status: A3 (c). Fill them in, or set blank_status to not_party in the rules.",
        "A1 must take at least 3 and at most 2 reviews: the bounds cross.",
        "A1 has bounds of its own and no reason: say why.",
        "ZZ, named under barred in the rules, is not on the roster.",
    ]


def test_an_empty_roster_has_nobody_to_review() -> None:
    assert why_not_draw(Roster((), ()), rules()) == [
        "The roster is empty: add the States.",
        'Nobody is under review in this draw: no State has the turn "now".',
    ]


def test_blanks_are_listed_and_let_pass_only_when_the_rules_say_so() -> None:
    listed = read_roster(ROSTER)
    assert blanks(listed) == [("BB", "f")]
    assert not [w for w in why_not_draw(listed, Rules(blank_status=BlankRule.NOT_PARTY)) if "Blank" in w]

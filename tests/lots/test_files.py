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
from rapporteur.lots.terms import (
    BlankRule,
    FixedSeat,
    Ground,
    GroundStatus,
    Roster,
    Rules,
    Seat,
    Side,
    State,
    Turn,
    UnfitInput,
)

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
        ("code,", "kode,", 'roster:1: the column "code" is missing; expected the columns code, name,'),
        ("class", "colour", 'roster:1: the column "colour" is unknown; expected one of code, name,'),
        ("reason,", "name,", 'roster:1: the column "name" stands there 2 times; expected each once'),
        ("party:f", "party:", 'roster:1: the column "party:" is unknown; expected one of code,'),
        (
            "party:f",
            "party:f g",
            'roster:1: the instrument of the column "party:f g" has a blank in it; expected one word',
        ),
        ("yes,no", "yes,maybe", 'roster:3: party:f: "maybe" is no status; expected yes, no or nothing'),
        ("later", "soon", 'roster:3: turn: "soon" is no turn; expected now, later, no'),
        (",0,", ",-1,", 'roster:3: minimum: "-1" is no number of reviews; expected a whole number, or nothing'),
        (",0,", ",99999,", 'roster:3: minimum: "99999" is no number of reviews; expected a whole number, or nothing'),
        ("AA", "A A", 'roster:3: code: "A A" is no code; expected ASCII letters and digits'),
        ("AA", "BB", "roster:3: code: BB stands in line 2 already; expected each State once"),
        ("yes,no", "yes", "roster:3: 9 cells stand here; expected 10, as the first line has columns"),
        ("yes,no", "yes,no,no", "roster:3: 11 cells stand here; expected 10, as the first line has columns"),
        ("newly party", "x" * 601, "roster:3: reason: 601 characters stand here; expected at most 600"),
        ("newly", '"newly', "roster:3: unexpected end of data; expected a table in CSV"),
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
    assert found.ground("maximum") == Ground(GroundStatus.UNKNOWN, "to be confirmed")
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
        (
            "rules/1",
            "rules/2",
            'rules:2: format: the format is "lots-rules/2", of a later version of this program;',
        ),
        ("lots-rules/1", "record/1", 'rules:2: format: the format is "record/1"; expected "lots-rules/1"'),
        ("format: lots-rules/1", "parameter: {}", 'rules: format: the format is "None"; expected "lots-rules/1"'),
        ("maximum", "most", "rules:4: parameters.most: the key 'most' is unknown; expected one of additional,"),
        (
            "value: 2",
            "value: two",
            "rules:4: parameters.maximum.value: 'two', a text, stands here; expected a whole number",
        ),
        ("value: 2", "value: 32768", "rules:4: parameters.maximum.value: 32768: input should be less than or equal to"),
        (
            "value: true",
            "value: 1",
            "rules:6: parameters.bar_previous.value: 1, a number, stands here; expected true or false",
        ),
        (
            "value: off",
            "value: never",
            "rules:5: parameters.no_mutual.value: 'never' is not known here; expected 'off', 'year' or 'phase'",
        ),
        (
            "status: unknown",
            "status: sure",
            "rules:4: parameters.maximum.status: 'sure' is not known here; expected 'quoted', 'read',",
        ),
        (
            "period: previous",
            "period: once",
            "rules:7: settled[1].period: 'once' is not known here; expected 'year', 'phase' or 'previous'",
        ),
        (", reason: objection", "", "rules:8: barred[1].reason: the key 'reason' is missing"),
        ("reviewer: CC", "reviewer: 12", "rules:9: fixed[1].reviewer: 12, a number, stands here; expected a text"),
        ("settled:", "settle:", "rules:7: settle: the key 'settle' is unknown; expected one of barred, fixed,"),
        ("barred:", "settled:", "rules:8: the key 'settled' stands twice; expected each key once"),
        ("format:", "{", "rules:3: this is not YAML:"),
        ("{value: off}", "off", "rules:5: parameters.no_mutual: 'off', a text, stands here; expected keys with values"),
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
        'A2: no regional group; the roster must name one, or leave the State out (turn "no", maximum 0, and why).',
        "Group Group B has one State, B1: nobody of its own group can review it.",
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

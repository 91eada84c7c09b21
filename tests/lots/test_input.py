"""What people bring instead of a roster and rules: each is refused by name, with its place."""

from dataclasses import replace

import pytest

from lots.small import barred, roster, rules
from rapporteur.lots.files.fitness import why_not_draw
from rapporteur.lots.files.reading import LARGEST_BYTES, require_size, text_of
from rapporteur.lots.files.roster import read_roster
from rapporteur.lots.files.rules import read_rules
from rapporteur.lots.terms import FixedSeat, Roster, Seat, Side, Turn, UnfitInput

ROSTER = "code,name,group\nAA,Côte,North\nBB,Bravo,North\n"
RULES = "format: lots-rules/1\nbarred: [{reviewer: AA, reviewed: BB, reason: objection}]\n"


def refusal(read, *given, **more) -> str:
    with pytest.raises(UnfitInput) as refused:
        read(*given, **more)
    return str(refused.value)


def test_a_file_in_utf_8_is_a_text_with_or_without_a_mark() -> None:
    assert text_of(ROSTER.encode(), shown_as="roster.csv") == ROSTER
    assert text_of(ROSTER.encode("utf-8-sig"), shown_as="roster.csv") == ROSTER


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (ROSTER.encode("utf-16"), "roster.csv: the file is in UTF-16; save it in UTF-8."),
        (b"\xfe\xff" + ROSTER.encode("utf-16-be"), "roster.csv: the file is in UTF-16; save it in UTF-8."),
        (ROSTER.encode("utf-32"), "roster.csv: the file is in UTF-32; save it in UTF-8."),
        (
            ROSTER.encode("cp1252"),
            "roster.csv:2: the byte 0xf4 is no UTF-8; save the file in UTF-8 (it may be in Windows-1252).",
        ),
        (b"," * 50_000_000, "roster.csv: the file has 50.0 MB; rosters and rules have at most 10 MB."),
    ],
    ids=["utf-16", "utf-16-be", "utf-32", "cp1252", "50 MB"],
)
def test_a_file_that_is_no_text_in_utf_8_is_refused_by_what_it_is(raw: bytes, message: str) -> None:
    assert refusal(text_of, raw, shown_as="roster.csv") == message


def test_a_file_is_refused_by_its_size_before_it_is_read() -> None:
    require_size(LARGEST_BYTES, shown_as="roster.csv")
    assert refusal(require_size, LARGEST_BYTES + 1, shown_as="roster.csv").startswith(
        "roster.csv: the file has 10.0 MB"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "roster.csv: the file is empty; expected the columns code, name, group,"),
        (ROSTER.replace(",", ";"), "roster.csv:1: semicolons stand between the cells; expected commas"),
        (ROSTER.replace(",", "\t"), "roster.csv:1: tabs stand between the cells; expected commas"),
        (ROSTER.replace("Bravo", "Bra\0vo"), "roster.csv:3: the text has the character U+0000 CONTROL CHARACTER;"),
        (
            ROSTER.replace("Bravo", "Bra\u202evo"),
            "roster.csv:3: the text has the character U+202E RIGHT-TO-LEFT OVERRIDE; expected a text without it",
        ),
        (ROSTER + "AA,Again,South\n", "roster.csv:4: code: AA stands in line 2 already; expected each State once"),
        (ROSTER + f"CC,{'x' * 200_000},South\n", "roster.csv:4: field larger than field limit (131072);"),
        ("<!doctype html>\n<p>roster</p>\n", 'roster.csv:1: the column "<!doctype html>" is unknown;'),
    ],
    ids=["empty", "semicolons", "tabs", "NUL", "override", "twice", "long", "a page"],
)
def test_a_text_that_is_no_roster_is_refused_with_its_line(text: str, message: str) -> None:
    assert refusal(read_roster, text, shown_as="roster.csv").startswith(message)


def test_all_that_is_wrong_with_a_roster_is_told_at_once() -> None:
    text = "code,group,turn\nA A,North,now\nBB,North,soon\n"
    assert refusal(read_roster, text, shown_as="r").splitlines() == [
        'r:2: code: "A A" is no code; expected ASCII letters and digits',
        'r:3: turn: "soon" is no turn; expected now, later, no',
    ]


def test_a_cell_over_several_lines_does_not_shift_the_lines_that_are_told() -> None:
    text = 'code,name,group,turn\nAA,"two\nlines",North,now\nBB,Bravo,North,soon\n'
    assert refusal(read_roster, text).startswith('roster:4: turn: "soon"')


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "rules.yaml: the file is empty; expected the rules of a draw"),
        ("- a list\n", 'rules.yaml: format: the format is "None"; expected "lots-rules/1"'),
        (RULES.replace("objection", "obj\0ection"), "rules.yaml:2: the character U+0000 has no place in a text"),
        (
            RULES.replace("objection", "obj\u202eection"),
            "rules.yaml:2: barred[1].reason: the text has the character U+202E RIGHT-TO-LEFT OVERRIDE",
        ),
        (
            "format: lots-rules/1\nparameters: &all\n  maximum: {value: 2}\n",
            "rules.yaml:2: parameters: &all names a place to repeat it; expected every text written out",
        ),
        (RULES + "settled: " + "[" * 60, "rules.yaml:3: [1]: lists and mappings stand more than 40 deep;"),
        (RULES.replace("AA", "Alpha Land"), "rules.yaml:2: barred[1].reviewer: 'Alpha Land' has the wrong form;"),
    ],
    ids=["empty", "a list", "NUL", "override", "anchor", "deep", "no code"],
)
def test_a_text_that_is_no_rules_is_refused_with_its_line(text: str, message: str) -> None:
    assert refusal(read_rules, text, shown_as="rules.yaml").startswith(message)


def test_a_code_or_word_that_other_readers_take_for_something_else_is_read_as_it_stands() -> None:
    found = read_rules(
        "format: lots-rules/1\nparameters: {no_mutual: {value: off}}\n"
        "barred: [{reviewer: NO, reviewed: Y, reason: off}]\n"
    )
    assert (found.no_mutual, found.barred[0].pair.reviewer, found.barred[0].reason) == ("off", "NO", "off")


# --- a roster and rules that are well formed, and cannot be drawn from ------------------------------------------------


def test_a_group_that_the_rules_do_not_name_is_told_with_its_states() -> None:
    assert why_not_draw(roster([3, 2]), rules(groups=("Group A", "Group C"))) == [
        'B1, B2: the group "Group B" is unknown; the rules name Group A, Group C.'
    ]


def test_a_state_without_a_group_may_stand_on_the_roster_if_it_takes_no_part() -> None:
    listed = roster([3, 3])
    outside = replace(listed.states[0], code="ZZ", group="", turn=Turn.NO, minimum=0, maximum=0, reason="no group")
    assert why_not_draw(Roster((), (*listed.states, outside)), rules()) == []
    reviewing = replace(outside, maximum=1)
    assert why_not_draw(Roster((), (*listed.states, reviewing)), rules()) == [
        'ZZ: no regional group; the roster must name one, or leave the State out (turn "no", maximum 0, and why).'
    ]


def test_a_state_alone_in_its_group_is_told_only_if_it_is_reviewed() -> None:
    listed = roster([3, 3, 1])
    assert why_not_draw(listed, rules()) == ["Group Group C has one State, C1: nobody of its own group can review it."]
    alone = (*listed.states[:-1], replace(listed.states[-1], turn=Turn.NO))
    assert why_not_draw(Roster((), alone), rules()) == []


@pytest.mark.parametrize(
    ("seat", "reviewer", "message"),
    [
        (Seat("A1", Side.OTHER), "A2", "which is of Group A, not of another."),
        (Seat("A1", Side.OWN), "B2", "which is of Group B, not of the same."),
        (Seat("A1", Side.OWN), "A1", "which may not review itself."),
        (Seat("A1", Side.ANY), "B1", "but there is no such seat in this draw."),
        (Seat("A1", Side.OTHER), "B1", "and the same pair is barred: drop one of the two."),
    ],
)
def test_a_fixed_seat_that_no_rule_allows_is_told(seat: Seat, reviewer: str, message: str) -> None:
    given = rules(fixed=(FixedSeat(seat, reviewer, "volunteer"),), barred=barred("B1>A1"))
    faults = [fault for fault in why_not_draw(roster([3, 3]), given) if message in fault]
    assert faults == [f"Seat {seat} is fixed for {reviewer}, {message}"]

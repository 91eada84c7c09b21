"""The shipped rosters and rules: readable, in step with what they are made from, grounded, and drawn from."""

import json
from collections import Counter
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

import rosters
from rapporteur.lots.engines.draw import Draw, Engine, Keys, draw
from rapporteur.lots.files.fitness import blanks, why_not_draw
from rapporteur.lots.files.roster import digest, read_roster, write_roster
from rapporteur.lots.files.rules import NAMES, read_rules, write_rules
from rapporteur.lots.files.shapes import rules_schema
from rapporteur.lots.terms import BlankRule, GroundStatus, LegalRule, Roster, Rules, Turn

DATA = Path(__file__).parents[2] / "data"
LOTS = DATA / "lots"
MECHANISMS = ("untoc", "uncac", "invented")
PAIRS = ("untoc", "invented")
INSTRUMENTS = ("convention", "tip-protocol", "som-protocol", "firearms-protocol")


def shipped_roster(name: str) -> Roster:
    return read_roster((LOTS / f"{name}-roster.csv").read_text(encoding="utf-8"))


def shipped_rules(name: str) -> Rules:
    return read_rules((LOTS / f"{name}-rules.yaml").read_text(encoding="utf-8"))


def drawn(name: str, *, seed: str) -> Draw:
    listed, given = shipped_roster(name), shipped_rules(name)
    return draw(listed, given, Keys(digest(write_roster(listed)), digest(write_rules(given)), seed))


@pytest.mark.parametrize("name", PAIRS)
def test_a_shipped_roster_is_canonical(name: str) -> None:
    assert write_roster(shipped_roster(name)).encode() == (LOTS / f"{name}-roster.csv").read_bytes()


@pytest.mark.parametrize("name", MECHANISMS)
def test_shipped_rules_are_read_back_from_their_canonical_form(name: str) -> None:
    given = shipped_rules(name)
    assert read_rules(write_rules(given)) == given


@pytest.mark.parametrize("name", MECHANISMS)
def test_every_parameter_of_shipped_rules_is_named_with_its_ground(name: str) -> None:
    grounds = dict(shipped_rules(name).grounds)
    assert {parameter: bool(grounds[parameter].source) for parameter in NAMES} == dict.fromkeys(NAMES, True)


@pytest.mark.parametrize("name", MECHANISMS)
def test_shipped_rules_fit_the_published_schema(name: str) -> None:
    schema = json.loads((DATA / "schemas" / "lots-rules.schema.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema)
    assert list(validator.iter_errors(yaml.safe_load((LOTS / f"{name}-rules.yaml").read_text(encoding="utf-8")))) == []
    assert list(validator.iter_errors(json.loads(write_rules(shipped_rules(name))))) == []
    assert list(validator.iter_errors({"format": "lots-rules/1", "parameters": {"most": {"value": 1}}}))


def test_the_published_schema_is_that_of_the_types() -> None:
    text = (DATA / "schemas" / "lots-rules.schema.json").read_text(encoding="utf-8")
    assert text == json.dumps(rules_schema(), indent=2, ensure_ascii=False) + "\n"


def test_the_types_of_a_file_have_every_parameter_of_the_rules_in_their_order() -> None:
    assert tuple(rules_schema()["$defs"]["Parameters"]["properties"]) == NAMES


# --- the parties to the Convention ------------------------------------------------------------------------------------


def test_the_roster_is_the_one_that_the_register_gives() -> None:
    register = yaml.safe_load(rosters.PARTIES.read_text(encoding="utf-8"))
    assert write_roster(rosters.roster(register)) == rosters.ROSTER.read_text(encoding="utf-8")


def test_the_roster_is_dated_as_the_register_is() -> None:
    source = yaml.safe_load((LOTS / "untoc-roster.source.yaml").read_text(encoding="utf-8"))
    register = yaml.safe_load(rosters.PARTIES.read_text(encoding="utf-8"))
    on_roster = {state.code for state in shipped_roster("untoc").states}
    dated = {instrument: Counter() for instrument in INSTRUMENTS}
    for party in register["parties"]:
        for status in party.get("statuses", ()) if party["key"] in on_roster else ():
            dated[status["instrument"]][status["as_of"]] += 1
    assert source["as_of"] == {instrument: dict(days) for instrument, days in dated.items()}


def test_a_blank_status_is_listed_and_let_pass_by_the_policy_of_the_rules_alone() -> None:
    listed, given = shipped_roster("untoc"), shipped_rules("untoc")
    found = blanks(listed)
    assert Counter(instrument for _, instrument in found) == {
        "tip-protocol": 30,
        "som-protocol": 51,
        "firearms-protocol": 67,
    }
    assert ("AFG", "tip-protocol") in found
    assert (given.blank_status, given.ground("blank_status").status) == (BlankRule.NOT_PARTY, GroundStatus.CHOSEN)


def test_parties_without_a_regional_group_take_no_part_and_say_why() -> None:
    outside = [state for state in shipped_roster("untoc").states if not state.group]
    assert [state.code for state in outside] == ["COK", "EUE", "NIU", "PSE", "VAT"]
    assert {(s.turn, s.minimum, s.maximum, bool(s.reason)) for s in outside} == {(Turn.NO, 0, 0, True)}


@pytest.mark.parametrize("name", PAIRS)
def test_nothing_speaks_against_drawing_from_a_shipped_pair(name: str) -> None:
    assert why_not_draw(shipped_roster(name), shipped_rules(name)) == []


def test_the_whole_phase_is_drawn_from_the_shipped_roster() -> None:
    listed, made = shipped_roster("untoc"), drawn("untoc", seed="rehearsal: the shipped roster")
    reviewed = {state.code for state in listed.states if state.turn is Turn.NOW}
    assert (len(reviewed), len(made.main.seats), made.main.engine) == (185, 370, Engine.EXACT)
    assert {load for code, load in made.loads(listed).items() if code in reviewed} == {1, 2, 3}


def test_the_rules_of_the_two_mechanisms_differ_in_parameters_alone() -> None:
    ours, theirs = shipped_rules("untoc"), shipped_rules("uncac")
    assert {name: getattr(theirs, name) for name in NAMES if getattr(ours, name) != getattr(theirs, name)} == {
        "other_group": 0,
        "any_group": 1,
        "additional": "off",
        "reviewers_at_most": 2,
        "blank_status": BlankRule.REFUSE,
        "legal": LegalRule.CLASS,
        "year_groups": 4,
    }


# --- the invented pair ------------------------------------------------------------------------------------------------


def test_the_rules_of_the_other_mechanism_draw_from_the_invented_roster() -> None:
    listed = shipped_roster("invented")
    one = Roster(("accord",), listed.states)
    made = draw(one, shipped_rules("uncac"), Keys("roster", "rules", "rehearsal: the other mechanism"))
    assert {(seat.side, seat.part) for seat in made.seats} == {("own", 0), ("any", 0)}
    assert made.main.engine is Engine.EXACT


def test_the_invented_pair_has_something_of_everything() -> None:
    listed, given = shipped_roster("invented"), shipped_rules("invented")
    assert {state.turn for state in listed.states} == {Turn.NOW, Turn.NO}
    assert blanks(listed) == [("BEL", "annex-b"), ("KAR", "annex-a")]
    assert [state.code for state in listed.states if state.reason] == ["CAL", "HAV", "OST"]
    assert {state.legal_class for state in listed.states} == {"civil", "common", "mixed"}
    assert (len(given.settled), len(given.barred), len(given.fixed), len(given.groups)) == (3, 1, 1, 4)


def test_the_invented_pair_is_drawn_with_additional_reviewers() -> None:
    made = drawn("invented", seed="rehearsal: the invented pair")
    assert (made.main.engine, made.additional.engine) == (Engine.EXACT, Engine.EXACT)
    assert made.additional.seats

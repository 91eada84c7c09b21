import json

from rapporteur.rulebooks.account import account_of, as_json, as_text
from rapporteur.rulebooks.schema import Rulebook
from rapporteur.rulebooks.terms import Certainty


def test_every_rule_is_told_with_its_place_and_ground_and_differing_fields_apart(meteorites: Rulebook) -> None:
    told = {one.where: (one.says, one.status.value, one.source) for one in account_of(meteorites)}
    assert told["steps/views/clock"] == (
        (
            "6 months after the end of answers; extendable by: officer; extension at most: 2 months; "
            "paused while open: question"
        ),
        "established",
        ("rules",),
    )
    assert told["outputs/list (visibility)"] == ("", "assumed", ())
    assert told["clusters/first/parts/convention"][0] == "instrument: convention; articles: 1"
    assert told["instruments/convention"][0] == "Meteorites Convention; articles: 1 to 2"
    assert told["roles/focal-point/rights/2"] == ("acts: decide-publication; on: list", "assumed", ())


def test_what_is_assumed_stands_apart_from_the_rules(meteorites: Rulebook) -> None:
    lines = list(as_text(meteorites))
    assumed = sum(one.status is Certainty.ASSUMED for one in account_of(meteorites))
    at = lines.index(f"STILL ASSUMED ({assumed})")
    assert lines[at + 1 : lines.index("", at)] == [
        f"  {one.where}" for one in account_of(meteorites) if one.status is Certainty.ASSUMED
    ]
    assert lines[lines.index("UNKNOWN (1)") + 1] == "  How long the visit lasts. Settled by: the Conference."
    assert lines[-1] == "  rules: The invented rules"


def test_the_account_as_json_says_the_same(meteorites: Rulebook) -> None:
    plain = json.loads(as_json(meteorites))
    told = account_of(meteorites)
    assert [rule["place"] for rule in plain["rules"]] == [one.place for one in told]
    assert plain["assumed"] == [one.where for one in told if one.status is Certainty.ASSUMED]
    assert (plain["rulebook"], plain["version"], plain["unknown"]) == ("meteorites", "1", ["How long the visit lasts."])

"""What the journal keeps of a change, and how a form notices another's."""

import pytest

from rapporteur.journal.rules import difference, digest


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({}, {}, {}),
        ({"key": "a"}, {"key": "a"}, {}),
        ({"key": "a"}, {"key": "b"}, {"key": ["a", "b"]}),
        ({"note": ""}, {"note": None}, {}),
        ({"minimum": 0}, {"minimum": None}, {"minimum": [0, None]}),
        ({"is_late": False}, {"is_late": True}, {"is_late": [False, True]}),
        ({}, {"is_late": False}, {"is_late": [None, False]}),
        ({"name": {"en": "Moon"}}, {"name": {"en": "Moon", "fr": "Lune"}}, {"name/fr": [None, "Lune"]}),
        (
            {"name": {"fr": {"text": "Lune", "status": "provisional"}}},
            {"name": {"fr": "Lune"}},
            {"name/fr": [{"text": "Lune", "status": "provisional"}, "Lune"]},
        ),
        (
            {"names": {"12": {"kind": "official", "until": None}}},
            {"names": {"12": {"kind": "former", "until": "2020-01-01"}}},
            {"names/12/kind": ["official", "former"], "names/12/until": [None, "2020-01-01"]},
        ),
        ({"names": {}}, {"names": {"13": {"kind": "alias"}}}, {"names/13": [None, {"kind": "alias"}]}),
        ({"names": {"13": {"kind": "alias"}}}, {"names": {}}, {"names/13": [{"kind": "alias"}, None]}),
        ({"items": ["1"]}, {"items": ["1", "2"]}, {"items": [["1"], ["1", "2"]]}),
    ],
)
def test_a_difference_is_exactly_what_changed(before, after, told):
    assert difference(before, after) == told


def test_paths_come_in_order_whatever_the_order_of_fields():
    assert list(difference({"b": 1, "a": 1}, {"a": 2, "b": 2})) == ["a", "b"]


def test_a_digest_does_not_depend_on_the_order_of_fields_but_on_every_value():
    assert digest({"a": 1, "b": {"c": 2}}) == digest({"b": {"c": 2}, "a": 1})
    assert digest({"a": 1, "b": {"c": 2}}) != digest({"a": 1, "b": {"c": 3}})

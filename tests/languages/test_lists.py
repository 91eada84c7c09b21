"""Enumerations in six languages."""

import pytest

from rapporteur.languages.lists import Conjunction, join, joints_of
from rapporteur.languages.terms import Language

ITEMS = ["a", "b", "c"]


@pytest.mark.parametrize(
    ("language", "two_and", "three_and", "three_or"),
    [
        (Language.ARABIC, "a وb", "a وb وc", "a أو b أو c"),
        (Language.CHINESE, "a和b", "a、b和c", "a、b或c"),
        (Language.ENGLISH, "a and b", "a, b and c", "a, b or c"),
        (Language.FRENCH, "a et b", "a, b et c", "a, b ou c"),
        (Language.RUSSIAN, "a и b", "a, b и c", "a, b или c"),
        (Language.SPANISH, "a y b", "a, b y c", "a, b o c"),
    ],
)
def test_items_are_joined_as_the_language_does(language, two_and, three_and, three_or):
    assert join(language, ITEMS[:2]) == two_and
    assert join(language, ITEMS) == three_and
    assert join(language, ITEMS, conjunction=Conjunction.OR) == three_or


@pytest.mark.parametrize("language", Language)
def test_one_item_stands_alone_and_none_is_empty(language):
    assert join(language, ["a"]) == "a"
    assert join(language, []) == ""


def test_items_may_come_from_any_source_and_are_read_once():
    assert join(Language.ENGLISH, (str(number) for number in (2, 4, 5))) == "2, 4 and 5"


def test_items_with_commas_of_their_own_take_another_separator():
    items = ["a, first", "b, second", "c"]
    assert join(Language.ENGLISH, items, separator="; ") == "a, first; b, second and c"


@pytest.mark.parametrize(
    ("last", "joined"),
    [
        ("Italia", "X e Italia"),
        ("hijos", "X e hijos"),
        ("índice", "X e índice"),
        ("hielo", "X y hielo"),
        ("iones", "X y iones"),
        ("Perú", "X y Perú"),
        ("11", "X y 11"),
    ],
)
def test_the_spanish_and_changes_before_the_sound_i(last, joined):
    assert join(Language.SPANISH, ["X", last]) == joined


@pytest.mark.parametrize(
    ("last", "joined"),
    [
        ("otros", "X u otros"),
        ("hombres", "X u hombres"),
        ("8", "X u 8"),
        ("80", "X u 80"),
        ("11", "X u 11"),
        ("110", "X o 110"),
        ("mujeres", "X o mujeres"),
    ],
)
def test_the_spanish_or_changes_before_the_sound_o(last, joined):
    assert join(Language.SPANISH, ["X", last], conjunction=Conjunction.OR) == joined


def test_what_stands_between_items_can_be_had_alone():
    assert joints_of(Language.ENGLISH, ["a", "b", "c"]) == [", ", " and "]
    assert joints_of(Language.SPANISH, ["a", "Italia"]) == [" e "]
    assert joints_of(Language.ARABIC, ["a", "b", "c"], conjunction=Conjunction.OR) == [" أو ", " أو "]
    assert joints_of(Language.FRENCH, ["a", "b", "c"], separator="; ") == ["; ", " et "]
    assert joints_of(Language.ENGLISH, ["a"]) == []
    assert joints_of(Language.ENGLISH, []) == []

"""Numbers of agenda items: read, printed in each language, put in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.symbols.agenda import ItemNumber, NotAnItemNumber, parse_item

LETTERS = st.sampled_from("abcdefghijklmnopqrstuvwxyz")
ITEMS = (
    st.builds(ItemNumber, st.integers(1, 999))
    | st.builds(ItemNumber, st.integers(1, 999), LETTERS)
    | st.builds(ItemNumber, st.integers(1, 999), LETTERS, st.integers(1, 39))
)


@given(ITEMS)
def test_every_number_prints_and_reads_back_as_itself(item):
    assert parse_item(str(item)) == item


@pytest.mark.parametrize(
    ("language", "whole", "part", "small"),
    [
        ("ar", "2", "2 (ب)", "2 (ب) (iv)"),
        ("en", "2", "2 (b)", "2 (b) (iv)"),
        ("es", "2", "2 b)", "2 b) iv)"),
        ("fr", "2", "2 b)", "2 b) iv)"),
        ("ru", "2", "2 (b)", "2 (b) (iv)"),
        ("zh", "2", "2 (b)", "2 (b) (iv)"),
    ],
)
def test_a_number_is_printed_as_the_language_does(language, whole, part, small):
    items = [ItemNumber(2), ItemNumber(2, "b"), ItemNumber(2, "b", 4)]
    assert [item.printed(language) for item in items] == [whole, part, small]


def test_there_is_an_arabic_letter_for_every_latin_one():
    printed = [ItemNumber(1, letter).printed("ar") for letter in "abcdefghijklmnopqrstuvwxyz"]
    assert len(set(printed)) == 26


def test_numbers_sort_as_an_agenda_does():
    ordered = ["2", "2 (a)", "2 (b)", "2 (b) (i)", "2 (b) (ix)", "2 (b) (x)", "2 (c)", "10"]
    assert [str(item) for item in sorted(map(parse_item, reversed(ordered)))] == ordered


def test_a_sub_item_belongs_to_its_item():
    assert parse_item("2 (b) (iv)").parent == ItemNumber(2, "b")
    assert parse_item("2 (b)").parent == ItemNumber(2)
    assert parse_item("2").parent is None


def test_a_number_is_not_compared_with_a_text():
    with pytest.raises(TypeError):
        parse_item("2") < "3"  # noqa: B015 - the comparison is what is tried


@pytest.mark.parametrize(
    ("text", "position", "expected"),
    [
        ("", 0, "the number of the item"),
        ("02", 0, "the number of the item, without leading zeros"),
        ("2(b)", 1, "the end of the number, or a sub-item such as (a) after one space"),
        ("2 b)", 2, '"("'),
        ("2 (B)", 3, "a small letter"),
        ("2 (b", 4, '")"'),
        ("2 (b) (iiii)", 7, "a number in small Roman figures"),
        ("2 (b) ()", 7, "a number in small Roman figures"),
        ("2 (b) (i) (i)", 9, "the end of the number, or a sub-item such as (a) after one space"),
        ("2\u202e", 1, "the end of the number, or a sub-item such as (a) after one space"),
        ("2 (b) (xxxviii) and more", 20, "the end of the text (at most 20 characters)"),
    ],
)
def test_what_is_no_item_number_is_refused_at_its_place(text, position, expected):
    with pytest.raises(NotAnItemNumber) as refusal:
        parse_item(text)
    assert (refusal.value.position, refusal.value.expected) == (position, expected)

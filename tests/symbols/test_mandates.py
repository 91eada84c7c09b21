"""Numbers of resolutions and decisions: read, printed, put in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.symbols.mandates import MandateKind, MandateNumber, NotAMandateNumber, parse_figures, parse_mandate

NUMBERS = st.builds(MandateNumber, st.sampled_from(MandateKind), st.integers(1, 999), st.integers(1, 999))


@given(NUMBERS)
def test_every_number_prints_and_reads_back_as_itself(number):
    assert parse_mandate(str(number)) == number
    assert parse_figures(number.figures, kind=number.kind) == number


def test_a_number_is_printed_in_figures():
    number = MandateNumber(MandateKind.RESOLUTION, session=7, number=1)
    assert (str(number), number.figures) == ("resolution 7/1", "7/1")


def test_numbers_sort_by_session_then_resolutions_first_then_number():
    ordered = ["decision 4/4", "resolution 6/1", "resolution 6/10", "decision 6/1", "resolution 10/2"]
    assert [str(number) for number in sorted(map(parse_mandate, reversed(ordered)))] == ordered


def test_a_number_is_not_compared_with_a_text():
    with pytest.raises(TypeError):
        parse_mandate("decision 4/4") < "decision 5/1"  # noqa: B015 - the comparison is what is tried


@pytest.mark.parametrize(
    ("text", "position", "expected"),
    [
        ("", 0, '"resolution" or "decision"'),
        ("Resolution 7/1", 0, '"resolution" or "decision"'),
        ("resolution7/1", 10, "one space"),
        ("resolution  7/1", 11, "the number of the session"),
        ("decision 04/4", 9, "the number of the session, without leading zeros"),
        ("decision 4.4", 10, '"/"'),
        ("decision 4/", 11, "the number within the session"),
        ("decision 4/1234", 14, "a number of at most 3 digits"),
        ("decision 4/4.", 12, "the end of the number"),
        ("decision 4/4\u202e", 12, "the end of the number"),
        ("decision " * 50, 40, "the end of the text (at most 40 characters)"),
    ],
)
def test_what_is_no_number_is_refused_at_its_place(text, position, expected):
    with pytest.raises(NotAMandateNumber) as refusal:
        parse_mandate(text)
    assert (refusal.value.position, refusal.value.expected) == (position, expected)


def test_figures_alone_are_refused_at_their_place():
    with pytest.raises(NotAMandateNumber) as refusal:
        parse_figures("7-1", kind=MandateKind.DECISION)
    assert refusal.value.position == 1

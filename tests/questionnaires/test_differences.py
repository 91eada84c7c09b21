import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaires.invented import CASES, FORMS, LAW, PLANS
from rapporteur.languages.terms import Language
from rapporteur.questionnaires.rules.differences import MOST_WORDS, Change, as_text, differences


def told(before: str, after: str) -> list[tuple[str, str]]:
    return [(piece.change.value, piece.text) for piece in differences(before, after)]


def test_what_changed_is_told_word_by_word() -> None:
    assert told("A bill is drafted.", "A law is drafted.") == [
        ("same", "A "), ("gone", "bill"), ("new", "law"), ("same", " is drafted."),
    ]  # fmt: skip


def test_chinese_is_compared_sign_by_sign() -> None:
    assert told("该法已通过", "该法未通过") == [("same", "该法"), ("gone", "已"), ("new", "未"), ("same", "通过")]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_the_pieces_make_up_both_texts(before: str, after: str) -> None:
    pieces = differences(before, after)
    assert "".join(piece.text for piece in pieces if piece.change is not Change.NEW) == before
    assert "".join(piece.text for piece in pieces if piece.change is not Change.GONE) == after


def test_very_long_texts_are_compared_line_by_line() -> None:
    lines = [f"line {number}" for number in range(MOST_WORDS)]
    changed = ["other" if line == "line 7" else line for line in lines]
    found = told("\n".join(lines), "\n".join(changed))
    assert [piece for piece in found if piece[0] != "same"] == [("gone", "line 7\n"), ("new", "other\n")]


@pytest.mark.parametrize(
    ("question", "value", "text"),
    [
        (PLANS, None, ""),
        (PLANS, "A bill.", "A bill."),
        (FORMS, ["a", "b"], "A\nB"),
        (LAW, [{"law": "Act 1", "provisions": "s. 2", "link": ""}], "Act 1; s. 2"),
        (CASES, [{"year": "2020", "court": ""}], "Year: 2020"),
    ],
)
def test_an_answer_of_any_kind_is_told_as_plain_lines(question, value, text: str) -> None:
    assert as_text(question, value, Language.ENGLISH) == text

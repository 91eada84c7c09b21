"""How a refusal reads: one sentence, the text, and a caret under the place."""

import pytest

from rapporteur.symbols.documents import NotASymbol, parse
from rapporteur.symbols.faults import Misreading
from rapporteur.symbols.grammars import Grammar


def message_for(text):
    with pytest.raises(NotASymbol) as refusal:
        parse(text, Grammar.for_root("CTOC/COP"))
    return str(refusal.value)


def test_the_caret_stands_under_the_place():
    forms = "a number, CRP.n, INF/n, INF.n, L.n, NGO/n, R.n or WP.n"
    assert message_for("CTOC/COP/2017/[..]").splitlines() == [
        f'Not a document symbol: expected {forms} at position 14, found "[".',
        "    CTOC/COP/2017/[..]",
        "                  ^",
    ]


def test_a_text_that_stops_too_early_says_so():
    assert message_for("CTOC/COP").splitlines() == [
        'Not a document symbol: expected "/" at position 8, found the end of the text.',
        "    CTOC/COP",
        "            ^",
    ]


@pytest.mark.parametrize(
    ("foreign", "shown"),
    [
        ("\u202e", "\\u202e"),
        ("\x00", "\\u0000"),
        ("\n", "\\u000a"),
        ("\u0661", "\\u0661"),
        ("\U000e0041", "\\U000e0041"),
        ("\ufefb", "\\ufefb"),
    ],
)
def test_what_does_not_print_or_turns_the_line_is_shown_as_an_escape(foreign, shown):
    sentence, text, caret = message_for(f"CTOC/COP/{foreign}2020/1").splitlines()
    assert sentence.endswith(f'found "{shown}".')
    assert text == f"    CTOC/COP/{shown}2020/1"
    assert caret.index("^") == text.index("\\")


def test_of_a_long_text_only_the_surroundings_are_shown():
    refusal = Misreading("a" * 500 + "!" + "b" * 500, 500, "an a")
    assert str(refusal).splitlines() == [
        'Not a symbol: expected an a at position 500, found "!".',
        "    " + "a" * 30 + "!" + "b" * 29,
        "    " + " " * 30 + "^",
    ]

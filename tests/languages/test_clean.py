"""Characters without a place in a text are found, refused and shown; foreign runs are set apart."""

import pytest

from rapporteur.languages.clean import Fault, UncleanText, faults, isolate_foreign, isolated, require_clean, visible
from rapporteur.languages.terms import Language


@pytest.mark.parametrize(
    ("character", "code_point", "name"),
    [
        ("\x00", "U+0000", "CONTROL CHARACTER"),
        ("\x1b", "U+001B", "CONTROL CHARACTER"),
        ("\x7f", "U+007F", "CONTROL CHARACTER"),
        ("\x85", "U+0085", "CONTROL CHARACTER"),
        ("\u200b", "U+200B", "ZERO WIDTH SPACE"),
        ("\u2028", "U+2028", "LINE SEPARATOR"),
        ("\u202a", "U+202A", "LEFT-TO-RIGHT EMBEDDING"),
        ("\u202d", "U+202D", "LEFT-TO-RIGHT OVERRIDE"),
        ("\u202e", "U+202E", "RIGHT-TO-LEFT OVERRIDE"),
        ("\u2066", "U+2066", "LEFT-TO-RIGHT ISOLATE"),
        ("\u2069", "U+2069", "POP DIRECTIONAL ISOLATE"),
        ("\ufeff", "U+FEFF", "ZERO WIDTH NO-BREAK SPACE"),
        ("\ufffd", "U+FFFD", "REPLACEMENT CHARACTER"),
        ("\ufdd0", "U+FDD0", "NONCHARACTER"),
        ("\uffff", "U+FFFF", "NONCHARACTER"),
        ("\U0010fffe", "U+10FFFE", "NONCHARACTER"),
        ("\U0001ffff", "U+1FFFF", "NONCHARACTER"),
        ("\ue000", "U+E000", "PRIVATE USE CHARACTER"),
        ("\uf8ff", "U+F8FF", "PRIVATE USE CHARACTER"),
        ("\U000f0000", "U+F0000", "PRIVATE USE CHARACTER"),
        ("\ud800", "U+D800", "SURROGATE"),
        ("\U000e0041", "U+E0041", "TAG LATIN CAPITAL LETTER A"),
    ],
)
def test_a_character_without_a_place_is_found_with_its_name(character, code_point, name):
    assert faults(f"ab{character}c") == [Fault(2, code_point, name)]


@pytest.mark.parametrize(
    "text",
    [
        "Working Group on Firearms",
        "état — “naïve” ’ \u00a0 \u202f …",
        "الدورة العاشرة\u200f (\u200eCTOC/COP/2020/1\u200e)",
        "می\u200cخواهم \u200d",
        "第十届会议，维也纳",
        "one\n\ttwo\r\nthree",
        "",
    ],
)
def test_a_text_of_the_six_languages_is_clean(text):
    assert faults(text) == []
    assert require_clean(text) == text


def test_a_line_of_its_own_holds_no_breaks_or_tabs():
    found = faults("a\tb\r\nc", multiline=False)
    assert [fault.code_point for fault in found] == ["U+0009", "U+000D", "U+000A"]


def test_a_carriage_return_alone_is_no_end_of_line():
    assert [fault.position for fault in faults("a\rb\r\n")] == [1]


def test_a_refusal_names_the_first_character_and_counts_the_others():
    with pytest.raises(UncleanText) as refusal:
        require_clean("ab\u202ecd")
    assert str(refusal.value) == (
        "The text has the character U+202E RIGHT-TO-LEFT OVERRIDE at position 2, which has no place in a text; "
        "delete it."
    )
    with pytest.raises(UncleanText) as refusal:
        require_clean("a\x00b\x07\u202e", multiline=False)
    assert str(refusal.value) == (
        "The text has the character U+0000 CONTROL CHARACTER at position 1, which has no place in a text; delete it. "
        "There are 2 more."
    )
    assert [fault.position for fault in refusal.value.faults] == [1, 3, 4]


def test_such_characters_are_shown_as_escapes():
    assert visible("a\u202eb\nc\U000e0041é") == "a\\u202eb\\u000ac\\U000e0041é"


def test_a_foreign_text_is_set_apart():
    assert isolated("CTOC/COP/2020/1") == "\u2068CTOC/COP/2020/1\u2069"


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("الوثيقة {} في فيينا", "CTOC/COP/WG.4/2020/4"),
        ("الوثيقتان ({}) في", "CTOC/COP/WG.10/2019/5"),
        ("انظر {}.", "CTOC/COP/2008/INF.1"),
        ("رقم {}،", "V.17-06236 (E) 140917"),
        ("منظمة {} في", "United Nations Office"),
        ("الاسم {}", "Jos\u00e9 D’Ávila"),
    ],
)
def test_latin_runs_inside_arabic_are_set_apart_whole(text, run):
    assert isolate_foreign(Language.ARABIC, text.format(run)) == text.format(f"\u2066{run}\u2069")


def test_two_symbols_in_a_row_are_set_apart_each():
    text = "CTOC/COP/2020/1 وCTOC/COP/2020/2"
    assert isolate_foreign(Language.ARABIC, text) == ("\u2066CTOC/COP/2020/1\u2069 و\u2066CTOC/COP/2020/2\u2069")


def test_figures_in_arabic_stay_as_they_are():
    text = "من 9 إلى 11 تشرين الأول/أكتوبر 2019"
    assert isolate_foreign(Language.ARABIC, text) == text


@pytest.mark.parametrize("language", [language for language in Language if language is not Language.ARABIC])
def test_languages_from_left_to_right_need_no_isolation(language):
    assert isolate_foreign(language, "CTOC/COP/2020/1") == "CTOC/COP/2020/1"

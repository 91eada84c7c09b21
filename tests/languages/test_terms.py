"""Texts in several languages: what is missing stays missing, what is official is told apart."""

import pytest

from rapporteur.languages.terms import Language, Multilingual, Status, Wording


def test_the_languages_stand_in_the_order_of_their_english_names():
    assert [language.name for language in Language] == sorted(language.name for language in Language)


@pytest.mark.parametrize("language", Language)
def test_only_arabic_runs_from_right_to_left(language):
    assert language.direction == ("rtl" if language == "ar" else "ltr")


@pytest.mark.parametrize(
    ("status", "check", "is_official"),
    [
        (Status.FOUND, False, True),
        (Status.KNOWN, False, True),
        (Status.FOUND, True, False),
        (Status.KNOWN, True, False),
        (Status.PROVISIONAL, False, False),
        (Status.MISSING, False, False),
    ],
)
def test_a_wording_is_official_if_it_was_found_or_known_and_needs_no_check(status, check, is_official):
    wording = Wording("Lake Commission", status=status, check=check)
    assert wording.is_official == is_official
    assert Multilingual({Language.ENGLISH: wording}).is_official(Language.ENGLISH) == is_official


def test_a_language_without_a_text_is_missing():
    name = Multilingual.plain(fr="Commission du lac", en="Lake Commission")
    assert name.text(Language.FRENCH) == "Commission du lac"
    assert name.wording(Language.ENGLISH) == Wording("Lake Commission")
    assert (name.text(Language.ARABIC), name.wording(Language.ARABIC)) == (None, None)
    assert Language.FRENCH in name
    assert Language.ARABIC not in name
    assert not name.is_official(Language.ARABIC)


def test_texts_are_equal_whatever_order_they_were_given_in():
    one, other = Multilingual.plain(fr="Lac", en="Lake"), Multilingual.plain(en="Lake", fr="Lac")
    assert one == other
    assert hash(one) == hash(other)
    assert list(one.wordings) == list(other.wordings) == [Language.ENGLISH, Language.FRENCH]


def test_a_label_is_english_first_and_empty_without_any_text():
    assert Multilingual.plain(fr="Lac", en="Lake").first() == "Lake"
    assert Multilingual.plain(fr="Lac", es="Lago").first() == "Lac"
    assert Multilingual().first() == ""
    assert not Multilingual()
    assert Multilingual.plain(fr="Lac")

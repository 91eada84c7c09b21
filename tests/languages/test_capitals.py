"""The first letter of a masthead line."""

import pytest

from rapporteur.languages.capitals import capitalized
from rapporteur.languages.ordinals import session
from rapporteur.languages.terms import Language


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (Language.ARABIC, "الدورة العاشرة"),
        (Language.CHINESE, "第十届会议"),
        (Language.ENGLISH, "Tenth session"),
        (Language.FRENCH, "Dixième session"),
        (Language.RUSSIAN, "Десятая сессия"),
        (Language.SPANISH, "Décimo período de sesiones"),
    ],
)
def test_the_session_line_starts_with_a_capital_where_the_script_has_one(language, line):
    assert capitalized(language, session(language, 10)) == line


def test_only_the_first_letter_changes():
    assert capitalized(Language.FRENCH, "état partie de l’ONU") == "État partie de l’ONU"
    assert capitalized(Language.SPANISH, "11º período de sesiones") == "11º período de sesiones"
    assert capitalized(Language.ENGLISH, "") == ""


def test_latin_words_inside_other_scripts_keep_their_letters():
    assert capitalized(Language.CHINESE, "eBay") == "eBay"

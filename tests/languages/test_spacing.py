"""Spaces that must not break."""

import pytest

from rapporteur.languages.spacing import colon, spaced
from rapporteur.languages.terms import Language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Original : anglais", "Original\u00a0: anglais"),
        ("« Examen ; suite »", "«\u00a0Examen\u00a0; suite\u00a0»"),
        ("à 16:30, https://example.org/a:b", "à 16:30, https://example.org/a:b"),
        ("vrai ? oui !", "vrai\u00a0? oui\u00a0!"),
        ("", ""),
    ],
)
def test_french_makes_the_spaces_of_its_marks_unbreakable_and_adds_none(text: str, expected: str) -> None:
    assert spaced(Language.FRENCH, text) == expected
    assert spaced(Language.FRENCH, expected) == expected


@pytest.mark.parametrize("language", [language for language in Language if language is not Language.FRENCH])
def test_no_other_language_changes_its_spaces(language: Language) -> None:
    assert spaced(language, "« a » : b") == "« a » : b"


def test_a_colon_stands_as_its_language_sets_it() -> None:
    assert [colon(language) for language in (Language.ENGLISH, Language.FRENCH, Language.CHINESE)] == [
        ": ",
        "\u00a0: ",
        "：",
    ]

"""Cardinal numbers: their plural category, in words below ten, in grouped figures above.

The plural categories are those of the Unicode CLDR, as Babel carries them. Ordinals stand in `ordinals`.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from babel import Locale
from babel.numbers import format_decimal

from rapporteur.languages.cases import Gender
from rapporteur.languages.rows import row
from rapporteur.languages.terms import Language

_FIRST_IN_FIGURES: Final = 10
# From 1. Arabic is left in figures: its numerals change with gender, case and the noun that follows.
_WORDS: Final[Mapping[Language, tuple[str, ...]]] = {
    Language.CHINESE: tuple("一两三四五六七八九"),
    Language.ENGLISH: row("one two three four five six seven eight nine"),
    Language.FRENCH: row("un deux trois quatre cinq six sept huit neuf"),
    Language.RUSSIAN: row("один два три четыре пять шесть семь восемь девять"),
    Language.SPANISH: row("un dos tres cuatro cinco seis siete ocho nueve"),
}
_AGREEING: Final[Mapping[tuple[Language, int, Gender], str]] = {
    (Language.FRENCH, 1, Gender.FEMININE): "une",
    (Language.SPANISH, 1, Gender.FEMININE): "una",
    (Language.RUSSIAN, 1, Gender.FEMININE): "одна",
    (Language.RUSSIAN, 1, Gender.NEUTER): "одно",
    (Language.RUSSIAN, 2, Gender.FEMININE): "две",
}


def plural(language: Language, number: int) -> str:
    """Return the plural category of a number: "zero", "one", "two", "few", "many" or "other"."""
    return str(_locale(language).plural_form(number))


def in_text(language: Language, number: int, *, gender: Gender = Gender.MASCULINE) -> str:
    """Return a number before a noun in the middle of a sentence: in words from 1 to 9 where they are known.

    Words stand in the nominative; the Chinese ones as before a measure word.
    """
    if language not in _WORDS or not 0 < number < _FIRST_IN_FIGURES:
        return figures(language, number)
    return _AGREEING.get((language, number, gender), _WORDS[language][number - 1])


def figures(language: Language, number: int) -> str:
    """Return a number in figures, the thousands set apart as the language does: "10,700"."""
    return format_decimal(number, locale=_locale(language))


@lru_cache(maxsize=len(Language))
def _locale(language: Language) -> Locale:
    return Locale.parse(language.value)

"""Cardinal numbers in six languages."""

import pytest

from rapporteur.languages.cases import Gender
from rapporteur.languages.numbers import figures, in_text, plural
from rapporteur.languages.terms import Language


@pytest.mark.parametrize(
    ("language", "categories"),
    [
        (Language.ARABIC, "zero one two few few many many other"),
        (Language.CHINESE, "other other other other other other other other"),
        (Language.ENGLISH, "other one other other other other other other"),
        (Language.FRENCH, "one one other other other other other other"),
        (Language.RUSSIAN, "many one few few many many one many"),
        (Language.SPANISH, "other one other other other other other other"),
    ],
)
def test_the_plural_category_is_that_of_the_language(language, categories):
    assert " ".join(plural(language, number) for number in (0, 1, 2, 3, 10, 11, 21, 100)) == categories


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.ARABIC, "1 2 3 4 5 6 7 8 9 10"),
        (Language.CHINESE, "一 两 三 四 五 六 七 八 九 10"),
        (Language.ENGLISH, "one two three four five six seven eight nine 10"),
        (Language.FRENCH, "un deux trois quatre cinq six sept huit neuf 10"),
        (Language.RUSSIAN, "один два три четыре пять шесть семь восемь девять 10"),
        (Language.SPANISH, "un dos tres cuatro cinco seis siete ocho nueve 10"),
    ],
)
def test_numbers_under_ten_are_words_in_running_text(language, words):
    assert " ".join(in_text(language, number) for number in range(1, 11)) == words


def test_zero_is_a_figure():
    assert in_text(Language.ENGLISH, 0) == "0"


@pytest.mark.parametrize(
    ("language", "number", "gender", "word"),
    [
        (Language.FRENCH, 1, Gender.FEMININE, "une"),
        (Language.FRENCH, 2, Gender.FEMININE, "deux"),
        (Language.SPANISH, 1, Gender.FEMININE, "una"),
        (Language.RUSSIAN, 1, Gender.FEMININE, "одна"),
        (Language.RUSSIAN, 1, Gender.NEUTER, "одно"),
        (Language.RUSSIAN, 2, Gender.FEMININE, "две"),
        (Language.RUSSIAN, 2, Gender.NEUTER, "два"),
    ],
)
def test_small_numbers_agree_in_gender(language, number, gender, word):
    assert in_text(language, number, gender=gender) == word


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.ARABIC, "10,700"),
        (Language.CHINESE, "10,700"),
        (Language.ENGLISH, "10,700"),
        (Language.FRENCH, "10\u202f700"),
        (Language.RUSSIAN, "10\u00a0700"),
        (Language.SPANISH, "10.700"),
    ],
)
def test_thousands_are_set_apart_as_the_language_does(language, text):
    assert figures(language, 10_700) == text

"""Dates and ranges of dates as official documents print them, in each of the six languages.

`in_running_text` brings the preposition with it ("from 9 to 11 October 2019", "on 5 May 2020"), `in_masthead` is for
the line under the session ("12–16 October 2020"). Dates known in part only have functions of their own: `in_month`,
`in_year`, `in_period`, `between`, `by`. The names of the months stand in `months`.

Two days are named one by one, three or more as a range, which says month and year once where both ends share them.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

from rapporteur.languages.months import MONTHS, RUSSIAN_NOMINATIVE, RUSSIAN_PREPOSITIONAL
from rapporteur.languages.terms import Language


class BackwardRange(ValueError):
    """A range of dates that ends before it starts."""


class Digits(StrEnum):
    """The shape of figures in Arabic; the other languages have one shape only."""

    WESTERN = "western"
    ARABIC_INDIC = "arabic-indic"


class _Range(NamedTuple):
    """How one day, two days and three or more are worded; "{0}" is the first day and "{1}" the last."""

    one: str
    two: str
    more: str


class _Day(NamedTuple):
    """How much of a date is worded: its parts by "{day}", "{month}" and "{year}"."""

    day: str
    day_and_month: str
    full: str


_DAYS: Final[Mapping[Language, _Day]] = {
    Language.ARABIC: _Day("{day}", "{day} {month}", "{day} {month} {year}"),
    Language.CHINESE: _Day("{day}日", "{month}{day}日", "{year}年{month}{day}日"),
    Language.ENGLISH: _Day("{day}", "{day} {month}", "{day} {month} {year}"),
    Language.FRENCH: _Day("{day}", "{day} {month}", "{day} {month} {year}"),
    Language.RUSSIAN: _Day("{day}", "{day} {month}", "{day} {month} {year} года"),
    Language.SPANISH: _Day("{day}", "{day} de {month}", "{day} de {month} de {year}"),
}
_RUNNING: Final[Mapping[Language, _Range]] = {
    Language.ARABIC: _Range("في {1}", "يومي {0} و{1}", "من {0} إلى {1}"),
    Language.CHINESE: _Range("{1}", "{0}和{1}", "{0}至{1}"),
    Language.ENGLISH: _Range("on {1}", "on {0} and {1}", "from {0} to {1}"),
    Language.FRENCH: _Range("le {1}", "les {0} et {1}", "du {0} au {1}"),
    Language.RUSSIAN: _Range("{1}", "{0} и {1}", "с {0} по {1}"),
    Language.SPANISH: _Range("el {1}", "los días {0} y {1}", "del {0} al {1}"),
}
_MASTHEAD: Final[Mapping[Language, _Range]] = {
    Language.ARABIC: _Range("{1}", "{0} و{1}", "{0}-{1}"),
    Language.CHINESE: _Range("{1}", "{0}和{1}", "{0}至{1}"),
    Language.ENGLISH: _Range("{1}", "{0} and {1}", "{0}–{1}"),
    Language.FRENCH: _Range("{1}", "{0} et {1}", "{0}-{1}"),
    Language.RUSSIAN: _Range("{1}", "{0} и {1}", "{0}–{1}"),
    Language.SPANISH: _Range("{1}", "{0} y {1}", "{0} a {1}"),
}
# Russian and Arabic set the dash between two spaces once a month's name stands beside it.
_MASTHEAD_ACROSS_MONTHS: Final[Mapping[Language, str]] = {
    Language.ARABIC: "{0} - {1}",
    Language.RUSSIAN: "{0} – {1}",
}
_PERIOD: Final[Mapping[Language, str]] = {
    Language.ARABIC: "في الفترة من {0} إلى {1}",
    Language.CHINESE: "{0}至{1}期间",
    Language.ENGLISH: "in the period from {0} to {1}",
    Language.FRENCH: "au cours de la période du {0} au {1}",
    Language.RUSSIAN: "в период с {0} по {1}",
    Language.SPANISH: "en el período comprendido entre el {0} y el {1}",
}
_BETWEEN: Final[Mapping[Language, str]] = {
    Language.ARABIC: "بين {0} و{1}",
    Language.CHINESE: "{0}至{1}之间",
    Language.ENGLISH: "between {0} and {1}",
    Language.FRENCH: "entre le {0} et le {1}",
    Language.RUSSIAN: "между {0} и {1}",
    Language.SPANISH: "entre el {0} y el {1}",
}
_BY: Final[Mapping[Language, str]] = {
    Language.ARABIC: "في موعد أقصاه {}",
    Language.CHINESE: "不迟于{}",
    Language.ENGLISH: "by {}",
    Language.FRENCH: "au plus tard le {}",
    Language.RUSSIAN: "не позднее {}",
    Language.SPANISH: "a más tardar el {}",
}
_MONTH_OF_YEAR: Final[Mapping[Language, tuple[str, str]]] = {  # alone; with its preposition
    Language.ARABIC: ("{month} {year}", "في {month} {year}"),
    Language.CHINESE: ("{year}年{month}", "{year}年{month}"),
    Language.ENGLISH: ("{month} {year}", "in {month} {year}"),
    Language.FRENCH: ("{month} {year}", "en {month} {year}"),
    Language.RUSSIAN: ("{month} {year} года", "в {month} {year} года"),
    Language.SPANISH: ("{month} de {year}", "en {month} de {year}"),
}
_YEAR: Final[Mapping[Language, tuple[str, str]]] = {  # alone; with its preposition
    Language.ARABIC: ("{}", "في عام {}"),
    Language.CHINESE: ("{}年", "{}年"),
    Language.ENGLISH: ("{}", "in {}"),
    Language.FRENCH: ("{}", "en {}"),
    Language.RUSSIAN: ("{} год", "в {} году"),
    Language.SPANISH: ("{}", "en {}"),
}
_PLACE_AND_DATES: Final[Mapping[Language, str]] = {
    Language.ARABIC: "{place}، {dates}",
    Language.CHINESE: "{dates},{place}",
}
_ARABIC_INDIC: Final = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def day(language: Language, on: date, *, digits: Digits = Digits.WESTERN) -> str:
    """Return one date without preposition: "1 July 2020", "1er juillet 2020", "2020年7月1日"."""
    return _shaped(language, _worded(language, _DAYS[language].full, on), digits)


def in_running_text(
    language: Language, start: date, end: date | None = None, *, digits: Digits = Digits.WESTERN
) -> str:
    """Return the days of a meeting with their preposition, for the middle of a sentence.

    Chinese has none here: the sentence writes 于 where it wants it. Raises: BackwardRange.
    """
    return _shaped(language, _ranged(language, _RUNNING[language], start, end or start), digits)


def in_masthead(language: Language, start: date, end: date | None = None, *, digits: Digits = Digits.WESTERN) -> str:
    """Return the days of a session or meeting without preposition, as a masthead or a table has them.

    Raises: BackwardRange.
    """
    end = end or start
    forms = _MASTHEAD[language]
    if (start.year, start.month) != (end.year, end.month):
        forms = forms._replace(more=_MASTHEAD_ACROSS_MONTHS.get(language, forms.more))
    return _shaped(language, _ranged(language, forms, start, end), digits)


def place_and_dates(
    language: Language, place: str, start: date, end: date | None = None, *, digits: Digits = Digits.WESTERN
) -> str:
    """Return the masthead's line of place and dates: "Vienna, 12–16 October 2020". Raises: BackwardRange."""
    line = _PLACE_AND_DATES.get(language, "{place}, {dates}")
    return line.format(place=place, dates=in_masthead(language, start, end, digits=digits))


def in_period(language: Language, start: date, end: date, *, digits: Digits = Digits.WESTERN) -> str:
    """Return the window in which something takes place whose days are not known. Raises: BackwardRange."""
    return _window(language, _PERIOD[language], start, end, digits)


def between(language: Language, start: date, end: date, *, digits: Digits = Digits.WESTERN) -> str:
    """Return a window by its two ends: "between 2 and 6 May 2022". Raises: BackwardRange."""
    return _window(language, _BETWEEN[language], start, end, digits)


def by(language: Language, on: date, *, digits: Digits = Digits.WESTERN) -> str:
    """Return the last day by which something is done: "by 6 May 2022"."""
    return _BY[language].format(day(language, on, digits=digits))


def month(language: Language, year_number: int, month_number: int, *, digits: Digits = Digits.WESTERN) -> str:
    """Return a month without preposition: "June 2022", "июнь 2022 года"."""
    name = _month_alone(language, month_number, RUSSIAN_NOMINATIVE)
    return _shaped(language, _MONTH_OF_YEAR[language][0].format(month=name, year=year_number), digits)


def in_month(language: Language, year_number: int, month_number: int, *, digits: Digits = Digits.WESTERN) -> str:
    """Return a month with its preposition: "in June 2022", "в июне 2022 года"; Chinese has none."""
    name = _month_alone(language, month_number, RUSSIAN_PREPOSITIONAL)
    return _shaped(language, _MONTH_OF_YEAR[language][1].format(month=name, year=year_number), digits)


def year(language: Language, number: int, *, digits: Digits = Digits.WESTERN) -> str:
    """Return a year without preposition: "2021", "2021 год", "2021年"."""
    return _shaped(language, _YEAR[language][0].format(number), digits)


def in_year(language: Language, number: int, *, digits: Digits = Digits.WESTERN) -> str:
    """Return a year with its preposition: "in 2021", "в 2021 году"; Chinese has none."""
    return _shaped(language, _YEAR[language][1].format(number), digits)


def _ranged(language: Language, forms: _Range, start: date, end: date) -> str:
    if start == end:
        return _filled(language, forms.one, start, end)
    return _filled(language, forms.two if end - start == timedelta(days=1) else forms.more, start, end)


def _window(language: Language, form: str, start: date, end: date, digits: Digits) -> str:
    if start == end:
        form = _RUNNING[language].one
    return _shaped(language, _filled(language, form, start, end), digits)


def _filled(language: Language, form: str, start: date, end: date) -> str:
    """Return a range's form with both days in it, what they share said once: last, in Chinese first."""
    if end < start:
        raise BackwardRange(f"The range of dates ends on {end}, before it starts on {start}; exchange the two.")
    full, short = _DAYS[language].full, _shortened(_DAYS[language], start, end)
    first, last = (full, short) if language is Language.CHINESE and start != end else (short, full)
    if language is Language.RUSSIAN and start.day == 2:  # noqa: PLR2004 - "со второго": the preposition grows a vowel
        form = form.replace("с {0}", "со {0}")
    return form.format(_worded(language, first, start), _worded(language, last, end))


def _shortened(words: _Day, start: date, end: date) -> str:
    """Return how the day is worded that leaves month and year to the other."""
    if start.year != end.year:
        return words.full
    return words.day_and_month if start.month != end.month else words.day


def _worded(language: Language, form: str, on: date) -> str:
    day_of_month = "1er" if language is Language.FRENCH and on.day == 1 else str(on.day)
    return form.format(day=day_of_month, month=MONTHS[language][on.month - 1], year=on.year)


def _month_alone(language: Language, number: int, russian: tuple[str, ...]) -> str:
    return (russian if language is Language.RUSSIAN else MONTHS[language])[number - 1]


def _shaped(language: Language, text: str, digits: Digits) -> str:
    if language is Language.ARABIC and digits is Digits.ARABIC_INDIC:
        return text.translate(_ARABIC_INDIC)
    return text

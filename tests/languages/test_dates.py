"""Dates and ranges in six languages: one day, two days, more, across months and across years."""

from datetime import date

import pytest

from rapporteur.languages import dates
from rapporteur.languages.dates import BackwardRange, Digits
from rapporteur.languages.months import MONTHS, RUSSIAN_NOMINATIVE, RUSSIAN_PREPOSITIONAL
from rapporteur.languages.terms import Language

ONE = (date(2020, 5, 5), date(2020, 5, 5))
TWO = (date(2020, 9, 10), date(2020, 9, 11))
THREE = (date(2019, 10, 9), date(2019, 10, 11))
TWO_ACROSS_MONTHS = (date(2020, 9, 30), date(2020, 10, 1))
ACROSS_MONTHS = (date(2004, 6, 28), date(2004, 7, 8))
TWO_ACROSS_YEARS = (date(2019, 12, 31), date(2020, 1, 1))
ACROSS_YEARS = (date(2019, 12, 30), date(2020, 1, 3))
FROM_THE_FIRST = (date(2018, 5, 1), date(2018, 5, 3))
FROM_THE_SECOND = (date(2012, 7, 2), date(2012, 7, 6))

RUNNING = {
    "ar": {
        ONE: "في 5 أيار/مايو 2020",
        TWO: "يومي 10 و11 أيلول/سبتمبر 2020",
        THREE: "من 9 إلى 11 تشرين الأول/أكتوبر 2019",
        TWO_ACROSS_MONTHS: "يومي 30 أيلول/سبتمبر و1 تشرين الأول/أكتوبر 2020",
        ACROSS_MONTHS: "من 28 حزيران/يونيه إلى 8 تموز/يوليه 2004",
        TWO_ACROSS_YEARS: "يومي 31 كانون الأول/ديسمبر 2019 و1 كانون الثاني/يناير 2020",
        ACROSS_YEARS: "من 30 كانون الأول/ديسمبر 2019 إلى 3 كانون الثاني/يناير 2020",
        FROM_THE_FIRST: "من 1 إلى 3 أيار/مايو 2018",
        FROM_THE_SECOND: "من 2 إلى 6 تموز/يوليه 2012",
    },
    "zh": {
        ONE: "2020年5月5日",
        TWO: "2020年9月10日和11日",
        THREE: "2019年10月9日至11日",
        TWO_ACROSS_MONTHS: "2020年9月30日和10月1日",
        ACROSS_MONTHS: "2004年6月28日至7月8日",
        TWO_ACROSS_YEARS: "2019年12月31日和2020年1月1日",
        ACROSS_YEARS: "2019年12月30日至2020年1月3日",
        FROM_THE_FIRST: "2018年5月1日至3日",
        FROM_THE_SECOND: "2012年7月2日至6日",
    },
    "en": {
        ONE: "on 5 May 2020",
        TWO: "on 10 and 11 September 2020",
        THREE: "from 9 to 11 October 2019",
        TWO_ACROSS_MONTHS: "on 30 September and 1 October 2020",
        ACROSS_MONTHS: "from 28 June to 8 July 2004",
        TWO_ACROSS_YEARS: "on 31 December 2019 and 1 January 2020",
        ACROSS_YEARS: "from 30 December 2019 to 3 January 2020",
        FROM_THE_FIRST: "from 1 to 3 May 2018",
        FROM_THE_SECOND: "from 2 to 6 July 2012",
    },
    "fr": {
        ONE: "le 5 mai 2020",
        TWO: "les 10 et 11 septembre 2020",
        THREE: "du 9 au 11 octobre 2019",
        TWO_ACROSS_MONTHS: "les 30 septembre et 1er octobre 2020",
        ACROSS_MONTHS: "du 28 juin au 8 juillet 2004",
        TWO_ACROSS_YEARS: "les 31 décembre 2019 et 1er janvier 2020",
        ACROSS_YEARS: "du 30 décembre 2019 au 3 janvier 2020",
        FROM_THE_FIRST: "du 1er au 3 mai 2018",
        FROM_THE_SECOND: "du 2 au 6 juillet 2012",
    },
    "ru": {
        ONE: "5 мая 2020 года",
        TWO: "10 и 11 сентября 2020 года",
        THREE: "с 9 по 11 октября 2019 года",
        TWO_ACROSS_MONTHS: "30 сентября и 1 октября 2020 года",
        ACROSS_MONTHS: "с 28 июня по 8 июля 2004 года",
        TWO_ACROSS_YEARS: "31 декабря 2019 года и 1 января 2020 года",
        ACROSS_YEARS: "с 30 декабря 2019 года по 3 января 2020 года",
        FROM_THE_FIRST: "с 1 по 3 мая 2018 года",
        FROM_THE_SECOND: "со 2 по 6 июля 2012 года",
    },
    "es": {
        ONE: "el 5 de mayo de 2020",
        TWO: "los días 10 y 11 de septiembre de 2020",
        THREE: "del 9 al 11 de octubre de 2019",
        TWO_ACROSS_MONTHS: "los días 30 de septiembre y 1 de octubre de 2020",
        ACROSS_MONTHS: "del 28 de junio al 8 de julio de 2004",
        TWO_ACROSS_YEARS: "los días 31 de diciembre de 2019 y 1 de enero de 2020",
        ACROSS_YEARS: "del 30 de diciembre de 2019 al 3 de enero de 2020",
        FROM_THE_FIRST: "del 1 al 3 de mayo de 2018",
        FROM_THE_SECOND: "del 2 al 6 de julio de 2012",
    },
}
TWO_SEEN = (date(2018, 5, 2), date(2018, 5, 3))
SESSION_10 = (date(2020, 10, 12), date(2020, 10, 16))
MASTHEAD = {
    "ar": {
        ONE: "5 أيار/مايو 2020",
        TWO_SEEN: "2 و3 أيار/مايو 2018",
        SESSION_10: "12-16 تشرين الأول/أكتوبر 2020",
        TWO_ACROSS_MONTHS: "30 أيلول/سبتمبر و1 تشرين الأول/أكتوبر 2020",
        ACROSS_MONTHS: "28 حزيران/يونيه - 8 تموز/يوليه 2004",
        ACROSS_YEARS: "30 كانون الأول/ديسمبر 2019 - 3 كانون الثاني/يناير 2020",
    },
    "zh": {
        ONE: "2020年5月5日",
        TWO_SEEN: "2018年5月2日和3日",
        SESSION_10: "2020年10月12日至16日",
        TWO_ACROSS_MONTHS: "2020年9月30日和10月1日",
        ACROSS_MONTHS: "2004年6月28日至7月8日",
        ACROSS_YEARS: "2019年12月30日至2020年1月3日",
    },
    "en": {
        ONE: "5 May 2020",
        TWO_SEEN: "2 and 3 May 2018",
        SESSION_10: "12–16 October 2020",
        TWO_ACROSS_MONTHS: "30 September and 1 October 2020",
        ACROSS_MONTHS: "28 June–8 July 2004",
        ACROSS_YEARS: "30 December 2019–3 January 2020",
    },
    "fr": {
        ONE: "5 mai 2020",
        TWO_SEEN: "2 et 3 mai 2018",
        SESSION_10: "12-16 octobre 2020",
        TWO_ACROSS_MONTHS: "30 septembre et 1er octobre 2020",
        ACROSS_MONTHS: "28 juin-8 juillet 2004",
        ACROSS_YEARS: "30 décembre 2019-3 janvier 2020",
    },
    "ru": {
        ONE: "5 мая 2020 года",
        TWO_SEEN: "2 и 3 мая 2018 года",
        SESSION_10: "12–16 октября 2020 года",
        TWO_ACROSS_MONTHS: "30 сентября и 1 октября 2020 года",
        ACROSS_MONTHS: "28 июня – 8 июля 2004 года",
        ACROSS_YEARS: "30 декабря 2019 года – 3 января 2020 года",
    },
    "es": {
        ONE: "5 de mayo de 2020",
        TWO_SEEN: "2 y 3 de mayo de 2018",
        SESSION_10: "12 a 16 de octubre de 2020",
        TWO_ACROSS_MONTHS: "30 de septiembre y 1 de octubre de 2020",
        ACROSS_MONTHS: "28 de junio a 8 de julio de 2004",
        ACROSS_YEARS: "30 de diciembre de 2019 a 3 de enero de 2020",
    },
}


def rows(table):
    return [(Language(code), *ends, text) for code, column in table.items() for ends, text in column.items()]


@pytest.mark.parametrize(("language", "start", "end", "text"), rows(RUNNING))
def test_running_text_has_the_days_with_their_preposition(language, start, end, text):
    assert dates.in_running_text(language, start, end) == text


@pytest.mark.parametrize(("language", "start", "end", "text"), rows(MASTHEAD))
def test_a_masthead_has_the_days_without_preposition(language, start, end, text):
    assert dates.in_masthead(language, start, end) == text


@pytest.mark.parametrize("language", Language)
def test_a_day_alone_needs_no_end(language):
    assert dates.in_running_text(language, ONE[0]) == RUNNING[language][ONE]
    assert dates.in_masthead(language, ONE[0]) == MASTHEAD[language][ONE]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.ARABIC, "1 تموز/يوليه 2020"),
        (Language.CHINESE, "2020年7月1日"),
        (Language.ENGLISH, "1 July 2020"),
        (Language.FRENCH, "1er juillet 2020"),
        (Language.RUSSIAN, "1 июля 2020 года"),
        (Language.SPANISH, "1 de julio de 2020"),
    ],
)
def test_a_document_is_dated(language, text):
    assert dates.day(language, date(2020, 7, 1)) == text


@pytest.mark.parametrize(
    ("language", "place", "text"),
    [
        (Language.ARABIC, "فيينا", "فيينا، 12-16 تشرين الأول/أكتوبر 2020"),
        (Language.CHINESE, "维也纳", "2020年10月12日至16日,维也纳"),
        (Language.ENGLISH, "Vienna", "Vienna, 12–16 October 2020"),
        (Language.FRENCH, "Vienne", "Vienne, 12-16 octobre 2020"),
        (Language.RUSSIAN, "Вена", "Вена, 12–16 октября 2020 года"),
        (Language.SPANISH, "Viena", "Viena, 12 a 16 de octubre de 2020"),
    ],
)
def test_a_masthead_has_place_and_dates_on_one_line(language, place, text):
    assert dates.place_and_dates(language, place, *SESSION_10) == text


@pytest.mark.parametrize(
    ("language", "period", "between", "by"),
    [
        (
            Language.ARABIC,
            "في الفترة من 2 إلى 6 أيار/مايو 2022",
            "بين 2 و6 أيار/مايو 2022",
            "في موعد أقصاه 6 أيار/مايو 2022",
        ),
        (Language.CHINESE, "2022年5月2日至6日期间", "2022年5月2日至6日之间", "不迟于2022年5月6日"),
        (Language.ENGLISH, "in the period from 2 to 6 May 2022", "between 2 and 6 May 2022", "by 6 May 2022"),
        (
            Language.FRENCH,
            "au cours de la période du 2 au 6 mai 2022",
            "entre le 2 et le 6 mai 2022",
            "au plus tard le 6 mai 2022",
        ),
        (
            Language.RUSSIAN,
            "в период со 2 по 6 мая 2022 года",
            "между 2 и 6 мая 2022 года",
            "не позднее 6 мая 2022 года",
        ),
        (
            Language.SPANISH,
            "en el período comprendido entre el 2 y el 6 de mayo de 2022",
            "entre el 2 y el 6 de mayo de 2022",
            "a más tardar el 6 de mayo de 2022",
        ),
    ],
)
def test_days_not_known_lie_in_a_window(language, period, between, by):
    start, end = date(2022, 5, 2), date(2022, 5, 6)
    assert dates.in_period(language, start, end) == period
    assert dates.between(language, start, end) == between
    assert dates.by(language, end) == by


@pytest.mark.parametrize("language", Language)
def test_a_window_of_one_day_is_that_day(language):
    assert dates.in_period(language, *ONE) == RUNNING[language][ONE]
    assert dates.between(language, *ONE) == RUNNING[language][ONE]


@pytest.mark.parametrize(
    ("language", "month", "in_month", "year", "in_year"),
    [
        (Language.ARABIC, "حزيران/يونيه 2022", "في حزيران/يونيه 2022", "2022", "في عام 2022"),
        (Language.CHINESE, "2022年6月", "2022年6月", "2022年", "2022年"),
        (Language.ENGLISH, "June 2022", "in June 2022", "2022", "in 2022"),
        (Language.FRENCH, "juin 2022", "en juin 2022", "2022", "en 2022"),
        (Language.RUSSIAN, "июнь 2022 года", "в июне 2022 года", "2022 год", "в 2022 году"),
        (Language.SPANISH, "junio de 2022", "en junio de 2022", "2022", "en 2022"),
    ],
)
def test_a_date_known_in_part_is_a_month_or_a_year(language, month, in_month, year, in_year):
    assert dates.month(language, 2022, 6) == month
    assert dates.in_month(language, 2022, 6) == in_month
    assert dates.year(language, 2022) == year
    assert dates.in_year(language, 2022) == in_year


def test_arabic_figures_take_the_shape_asked_for_in_every_kind_of_date():
    arabic, indic = Language.ARABIC, Digits.ARABIC_INDIC
    start, end = SESSION_10
    assert [
        dates.day(arabic, start, digits=indic),
        dates.in_running_text(arabic, start, end, digits=indic),
        dates.in_masthead(arabic, start, end, digits=indic),
        dates.place_and_dates(arabic, "فيينا", start, end, digits=indic),
        dates.in_period(arabic, start, end, digits=indic),
        dates.between(arabic, start, end, digits=indic),
        dates.by(arabic, end, digits=indic),
        dates.month(arabic, 2020, 10, digits=indic),
        dates.in_month(arabic, 2020, 10, digits=indic),
        dates.year(arabic, 2020, digits=indic),
        dates.in_year(arabic, 2020, digits=indic),
    ] == [
        "١٢ تشرين الأول/أكتوبر ٢٠٢٠",
        "من ١٢ إلى ١٦ تشرين الأول/أكتوبر ٢٠٢٠",
        "١٢-١٦ تشرين الأول/أكتوبر ٢٠٢٠",
        "فيينا، ١٢-١٦ تشرين الأول/أكتوبر ٢٠٢٠",
        "في الفترة من ١٢ إلى ١٦ تشرين الأول/أكتوبر ٢٠٢٠",
        "بين ١٢ و١٦ تشرين الأول/أكتوبر ٢٠٢٠",
        "في موعد أقصاه ١٦ تشرين الأول/أكتوبر ٢٠٢٠",
        "تشرين الأول/أكتوبر ٢٠٢٠",
        "في تشرين الأول/أكتوبر ٢٠٢٠",
        "٢٠٢٠",
        "في عام ٢٠٢٠",
    ]


@pytest.mark.parametrize("language", [language for language in Language if language is not Language.ARABIC])
def test_other_languages_have_one_shape_of_figures(language):
    assert dates.day(language, ONE[0], digits=Digits.ARABIC_INDIC) == dates.day(language, ONE[0])


@pytest.mark.parametrize("worded", [dates.in_running_text, dates.in_masthead, dates.in_period, dates.between])
def test_a_range_that_runs_backwards_is_refused(worded):
    with pytest.raises(BackwardRange) as refusal:
        worded(Language.ENGLISH, date(2020, 7, 15), date(2020, 7, 13))
    assert str(refusal.value) == (
        "The range of dates ends on 2020-07-13, before it starts on 2020-07-15; exchange the two."
    )


@pytest.mark.parametrize("names", [*MONTHS.values(), RUSSIAN_NOMINATIVE, RUSSIAN_PREPOSITIONAL])
def test_every_language_names_twelve_months(names):
    assert len(set(names)) == 12

import datetime as dt

import pytest

from invented_review import day
from rapporteur.rulebooks.calendars import NO_HOLIDAYS, Calendar, add_days, add_months, earlier, fallen, later, together
from rapporteur.rulebooks.ground import Length
from rapporteur.rulebooks.terms import Falling


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2031-01-31", 1, "2031-02-28"),
        ("2032-01-31", 1, "2032-02-29"),
        ("2031-08-31", 6, "2032-02-29"),
        ("2031-02-28", 1, "2031-03-28"),
        ("2031-12-15", 1, "2032-01-15"),
        ("2031-03-31", -1, "2031-02-28"),
        ("2031-01-15", -1, "2030-12-15"),
        ("2031-01-31", 0, "2031-01-31"),
    ],
)
def test_months_end_where_the_month_ends(start: str, months: int, end: str) -> None:
    assert add_months(day(start), months) == day(end)


def test_two_weeks_from_the_first_of_november_end_on_the_fifteenth() -> None:
    assert later(day("2021-11-01"), Length(days=14), NO_HOLIDAYS) == day("2021-11-15")


def test_working_days_pass_over_weekends_and_holidays() -> None:
    friday = day("2031-01-03")
    new_year = Calendar(holidays=frozenset({day("2031-01-06")}))
    assert later(friday, Length(working_days=2), NO_HOLIDAYS) == day("2031-01-07")
    assert later(friday, Length(working_days=2), new_year) == day("2031-01-08")
    assert earlier(day("2031-01-08"), Length(working_days=2), new_year) == friday


def test_another_weekend_is_another_calendar() -> None:
    friday_and_saturday = Calendar(weekend=frozenset({4, 5}))
    assert later(day("2031-01-02"), Length(working_days=1), friday_and_saturday) == day("2031-01-05")


def test_a_last_day_falls_as_the_rule_says() -> None:
    saturday = day("2031-01-04")
    assert fallen(saturday, Falling.STANDS, NO_HOLIDAYS) == saturday
    assert fallen(saturday, Falling.NEXT_WORKING_DAY, NO_HOLIDAYS) == day("2031-01-06")
    assert fallen(day("2031-01-03"), Falling.NEXT_WORKING_DAY, NO_HOLIDAYS) == day("2031-01-03")


def test_months_are_counted_before_days() -> None:
    assert later(day("2031-01-31"), Length(months=1, days=1), NO_HOLIDAYS) == day("2031-03-01")


def test_lengths_together_do_not_depend_on_their_order() -> None:
    month, days = Length(months=1), Length(days=3)
    assert together((month, days)) == together((days, month)) == Length(months=1, days=3)


def test_extensions_may_come_to_more_than_one_length_may_be() -> None:
    assert together((Length(days=3660), Length(days=3660))).days == 7320


def test_no_count_leaves_the_calendar() -> None:
    assert add_months(dt.date.max, 1) == dt.date.max
    assert add_months(dt.date.min, -1) == dt.date.min
    assert add_days(dt.date.max, 1) == dt.date.max
    assert add_days(dt.date.min, -1) == dt.date.min
    assert later(dt.date.max, Length(working_days=3), NO_HOLIDAYS) == dt.date.max

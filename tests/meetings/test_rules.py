import datetime as dt

import pytest

from rapporteur.meetings.rules import Dates, SaidOf, Standing, are_back_to_back, gathering_as_of, overlap
from rapporteur.meetings.terms import MeetingStatus, Mode, Tense

PLANNED = Dates(starts_on=dt.date(2031, 3, 4), ends_on=dt.date(2031, 3, 6))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def days(start: str, end: str) -> Dates:
    return Dates(starts_on=day(start), ends_on=day(end))


@pytest.mark.parametrize(
    ("as_of", "tense"),
    [
        ("2031-03-03", Tense.TO_COME),
        ("2031-03-04", Tense.PRESENT),
        ("2031-03-06", Tense.PRESENT),
        ("2031-03-07", Tense.PAST),
    ],
)
def test_the_tense_follows_from_the_dates(as_of: str, tense: Tense) -> None:
    assert gathering_as_of(PLANNED, [], day(as_of)) == Standing(PLANNED, tense)


def test_a_saying_of_a_later_day_does_not_count() -> None:
    cancelled = SaidOf(MeetingStatus.CANCELLED, as_of=day("2031-02-01"))
    assert gathering_as_of(PLANNED, [cancelled], day("2031-01-31")).tense == Tense.TO_COME
    assert gathering_as_of(PLANNED, [cancelled], day("2031-02-01")) == Standing(PLANNED, Tense.CANCELLED)


def test_a_postponed_meeting_has_no_dates_until_new_ones_are_said() -> None:
    sayings = [
        SaidOf(MeetingStatus.SCHEDULED, day("2031-03-01"), day("2031-05-06"), day("2031-05-07")),
        SaidOf(MeetingStatus.POSTPONED, day("2031-02-01")),
    ]
    assert gathering_as_of(PLANNED, sayings, day("2031-02-15")) == Standing(Dates(), Tense.POSTPONED)
    moved = days("2031-05-06", "2031-05-07")
    assert gathering_as_of(PLANNED, sayings, day("2031-04-01")) == Standing(moved, Tense.TO_COME)
    assert gathering_as_of(PLANNED, sayings, day("2031-05-08")) == Standing(moved, Tense.PAST)


def test_postponed_with_new_dates_is_a_meeting_to_come() -> None:
    postponed = SaidOf(MeetingStatus.POSTPONED, day("2031-02-01"), day("2031-05-06"))
    expected = Standing(days("2031-05-06", "2031-05-06"), Tense.TO_COME)
    assert gathering_as_of(PLANNED, [postponed], day("2031-02-02")) == expected


def test_held_without_a_day_counts_once_the_meeting_is_over() -> None:
    held = SaidOf(MeetingStatus.HELD, mode=Mode.HYBRID)
    assert gathering_as_of(PLANNED, [held], day("2031-03-06")) == Standing(PLANNED, Tense.PRESENT)
    assert gathering_as_of(PLANNED, [held], day("2031-03-07")) == Standing(PLANNED, Tense.PAST, Mode.HYBRID)


def test_opened_without_a_day_counts_from_the_first_day() -> None:
    opened = SaidOf(MeetingStatus.OPENED, mode=Mode.HYBRID)
    assert gathering_as_of(PLANNED, [opened], day("2031-03-03")) == Standing(PLANNED, Tense.TO_COME)
    assert gathering_as_of(PLANNED, [opened], day("2031-03-04")) == Standing(PLANNED, Tense.PRESENT, Mode.HYBRID)


@pytest.mark.parametrize(
    ("dates", "as_of", "tense"),
    [
        (Dates(year=2031, month=2), "2031-02-28", Tense.UNKNOWN),
        (Dates(year=2031, month=2), "2031-03-01", Tense.PAST),
        (Dates(year=2031), "2030-12-31", Tense.TO_COME),
        (Dates(year=2031), "2032-01-01", Tense.PAST),
        (Dates(year=2031, concluded_by=day("2031-05-05")), "2031-05-06", Tense.PAST),
        (Dates(window_starts_on=day("2031-05-05"), window_ends_on=day("2031-05-09")), "2031-05-07", Tense.UNKNOWN),
        (Dates(starts_on=day("2031-05-05")), "2031-05-06", Tense.UNKNOWN),
        (Dates(), "2031-05-06", Tense.UNKNOWN),
    ],
)
def test_dates_known_in_part_say_as_much_as_they_can(dates: Dates, as_of: str, tense: Tense) -> None:
    assert gathering_as_of(dates, [], day(as_of)) == Standing(dates, tense)


@pytest.mark.parametrize("status", [MeetingStatus.PLANNED, MeetingStatus.SCHEDULED])
@pytest.mark.parametrize(
    ("dates", "tense"),
    [
        (Dates(year=2031, month=2), Tense.UNKNOWN),
        (Dates(window_starts_on=day("2031-02-03"), window_ends_on=day("2031-02-07")), Tense.UNKNOWN),
        (Dates(year=2031, month=2, concluded_by=day("2031-02-20")), Tense.PAST),
        (days("2031-02-03", "2031-02-07"), Tense.PAST),
    ],
)
def test_what_was_foreseen_without_days_is_not_past_with_its_month(
    status: MeetingStatus, dates: Dates, tense: Tense
) -> None:
    said = [SaidOf(status)]
    assert gathering_as_of(dates, said, day("2031-03-01")).tense == tense
    held = SaidOf(MeetingStatus.HELD, day("2031-03-01"))
    assert gathering_as_of(dates, [*said, held], day("2031-03-01")).tense == Tense.PAST


def test_held_is_believed_where_the_days_are_not_known() -> None:
    held = SaidOf(MeetingStatus.HELD)
    assert gathering_as_of(Dates(), [held], day("2031-05-06")).tense == Tense.PAST


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (days("2031-03-04", "2031-03-06"), days("2031-03-06", "2031-03-07"), True),
        (days("2031-03-04", "2031-03-06"), days("2031-03-07", "2031-03-08"), False),
        (days("2031-03-04", "2031-03-06"), Dates(year=2031), False),
    ],
)
def test_gatherings_overlap_when_they_share_a_day(one: Dates, other: Dates, expected: bool) -> None:
    assert (overlap(one, other), overlap(other, one)) == (expected, expected)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (days("2031-03-04", "2031-03-05"), days("2031-03-06", "2031-03-07"), True),
        (days("2031-03-04", "2031-03-05"), days("2031-03-05", "2031-03-06"), True),
        (days("2031-03-06", "2031-03-07"), days("2031-03-10", "2031-03-11"), True),  # a weekend lies between
        (days("2031-03-04", "2031-03-05"), days("2031-03-07", "2031-03-07"), False),
        (days("2031-03-04", "2031-03-06"), days("2031-03-05", "2031-03-07"), False),
        (days("2031-03-04", "2031-03-06"), Dates(year=2031), None),
    ],
)
def test_meetings_are_back_to_back_when_no_working_day_parts_them(
    one: Dates, other: Dates, expected: bool | None
) -> None:
    assert (are_back_to_back(one, other), are_back_to_back(other, one)) == (expected, expected)

"""Job numbers: the whole line, the older forms, and what is refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.symbols.jobs import LANGUAGE_LETTERS, JobNumber, NotAJobNumber, letter_of, parse_job

DATES = st.dates(date(1970, 1, 1), date(2069, 12, 31))


@st.composite
def jobs(draw):
    received_on = draw(st.none() | DATES)
    return JobNumber(
        year=draw(st.integers(1970, 2069)),
        serial=draw(st.integers(0, 99999)),
        language=draw(st.none() | st.sampled_from(sorted(LANGUAGE_LETTERS.values()))),
        initials=draw(st.just("") | st.from_regex(r"[A-Z]{2,3}(/[A-Z]{2,3})?", fullmatch=True)),
        received_on=received_on,
        issued_on=draw(st.none() | DATES) if received_on else None,
        has_barcode=draw(st.booleans()),
    )


@given(jobs())
def test_every_job_number_prints_and_reads_back_as_itself(job):
    read = parse_job(str(job))
    assert read == job
    assert str(read) == str(job)


def test_a_whole_line_is_told_apart():
    job = parse_job("V.17-06236 (E) 140917 150917 *1706236*")
    assert job == JobNumber(2017, 6236, "en", "", date(2017, 9, 14), date(2017, 9, 15))
    assert (job.number, job.barcode, job.has_barcode) == ("V.17-06236", "*1706236*", True)


@pytest.mark.parametrize(
    ("text", "job"),
    [
        ("V.05-87366", JobNumber(2005, 87366)),
        ("V.05-87366 (S)", JobNumber(2005, 87366, "es")),
        ("V.98-00017 (F) AB/CD", JobNumber(1998, 17, "fr", "AB/CD")),
        ("V.10-50502 (E) 160210", JobNumber(2010, 50502, "en", "", date(2010, 2, 16))),
        ("V.08-58557 *0858557*", JobNumber(2008, 58557)),
    ],
)
def test_older_forms_lack_dates_or_have_initials(text, job):
    assert parse_job(text) == job
    assert str(parse_job(text)) == text


@pytest.mark.parametrize(
    ("letter", "code"), [("A", "ar"), ("C", "zh"), ("E", "en"), ("F", "fr"), ("R", "ru"), ("S", "es")]
)
def test_every_language_has_its_letter(letter, code):
    assert LANGUAGE_LETTERS[letter] == code
    assert letter_of(code) == letter


@pytest.mark.parametrize(
    ("text", "position", "expected"),
    [
        ("", 0, '"V."'),
        ("v.17-06236", 0, '"V."'),
        ("V17-06236", 1, '"V."'),
        ("V.7-06236", 3, "the last two digits of a year"),
        ("V.17_06236", 4, '"-"'),
        ("V.17-6236", 9, "a serial of five digits"),
        ("V.17-062367", 10, "the end of the job number"),
        ("V.17-06236 (X)", 12, "a language letter (A, C, E, F, R or S)"),
        ("V.17-06236 (E", 13, '")"'),
        ("V.17-06236 (E)  140917", 15, "the date received, as DDMMYY"),
        ("V.17-06236 (E) 310217", 15, "the date received, as DDMMYY"),
        ("V.17-06236 (E) 140917 1509", 26, "the date issued, as DDMMYY"),
        ("V.17-06236 (E) 140917 150917 160917", 28, "the end of the job number"),
        ("V.17-06236 (E) *1706237*", 22, "the barcode *1706236*"),
        ("V.17-06236\u202e", 10, "the end of the job number"),
        ("V.17-06236 " + "A" * 60, 60, "the end of the text (at most 60 characters)"),
    ],
)
def test_what_is_no_job_number_is_refused_at_its_place(text, position, expected):
    with pytest.raises(NotAJobNumber) as refusal:
        parse_job(text)
    assert (refusal.value.position, refusal.value.expected) == (position, expected)

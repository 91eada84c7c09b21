"""An invented register is whole, of the size that was asked for, and the same each time."""

import datetime as dt

import pytest
from benchmarks.invented import Register, Scale, build
from benchmarks.invented_words import words
from django.core.management import call_command

from rapporteur.documents.models import Document, LanguageVersion, Transmission
from rapporteur.languages.terms import Language
from rapporteur.meetings.models import Meeting, Session
from rapporteur.register.exporting import exported
from rapporteur.register.soundness import Gravity, findings
from rapporteur.search.models import Entry
from rapporteur.symbols.documents import parse
from rapporteur.symbols.grammars import Grammar

SIZE = 20


@pytest.fixture
def register(db: None) -> Register:
    return build(SIZE)


def test_it_has_as_many_meetings_as_asked_for_and_ten_documents_of_each(register: Register) -> None:
    sessions = Scale(SIZE).sessions
    assert (Meeting.objects.count(), Session.objects.count()) == (SIZE, sessions)
    assert Document.objects.filter(session=None).count() == 10 * SIZE
    assert Document.objects.filter(session__isnull=False).count() == 20 * sessions


def test_the_largest_has_one_document_of_each_meeting() -> None:
    assert [Scale(size).documents_each for size in (100, 10_000, 100_000)] == [10, 10, 1]


def test_it_grows_more_slowly_in_bodies_and_sessions_than_in_meetings() -> None:
    assert [(Scale(size).bodies, Scale(size).sessions) for size in (20, 100, 10_000, 100_000)] == [
        (3, 3), (6, 6), (40, 40), (100, 100),
    ]  # fmt: skip


def test_a_dozen_meetings_report_to_each_session() -> None:
    scale = Scale(1_000)
    reported = [meeting for meeting in range(1_000) if scale.is_reported(meeting)]
    assert len(reported) == 12 * scale.sessions


def test_every_symbol_can_be_read_and_stands_once(register: Register) -> None:
    symbols = list(Document.objects.values_list("symbol", flat=True))
    assert sorted(str(parse(symbol, Grammar.for_root("TIDE/COP"))) for symbol in symbols) == sorted(set(symbols))


def test_nothing_in_it_is_an_error(register: Register) -> None:
    found = findings(register.conference, as_of=dt.date(2020, 1, 1))
    assert [finding for finding in found if finding.gravity is Gravity.ERROR] == []


def test_reports_go_to_a_session_and_documents_have_versions(register: Register) -> None:
    assert Transmission.objects.count() == Meeting.objects.filter(reports_to__isnull=False).count()
    in_english = Document.objects.filter(only_language="en").count()
    assert LanguageVersion.objects.count() == 6 * (Document.objects.count() - in_english) + in_english


def test_all_of_it_is_found_by_search(register: Register) -> None:
    assert Entry.objects.filter(kind="document").count() == Document.objects.count()
    assert Entry.objects.filter(kind="meeting").count() == SIZE


@pytest.mark.django_db(transaction=True)
def test_it_is_the_same_each_time() -> None:
    build(SIZE)
    first = list(exported())
    call_command("flush", interactive=False, verbosity=0)
    build(SIZE)
    assert first == list(exported())


def test_its_words_are_in_six_languages() -> None:
    assert list(words("item", 3).wordings) == list(Language)

"""Entries follow the records: all of them, or the one that was changed."""

import pytest

import cast
from rapporteur.documents.models import Document
from rapporteur.search.actions import rebuild, refresh
from rapporteur.search.models import Entry
from rapporteur.search.queries import found
from rapporteur.search.terms import EntryKind

pytestmark = pytest.mark.django_db


def keys(text: str, *, conference_key: str = "", kind: EntryKind | None = None) -> list[str]:
    groups = found(text, conference_key=conference_key, kind=kind, limit=50)
    return [entry.key for group in groups for entry in group.entries]


def test_rebuilding_twice_gives_the_same_entries() -> None:
    cast.conference()
    first = rebuild()
    before = list(Entry.objects.order_by("kind", "key").values("kind", "key", "title", "text", "words"))
    assert rebuild() == first
    assert list(Entry.objects.order_by("kind", "key").values("kind", "key", "title", "text", "words")) == before


def test_rebuilding_tells_how_far_it_is() -> None:
    cast.conference()
    told: list[int] = []
    made = rebuild(progress=told.append)
    assert told == [made]


@pytest.mark.parametrize("kind", EntryKind)
def test_the_entry_of_one_record_is_the_same_as_when_all_are_made(kind: EntryKind) -> None:
    cast.conference()
    rebuild()
    for before in list(Entry.objects.filter(kind=kind)):
        refresh(kind, before.key)
        after = Entry.objects.get(kind=kind, key=before.key)
        assert (after.title, after.text, after.words) == (before.title, before.text, before.words)


def test_a_changed_record_is_found_by_its_new_words_and_no_longer_by_the_old() -> None:
    made = cast.conference()
    rebuild()
    symbol = "METC/COP/WG.1/2017/4"
    Document.objects.filter(pk=made.documents[symbol].pk).update(title=cast.text("Tidings of barometers"))
    refresh("document", f"metc-cop/{symbol}")
    assert keys("barometer") == [f"metc-cop/{symbol}"]
    assert keys("meeting customs", kind=EntryKind.DOCUMENT) == []


def test_a_withdrawn_record_is_forgotten() -> None:
    made = cast.conference()
    rebuild()
    made.documents["METC/COP/2016/9"].delete()
    refresh("document", "metc-cop/METC/COP/2016/9")
    assert keys("METC/COP/2016/9") == []


def test_a_record_without_an_entry_is_left_alone() -> None:
    refresh("source", "yearbook")
    assert Entry.objects.count() == 0


def test_a_conference_is_searched_alone_with_the_parties_that_all_share() -> None:
    cast.conference()
    other = cast.Conference.objects.create(key="other", name=cast.text("Other"), symbol_root="OTHER/COP")
    cast.Body.objects.create(conference=other, key="a-group", series="OTHER/COP/WG.1")
    rebuild()
    assert keys("arvonia", conference_key="other") == ["XAR"]
    assert keys("wg.1", conference_key="other") == ["other/a-group"]


def test_a_word_in_a_title_weighs_more_than_one_in_a_text() -> None:
    cast.conference()
    rebuild()
    answers = keys("customs", kind=EntryKind.MANDATE)
    assert answers[0] == "metc-cop/resolution 3/1"

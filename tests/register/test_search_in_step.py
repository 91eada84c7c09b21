"""What loading does for the search where the files change nothing."""

import datetime as dt
from pathlib import Path

import pytest

from rapporteur.register.loading import Loaded, load
from rapporteur.search.models import Entry, Index
from rapporteur.search.rules import INDEX_VERSION
from registerfiles import BARGES, written

AT = dt.datetime(2031, 3, 4, 12, tzinfo=dt.UTC)


@pytest.fixture
def loaded_once(db: None, tmp_path: Path) -> Path:
    folder = written(tmp_path / "register", barges=BARGES)
    load(folder, by="keeper@example.org", at=AT)
    return folder


def entries() -> list[tuple[str, str, str]]:
    return list(Entry.objects.order_by("kind", "key").values_list("kind", "key", "words"))


def load_again(folder: Path) -> None:
    assert load(folder, by="keeper@example.org", at=AT) == Loaded(entries=19, created={}, changed={})


def test_a_load_that_changes_nothing_fills_an_empty_search(loaded_once: Path) -> None:
    before = entries()
    Entry.objects.all().delete()
    Index.objects.all().delete()
    load_again(loaded_once)
    assert before
    assert entries() == before
    assert Index.objects.get().version == INDEX_VERSION


def test_a_load_that_changes_nothing_makes_entries_of_older_rules_anew(loaded_once: Path) -> None:
    before = entries()
    Entry.objects.update(words="stale")
    Index.objects.update(version=INDEX_VERSION - 1)
    load_again(loaded_once)
    assert entries() == before


def test_a_load_that_changes_nothing_leaves_a_search_in_step_as_it_is(loaded_once: Path) -> None:
    Entry.objects.filter(kind="session").update(words="untouched")
    before = entries()
    load_again(loaded_once)
    assert entries() == before

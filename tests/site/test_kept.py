"""What pages keep is the value itself, for its time, and no more of it than there is room for."""

import pytest
from django.core.cache import caches

from rapporteur.site.kept import MOST, KeptAsItIs


@pytest.fixture
def kept() -> KeptAsItIs:
    found = caches["pages"]
    assert isinstance(found, KeptAsItIs)
    found.clear()
    return found


def test_a_value_comes_back_as_it_is(kept: KeptAsItIs) -> None:
    value = ["an account"]
    kept.set("owed", value)
    assert kept.get("owed") is value


def test_every_thread_finds_what_one_kept(kept: KeptAsItIs) -> None:
    kept.set("owed", "an account")
    assert KeptAsItIs("pages", {}).get("owed") == "an account"


def test_a_value_is_forgotten_after_its_time(kept: KeptAsItIs) -> None:
    kept.set("owed", "an account", timeout=0)
    assert kept.get("owed", "nothing") == "nothing"
    kept.set("owed", "an account", timeout=None)
    assert kept.get("owed", "nothing") == "an account"


def test_the_oldest_value_makes_room(kept: KeptAsItIs) -> None:
    for number in range(MOST + 1):
        kept.set(f"owed/{number}", number)
    assert [kept.get(f"owed/{number}") for number in (0, 1, MOST)] == [None, 1, MOST]


def test_a_value_is_added_only_where_there_is_none_and_can_be_forgotten(kept: KeptAsItIs) -> None:
    assert [kept.add("owed", 1), kept.add("owed", 2), kept.get("owed")] == [True, False, 1]
    assert [kept.delete("owed"), kept.delete("owed"), kept.get("owed")] == [True, False, None]

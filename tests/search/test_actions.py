"""Entries follow the records: all of them, or those of records that were changed."""

import datetime as dt
import random
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import cast
import many
from rapporteur.bodies.models import Body, BodyName, Officer
from rapporteur.documents.models import Document
from rapporteur.mandates.models import Mandate, Provision
from rapporteur.meetings.models import AgendaItem, Meeting, Session
from rapporteur.parties.models import Party
from rapporteur.search.actions import keep_in_step, rebuild, refresh
from rapporteur.search.models import Entry, Index
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
        refresh([(kind, before.key)])
        after = Entry.objects.get(kind=kind, key=before.key)
        assert (after.title, after.text, after.words) == (before.title, before.text, before.words)


def test_a_changed_record_is_found_by_its_new_words_and_no_longer_by_the_old() -> None:
    made = cast.conference()
    rebuild()
    symbol = "METC/COP/WG.1/2017/4"
    Document.objects.filter(pk=made.documents[symbol].pk).update(title=cast.text("Tidings of barometers"))
    refresh([("document", f"metc-cop/{symbol}")])
    assert keys("barometer") == [f"metc-cop/{symbol}"]
    assert keys("meeting customs", kind=EntryKind.DOCUMENT) == []


def test_a_withdrawn_record_is_forgotten() -> None:
    made = cast.conference()
    rebuild()
    made.documents["METC/COP/2016/9"].delete()
    refresh([("document", "metc-cop/METC/COP/2016/9")])
    assert keys("METC/COP/2016/9") == []


def test_a_record_without_an_entry_is_left_alone() -> None:
    refresh([("source", "yearbook")])
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


# --- those of changed records ----------------------------------------------------------------------------------------

Subject = tuple[str, str]


def entries() -> list[dict[str, object]]:
    fields = ("kind", "key", "conference_key", "symbol", "title", "text", "title_words", "words")
    return list(Entry.objects.order_by("kind", "key").values(*fields))


def a_text(chance: random.Random) -> cast.Multilingual:
    words = " ".join(chance.choices(["comets", "of", "dust", "METC/COP/2016/9", "customs 7/1", "meteors"], k=3))
    return cast.text(words, fr=f"les météores {words}", zh="陨石走私问题会议", ru="Доклад о метеоритах")


def body_renamed(chance: random.Random) -> Subject:
    name = chance.choice(BodyName.objects.order_by("pk"))
    BodyName.objects.filter(pk=name.pk).update(name=a_text(chance))
    return "body", f"metc-cop/{name.body.key}"


def body_founded(chance: random.Random) -> Subject:
    own = cast.Conference.objects.get()
    body = Body.objects.create(conference=own, key=f"b-{Body.objects.count()}", series=f"METC/COP/WG.{chance.random()}")
    return "body", f"metc-cop/{body.key}"


def word_of_gathering_changed(chance: random.Random) -> Subject:
    body = chance.choice(Body.objects.order_by("pk"))
    Body.objects.filter(pk=body.pk).update(gathering_word=chance.choice(["session", "meeting"]))
    return "body", f"metc-cop/{body.key}"


def meeting_convened(chance: random.Random) -> Subject:
    body = chance.choice(Body.objects.order_by("pk"))
    day = dt.date(2040, 1, 1) + dt.timedelta(days=chance.randrange(1000))
    made = Meeting.objects.create(body=body, key=f"m-{Meeting.objects.count()}", starts_on=day, ends_on=day)
    AgendaItem.objects.create(meeting=made, number="1", position=1, title=a_text(chance))
    return "meeting", f"metc-cop/{body.key}/{made.key}"


def chair_of_a_meeting_elected(chance: random.Random) -> Subject:
    meeting = chance.choice(Meeting.objects.order_by("pk"))
    own = meeting.body.conference
    Officer.objects.create(
        conference=own, body=meeting.body, gathering_key=meeting.key, role="chair", name=a_text(chance)
    )
    return "meeting", f"metc-cop/{meeting.body.key}/{meeting.key}"


def session_moved(chance: random.Random) -> Subject:
    session = chance.choice(Session.objects.order_by("pk"))
    Session.objects.filter(pk=session.pk).update(place=a_text(chance))
    return "session", f"metc-cop/{session.key}"


def mandate_amended(chance: random.Random) -> Subject:
    mandate = chance.choice(Mandate.objects.order_by("pk"))
    Provision.objects.filter(mandate=mandate).update(object=a_text(chance))
    Mandate.objects.filter(pk=mandate.pk).update(title=a_text(chance))
    return "mandate", f"metc-cop/{mandate.citation}"


def document_retitled(chance: random.Random) -> Subject:
    document = chance.choice(Document.objects.order_by("pk"))
    Document.objects.filter(pk=document.pk).update(title=a_text(chance))
    return "document", f"metc-cop/{document.key}"


def document_reserved(chance: random.Random) -> Subject:
    key = f"METC/COP/2041/{Document.objects.count()}"
    Document.objects.create(
        conference=cast.Conference.objects.get(), key=key, symbol=key, type="report", title=a_text(chance)
    )
    return "document", f"metc-cop/{key}"


def party_renamed(chance: random.Random) -> Subject:
    party = chance.choice(Party.objects.order_by("pk"))
    Party.objects.filter(pk=party.pk).update(name=a_text(chance))
    return "party", party.key


def conference_renamed(chance: random.Random) -> Subject:
    cast.Conference.objects.update(name=a_text(chance))
    return "conference", "metc-cop"


CHANGES: list[Callable[[random.Random], Subject]] = [
    body_renamed,
    body_founded,
    word_of_gathering_changed,
    meeting_convened,
    chair_of_a_meeting_elected,
    session_moved,
    mandate_amended,
    document_retitled,
    document_reserved,
    party_renamed,
    conference_renamed,
]


@pytest.mark.parametrize("seed", range(8))
def test_after_any_changes_the_entries_are_those_that_making_all_anew_gives(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - chance of the test, nothing secret
    cast.conference()
    rebuild()
    keep_in_step([chance.choice(CHANGES)(chance) for _ in range(12)])
    kept = entries()
    rebuild()
    assert kept == entries()


@pytest.mark.parametrize("change", CHANGES)
def test_each_change_reaches_the_entries_that_hold_its_words(change: Callable[[random.Random], Subject]) -> None:
    chance = random.Random(1)  # noqa: S311 - chance of the test, nothing secret
    cast.conference()
    rebuild()
    keep_in_step([change(chance)])
    kept = entries()
    rebuild()
    assert kept == entries()


@pytest.mark.parametrize("kind", many.SUBJECTS)
def test_keeping_in_step_asks_no_more_of_a_large_register(kind: str) -> None:
    own = many.founded()
    asked = []
    for first, last in ((1, 2), (3, 30)):
        many.grow(own, first=first, last=last)
        with CaptureQueriesContext(connection) as captured:
            keep_in_step([(kind, many.SUBJECTS[kind])])
        asked.append(len(captured))
    assert asked[0] == asked[1]


def test_only_the_entries_of_changed_records_are_touched() -> None:
    cast.conference()
    rebuild()
    Entry.objects.update(symbol="untouched")
    keep_in_step([("document", "metc-cop/METC/COP/2016/9")])
    assert [entry.key for entry in Entry.objects.exclude(symbol="untouched")] == ["metc-cop/METC/COP/2016/9"]


@pytest.mark.parametrize("lost", [Entry, Index])
def test_all_entries_are_made_where_none_are_known_to_be_right(lost: type[Entry] | type[Index]) -> None:
    cast.conference()
    rebuild()
    before = entries()
    lost.objects.all().delete()
    Entry.objects.update(words="stale")
    keep_in_step([("document", "metc-cop/METC/COP/2016/9")])
    assert entries() == before


def test_entries_made_by_older_rules_are_all_made_anew() -> None:
    cast.conference()
    rebuild()
    before = entries()
    Index.objects.update(version=0)
    Entry.objects.update(words="stale")
    keep_in_step([])
    assert entries() == before


def test_words_of_entries_are_found_as_before_when_making_all_anew_fails_halfway() -> None:
    cast.conference()
    rebuild()

    def stop(_made: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(progress=stop)
    assert keys("METC/COP/2016/9") == ["metc-cop/METC/COP/2016/9"]
    Document.objects.filter(key="METC/COP/2016/9").update(title=cast.text("Tidings of barometers"))
    refresh([("document", "metc-cop/METC/COP/2016/9")])
    assert keys("barometer") == ["metc-cop/METC/COP/2016/9"]

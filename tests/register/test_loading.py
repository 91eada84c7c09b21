from pathlib import Path

from rapporteur.bodies.models import Body, BodyName, Conference, Officer
from rapporteur.documents.models import Document, LanguageVersion, Transmission
from rapporteur.journal.models import Act
from rapporteur.journal.queries import verify
from rapporteur.languages.terms import Language, Multilingual, Status, Wording
from rapporteur.mandates.models import Provision
from rapporteur.meetings.models import AgendaItem, Meeting, Session
from rapporteur.register.loading import Loaded
from rapporteur.sources.models import Attribution, Conflict
from rapporteur.terminology.models import Term
from registerfiles import AT, BARGES, everything, loaded, written

SHIPPED = Path(__file__).parents[2] / "data" / "untoc"
OF_BARGES = "conference: barge-conf\n"


# --- what loading does -----------------------------------------------------------------------------------------------


def test_every_record_of_a_file_is_there(barges: Path) -> None:
    conference = Conference.objects.get()
    assert conference.name.wording(Language.FRENCH) == Wording(
        "Conférence des chalands", Status.PROVISIONAL, note="ours"
    )
    assert [instrument.key for instrument in conference.instruments.all()] == ["barge-convention", "raft-protocol"]
    locks, tolls = Body.objects.order_by("key")
    assert (tolls.parent, locks.instrument.supplements.key) == (locks, "barge-convention")
    asking = Provision.objects.get(effect="requests-submission")
    assert list(asking.named.values_list("body__key", "position")) == [("locks", 0), ("tolls", 1)]
    assert (asking.to_body, asking.due_session_key, asking.position) == (tolls, "s-2", 2)
    meeting = Meeting.objects.get(key="locks-1")
    assert (meeting.back_to_back_with.key, meeting.reports_to.key, str(meeting.under)) == (
        "tolls-1",
        "s-2",
        "decision 1/1",
    )
    assert Session.objects.get(key="s-1").place == Multilingual.plain(en="Lockville")
    assert AgendaItem.objects.get(number="2 (a)").parent.number == "2"
    report = Document.objects.get(symbol="BARGE/CONF/WG.1/2002/1")
    assert (report.reports_on, report.key, report.mandates) == (meeting, report.symbol, ["decision 1/1"])
    assert Document.objects.get(relation="corrects").of == report
    assert Transmission.objects.get().items == ["2"]
    assert LanguageVersion.objects.get(language="en").job_number == "V.02-00001"
    assert list(Officer.objects.values_list("role", "body__key", "gathering_key")) == [
        ("president", None, ""),
        ("chair", "locks", "locks-1"),
    ]
    assert list(Term.objects.values_list("conference_key", "key")) == [("", "barge"), ("barge-conf", "lock")]


def test_sources_and_conflicts_cite_their_record_and_the_place_in_it(barges: Path) -> None:
    rows = Attribution.objects.order_by("pk").values_list(
        "subject_kind", "subject_key", "field", "source__key", "locator"
    )
    assert list(rows) == [
        ("instrument", "barge-convention", "articles/1", "ledger", "2"),
        ("party", "XAA", "statuses/barge-convention 2002-03-04", "ledger", ""),
        ("conference", "barge-conf", "officers/1", "chart", ""),
        ("body", "barge-conf/locks", "", "ledger", "4"),
        ("body", "barge-conf/locks", "", "chart", ""),
        ("body", "barge-conf/locks", "names/2", "ledger", "7"),
        ("mandate", "barge-conf/decision 1/1", "provisions/1", "ledger", "5"),
        ("mandate", "barge-conf/decision 1/1", "provisions/2/object", "chart", ""),
        ("session", "barge-conf/s-1", "sayings/held 2001-06-01", "ledger", ""),
        ("session", "barge-conf/s-1", "agenda/provisional 2 (a)", "ledger", ""),
        ("document", "barge-conf/BARGE/CONF/WG.1/2002/1", "versions/en", "chart", ""),
        ("document", "barge-conf/BARGE/CONF/WG.1/2002/1", "transmissions/s-2", "ledger", "9"),
    ]
    conflict = Conflict.objects.get()
    assert (conflict.subject_key, conflict.field, conflict.followed.key) == ("barge-conf/s-1", "starts_on", "ledger")


def test_loading_twice_changes_nothing(barges: Path) -> None:
    before = everything()
    assert loaded(barges) == Loaded(entries=19, created={}, changed={})
    assert everything() == before


def test_the_journal_gets_one_row_for_a_load(barges: Path) -> None:
    act = Act.objects.get()
    assert (act.verb, act.by, act.subject_key, act.at) == ("register_loaded", "keeper@example.org", "register", AT)
    assert act.content["created"] == {
        "body": 2,
        "conference": 1,
        "document": 3,
        "instrument": 2,
        "mandate": 1,
        "meeting": 2,
        "party": 1,
        "regional-group": 1,
        "session": 2,
        "source": 2,
        "term": 2,
    }
    assert act.content["records"][-2:] == ["term barge-conf/lock", "term -/barge"]
    assert verify() == []


def test_a_change_in_a_file_touches_that_record_alone(barges: Path) -> None:
    before = everything()
    written(barges, barges=BARGES.replace("Working Group on Locks", "Working Group on Weirs"))
    assert loaded(barges) == Loaded(entries=19, created={}, changed={"body": 1})
    after = everything()
    assert {table for table in after if after[table] != before[table]} == {"BodyName", "Act", "head", "Entry"}
    assert BodyName.objects.get(position=1).name == Multilingual.plain(en="Working Group on Weirs")
    assert Act.objects.get(number=2).content == {
        "created": {},
        "changed": {"body": 1},
        "records": ["body barge-conf/locks"],
    }


def test_a_row_that_an_entry_no_longer_has_is_removed_and_a_record_stays(barges: Path) -> None:
    gone = "  - {kind: former, name: {en: Lock Group}, until: 2010-01-01, source: [ledger:7]}\n"
    term = "- {shared: true, group: words, key: barge, wording: {en: barge}}\n"
    written(barges, barges=BARGES.replace(gone, "").replace(term, ""))
    assert loaded(barges) == Loaded(entries=18, created={}, changed={"body": 1})
    assert BodyName.objects.filter(body__key="locks").count() == 1
    assert not Attribution.objects.filter(field="names/2").exists()
    assert Term.objects.filter(key="barge").exists()


def test_a_file_may_refer_to_what_the_register_has_already(barges: Path, tmp_path: Path) -> None:
    entry = "{symbol: BARGE/CONF/2003/1, type: other, session: s-2, of: note-2002, relation: revises}"
    text = f"{OF_BARGES}documents:\n- {entry}\n"
    assert loaded(written(tmp_path / "more", more=text)) == Loaded(entries=1, created={"document": 1}, changed={})
    assert Document.objects.get(symbol="BARGE/CONF/2003/1").of.key == "note-2002"


def test_the_shipped_register_loads_and_loads_again(db: None) -> None:
    first = loaded(SHIPPED)
    before = everything()
    assert first.created["document"] == Document.objects.count()
    assert loaded(SHIPPED) == Loaded(entries=first.entries, created={}, changed={})
    assert everything() == before

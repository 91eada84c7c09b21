"""Keeping records: one act is one transaction and one row of the journal, or nothing at all."""

import datetime as dt

import pytest

import cast as the_cast
from rapporteur.bodies.actions import BODY, CONFERENCE
from rapporteur.bodies.models import Body, BodyName
from rapporteur.journal.actions import Entry, RowEntry
from rapporteur.journal.models import Act
from rapporteur.journal.queries import history, verify
from rapporteur.journal.terms import Refused, Stale
from rapporteur.languages.terms import Multilingual
from rapporteur.mandates.actions import MANDATE
from rapporteur.mandates.models import Provision
from rapporteur.meetings.actions import SESSION
from rapporteur.meetings.models import AgendaItem
from rapporteur.sources.models import Attribution

pytestmark = pytest.mark.django_db
AT = dt.datetime(2031, 2, 3, 4, 5, tzinfo=dt.UTC)
BY = {"by": "quill@example.org", "at": AT}


@pytest.fixture
def cast():
    return the_cast.conference()


def correct(kept, record, values=None, because="", **rows):
    entry = Entry(values or {}, rows)
    record = kept.model.objects.get(pk=record.pk)
    return kept.correct(record, entry=entry, shown=kept.shown(record), because=because, **BY)


def reasons(refusal):
    return [(reason.field, reason.text) for reason in refusal.value.reasons]


def test_establishing_writes_the_record_its_rows_and_one_row_of_the_journal(cast):
    entry = Entry(
        {"conference": cast.conference, "key": "tails", "kind": "committee"},
        {"names": [RowEntry({"kind": "official", "name": Multilingual.plain(en="Committee on Tails"), "position": 1})]},
    )
    body = BODY.establish(entry=entry, because="as decided", **BY)
    act = Act.objects.get()
    assert (act.verb, act.subject_kind, act.subject_key, act.by, act.at) == (
        "body_established", "body", "metc-cop/tails", "quill@example.org", AT,
    )  # fmt: skip
    name = body.names.get()
    assert act.content == {
        "because": "as decided",
        "changes": {
            "conference": [None, "metc-cop"],
            "gathering_word": [None, "meeting"],
            "key": [None, "tails"],
            "kind": [None, "committee"],
            f"names/{name.pk}": [
                None,
                {
                    "kind": "official", "name": {"en": "Committee on Tails"}, "mandate": "", "since": None,
                    "until": None, "seen": "", "position": 1,
                },
            ],
        },
    }  # fmt: skip
    assert verify() == []


def test_correcting_tells_before_and_after_of_exactly_what_changed(cast):
    customs = cast.bodies["customs"]
    former = customs.names.get(kind="former")
    act = correct(
        BODY, customs, {"note": "Meets in spring", "key": "customs"}, names=[RowEntry({"seen": "p. 3"}, pk=former.pk)]
    )
    assert act.content == {"changes": {f"names/{former.pk}/seen": ["", "p. 3"], "note": ["", "Meets in spring"]}}


def test_saving_what_is_stored_already_writes_nothing(cast):
    customs = cast.bodies["customs"]
    name = customs.names.get(kind="official")
    assert correct(BODY, customs, {"note": ""}, names=[RowEntry({"name": name.name}, pk=name.pk)]) is None
    assert Act.objects.count() == 0


def test_a_record_that_changed_after_it_was_shown_is_not_overwritten(cast):
    customs = cast.bodies["customs"]
    shown = BODY.shown(customs)
    correct(BODY, customs, {"note": "First"})
    with pytest.raises(Stale) as refusal:
        BODY.correct(customs, entry=Entry({"note": "Second"}), shown=shown, **BY)
    assert refusal.value.stored["note"] == "First"
    assert (Body.objects.get(pk=customs.pk).note, Act.objects.count()) == ("First", 1)


def test_a_change_of_a_row_alone_makes_what_was_shown_stale(cast):
    customs = cast.bodies["customs"]
    shown = BODY.shown(customs)
    customs.names.filter(kind="former").update(seen="p. 4")
    with pytest.raises(Stale):
        BODY.correct(customs, entry=Entry({"note": "x"}), shown=shown, **BY)


def test_a_refusal_in_the_last_row_leaves_everything_as_it_was(cast):
    customs = cast.bodies["customs"]
    before = BODY.content(customs)
    with pytest.raises(Refused) as refusal:
        correct(
            BODY,
            customs,
            {"note": "x"},
            names=[
                RowEntry({"kind": "alias", "name": Multilingual.plain(en="Group")}),
                RowEntry({"kind": "official", "name": Multilingual.plain(en="Second name")}),
            ],
        )
    text = "Another name is in use without a last day; give it one first, or make it a former name."
    assert reasons(refusal) == [("names.1.until", text)]
    assert (BODY.content(customs), Act.objects.count()) == (before, 0)


def test_rows_may_come_in_an_order_that_a_constraint_would_refuse(cast):
    customs = cast.bodies["customs"]
    name = customs.names.get(kind="official")
    # The new name comes first, though it cannot be stored before the old one has ended.
    act = correct(
        BODY,
        customs,
        names=[
            RowEntry({"kind": "official", "name": Multilingual.plain(en="Customs Group"), "position": 0}),
            RowEntry({"kind": "former", "until": dt.date(2030, 1, 1)}, pk=name.pk),
        ],
    )
    assert BodyName.objects.get(body=customs, kind="official", until=None).name.first() == "Customs Group"
    assert len(act.content["changes"]) == 3


def test_rows_that_count_places_can_be_put_in_another_order(cast):
    mandate = cast.mandates["resolution 3/1"]
    provisions = list(mandate.provisions.all())
    turned = [RowEntry({"position": 9 - row.position}, pk=row.pk) for row in provisions]
    correct(MANDATE, mandate, provisions=turned)
    assert list(Provision.objects.filter(mandate=mandate).values_list("pk", flat=True)) == [
        row.pk for row in reversed(provisions)
    ]


def test_bodies_of_a_provision_keep_the_order_they_are_named_in(cast):
    mandate = cast.mandates["resolution 3/1"]
    provision = mandate.provisions.first()
    bodies = [cast.bodies[key] for key in ("origins", "customs", "dust")]
    act = correct(MANDATE, mandate, provisions=[RowEntry({"bodies": bodies}, pk=provision.pk)])
    assert act.content["changes"] == {
        f"provisions/{provision.pk}/bodies": [["customs"], ["origins", "customs", "dust"]]
    }


def test_a_part_of_an_item_follows_the_item_its_number_names(cast):
    session = cast.sessions["cop-3"]
    part, review = (session.agenda_items.get(number=number) for number in ("2 (a)", "2"))
    correct(SESSION, session, agenda=[RowEntry({"number": "3 (a)"}, pk=part.pk)])
    assert AgendaItem.objects.get(pk=part.pk).parent.number == "3"
    correct(
        SESSION,
        session,
        agenda=[RowEntry({"number": "2 (a)"}, pk=part.pk), RowEntry({}, pk=review.pk, is_removed=True)],
    )
    assert AgendaItem.objects.get(pk=part.pk).parent is None


def test_withdrawing_wants_a_reason_and_nobody_who_cites_the_record(cast):
    with pytest.raises(Refused) as refusal:
        BODY.withdraw(cast.bodies["dust"], because=" ", shown=BODY.shown(cast.bodies["dust"]), **BY)
    cited = "It cannot be withdrawn. It is cited in the register: %s Correct that first."
    assert reasons(refusal) == [
        ("because", "Say why the record is withdrawn."),
        ("", cited % "meeting, 2, for instance “dust-2017”."),
        ("", cited % "document, 1, for instance “METC/COP/WG.2/2017/3”."),
    ]


def test_withdrawing_takes_the_rows_along_and_keeps_all_of_it_in_the_journal(cast):
    alone = Body.objects.create(conference=cast.conference, key="comets")
    BodyName.objects.create(body=alone, name=the_cast.text("Comets"))
    act = BODY.withdraw(alone, because="entered twice", shown=BODY.shown(alone), **BY)
    assert (act.verb, act.content["because"]) == ("body_withdrawn", "entered twice")
    assert act.content["changes"]["key"] == ["comets", None]
    assert not Body.objects.filter(key="comets").exists()
    assert not BodyName.objects.filter(body_id=alone.pk).exists()


def test_sources_follow_a_record_whose_key_changes_and_its_history_goes_on(cast):
    alone = Body.objects.create(conference=cast.conference, key="comets")
    source = Attribution.objects.first().source
    Attribution.objects.create(subject_kind="body", subject_key="metc-cop/comets", source=source, locator="9")
    correct(BODY, alone, {"note": "x"})
    correct(BODY, alone, {"key": "tails"})
    assert Attribution.objects.get(locator="9").subject_key == "metc-cop/tails"
    assert [act.subject_key for act in history("body", "metc-cop/tails")] == ["metc-cop/comets", "metc-cop/tails"]


@pytest.mark.parametrize(
    ("kept", "find", "values", "citing"),
    [
        (CONFERENCE, lambda cast: cast.conference, {"key": "other"}, "body"),
        (BODY, lambda cast: cast.bodies["dust"], {"key": "other"}, "meeting"),
        (MANDATE, lambda cast: cast.mandates["decision 1/2"], {"number": "1/9"}, "body name"),
        (SESSION, lambda cast: cast.sessions["cop-3"], {"key": "other"}, "mandate"),
    ],
    ids=["conference", "body", "mandate", "session"],
)
def test_a_key_that_others_cite_does_not_change(cast, kept, find, values, citing):
    with pytest.raises(Refused) as refusal:
        correct(kept, find(cast), values)
    beginnings = {text.partition(",")[0] for _field, text in reasons(refusal)}
    assert f"The key cannot change. It is cited in the register: {citing}" in beginnings

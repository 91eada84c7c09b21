"""The three acts with pages of their own: saying something of a gathering, issuing a document, replacing a wording."""

import datetime as dt

import pytest

from html_form import fields
from rapporteur.bodies.models import BodyName
from rapporteur.journal.models import Act
from rapporteur.languages.terms import Language, Status
from rapporteur.meetings.models import Meeting, Saying
from rapporteur.search.models import Entry


def act_on(officer, address, **typed):
    return officer.post(address, {**fields(officer.get(address).content), **typed})


def errors(answer):
    return {name: [str(message) for message in found] for name, found in answer.context["form"].errors.items()}


def test_a_meeting_is_postponed_to_new_dates_as_of_a_day(cast, officer):
    meeting = cast.meetings["customs-2017"]
    typed = {"status": "postponed", "as_of": "2017-03-01", "starts_on": "2017-09-04", "ends_on": "2017-09-05"}
    answer = act_on(officer, f"/desk/meetings/{meeting.pk}/say/", **typed)
    assert answer.status_code == 302
    saying = meeting.sayings.get(status="postponed")
    assert (saying.as_of, saying.starts_on, saying.ends_on) == (
        dt.date(2017, 3, 1), dt.date(2017, 9, 4), dt.date(2017, 9, 5),
    )  # fmt: skip
    # What was planned at first stays, so that documents as of an earlier day still say it.
    assert Meeting.objects.get(pk=meeting.pk).starts_on == dt.date(2017, 4, 10)
    assert Act.objects.get().verb == "meeting_corrected"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (
            {"status": "held", "as_of": ""},
            {"as_of": ["Give the day on which this was so: documents written before it do not know it."]},
        ),
        ({"status": "held", "as_of": "2017-04-09"}, {"as_of": ["It cannot have been held before its first day."]}),
        (
            {"status": "cancelled", "as_of": "2017-03-01", "starts_on": "2017-09-04"},
            {"starts_on": ["What is cancelled has no new dates; say “postponed” if it has."]},
        ),
        (
            {"status": "postponed", "as_of": "2017-03-01", "starts_on": "2017-09-04", "ends_on": "2017-09-03"},
            {"ends_on": ["The last day is before the first one."]},
        ),
    ],
    ids=["no-day", "held-too-early", "cancelled-with-dates", "backwards"],
)
def test_what_cannot_be_said_of_a_meeting_is_refused(cast, officer, typed, found):
    meeting = cast.meetings["customs-2017"]
    answer = act_on(officer, f"/desk/meetings/{meeting.pk}/say/", **typed)
    assert (answer.status_code, errors(answer)) == (422, found)
    assert (Saying.objects.filter(meeting=meeting).count(), Act.objects.count()) == (1, 0)


def test_language_versions_are_issued_on_a_day(cast, officer):
    document = cast.documents["METC/COP/WG.2/2017/3"]
    answer = act_on(officer, f"/desk/documents/{document.pk}/issue/", languages=["en", "ar"], on="2017-05-02")
    assert answer.status_code == 302
    document.refresh_from_db()
    versions = list(document.versions.values_list("language", "status", "issued_on"))
    assert versions == [("ar", "issued", dt.date(2017, 5, 2)), ("en", "issued", dt.date(2017, 5, 2))]
    assert (document.status, document.issued_on) == ("issued", dt.date(2017, 5, 2))


def test_a_version_is_not_issued_twice_nor_before_its_symbol_was_reserved(cast, officer):
    agenda, reserved = cast.documents["METC/COP/WG.1/2017/1"], cast.documents["METC/COP/WG.2/2017/3"]
    twice = act_on(officer, f"/desk/documents/{agenda.pk}/issue/", languages=["fr"], on="2017-05-02")
    early = act_on(officer, f"/desk/documents/{reserved.pk}/issue/", languages=["fr"], on="2017-02-28")
    assert errors(twice) == {"__all__": ["The version in French was issued already."]}
    assert errors(early) == {"on": ["It cannot be issued before its symbol was reserved."]}
    assert Act.objects.count() == 0


def wording_of_dust(cast, code="fr"):
    name = cast.bodies["dust"].names.get()
    return f"/desk/wordings/bodies/{name.body_id}/{code}/names/{name.pk}/name/"


def test_a_provisional_wording_is_replaced_in_one_place(cast, officer):
    typed = {"wording-text": "Groupe de travail sur les poussières", "wording-source": "yearbook"}
    answer = act_on(officer, wording_of_dust(cast), **typed, back="/desk/wordings/?language=fr")
    assert (answer.status_code, answer["Location"]) == (302, "/desk/wordings/?language=fr")
    wording = BodyName.objects.get(body=cast.bodies["dust"]).name.wording(Language.FRENCH)
    assert (wording.text, wording.status, wording.is_official, wording.source) == (
        "Groupe de travail sur les poussières", Status.FOUND, True, "yearbook",
    )  # fmt: skip
    act = Act.objects.get()
    assert (act.verb, act.subject_key) == ("body_corrected", "metc-cop/dust")
    assert len(act.content["changes"]) == 1


def test_a_replaced_name_is_found_at_once(cast, officer):
    act_on(officer, wording_of_dust(cast), **{"wording-text": "Groupe des poussières"})
    entry = Entry.objects.get(kind="body", key="metc-cop/dust")
    assert entry.title.text(Language.FRENCH) == "Groupe des poussières"
    assert Entry.objects.filter(kind="meeting", key="metc-cop/dust/dust-2017").exists()


def test_a_wording_that_somebody_else_replaced_meanwhile_is_not_overwritten(cast, officer):
    address = wording_of_dust(cast)
    mine = {**fields(officer.get(address).content), "wording-text": "Mon groupe"}
    act_on(officer, address, **{"wording-text": "Leur groupe"})
    answer = officer.post(address, mine)
    said = "Somebody else changed this wording after you opened it. It reads now: Leur groupe"
    assert (answer.status_code, errors(answer)) == (422, {"__all__": [said]})
    assert fields(answer.content)["wording-text"] == "Mon groupe"
    # Two languages of one name are two wordings: neither officer is in the other's way.
    spanish = wording_of_dust(cast, "es")
    shown = fields(officer.get(spanish).content)
    act_on(officer, wording_of_dust(cast, "ru"), **{"wording-text": "Рабочая группа по пыли"})
    assert officer.post(spanish, {**shown, "wording-text": "Grupo sobre el polvo"}).status_code == 302


@pytest.mark.parametrize("text", ["", "  ", "left\u202eright"], ids=["empty", "blank", "override"])
def test_a_wording_without_a_sound_text_is_refused(cast, officer, text):
    answer = act_on(officer, wording_of_dust(cast), **{"wording-text": text})
    assert (answer.status_code, list(errors(answer)), Act.objects.count()) == (422, ["text"], 0)


def test_after_a_replacement_nobody_is_sent_to_another_site(cast, officer):
    answer = act_on(officer, wording_of_dust(cast), **{"wording-text": "Groupe"}, back="https://example.org/")
    assert answer["Location"] == "/desk/wordings/"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("language=fr&state=provisional", [("bodies", "fr", "provisional")]),
        ("language=ar&state=missing&only=bodies", [("bodies", "ar", "missing"), ("bodies", "ar", "missing")]),
        ("language=fr&state=unchecked", []),
    ],
)
def test_the_worklist_shows_what_is_asked_of_it(cast, officer, query, found):
    entries = officer.get(f"/desk/wordings/?{query}").context["found"]
    assert [(entry.kind.slug, entry.language.value, entry.state) for entry in entries] == found

"""Officers record notes verbales, name whom they name, and say who keeps a case."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from people.mailbox import Box
from people.mailbox import mailbox as mailbox  # noqa: PLC0414 - a fixture, given on
from rapporteur.journal.actions.recording import record
from rapporteur.journal.queries import history, verify
from rapporteur.people.models import CaseOfficer, Nomination, NoteVerbale, Person

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
NOTE = {
    "direction": "in",
    "state": "XAR",
    "reference": "NV/12",
    "dated": "2026-05-04",
    "handled_on": "2026-05-06",
    "subject": "Nomination of a focal point",
}


@pytest.fixture
def kept_in(settings, tmp_path):
    storages = dict(settings.STORAGES)
    storages["archive"] = {**storages["archive"], "OPTIONS": {"location": str(tmp_path), "base_url": None}}
    settings.STORAGES = storages
    return tmp_path


def recorded(officer, **more):
    answer = officer.post(reverse("desk_note_new"), {**NOTE, **more})
    assert answer.status_code == 302, answer.content.decode()
    return NoteVerbale.objects.latest("pk")


def people(*rows, process="invented/1"):
    data = {"process": process, "people-TOTAL_FORMS": len(rows), "people-INITIAL_FORMS": 0}
    for position, (part, name, email, *rest) in enumerate(rows):
        data |= {
            f"people-{position}-part": part,
            f"people-{position}-name": name,
            f"people-{position}-email": email,
            f"people-{position}-language": "fr",
        }
        if rest:
            data[f"people-{position}-replacing"] = "on"
    return data


def test_a_note_is_recorded_with_its_scan_which_comes_back_as_a_file_to_keep(cast, officer, kept_in):
    note = recorded(officer, scan=SimpleUploadedFile("note <1>.pdf", PDF, "application/pdf"))
    page = officer.get(reverse("desk_note", args=[note.pk])).content.decode()
    assert "Nomination of a focal point" in page
    answer = officer.get(reverse("desk_note_scan", args=[note.pk]))
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment; ")
    assert answer["Content-Security-Policy"].startswith("sandbox")
    assert (answer["X-Content-Type-Options"], "no-store" in answer["Cache-Control"]) == ("nosniff", True)


def test_a_scan_that_is_not_what_it_says_is_refused_at_its_field_and_nothing_is_recorded(cast, officer, kept_in):
    answer = officer.post(reverse("desk_note_new"), {**NOTE, "scan": SimpleUploadedFile("note.pdf", b"MZ\x90\x00" * 9)})
    assert answer.status_code == 422
    assert "is not what its name says" in answer.content.decode()
    assert NoteVerbale.objects.count() == 0


def test_a_note_of_the_same_reference_is_refused_at_its_field(cast, officer):
    recorded(officer)
    answer = officer.post(reverse("desk_note_new"), NOTE)
    assert (answer.status_code, "recorded already" in answer.content.decode()) == (422, True)


def test_the_register_of_notes_is_searched_and_paged(cast, officer):
    day = dt.date(2026, 5, 4)
    NoteVerbale.objects.bulk_create(
        NoteVerbale(
            direction="in" if number % 2 else "out", reference=f"NV/{number:03}", state="XAR", dated=day,
            handled_on=day, subject="Seats" if number == 7 else "Other", by="x@example.org",
            at=dt.datetime(2026, 5, 4, tzinfo=dt.UTC),
        )
        for number in range(51)
    )  # fmt: skip
    first = officer.get(reverse("desk_notes")).content.decode()
    assert (first.count('<th scope="row">'), "?from=50" in first) == (50, True)
    assert officer.get(reverse("desk_notes"), {"from": "50"}).content.decode().count('<th scope="row">') == 1
    found = officer.get(reverse("desk_notes"), {"q": "seats", "direction": "in"}).content.decode()
    assert (found.count('<th scope="row">'), "NV/007" in found) == (1, True)
    assert officer.get(reverse("desk_notes"), {"q": "seats", "direction": "out"}).content.decode().count("NV/007") == 0


def test_one_form_names_several_people_and_mails_each_in_his_language(cast, officer, mailbox: Box):
    note = recorded(officer)
    sent = people(("focal_point", "Ana Argo", "ana@justice.example"), ("expert", "Ben Argo", "ben@interior.example"))
    answer = officer.post(reverse("desk_nominate", args=[note.pk]), sent)
    assert answer["Location"] == reverse("desk_people_of", args=["invented/1", "XAR"])
    assert sorted(Nomination.objects.values_list("part", "name", "state")) == [
        ("expert", "Ben Argo", "XAR"),
        ("focal_point", "Ana Argo", "XAR"),
    ]
    assert {mail["To"] for mail in mailbox.mails} == {"ana@justice.example", "ben@interior.example"}
    page = officer.get(answer["Location"]).content.decode()
    assert page.count("mail sent<") == 2


def test_of_several_people_all_are_named_or_nobody(cast, officer, mailbox: Box):
    note = recorded(officer)
    address = reverse("desk_nominate", args=[note.pk])
    officer.post(address, people(("focal_point", "Ana Argo", "ana@justice.example")))
    both = people(("expert", "Ben Argo", "ben@interior.example"), ("focal_point", "Cy Argo", "cy@finance.example"))
    answer = officer.post(address, both)
    assert answer.status_code == 422
    assert "Ana Argo is the focal point of this State" in answer.content.decode()
    assert Nomination.objects.count() == 1
    officer.post(
        address,
        people(("expert", "Ben Argo", "ben@interior.example"), ("focal_point", "Cy Argo", "cy@finance.example", True)),
    )
    assert list(Nomination.objects.filter(until=None, part="focal_point").values_list("name")) == [("Cy Argo",)]
    page = officer.get(reverse("desk_people_of", args=["invented/1", "XAR"])).content.decode()
    assert page.index("History") < page.index("Ana Argo")


def test_one_more_person_is_asked_for_without_losing_what_was_typed(cast, officer):
    note = recorded(officer)
    answer = officer.post(
        reverse("desk_nominate", args=[note.pk]), {**people(("expert", "Ben Argo", "not yet")), "more": "1"}
    )
    page = answer.content.decode()
    assert (answer.status_code, "people-1-name" in page, 'value="Ben Argo"' in page) == (200, True, True)
    assert "errorlist" not in page


@pytest.mark.parametrize("total", ["", "x", "-1", "5000"])
def test_a_number_of_people_that_makes_no_sense_is_refused_and_names_nobody(cast, officer, total):
    note = recorded(officer)
    sent = {**people(("expert", "Ben Argo", "ben@interior.example")), "people-TOTAL_FORMS": total}
    assert officer.post(reverse("desk_nominate", args=[note.pk]), sent).status_code == 422
    assert officer.post(reverse("desk_nominate", args=[note.pk]), {**sent, "more": "1"}).status_code in {200, 422}
    assert Nomination.objects.count() == 0


def test_a_mail_that_cannot_go_out_leaves_the_nomination_and_is_sent_again_later(cast, officer, settings, mailbox: Box):
    note = recorded(officer)
    taken, settings.EMAIL_PORT = settings.EMAIL_PORT, 9
    officer.post(reverse("desk_nominate", args=[note.pk]), people(("expert", "Ben Argo", "ben@interior.example")))
    page = officer.get(reverse("desk_people_of", args=["invented/1", "XAR"])).content.decode()
    assert ("no mail could be sent" in page, "no mail sent yet" in page) == (True, True)
    settings.EMAIL_PORT = taken
    officer.post(reverse("desk_tell", args=[Nomination.objects.get().pk]))
    assert len(mailbox.mails) == 1
    officer.post(reverse("desk_tell", args=[Nomination.objects.get().pk]))
    assert len(mailbox.mails) == 1


def test_a_nomination_ends_by_a_note_or_for_a_reason(cast, officer, mailbox: Box):
    note = recorded(officer)
    officer.post(reverse("desk_nominate", args=[note.pk]), people(("expert", "Ben Argo", "ben@interior.example")))
    address = reverse("desk_end_nomination", args=[Nomination.objects.get().pk])
    assert officer.post(address, {}).status_code == 422
    assert officer.post(address, {"note": note.pk, "because": ""}).status_code == 302
    assert Nomination.objects.get().ended_by == note
    assert "Ended by this note" in officer.get(reverse("desk_note", args=[note.pk])).content.decode()


def test_the_desk_leads_to_notes_and_people(cast, officer):
    page = officer.get(reverse("desk")).content.decode()
    assert [f'href="{reverse(name)}"' in page for name in ("desk_notes", "desk_people")] == [True, True]


def test_an_officer_is_named_for_a_case_and_taken_out_of_it(cast, officer):
    address = reverse("desk_people_of", args=["invented/1", "XAR"])
    ada = Person.objects.get()
    assert officer.post(address, {"officer": ada.pk}).status_code == 302
    officer.post(reverse("desk_take_out", args=[CaseOfficer.objects.get().pk]))
    assert CaseOfficer.objects.get().until is not None
    assert "officer of the case" in officer.get(address).content.decode()
    reader = Person.objects.create_user("reader@example.org", None)
    assert officer.post(address, {"officer": reader.pk}).status_code == 422


def test_acts_on_an_assessment_show_only_to_officers_of_its_case(cast, officer):
    from questionnaires.cast import assessment  # noqa: PLC0415 - records of another room, for this test alone

    made = assessment(state="XAR")
    now = dt.datetime(2026, 5, 4, tzinfo=dt.UTC)
    record("answer_saved", subject_kind="assessment", subject_key=made.code, content={}, by="ana@x.example", at=now)
    subject = ("assessment", made.code)
    assert (history(*subject), [act.verb for act in history(*subject, opened=[subject])][-1:]) == ([], ["answer_saved"])
    assert verify() == []
    pages = [reverse("desk"), reverse("desk_journal"), reverse("desk_journal") + "?before=99"]
    for page in pages:
        told = officer.get(page).content.decode()
        assert (made.code in told, "ana@x.example" in told) == (False, False)
    officer.post(reverse("desk_people_of", args=["invented/1", "XAR"]), {"officer": Person.objects.get().pk})
    for page in pages:
        assert made.code in officer.get(page).content.decode()

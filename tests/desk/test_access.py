"""Every address of the desk, for everybody who may come to it."""

import pytest
from django.test import Client
from django.urls import reverse

from rapporteur.journal.models import Act
from rapporteur.site.desk.urls import urlpatterns


def addresses(cast):
    meeting, document = cast.meetings["dust-2018"], cast.documents["METC/COP/2016/1"]
    name = cast.bodies["dust"].names.get()
    return {
        "desk": [reverse("desk")],
        "desk_journal": [reverse("desk_journal")],
        "desk_wordings": [reverse("desk_wordings")],
        "desk_wording": [reverse("desk_wording", args=["bodies", name.body_id, "fr", f"names/{name.pk}/name"])],
        "desk_list": [reverse("desk_list", args=["meetings"])],
        "desk_new": [reverse("desk_new", args=["meetings"])],
        "desk_record": [reverse("desk_record", args=["meetings", meeting.pk])],
        "desk_history": [reverse("desk_history", args=["meetings", meeting.pk])],
        "desk_withdraw": [reverse("desk_withdraw", args=["meetings", meeting.pk])],
        "desk_say": [reverse("desk_say", args=["meetings", meeting.pk])],
        "desk_issue": [reverse("desk_issue", args=["documents", document.pk])],
    }


# Their own tests walk these: what they show hangs on a draw, a note verbale or a nomination.
ELSEWHERE = ("desk_lots", "desk_cer", "desk_no", "desk_people", "desk_tell", "desk_end", "desk_take")


def test_the_table_has_every_address_of_the_desk(cast):
    names = [pattern.name for pattern in urlpatterns if not pattern.name.startswith(ELSEWHERE)]
    assert sorted(addresses(cast)) == sorted(names)


@pytest.mark.parametrize("method", ["get", "post"])
def test_anonymous_visitors_are_asked_to_sign_in_and_readers_are_turned_away(cast, reader, method):
    answers = {}
    for name, (address,) in addresses(cast).items():
        anonymous = getattr(Client(), method)(address)
        answers[name] = (anonymous.status_code, getattr(reader, method)(address).status_code)
        if anonymous.status_code == 302:
            assert anonymous["Location"].startswith("/account/login/?next=/desk/")
    reads_only = {"desk", "desk_journal", "desk_wordings", "desk_list", "desk_history"} if method == "post" else set()
    assert answers == {name: (405, 405) if name in reads_only else (302, 403) for name in answers}
    assert Act.objects.count() == 0


def test_an_officer_sees_every_page(cast, officer):
    answers = {name: officer.get(address).status_code for name, (address,) in addresses(cast).items()}
    assert answers == dict.fromkeys(answers, 200)


@pytest.mark.parametrize(
    "address",
    [
        "/desk/spoons/",
        "/desk/spoons/new/",
        "/desk/meetings/987654/",
        "/desk/meetings/987654/history/",
        "/desk/meetings/987654/withdraw/",
        "/desk/documents/1/say/",
        "/desk/meetings/1/issue/",
        "/desk/wordings/bodies/1/fr/note/",
        "/desk/wordings/bodies/1/xx/names/1/name/",
        "/desk/wordings/meetings/1/fr/note/",
        "/desk/wordings/terms/1/fr/key/",
    ],
)
def test_an_address_without_a_record_is_a_page_that_says_so(cast, officer, address):
    assert officer.get(address).status_code == 404


def test_nobody_signs_up_at_the_door(db):
    answer = Client().post("/account/signup/", {"email": "x@example.org", "password1": "a long enough password"})
    assert (answer.status_code, b"Accounts are made by the secretariat" in answer.content) == (200, True)


def test_signing_in_is_limited(db):
    answers = []
    client = Client()
    for _attempt in range(7):
        answer = client.post("/account/login/", {"login": "quill@example.org", "password": "wrong"})
        answers.append(b"Too many failed login attempts" in answer.content)
    assert (answers[0], answers[-1]) == (False, True)

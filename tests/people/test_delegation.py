"""A State's own page of its people, and what a person keeps about himself."""

import datetime as dt
import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from people.mailbox import Box
from people.mailbox import mailbox as mailbox  # noqa: PLC0414 - a fixture, given on
from people.test_nominating import PROCESS, named, nominee, note
from rapporteur.journal.models import Act
from rapporteur.people.models import Nomination, Person
from rapporteur.people.terms import Part

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
PLACE = reverse("delegation", args=[PROCESS, "AAA"])
CY = {"name": "Cy of Finance", "email": "cy@finance.example", "language": "fr"}


@pytest.fixture(autouse=True)
def _without_a_second_factor(settings: Settings) -> None:
    settings.SECOND_FACTOR = "offered"


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person, backend=BACKEND)
    return client


@pytest.fixture
def ana() -> Client:
    return signed_in(named(nominee(), note()).person)


def test_a_focal_point_asks_a_contributor_who_gets_a_mail_and_takes_him_out_again(ana: Client, mailbox: Box) -> None:
    assert ana.post(PLACE, CY)["Location"] == PLACE
    made = Nomination.objects.get(part=Part.CONTRIBUTOR)
    assert (made.name, made.state, made.note) == ("Cy of Finance", "AAA", None)
    assert mailbox.mails[-1]["To"] == "cy@finance.example"
    page = ana.get(PLACE).content.decode()
    assert ("Cy of Finance" in page, page.count("mail sent<")) == (True, 1)
    assert ana.post(reverse("delegation_remove", args=[PROCESS, "AAA", made.pk])).status_code == 302
    made.refresh_from_db()
    assert made.until is not None
    assert list(Act.objects.filter(subject_key="cy@finance.example").values_list("verb", flat=True)) == [
        "person_nominated",
        "person_invited",
        "nomination_ended",
    ]


def test_whether_somebody_has_an_account_already_cannot_be_found_out(ana: Client, mailbox: Box) -> None:
    known = named(nominee("zoe@police.example", Part.EXPERT), note("NV/90", "BBB")).person
    known.name, known.last_login = "Zoe Of Another State", dt.datetime(2026, 6, 1, tzinfo=dt.UTC)
    known.set_password("a password of long ago")
    known.save()
    told = []
    for email in ("zoe@police.example", "new@police.example"):
        answer = ana.post(PLACE, {"name": "Zoe", "email": email}, follow=True)
        page = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"|/people/\d+/', "", answer.content.decode())
        told.append(page.replace(email, "ADDRESS"))
        made = Nomination.objects.get(part=Part.CONTRIBUTOR)
        ana.post(reverse("delegation_remove", args=[PROCESS, "AAA", made.pk]))
        ana.get(PLACE)
        made.delete()
    assert told[0] == told[1]
    assert "Zoe Of Another State" not in told[0]
    assert len(mailbox.mails) == 2


@pytest.mark.parametrize("part", [Part.EXPERT, Part.OBSERVER])
def test_experts_and_observers_see_the_people_and_change_nobody(part: Part) -> None:
    other = signed_in(named(nominee("ben@interior.example", part), note()).person)
    page = other.get(PLACE)
    assert (page.status_code, b"Ask somebody to contribute" in page.content) == (200, False)
    assert other.post(PLACE, CY).status_code == 404
    assert Nomination.objects.count() == 1


def test_a_focal_point_ends_nobody_whom_a_note_named_and_nobody_of_another_state(ana: Client) -> None:
    expert = named(nominee("eva@police.example", Part.EXPERT), note("NV/20"))
    foreign = named(nominee("fay@police.example", Part.EXPERT), note("NV/21", "BBB"))
    for one in (expert, foreign):
        for name in ("delegation_remove", "delegation_tell"):
            assert ana.post(reverse(name, args=[PROCESS, "AAA", one.pk])).status_code == 404
            assert ana.post(reverse(name, args=[PROCESS, "BBB", one.pk])).status_code == 404
    assert Nomination.objects.filter(until__isnull=False).count() == 0


def test_a_person_changes_his_name_and_language_and_not_his_address(ana: Client) -> None:
    place = reverse("profile")
    assert "note verbale with the new one" in ana.get(place).content.decode()
    assert ana.post(place, {"name": " Ana  Argo ", "language": "ar", "email": "x@x.example"}).status_code == 302
    person = Person.objects.get()
    assert (person.name, person.language, person.email) == ("Ana Argo", "ar", "ana@justice.example")
    assert Act.objects.filter(verb="profile_changed").get().content == {"what": ["name", "language"]}
    assert ana.post(place, {"name": "A\u202eb", "language": ""}).status_code == 422


def test_a_new_password_is_mailed_in_the_language_of_the_person(ana: Client, settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    person = Person.objects.get()
    person.set_password("a password of long ago")
    person.save()
    Client(headers={"accept-language": "en"}).post(reverse("account_reset_password"), {"email": person.email})
    assert [(sent.subject, sent.to) for sent in mail.outbox] == [("Un nouveau mot de passe", [person.email])]
    assert "/account/password/reset/key/" in mail.outbox[0].body


def test_too_many_attempts_meet_a_page_of_ours() -> None:
    client = Client()
    answers = [client.post(reverse("account_reset_password"), {"email": f"x{n}@example.org"}) for n in range(21)]
    assert answers[19].status_code == 302
    assert answers[20].status_code == 429
    assert b"Too many attempts" in answers[20].content
    assert b"site.css" in answers[20].content


def test_a_mail_that_one_state_sends_again_changes_nothing_that_another_one_sees(ana: Client, mailbox: Box) -> None:
    ana.post(PLACE, CY)
    mine = Nomination.objects.get(part=Part.CONTRIBUTOR)
    theirs = named(nominee("cy@finance.example", Part.EXPERT), note("NV/95", "BBB"))
    before = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    Nomination.objects.filter(pk__in=[mine.pk, theirs.pk]).update(told_at=before)
    ana.post(reverse("delegation_tell", args=[PROCESS, "AAA", mine.pk]))
    assert Nomination.objects.get(pk=theirs.pk).told_at == before
    assert Nomination.objects.get(pk=mine.pk).told_at != before

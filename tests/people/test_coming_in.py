import re

import pytest
from django.test import Client
from django.urls import reverse

from people.mailbox import Box
from people.mailbox import mailbox as mailbox  # noqa: PLC0414 - a fixture, given on
from people.test_inviting import GOOD, address, invited
from people.test_nominating import OFFICER, named, nominee, note
from rapporteur.people.actions.inviting import invite
from rapporteur.people.models import Invitation, Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def secret(mailbox: Box) -> str:
    person = named(nominee(), note()).person
    from django.utils import timezone  # noqa: PLC0415 - the present moment, which the page compares with

    invite(person, address=address, by=OFFICER, at=timezone.now())
    return mailbox.secret()


def test_a_link_leads_to_a_password_and_then_to_the_second_factor(client: Client, secret: str) -> None:
    place = reverse("invited", args=[secret])
    page = client.get(place)
    assert page.status_code == 200
    assert "ana@justice.example" in page.content.decode()
    answer = client.post(place, {"password": GOOD, "again": GOOD})
    assert (answer.status_code, answer["Location"]) == (302, reverse("mfa_index"))
    assert client.get(reverse("usersessions_list")).status_code == 200


def test_opening_the_page_does_not_use_the_link_up(client: Client, secret: str) -> None:
    for _ in range(3):
        client.get(reverse("invited", args=[secret]))
    assert Invitation.objects.get().used_at is None


@pytest.mark.parametrize(
    ("password", "again", "told"),
    [("short", "short", "too short"), (GOOD, f"{GOOD}!", "not the same"), ("", "", "required")],
)
def test_a_password_that_will_not_do_is_refused_at_its_field(
    client: Client, secret: str, password: str, again: str, told: str
) -> None:
    page = client.post(reverse("invited", args=[secret]), {"password": password, "again": again})
    assert page.status_code == 422
    assert told in page.content.decode()
    assert not Person.objects.get().has_usable_password()


def test_a_link_that_is_spent_or_unknown_says_what_to_do(client: Client, secret: str) -> None:
    place = reverse("invited", args=[secret])
    client.post(place, {"password": GOOD, "again": GOOD})
    spent = client.get(place)
    unknown = client.get(reverse("invited", args=["no-such-secret"]))
    assert (spent.status_code, unknown.status_code) == (410, 410)
    assert "Sign in with the password you chose" in spent.content.decode()
    assert "Ask for a fresh link" in unknown.content.decode()


def test_asking_for_a_link_answers_the_same_for_every_address(client: Client, mailbox: Box) -> None:
    person = invited()
    sent = len(mailbox.mails)
    told = {
        re.sub(re.escape(email), "ADDRESS", client.post(reverse("fresh_link"), {"email": email}).content.decode())
        for email in (person.email, "stranger@nowhere.example")
    }
    told = {re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page) for page in told}
    assert (len(told), len(mailbox.mails)) == (1, sent + 1)

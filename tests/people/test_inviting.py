import datetime as dt

import pytest
from pytest_django.fixtures import Settings

from people.mailbox import Box
from people.mailbox import mailbox as mailbox  # noqa: PLC0414 - a fixture, given on
from people.test_nominating import AT, OFFICER, named, nominee, note
from rapporteur.journal.models import Act
from rapporteur.journal.terms import Refused
from rapporteur.people.actions.inviting import accept, ask_for_link, invitation_of, invite
from rapporteur.people.models import Invitation, Person

pytestmark = pytest.mark.django_db
GOOD = "correct horse battery staple"


def address(secret: str) -> str:
    return f"https://site.example/in/{secret}"


def invited() -> Person:
    person = named(nominee(), note()).person
    invite(person, address=address, by=OFFICER, at=AT)
    return person


def later(**time: int) -> dt.datetime:
    return AT + dt.timedelta(**time)


def test_an_invited_person_gets_a_mail_in_his_language_and_chooses_a_password(mailbox: Box) -> None:
    person = invited()
    assert [mail["To"] for mail in mailbox.mails] == [person.email]
    assert accept(mailbox.secret(), password=GOOD, at=later(days=9)) == person
    person.refresh_from_db()
    assert person.check_password(GOOD)


def test_a_link_works_once(mailbox: Box) -> None:
    invited()
    accept(mailbox.secret(), password=GOOD, at=AT)
    with pytest.raises(Refused, match="used already"):
        accept(mailbox.secret(), password="another good password", at=AT)  # noqa: S106 - invented
    assert Person.objects.get().check_password(GOOD)


def test_a_link_expires_after_ten_days_and_a_fresh_one_can_be_asked_for(mailbox: Box) -> None:
    person = invited()
    with pytest.raises(Refused, match="expired") as refused:
        invitation_of(mailbox.secret(), at=later(days=10))
    assert refused.value.reasons[0].field == "expired"
    assert ask_for_link(f" {person.email.upper()} ", address=address, at=later(days=11))
    accept(mailbox.secret(), password=GOOD, at=later(days=12))


def test_a_fresh_link_replaces_the_one_before(mailbox: Box) -> None:
    person = invited()
    old = mailbox.secret()
    invite(person, address=address, by=OFFICER, at=later(hours=1))
    with pytest.raises(Refused, match="later link"):
        accept(old, password=GOOD, at=later(hours=2))


def test_nobody_learns_from_asking_who_has_an_account_and_nobody_is_flooded(mailbox: Box) -> None:
    person = invited()
    Person.objects.create_user("guest@nowhere.example", None)
    asked = [
        ask_for_link(email, address=address, at=later(minutes=1))
        for email in ("stranger@nowhere.example", "guest@nowhere.example", person.email)
    ]
    assert (asked, len(mailbox.mails)) == ([False, False, False], 1)


def test_whoever_has_a_password_gets_no_link_that_would_replace_it(mailbox: Box) -> None:
    person = invited()
    accept(mailbox.secret(), password=GOOD, at=AT)
    assert not ask_for_link(person.email, address=address, at=later(days=1))


def test_a_weak_password_is_refused_and_the_link_still_works(mailbox: Box) -> None:
    invited()
    with pytest.raises(Refused, match="too short"):
        accept(mailbox.secret(), password="short", at=AT)  # noqa: S106 - invented
    accept(mailbox.secret(), password=GOOD, at=AT)


def test_no_secret_is_kept_or_told_to_the_journal(mailbox: Box) -> None:
    invited()
    secret = mailbox.secret()
    kept = " ".join(str(vars(row)) for model in (Invitation, Act) for row in model.objects.all())
    assert secret not in kept


def test_an_invitation_that_no_mail_carries_is_none(mailbox: Box, settings: Settings) -> None:
    person = invited()
    settings.EMAIL_PORT = 1
    with pytest.raises(OSError, match="refused"):
        invite(person, address=address, by=OFFICER, at=later(hours=1))
    accept(mailbox.secret(), password=GOOD, at=later(hours=2))

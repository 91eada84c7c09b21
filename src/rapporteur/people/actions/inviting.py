"""Telling people what they are named for: a link to set a password, or, where one is set, that there is more to do.

Whoever's link has expired asks for a fresh one himself. Mails go out before anything is written: no writer waits for a
mail server, and what no mail carries is not recorded.

A link works once and for ten days. Its secret is in the mail alone; the database keeps the SHA-256 of it. Whoever asks
for a link hears the same whether the address is known or not.
"""

import datetime as dt
import hashlib
import secrets
from collections.abc import Callable
from typing import Final

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from rapporteur.journal.actions.recording import record, wait_for_the_pen
from rapporteur.journal.terms import Reason, Refused
from rapporteur.people.models import Invitation, Nomination, Person
from rapporteur.people.queries import VALID_FOR

BETWEEN_LINKS: Final = dt.timedelta(minutes=5)
Address = Callable[[str], str]  # from a secret to the whole address of the page that takes it


def invite(
    person: Person, *, address: Address, by: str, at: dt.datetime, about: Nomination | None = None
) -> Invitation:
    """Send a person a link; earlier ones stop working. Raises: Refused; OSError when no mail can be sent.

    `about` is the nomination that it tells of, without one all: no State learns of what another one sent.
    """
    if not person.is_active:
        raise Refused([Reason(_("This account is closed."))])
    secret = secrets.token_urlsafe(32)
    _send(person, address(secret), at + VALID_FOR)
    with transaction.atomic():
        wait_for_the_pen()
        person.invitations.filter(used_at__isnull=True, replaced_at__isnull=True).update(replaced_at=at)
        made = Invitation.objects.create(
            person=person, secret_digest=digest(secret), sent_at=at, expires_at=at + VALID_FOR
        )
        record("person_invited", subject_kind="person", subject_key=person.email, content={}, by=by, at=at)
        told_of = person.nominations.filter(until__isnull=True)
        (told_of.filter(pk=about.pk) if about else told_of).update(told_at=at)
    return made


def tell(nomination: Nomination, *, address: Address, door: str, by: str, at: dt.datetime) -> None:
    """Mail somebody that he is named: with a link to come in, or with the address of the door if he has a password.

    Raises: Refused; OSError when no mail can be sent.
    """
    person = nomination.person
    if nomination.until is not None:
        raise Refused([Reason(_("This nomination has ended."))])
    if nomination.told_at is not None and nomination.told_at > at - BETWEEN_LINKS:
        raise Refused([Reason(_("A mail went out a few minutes ago. Wait a little before sending another."))])
    if not person.has_usable_password():
        invite(person, address=address, by=by, at=at, about=nomination)
        return
    if not person.is_active:
        raise Refused([Reason(_("This account is closed."))])
    with translation.override(person.language or None):
        text = render_to_string("mail/named.txt", {"name": nomination.name or person.name, "link": door})
        send_mail(_("You were named for a review"), text, None, [person.email])
    with transaction.atomic():
        wait_for_the_pen()
        Nomination.objects.filter(pk=nomination.pk).update(told_at=at)
        record("person_told", subject_kind="person", subject_key=person.email, content={}, by=by, at=at)


def ask_for_link(email: str, *, address: Address, at: dt.datetime) -> bool:
    """Send a fresh link to whoever is waiting to come in; return whether one was sent, which no page tells.

    An address without an account, with a password already, or with a link of the last minutes gets none.
    """
    person = Person.objects.filter(email=email.strip().lower(), is_active=True).first()
    if person is None or person.has_usable_password() or not person.nominations.filter(until__isnull=True).exists():
        return False
    if person.invitations.filter(sent_at__gt=at - BETWEEN_LINKS).exists():
        return False
    invite(person, address=address, by=person.email, at=at)
    return True


def invitation_of(secret: str, *, at: dt.datetime) -> Invitation:
    """Return the invitation that a link's secret opens. Raises: Refused, saying what to do."""
    found = Invitation.objects.select_related("person").filter(secret_digest=digest(secret)).first()
    if found is None or not found.person.is_active:
        raise Refused(
            [Reason(_("This link is not known. Copy the whole of it from the mail, or ask for a fresh one."))]
        )
    if found.used_at is not None:
        raise Refused([Reason(_("This link was used already. Sign in with the password you chose."), "used")])
    if found.replaced_at is not None:
        raise Refused([Reason(_("A later link was sent to you. Use that one, or ask for a fresh one."), "replaced")])
    if found.expires_at <= at:
        raise Refused([Reason(_("This link has expired: it was valid for ten days. Ask for a fresh one."), "expired")])
    return found


def accept(secret: str, *, password: str, at: dt.datetime) -> Person:
    """Set the password of whoever was invited; the link is used up. Raises: Refused."""
    with transaction.atomic():
        wait_for_the_pen()
        invitation = invitation_of(secret, at=at)
        person = invitation.person
        try:
            validate_password(password, person)
        except ValidationError as error:
            raise Refused([Reason(message, "password") for message in error.messages]) from None
        person.set_password(password)
        person.save(update_fields=["password"])
        invitation.used_at = at
        invitation.save(update_fields=["used_at"])
        record(
            "invitation_accepted", subject_kind="person", subject_key=person.email, content={}, by=person.email, at=at
        )
    return person


def digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _send(person: Person, link: str, expires_at: dt.datetime) -> None:
    with translation.override(person.language or None):
        told = {"name": person.name, "link": link, "expires": expires_at}
        # gettext at this moment, so that the subject is in the person's language too.
        subject = _("Your access to the review mechanism")
        send_mail(subject, render_to_string("mail/invitation.txt", told), None, [person.email])

"""Who may keep the register: an active officer who has signed in, and nobody else."""

import pytest
from django.contrib.auth.models import AnonymousUser

from rapporteur.people.access import may_keep_register, may_read_journal
from rapporteur.people.models import Person


@pytest.mark.parametrize(
    ("person", "may"),
    [
        (AnonymousUser(), False),
        (Person(email="reader@example.org"), False),
        (Person(email="officer@example.org", is_officer=True), True),
        (Person(email="former@example.org", is_officer=True, is_active=False), False),
        (Person(email="superuser@example.org", is_superuser=True), False),
    ],
    ids=["anonymous", "reader", "officer", "former-officer", "superuser"],
)
def test_only_an_active_officer_keeps_the_register_and_reads_the_journal(person, may):
    assert (may_keep_register(person), may_read_journal(person)) == (may, may)

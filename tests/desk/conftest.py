"""The desk's tests: the cast in the database, an officer at the desk, a reader at the door."""

import pytest
from django.test import Client

import cast as the_cast
from rapporteur.people.models import Person

PASSWORD = "a long enough password"  # noqa: S105 - of invented people
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def cast(db):
    return the_cast.conference()


def signed_in(email, **more):
    client = Client()
    client.force_login(Person.objects.create_user(email, PASSWORD, **more), backend=BACKEND)
    return client


@pytest.fixture
def officer(db):
    """Return a client that an officer signed in with."""
    return signed_in("quill@example.org", name="Ada Quill", is_officer=True)


@pytest.fixture
def reader(db):
    return signed_in("reader@example.org")

"""`rapporteur officer`: accounts of the officers of the secretariat, who keep the register."""

import secrets
import sys
from typing import Annotated

import typer

from rapporteur.cli.refusing import Refused, actor, now

app = typer.Typer(
    no_args_is_help=True, help="Officers of the secretariat, who keep the register.", rich_markup_mode=None
)


@app.callback()
def officers() -> None:
    """Officers of the secretariat, who keep the register."""


@app.command()
def add(
    email: Annotated[str, typer.Argument(help="The address to sign in with.", show_default=False)],
    name: Annotated[str, typer.Option(help="The officer's name.")] = "",
    password_stdin: Annotated[bool, typer.Option(help="Read the password from standard input.")] = False,
) -> None:
    """Make an account for an officer; without a password of their own, one is made and printed once."""
    password = sys.stdin.readline().rstrip("\n") if password_stdin else secrets.token_urlsafe(12)
    create_officer(email, name=name, password=password)
    typer.echo(f"{email} can sign in." if password_stdin else f"{email} can sign in with the password {password}")


def create_officer(email: str, *, name: str, password: str) -> None:
    """Make the account and write it into the journal. Raises: Refused."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email
    from django.db import transaction

    from rapporteur.journal.actions import record
    from rapporteur.people.models import Person

    try:
        validate_email(email)
        validate_password(password)
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from None
    with transaction.atomic():
        if Person.objects.filter(email=email.lower()).exists():
            raise Refused(f"{email} has an account already.")
        person = Person.objects.create_user(email, password, name=name, is_officer=True)
        record(
            "officer_added",
            subject_kind="person",
            subject_key=person.email,
            content={"name": name},
            by=actor(),
            at=now(),
        )

"""What a person says about himself. His address he cannot change: a note verbale vouches for it."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from rapporteur.journal.actions.recording import record, wait_for_the_pen
from rapporteur.journal.terms import Reason, Refused
from rapporteur.languages import clean
from rapporteur.people.models import Person


def change_profile(person: Person, *, name: str, language: str, by: str, at: dt.datetime) -> None:
    """Set a person's name and language. Raises: Refused."""
    name = " ".join(name.split())
    if not name:
        raise Refused([Reason(_("Write your name."), "name")])
    if faults := clean.faults(name):
        raise Refused([Reason(_("The text has the character %s, which has no place in a text.") % faults[0], "name")])
    with transaction.atomic():
        wait_for_the_pen()
        changed = [field for field, said in (("name", name), ("language", language)) if getattr(person, field) != said]
        if not changed:
            return
        person.name, person.language = name, language
        person.save(update_fields=changed)
        record(
            "profile_changed", subject_kind="person", subject_key=person.email, content={"what": changed}, by=by, at=at
        )

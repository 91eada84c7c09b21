"""Who may do what. Pure questions of a person; pages ask them, and nothing else decides."""

from typing import Protocol

from rapporteur.people.terms import Asker, Part


class Asking(Protocol):
    """Somebody at the door: signed in or not."""

    @property
    def is_authenticated(self) -> bool: ...

    @property
    def is_active(self) -> bool: ...


def may_keep_register(person: Asking) -> bool:
    """Tell whether a person may create, correct and withdraw records: an active officer of the secretariat."""
    return bool(person.is_authenticated and person.is_active and getattr(person, "is_officer", False))


def may_read_journal(person: Asking) -> bool:
    """Tell whether a person may read who changed what: the same officers, since the journal names people."""
    return may_keep_register(person)


def may_see_delegation(asker: Asker, *, process: str, state: str) -> bool:
    """Tell whether somebody may see who stands for a State: the focal point, experts and observers it has named."""
    own = (s.part for s in asker.standings if (s.process, s.state) == (process, state))
    return any(part is not Part.CONTRIBUTOR for part in own)

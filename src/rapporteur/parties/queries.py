"""Reading parties, their regional groups and what they are to each instrument, with a fixed number of queries."""

from collections.abc import Iterable, Sequence

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from rapporteur.languages.terms import Multilingual
from rapporteur.parties.models import GroupMembership, Instrument, Party, PartyStatus, RegionalGroup


def regional_groups() -> list[RegionalGroup]:
    return list(RegionalGroup.objects.all())


def parties(*, group: RegionalGroup | None = None) -> list[Party]:
    """Return every State and organization, or those whose membership of a group stands open.

    The world has some two hundred; sorting them by name in the reader's language is the page's affair.
    """
    found = Party.objects.all()
    if group is not None:
        found = found.filter(memberships__group=group, memberships__until__isnull=True)
    return list(found)


def read_standing(parties: Sequence[Party]) -> None:
    """Read the groups and statuses of these parties into them, with a fixed number of queries."""
    prefetch_related_objects(parties, _memberships(), _statuses())


def party(key: str) -> Party | None:
    return Party.objects.filter(key=key).prefetch_related(_memberships(), _statuses()).first()


def names(keys: Iterable[str]) -> dict[str, Multilingual]:
    """Return the names of these parties, by key."""
    return dict(Party.objects.filter(key__in=set(keys)).values_list("key", "name"))


def _memberships() -> "Prefetch[str, QuerySet[GroupMembership], str]":
    return Prefetch("memberships", GroupMembership.objects.select_related("group"))


def _statuses() -> "Prefetch[str, QuerySet[PartyStatus], str]":
    return Prefetch("statuses", PartyStatus.objects.order_by("since", "pk"))


def status_now(party: Party, instrument: Instrument) -> PartyStatus | None:
    """Return the status of a party that stands open, else its last one, else None: not known, which is no "no"."""
    own = [status for status in party.statuses.all() if status.instrument_id == instrument.pk]
    return next((status for status in own if status.until is None), own[-1] if own else None)

"""Reading resolutions and decisions with their provisions, with a fixed number of queries."""

from collections.abc import Collection

from django.db.models import Q

from rapporteur.bodies.models import Body, Conference
from rapporteur.mandates.models import Mandate


def mandates_of_sessions(conference: Conference, session_keys: Collection[str]) -> list[Mandate]:
    """Return the mandates of some sessions; "" stands for mandates whose session is not known. In natural order."""
    found = Mandate.objects.filter(conference=conference, session_key__in=list(session_keys))
    return sorted(found, key=_order)


def _order(mandate: Mandate) -> tuple[str, list[tuple[int, str]]]:
    # "7/10" stands after "7/9"; resolutions stand before decisions.
    parts = [(int(part), "") if part.isdecimal() else (-1, part) for part in mandate.number.split("/")]
    return ("0" if mandate.kind == "resolution" else mandate.kind, parts)


def mandate(conference: Conference, *, kind: str, number: str) -> Mandate | None:
    found = Mandate.objects.filter(conference=conference, kind=kind, number=number)
    provisions = ("provisions__named__body__names", "provisions__to_body__names", "provisions__instrument")
    return found.prefetch_related(*provisions, "concerns__names").first()


def mandates_on_body(body: Body) -> list[Mandate]:
    """Return the mandates of which a provision speaks of a body, or which concern it, in natural order."""
    named = Mandate.objects.filter(provisions__named__body=body).values("pk")
    concerned = Mandate.objects.filter(concerns=body).values("pk")
    found = Mandate.objects.filter(Q(pk__in=named) | Q(pk__in=concerned))
    return sorted(found, key=lambda mandate: _order(mandate)[1])

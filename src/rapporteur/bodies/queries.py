"""Reading conferences, bodies and officers, each with a fixed number of queries whatever their number."""

from django.db.models import Prefetch, QuerySet

from rapporteur.bodies.models import Body, BodyName, Conference, Officer
from rapporteur.bodies.terms import NameKind
from rapporteur.languages.terms import Language, Multilingual, Status, Wording


def conferences() -> list[Conference]:
    return list(Conference.objects.all())


def conference(key: str) -> Conference | None:
    return Conference.objects.filter(key=key).first()


def conference_of_symbol(symbol: str) -> Conference | None:
    """Return the conference in whose series a symbol stands: the one with the longest root it begins with."""
    own = [found for found in conferences() if f"{symbol}/".startswith(f"{found.symbol_root}/")]
    return max(own, key=lambda found: len(found.symbol_root), default=None)


def with_names(bodies: "QuerySet[Body]") -> "QuerySet[Body]":
    return bodies.prefetch_related("names")


def bodies_of(conference: Conference) -> list[Body]:
    """Return a conference's bodies with names and characters, in the order of their series, then of their keys."""
    found = Body.objects.filter(conference=conference).prefetch_related("names", "characters")
    return sorted(found, key=_series_order)


def bodies_named(conference: Conference) -> list[Body]:
    """Return a conference's bodies with their names alone, in the same order."""
    names = Prefetch("names", BodyName.objects.order_by("position", "pk"))
    return sorted(Body.objects.filter(conference=conference).order_by().prefetch_related(names), key=_series_order)


def _series_order(body: Body) -> tuple[bool, tuple[tuple[int, str], ...], str]:
    return (not body.series, _natural(body.series), body.key)


def _natural(series: str) -> tuple[tuple[int, str], ...]:
    # "WG.10" stands after "WG.9".
    parts = series.replace(".", "/").split("/")
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)


def body(conference: Conference, key: str) -> Body | None:
    found = Body.objects.filter(conference=conference, key=key).select_related("parent", "instrument")
    return found.prefetch_related("names", "characters", "children__names", "parent__names").first()


def official_name(body: Body) -> Multilingual:
    """Return the name a body bears now, else its first name of any kind; names must be prefetched.

    The key of a body of which no name is known stands in for one, as a wording that is not official.
    """
    names = list(body.names.all())
    now = [name for name in names if name.kind == NameKind.OFFICIAL and name.until is None]
    found: BodyName | None = next(iter(now or names), None)
    return found.name if found else Multilingual({Language.ENGLISH: Wording(body.key, status=Status.PROVISIONAL)})


def officers_of_body(body: Body) -> list[Officer]:
    return list(Officer.objects.filter(body=body).select_related("party"))


def officers_of_session(conference: Conference, session_key: str) -> list[Officer]:
    held = Officer.objects.filter(conference=conference, gathering_key=session_key)
    return list(held.select_related("party", "body").prefetch_related(Prefetch("body__names")))

"""Reading what a record rests on, and where its sources disagree."""

from dataclasses import dataclass

from django.db.models import Count

from rapporteur.sources.models import Attribution, Conflict, Source


@dataclass(frozen=True, slots=True)
class Ground:
    """A source that a record rests on. `places` pairs each place in it with the field that was read there, if told."""

    source: Source
    places: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Grounds:
    """What one record rests on: its sources, and the conflicts between them."""

    sources: list[Ground]
    conflicts: list[Conflict]


def grounds(subject_kind: str, subject_key: str) -> Grounds:
    own = {"subject_kind": subject_kind, "subject_key": subject_key}
    places: dict[Source, list[tuple[str, str]]] = {}
    for given in Attribution.objects.filter(**own).select_related("source").order_by("field", "id"):
        places.setdefault(given.source, []).append((given.locator, given.field))
    return Grounds(
        sources=[Ground(source, found) for source, found in places.items()],
        conflicts=list(Conflict.objects.filter(**own).select_related("followed")),
    )


def sources_after(key: str, *, limit: int) -> list[Source]:
    """Return up to `limit` sources whose keys follow `key`, with the number of records that rest on each."""
    found = Source.objects.filter(key__gt=key).order_by("key")[:limit]
    rests = dict(
        Attribution.objects.filter(source__in=[source.pk for source in found])
        .values_list("source")
        .annotate(Count("pk"))
        .order_by()
    )
    for source in found:
        source.rests = rests.get(source.pk, 0)  # type: ignore[attr-defined]  # read by the page of sources alone
    return list(found)


def conflicts_after(number: int, *, limit: int) -> list[Conflict]:
    return list(Conflict.objects.filter(pk__gt=number).select_related("followed").order_by("pk")[:limit])


def source(key: str) -> Source | None:
    return Source.objects.filter(key=key).first()


def resting_on(source: Source, *, after: int, limit: int) -> list[Attribution]:
    return list(Attribution.objects.filter(source=source, pk__gt=after).order_by("pk")[:limit])

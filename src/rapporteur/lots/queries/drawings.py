"""The drawings for pages: the list without its texts, one by its key, and the page of what is told of one."""

from collections.abc import Iterable

from rapporteur.lots.models import Drawing
from rapporteur.lots.queries.folders import texts_of

_TEXTS = ("roster", "rules", "verifier", "publication", "seed_file", "record", "result", "refusal", "events")


def drawings(*, before: int | None = None, limit: int) -> list[Drawing]:
    """Return the first draws of each chain, the last published first, without their texts; `before` is a number."""
    found = Drawing.objects.filter(follows__isnull=True).defer(*_TEXTS).order_by("-pk")
    if before is not None:
        found = found.filter(pk__lt=before)
    return list(found[:limit])


def drawing(key: str) -> Drawing | None:
    """Return a drawing with what it follows."""
    return Drawing.objects.select_related("follows").filter(key=key).first()


def drawing_published_as(digest: str) -> Drawing | None:
    """Return the drawing whose publication.json has this digest, None where it was published elsewhere."""
    return Drawing.objects.filter(publication_digest=digest).first()


def issued_names(drawing: Drawing) -> list[str]:
    return list(drawing.files.values_list("name", flat=True))


def names_of_texts(drawing: Drawing) -> list[str]:
    """Return the names of the files that a program checks and that are there."""
    return [name for name, text in texts_of(drawing).items() if text]


def followers(drawing: Drawing) -> Iterable[Drawing]:
    """Return the draws that follow this one directly, without their texts."""
    return drawing.followed_by.defer(*_TEXTS).order_by("pk")

"""Keeping sources, and what every record has of them: attributions and conflicts, written in the record's own act."""

from collections.abc import Callable, Iterator
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.translation import gettext_lazy as _

from rapporteur.journal.actions import Keeping, Rows
from rapporteur.journal.models import Act
from rapporteur.journal.queries import Citation, cited_in
from rapporteur.sources.models import Attribution, Conflict, Source


def _citing_texts(source: Source) -> Iterator[Citation]:
    """Yield the texts whose wordings name the source. Every record's texts are looked at, whatever room keeps them."""
    for model in apps.get_app_config("rapporteur").get_models():
        for field in model._meta.fields:
            if isinstance(field, models.JSONField) and model is not Act:
                said = f'"source": "{source.key}"'
                yield cited_in(model._default_manager.filter(**{f"{field.name}__icontains": said}))


SOURCE = Keeping(
    kind="source",
    model=Source,
    key=lambda source: source.key,
    cited_by=lambda source: list(_citing_texts(source)),
)
establish_source, correct_source, withdraw_source = SOURCE.establish, SOURCE.correct, SOURCE.withdraw


def grounds_of(kind: str, key: Callable[[Any], str]) -> tuple[Rows, Rows]:
    """Return the two lists that a kind of record has in this room, tied to a record by value."""

    def ties(record: Any) -> dict[str, str]:
        return {"subject_kind": kind, "subject_key": key(record)}

    return (
        Rows("sources", Attribution, lambda record: Attribution.objects.filter(**ties(record)), ties),
        Rows("conflicts", Conflict, lambda record: Conflict.objects.filter(**ties(record)), ties),
    )


GROUNDS_MESSAGES = {
    "attribution_once": ("source", _("This source is already given with the same place.")),
    "conflict_once": ("statement", _("This conflict is already stated.")),
}

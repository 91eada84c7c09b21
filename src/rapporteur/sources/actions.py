"""Keeping sources, and what every record has of them: attributions and conflicts, written in the record's own act."""

import re
from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.translation import gettext
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


def grounds_of(kind: str, key: Callable[[Any], str]) -> tuple[Rows, ...]:
    """Return the two lists that a kind of record has in this room, tied to a record by value."""

    def ties(record: Any) -> dict[str, str]:
        return {"subject_kind": kind, "subject_key": key(record)}

    kept: tuple[tuple[str, type[models.Model]], ...] = (("sources", Attribution), ("conflicts", Conflict))
    return tuple(
        Rows(
            name,
            model,
            partial(_tied, model, ties),
            ties,
            cites="field",
            why_not_cited=partial(_why_not_about, name=_NAMES[name]),
        )
        for name, model in kept
    )


def _tied(model: type[models.Model], ties: Callable[[Any], dict[str, str]], record: Any) -> models.QuerySet[Any]:
    return model._default_manager.filter(**ties(record))


# How a field is written, in files as at the desk.
_NAMES = {"sources": re.compile(r"[a-z][a-z_]{0,39}"), "conflicts": re.compile(r"[a-z][-a-z_]{0,39}")}
_SHOWN = 12


def _why_not_about(field: str, there: Collection[str], *, name: re.Pattern[str]) -> str:
    """Return what is wrong with what a source is given for: "" for a record, a field, a row, a field of a row."""
    row, _stroke, of_row = field.rpartition("/")
    if not field or field in there or name.fullmatch(field) or (row in there and name.fullmatch(of_row)):
        return ""
    if "/" not in field:
        return gettext("“%(field)s” is no field. Write it as files do: starts_on.") % {"field": field}
    rows = ", ".join([*there][:_SHOWN]) + (", …" if len(there) > _SHOWN else "")
    if not rows:
        return gettext("The record has no row “%(field)s”: it has no rows.") % {"field": field}
    return gettext("The record has no row “%(field)s”. Its rows are: %(rows)s.") % {"field": field, "rows": rows}


GROUNDS_MESSAGES = {
    "attribution_once": ("source", _("This source is already given with the same place.")),
    "conflict_once": ("statement", _("This conflict is already stated.")),
}

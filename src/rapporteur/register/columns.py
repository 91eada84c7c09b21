"""How an entry of a file stands in the columns of a record, and how a record becomes an entry again.

A key of an entry and a column of the record have one name; what is not a plain column (references, rows of their own)
is left to `loading` and `exporting`.
"""

from enum import StrEnum
from functools import lru_cache
from typing import Any

from django.db import models

from rapporteur.datafiles.entries import Entry, multilingual
from rapporteur.terminology.models import MultilingualField
from rapporteur.terminology.rules import plain_from_multilingual


def columns_of(entry: Entry, model: type[models.Model], **more: Any) -> dict[str, Any]:
    """Return the columns of a record that an entry fills, by attribute name, with `more` added or in their place."""
    shared = _shared(type(entry), model)
    columns = {name: _to_column(getattr(entry, name), field) for name, field in shared if name not in more}
    return columns | more


def plain_of(record: models.Model, entry: type[Entry], **more: Any) -> dict[str, Any]:
    """Return the entry for a record as plain data, in the order of the entry's keys, without what is empty.

    `more` holds what is not a plain column; None and empty values there are left out as well.
    """
    shared = _shared(entry, type(record))
    columns = {name: _to_plain(getattr(record, name), field) for name, field in shared if name not in more}
    said = columns | more
    defaults = entry.model_fields
    return {
        name: said[name]
        for name in defaults
        if name in said and not _is_empty(said[name]) and said[name] != _default(defaults[name].default)
    }


@lru_cache(maxsize=64)
def _shared(entry: type[Entry], model: type[models.Model]) -> list[tuple[str, "models.Field[Any, Any]"]]:
    plain = {
        field.name: field
        for field in model._meta.get_fields()
        if isinstance(field, models.Field) and not field.is_relation
    }
    return [(name, plain[name]) for name in entry.model_fields if name in plain]


def _to_column(value: Any, field: "models.Field[Any, Any]") -> Any:
    if isinstance(field, MultilingualField):
        return multilingual(value)
    if isinstance(field, models.JSONField):
        return dict(value) if isinstance(value, dict) else [_bare(item) for item in value]
    if value is None and isinstance(field, models.CharField | models.TextField):
        return ""
    return _bare(value)


def _to_plain(value: Any, field: "models.Field[Any, Any]") -> Any:
    return plain_from_multilingual(value) if isinstance(field, MultilingualField) else value


def _bare(value: Any) -> Any:
    return value.value if isinstance(value, StrEnum) else value


def _default(value: Any) -> Any:
    return value.value if isinstance(value, StrEnum) else value


def _is_empty(value: Any) -> bool:
    return value is None or (value is not False and value != 0 and not value)

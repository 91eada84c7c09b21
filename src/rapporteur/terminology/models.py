"""Texts in the six languages as records keep them, and the official terms that drafts are made of."""

import json
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from rapporteur.languages.terms import Multilingual
from rapporteur.terminology.rules import multilingual_from_plain, plain_from_multilingual

if TYPE_CHECKING:
    # The type checker is told what a record's attribute holds; Django's own class takes no such parameters.
    _TextColumn = models.JSONField[Multilingual, Multilingual]
else:
    _TextColumn = models.JSONField


@lru_cache(maxsize=8192)
def _read(column: str) -> Multilingual:
    # A document reads the same names many times over; a text never changes once it is made, so that one may serve all.
    return multilingual_from_plain(json.loads(column))


class MultilingualField(_TextColumn):
    """A `Multilingual`, kept as JSON: {"en": "Vienna", "fr": {"text": "Vienne", "status": "known", "check": true}}."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", Multilingual)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def from_db_value(
        self,
        value: str | None,
        expression: Any,
        connection: BaseDatabaseWrapper,
    ) -> Multilingual:
        if isinstance(value, str):
            return _read(value)
        return multilingual_from_plain(super().from_db_value(value, expression, connection) or {})

    def to_python(self, value: Any) -> Any:
        if isinstance(value, Mapping):
            try:
                return multilingual_from_plain(value)
            except ValueError as error:
                raise ValidationError(str(error)) from error
        return value

    def get_prep_value(self, value: Any) -> Any:
        return super().get_prep_value(plain_from_multilingual(value) if isinstance(value, Multilingual) else value)

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:
        if isinstance(value, Multilingual):
            value = plain_from_multilingual(value)
        return super().get_db_prep_value(value, connection, prepared)

    def value_to_string(self, obj: models.Model) -> Any:
        return plain_from_multilingual(self.value_from_object(obj))

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        if not isinstance(value, Multilingual):
            super().validate(value, model_instance)


def one_of(field: str, terms: type[StrEnum], *, name: str, or_empty: bool = False) -> models.CheckConstraint:
    """Return the rule that a column holds one of the terms of an enumeration, or nothing where it may be empty.

    `choices` bind forms alone; this binds whoever writes to the database.
    """
    allowed = sorted({*(term.value for term in terms if term), *([""] if or_empty else [])})
    return models.CheckConstraint(condition=models.Q(**{f"{field}__in": allowed}), name=name)


class Term(models.Model):
    """An official term of a conference's documents: a phrase, an organ, a place, a word.

    Names and titles of records (a body, an instrument, a resolution) stand in the records themselves; a term is a
    wording that belongs to none of them. `conference_key` is empty for a term every conference shares.
    """

    conference_key = models.SlugField(max_length=60, blank=True)
    group = models.SlugField(max_length=40)
    key = models.SlugField(max_length=80)
    use = models.CharField(max_length=300, blank=True)
    wording = MultilingualField()

    class Meta:
        ordering: ClassVar[list[str]] = ["conference_key", "group", "key"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["conference_key", "key"], name="term_once"),
        ]

    def __str__(self) -> str:
        return self.key

"""The journal: one row for each act, each row sealed with the hash of the row before it.

Rows are only ever added. The actor and the subject are cited by value, so that the journal never ties down a live
record and outlives it. `rules` seals and verifies; `actions` adds rows.
"""

from typing import ClassVar

from django.db import models


class Act(models.Model):
    """One act. `number` counts from 1 without a gap; `seal` is the SHA-256 of this row's content and `previous`."""

    number = models.BigIntegerField(unique=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=254)
    verb = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=40)
    subject_key = models.CharField(max_length=200)
    content = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    seal = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["number"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["subject_kind", "subject_key", "number"], name="act_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.verb} {self.subject_kind} {self.subject_key}"

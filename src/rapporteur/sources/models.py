"""Where each fact comes from, and where sources disagree. Subjects are cited by value: kind, key and field."""

from typing import ClassVar

from django.db import models


class Source(models.Model):
    """A page or a document that facts were read from."""

    key = models.SlugField(max_length=60, unique=True)
    what = models.CharField(max_length=500, blank=True)
    url = models.CharField(max_length=600, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["key"]

    def __str__(self) -> str:
        return self.key


class Attribution(models.Model):
    """Says which source a record rests on. `locator` is the place in the source ("12", "heading-4", "masthead")."""

    subject_kind = models.CharField(max_length=40)
    subject_key = models.CharField(max_length=200)
    field = models.CharField(max_length=60, blank=True)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="attributions")
    locator = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["subject_kind", "subject_key", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["subject_kind", "subject_key", "field", "source", "locator"],
                name="attribution_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject_kind} {self.subject_key} from {self.source_id}"


class Conflict(models.Model):
    """Two sources that disagree on a record, and the one the register follows."""

    subject_kind = models.CharField(max_length=40)
    subject_key = models.CharField(max_length=200)
    field = models.CharField(max_length=60, blank=True)
    statement = models.TextField()
    followed = models.ForeignKey(Source, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["subject_kind", "subject_key", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["subject_kind", "subject_key", "statement"], name="conflict_once"),
        ]

    def __str__(self) -> str:
        return self.statement

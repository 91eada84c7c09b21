"""The conference and its bodies: what they are called, and of what character they are, as histories.

A body's mandates and sessions belong to rooms above this one; they are cited here by number and key.
"""

from typing import ClassVar

from django.db import models

from rapporteur.bodies.terms import BodyKind, Character, GatheringWord, NameKind, Role
from rapporteur.parties.models import Instrument, Party
from rapporteur.terminology.models import MultilingualField, one_of

_UNTIL_AFTER_FROM = models.Q(until__isnull=True) | models.Q(since__isnull=True) | models.Q(until__gte=models.F("since"))


class Conference(models.Model):
    """A conference of the parties to a family of instruments. Several may live in one installation.

    `calendar` and `symbol_grammar` hold what differs from the defaults of `documents.rules` and `symbols`.
    """

    key = models.SlugField(max_length=60, unique=True)
    name = MultilingualField()
    short_name = MultilingualField()
    symbol_root = models.CharField(max_length=40, unique=True)
    secretariat = MultilingualField()
    seat = MultilingualField()
    basis = models.CharField(max_length=200, blank=True)
    official_languages = models.JSONField(default=list)
    instruments: "models.ManyToManyField[Instrument, models.Model]" = models.ManyToManyField(
        Instrument, blank=True, related_name="conferences"
    )
    gathering_word = models.CharField(
        max_length=20, choices=[(word, word) for word in GatheringWord], default=GatheringWord.SESSION
    )
    calendar = models.JSONField(default=dict, blank=True)
    symbol_grammar = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["key"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            one_of("gathering_word", GatheringWord, name="conference_gathering_word"),
        ]

    def __str__(self) -> str:
        return self.name.first() or self.key


class Body(models.Model):
    """A subsidiary body. `series` is its symbol series ("CTOC/COP/WG.4"), empty where none is known."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="bodies")
    key = models.SlugField(max_length=60)
    kind = models.CharField(max_length=30, choices=[(kind, kind) for kind in BodyKind], default=BodyKind.UNKNOWN)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    series = models.CharField(max_length=60, blank=True)
    openness = models.CharField(max_length=80, blank=True)
    instrument = models.ForeignKey(Instrument, null=True, blank=True, on_delete=models.PROTECT, related_name="bodies")
    gathering_word = models.CharField(
        max_length=20, choices=[(word, word) for word in GatheringWord], default=GatheringWord.MEETING
    )
    agenda_focus = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["conference", "key"]
        verbose_name_plural = "bodies"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["conference", "key"], name="body_once"),
            models.UniqueConstraint(
                fields=["conference", "series"], condition=~models.Q(series=""), name="body_series_once"
            ),
            models.CheckConstraint(
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("id")), name="body_not_own_parent"
            ),
            one_of("kind", BodyKind, name="body_kind"),
            one_of("gathering_word", GatheringWord, name="body_gathering_word"),
        ]

    def __str__(self) -> str:
        return self.key


class BodyName(models.Model):
    """A name of a body, in time. `mandate` cites the mandate that gave it ("resolution 7/1"), where known."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="names")
    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in NameKind], default=NameKind.OFFICIAL)
    name = MultilingualField()
    mandate = models.CharField(max_length=60, blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    seen = models.CharField(max_length=40, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["body", "position", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["body"],
                condition=models.Q(kind=NameKind.OFFICIAL, until__isnull=True),
                name="body_one_official_name",
            ),
            models.CheckConstraint(condition=_UNTIL_AFTER_FROM, name="body_name_runs_forward"),
            one_of("kind", NameKind, name="body_name_kind"),
        ]

    def __str__(self) -> str:
        return self.name.first()


class BodyCharacter(models.Model):
    """A chapter in a body's life: of which character, by which mandate, since when, until when."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="characters")
    character = models.CharField(max_length=20, choices=[(character, character) for character in Character])
    mandate = models.CharField(max_length=60, blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["body", "position", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=_UNTIL_AFTER_FROM, name="character_runs_forward"),
            one_of("character", Character, name="character_character"),
        ]

    def __str__(self) -> str:
        return f"{self.body_id} {self.character}"


class Officer(models.Model):
    """Somebody who holds an office, from a day to a day, of the conference (no body) or of a body.

    `gathering_key` cites the session or meeting at which the office was held, where that is all a source says.
    """

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="officers")
    body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.CASCADE, related_name="officers")
    role = models.CharField(max_length=30, choices=[(role, role) for role in Role])
    name = MultilingualField()
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="officers")
    state_named = models.CharField(max_length=120, blank=True)
    gathering_key = models.CharField(max_length=80, blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["conference", "gathering_key", "position", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=_UNTIL_AFTER_FROM, name="office_runs_forward"),
            one_of("role", Role, name="office_role"),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.name.first()}"

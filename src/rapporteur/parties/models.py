"""States and organizations, their regional groups, the instruments and who is party to them, each in time."""

from typing import ClassVar

from django.db import models

from rapporteur.parties.terms import PartyKind, Standing
from rapporteur.terminology.models import MultilingualField, one_of

_UNTIL_AFTER_FROM = models.Q(until__isnull=True) | models.Q(since__isnull=True) | models.Q(until__gte=models.F("since"))


class RegionalGroup(models.Model):
    key = models.SlugField(max_length=60, unique=True)
    name = MultilingualField()

    class Meta:
        ordering: ClassVar[list[str]] = ["key"]

    def __str__(self) -> str:
        return self.name.first() or self.key


class Party(models.Model):
    """A State or an organization that can be party to an instrument. `key` is its ISO 3166-1 alpha-3 code."""

    key = models.CharField(max_length=12, unique=True)
    kind = models.CharField(max_length=30, choices=[(kind, kind) for kind in PartyKind], default=PartyKind.STATE)
    name = MultilingualField()

    class Meta:
        ordering: ClassVar[list[str]] = ["key"]
        constraints: ClassVar[list[models.BaseConstraint]] = [one_of("kind", PartyKind, name="party_kind")]

    def __str__(self) -> str:
        return self.name.first() or self.key


class GroupMembership(models.Model):
    """A party's place in a regional group; `since` and `until` are open where no source gives them."""

    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="memberships")
    group = models.ForeignKey(RegionalGroup, on_delete=models.PROTECT, related_name="memberships")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["party", "since"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=_UNTIL_AFTER_FROM, name="membership_runs_forward"),
            models.UniqueConstraint(
                fields=["party"], condition=models.Q(until__isnull=True), name="membership_one_open"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party_id} in {self.group_id}"


class Instrument(models.Model):
    """A convention or a protocol. `position` is its place among the instruments of its family, from 0."""

    key = models.SlugField(max_length=60, unique=True)
    position = models.PositiveSmallIntegerField(default=0)
    supplements = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="protocols")
    name = MultilingualField()
    short_name = MultilingualField()
    adopted_by = models.CharField(max_length=200, blank=True)
    adopted_on = models.DateField(null=True, blank=True)
    in_force_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["position", "key"]

    def __str__(self) -> str:
        return self.short_name.first() or self.name.first() or self.key


class Article(models.Model):
    """An article of an instrument. `number` is printed as the treaty has it ("9", "26 bis"); `position` orders them."""

    instrument = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="articles")
    number = models.CharField(max_length=20)
    position = models.PositiveSmallIntegerField()
    title = MultilingualField()
    cluster = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["instrument", "position"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["instrument", "number"], name="article_once"),
        ]

    def __str__(self) -> str:
        return f"{self.instrument_id} {self.number}"


class PartyStatus(models.Model):
    """What a party is to an instrument: since when (deposit, where known), and the day on which a source showed it."""

    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="statuses")
    instrument = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="statuses")
    standing = models.CharField(max_length=20, choices=[(standing, standing) for standing in Standing])
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    as_of = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["instrument", "party", "since"]
        verbose_name_plural = "party statuses"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=_UNTIL_AFTER_FROM, name="party_status_runs_forward"),
            one_of("standing", Standing, name="party_status_standing"),
            models.UniqueConstraint(
                fields=["party", "instrument"], condition=models.Q(until__isnull=True), name="party_status_one_open"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party_id} {self.standing} {self.instrument_id}"

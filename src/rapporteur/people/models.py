"""Accounts. A person signs in with an address and a password; what he may do follows from the roles recorded here."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models

from rapporteur.people.terms import Direction, Part
from rapporteur.terminology.models import one_of


class PersonManager(BaseUserManager["Person"]):
    def create_user(
        self, email: str, password: str | None = None, *, name: str = "", is_officer: bool = False
    ) -> "Person":
        person = self.model(email=self.normalize_email(email).lower(), name=name, is_officer=is_officer)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser, PermissionsMixin):
    """Somebody who can sign in. `is_officer` marks an officer of the secretariat, who keeps the register."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200, blank=True)
    is_active = models.BooleanField(default=True)
    is_officer = models.BooleanField(default=False)
    language = models.CharField(max_length=10, blank=True)

    objects: ClassVar[PersonManager] = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.name or self.email


class Limit(models.Model):
    """What the limits on signing in remember, for every process alike. Django's cache in the database writes it."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "rapporteur_limit"

    def __str__(self) -> str:
        return self.cache_key


class NoteVerbale(models.Model):
    """A note verbale as it came in or went out. `handled_on` is the day it was received or sent.

    The scan is kept by the archive under `scan`, the SHA-256 of its content; "" where there is none yet.
    """

    direction = models.CharField(max_length=10, choices=[(direction, direction) for direction in Direction])
    reference = models.CharField(max_length=120)
    state = models.CharField(max_length=40)
    dated = models.DateField()
    handled_on = models.DateField()
    subject = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    scan = models.CharField(max_length=64, blank=True)
    scan_name = models.CharField(max_length=200, blank=True)
    by = models.CharField(max_length=254)
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["-handled_on", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["direction", "state", "reference"], name="note_verbale_once"),
            models.CheckConstraint(
                condition=models.Q(handled_on__gte=models.F("dated")), name="note_verbale_handled_after_its_date"
            ),
            one_of("direction", Direction, name="note_verbale_direction"),
        ]

    def __str__(self) -> str:
        return f"{self.reference} ({self.state})"


class Nomination(models.Model):
    """A person's part in a process for his State, from a day on, by a note verbale or, for a contributor, without.

    `process` names what it is for, such as "untoc/1"; `name` is the person's as the note has it, so that a State
    that asks somebody reads back what it wrote and no more. What ended is kept, with the note that ended it.
    `told_at` is when a mail about it last went out.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="nominations")
    note = models.ForeignKey(NoteVerbale, null=True, blank=True, on_delete=models.PROTECT, related_name="nominations")
    part = models.CharField(max_length=20, choices=[(part, part) for part in Part])
    state = models.CharField(max_length=40)
    process = models.CharField(max_length=120)
    name = models.CharField(max_length=200, blank=True)
    title = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey(
        NoteVerbale, null=True, blank=True, on_delete=models.PROTECT, related_name="nominations_ended"
    )
    ended_because = models.CharField(max_length=300, blank=True)
    named_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["process", "state", "part", "since", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            one_of("part", Part, name="nomination_part"),
            models.UniqueConstraint(
                fields=["process", "state"],
                condition=models.Q(part=Part.FOCAL_POINT.value, until__isnull=True),
                name="one_focal_point_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["process", "state", "person", "part"],
                condition=models.Q(until__isnull=True),
                name="nomination_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(note__isnull=False) | models.Q(part=Part.CONTRIBUTOR.value),
                name="nomination_by_note",
            ),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")),
                name="nomination_runs_forward",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person", "until"], name="nomination_of_person"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.part} of {self.state}"


class Invitation(models.Model):
    """A link that lets a person set his password, once, for ten days. Only the SHA-256 of its secret is kept."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="invitations")
    secret_digest = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["person", "-sent_at"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("sent_at")), name="invitation_runs_forward"
            ),
            models.CheckConstraint(
                condition=models.Q(used_at__isnull=True) | models.Q(replaced_at__isnull=True),
                name="invitation_used_or_replaced",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.sent_at:%Y-%m-%d}"


class CaseOfficer(models.Model):
    """An officer of the secretariat who is named for a State's part of a process, and may see what is in it."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="cases")
    process = models.CharField(max_length=120)
    state = models.CharField(max_length=40)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["process", "state", "since"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["person", "process", "state"],
                condition=models.Q(until__isnull=True),
                name="case_officer_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.process}, {self.state}"

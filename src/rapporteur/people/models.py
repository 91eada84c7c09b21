"""Accounts. A person signs in with an address and a password; what he may do follows from the roles recorded here."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models


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

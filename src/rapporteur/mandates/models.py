"""Resolutions and decisions, and their provisions: what each asks, of whom, and by when.

Sessions belong to a room above this one and are cited by key. What answered a provision is found in `register`.
"""

from typing import ClassVar

from django.db import models

from rapporteur.bodies.models import Body, Conference
from rapporteur.mandates.terms import Effect, MandateKind, Recurrence
from rapporteur.parties.models import Instrument
from rapporteur.terminology.models import MultilingualField, one_of


class Mandate(models.Model):
    """A resolution or decision. Its key is (conference, kind, number): number alone is not one."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="mandates")
    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in MandateKind])
    number = models.CharField(max_length=20)
    session_key = models.CharField(max_length=80, blank=True)
    adopted_on = models.DateField(null=True, blank=True)
    title = MultilingualField()
    subject = MultilingualField()  # as it is run into a sentence after "on": lower-case start, instruments shortened
    concerns: "models.ManyToManyField[Body, models.Model]" = models.ManyToManyField(
        Body, blank=True, related_name="concerned_by"
    )
    note = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["conference", "session_key", "kind", "number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["conference", "kind", "number"], name="mandate_once"),
            one_of("kind", MandateKind, name="mandate_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"

    @property
    def citation(self) -> str:
        """Return the value by which lower rooms cite this mandate: "resolution 7/1"."""
        return f"{self.kind} {self.number}"


class Provision(models.Model):
    """One thing a mandate says: verb, effect, the bodies it speaks of, addressee, object, condition, when.

    `designation` is how an establishing provision describes the body ("open-ended interim working group").
    `due_session_key` is the session by which something is asked; `expires_session_key` the one at which it lapses.
    """

    mandate = models.ForeignKey(Mandate, on_delete=models.CASCADE, related_name="provisions")
    position = models.PositiveSmallIntegerField()
    paragraph = models.CharField(max_length=20, blank=True)
    effect = models.CharField(max_length=40, choices=[(effect, effect) for effect in Effect])
    verb = models.CharField(max_length=60, blank=True)
    bodies: "models.ManyToManyField[Body, ProvisionBody]" = models.ManyToManyField(
        Body, through="ProvisionBody", blank=True, related_name="provisions"
    )
    to_body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="awaited")
    instrument = models.ForeignKey(Instrument, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    addressee = models.CharField(max_length=200, blank=True)
    object = MultilingualField()
    designation = MultilingualField()
    qualifier = models.CharField(max_length=120, blank=True)
    condition = MultilingualField()
    purpose = MultilingualField()
    minimum = models.PositiveSmallIntegerField(null=True, blank=True)
    due_session_key = models.CharField(max_length=80, blank=True)
    due_on = models.DateField(null=True, blank=True)
    expires_session_key = models.CharField(max_length=80, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    recurrence = models.CharField(
        max_length=20, blank=True, choices=[(recurrence, recurrence) for recurrence in Recurrence if recurrence]
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["mandate", "position"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["mandate", "position"], name="provision_once"),
            one_of("effect", Effect, name="provision_effect"),
            one_of("recurrence", Recurrence, name="provision_recurrence", or_empty=True),
        ]

    def __str__(self) -> str:
        return f"{self.mandate_id} {self.position} {self.effect}"


class ProvisionBody(models.Model):
    """A body a provision speaks of, in the order in which it names them."""

    provision = models.ForeignKey(Provision, on_delete=models.CASCADE, related_name="named")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="named_in")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["provision", "position"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["provision", "body"], name="provision_body_once"),
        ]

    def __str__(self) -> str:
        return f"{self.provision_id} {self.body_id}"

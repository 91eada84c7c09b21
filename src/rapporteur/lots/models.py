"""Drawings as they were published, and the ceremonies at which they are shown.

A drawing keeps the very texts that were published, so that its folder can be given out again byte by byte; what was
published, seeded or drawn is never changed, only followed by another drawing. The database itself refuses a seed before
publication, a record before a seed, and a rehearsal that does not look like one. `actions` write these rows.
"""

from typing import Any, ClassVar

from django.db import models

from rapporteur.lots.terms import CeremonyMode, CeremonyStage, DrawingKind, DrawingStage, Side, StepStage
from rapporteur.terminology.models import one_of

_NO_SEED = models.Q(seed="", seed_file="", seed_at__isnull=True)
_SEEDED = models.Q(seed_at__isnull=False) & ~models.Q(seed="") & ~models.Q(seed_file="")
_NO_END = models.Q(record="", result="", refusal="", drawn_at__isnull=True)
_WITHOUT_SEED_OF_ITS_OWN = models.Q(kind=DrawingKind.CEREMONY.value) & _NO_SEED  # each step has one, or the room's bowl
_ENDED = (_SEEDED | _WITHOUT_SEED_OF_ITS_OWN) & models.Q(drawn_at__isnull=False)
_RECORDED = models.Q(refusal="") & ~models.Q(record="")
_REFUSED = models.Q(record="", result="") & ~models.Q(refusal="")

_STAGES = (
    (models.Q(stage=DrawingStage.PUBLISHED.value) & _NO_SEED & _NO_END)
    | (models.Q(stage=DrawingStage.SEEDED.value) & _SEEDED & _NO_END)
    | (models.Q(stage=DrawingStage.DRAWN.value) & _ENDED & _RECORDED)
    | (models.Q(stage=DrawingStage.UNDRAWN.value) & _ENDED & _REFUSED)
)


class Drawing(models.Model):
    """One drawing of lots, from its publication on.

    The texts are files of its folder as they were published: `roster` roster.csv, `rules` rules.json, `publication`
    publication.json, `verifier` verify.py, `seed_file` seed.json, `events` events.jsonl, `record` record.json, `result`
    result.csv, `refusal` no-draw.json. `open_at` is the first instant at which a seed may be entered: when it was
    published, or when the days for objections are over. `follows` is the drawing whose record this one continues.
    """

    key = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in DrawingKind])
    purpose = models.CharField(max_length=80)
    rehearsal = models.BooleanField(default=False)
    stage = models.CharField(
        max_length=20, choices=[(stage, stage) for stage in DrawingStage], default=DrawingStage.PUBLISHED
    )
    follows = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by")
    roster = models.TextField()
    roster_digest = models.CharField(max_length=64)
    rules = models.TextField()
    rules_digest = models.CharField(max_length=64)
    verifier = models.TextField()
    publication = models.TextField()
    publication_digest = models.CharField(max_length=64, unique=True)
    published_at = models.DateTimeField()
    objections_until = models.DateField(null=True, blank=True)
    open_at = models.DateTimeField()
    seed = models.CharField(max_length=1000, blank=True)
    seed_parts = models.JSONField(default=list, blank=True)
    seed_file = models.TextField(blank=True)
    seed_at = models.DateTimeField(null=True, blank=True)
    record = models.TextField(blank=True)
    result = models.TextField(blank=True)
    refusal = models.TextField(blank=True)
    drawn_at = models.DateTimeField(null=True, blank=True)
    events = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-published_at", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            one_of("kind", DrawingKind, name="drawing_kind"),
            one_of("stage", DrawingStage, name="drawing_stage"),
            models.CheckConstraint(condition=_STAGES, name="drawing_in_order"),
            models.CheckConstraint(
                condition=models.Q(open_at__gte=models.F("published_at")), name="drawing_open_after_publication"
            ),
            models.CheckConstraint(
                condition=models.Q(seed_at__isnull=True) | models.Q(seed_at__gte=models.F("open_at")),
                name="drawing_seed_after_objections",
            ),
            models.CheckConstraint(
                condition=models.Q(drawn_at__isnull=True)
                | models.Q(seed_at__isnull=True, drawn_at__gte=models.F("open_at"))
                | models.Q(drawn_at__gte=models.F("seed_at")),
                name="drawing_after_seed",
            ),
            models.CheckConstraint(
                condition=models.Q(seed="")
                | models.Q(rehearsal=True, seed__startswith="rehearsal:")
                | (models.Q(rehearsal=False) & ~models.Q(seed__startswith="rehearsal:")),
                name="drawing_rehearsal_by_seed",
            ),
            models.CheckConstraint(
                condition=models.Q(follows__isnull=True) | ~models.Q(follows=models.F("id")),
                name="drawing_not_after_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class IssuedFile(models.Model):
    """A file of a drawing's folder that was made with its record, as it was issued: tables, pictures, a certificate."""

    drawing = models.ForeignKey(Drawing, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=200)
    content = models.BinaryField()
    digest = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar[list[str]] = ["drawing", "name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["drawing", "name"], name="issued_file_once"),
        ]

    def __str__(self) -> str:
        return self.name


class Ceremony(models.Model):
    """How a drawing is shown in the room. `agenda` are the States in the order in which they are called.

    `pace` is how many seconds apart the reviewers of a State are shown; 0 is all at once. `version` counts the acts: an
    act names the one it follows, so that of two officers, or of two clicks, one acts.
    """

    drawing = models.OneToOneField(Drawing, on_delete=models.PROTECT, related_name="ceremony")
    mode = models.CharField(max_length=20, choices=[(mode, mode) for mode in CeremonyMode])
    stage = models.CharField(
        max_length=20, choices=[(stage, stage) for stage in CeremonyStage], default=CeremonyStage.OPEN
    )
    pace = models.PositiveSmallIntegerField(default=0)
    version = models.PositiveIntegerField(default=0)
    agenda: "models.JSONField[Any, list[str]]" = models.JSONField(default=list)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-opened_at"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            one_of("mode", CeremonyMode, name="ceremony_mode"),
            one_of("stage", CeremonyStage, name="ceremony_stage"),
            models.CheckConstraint(
                condition=models.Q(stage=CeremonyStage.CLOSED.value, closed_at__isnull=False)
                | (~models.Q(stage=CeremonyStage.CLOSED.value) & models.Q(closed_at__isnull=True)),
                name="ceremony_closed_at",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mode} of {self.drawing}"


class Step(models.Model):
    """One step of a ceremony, from 1: a State's reviewers, one seat of a lot drawn by hand, or all additional seats.

    A step of no State (`reviewed` empty) draws the additional seats of all. `digest` is published before the hand goes
    in; `balls` is how many there are, `ball` (from 0) the one drawn; `seats` are what it gives, by seat:
    {"AAA/own": "BBB"}. `draws` are the seats of the balls and, ball by ball, who takes them; once a ball is drawn its
    draw alone is kept, as `certificate`. `account` says how additional seats were drawn. `witnesses` saw a lot drawn by
    hand, and `reason` is why it was put back.
    """

    ceremony = models.ForeignKey(Ceremony, on_delete=models.CASCADE, related_name="steps")
    number = models.PositiveIntegerField()
    reviewed = models.CharField(max_length=40)
    side = models.CharField(max_length=10, blank=True, choices=[(side, side) for side in Side])
    part = models.PositiveSmallIntegerField(default=0)
    stage = models.CharField(max_length=20, choices=[(stage, stage) for stage in StepStage])
    seed = models.CharField(max_length=1000, blank=True)
    seed_parts: "models.JSONField[Any, list[dict[str, str]]]" = models.JSONField(default=list, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    balls = models.PositiveIntegerField(default=0)
    ball = models.PositiveIntegerField(null=True, blank=True)
    seats: "models.JSONField[Any, dict[str, str]]" = models.JSONField(default=dict, blank=True)
    draws: "models.JSONField[Any, dict[str, list[Any]]]" = models.JSONField(default=dict, blank=True)
    certificate: "models.JSONField[Any, dict[str, str]]" = models.JSONField(default=dict, blank=True)
    account: "models.JSONField[Any, dict[str, Any]]" = models.JSONField(default=dict, blank=True)
    witnesses: "models.JSONField[Any, list[str]]" = models.JSONField(default=list, blank=True)
    reason = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["ceremony", "number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            one_of("stage", StepStage, name="step_stage"),
            one_of("side", Side, name="step_side", or_empty=True),
            models.UniqueConstraint(fields=["ceremony", "number"], name="step_once"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="step_from_one"),
            models.CheckConstraint(
                condition=models.Q(ball__isnull=True) | models.Q(ball__lt=models.F("balls")), name="step_ball_in_bowl"
            ),
            models.CheckConstraint(
                condition=models.Q(ball__isnull=True) | models.Q(stage=StepStage.DRAWN.value), name="step_ball_drawn"
            ),
            models.CheckConstraint(
                condition=models.Q(stage=StepStage.PUT_BACK.value) | models.Q(reason=""), name="step_put_back_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.reviewed}"

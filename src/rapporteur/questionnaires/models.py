"""What a State answers: its answers as they stand, every earlier one, and the frozen copies that were submitted.

A released questionnaire and a submission are texts that never change. An answer has a row that says how it stands and
a row for each version it had; two people who answer at once lose nothing, since the second text is kept as a rival
until somebody chooses. People and processes are cited by value. `actions` write these rows.
"""

from typing import Any, ClassVar

from django.db import models

from rapporteur.languages.terms import Language
from rapporteur.questionnaires.terms import AssessmentStage, Origin, Outcome, TranslationStatus
from rapporteur.terminology.models import one_of

_LANGUAGES = [(language, language) for language in Language]


class Release(models.Model):
    """A questionnaire in one version, as it was released: its canonical text and the SHA-256 of that text."""

    key = models.SlugField(max_length=80)
    version = models.PositiveIntegerField()
    text = models.TextField()
    digest = models.CharField(max_length=64, unique=True)
    released_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["key", "-version"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["key", "version"], name="release_once"),
        ]

    def __str__(self) -> str:
        return f"{self.key}, version {self.version}"


class Assessment(models.Model):
    """One State's answers to a released questionnaire. `process` is the review it is for, such as "untoc/1".

    `code` is what the journal cites it by: it names no State. `rulebook` and its digest say under which version of the
    mechanism's rules it runs.
    """

    code = models.CharField(max_length=40, unique=True)
    process = models.CharField(max_length=120)
    state = models.CharField(max_length=40)
    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="assessments")
    rulebook = models.CharField(max_length=120, blank=True)
    rulebook_digest = models.CharField(max_length=64, blank=True)
    stage = models.CharField(
        max_length=20, choices=[(stage, stage) for stage in AssessmentStage], default=AssessmentStage.OPEN
    )
    language = models.CharField(max_length=10, choices=_LANGUAGES, default=Language.ENGLISH)
    due_on = models.DateField(null=True, blank=True)
    opened_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["process", "state"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["process", "state", "release"], name="assessment_once"),
            one_of("stage", AssessmentStage, name="assessment_stage"),
            one_of("language", Language, name="assessment_language"),
        ]

    def __str__(self) -> str:
        return f"{self.process}: {self.state}"


class Said(models.Model):
    """What is said in an answer, by whom and when. A value of None is an answer that was taken back."""

    value: "models.JSONField[Any, Any]" = models.JSONField(null=True)
    language = models.CharField(max_length=10, choices=_LANGUAGES, default=Language.ENGLISH)
    by = models.CharField(max_length=254)
    at = models.DateTimeField()

    class Meta:
        abstract = True


class Answer(Said):
    """An answer as it stands. `number` counts its versions from 1; one carried over is to be `confirmed`."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="answers")
    question = models.CharField(max_length=80)
    number = models.PositiveIntegerField()
    origin = models.CharField(max_length=20, choices=[(origin, origin) for origin in Origin], default=Origin.TYPED)
    confirmed = models.BooleanField(default=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["assessment", "question"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["assessment", "question"], name="answer_once"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="answer_from_one"),
            one_of("origin", Origin, name="answer_origin"),
            one_of("language", Language, name="answer_language"),
        ]

    def __str__(self) -> str:
        return f"{self.question} ({self.number})"


class AnswerVersion(Said):
    """One version of an answer, kept for ever. `salt` lets the journal commit to the text without telling it."""

    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    origin = models.CharField(max_length=20, choices=[(origin, origin) for origin in Origin], default=Origin.TYPED)
    salt = models.CharField(max_length=32)

    class Meta:
        ordering: ClassVar[list[str]] = ["answer", "number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["answer", "number"], name="answer_version_once"),
            one_of("origin", Origin, name="answer_version_origin"),
            one_of("language", Language, name="answer_version_language"),
        ]

    def __str__(self) -> str:
        return f"{self.answer.question} ({self.number})"


class Rival(Said):
    """A text that met another one: it was typed on version `based_on` while somebody else had gone on from there."""

    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="rivals")
    based_on = models.PositiveIntegerField()
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.CharField(max_length=254, blank=True)
    chosen = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["answer", "at"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(settled_at__isnull=False) | models.Q(chosen=False, settled_by=""),
                name="rival_settled",
            ),
            one_of("language", Language, name="rival_language"),
        ]

    def __str__(self) -> str:
        return f"{self.answer.question}, on {self.based_on}"


class Sending(models.Model):
    """What became of something sent from a browser, so that what is sent twice is done once.

    `client` names a browser's outbox, `sequence` counts what it sent.
    """

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="sendings")
    client = models.CharField(max_length=40)
    sequence = models.PositiveBigIntegerField()
    question = models.CharField(max_length=80)
    outcome = models.CharField(max_length=20, choices=[(outcome, outcome) for outcome in Outcome])
    number = models.PositiveIntegerField()
    rival = models.ForeignKey(Rival, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["assessment", "client", "sequence"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["assessment", "client", "sequence"], name="sending_once"),
            one_of("outcome", Outcome, name="sending_outcome"),
        ]

    def __str__(self) -> str:
        return f"{self.client} {self.sequence}"


class Delegation(models.Model):
    """A section given to a person of a ministry, until he hands it back."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="delegations")
    section = models.CharField(max_length=80)
    person = models.CharField(max_length=254)
    note = models.TextField(blank=True)
    by = models.CharField(max_length=254)
    since = models.DateTimeField()
    handed_back_at = models.DateTimeField(null=True, blank=True)
    handed_back_by = models.CharField(max_length=254, blank=True)
    handed_back_note = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["assessment", "section", "since"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["assessment", "section", "person"],
                condition=models.Q(handed_back_at__isnull=True),
                name="delegation_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.section}: {self.person}"


class Presence(models.Model):
    """Who is at a section, and when he was last seen there."""

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="presences")
    section = models.CharField(max_length=80)
    person = models.CharField(max_length=254)
    name = models.CharField(max_length=200)
    seen_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["assessment", "section", "person"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["assessment", "section", "person"], name="presence_once"),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.section}"


class Remark(models.Model):
    """A comment of the State's own team on a question; nobody outside the team ever reads it."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="remarks")
    question = models.CharField(max_length=80)
    text = models.TextField()
    by = models.CharField(max_length=254)
    at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=254, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["assessment", "question", "at", "id"]

    def __str__(self) -> str:
        return f"{self.question}, {self.by}"


class Submission(models.Model):
    """The answers as they stood when the focal point cleared and submitted them: one text, and its SHA-256.

    `text` holds the questionnaire's digest and every version number, so that the receipt can be verified later.
    """

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="submissions")
    number = models.PositiveIntegerField()
    text = models.TextField()
    digest = models.CharField(max_length=64)
    by = models.CharField(max_length=254)
    at = models.DateTimeField()
    reopened_at = models.DateTimeField(null=True, blank=True)
    reopened_by = models.CharField(max_length=254, blank=True)
    reopened_because = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["assessment", "number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["assessment", "number"], name="submission_once"),
            models.UniqueConstraint(
                fields=["assessment"], condition=models.Q(reopened_at__isnull=True), name="submission_one_stands"
            ),
            models.CheckConstraint(
                condition=models.Q(reopened_at__isnull=True, reopened_because="")
                | (models.Q(reopened_at__isnull=False) & ~models.Q(reopened_because="")),
                name="submission_reopened_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"submission {self.number}"


class Attachment(models.Model):
    """A file given with an answer. It is stored by the SHA-256 of its content, and told by that, not by its name."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="attachments")
    question = models.CharField(max_length=80)
    name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=120)
    is_checked = models.BooleanField(default=False)  # a virus scanner found nothing; false where none is configured
    by = models.CharField(max_length=254)
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["assessment", "question", "at", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["assessment", "question", "digest"], name="attachment_once"),
        ]

    def __str__(self) -> str:
        return self.name


class TranslationRequest(models.Model):
    """A translation of one version of an answer, asked for and made; it stands beside the answer."""

    version = models.ForeignKey(AnswerVersion, on_delete=models.PROTECT, related_name="translations")
    language = models.CharField(max_length=10, choices=_LANGUAGES)
    status = models.CharField(
        max_length=20,
        choices=[(status, status) for status in TranslationStatus],
        default=TranslationStatus.ASKED,
    )
    asked_by = models.CharField(max_length=254)
    asked_at = models.DateTimeField()
    translator = models.CharField(max_length=254, blank=True)
    text = models.TextField(blank=True)
    at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["version", "language"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["version", "language"], name="translation_once"),
            one_of("status", TranslationStatus, name="translation_status"),
            one_of("language", Language, name="translation_language"),
        ]

    def __str__(self) -> str:
        return f"{self.version} ({self.language})"

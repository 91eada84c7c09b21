"""Official documents, their language versions, and what they revise, correct, add to and report on."""

from typing import ClassVar

from django.db import models

from rapporteur.bodies.models import Body, Conference
from rapporteur.documents.terms import Distribution, DocumentType, IssueStatus, Relation
from rapporteur.languages.terms import Language
from rapporteur.meetings.models import Meeting, Session
from rapporteur.terminology.models import MultilingualField, one_of


class Document(models.Model):
    """An official document: one symbol, all its language versions.

    `key` is the symbol, or a name of ours while no symbol is known. `date` is the one in the masthead: the day the
    text was submitted for processing. `items` are the numbers of the agenda items it goes to ("2", "2 (b)").
    `meeting` is the meeting whose documentation it belongs to; `reports_on` the one it is the report of.
    """

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="documents")
    key = models.CharField(max_length=100)
    symbol = models.CharField(max_length=100, blank=True)
    type = models.CharField(max_length=40, choices=[(type_, type_) for type_ in DocumentType])
    title = MultilingualField()
    byline = MultilingualField()
    distribution = models.CharField(
        max_length=20, blank=True, choices=[(distribution, distribution) for distribution in Distribution]
    )
    original_language = models.CharField(
        max_length=2, blank=True, choices=[(language, language) for language in Language]
    )
    only_language = models.CharField(max_length=2, blank=True, choices=[(language, language) for language in Language])
    date = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=20, blank=True, choices=[(status, status) for status in IssueStatus])
    reserved_on = models.DateField(null=True, blank=True)
    announced_on = models.DateField(null=True, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    submit_by = models.DateField(null=True, blank=True)
    submitted_on = models.DateField(null=True, blank=True)
    issue_by = models.DateField(null=True, blank=True)
    session = models.ForeignKey(Session, null=True, blank=True, on_delete=models.PROTECT, related_name="documents")
    meeting = models.ForeignKey(Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="documents")
    body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="documents")
    reports_on = models.ForeignKey(Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="reports")
    reports_on_session = models.ForeignKey(
        Session, null=True, blank=True, on_delete=models.PROTECT, related_name="reports"
    )
    items = models.JSONField(default=list, blank=True)
    agenda_reference = models.CharField(max_length=100, blank=True)
    relation = models.CharField(max_length=20, blank=True, choices=[(relation, relation) for relation in Relation])
    of = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="successors")
    is_reissued = models.BooleanField(default=False)
    is_late = models.BooleanField(default=False)
    mandates = models.JSONField(default=list, blank=True)  # cited by value: "resolution 7/1"
    note = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["conference", "key"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["conference", "key"], name="document_once"),
            models.UniqueConstraint(
                fields=["conference", "symbol"], condition=~models.Q(symbol=""), name="document_symbol_once"
            ),
            models.CheckConstraint(
                condition=models.Q(relation="", of__isnull=True)
                | (~models.Q(relation="") & models.Q(of__isnull=False)),
                name="document_relation_whole",
            ),
            models.CheckConstraint(
                condition=models.Q(of__isnull=True) | ~models.Q(of=models.F("id")), name="document_not_of_itself"
            ),
            one_of("type", DocumentType, name="document_type"),
            one_of("distribution", Distribution, name="document_distribution", or_empty=True),
            one_of("original_language", Language, name="document_original_language", or_empty=True),
            one_of("only_language", Language, name="document_only_language", or_empty=True),
            one_of("status", IssueStatus, name="document_status", or_empty=True),
            one_of("relation", Relation, name="document_relation", or_empty=True),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["conference", "date", "key"], name="document_by_date"),
            models.Index(fields=["conference", "type", "date", "key"], name="document_by_type"),
            models.Index(fields=["body", "date", "key"], name="document_by_body"),
        ]

    def __str__(self) -> str:
        return self.symbol or self.key


class Transmission(models.Model):
    """A document that goes before a session, under which items and under which mandate ("resolution 7/1")."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="transmissions")
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="transmissions")
    items = models.JSONField(default=list, blank=True)
    mandate = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["session", "document"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["document", "session"], name="transmission_once"),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} to {self.session_id}"


class LanguageVersion(models.Model):
    """One language version of a document, with its own way to issuance and its own job number."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="versions")
    language = models.CharField(max_length=2, choices=[(language, language) for language in Language])
    status = models.CharField(max_length=20, choices=[(status, status) for status in IssueStatus])
    reserved_on = models.DateField(null=True, blank=True)
    announced_on = models.DateField(null=True, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    job_number = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["document", "language"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["document", "language"], name="version_once"),
            models.UniqueConstraint(
                fields=["job_number"], condition=~models.Q(job_number=""), name="version_job_number_once"
            ),
            one_of("language", Language, name="version_language"),
            one_of("status", IssueStatus, name="version_status"),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} {self.language}"

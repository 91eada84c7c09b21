"""Sessions of the conference, meetings of its bodies, and their agendas.

What a source says of a gathering changes with time: each saying is a row of its own with the day it speaks of, and a
document written as of a day reads only the rows up to that day (`rules`).
"""

from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models

from rapporteur.bodies.models import Body, Conference
from rapporteur.mandates.models import Mandate
from rapporteur.meetings.terms import AgendaStage, MeetingStatus, Mode, SessionKind
from rapporteur.terminology.models import MultilingualField, one_of

_ENDS_AFTER_START = (
    models.Q(ends_on__isnull=True) | models.Q(starts_on__isnull=True) | models.Q(ends_on__gte=models.F("starts_on"))
)
_WINDOW_RUNS_FORWARD = (
    models.Q(window_ends_on__isnull=True)
    | models.Q(window_starts_on__isnull=True)
    | models.Q(window_ends_on__gte=models.F("window_starts_on"))
)
_ORDINAL_FROM_ONE = models.Q(ordinal__isnull=True) | models.Q(ordinal__gte=1)


class Gathering(models.Model):
    """What a session and a meeting have in common: ordinal, dates as far as known, place, mode.

    `year` and `month` serve where no day is known; a window, where only the days around are; `concluded_by` is a day by
    which it was over.
    """

    key = models.SlugField(max_length=80)
    ordinal = models.PositiveSmallIntegerField(null=True, blank=True, validators=[MinValueValidator(1)])
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    window_starts_on = models.DateField(null=True, blank=True)
    window_ends_on = models.DateField(null=True, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    month = models.PositiveSmallIntegerField(null=True, blank=True)
    concluded_by = models.DateField(null=True, blank=True)
    place = MultilingualField()
    mode = models.CharField(max_length=20, blank=True, choices=[(mode, mode) for mode in Mode])
    note = models.TextField(blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.key


class Session(Gathering):
    """A session of the conference."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="sessions")
    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in SessionKind], default=SessionKind.REGULAR)
    states_parties = models.PositiveSmallIntegerField(null=True, blank=True)
    resolutions_adopted = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["conference", "ordinal", "key"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["conference", "key"], name="session_once"),
            models.UniqueConstraint(fields=["conference", "kind", "ordinal"], name="session_ordinal_once"),
            models.CheckConstraint(condition=_ENDS_AFTER_START, name="session_runs_forward"),
            models.CheckConstraint(condition=_WINDOW_RUNS_FORWARD, name="session_window_runs_forward"),
            models.CheckConstraint(
                condition=models.Q(month__isnull=True) | models.Q(month__range=(1, 12)), name="session_month"
            ),
            models.CheckConstraint(condition=_ORDINAL_FROM_ONE, name="session_ordinal_from_one"),
            one_of("kind", SessionKind, name="session_kind"),
            one_of("mode", Mode, name="session_mode", or_empty=True),
        ]


class Meeting(Gathering):
    """A meeting of a body (or its session, if that is its word). `under` is the mandate its report is sent on under."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="meetings")
    in_session = models.ForeignKey(
        Session, null=True, blank=True, on_delete=models.PROTECT, related_name="parallel_meetings"
    )
    back_to_back_with = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="back_to_back_from"
    )
    reports_to = models.ForeignKey(
        Session, null=True, blank=True, on_delete=models.PROTECT, related_name="meetings_reported"
    )
    under = models.ForeignKey(
        Mandate, null=True, blank=True, on_delete=models.PROTECT, related_name="meetings_reported"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["starts_on", "window_starts_on", "year", "key"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["body", "key"], name="meeting_once"),
            models.UniqueConstraint(fields=["body", "ordinal"], name="meeting_ordinal_once"),
            models.CheckConstraint(condition=_ENDS_AFTER_START, name="meeting_runs_forward"),
            models.CheckConstraint(condition=_WINDOW_RUNS_FORWARD, name="meeting_window_runs_forward"),
            models.CheckConstraint(
                condition=models.Q(month__isnull=True) | models.Q(month__range=(1, 12)), name="meeting_month"
            ),
            models.CheckConstraint(condition=_ORDINAL_FROM_ONE, name="meeting_ordinal_from_one"),
            one_of("mode", Mode, name="meeting_mode", or_empty=True),
            models.CheckConstraint(
                condition=models.Q(back_to_back_with__isnull=True) | ~models.Q(back_to_back_with=models.F("id")),
                name="meeting_not_beside_itself",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["starts_on", "key"], name="meeting_by_date"),
        ]


class Saying(models.Model):
    """What is said of a session or a meeting as of a day; `as_of` is empty where the source gives no day.

    `starts_on` and `ends_on` are the new dates where the saying moves it.
    """

    session = models.ForeignKey(Session, null=True, blank=True, on_delete=models.CASCADE, related_name="sayings")
    meeting = models.ForeignKey(Meeting, null=True, blank=True, on_delete=models.CASCADE, related_name="sayings")
    as_of = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=20, choices=[(status, status) for status in MeetingStatus])
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    mode = models.CharField(max_length=20, blank=True, choices=[(mode, mode) for mode in Mode])
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["as_of", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(session__isnull=True, meeting__isnull=False)
                | models.Q(session__isnull=False, meeting__isnull=True),
                name="saying_of_one_gathering",
            ),
            models.CheckConstraint(condition=_ENDS_AFTER_START, name="saying_runs_forward"),
            one_of("status", MeetingStatus, name="saying_status"),
            one_of("mode", Mode, name="saying_mode", or_empty=True),
        ]

    def __str__(self) -> str:
        return f"{self.status} as of {self.as_of}"


class AgendaItem(models.Model):
    """An item of the agenda of a session or a meeting. `number` is printed in English form: "2 (b)"."""

    session = models.ForeignKey(Session, null=True, blank=True, on_delete=models.CASCADE, related_name="agenda_items")
    meeting = models.ForeignKey(Meeting, null=True, blank=True, on_delete=models.CASCADE, related_name="agenda_items")
    stage = models.CharField(
        max_length=20, choices=[(stage, stage) for stage in AgendaStage], default=AgendaStage.PROVISIONAL
    )
    number = models.CharField(max_length=20)
    position = models.PositiveSmallIntegerField()
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="subitems")
    title = MultilingualField()
    annotation = MultilingualField()
    origin = models.CharField(max_length=120, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["session", "meeting", "stage", "position"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(session__isnull=True, meeting__isnull=False)
                | models.Q(session__isnull=False, meeting__isnull=True),
                name="agenda_item_of_one_gathering",
            ),
            models.UniqueConstraint(
                fields=["session", "stage", "number"],
                condition=models.Q(session__isnull=False),
                name="agenda_item_once_in_session",
            ),
            models.UniqueConstraint(
                fields=["meeting", "stage", "number"],
                condition=models.Q(meeting__isnull=False),
                name="agenda_item_once_in_meeting",
            ),
            models.CheckConstraint(
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("id")),
                name="agenda_item_not_own_parent",
            ),
            one_of("stage", AgendaStage, name="agenda_item_stage"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title.first()}"

"""The kinds of record an officer keeps: for each, its form, its rows, its action and how it is listed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rapporteur.bodies.actions import BODY, CONFERENCE, OFFICER
from rapporteur.bodies.forms import BodyCharacterForm, BodyForm, BodyNameForm, OfficerForm
from rapporteur.bodies.queries import official_name
from rapporteur.documents.actions import DOCUMENT
from rapporteur.documents.forms import ConferenceWithCalendarForm, DocumentForm, LanguageVersionForm, TransmissionForm
from rapporteur.journal.actions import Keeping
from rapporteur.journal.forms import RecordForm
from rapporteur.mandates.actions import MANDATE
from rapporteur.mandates.forms import MandateForm, ProvisionForm
from rapporteur.meetings.actions import MEETING, SESSION
from rapporteur.meetings.forms import AgendaItemForm, MeetingForm, SayingForm, SessionForm
from rapporteur.parties.actions import GROUP, INSTRUMENT, PARTY
from rapporteur.parties.forms import (
    ArticleForm,
    GroupForm,
    InstrumentForm,
    MembershipForm,
    PartyForm,
    PartyStatusForm,
)
from rapporteur.sources.actions import SOURCE
from rapporteur.sources.forms import AttributionForm, ConflictForm, SourceForm
from rapporteur.terminology.actions import TERM
from rapporteur.terminology.forms import TermForm


@dataclass(frozen=True, slots=True)
class RowsOf:
    """Rows in the form of their record. `words` are the enumerations their choices are labelled by."""

    name: str
    label: Any
    form: type[RecordForm]
    help: Any = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record. `search` are the fields a list is searched in, `beside` what is fetched with its rows."""

    slug: str
    label: Any
    plural: Any
    kept: Keeping[Any]
    form: type[RecordForm]
    search: tuple[str, ...]
    rows: tuple[RowsOf, ...] = ()
    order: tuple[str, ...] = ("key",)
    beside: tuple[str, ...] = ()
    fetched: tuple[str, ...] = ()
    name: Callable[[Any], str] = str
    address: Callable[[Any], str] | None = None

    def records(self) -> models.QuerySet[Any]:
        found: models.QuerySet[Any] = self.kept.model._default_manager.order_by(*self.order, "pk")
        return found.select_related(*self.beside).prefetch_related(*self.fetched)


_GROUNDS = (
    RowsOf("sources", _("Sources"), AttributionForm, _("Where the record, or one field of it, was read.")),
    RowsOf("conflicts", _("Conflicts between sources"), ConflictForm),
)
_GATHERING = (
    RowsOf(
        "sayings",
        _("What was said of it"),
        SayingForm,
        _("Each line counts from its day: a document written as of an earlier day does not know it."),
    ),
    RowsOf("agenda", _("Agenda"), AgendaItemForm),
)


def _of_conference(name: str, *keys: str) -> Callable[[Any], str]:
    """Return the address of a record's public page, from its conference's key and the values at `keys`."""

    def address(record: Any) -> str:
        return reverse(name, args=[_value(record, key) for key in ("conference.key", *keys)])

    return address


def _value(record: Any, path: str) -> Any:
    for name in path.split("."):
        record = getattr(record, name)
    return record


def _meeting_address(meeting: Any) -> str:
    return reverse("meeting", args=[meeting.body.conference.key, meeting.body.key, meeting.key])


def _body_name(body: Any) -> str:
    return official_name(body).first()


def _meeting_name(meeting: Any) -> str:
    return f"{_body_name(meeting.body)}, {meeting.key}"


ALL = (
    Kind(
        "meetings",
        _("meeting"),
        _("Meetings"),
        MEETING,
        MeetingForm,
        search=("key", "body__key", "body__series"),
        rows=(*_GATHERING, *_GROUNDS),
        order=("-starts_on", "-year", "key"),
        beside=("body__conference",),
        fetched=("body__names",),
        name=_meeting_name,
        address=_meeting_address,
    ),
    Kind(
        "sessions",
        _("session"),
        _("Sessions"),
        SESSION,
        SessionForm,
        search=("key", "conference__key"),
        rows=(*_GATHERING, *_GROUNDS),
        order=("conference", "-ordinal", "key"),
        beside=("conference",),
        address=_of_conference("session", "key"),
    ),
    Kind(
        "documents",
        _("document"),
        _("Documents"),
        DOCUMENT,
        DocumentForm,
        search=("symbol", "key"),
        rows=(
            RowsOf("versions", _("Language versions"), LanguageVersionForm),
            RowsOf("transmissions", _("Goes before"), TransmissionForm),
            *_GROUNDS,
        ),
        beside=("conference",),
        address=_of_conference("document_by_key", "key"),
    ),
    Kind(
        "bodies",
        _("body"),
        _("Bodies"),
        BODY,
        BodyForm,
        search=("key", "series"),
        rows=(
            RowsOf(
                "names",
                _("Names"),
                BodyNameForm,
                _("A name that changed gets a last day; the new one a row of its own."),
            ),
            RowsOf(
                "characters",
                _("Character"),
                BodyCharacterForm,
                _("Interim, constant: one row for each chapter of its life."),
            ),
            *_GROUNDS,
        ),
        beside=("conference",),
        fetched=("names",),
        name=_body_name,
        address=_of_conference("body", "key"),
    ),
    Kind(
        "mandates",
        _("mandate"),
        _("Resolutions and decisions"),
        MANDATE,
        MandateForm,
        search=("number", "kind", "session_key"),
        rows=(RowsOf("provisions", _("Provisions"), ProvisionForm), *_GROUNDS),
        order=("conference", "session_key", "kind", "number"),
        beside=("conference",),
        address=_of_conference("mandate", "kind", "number"),
    ),
    Kind(
        "officers",
        _("officer"),
        _("Officers"),
        OFFICER,
        OfficerForm,
        search=("role", "gathering_key", "name", "state_named"),
        rows=_GROUNDS,
        order=("conference", "gathering_key", "position"),
        beside=("conference", "body"),
    ),
    Kind(
        "conferences",
        _("conference"),
        _("Conferences"),
        CONFERENCE,
        ConferenceWithCalendarForm,
        search=("key", "symbol_root"),
        rows=_GROUNDS,
        address=lambda conference: reverse("conference", args=[conference.key]),
    ),
    Kind(
        "instruments",
        _("instrument"),
        _("Instruments"),
        INSTRUMENT,
        InstrumentForm,
        search=("key", "name"),
        rows=(RowsOf("articles", _("Articles"), ArticleForm), *_GROUNDS),
        order=("position", "key"),
    ),
    Kind(
        "parties",
        _("party"),
        _("Parties"),
        PARTY,
        PartyForm,
        search=("key", "name"),
        rows=(
            RowsOf("memberships", _("Regional groups"), MembershipForm),
            RowsOf("statuses", _("Status under instruments"), PartyStatusForm),
            *_GROUNDS,
        ),
    ),
    Kind("groups", _("regional group"), _("Regional groups"), GROUP, GroupForm, search=("key", "name"), rows=_GROUNDS),
    Kind(
        "terms",
        _("term"),
        _("Terms"),
        TERM,
        TermForm,
        search=("key", "group", "use", "wording"),
        rows=_GROUNDS,
        order=("conference_key", "group", "key"),
    ),
    Kind("sources", _("source"), _("Sources"), SOURCE, SourceForm, search=("key", "what", "url")),
)
KINDS: Mapping[str, Kind] = {kind.slug: kind for kind in ALL}
KIND_OF: Mapping[str, Kind] = {kind.kept.kind: kind for kind in ALL}

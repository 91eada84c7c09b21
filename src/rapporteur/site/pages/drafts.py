"""Drafts: an official document as it would read on any day, in any of the six languages, and its files.

Each kind of draft is one entry of KINDS: what it is called, what it is about, and how it is composed. A further draft
needs an entry here and nothing else. A draft that was shown is kept until the journal shows a further act; files are
composed anew.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.core.cache import caches
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapporteur.bodies.models import Conference
from rapporteur.drafts.queries import kinds
from rapporteur.drafts.queries.composed import NothingToCompose
from rapporteur.drafts.terms.reasons import Lack, Reason
from rapporteur.journal.queries import head
from rapporteur.languages.terms import Language
from rapporteur.meetings.models import Session
from rapporteur.meetings.queries import sessions_of
from rapporteur.site.pages.reader import reading_language
from rapporteur.site.pages.show import conference_or_404, found_or_404, show
from rapporteur.typeset import BrokenDocument, Format, html_fragment, write
from rapporteur.typeset.tree import Document, Reference, ReferenceKind

_EARLIEST, _LATEST = dt.date(1945, 1, 1), dt.date(2199, 12, 31)
_NO_DAY = gettext_lazy("“%(day)s” is not a day; write year-month-day, as in 2020-07-01.")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asks of a draft: session, day, language, ends of a period; `faults` are for the page."""

    session: Session | None
    as_of: dt.date
    language: Language
    since: dt.date | None = None
    until: dt.date | None = None
    faults: tuple[str, ...] = ()

    @property
    def question(self) -> kinds.Question:
        """Return what is asked, of a session that is there. Raises: NothingToCompose."""
        if self.session is None:
            raise NothingToCompose([Reason(Lack.NO_SESSION)])
        return kinds.Question(self.session, self.as_of, self.since, self.until)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of draft. `compose` raises NothingToCompose; where `of_session`, it is given a session that is there."""

    key: str
    title: object
    about: object
    compose: Callable[[Conference, Asked], Document]
    of_session: bool = True
    has_period: bool = False


def _of_session(key: str) -> Callable[[Conference, Asked], Document]:
    """Return what composes a kind of draft for the session that is asked for."""

    def compose(_conference: Conference, asked: Asked) -> Document:
        return kinds.KINDS[key].compose(asked.question, asked.language)

    return compose


KINDS: Mapping[str, Kind] = {
    kind.key: kind
    for kind in (
        Kind(
            "note",
            gettext_lazy("Note on the meetings of the subsidiary bodies"),
            gettext_lazy("Lists the reports on the meetings of the bodies that go before a session."),
            _of_session("note"),
        ),
        Kind(
            "agenda",
            gettext_lazy("Annotated provisional agenda"),
            gettext_lazy("The items of a session, each with the mandates, meetings and documents behind it."),
            _of_session("agenda"),
        ),
        Kind(
            "list",
            gettext_lazy("List of documents"),
            gettext_lazy("The documents before a session, by agenda item, with their languages and status."),
            _of_session("list"),
        ),
        Kind(
            "calendar",
            gettext_lazy("Calendar of meetings"),
            gettext_lazy("The meetings up to the end of a session, with the days by which documents are due."),
            _of_session("calendar"),
            has_period=True,
        ),
        Kind(
            "status",
            gettext_lazy("Status of what the resolutions asked for"),
            gettext_lazy("Every request of a resolution or decision, and what answered it."),
            _of_session("status"),
        ),
    )
}


_REASONS: Mapping[Lack, object] = {
    Lack.NO_MEETING: gettext_lazy(
        "No meeting of a subsidiary body reports to the session %(session)s. "
        "Say on the record of each meeting to which session it reports."
    ),
    Lack.NO_REPORTED_ITEM: gettext_lazy(
        "The session %(session)s has no agenda item that a report goes to. "
        "Enter its agenda, and on the record of each report the items under which it is considered."
    ),
    Lack.NO_AGENDA: gettext_lazy("The session %(session)s has no provisional agenda. Enter its items."),
    Lack.NO_DOCUMENT: gettext_lazy(
        "No document is before the session %(session)s. "
        "Enter its documents, or on the record of each report the session to which it goes."
    ),
    Lack.NO_LAST_DAY: gettext_lazy("The last day of the session %(session)s is not known. Enter its dates."),
    Lack.PERIOD_BACKWARDS: gettext_lazy(
        "The session ended on %(until)s, before the chosen day, %(since)s. Choose an earlier day or a later session."
    ),
    Lack.EMPTY_PERIOD: gettext_lazy(
        "No session or meeting falls in the period from %(since)s to %(until)s. Choose another day or session."
    ),
    Lack.NO_REQUEST: gettext_lazy(
        "No resolution or decision adopted by %(day)s asks for a meeting, a report or a submission. "
        "Enter the provisions that do."
    ),
    Lack.NO_SESSION: gettext_lazy("No session is recorded. Enter one."),
}


def index(request: HttpRequest, conference: str) -> HttpResponse:
    own = conference_or_404(conference)
    return show(request, "drafts", section="drafts", conference=own, kinds=KINDS.values())


def page(request: HttpRequest, conference: str, kind: str) -> HttpResponse:
    """Show a draft as it would read. A question that cannot be read is answered as one, with what to write instead."""
    own = conference_or_404(conference)
    drafted = _kind_or_404(kind)
    sessions = sessions_of(own)
    asked = _asked(request, drafted, sessions)
    reasons: list[str] = list(asked.faults)
    text = ""
    if not reasons:
        try:
            text = _text(own, drafted, asked)
        except NothingToCompose as nothing:
            reasons = [worded(reason) for reason in nothing.reasons]
        except BrokenDocument as broken:
            reasons = [str(broken)]
    response = show(
        request,
        "draft",
        section="drafts",
        conference=own,
        kind=drafted,
        sessions=sessions,
        asked=asked,
        reasons=reasons,
        text=mark_safe(text),  # noqa: S308 - typeset escapes every text
        formats=list(Format),
        languages=list(Language),
    )
    response.status_code = 400 if asked.faults else 200
    return response


def file(request: HttpRequest, conference: str, kind: str, format_: str) -> HttpResponse:
    own = conference_or_404(conference)
    drafted = _kind_or_404(kind)
    wanted = found_or_404(
        next((each for each in Format if each.value == format_), None),
        _("Drafts are written as %(formats)s.") % {"formats": ", ".join(Format)},
    )
    asked = _asked(request, drafted, sessions_of(own))
    if asked.faults:
        raise Http404(" ".join(asked.faults))
    try:
        data = write(drafted.compose(own, asked), wanted)
    except NothingToCompose as nothing:
        raise Http404(" ".join(worded(reason) for reason in nothing.reasons)) from nothing
    except BrokenDocument as broken:
        raise Http404(str(broken)) from broken
    about = f"-{asked.session.key}" if asked.session and drafted.of_session else ""
    name = f"{drafted.key}{about}.{asked.as_of.isoformat()}.{asked.language.value}{wanted.suffix}"
    answer = HttpResponse(data, content_type=wanted.media_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _text(conference: Conference, drafted: Kind, asked: Asked) -> str:
    """Return a draft as a page shows it, composed anew only after an act of the journal. Raises: NothingToCompose."""
    _number, seal = head() or (0, "")
    session = asked.session.pk if asked.session else 0
    days = "/".join(str(day) for day in (asked.as_of, asked.since, asked.until))
    key = f"{conference.pk}/{drafted.key}/{session}/{days}/{asked.language.value}/{seal}"
    found: str | None = caches["drafts"].get(key)
    if found is None:
        found = html_fragment(drafted.compose(conference, asked), address=_address(conference))
        caches["drafts"].set(key, found, timeout=3600)
    return found


def _kind_or_404(key: str) -> Kind:
    return found_or_404(KINDS.get(key), _("There is no draft “%(key)s”.") % {"key": key})


def _asked(request: HttpRequest, drafted: Kind, sessions: list[Session]) -> Asked:
    today = timezone.localdate()
    faults: list[str] = []
    key, day = request.GET.get("session", ""), request.GET.get("as-of", "")
    code = request.GET.get("language", "") or reading_language().value
    as_of = _day(day) if day else today
    chosen = next((session for session in sessions if session.key == key), None)
    session = chosen if key else _usual(drafted, sessions, as_of or today)
    if key and session is None:
        faults.append(_("This conference has no session “%(key)s”.") % {"key": key})
    if as_of is None:
        faults.append(_NO_DAY % {"day": day})
    since, until = (_end(request, name, faults) if drafted.has_period else None for name in ("from", "to"))
    if since and until and until < since:
        faults.append(_("The last day of the period is before the first one."))
    if code not in set(Language):
        faults.append(
            _("“%(code)s” is not one of the six languages: %(codes)s.") % {"code": code, "codes": ", ".join(Language)}
        )
    language = Language(code) if code in set(Language) else reading_language()
    return Asked(session, as_of or today, language, since, until, tuple(faults))


def _end(request: HttpRequest, name: str, faults: list[str]) -> dt.date | None:
    """Return the day at one end of a period, None where it is left open; note what cannot be read."""
    written = request.GET.get(name, "")
    day = _day(written) if written else None
    if written and day is None:
        faults.append(_NO_DAY % {"day": written})
    return day


def _usual(drafted: Kind, sessions: list[Session], as_of: dt.date) -> Session | None:
    """Return the session that comes next and has something to say, else the last that has, else the next or last one.

    `sessions` come latest first.
    """
    to_come = [session for session in sessions if session.ends_on and session.ends_on >= as_of]
    past = [session for session in sessions if not (session.ends_on and session.ends_on >= as_of)]
    in_turn = [*reversed(to_come), *past]
    speaking = (session for session in in_turn if _has_something_to_say(drafted, session, as_of))
    return next(speaking, None) or next(iter(in_turn), None)


def _has_something_to_say(drafted: Kind, session: Session, as_of: dt.date) -> bool:
    try:
        kinds.KINDS[drafted.key].prepare(kinds.Question(session, as_of))
    except NothingToCompose:
        return False
    return True


def worded(reason: Reason) -> str:
    """Return a reason in the reader's language."""
    return str(_REASONS[reason.lack]) % reason.values


def _day(written: str) -> dt.date | None:
    try:
        day = dt.date.fromisoformat(written)
    except ValueError:
        return None
    return day if _EARLIEST <= day <= _LATEST else None


def _address(conference: Conference) -> Callable[[Reference], str]:
    """Return where the citations of a draft lead: documents and mandates of the register."""

    def address(reference: Reference) -> str:
        try:
            if reference.kind is ReferenceKind.DOCUMENT:
                return reverse("document", args=[reference.target])
            kind, _space, number = reference.target.partition(" ")
            return reverse("mandate", args=[conference.key, kind, number])
        except NoReverseMatch:
            return ""

    return address

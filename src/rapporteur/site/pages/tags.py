"""Filters and tags of every template: texts in six languages, symbols, dates, names of gatherings and labels.

A text that the reader's language does not have is shown in another one, marked with that language and a note that
it is not available; a provisional text stands in square brackets. Nothing is replaced in silence.
"""

import datetime as dt
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from rapporteur.bodies.queries import official_name
from rapporteur.bodies.terms import GatheringWord
from rapporteur.languages import capitals, dates, ordinals
from rapporteur.languages.terms import Language, Multilingual
from rapporteur.site.pages.labels import LABELS, LANGUAGES
from rapporteur.site.pages.reader import reading_language
from rapporteur.symbols import agenda

register = template.Library()


@register.filter
def wording(text: Multilingual | None, mode: str = "") -> SafeString:
    """Return a register text as HTML in the reader's language, or in another with a mark ("brief": a short one)."""
    if not text:
        return format_html('<span class="absent">{}</span>', _("no text"))
    language = reading_language()
    if language in text:
        return _run(text, language)
    other = Language.ENGLISH if Language.ENGLISH in text else next(iter(text.wordings))
    said = _("not available in %(language)s") % {"language": LANGUAGES[language]}
    if mode == "bare":
        return _run(text, other, foreign=True)
    if mode == "brief":
        mark = format_html('<abbr class="absent" title="{}">{}</abbr>', said, other.upper())
    else:
        mark = format_html('<span class="absent">{}</span>', said)
    return format_html("{} {}", _run(text, other, foreign=True), mark)


def _run(text: Multilingual, language: Language, *, foreign: bool = False) -> SafeString:
    found = text.wordings[language]
    words = format_html("{}", found.text)
    if not found.is_official:
        title = _("Not confirmed as an official wording")
        words = format_html('<span class="provisional" title="{}">[{}]</span>', title, found.text)
    if foreign:
        return format_html('<bdi lang="{}" dir="{}">{}</bdi>', language.value, language.direction, words)
    return words


@register.filter
def plain(text: Multilingual | None) -> str:
    """Return a register text without marks, for a page's title or an option of a form."""
    if not text:
        return ""
    return text.text(reading_language()) or text.first()


@register.filter
def body_name(body: Any) -> Multilingual:
    """Return the name a body bears now; its names must have been fetched with it."""
    return official_name(body)


@register.filter
def symbol(text: str) -> SafeString:
    """Return a symbol or another run of signs that is read from left to right in every language."""
    # A long symbol may break after a stroke on a narrow screen.
    broken = escape(str(text)).replace("/", "/<wbr>")
    return format_html('<bdi class="symbol" dir="ltr">{}</bdi>', mark_safe(broken))  # noqa: S308 - escaped above


@register.filter
def label(value: str | None, kind: str) -> Any:
    """Return what the interface calls a value of an enumeration; an unknown value is shown as it is."""
    return LABELS[kind].get(value or "", value or "")


@register.filter
def day(on: dt.date | None) -> str:
    return dates.day(reading_language(), on) if on else ""


@register.filter
def instant(at: dt.datetime | str | None) -> SafeString | str:
    """Return an instant, given as such or as the files of a draw write it, with its hour in UTC."""
    if not at:
        return ""
    moment = (dt.datetime.fromisoformat(at) if isinstance(at, str) else at).astimezone(dt.UTC)
    return format_html(
        '{}, <bdi dir="ltr">{} UTC</bdi>', dates.day(reading_language(), moment.date()), f"{moment:%H:%M}"
    )


@register.filter
def when(gathering: Any) -> str:
    """Return the dates of a session or meeting as far as they are known."""
    language = reading_language()
    if gathering.starts_on:
        return dates.in_masthead(language, gathering.starts_on, gathering.ends_on)
    if gathering.window_starts_on and gathering.window_ends_on:
        return dates.between(language, gathering.window_starts_on, gathering.window_ends_on)
    if gathering.concluded_by:
        return dates.by(language, gathering.concluded_by)
    if gathering.year and gathering.month:
        return dates.month(language, gathering.year, gathering.month)
    if gathering.year:
        return dates.year(language, gathering.year)
    return _("dates not known")


@register.filter
def period(record: Any) -> str:
    """Return the days from which and to which something holds, open ends said as such; "" where neither is known."""
    language = reading_language()
    if record.since and record.until:
        return dates.in_masthead(language, record.since, record.until)
    if record.since:
        return _("since %(day)s") % {"day": dates.day(language, record.since)}
    if record.until:
        return _("until %(day)s") % {"day": dates.day(language, record.until)}
    return ""


@register.filter
def session_name(session: Any) -> str:
    """Return "Tenth session" in the reader's language; the key where a session has no ordinal."""
    if session.ordinal is None:
        return str(session.key)
    return capitals.capitalized(reading_language(), ordinals.session(reading_language(), session.ordinal))


@register.filter
def meeting_name(meeting: Any) -> str:
    """Return "Tenth meeting" (or session, if that is the body's word); "Meeting" where the ordinal is not known."""
    language = reading_language()
    is_session = meeting.body.gathering_word == GatheringWord.SESSION
    if meeting.ordinal is None:
        return _("Session") if is_session else _("Meeting")
    named = ordinals.session if is_session else ordinals.meeting
    return capitals.capitalized(language, named(language, meeting.ordinal))


@register.simple_tag
def mandate(conference: Any, citation: str) -> SafeString:
    """Return a link to a mandate cited by value: "resolution 7/1"."""
    kind, _space, number = citation.partition(" ")
    name = LABELS["mandate-kind"].get(kind)
    if name is None or not number:
        return format_html("{}", citation)
    address = reverse("mandate", args=[conference.key, kind, number])
    return format_html('<a href="{}">{} {}</a>', address, name, symbol(number))


@register.simple_tag(takes_context=True)
def following(context: Any, **changed: Any) -> str:
    """Return the query of this page's address with some of its fields set anew; an empty value drops the field.

    A field is named as Python can name it: `as_of` sets "as-of".
    """
    fields = context["request"].GET.copy()
    fields.pop("after", None)
    for name, value in changed.items():
        fields[name.replace("_", "-")] = str(value)
    for name in [name for name in fields if not fields[name]]:
        del fields[name]
    return f"?{fields.urlencode()}"


@register.filter
def said(gathering: Any) -> list[Any]:
    """Return what is said of a session or meeting, oldest first; its sayings must have been fetched with it."""
    return sorted(gathering.sayings.all(), key=lambda saying: (saying.as_of or dt.date.min, saying.pk))


@register.filter
def last_said(gathering: Any) -> Any:
    """Return the last thing said of a session or meeting, None where nothing is."""
    return next(reversed(said(gathering)), None)


@register.filter
def item_number(number: str) -> str:
    """Return an agenda item's number as the reader's language prints it: "2 (b)", "2 b)"."""
    try:
        return agenda.parse_item(number).printed(reading_language())
    except agenda.NotAnItemNumber:
        return number


@register.filter
def document_address(document: Any, conference: Any) -> str:
    """Return the permanent address of a document of a conference: its symbol, or its key while it has none."""
    if document.symbol:
        return reverse("document", args=[document.key])
    return reverse("document_by_key", args=[conference.key, document.key])


@register.filter
def lookup(path: str) -> str:
    """Return what a reader at a wrong address may have looked for: the symbol, or the last word of the address."""
    _before, found, symbol_ = path.partition("/documents/")
    return symbol_ if found else path.strip("/").rpartition("/")[2].replace("-", " ")


@register.filter
def item(mapping: Any, key: str) -> Any:
    return mapping.get(key)


@register.filter
def in_order(versions: Any) -> list[Any]:
    """Return language versions in the order of the official languages: Arabic, Chinese, English and so on."""
    return sorted(versions, key=lambda version: list(Language).index(Language(version.language)))


@register.filter
def meeting_of(meetings: Any, answer: Any) -> Any:
    """Return the meeting that answers a request, from those fetched by the keys of their bodies and their own."""
    return meetings[answer.body, answer.key]


@register.simple_tag
def without_of(said: str, bodies: Any, sessions: Any) -> SafeString | str:
    """Return what nothing was found for, in the reader's words: a session, or a body and a year."""
    if said in sessions:
        return session_name(sessions[said])
    key, _space, year = said.partition(" ")
    return format_html("{} {}", wording(body_name(bodies[key]), "bare"), year) if key in bodies else said


@register.filter
def option_of(question: Any, value: str) -> Any:
    """Return the option of a question that a value stands for, or None."""
    return question.option(value)


@register.filter
def iso_day(text: str) -> str:
    """Return a date that an answer keeps as text, in the reader's language."""
    return day(dt.date.fromisoformat(text))


@register.simple_tag(takes_context=True)
def file_of(context: Any, files: Any, digest: str) -> SafeString | str:
    """Return the name of the file that an answer names by its digest, as a link where the page is of an assessment."""
    # A frozen copy names its files as pairs, an assessment has them as records.
    pairs = ((file.name, file.digest) if hasattr(file, "digest") else file for file in files or ())
    name = next((str(name) for name, found in pairs if found == digest), digest[:12])
    if "assessment" not in context:
        return name
    address = reverse("attachment", args=[context["assessment"].code, digest])
    return format_html('<a href="{}"><bdi>{}</bdi></a>', address, name)

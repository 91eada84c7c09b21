"""The calendar of meetings of a period: by day, with the days by which documents are due.

Gatherings whose days are not known have a table of their own, with the window, month or year that is. What was put off
without new dates stands there too; what was cancelled stands at the days it was planned for.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from rapporteur.documents.rules import agenda_due_on, report_due_on, slot_before
from rapporteur.drafts.rules.cells import lines
from rapporteur.drafts.rules.gatherings import (
    Placed,
    beside,
    days_of,
    gathering_named,
    mode_words,
    moved_from,
    on_the_day,
    parallel,
    place_in_time,
    standing_words,
)
from rapporteur.drafts.rules.inlines import read, text
from rapporteur.drafts.rules.masthead import masthead
from rapporteur.drafts.rules.voice import Voice
from rapporteur.drafts.terms.calendar import CalendarMatter
from rapporteur.drafts.terms.masthead import MastheadMatter
from rapporteur.drafts.terms.reasons import Lack, Reason
from rapporteur.languages import dates
from rapporteur.meetings.terms import Tense
from rapporteur.typeset.tree import Block, Document, Heading, Inlines, Metadata, Paragraph, Table

_WIDTHS: Final = (16, 32, 12, 13, 29)
_OFF: Final = frozenset({Tense.POSTPONED, Tense.CANCELLED})


def why_not_compose_calendar(matter: CalendarMatter, *, as_of: dt.date) -> list[Reason]:
    """Return every reason why there is no calendar to write; an empty list means that there is one."""
    since, until = matter.since.isoformat(), matter.until.isoformat()
    if matter.until < matter.since:
        return [Reason(Lack.PERIOD_BACKWARDS, since=since, until=until)]
    if not gatherings_in(matter, as_of=as_of):
        return [Reason(Lack.EMPTY_PERIOD, since=since, until=until)]
    return []


def gatherings_in(matter: CalendarMatter, *, as_of: dt.date) -> list[Placed]:
    """Return the gatherings of the period as they stand on a day, in the order of their days."""
    found = [on_the_day(one, as_of=as_of) for one in matter.gatherings]
    within = [one for one in found if _falls_in(matter, one)]
    return sorted(within, key=place_in_time)


def compose_calendar(matter: CalendarMatter, voice: Voice, *, as_of: dt.date) -> Document:
    """Return the calendar as it reads on a day, in the voice's language."""
    title = voice.say("calendar-title")
    of = MastheadMatter(conference=matter.conference, session=matter.session, title=title, byline="")
    head, notes = masthead(voice, of, as_of=as_of)
    period = dates.in_masthead(voice.language, matter.since, matter.until)
    said = voice.say("calendar-period", period=period, day=dates.day(voice.language, as_of))
    return Document(
        language=voice.language,
        masthead=head,
        blocks=(Paragraph(said), *_tables(matter, voice, as_of=as_of)),
        metadata=Metadata(
            kind="calendar",
            title=read(title),
            author=matter.conference.key,
            issued_on=as_of,
            conference=matter.conference.key,
            session=matter.session.key,
        ),
        notes=notes,
    )


# --- what falls in the period -----------------------------------------------------------------------------------------


def _falls_in(matter: CalendarMatter, one: Placed) -> bool:
    """Tell whether a gathering is in the period: also one put off, from any day before its end, that may yet be."""
    first, last = one.dates.earliest, one.dates.latest
    if one.standing.tense is Tense.POSTPONED:
        return first is None or first <= matter.until
    if first is None and last is None:
        return one.matter.reports_to in {"", matter.session.key} and one.standing.tense is Tense.UNKNOWN
    return (first or last or matter.since) <= matter.until and (last or first or matter.until) >= matter.since


def _has_days(one: Placed) -> bool:
    return one.dates.starts_on is not None and one.standing.tense is not Tense.POSTPONED


# --- tables -----------------------------------------------------------------------------------------------------------


def _tables(matter: CalendarMatter, voice: Voice, *, as_of: dt.date) -> list[Block]:
    found = gatherings_in(matter, as_of=as_of)
    known, unknown = [one for one in found if _has_days(one)], [one for one in found if not _has_days(one)]
    blocks: list[Block] = []
    if known:
        blocks.append(_table(matter, voice, known, as_of=as_of))
    if unknown:
        blocks += [Heading(voice.say("calendar-days-unknown")), _table(matter, voice, unknown, as_of=as_of)]
    return blocks


def _table(matter: CalendarMatter, voice: Voice, found: Sequence[Placed], *, as_of: dt.date) -> Table:
    columns = ("column-days", "column-meeting", "column-place", "column-standing", "column-deadlines")
    rows = tuple(_row(matter, voice, one, as_of=as_of) for one in found)
    return Table(tuple(voice.say(column) for column in columns), rows, widths=_WIDTHS)


def _row(matter: CalendarMatter, voice: Voice, one: Placed, *, as_of: dt.date) -> tuple[Inlines, ...]:
    place = voice.register_text(one.matter.place.text) if one.matter.place.text else ()
    about = [gathering_named(voice, one.matter), beside(voice, one, as_of=as_of), parallel(voice, one)]
    standing = [standing_words(voice, one), moved_from(voice, one)]
    return (
        _days(voice, one),
        lines(voice, about),
        lines(voice, [place, mode_words(voice, one)]),
        lines(voice, standing),
        _deadlines(matter, voice, one),
    )


def _days(voice: Voice, one: Placed) -> Inlines:
    days = days_of(voice.language, one.dates)
    if not days:
        return voice.say("no-days")
    return voice.say("days-planned", days=days) if one.standing.tense in _OFF else text(days)


def _deadlines(matter: CalendarMatter, voice: Voice, one: Placed) -> Inlines:
    """Return the days by which documents are due, where the days are known and the gathering takes place."""
    known = one.dates
    if one.standing.tense in _OFF or known.starts_on is None:
        return ()
    slot = slot_before(known.starts_on, calendar=matter.rules)
    due = {"deadline-submission": slot.submit_by, "deadline-issuance": slot.issue_by}
    if one.matter.kind is not None:
        due["deadline-agenda"] = agenda_due_on(known.starts_on, kind=one.matter.kind, calendar=matter.rules)
    if known.ends_on is not None:
        due["deadline-report"] = report_due_on(known.ends_on, calendar=matter.rules)
    said = [voice.say(message, day=dates.day(voice.language, day)) for message, day in sorted(due.items(), key=_by_day)]
    return lines(voice, said)


def _by_day(due: tuple[str, dt.date]) -> dt.date:
    return due[1]

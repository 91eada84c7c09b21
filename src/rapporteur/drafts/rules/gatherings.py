"""A session or meeting as it stands in a row of a draft: its name, its days, its place, how it stands.

A row has no sentence around it, so dates come without a preposition and names in their plain form. The note has
sentences of its own (`note_meetings`).
"""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from rapporteur.drafts.rules.inlines import begun, text
from rapporteur.drafts.rules.voice import Voice
from rapporteur.drafts.terms.calendar import GatheringMatter
from rapporteur.drafts.terms.matter import Gathering
from rapporteur.languages import dates
from rapporteur.languages.ordinals import session_ordinal
from rapporteur.languages.terms import Language
from rapporteur.meetings.rules import Dates, Standing, gathering_as_of
from rapporteur.meetings.terms import Mode, SessionKind, Tense
from rapporteur.typeset.tree import Inlines

_SPOKEN_MODES: Final = frozenset({Mode.HYBRID, Mode.ONLINE})


@dataclass(frozen=True, slots=True)
class Placed:
    """A gathering with where it stands on the day a draft speaks."""

    matter: GatheringMatter
    standing: Standing

    @property
    def dates(self) -> Dates:
        """Return the dates in force; those it was planned for while it is put off without new ones."""
        return self.matter.planned if self.standing.tense is Tense.POSTPONED else self.standing.dates

    @property
    def was_moved(self) -> bool:
        return self.standing.dates != self.matter.planned and self.matter.planned.earliest is not None


def on_the_day(matter: GatheringMatter, *, as_of: dt.date) -> Placed:
    return Placed(matter, gathering_as_of(matter.planned, matter.sayings, as_of, mode=matter.mode))


def place_in_time(one: Placed) -> tuple[dt.date, dt.date, str, str]:
    """Return what gatherings are sorted by: their days, those without days last, then body and key."""
    known = one.dates
    return (known.earliest or dt.date.max, known.latest or dt.date.max, one.matter.body_key, one.matter.key)


def gathering_named(voice: Voice, matter: GatheringMatter) -> Inlines:
    """Return "Working Group on …, ninth meeting", or "Tenth session of the Conference"."""
    return begun(voice.language, gathering_called(voice, matter))


def gathering_called(voice: Voice, matter: GatheringMatter) -> Inlines:
    """Return the same as it stands in the middle of a line."""
    if matter.kind is SessionKind.SPECIAL:
        return voice.say("row-special-session", ordinal=_ordinal(voice, matter))
    if matter.body is None:
        return voice.say("row-session", meeting=matter.gathering)
    return voice.say("row-meeting", body=voice.register_text(matter.body.text), meeting=matter.gathering)


def _ordinal(voice: Voice, matter: GatheringMatter) -> str:
    ordinal = matter.gathering.ordinal
    return session_ordinal(voice.language, ordinal) if ordinal else "none"


def gathering_line(voice: Voice, one: Placed) -> Inlines:
    """Return a gathering with its days, its place and how it stands, on one line."""
    named = gathering_named(voice, one.matter)
    where = place_and_days(voice, one)
    said = voice.say("row-gathering", gathering=named, where=where) if where else named
    return voice.say("row-with-standing", row=said, standing=standing_words(voice, one))


def place_and_days(voice: Voice, one: Placed) -> Inlines:
    """Return "Vienna, 9–11 October 2019", as much of it as is known."""
    days = days_of(voice.language, one.dates)
    place = voice.register_text(one.matter.place.text) if one.matter.place.text else ()
    if place and days:
        return voice.say("row-place-and-days", place=place, days=days)
    return place or text(days)


def days_of(language: Language, known: Dates) -> str:
    """Return the days without a preposition; a window, a month or a year where no more is known, else ""."""
    if known.starts_on:
        return dates.in_masthead(language, known.starts_on, known.ends_on)
    if known.window_starts_on and known.window_ends_on:
        return dates.between(language, known.window_starts_on, known.window_ends_on)
    if known.year and known.month:
        return dates.month(language, known.year, known.month)
    if known.concluded_by:
        return dates.by(language, known.concluded_by)
    return dates.year(language, known.year) if known.year else ""


def standing_words(voice: Voice, one: Placed) -> Inlines:
    """Return "held", "scheduled", "cancelled" …, as it agrees with the word for the gathering."""
    return voice.say(f"standing-{one.standing.tense}", word=one.matter.gathering.word.value)


def moved_from(voice: Voice, one: Placed) -> Inlines:
    """Return the days that a gathering was first planned for, if it takes place on others."""
    if not one.was_moved or one.standing.tense in {Tense.POSTPONED, Tense.CANCELLED}:
        return ()
    return voice.say("moved-from", days=days_of(voice.language, one.matter.planned))


def mode_words(voice: Voice, one: Placed) -> Inlines:
    """Return "hybrid" or "online"; nothing for a gathering in person, and where nothing is known."""
    mode = one.standing.mode
    return voice.say("row-mode", mode=mode.value) if mode in _SPOKEN_MODES else ()


def beside(voice: Voice, one: Placed, *, as_of: dt.date) -> Inlines:
    """Return which meeting comes right before or after, while both take place and both begin on a known day."""
    neighbour = one.matter.beside
    if neighbour is None:
        return ()
    theirs = gathering_as_of(neighbour.planned, neighbour.sayings, as_of)
    ours = one.standing.dates.earliest
    off = {Tense.POSTPONED, Tense.CANCELLED}
    if ours is None or theirs.dates.earliest is None or {one.standing.tense, theirs.tense} & off:
        return ()
    message = "row-beside-after" if theirs.dates.earliest < ours else "row-beside-before"
    meeting = Gathering(neighbour.ordinal, neighbour.word)
    return voice.say(message, meeting=meeting, body=neighbour.name)


def parallel(voice: Voice, one: Placed) -> Inlines:
    session = one.matter.in_session
    return voice.say("row-parallel", session=session) if session else ()

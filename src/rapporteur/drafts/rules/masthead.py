"""The head of page one of any draft: which lines it has, in the words of the language.

The date is the day the document speaks as of. The footnote of the agenda has one asterisk; it is returned beside the
masthead, for the document's notes.
"""

import datetime as dt
from typing import Final

from rapporteur.drafts.rules.citations import document_reference
from rapporteur.drafts.rules.inlines import begun, text
from rapporteur.drafts.rules.voice import Voice
from rapporteur.drafts.terms.masthead import MastheadMatter
from rapporteur.drafts.terms.matter import SessionMatter
from rapporteur.languages import dates, ordinals
from rapporteur.languages.cases import Case
from rapporteur.meetings.rules import gathering_as_of
from rapporteur.meetings.terms import SessionKind
from rapporteur.symbols.agenda import NotAnItemNumber, parse_item
from rapporteur.typeset.tree import Inlines, Masthead, Note, NoteCall

AGENDA_MARK: Final = "*"


def masthead(voice: Voice, of: MastheadMatter, *, as_of: dt.date) -> tuple[Masthead, tuple[Note, ...]]:
    """Return the masthead and the notes it calls, in their order."""
    head = Masthead(
        organization=voice.say("united-nations"),
        symbol=of.symbol,
        organ=voice.register_text(of.conference.name),
        distribution=voice.say(f"distribution-{of.distribution}"),
        date=text(dates.day(voice.language, as_of)),
        languages=_languages(voice, of),
        meeting=_session(voice, of.session),
        place_and_dates=_place_and_dates(voice, of.session, as_of=as_of),
        items=_items(voice, of),
        item_titles=tuple(voice.register_text(item.title) for item in of.items),
        title=of.title,
        byline=voice.term(of.byline) if of.byline else (),
    )
    if not of.items or not of.agenda_symbol:
        return head, ()
    return head, (Note(AGENDA_MARK, voice.say("note-agenda", symbol=(document_reference(of.agenda_symbol),))),)


def _languages(voice: Voice, of: MastheadMatter) -> tuple[Inlines, ...]:
    original = voice.say("original-language", language=of.original.value)
    return (original,) if voice.language is of.original else (voice.say("language-name"), original)


def _session(voice: Voice, session: SessionMatter) -> Inlines:
    if session.kind is SessionKind.SPECIAL:
        ordinal = ordinals.session_ordinal(voice.language, session.ordinal) if session.ordinal else "none"
        return begun(voice.language, voice.say("special-session", ordinal=ordinal))
    if session.ordinal is None:
        return begun(voice.language, voice.say("gathering-without-number", word="session", case=Case.NOMINATIVE.value))
    return begun(voice.language, text(ordinals.session(voice.language, session.ordinal)))


def _place_and_dates(voice: Voice, session: SessionMatter, *, as_of: dt.date) -> Inlines:
    known = gathering_as_of(session.planned, session.sayings, as_of, mode=session.mode).dates
    place = voice.register_text(session.place.text) if session.place.text else ()
    if known.starts_on and known.ends_on:
        days = dates.in_masthead(voice.language, known.starts_on, known.ends_on)
    elif known.window_starts_on and known.window_ends_on:
        days = dates.in_masthead(voice.language, known.window_starts_on, known.window_ends_on)
    elif known.year:
        days = dates.month(voice.language, known.year, known.month) if known.month else _year(voice, known.year)
    else:
        return place
    return voice.say("place-and-dates", place=place, dates=days) if place else text(days)


def _year(voice: Voice, year: int) -> str:
    return dates.year(voice.language, year)


def _items(voice: Voice, of: MastheadMatter) -> Inlines:
    if not of.items:
        return ()
    numbers = voice.list([text(printed_item(voice, item.number)) for item in of.items])
    line = voice.say("items-of-provisional-agenda", count=len(of.items), numbers=numbers)
    return (*line, NoteCall(AGENDA_MARK)) if of.agenda_symbol else line


def printed_item(voice: Voice, number: str) -> str:
    """Return the number of an agenda item as the language prints it; one of another form as it stands."""
    try:
        return parse_item(number).printed(voice.language.value)
    except NotAnItemNumber:
        return number

"""The status of what the resolutions asked for: one row for each provision, under its mandate, under its session.

A row says what was asked, of whom, by when, and what answered it: meetings with their dates, documents with their
symbols, or that the register has nothing.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from rapporteur.bodies.terms import GatheringWord
from rapporteur.drafts.rules.cells import lines
from rapporteur.drafts.rules.documentation import document_line, mandate_line, symbol_order
from rapporteur.drafts.rules.gatherings import gathering_called, gathering_line, on_the_day, place_in_time
from rapporteur.drafts.rules.inlines import begun, read, text
from rapporteur.drafts.rules.masthead import masthead
from rapporteur.drafts.rules.voice import Voice
from rapporteur.drafts.terms.masthead import MastheadMatter
from rapporteur.drafts.terms.matter import Gathering, Name
from rapporteur.drafts.terms.reasons import Lack, Reason
from rapporteur.drafts.terms.requests import RequestMatter, RequestsMatter, Unanswered
from rapporteur.languages import dates, numbers
from rapporteur.languages.cases import Gender
from rapporteur.languages.terms import Language
from rapporteur.mandates.terms import Effect, Recurrence
from rapporteur.typeset.tree import Block, Document, Heading, Inlines, Metadata, Paragraph, Strong, Table

_MEETING: Final = {  # gender of the noun
    Language.FRENCH: Gender.FEMININE,
    Language.RUSSIAN: Gender.NEUTER,
    Language.SPANISH: Gender.FEMININE,
}
_WIDTHS: Final = (7, 28, 20, 15, 36)


def why_not_compose_status(matter: RequestsMatter, *, as_of: dt.date) -> list[Reason]:
    """Return every reason why there is no status to write; an empty list means that there is one."""
    if matter.requests:
        return []
    return [Reason(Lack.NO_REQUEST, day=as_of.isoformat())]


def compose_status(matter: RequestsMatter, voice: Voice, *, as_of: dt.date) -> Document:
    """Return the status as it reads on a day, in the voice's language. `matter` is of the same day."""
    title = voice.say("status-title")
    of = MastheadMatter(conference=matter.conference, session=matter.session, title=title)
    head, notes = masthead(voice, of, as_of=as_of)
    said = voice.say("status-as-of", day=dates.day(voice.language, as_of))
    return Document(
        language=voice.language,
        masthead=head,
        blocks=(Paragraph(said), *_blocks(matter, voice, as_of=as_of)),
        metadata=Metadata(
            kind="status",
            title=read(title),
            author=matter.conference.key,
            issued_on=as_of,
            conference=matter.conference.key,
            session=matter.session.key,
        ),
        notes=notes,
    )


def _blocks(matter: RequestsMatter, voice: Voice, *, as_of: dt.date) -> Iterable[Block]:
    ordered = sorted(matter.requests, key=lambda one: one.provision.mandate.session_ordinal or 0)
    number = 0
    for ordinal, of_session in groupby(ordered, key=lambda one: one.provision.mandate.session_ordinal):
        yield Heading(_session(voice, ordinal))
        for of_mandate in _by_mandate(of_session).values():
            yield Heading(_mandate_of(voice, of_mandate), level=2)
            rows = [_row(voice, one, number=number + at, as_of=as_of) for at, one in enumerate(of_mandate, start=1)]
            number += len(of_mandate)
            yield _table(voice, rows)


def _by_mandate(requests: Iterable[RequestMatter]) -> dict[str, list[RequestMatter]]:
    found: dict[str, list[RequestMatter]] = {}
    for request in requests:
        found.setdefault(request.provision.mandate.citation, []).append(request)
    return found


def _session(voice: Voice, ordinal: int | None) -> Inlines:
    if ordinal is None:
        return voice.say("status-session-unknown")
    return begun(voice.language, voice.say("row-session", meeting=Gathering(ordinal, GatheringWord.SESSION)))


def _mandate_of(voice: Voice, requests: Sequence[RequestMatter]) -> Inlines:
    mandate = requests[0].provision.mandate
    return mandate_line(voice, mandate.citation, mandate)


def _table(voice: Voice, rows: Sequence[tuple[Inlines, ...]]) -> Table:
    columns = ("column-number", "column-asked", "column-of-whom", "column-by-when", "column-answer")
    return Table(tuple(voice.say(column) for column in columns), tuple(rows), widths=_WIDTHS)


# --- the cells of a row -----------------------------------------------------------------------------------------------


def _row(voice: Voice, one: RequestMatter, *, number: int, as_of: dt.date) -> tuple[Inlines, ...]:
    return (
        text(str(number)),
        _asked(voice, one),
        _of_whom(voice, one),
        _by_when(voice, one),
        _answer(voice, one, as_of=as_of),
    )


def _asked(voice: Voice, one: RequestMatter) -> Inlines:
    provision = one.provision
    parts = [voice.say(f"asked-{provision.effect}")]
    if provision.minimum and provision.effect is Effect.REQUESTS_MEETING:
        number = numbers.in_text(
            voice.language, provision.minimum, gender=_MEETING.get(voice.language, Gender.MASCULINE)
        )
        parts.append(voice.say("asked-at-least", number=number))
    parts += [
        voice.register_text(words) for words in (provision.object, provision.purpose, provision.condition) if words
    ]
    if one.to_body is not None:
        parts.append(voice.say("asked-for-body", body=voice.register_text(one.to_body.text)))
    if one.paragraph:
        parts.append(voice.say("asked-in-paragraph", paragraph=one.paragraph))
    return lines(voice, parts)


def _of_whom(voice: Voice, one: RequestMatter) -> Inlines:
    addressee = one.provision.addressee
    names = [voice.register_text(name.text) for name in one.provision.names]
    parts = [voice.register_text(addressee), *names] if addressee else names
    return lines(voice, parts) or voice.say("of-whom-unknown")


def _by_when(voice: Voice, one: RequestMatter) -> Inlines:
    provision = one.provision
    parts: list[Inlines] = []
    if provision.due_on:
        parts.append(text(dates.day(voice.language, provision.due_on)))
    if provision.due_ordinal:
        session = Gathering(provision.due_ordinal, GatheringWord.SESSION)
        parts.append(voice.say("row-session", meeting=session))
    elif provision.due_session_key:
        parts.append(voice.say("when-session-unknown"))
    if provision.recurrence is not Recurrence.NONE:
        parts.append(voice.say(f"when-{provision.recurrence}"))
    elif provision.effect is Effect.ENCOURAGES_ANNUAL:
        parts.append(voice.say("when-annual"))
    return lines(voice, parts) or voice.say("when-not-set")


def _answer(voice: Voice, one: RequestMatter, *, as_of: dt.date) -> Inlines:
    parts: list[Inlines] = [(Strong(voice.say(f"state-{one.state}")),)]
    placed = [on_the_day(meeting, as_of=as_of) for meeting in one.meetings]
    parts += [gathering_line(voice, each) for each in sorted(placed, key=place_in_time)]
    parts += [document_line(voice, each, as_of=as_of) for each in sorted(one.documents, key=symbol_order)]
    if not one.meetings and not one.documents:
        parts.append(voice.say("nothing-in-register"))
    return lines(voice, [*parts, *_without(voice, one.without)])


def _without(voice: Voice, missing: Sequence[Unanswered]) -> list[Inlines]:
    """Return "Nothing found for 2015 and 2016: Working Group on …", a line for each body, and one for the sessions."""
    years: dict[Name, list[Inlines]] = {}
    for one in missing:
        if one.body is not None and one.year is not None:
            years.setdefault(one.body, []).append(text(str(one.year)))
    lines = [
        voice.say("nothing-for-years", body=voice.register_text(body.text), years=voice.list(of_body))
        for body, of_body in years.items()
    ]
    sessions = [gathering_called(voice, one.session) for one in missing if one.session is not None]
    return [*lines, voice.say("nothing-for-sessions", sessions=voice.list(sessions))] if sessions else lines

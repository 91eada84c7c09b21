"""The heading of a body's block in the note, and its last paragraph: which meetings, when, and where the reports are.

Every sentence follows from where a meeting stands on the day: past, under way, to come, put off, called off. A place
is named once and then "also"; two meetings share a sentence, more have one each.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from rapporteur.bodies.terms import GatheringWord
from rapporteur.documents.rules import progress_as_of
from rapporteur.documents.terms import IssueStatus
from rapporteur.drafts.rules.citations import cited, document_reference
from rapporteur.drafts.rules.inlines import begun
from rapporteur.drafts.rules.note_scene import Scene
from rapporteur.drafts.terms.matter import Gathering, Place
from rapporteur.drafts.terms.note import BodyMatter, MeetingMatter
from rapporteur.languages import dates
from rapporteur.languages.terms import Language
from rapporteur.mandates.terms import MandateKind
from rapporteur.meetings.rules import Dates, Standing, gathering_as_of
from rapporteur.meetings.terms import Mode, Tense
from rapporteur.typeset.tree import Inlines, Note, NoteCall

_CLAUSES: Final = {
    Tense.PAST: "clause-past",
    Tense.PRESENT: "clause-present",
    Tense.TO_COME: "clause-to-come",
    Tense.POSTPONED: "clause-postponed",
    Tense.CANCELLED: "clause-cancelled",
    Tense.UNKNOWN: "clause-undated",
}
_HEADINGS: Final = {Tense.PAST: "heading-past", Tense.PRESENT: "heading-present", Tense.TO_COME: "heading-to-come"}
_TAKING_PLACE: Final = frozenset(_HEADINGS)
_REPORTABLE: Final = frozenset({*_HEADINGS, Tense.UNKNOWN})
_PAIR: Final = 2


@dataclass(frozen=True, slots=True)
class Placed:
    """A meeting with where it stands on the day."""

    meeting: MeetingMatter
    standing: Standing

    @property
    def has_report(self) -> bool:
        """Tell whether its report is to be spoken of: not while it is put off, never when it is called off."""
        return self.standing.tense in _REPORTABLE


def placed(body: BodyMatter, *, as_of: dt.date) -> list[Placed]:
    """Return the meetings in the order of their days in force, or planned if none are; those without days last."""
    found = [Placed(m, gathering_as_of(m.planned, m.sayings, as_of, mode=m.mode)) for m in body.meetings]
    return sorted(found, key=_by_day)


def _by_day(one: Placed) -> tuple[dt.date, int, str]:
    day = one.standing.dates.earliest or one.meeting.planned.earliest or dt.date.max
    return (day, one.meeting.ordinal or 0, one.meeting.key)


def body_heading(scene: Scene, meetings: Sequence[Placed]) -> Inlines:
    """Return "Reports on the meetings of … held in … from … and to be held …"."""
    voice, body = scene.voice, scene.body
    reported = [one for one in meetings if one.has_report]
    if not reported:
        said = voice.say("heading-without-reports", count=len(meetings), word=body.word.value, body=body.name)
        return begun(voice.language, said)
    groups: list[Inlines] = []
    before: Place | None = None
    for tense, found in groupby((one for one in reported if one.standing.tense in _TAKING_PLACE), _tense):
        group, when = list(found), []
        for one in group:
            when.append(_where_and_when(scene, one, before=before))
            before = one.meeting.place
        said = voice.list([part for part in when if part])
        counts = {"count": len(reported), "own": len(group), "number": reported.index(group[0]) + 1}
        groups.append(voice.say(_HEADINGS[tense], word=body.word.value, when=said, **counts))
    said = voice.say(
        "heading-reports",
        count=len(reported),
        word=body.word.value,
        body=body.name,
        dated="yes" if groups else "no",
        groups=voice.list(groups),
    )
    return begun(voice.language, said)


def _tense(one: Placed) -> Tense:
    return one.standing.tense


def meeting_paragraphs(scene: Scene, meetings: Sequence[Placed], notes: list[Note]) -> list[Inlines]:
    """Return the paragraph on the meetings and their reports; what has to be noted on a report is added to `notes`."""
    if not meetings:
        return []
    voice = scene.voice
    sentences = _meeting_sentences(scene, meetings)
    sentences += _report_sentences(scene, [one for one in meetings if one.has_report], notes)
    return [voice.sentences(begun(voice.language, sentence) for sentence in sentences)]


# --- meetings ---------------------------------------------------------------------------------------------------------


def _meeting_sentences(scene: Scene, meetings: Sequence[Placed]) -> list[Inlines]:
    voice = scene.voice
    clauses: list[Inlines] = []
    before: Place | None = None
    for index, one in enumerate(meetings):
        clauses.append(_meeting_clause(scene, one, is_first=index == 0, before=before))
        before = one.meeting.place if one.meeting.place.text else before
    if len(meetings) == _PAIR and all(one.standing.tense in _TAKING_PLACE for one in meetings):
        clauses = [voice.say("two-clauses", first=clauses[0], second=clauses[1])]
    return [voice.say("sentence", clause=clause) for clause in clauses]


def _meeting_clause(scene: Scene, one: Placed, *, is_first: bool, before: Place | None) -> Inlines:
    voice, body, tense = scene.voice, scene.body, one.standing.tense
    gathering = Gathering(one.meeting.ordinal, body.word)
    subject = (
        voice.say("gathering-of-body", meeting=gathering, body=body.short_name)
        if is_first
        else voice.say("the-gathering", meeting=gathering)
    )
    values = {"subject": subject, "word": body.word.value}
    if tense is Tense.UNKNOWN:
        return voice.say("clause-undated", **values)
    if tense in {Tense.POSTPONED, Tense.CANCELLED}:
        planned = Placed(one.meeting, Standing(one.meeting.planned, tense))
        return voice.say(_CLAUSES[tense], circumstances=_where_and_when(scene, planned, before=None), **values)
    return voice.say(
        _CLAUSES[tense],
        circumstances=_where_and_when(scene, one, before=before, is_also=True),
        manner=_manner(scene, one.standing.mode),
        beside=_beside(scene, one),
        **values,
    )


def _where_and_when(scene: Scene, one: Placed, *, before: Place | None, is_also: bool = False) -> Inlines:
    """Return "in Vienna from 9 to 11 October 2019"; where the place was named before, only the days, or "also"."""
    voice, place = scene.voice, one.meeting.place
    days = _days(voice.language, one.standing.dates)
    if not place.text:
        return voice.say("only-on", dates=days) if days else ()
    if before is None or before.text != place.text:
        return voice.say("in-place-on", place=place, dates=days) if days else voice.say("only-in-place", place=place)
    if is_also:
        return voice.say("also-in-place-on", place=place, dates=days) if days else voice.say("also-in", place=place)
    return voice.say("only-on", dates=days) if days else ()


def _days(language: Language, known: Dates) -> str:
    if known.starts_on and known.ends_on:
        return dates.in_running_text(language, known.starts_on, known.ends_on)
    if known.starts_on:
        return dates.in_running_text(language, known.starts_on)
    if known.window_starts_on and known.window_ends_on:
        return dates.in_period(language, known.window_starts_on, known.window_ends_on)
    if known.year and known.month:
        return dates.in_month(language, known.year, known.month)
    return dates.in_year(language, known.year) if known.year else ""


def _manner(scene: Scene, mode: Mode | None) -> Inlines:
    return scene.voice.say(f"manner-{mode}") if mode in {Mode.HYBRID, Mode.ONLINE} else ()


def _beside(scene: Scene, one: Placed) -> Inlines:
    neighbour = one.meeting.beside
    if neighbour is None:
        return ()
    standing = gathering_as_of(neighbour.planned, neighbour.sayings, scene.as_of)
    ours, theirs = one.standing.dates.earliest, standing.dates.earliest
    if standing.tense not in _TAKING_PLACE or ours is None or theirs is None:
        return ()
    message = "beside-after" if theirs < ours else "beside-before"
    meeting = Gathering(neighbour.ordinal, neighbour.word)
    return scene.voice.say(message, meeting=meeting, body=neighbour.name)


# --- reports ----------------------------------------------------------------------------------------------------------


def _report_sentences(scene: Scene, meetings: Sequence[Placed], notes: list[Note]) -> list[Inlines]:
    """Return a sentence for the reports that go to the session in one way, or one for each that cannot share one."""
    sentences = []
    keyed = [((_state(scene, one), one.meeting.under), one) for one in meetings]
    for key in dict.fromkeys(key for key, _ in keyed):
        group = [one for own, one in keyed if own == key]
        # "That meeting" would be unclear where the sentence before has just named the meeting of another body.
        is_clear = len(group) > 1 or not _beside(scene, group[0])
        if is_clear and len(group) == len(meetings) and all(one.meeting.report for one in group):
            sentences.append(_report_sentence(scene, key, group, _those_reports(scene, group, notes)))
        else:
            single = [([one], _one_report(scene, one, notes)) for one in group]
            sentences.extend(_report_sentence(scene, key, one, said) for one, said in single)
    return sentences


def _state(scene: Scene, one: Placed) -> str:
    """Return how a report stands to the session: to come, before it, past, or due without a record of its issuance."""
    session = scene.matter.session
    standing = gathering_as_of(session.planned, session.sayings, scene.as_of, mode=session.mode)
    report = one.meeting.report
    issued = progress_as_of(report.progress, scene.as_of) is IssueStatus.ISSUED if report else False
    if standing.tense is Tense.PRESENT and issued:
        return "reports-present"
    if standing.tense is Tense.PAST:
        issued_on = report.progress.issued_on if report else None
        in_time = issued_on is None or standing.dates.latest is None or issued_on <= standing.dates.latest
        return "reports-past" if issued and in_time else "reports-due"
    return "reports-to-come"


def _report_sentence(scene: Scene, key: tuple[str, str], group: Sequence[Placed], reports: Inlines) -> Inlines:
    message, under = key
    session = Gathering(scene.matter.session.ordinal, GatheringWord.SESSION)
    return scene.voice.say(message, under=_under(scene, under), reports=reports, count=len(group), session=session)


def _under(scene: Scene, citation: str) -> Inlines:
    kind, _, number = citation.partition(" ")
    days = [p.mandate.adopted_on for p in scene.body.provisions if p.mandate.citation == citation]
    if not number or any(day and day > scene.as_of for day in days):
        return ()
    mandate = cited(scene.voice, MandateKind(kind), number, message="mandate-by")
    return scene.voice.say("under-mandate", mandate=mandate)


def _those_reports(scene: Scene, group: Sequence[Placed], notes: list[Note]) -> Inlines:
    symbols = scene.voice.list([_symbol(scene, one, notes) for one in group])
    return scene.voice.say("reports-on-those", count=len(group), word=scene.body.word.value, symbols=symbols)


def _one_report(scene: Scene, one: Placed, notes: list[Note]) -> Inlines:
    voice = scene.voice
    symbol = voice.say("in-brackets", text=_symbol(scene, one, notes)) if one.meeting.report else ()
    return voice.say("report-on", meeting=Gathering(one.meeting.ordinal, scene.body.word), symbol=symbol)


def _symbol(scene: Scene, one: Placed, notes: list[Note]) -> Inlines:
    report = one.meeting.report
    if report is None:
        return ()
    symbol: Inlines = (document_reference(report.symbol),)
    issued_on = report.progress.issued_on
    if issued_on is None or issued_on > scene.as_of:
        return symbol
    day = dates.day(scene.voice.language, issued_on)
    if report.due_on and issued_on > report.due_on:
        due = dates.day(scene.voice.language, report.due_on)
        return (*symbol, _noted(notes, scene.voice.say("note-late", issued=day, due=due)))
    if report.is_late:
        return (*symbol, _noted(notes, scene.voice.say("note-late-without-day", issued=day)))
    return symbol


def _noted(notes: list[Note], content: Inlines) -> NoteCall:
    """Add a numbered note after those there are, and return its call."""
    mark = str(1 + sum(note.mark.isdigit() for note in notes))
    notes.append(Note(mark, content))
    return NoteCall(mark)

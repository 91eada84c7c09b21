"""The paragraphs of the note that say what a body was given to do: how it came to be, and what holds for it now.

Of all the provisions that name a body the note gives two kinds: the founding ones, which created the body or had it
convened, and those in force, which changed its character, its reporting or its rhythm of meeting. A request without
recurrence is in force for the session it is due at or, without one, for the session after the one that made it.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from rapporteur.bodies.terms import GatheringWord
from rapporteur.drafts.rules.citations import Mentions
from rapporteur.drafts.rules.inlines import begun, text
from rapporteur.drafts.rules.voice import Voice
from rapporteur.drafts.terms.matter import Gathering, Name, ProvisionMatter
from rapporteur.drafts.terms.note import BodyMatter, NoteMatter
from rapporteur.languages import dates, numbers
from rapporteur.languages.numbers import Gender
from rapporteur.languages.terms import Language
from rapporteur.mandates.terms import Effect, Recurrence
from rapporteur.typeset.tree import Inlines

_CONTEXT: Final = (Effect.ESTABLISHES_MECHANISM, Effect.ADOPTS, Effect.LAUNCHES)
_REQUESTS: Final = (Effect.REQUESTS_MEETING, Effect.REQUESTS_SUBMISSION, Effect.REQUESTS_REPORT)
_STANDING: Final = (Effect.MAKES_CONSTANT, Effect.RENEWS, Effect.ENCOURAGES_ANNUAL, Effect.ENCOURAGES_CONSECUTIVE)
_LIMITED: Final = (Effect.ESTABLISHES, Effect.RENEWS, Effect.EXPIRES)
_LASTING: Final = (Effect.RENEWS, Effect.MAKES_CONSTANT)

Clause = Callable[[Inlines], Inlines]  # the Conference as the sentence names it -> the clause


@dataclass(frozen=True, slots=True)
class Scene:
    """What a paragraph is written for: one body of one note, on a day, after all that was said before."""

    voice: Voice
    matter: NoteMatter
    body: BodyMatter
    as_of: dt.date
    mentions: Mentions


def mandate_paragraphs(scene: Scene) -> list[Inlines]:
    """Return the paragraphs on a body's mandates, the oldest mandate first, and on the end of its mandate."""
    adopted = [p for p in scene.body.provisions if p.mandate.adopted_on is None or p.mandate.adopted_on <= scene.as_of]
    founding = _founding(scene.body, adopted)
    paragraphs: list[Inlines] = []
    for citation in dict.fromkeys(p.mandate.citation for p in sorted(adopted, key=_by_age)):
        provisions = [p for p in adopted if p.mandate.citation == citation]
        if citation == founding:
            paragraphs.extend(_founding_paragraphs(scene, provisions))
        else:
            paragraphs.extend(_standing_paragraph(scene, provisions))
    return paragraphs + _expiry(scene, adopted)


def _by_age(provision: ProvisionMatter) -> tuple[dt.date, int, str, str]:
    mandate = provision.mandate
    return (mandate.adopted_on or dt.date.min, mandate.session_ordinal or 0, mandate.kind.value, mandate.number)


def _founding(body: BodyMatter, provisions: Sequence[ProvisionMatter]) -> str:
    """Return the citation of the mandate that created a body, or else of the first that had it convened; "" for none."""
    for wanted in (Effect.ESTABLISHES, Effect.REQUESTS_MEETING):
        found = [p for p in provisions if p.effect is wanted and body.key in p.bodies]
        if wanted is Effect.REQUESTS_MEETING:
            found = [p for p in found if p.addressee]
        if found:
            return min(found, key=_by_age).mandate.citation
    return ""


# --- paragraphs -------------------------------------------------------------------------------------------------------


def _founding_paragraphs(scene: Scene, provisions: Sequence[ProvisionMatter]) -> list[Inlines]:
    own = [p for p in provisions if scene.body.key in p.bodies]
    context = [p for p in provisions if p.effect in _CONTEXT and not p.bodies]
    paragraphs = []
    if context:
        row = _in_a_row(scene, [_context_clause(scene, p) for p in context])
        paragraphs.append(_paragraph(scene, _opening(scene, context), [row]))
    # The title in the opening may name an instrument in full; the clauses then call it by its short name.
    opening = _opening(scene, own)
    paragraphs.append(_paragraph(scene, opening, _founding_clauses(scene, own)))
    reaffirmed = [p for p in own if _is_reaffirmed(p)]
    if reaffirmed:
        said = scene.voice.say("reaffirmed", kind=reaffirmed[0].mandate.kind.value)
        paragraphs[-1] = scene.voice.sentences([paragraphs[-1], said])
    return paragraphs


def _standing_paragraph(scene: Scene, provisions: Sequence[ProvisionMatter]) -> list[Inlines]:
    clauses = _standing_clauses(scene, [p for p in provisions if scene.body.key in p.bodies])
    return [_paragraph(scene, _opening(scene, provisions), clauses, is_excerpt=True)] if clauses else []


@dataclass(frozen=True, slots=True)
class _Opening:
    """How a paragraph on a mandate begins: its citation, its subject or title, the Conference as it is named there."""

    mandate: Inlines
    about: Inlines
    conference: Inlines


def _opening(scene: Scene, provisions: Sequence[ProvisionMatter]) -> _Opening:
    mandate = provisions[0].mandate
    instruments = tuple(p.instrument for p in scene.body.provisions if p.instrument)
    return _Opening(
        mandate=scene.mentions.mandate(mandate),
        about=scene.mentions.about(mandate, instruments=instruments),
        conference=_conference(scene),
    )


def _paragraph(scene: Scene, opening: _Opening, clauses: Sequence[Clause], *, is_excerpt: bool = False) -> Inlines:
    """Return "In its resolution 7/1, on …, the Conference, inter alia, …. In addition, the Conference …."."""
    voice = scene.voice
    conference = opening.conference
    subject = voice.say("inter-alia", conference=conference) if is_excerpt else conference
    sentences = [voice.say("in-mandate", mandate=opening.mandate, about=opening.about, clause=clauses[0](subject))]
    short = voice.say("conference-short")
    sentences += [voice.say("further", clause=clause(short)) for clause in clauses[1:]]
    return voice.sentences(begun(voice.language, sentence) for sentence in sentences)


def _conference(scene: Scene) -> Inlines:
    if scene.mentions.has_conference:
        return scene.voice.say("conference-short")
    scene.mentions.has_conference = True
    return scene.voice.say("conference-in-full", conference=Name(scene.matter.conference.name, "organ"))


def _in_a_row(scene: Scene, clauses: Sequence[Clause]) -> Clause:
    """Return one clause that says all of them, with the Conference named once."""

    def row(conference: Inlines) -> Inlines:
        subjects = [conference, *(() for _ in clauses[1:])]
        return scene.voice.list([clause(subject) for clause, subject in zip(clauses, subjects, strict=True)])

    return row


def _expiry(scene: Scene, provisions: Sequence[ProvisionMatter]) -> list[Inlines]:
    """Return one paragraph if the body's mandate has ended by the day, unless a later provision made it last."""
    own = [p for p in provisions if scene.body.key in p.bodies]
    ended = [p for p in own if p.effect in _LIMITED and p.expires_on and p.expires_on <= scene.as_of]
    lasting = [p for p in own if p.effect in _LASTING and not p.expires_on and not _is_reaffirmed(p)]
    pending = [p for p in own if p.effect in _LIMITED and p.expires_on and p.expires_on > scene.as_of]
    if not ended:
        return []
    last = max(ended, key=lambda p: p.expires_on or dt.date.min)
    if pending or any(_by_age(p) > _by_age(last) for p in lasting):
        return []
    voice = scene.voice
    if last.expires_ordinal:
        session = Gathering(last.expires_ordinal, GatheringWord.SESSION)
        when = voice.say("at-session-of-conference", meeting=session)
    else:
        when = text(dates.in_running_text(voice.language, last.expires_on or scene.as_of))
    return [begun(voice.language, voice.say("expired", body=scene.body.short_name, when=when))]


# --- clauses ----------------------------------------------------------------------------------------------------------


def _context_clause(scene: Scene, provision: ProvisionMatter) -> Clause:
    voice = scene.voice
    thing = Name(provision.object, "organ")
    if provision.effect is Effect.ADOPTS:
        condition = _aside(voice, provision, at_end=False)
        return lambda conference: voice.say("clause-adopts", conference=conference, object=thing, condition=condition)
    message = "clause-mechanism" if provision.effect is Effect.ESTABLISHES_MECHANISM else "clause-launches"
    return lambda conference: voice.say(message, conference=conference, object=thing)


def _founding_clauses(scene: Scene, own: Sequence[ProvisionMatter]) -> list[Clause]:
    clauses: list[Clause] = []
    tasks = [p for p in own if p.effect is Effect.SETS_TASK and (p.instrument or p.object)]
    established = [p for p in own if p.effect is Effect.ESTABLISHES]
    convened = [p for p in own if p.effect is Effect.REQUESTS_MEETING and p.addressee]
    if established:
        is_constant = any(p.effect is Effect.MAKES_CONSTANT for p in own)
        clauses.append(_establishes(scene, established[0], tasks=tasks[:1], is_constant=is_constant))
        clauses.extend(_task(scene, task) for task in tasks[1:])
    elif convened:
        clauses.append(_convenes(scene, convened[0]))
        clauses.extend(_task(scene, task) for task in tasks)
    rest = [p for p in own if p not in convened and p.effect in {*_REQUESTS, *_STANDING}]
    if established:
        rest = [p for p in rest if p.effect is not Effect.MAKES_CONSTANT]
    return clauses + _standing_clauses(scene, rest)


def _establishes(
    scene: Scene, provision: ProvisionMatter, *, tasks: Sequence[ProvisionMatter], is_constant: bool
) -> Clause:
    voice = scene.voice
    designation = Name(provision.designation) if provision.designation else scene.body.name
    element = voice.term("constant-element") if is_constant else ()
    task = voice.say("task-after", task=_task_words(scene, tasks[0])) if tasks else ()
    constant = "yes" if is_constant else "no"
    return lambda conference: voice.say(
        "clause-establishes",
        conference=conference,
        designation=designation,
        constant=constant,
        element=element,
        task=task,
    )


def _task(scene: Scene, provision: ProvisionMatter) -> Clause:
    voice, words = scene.voice, _task_words(scene, provision)
    return lambda conference: voice.say("clause-task", conference=conference, body=scene.body.short_name, task=words)


def _task_words(scene: Scene, provision: ProvisionMatter) -> Inlines:
    voice = scene.voice
    if provision.instrument is None:
        return voice.say("task-in-words", object=voice.register_text(provision.object))
    instrument = scene.mentions.instrument(provision.instrument)
    return voice.say("task-on-instrument", formula=voice.term("advise-and-assist"), instrument=instrument)


def _convenes(scene: Scene, provision: ProvisionMatter) -> Clause:
    voice = scene.voice
    designation = Name(provision.designation) if provision.designation else scene.body.short_name
    matters: Inlines = ()
    if provision.purpose:
        matters = voice.say("for-the-purpose", purpose=voice.register_text(provision.purpose))
    elif provision.object:
        matters = voice.say("on-matters", object=voice.register_text(provision.object))
    return lambda conference: voice.say(
        "clause-convenes",
        conference=conference,
        addressee=Name(provision.addressee, "organ"),
        condition=_aside(voice, provision, at_end=False),
        minimum=provision.minimum or 0,
        number=_in_words(scene, provision.minimum or 0),
        word=scene.body.word.value,
        designation=designation,
        matters=matters,
    )


def _standing_clauses(scene: Scene, own: Sequence[ProvisionMatter]) -> list[Clause]:
    clauses: list[Clause] = []
    by_effect = {effect: [p for p in own if p.effect is effect] for effect in Effect}
    forwards = [p for p in by_effect[Effect.REQUESTS_SUBMISSION] if p.recurrence and not p.due_session_key]
    if by_effect[Effect.MAKES_CONSTANT]:
        clauses.append(_constant(scene, is_forwarding=bool(forwards)))
    clauses.extend(_renews(scene) for p in by_effect[Effect.RENEWS] if not _is_reaffirmed(p))
    clauses.extend(_encourages(scene, by_effect))
    clauses.extend(_meeting(scene, p) for p in by_effect[Effect.REQUESTS_MEETING] if _is_current(scene, p))
    if forwards and not by_effect[Effect.MAKES_CONSTANT]:
        clauses.append(_forwards(scene))
    owed = [*by_effect[Effect.REQUESTS_SUBMISSION], *by_effect[Effect.REQUESTS_REPORT]]
    clauses.extend(_submission(scene, p) for p in owed if p not in forwards and _is_current(scene, p))
    return clauses


def _constant(scene: Scene, *, is_forwarding: bool) -> Clause:
    voice = scene.voice
    return lambda conference: voice.say(
        "clause-constant",
        conference=conference,
        body=scene.body.short_name,
        element=voice.term("constant-element"),
        forwarding="yes" if is_forwarding else "no",
    )


def _renews(scene: Scene) -> Clause:
    return lambda conference: scene.voice.say("clause-renews", conference=conference, body=scene.body.short_name)


def _forwards(scene: Scene) -> Clause:
    return lambda conference: scene.voice.say("clause-forwarding", conference=conference, body=scene.body.short_name)


def _encourages(scene: Scene, by_effect: dict[Effect, list[ProvisionMatter]]) -> list[Clause]:
    """Return one clause for provisions that encourage the same bodies, whatever they encourage them to."""
    voice, clauses = scene.voice, []
    both = [*by_effect[Effect.ENCOURAGES_ANNUAL], *by_effect[Effect.ENCOURAGES_CONSECUTIVE]]
    for bodies in dict.fromkeys(p.bodies for p in both):
        annual = next((p for p in by_effect[Effect.ENCOURAGES_ANNUAL] if p.bodies == bodies), None)
        consecutive = next((p for p in by_effect[Effect.ENCOURAGES_CONSECUTIVE] if p.bodies == bodies), None)
        first = annual or consecutive or both[0]
        what = "both" if annual and consecutive else "annual" if annual else "consecutive"
        condition = _aside(voice, annual, at_end=consecutive is None) if annual else ()
        purpose: Inlines = ()
        if consecutive and consecutive.purpose:
            purpose = voice.say("in-order-to-ensure", purpose=Name(consecutive.purpose, "organ"))
        clauses.append(_encourage(scene, first.names, what=what, condition=condition, purpose=purpose))
    return clauses


def _encourage(scene: Scene, names: tuple[Name, ...], *, what: str, condition: Inlines, purpose: Inlines) -> Clause:
    voice = scene.voice
    bodies = voice.list([voice.say("encouraged-body", body=name) for name in names])
    return lambda conference: voice.say(
        "clause-encourages",
        conference=conference,
        bodies=bodies,
        count=len(names),
        what=what,
        word=scene.body.word.value,
        condition=condition,
        purpose=purpose,
    )


def _meeting(scene: Scene, provision: ProvisionMatter) -> Clause:
    voice = scene.voice
    return lambda conference: voice.say(
        "clause-meeting",
        conference=conference,
        minimum=provision.minimum or 0,
        number=_in_words(scene, provision.minimum or 0),
        word=scene.body.word.value,
        body=scene.body.short_name,
        condition=_aside(voice, provision, at_end=True),
    )


def _submission(scene: Scene, provision: ProvisionMatter) -> Clause:
    voice = scene.voice
    due: Inlines = ()
    if provision.due_ordinal:
        due = voice.say("at-its-session", meeting=Gathering(provision.due_ordinal, GatheringWord.SESSION))
    elif provision.due_on:
        due = voice.say("by-day", day=dates.by(voice.language, provision.due_on))
    what = "report" if provision.effect is Effect.REQUESTS_REPORT else "outcome"
    return lambda conference: voice.say(
        "clause-submission", conference=conference, what=what, body=scene.body.short_name, due=due
    )


# --- small parts ------------------------------------------------------------------------------------------------------


def _aside(voice: Voice, provision: ProvisionMatter, *, at_end: bool) -> Inlines:
    if not provision.condition:
        return ()
    return voice.say("aside-at-end" if at_end else "aside", text=voice.register_text(provision.condition))


def _in_words(scene: Scene, number: int) -> str:
    language = scene.voice.language
    is_masculine = language is Language.SPANISH and scene.body.word is GatheringWord.SESSION
    gender = Gender.MASCULINE if is_masculine or language is Language.ARABIC else Gender.FEMININE
    if language is Language.RUSSIAN and scene.body.word is GatheringWord.MEETING:
        gender = Gender.NEUTER
    return numbers.in_text(language, number, gender=gender) if number else ""


def _is_current(scene: Scene, provision: ProvisionMatter) -> bool:
    if provision.recurrence or provision.due_session_key == scene.matter.session.key:
        return True
    if provision.due_session_key or scene.matter.session.ordinal is None:
        return False
    return provision.mandate.session_ordinal == scene.matter.session.ordinal - 1


def _is_reaffirmed(provision: ProvisionMatter) -> bool:
    """Tell whether a provision says that its own mandate was reaffirmed in later ones, which no record names."""
    return (
        provision.effect is Effect.RENEWS
        and provision.verb.startswith("reaffirm")
        and provision.recurrence is not Recurrence.NONE
    )

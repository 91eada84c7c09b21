"""What one provision becomes in a sentence of the note: "decided that the Working Group on … would be …".

A clause is a function of the Conference's name, because a paragraph names it in full, or adds "inter alia", or names
it once for several clauses. Which provisions are spoken of stands in `note_mandates`.
"""

from collections.abc import Callable, Sequence
from typing import Final

from rapporteur.bodies.terms import GatheringWord
from rapporteur.drafts.rules.note_scene import Scene
from rapporteur.drafts.rules.voice import Voice
from rapporteur.drafts.terms.matter import Gathering, Name, ProvisionMatter
from rapporteur.languages import dates, numbers
from rapporteur.languages.cases import Gender
from rapporteur.languages.terms import Language
from rapporteur.mandates.terms import Effect, Recurrence
from rapporteur.typeset.tree import Inlines

CONTEXT: Final = {Effect.ESTABLISHES_MECHANISM: "mechanism", Effect.ADOPTS: "text", Effect.LAUNCHES: "activity"}
_REQUESTS: Final = (Effect.REQUESTS_MEETING, Effect.REQUESTS_SUBMISSION, Effect.REQUESTS_REPORT)
_STANDING: Final = (Effect.MAKES_CONSTANT, Effect.RENEWS, Effect.ENCOURAGES_ANNUAL, Effect.ENCOURAGES_CONSECUTIVE)

Clause = Callable[[Inlines], Inlines]  # the Conference as the sentence names it -> the clause


def context_clause(scene: Scene, provision: ProvisionMatter) -> Clause:
    voice = scene.voice
    thing = Name(provision.object, CONTEXT[provision.effect])
    if provision.effect is Effect.ADOPTS:
        condition = _aside(voice, provision, at_end=False)
        return lambda conference: voice.say("clause-adopts", conference=conference, object=thing, condition=condition)
    message = "clause-mechanism" if provision.effect is Effect.ESTABLISHES_MECHANISM else "clause-launches"
    return lambda conference: voice.say(message, conference=conference, object=thing)


def founding_clauses(scene: Scene, own: Sequence[ProvisionMatter]) -> list[Clause]:
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
    return clauses + standing_clauses(scene, rest)


def _establishes(
    scene: Scene, provision: ProvisionMatter, *, tasks: Sequence[ProvisionMatter], is_constant: bool
) -> Clause:
    voice = scene.voice
    designation = Name(provision.designation) if provision.designation else scene.body.name
    element = _element(voice) if is_constant else ()
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
    voice = scene.voice
    words = _task_words(scene, provision) if provision.instrument else voice.register_text(provision.object)
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


def standing_clauses(scene: Scene, own: Sequence[ProvisionMatter]) -> list[Clause]:
    clauses: list[Clause] = []
    by_effect = {effect: [p for p in own if p.effect is effect] for effect in Effect}
    forwards = [p for p in by_effect[Effect.REQUESTS_SUBMISSION] if p.recurrence and not p.due_session_key]
    if by_effect[Effect.MAKES_CONSTANT]:
        clauses.append(_constant(scene, is_forwarding=bool(forwards)))
    clauses.extend(_renews(scene) for p in by_effect[Effect.RENEWS] if not is_reaffirmed(p))
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
        element=_element(voice),
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
            purpose = voice.say("in-order-to-ensure", purpose=Name(consecutive.purpose, "purpose"))
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


def _element(voice: Voice) -> Inlines:
    """Return "constant element of the Conference": in Russian in the genitive, which its sentences ask for."""
    return voice.term("constant-element", form="genitive" if voice.language is Language.RUSSIAN else "")


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


def is_reaffirmed(provision: ProvisionMatter) -> bool:
    """Tell whether a provision says that its own mandate was reaffirmed in later ones, which no record names."""
    return (
        provision.effect is Effect.RENEWS
        and provision.verb.startswith("reaffirm")
        and provision.recurrence is not Recurrence.NONE
    )

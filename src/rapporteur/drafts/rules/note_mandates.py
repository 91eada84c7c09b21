"""The paragraphs of the note that say what a body was given to do: how it came to be, and what holds for it now.

Of all the provisions that name a body the note gives two kinds: the founding ones, which created the body or had it
convened, and those in force, which changed its character, its reporting or its rhythm of meeting. A request without
recurrence is in force for the session it is due at or, without one, for the session after the one that made it.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rapporteur.bodies.terms import GatheringWord
from rapporteur.drafts.rules.inlines import begun, joined
from rapporteur.drafts.rules.note_clauses import (
    CONTEXT,
    Clause,
    context_clause,
    founding_clauses,
    is_reaffirmed,
    standing_clauses,
)
from rapporteur.drafts.rules.note_scene import Scene
from rapporteur.drafts.terms.matter import Gathering, Name, ProvisionMatter
from rapporteur.drafts.terms.note import BodyMatter
from rapporteur.languages import dates
from rapporteur.mandates.terms import Effect
from rapporteur.typeset.tree import Inlines

_LIMITED: Final = (Effect.ESTABLISHES, Effect.RENEWS, Effect.EXPIRES)
_LASTING: Final = (Effect.RENEWS, Effect.MAKES_CONSTANT)


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
    """Return the citation of the mandate that created a body, else of the first that had it convened, else ""."""
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
    context = [p for p in provisions if p.effect in CONTEXT and not p.bodies]
    paragraphs = []
    if context:
        row = _in_a_row(scene, [context_clause(scene, p) for p in context])
        paragraphs.append(_paragraph(scene, _opening(scene, context), [row]))
    # The title in the opening may name an instrument in full; the clauses then call it by its short name.
    opening = _opening(scene, own)
    paragraphs.append(_paragraph(scene, opening, founding_clauses(scene, own)))
    reaffirmed = [p for p in own if is_reaffirmed(p)]
    if reaffirmed:
        said = scene.voice.say("reaffirmed", kind=reaffirmed[0].mandate.kind.value)
        paragraphs[-1] = scene.voice.sentences([paragraphs[-1], said])
    return paragraphs


def _standing_paragraph(scene: Scene, provisions: Sequence[ProvisionMatter]) -> list[Inlines]:
    clauses = standing_clauses(scene, [p for p in provisions if scene.body.key in p.bodies])
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
    return scene.voice.say("conference-in-full", conference=Name(scene.matter.conference.name, "conference"))


def _in_a_row(scene: Scene, clauses: Sequence[Clause]) -> Clause:
    """Return one clause that says all of them, with the Conference named once."""

    def row(conference: Inlines) -> Inlines:
        said = [clause(conference if index == 0 else ()) for index, clause in enumerate(clauses)]
        voice = scene.voice
        joints = [voice.say("between-clauses") for _ in said[2:]] + [voice.say("before-last-clause") for _ in said[1:2]]
        return joined([said[0], *(part for pair in zip(joints, said[1:], strict=True) for part in pair)])

    return row


def _expiry(scene: Scene, provisions: Sequence[ProvisionMatter]) -> list[Inlines]:
    """Return one paragraph if the body's mandate has ended by the day, unless a later provision made it last."""
    own = [p for p in provisions if scene.body.key in p.bodies]
    ended = [p for p in own if p.effect in _LIMITED and p.expires_on and p.expires_on <= scene.as_of]
    lasting = [p for p in own if p.effect in _LASTING and not p.expires_on and not is_reaffirmed(p)]
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
        when = voice.say("on-day", day=dates.in_running_text(voice.language, last.expires_on or scene.as_of))
    return [begun(voice.language, voice.say("expired", body=scene.body.short_name, when=when))]

"""The note by the Secretariat on the meetings of the subsidiary bodies of a session, as a whole.

One block for each body, in the order of the agenda: a heading, its mandates (`note_mandates`), its meetings and their
reports (`note_meetings`). Paragraphs are numbered straight through.
"""

import datetime as dt

from rapporteur.bodies.terms import GatheringWord
from rapporteur.drafts.rules.citations import Mentions
from rapporteur.drafts.rules.inlines import read
from rapporteur.drafts.rules.masthead import masthead
from rapporteur.drafts.rules.note_mandates import mandate_paragraphs
from rapporteur.drafts.rules.note_meetings import body_heading, meeting_paragraphs, placed
from rapporteur.drafts.rules.note_scene import Scene
from rapporteur.drafts.rules.voice import Voice
from rapporteur.drafts.terms.masthead import MastheadMatter
from rapporteur.drafts.terms.matter import Name
from rapporteur.drafts.terms.note import NoteMatter
from rapporteur.drafts.terms.reasons import Lack, Reason
from rapporteur.typeset.tree import Block, Document, Heading, Inlines, Metadata, Note, Paragraph


def why_not_compose_note(matter: NoteMatter) -> list[Reason]:
    """Return every reason why there is no note to write; an empty list means that there is one."""
    reasons = []
    if not any(body.meetings for body in matter.bodies):
        reasons.append(Reason(Lack.NO_MEETING, session=matter.session.key))
    if not matter.items:
        reasons.append(Reason(Lack.NO_REPORTED_ITEM, session=matter.session.key))
    return reasons


def compose_note(matter: NoteMatter, voice: Voice, *, as_of: dt.date) -> Document:
    """Return the note as it reads on a day, in the voice's language."""
    title = _title(matter, voice)
    head, agenda_notes = masthead(
        voice,
        MastheadMatter(
            conference=matter.conference,
            session=matter.session,
            title=title,
            symbol=matter.symbol,
            items=matter.items,
            agenda_symbol=matter.agenda_symbol,
        ),
        as_of=as_of,
    )
    notes = list(agenda_notes)
    return Document(
        language=voice.language,
        masthead=head,
        blocks=_blocks(matter, voice, as_of=as_of, notes=notes),
        metadata=Metadata(
            kind="note",
            title=read(title),
            author=matter.conference.key,
            issued_on=as_of,
            conference=matter.conference.key,
            session=matter.session.key,
        ),
        notes=tuple(notes),
    )


def _title(matter: NoteMatter, voice: Voice) -> Inlines:
    """Return the title of the note's own record where it has one in this language, otherwise ours."""
    if voice.language in matter.title:
        return voice.register_text(matter.title)
    words = {body.word for body in matter.bodies}
    return voice.say(
        "note-title",
        word=(GatheringWord.SESSION if words == {GatheringWord.SESSION} else GatheringWord.MEETING).value,
        conference=Name(matter.conference.name, "conference"),
        protocols="yes" if matter.conference.has_protocols else "no",
    )


def _blocks(matter: NoteMatter, voice: Voice, *, as_of: dt.date, notes: list[Note]) -> tuple[Block, ...]:
    mentions = Mentions(voice)
    blocks: list[Block] = []
    number = 0
    for body in matter.bodies:
        meetings = placed(body, as_of=as_of)
        if not meetings:
            continue
        mentions.last_mandate = ""  # "the same resolution" does not reach across a heading
        scene = Scene(voice=voice, matter=matter, body=body, as_of=as_of, mentions=mentions)
        blocks.append(Heading(body_heading(scene, meetings)))
        for content in [*mandate_paragraphs(scene), *meeting_paragraphs(scene, meetings, notes)]:
            number += 1
            blocks.append(Paragraph(content, number=number))
    return tuple(blocks)

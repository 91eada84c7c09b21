"""Drawing: the record that follows from what was published and the seed, written once with all that people read."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from rapporteur.journal.actions.recording import wait_for_the_pen
from rapporteur.journal.terms import Reason, Refused
from rapporteur.lots.actions.telling import tell, whole_seconds
from rapporteur.lots.files.drawn import CHANGES, NO_DRAW, RECORD, RESULT, Drawn, drawn_from
from rapporteur.lots.files.folder import EVENTS, issue, table_of
from rapporteur.lots.files.roster import digest
from rapporteur.lots.models import Drawing, IssuedFile
from rapporteur.lots.queries.folders import draw_of, frozen_of, seed_of_drawing, texts_of
from rapporteur.lots.terms import DrawingKind, DrawingStage


@dataclass(frozen=True, slots=True)
class Made:
    """All that a draw comes to, before any of it is written."""

    drawn: Drawn
    issued: dict[str, bytes]


def why_not_draw(drawing: Drawing) -> list[Reason]:
    """Return every reason against drawing now; an empty list means yes."""
    if drawing.kind == DrawingKind.CEREMONY:
        return [Reason(_("This draw is made in a ceremony, step by step."))]
    if drawing.stage == DrawingStage.PUBLISHED:
        return [Reason(_("No seed has been entered yet."))]
    if drawing.stage != DrawingStage.SEEDED:
        return [Reason(_("This was drawn already; a draw is made once."))]
    return []


def draw(drawing: Drawing, *, by: str, at: dt.datetime) -> Drawing:
    """Make the draw from its seed and write it down, or why there is none. Raises: Refused."""
    if reasons := why_not_draw(drawing):
        raise Refused(reasons)
    made = made_of(drawing)
    with transaction.atomic():
        wait_for_the_pen()
        stored = Drawing.objects.select_for_update().get(pk=drawing.pk)
        if reasons := why_not_draw(stored):
            raise Refused(reasons)
        return write_down(stored, made, by=by, at=at)


def made_of(drawing: Drawing) -> Made:
    """Return what the seed gives, and the files for people. It takes seconds and changes nothing."""
    frozen, seed = frozen_of(drawing), seed_of_drawing(drawing)
    drawn = drawn_from(frozen, seed)
    texts = {**texts_of(drawing), **drawn.texts}
    texts.pop(EVENTS)  # the last event is still to come
    issued = {name: text.encode() for name, text in drawn.texts.items() if name == CHANGES}
    return Made(drawn, {**issued, **issue(frozen, seed, drawn, texts)})


def write_down(stored: Drawing, made: Made, *, by: str, at: dt.datetime) -> Drawing:
    """Write what a draw came to, within the caller's transaction."""
    now = max(whole_seconds(at), stored.seed_at or stored.open_at)
    texts = made.drawn.texts
    stored.record, stored.result = texts.get(RECORD, ""), table_of(texts)
    stored.refusal = texts.get(NO_DRAW, "")
    stored.drawn_at = now
    stored.stage = (DrawingStage.DRAWN if made.drawn.is_drawn else DrawingStage.UNDRAWN).value
    told = {name: digest(text) for name, text in sorted(texts.items())}
    tell(stored, "drawn" if made.drawn.is_drawn else "undrawn", told=told, by=by, at=now)
    stored.save()
    keep_files(stored, made.issued)
    return stored


def keep_files(stored: Drawing, issued: Mapping[str, bytes]) -> None:
    """Keep files of a drawing as they were issued."""
    IssuedFile.objects.bulk_create(
        IssuedFile(drawing=stored, name=name, content=content, digest=hashlib.sha256(content).hexdigest())
        for name, content in sorted(issued.items())
    )


def issue_for_people(stored: Drawing) -> None:
    """Keep the page, the print and the lists of a drawing whose record was written in a ceremony."""
    made = draw_of(stored)
    drawn = Drawn({RECORD: stored.record, RESULT: stored.result}, made, ("Drawn step by step in a ceremony.",))
    texts = {name: text for name, text in texts_of(stored).items() if name != EVENTS}
    keep_files(stored, issue(frozen_of(stored), None, drawn, texts))

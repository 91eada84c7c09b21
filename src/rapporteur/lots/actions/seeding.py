"""Entering the seed: once, after publication and the days for objections, exactly as read out."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from rapporteur.journal.actions.recording import wait_for_the_pen
from rapporteur.journal.terms import Reason, Refused
from rapporteur.lots.actions.telling import instant, tell, whole_seconds
from rapporteur.lots.files.printing import why_not_print
from rapporteur.lots.files.publication import read_publication
from rapporteur.lots.files.roster import digest
from rapporteur.lots.files.seed import Seed, SeedPart, combined, why_not_seed, write_seed
from rapporteur.lots.models import Drawing
from rapporteur.lots.terms import DrawingKind, DrawingStage


@dataclass(frozen=True, slots=True)
class SeedEntry:
    """The seed as read out, or what each announced source said; never both."""

    seed: str = ""
    parts: tuple[SeedPart, ...] = ()


def seed_of(entry: SeedEntry, *, rehearsal: bool) -> str:
    if not entry.parts:
        return entry.seed
    return combined([part.value for part in entry.parts], rehearsal=rehearsal)


def why_not_enter_seed(drawing: Drawing, entry: SeedEntry, *, at: dt.datetime) -> list[Reason]:
    """Return every reason against entering this seed now; an empty list means yes."""
    reasons = why_not_seed_now(drawing, at=at)
    if entry.seed and entry.parts:
        reasons.append(Reason(_("Enter the seed, or what each of its sources said, not both."), "seed"))
    reasons += _of_the_parts(drawing, entry)
    told = [entry.seed, *(text for part in entry.parts for text in (part.source, part.value, part.evidence))]
    reasons += [Reason(fault, "parts" if entry.parts else "seed") for fault in why_not_print(told)]
    text = seed_of(entry, rehearsal=drawing.rehearsal)
    # Whoever knows a seed can look up what it would give before he asks that a lot be repeated.
    if not drawing.rehearsal and Drawing.objects.filter(seed=text).exclude(pk=drawing.pk).exists():
        reasons.append(Reason(_("This seed was used before; every draw needs a fresh one."), "seed"))
    return reasons + [Reason(fault, "seed") for fault in why_not_seed(text, rehearsal=drawing.rehearsal)]


def why_not_seed_now(drawing: Drawing, *, at: dt.datetime) -> list[Reason]:
    """Return every reason against any seed now: it has one, its time has not come, or it takes none."""
    if drawing.stage != DrawingStage.PUBLISHED:
        return [Reason(_("The seed was entered already and does not change; rehearse with a draw of its own."))]
    if drawing.kind == DrawingKind.CEREMONY:
        return [Reason(_("This draw is made in a ceremony; its steps have the seeds."))]
    if at < drawing.open_at:
        day = drawing.objections_until.isoformat() if drawing.objections_until else instant(drawing.open_at)
        return [Reason(_("Objections may be made until %(day)s; no seed is taken before it is over.") % {"day": day})]
    return []


def enter_seed(drawing: Drawing, entry: SeedEntry, *, by: str, at: dt.datetime) -> Drawing:
    """Write the seed of a published draw. Raises: Refused."""
    with transaction.atomic():
        wait_for_the_pen()
        stored = Drawing.objects.select_for_update().get(pk=drawing.pk)
        if reasons := why_not_enter_seed(stored, entry, at=at):
            raise Refused(reasons)
        now = whole_seconds(at)
        seed = Seed(seed_of(entry, rehearsal=stored.rehearsal), instant(now), entry.parts)
        stored.seed, stored.seed_file = seed.seed, write_seed(seed)
        stored.seed_parts = [{"source": p.source, "value": p.value, "evidence": p.evidence} for p in entry.parts]
        stored.seed_at = max(now, stored.open_at)
        stored.stage = DrawingStage.SEEDED.value
        tell(stored, "seed_entered", told={"seed": digest(stored.seed_file)}, by=by, at=now)
        stored.save()
    return stored


def _of_the_parts(drawing: Drawing, entry: SeedEntry) -> list[Reason]:
    announced = read_publication(drawing.publication).seed_sources
    if not entry.parts:
        if len(announced) > 1:
            listed = ", ".join(announced)
            return [Reason(_("Several sources were announced: %(sources)s. Enter each.") % {"sources": listed}, "seed")]
        return []
    reasons = []
    if announced and [part.source for part in entry.parts] != list(announced):
        listed = ", ".join(announced)
        text = _("The announced sources of the seed are, in this order: %(sources)s.") % {"sources": listed}
        reasons.append(Reason(text, "parts"))
    for part in entry.parts:
        if not part.value or part.value != part.value.strip() or not part.value.isprintable():
            text = _("What “%(source)s” said is blank, or has blanks around it or control characters in it.")
            reasons.append(Reason(text % {"source": part.source}, "parts"))
    return reasons

"""A ceremony opened, paused and resumed, and the one way in which every act on it is done.

Each act is one transaction and one row of the journal. It names the number of acts that its officer had seen: if
another came first, whether of a colleague or of a second click, it is refused and nothing is written.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rapporteur.journal.actions.recording import wait_for_the_pen
from rapporteur.journal.terms import Reason, Refused, Stale
from rapporteur.lots.actions.telling import tell
from rapporteur.lots.engines.byhand import Outlook, ending
from rapporteur.lots.engines.ceremony import agenda as by_lot
from rapporteur.lots.models import Ceremony, Drawing
from rapporteur.lots.queries.ceremony import roster_of, rules_of
from rapporteur.lots.terms import CeremonyMode, CeremonyStage, DrawingKind, DrawingStage, Turn

LONGEST_PACE = 60


@dataclass(frozen=True, slots=True)
class Told:
    """Who acts, when, and the number of acts that he had seen."""

    by: str
    at: dt.datetime
    after: int


def refuse(*texts: str, field: str = "") -> Refused:
    return Refused([Reason(text, field) for text in texts])


@contextmanager
def acting(ceremony: Ceremony, told: Told, *, while_paused: bool = False) -> Iterator[Ceremony]:
    """Give the ceremony as it stands, for one act on it. Raises: Stale, Refused."""
    with transaction.atomic():
        wait_for_the_pen()
        held = Ceremony.objects.select_for_update(of=("self",)).select_related("drawing").get(pk=ceremony.pk)
        if held.version != told.after:
            text = _("Another act came first. The page now shows how things stand; do it again if it is still wanted.")
            raise Stale([Reason(text)], stored={"version": held.version})
        if held.stage == CeremonyStage.CLOSED:
            raise refuse(_("The ceremony is closed."))
        if held.stage == CeremonyStage.PAUSED and not while_paused:
            raise refuse(_("The ceremony is paused; resume it first."))
        held.version += 1
        yield held
        held.save()


def why_not_open(drawing: Drawing, mode: CeremonyMode, *, at: dt.datetime) -> list[str]:
    """Return every reason against a ceremony; none means yes."""
    reasons = []
    if Ceremony.objects.filter(drawing=drawing).exists():
        reasons.append(_("This drawing has its ceremony already."))
    if mode is CeremonyMode.REVEAL and drawing.kind != DrawingKind.DRAW:
        reasons.append(_("Only a whole draw can be revealed; this one was published to be drawn step by step."))
    if mode is not CeremonyMode.REVEAL and drawing.kind != DrawingKind.CEREMONY:
        reasons.append(_("This drawing was published to be drawn from a seed, not step by step in a room."))
    if mode is not CeremonyMode.REVEAL and drawing.stage != DrawingStage.PUBLISHED:
        reasons.append(_("This drawing has its record already."))
    if drawing.stage == DrawingStage.UNDRAWN:
        reasons.append(_("No draw came of this drawing; there is nothing to show."))
    if mode is not CeremonyMode.REVEAL and at < drawing.open_at:
        reasons.append(_("The days for objections are not over; nothing may be drawn before."))
    return reasons


def ordered(drawing: Drawing, order: str, *, words: str = "") -> list[str]:
    """Return the States under review in the order in which they are called: by name, by group, or by lot."""
    roster = roster_of(drawing)
    states = [state for state in roster.states if state.turn is Turn.NOW]
    if order == "lot":
        return by_lot(roster, seed=words)
    if order == "group":
        states.sort(key=lambda state: (state.group, state.name, state.code))
    else:
        states.sort(key=lambda state: (state.name, state.code))
    return [state.code for state in states]


def open_ceremony(
    drawing: Drawing,
    mode: CeremonyMode,
    *,
    by: str,
    at: dt.datetime,
    pace: int = 0,
    order: str = "name",
    words: str = "",
) -> Ceremony:
    """Open the ceremony of a drawing. `words` make the order where it is by lot. Raises: Refused."""
    with transaction.atomic():
        wait_for_the_pen()
        held = Drawing.objects.select_for_update().get(pk=drawing.pk)
        if reasons := why_not_open(held, mode, at=at):
            raise refuse(*reasons)
        if order == "lot" and not words.strip():
            raise refuse(
                _("Give the words that make the order by lot, such as figures thrown in the room."), field="words"
            )
        if not 0 <= pace <= LONGEST_PACE:
            raise refuse(_("Choose a pace from 0 to %(most)d seconds.") % {"most": LONGEST_PACE}, field="pace")
        if mode is not CeremonyMode.REVEAL and ending(roster_of(held), rules_of(held), {}).outlook is Outlook.DEAD_END:
            raise refuse(_("No valid draw exists for this roster and these rules; a ceremony would end nowhere."))
        agenda = ordered(held, order, words=words)
        opened = Ceremony.objects.create(drawing=held, mode=mode, pace=pace, agenda=agenda, opened_at=at)
        content = {"mode": mode.value, "order": order, "agenda": agenda, **({"words": words} if order == "lot" else {})}
        write_down(held, "ceremony_opened", Told(by, at, 0), **content)
        return opened


def write_down(drawing: Drawing, what: str, told: Told, **content: Any) -> None:
    """Write an act into the journal and into the drawing's own chain of events."""
    tell(drawing, what, told=content, by=told.by, at=told.at)
    drawing.save(update_fields=["events"])


def pause(ceremony: Ceremony, told: Told) -> None:
    """Stop all acts until the ceremony is resumed. Raises: Stale, Refused."""
    with acting(ceremony, told) as held:
        held.stage = CeremonyStage.PAUSED
        write_down(held.drawing, "ceremony_paused", told)


def resume(ceremony: Ceremony, told: Told) -> None:
    """Go on at the step at which the ceremony was paused. Raises: Stale, Refused."""
    with acting(ceremony, told, while_paused=True) as held:
        if held.stage != CeremonyStage.PAUSED:
            raise refuse(_("The ceremony is not paused."))
        held.stage = CeremonyStage.OPEN
        write_down(held.drawing, "ceremony_resumed", told)


def set_pace(ceremony: Ceremony, pace: int, told: Told) -> None:
    """Choose how many seconds apart the reviewers of a State are shown. Raises: Stale, Refused."""
    with acting(ceremony, told, while_paused=True) as held:
        if not 0 <= pace <= LONGEST_PACE:
            raise refuse(_("Choose a pace from 0 to %(most)d seconds.") % {"most": LONGEST_PACE}, field="pace")
        held.pace = pace
        write_down(held.drawing, "ceremony_pace_set", told, pace=pace)

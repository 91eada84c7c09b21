"""Drawings as they stand in the database right after their publication, and what a ceremony's officer does in them."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

from rapporteur.lots.actions.ceremony import Told, open_ceremony
from rapporteur.lots.actions.publishing import PublicationEntry, publish
from rapporteur.lots.files.roster import read_roster, write_roster
from rapporteur.lots.files.rules import read_rules, write_rules
from rapporteur.lots.models import Ceremony, Drawing
from rapporteur.lots.terms import CeremonyMode, DrawingKind, Roster, Rules

NOON = dt.datetime(2031, 5, 5, 12, 0, tzinfo=dt.UTC)  # the days for objections are over
OFFICER = "quill@example.org"

FOLDER = Path(__file__).parents[2] / "data" / "lots"
LISTED = read_roster((FOLDER / "invented-roster.csv").read_text())
GIVEN = replace(read_rules((FOLDER / "invented-rules.yaml").read_text()), balls=8)


def published(
    title: str = "Reviews of the Conference on Tidal Mills",
    *,
    kind: DrawingKind = DrawingKind.CEREMONY,
    listed: Roster = LISTED,
    given: Rules = GIVEN,
    rehearsal: bool = False,
) -> Drawing:
    entry = PublicationEntry(
        title,
        write_roster(listed),
        write_rules(given),
        kind=kind,
        rehearsal=rehearsal,
        objections_until=dt.date(2031, 5, 4),
        seed_sources=("twenty dice thrown by the delegates",),
    )
    return publish(entry, by=OFFICER, at=NOON - dt.timedelta(days=4))


def opened(drawing: Drawing, mode: CeremonyMode, **more: object) -> Ceremony:
    return open_ceremony(drawing, mode, by=OFFICER, at=NOON, **more)


def told(ceremony: Ceremony, *, after: int | None = None, seconds: int = 0) -> Told:
    """Return who acts, having seen the ceremony as it stands in the database, or after so many acts."""
    seen = Ceremony.objects.get(pk=ceremony.pk).version if after is None else after
    return Told(by=OFFICER, at=NOON + dt.timedelta(seconds=seconds), after=seen)

"""The acts on a draw, in the order in which they may happen: publish, enter the seed, draw, and draw again on top.

Each is one transaction and one row of the journal; what was published, seeded or drawn is never changed. A function
`why_not_...` lists the reasons against an act, and the act refuses for the same reasons.
"""

from rapporteur.lots.actions.drawing import draw, issue_for_people, why_not_draw
from rapporteur.lots.actions.following import (
    LateEntry,
    RedrawEntry,
    publish_late,
    publish_redraw,
    why_not_publish_late,
    why_not_publish_redraw,
)
from rapporteur.lots.actions.publishing import PublicationEntry, installation, publish, why_not_publish
from rapporteur.lots.actions.seeding import SeedEntry, enter_seed, why_not_enter_seed

__all__ = [
    "LateEntry",
    "PublicationEntry",
    "RedrawEntry",
    "SeedEntry",
    "draw",
    "enter_seed",
    "installation",
    "issue_for_people",
    "publish",
    "publish_late",
    "publish_redraw",
    "why_not_draw",
    "why_not_enter_seed",
    "why_not_publish",
    "why_not_publish_late",
    "why_not_publish_redraw",
]

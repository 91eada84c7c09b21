"""What every paragraph of the note is written for: a body, on a day, after all that was said before."""

import datetime as dt
from dataclasses import dataclass

from rapporteur.drafts.rules.citations import Mentions
from rapporteur.drafts.rules.voice import Voice
from rapporteur.drafts.terms.note import BodyMatter, NoteMatter


@dataclass(frozen=True, slots=True)
class Scene:
    """One body of one note, on a day, with what the note has named so far."""

    voice: Voice
    matter: NoteMatter
    body: BodyMatter
    as_of: dt.date
    mentions: Mentions

"""What the head of page one says of a draft, whatever the draft is."""

from dataclasses import dataclass

from rapporteur.documents.terms import Distribution
from rapporteur.drafts.terms.matter import ConferenceMatter, ItemMatter, SessionMatter
from rapporteur.languages.terms import Language
from rapporteur.typeset.tree import Inlines


@dataclass(frozen=True, slots=True)
class MastheadMatter:
    """`title` is composed by the draft. `items` stand in their order; without them there is no line of items.

    `agenda_symbol` is what the asterisk after the items leads to; without it there is no asterisk.
    """

    conference: ConferenceMatter
    session: SessionMatter
    title: Inlines
    byline: str = "note-by-the-secretariat"  # a term's key, or ""
    symbol: str = ""
    items: tuple[ItemMatter, ...] = ()
    agenda_symbol: str = ""
    distribution: Distribution = Distribution.GENERAL
    original: Language = Language.ENGLISH

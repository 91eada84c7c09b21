"""What the annotated provisional agenda of a session is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rapporteur.drafts.terms.calendar import GatheringMatter
from rapporteur.drafts.terms.documents_list import DocumentMatter
from rapporteur.drafts.terms.matter import ConferenceMatter, MandateMatter, SessionMatter
from rapporteur.languages.terms import Multilingual


@dataclass(frozen=True, slots=True)
class AnnotatedItemMatter:
    """An item of the provisional agenda with its annotation; `number` in its English form, "2 (b)"."""

    number: str
    title: Multilingual
    annotation: Multilingual = field(default_factory=Multilingual)


@dataclass(frozen=True, slots=True)
class AgendaMatter:
    """All that the register knows for the provisional agenda of one session.

    `documents` are those before the session, the agenda itself left out. `meetings` report to the session and have no
    report among the documents. `mandates` are by citation: those that documents and meetings name.
    """

    conference: ConferenceMatter
    session: SessionMatter
    symbol: str = ""
    items: tuple[AnnotatedItemMatter, ...] = ()
    documents: tuple[DocumentMatter, ...] = ()
    meetings: tuple[GatheringMatter, ...] = ()
    mandates: Mapping[str, MandateMatter] = field(default_factory=dict)

"""What the status of what the resolutions asked for is made of."""

from dataclasses import dataclass

from rapporteur.drafts.terms.calendar import GatheringMatter
from rapporteur.drafts.terms.documents_list import DocumentMatter
from rapporteur.drafts.terms.matter import ConferenceMatter, Name, ProvisionMatter, SessionMatter
from rapporteur.register.answers import State


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A body and a year, or a session, for which the register has nothing that answers a recurrent request."""

    body: Name | None = None
    year: int | None = None
    session: GatheringMatter | None = None


@dataclass(frozen=True, slots=True)
class RequestMatter:
    """What one provision asks, how it stands on the day, and what answers it. `to_body` is who is to receive it."""

    provision: ProvisionMatter
    state: State
    paragraph: str = ""
    to_body: Name | None = None
    meetings: tuple[GatheringMatter, ...] = ()
    documents: tuple[DocumentMatter, ...] = ()
    without: tuple[Unanswered, ...] = ()


@dataclass(frozen=True, slots=True)
class RequestsMatter:
    """All that the register knows for the status of what was asked, on one day.

    `requests` stand in the order of the adoption of their mandates; `session` is the one that the document is for.
    """

    conference: ConferenceMatter
    session: SessionMatter
    requests: tuple[RequestMatter, ...] = ()

"""publication.json: what is frozen before any seed exists, when, by whom it may be checked, and what is drawn.

A redraw names the requests, a late draw who joined; both name the record that they continue.
"""

from dataclasses import dataclass
from typing import Final

from rapporteur.lots.files.plain import Fields, read_plain, write_plain
from rapporteur.lots.terms import DrawingKind, Seat, Side, UnfitInput

FORMAT: Final = "lots-publication/1"
Kind = DrawingKind  # what a folder holds


@dataclass(frozen=True, slots=True, order=True)
class Request:
    """The wish of a State under review that a seat be drawn again: `refused` holds it."""

    seat: Seat
    refused: str
    reason: str


@dataclass(frozen=True, slots=True)
class Publication:
    """`roster`, `rules`, `verifier` and `follows` are digests; `follows` is "" where nothing is continued.

    `published` is an instant in UTC as text, `objections_until` the last day for objections or requests, or "".
    """

    kind: Kind
    purpose: str
    title: str
    rehearsal: bool
    roster: str
    rules: str
    verifier: str
    version: str
    published: str
    objections_until: str
    seed_sources: tuple[str, ...]
    installation: str
    follows: str = ""
    requests: tuple[Request, ...] = ()
    joined: tuple[str, ...] = ()


def write_publication(publication: Publication) -> str:
    """Return publication.json, canonical."""
    told = publication
    plain: dict[str, object] = {
        "format": FORMAT,
        "kind": told.kind.value,
        "purpose": told.purpose,
        "title": told.title,
        "rehearsal": told.rehearsal,
        "roster": told.roster,
        "rules": told.rules,
        "verifier": told.verifier,
        "software": {"name": "rapporteur", "version": told.version},
        "published": told.published,
        "objections_until": told.objections_until,
        "seed_sources": list(told.seed_sources),
        "installation": told.installation,
        "follows": told.follows,
    }
    if told.kind is Kind.REDRAW:
        plain["requests"] = [_request(request) for request in sorted(told.requests)]
    if told.kind is Kind.LATE:
        plain["joined"] = sorted(told.joined)
    return write_plain(plain)


def _request(request: Request) -> dict[str, object]:
    seat = request.seat
    return {
        "reviewed": seat.reviewed,
        "side": seat.side.value,
        "part": seat.part,
        "refused": request.refused,
        "reason": request.reason,
    }


_KEYS: Final = (
    *("format", "kind", "purpose", "title", "rehearsal", "roster", "rules", "verifier", "software", "published"),
    *("objections_until", "seed_sources", "installation", "follows"),
)


def read_publication(text: str) -> Publication:
    """Return what publication.json says. Raises: UnfitInput."""
    fields = read_plain(text, name="publication.json", form=FORMAT)
    kind = Kind(fields.word("kind", list(Kind)))
    fields.only(*_KEYS, *(["requests"] if kind is Kind.REDRAW else ["joined"] if kind is Kind.LATE else []))
    software = fields.part("software")
    software.only("name", "version")
    continues = kind in {Kind.REDRAW, Kind.LATE}
    follows = fields.digest("follows", may_be_empty=not continues)
    if follows and not continues:
        raise UnfitInput(f"publication.json: a {kind} continues no other record; follows must be empty.")
    return Publication(
        kind=kind,
        purpose=fields.text("purpose"),
        title=fields.text("title"),
        rehearsal=fields.flag("rehearsal"),
        roster=fields.digest("roster"),
        rules=fields.digest("rules"),
        verifier=fields.digest("verifier"),
        version=software.text("version"),
        published=fields.instant("published"),
        objections_until=fields.day("objections_until"),
        seed_sources=fields.texts("seed_sources"),
        installation=fields.text("installation"),
        follows=follows,
        requests=tuple(map(_read_request, fields.rows("requests"))) if kind is Kind.REDRAW else (),
        joined=fields.texts("joined") if kind is Kind.LATE else (),
    )


def _read_request(fields: Fields) -> Request:
    fields.only("reviewed", "side", "part", "refused", "reason")
    seat = Seat(fields.text("reviewed"), Side(fields.word("side", list(Side))), fields.whole("part"))
    return Request(seat, fields.text("refused"), fields.text("reason"))

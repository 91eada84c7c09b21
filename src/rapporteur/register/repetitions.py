"""Keys, symbols, ordinals and numbers that stand twice, in one file or in two."""

from collections.abc import Hashable, Iterator
from typing import Any

from rapporteur.bodies.terms import NameKind
from rapporteur.datafiles.faults import Fault
from rapporteur.register.collecting import Collected, Placed
from rapporteur.register.schema import BodyEntry, DocumentEntry, GatheringEntry, PartyEntry
from rapporteur.register.subjects import key_of_document

# what it is called, what makes it one, how a message names it, the place within the entry
Claim = tuple[str, Hashable, str, tuple[str | int, ...]]


def repetitions(collected: Collected) -> Iterator[Fault]:
    """Yield a fault for every second entry where there may be one only."""
    holders: dict[tuple[str, Hashable], Placed[Any]] = {}
    for placed in collected.everything():
        for kind, identity, name, path in _claims(placed):
            holder = holders.setdefault((kind, identity), placed)
            if holder is not placed:
                yield placed.fault(*path, what=f"the {kind} {name} stands twice, first at {holder.place}")
    for placed in collected.everything():
        for kind, identities, path in _lists(placed):
            for index, identity in enumerate(identities):
                if identity is not None and identity in identities[:index]:
                    yield placed.fault(*path, index, what=f"{kind} stands twice", expected="each once")


def _claims(placed: Placed[Any]) -> Iterator[Claim]:
    """Yield what an entry claims for itself alone among all entries."""
    entry, conference, section = placed.entry, placed.conference, str(placed.path[0])
    if section == "mandates":
        yield "mandate", (conference, entry.kind, entry.number), f"{entry.kind} {entry.number}", ("number",)
    elif section == "documents":
        yield from _claims_of_document(entry, conference)
    else:
        yield f"key of {section}", (conference, entry.key), repr(entry.key), ("key",)
    if section == "conferences":
        yield "symbol root", entry.symbol_root, entry.symbol_root, ("symbol_root",)
    if section == "bodies" and entry.series:
        yield "series", (conference, entry.series), entry.series, ("series",)
    if section == "sessions" and entry.ordinal is not None:
        identity = (conference, entry.kind, entry.ordinal)
        yield f"ordinal of {entry.kind} sessions", identity, str(entry.ordinal), ("ordinal",)
    if section == "meetings" and entry.ordinal is not None:
        identity = (conference, entry.body, entry.ordinal)
        yield f"ordinal of meetings of {entry.body}", identity, str(entry.ordinal), ("ordinal",)


def _claims_of_document(entry: DocumentEntry, conference: str) -> Iterator[Claim]:
    key = key_of_document(entry)
    if entry.symbol:
        yield "symbol", (conference, entry.symbol), entry.symbol, ("symbol",)
    if key != entry.symbol:
        yield "key of documents", (conference, key), repr(key), ("key",)
    for index, version in enumerate(entry.versions):
        if version.job_number:
            yield "job number", version.job_number, version.job_number, ("versions", index, "job_number")


def _lists(placed: Placed[Any]) -> Iterator[tuple[str, list[Hashable], tuple[str | int, ...]]]:
    """Yield the lists within an entry whose items must differ: what repeats, the identities (None: none), the place."""
    entry = placed.entry
    if isinstance(entry, DocumentEntry):
        yield "a version in this language", [version.language for version in entry.versions], ("versions",)
        yield "the session", [transmission.session for transmission in entry.transmissions], ("transmissions",)
        versions: list[Hashable] = [version.job_number for version in entry.versions]
        yield "the job number", versions, ("versions",)
    elif isinstance(entry, GatheringEntry):
        items: list[Hashable] = [(item.stage, item.number) for item in entry.agenda]
        yield "an item with this number", items, ("agenda",)
        sayings: list[Hashable] = [(saying.as_of, saying.status) for saying in entry.sayings]
        yield "this status as of this day", sayings, ("sayings",)
    elif isinstance(entry, BodyEntry):
        official: list[Hashable] = [
            "official" if name.kind is NameKind.OFFICIAL and not name.until else None for name in entry.names
        ]
        yield "an official name without an end", official, ("names",)
    elif isinstance(entry, PartyEntry):
        open_: list[Hashable] = ["open" if not membership.until else None for membership in entry.memberships]
        yield "a membership without an end", open_, ("memberships",)
        statuses: list[Hashable] = [status.instrument if not status.until else None for status in entry.statuses]
        yield "a status without an end for this instrument", statuses, ("statuses",)
    for name, key in (("articles", "number"), ("conflicts", "statement"), ("concerns", ""), ("instruments", "")):
        if rows := getattr(entry, name, ()):
            yield f"the {key or 'key'}", [getattr(row, key) if key else row for row in rows], (name,)

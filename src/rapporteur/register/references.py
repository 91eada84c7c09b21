"""What only shows across entries: references to what is not there, keys that stand twice, circles, ranges backwards.

Every check returns faults with their places; `loading` refuses the files when there is one.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from rapporteur.datafiles.entries import Entry
from rapporteur.datafiles.faults import Fault
from rapporteur.documents.rules import Calendar, WrongCalendar
from rapporteur.register.collecting import Collected, Placed
from rapporteur.register.known import Known, why_no_grammar
from rapporteur.register.schema import (
    BodyEntry,
    ConferenceEntry,
    DocumentEntry,
    GatheringEntry,
    MandateEntry,
    MeetingEntry,
    Sourced,
)
from rapporteur.register.subjects import key_of_document
from rapporteur.symbols.agenda import parse_item
from rapporteur.symbols.documents import parse
from rapporteur.symbols.faults import Misreading
from rapporteur.symbols.mandates import parse_figures

_RANGES = (("starts_on", "ends_on"), ("window_starts_on", "window_ends_on"), ("since", "until"))


def faults_across(collected: Collected, known: Known) -> Iterator[Fault]:
    """Yield everything that is wrong with entries that are each right by themselves."""
    yield from _conferences(collected, known)
    yield from _parties(collected, known)
    for conference in collected.conferences:
        yield from _conference(conference, known)
    for placed in collected.everything():
        yield from _inside(placed, placed.entry, (), known)
    for body in collected.bodies:
        yield from _body(body, known)
    for mandate in collected.mandates:
        yield from _mandate(mandate, known)
    for gathering in (*collected.sessions, *collected.meetings):
        yield from _gathering(gathering)
    for meeting in collected.meetings:
        yield from _meeting(meeting, known)
    for document in collected.documents:
        yield from _document(document, known)
    yield from _circles(collected, known)


# --- references ------------------------------------------------------------------------------------------------------


def _conferences(collected: Collected, known: Known) -> Iterator[Fault]:
    """Yield entries that belong to no conference, or to one that is not there."""
    of: tuple[Iterable[Placed[Entry]], ...] = (
        collected.bodies,
        collected.mandates,
        collected.sessions,
        collected.meetings,
        collected.documents,
        [term for term in collected.terms if not term.entry.shared],
    )
    for placed in (placed for entries in of for placed in entries):
        if not placed.conference:
            expected = "the key 'conference'" + (", or 'shared: true'" if placed.path[0] == "terms" else "")
            yield placed.fault(what="no conference is named, neither here nor for the file", expected=expected)
        elif placed.conference not in known.conferences:
            yield _unknown(placed, "conference", kind="conference", key=placed.conference)


def _parties(collected: Collected, known: Known) -> Iterator[Fault]:
    for instrument in collected.instruments:
        yield from _missing(instrument, known.instruments, "instrument", "supplements")
    for party in collected.parties:
        for index, membership in enumerate(party.entry.memberships):
            if membership.group not in known.regional_groups:
                yield _unknown(party, "memberships", index, "group", kind="regional group", key=membership.group)
        for index, status in enumerate(party.entry.statuses):
            if status.instrument not in known.instruments:
                yield _unknown(party, "statuses", index, "instrument", kind="instrument", key=status.instrument)


def _conference(placed: Placed[ConferenceEntry], known: Known) -> Iterator[Fault]:
    entry = placed.entry
    for index, key in enumerate(entry.instruments):
        if key not in known.instruments:
            yield _unknown(placed, "instruments", index, kind="instrument", key=key)
    try:
        Calendar.from_plain(entry.calendar)
    except WrongCalendar as error:
        yield placed.fault("calendar", what=str(error))
    if why := why_no_grammar(entry.symbol_root, entry.symbol_grammar):
        yield placed.fault("symbol_grammar" if entry.symbol_grammar else "symbol_root", what=why)


def _body(placed: Placed[BodyEntry], known: Known) -> Iterator[Fault]:
    bodies = known.bodies.get(placed.conference, set())
    yield from _missing(placed, bodies, "body", "parent")
    yield from _missing(placed, known.instruments, "instrument", "instrument")
    root = known.grammars[placed.conference].root if placed.conference in known.grammars else ""
    if placed.entry.series and root and not placed.entry.series.startswith(f"{root}/"):
        what = f"the series {placed.entry.series!r} does not begin with the conference's root"
        yield placed.fault("series", what=what, expected=f"{root}/…")


def _mandate(placed: Placed[MandateEntry], known: Known) -> Iterator[Fault]:
    bodies = known.bodies.get(placed.conference, set())
    yield from _read(placed, ("number",), partial(parse_figures, placed.entry.number, kind=placed.entry.kind))
    for index, key in enumerate(placed.entry.concerns):
        if key not in bodies:
            yield _unknown(placed, "concerns", index, kind="body", key=key)
    for index, provision in enumerate(placed.entry.provisions):
        for place, key in enumerate(provision.bodies):
            if key not in bodies:
                yield _unknown(placed, "provisions", index, "bodies", place, kind="body", key=key)
            elif key in provision.bodies[:place]:
                yield placed.fault("provisions", index, "bodies", place, what=f"the body {key!r} is named twice")
        if provision.to_body and provision.to_body not in bodies:
            yield _unknown(placed, "provisions", index, "to_body", kind="body", key=provision.to_body)
        if provision.instrument and provision.instrument not in known.instruments:
            yield _unknown(placed, "provisions", index, "instrument", kind="instrument", key=provision.instrument)


def _gathering(placed: Placed[GatheringEntry]) -> Iterator[Fault]:
    if placed.entry.month and not placed.entry.year:
        yield placed.fault("month", what="a month stands without a year", expected="the key 'year'")
    for index, item in enumerate(placed.entry.agenda):
        yield from _read(placed, ("agenda", index, "number"), partial(parse_item, item.number))
        numbers = {other.number for other in placed.entry.agenda if other.stage == item.stage} - {item.number}
        if item.parent and item.parent not in numbers:
            yield _unknown(placed, "agenda", index, "parent", kind="agenda item", key=item.parent)


def _meeting(placed: Placed[MeetingEntry], known: Known) -> Iterator[Fault]:
    sessions = known.sessions.get(placed.conference, set())
    yield from _missing(placed, known.bodies.get(placed.conference, set()), "body", "body")
    yield from _missing(placed, sessions, "session", "in_session")
    yield from _missing(placed, sessions, "session", "reports_to")
    yield from _missing(placed, set(known.meetings.get(placed.conference, {})), "meeting", "back_to_back_with")
    yield from _missing(placed, known.mandates.get(placed.conference, set()), "mandate", "under")
    body = known.stored_meetings.get((placed.conference, placed.entry.key), placed.entry.body)
    if body != placed.entry.body:
        yield placed.fault("key", what=f"the register has the meeting {placed.entry.key!r} for the body {body!r}")
    if placed.entry.back_to_back_with == placed.entry.key:
        yield placed.fault("back_to_back_with", what="the meeting stands beside itself", expected="another meeting")


def _document(placed: Placed[DocumentEntry], known: Known) -> Iterator[Fault]:
    entry, conference = placed.entry, placed.conference
    sessions, meetings = known.sessions.get(conference, set()), set(known.meetings.get(conference, {}))
    for name, kind, keys in (
        ("session", "session", sessions),
        ("reports_on_session", "session", sessions),
        ("meeting", "meeting", meetings),
        ("reports_on", "meeting", meetings),
        ("body", "body", known.bodies.get(conference, set())),
        ("of", "document", known.documents.get(conference, set())),
    ):
        yield from _missing(placed, keys, kind, name)
    for index, transmission in enumerate(entry.transmissions):
        if transmission.session not in sessions:
            yield _unknown(placed, "transmissions", index, "session", kind="session", key=transmission.session)
    if not key_of_document(entry):
        yield placed.fault(what="the document has neither symbol nor key", expected="the key 'symbol'")
    if bool(entry.relation) != bool(entry.of):
        yield placed.fault(
            "relation" if entry.relation else "of", what="one of 'relation' and 'of' is missing", expected="both"
        )
    yield from _symbols(placed, known)


def _symbols(placed: Placed[DocumentEntry], known: Known) -> Iterator[Fault]:
    grammar = known.grammars.get(placed.conference)
    entry = placed.entry
    if entry.symbol and grammar:
        symbol = entry.symbol
        yield from _read(placed, ("symbol",), partial(parse, symbol, grammar))
        if symbol.endswith("*"):
            yield placed.fault("symbol", what="the asterisk is no part of a symbol", expected="is_reissued: true")
        if known.symbols.get((placed.conference, symbol), key_of_document(entry)) != (key_of_document(entry)):
            other = known.symbols[placed.conference, symbol]
            yield placed.fault("symbol", what=f"the register has the symbol {symbol} for the document {other!r}")
    for index, number in enumerate(entry.items):
        yield from _read(placed, ("items", index), partial(parse_item, number))
    for index, version in enumerate(entry.versions):
        holder = known.job_numbers.get(version.job_number or "")
        if holder and holder != (placed.conference, key_of_document(entry)):
            what = f"the register has the job number {version.job_number} for the document {holder[1]!r}"
            yield placed.fault("versions", index, "job_number", what=what)


def _missing(placed: Placed[Entry], keys: set[str], kind: str, name: str) -> Iterator[Fault]:
    key = getattr(placed.entry, name)
    if key and key not in keys:
        yield _unknown(placed, name, kind=kind, key=key)


def _unknown(placed: Placed[Entry], *path: str | int, kind: str, key: str) -> Fault:
    expected = f"the key of a {kind} of these files or of the register"
    if kind == "mandate":
        expected = 'a mandate of these files or of the register, as in "resolution 7/1"'
    return placed.fault(*path, what=f"there is no {kind} {key!r}", expected=expected)


def _read(placed: Placed[Entry], path: tuple[str | int, ...], reads: Callable[[], object]) -> Iterator[Fault]:
    try:
        reads()
    except Misreading as error:
        what = f"{error.text!r} is not {error.form}, at character {error.position + 1}"
        yield placed.fault(*path, what=what, expected=error.expected)


# --- inside any entry ------------------------------------------------------------------------------------------------


def _inside(placed: Placed[Entry], entry: Entry, path: tuple[str | int, ...], known: Known) -> Iterator[Fault]:
    """Yield ranges that run backwards and sources and parties that are not there, at any depth."""
    fields = vars(entry)
    yield from _backwards(placed, entry, path)
    if isinstance(entry, Sourced):
        yield from _unknown_sources(placed, entry.source, (*path, "source"), known)
        for field, sources in entry.source_of.items():
            yield from _unknown_sources(placed, sources, (*path, "source_of", field), known)
    for name, kind, keys in (
        ("source", "source", known.sources),
        ("followed", "source", known.sources),
        ("party", "party", known.parties),
    ):
        key = fields.get(name)
        if isinstance(key, str) and key and key not in keys:
            yield _unknown(placed, *path, name, kind=kind, key=key)
    for name, value in fields.items():
        rows = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, tuple) else ()
        for place, inner in rows:
            if isinstance(inner, Entry):
                yield from _inside(placed, inner, (*path, name, place), known)


def _unknown_sources(
    placed: Placed[Entry], sources: tuple[str, ...], path: tuple[str | int, ...], known: Known
) -> Iterator[Fault]:
    for index, source in enumerate(sources):
        if source.partition(":")[0] not in known.sources:
            yield _unknown(placed, *path, index, kind="source", key=source.partition(":")[0])
        elif source in sources[:index]:
            yield placed.fault(*path, index, what=f"the source {source!r} stands twice")


def _backwards(placed: Placed[Entry], entry: Entry, path: tuple[str | int, ...]) -> Iterator[Fault]:
    for first, last in _RANGES:
        start, end = vars(entry).get(first), vars(entry).get(last)
        if start and end and end < start:
            yield placed.fault(*path, last, what=f"{end} is before {first} {start}", expected=f"{start} or later")


# --- circles ---------------------------------------------------------------------------------------------------------


def _circles(collected: Collected, known: Known) -> Iterator[Fault]:
    entries: list[tuple[str, dict[tuple[str, str], Placed[Any]]]] = [
        ("supplements", {("", placed.entry.key): placed for placed in collected.instruments}),
        ("parent", {(placed.conference, placed.entry.key): placed for placed in collected.bodies}),
        (
            "of",
            {
                (placed.conference, placed.entry.key or placed.entry.symbol or ""): placed
                for placed in collected.documents
            },
        ),
    ]
    for name, placed_at in entries:
        above = dict(known.above.get(name, {}))
        for (conference, key), placed in placed_at.items():
            above.pop((conference, key), None)
            if upper := getattr(placed.entry, name):
                above[conference, key] = (conference, upper)
        yield from _circle(placed_at, above, name)


def _circle(
    placed_at: dict[tuple[str, str], Placed[Any]], above: dict[tuple[str, str], tuple[str, str]], name: str
) -> Iterator[Fault]:
    """Yield one fault for each circle, at the first of its entries that is in the files. Each entry is visited once."""
    done: set[tuple[str, str]] = set()
    for start in placed_at:
        way: dict[tuple[str, str], None] = {}  # keeps the order of the visits
        here: tuple[str, str] | None = start
        while here is not None and here not in done and here not in way:
            way[here] = None
            here = above.get(here)
        if here in way:
            circle = list(way)[list(way).index(here) :]
            what = f"{' → '.join(key for _, key in [*circle, circle[0]])} is a circle"
            yield next(placed_at[key] for key in circle if key in placed_at).fault(name, what=what, expected="an end")
        done.update(way)

"""The product's own recount of a folder: everything is made again from what was published and the seed, and compared.

`verify.py` does the same by another road and shares no line with this. Here, too, the pages and the print are made
again, where the folder is of this version.
"""

import hashlib
from collections.abc import Mapping
from importlib.metadata import version

from rapporteur.lots.engines.draw import Draw
from rapporteur.lots.files.drawn import CHANGES, NO_DRAW, RECORD, RESULT, Drawn, Frozen, drawn_from
from rapporteur.lots.files.events import read_events
from rapporteur.lots.files.folder import EVENTS, PUBLICATION, ROSTER, RULES, SEED, SUMS, VERIFIER, issue, whole_folder
from rapporteur.lots.files.lists import write_additional, write_loads, write_result_json
from rapporteur.lots.files.publication import Kind, Publication, Request, read_publication
from rapporteur.lots.files.room import ceremony_faults
from rapporteur.lots.files.roster import digest, read_roster
from rapporteur.lots.files.rules import read_rules
from rapporteur.lots.files.seed import read_seed
from rapporteur.lots.files.tables import tables_of
from rapporteur.lots.terms import UnfitInput

Files = Mapping[str, bytes]


def recount(files: Files) -> list[str]:
    """Return everything in a folder that is not as it follows from its publication and seed; none means all is."""
    own = {name: content for name, content in files.items() if not name.startswith("after/")}
    try:
        publication, faults, draw = _one(own, before=None, refused=(), root=own)
        refused = publication.requests
        for number in _followers(files):
            if faults:
                break  # what stands on something wrong cannot be judged
            start = f"after/{number}/"
            link = {name.removeprefix(start): content for name, content in files.items() if name.startswith(start)}
            own = {**own, **{name: link[name] for name in (ROSTER, RULES, VERIFIER) if name in link}}
            found, more, draw = _one(link, before=draw, refused=refused, root=own)
            faults += [f"{start}{fault}" for fault in more]
            refused = (*refused, *found.requests)
    except UnfitInput as unfit:
        return [str(unfit)]
    return faults


def _followers(files: Files) -> list[int]:
    numbers = {name.split("/")[1] for name in files if name.startswith("after/")}
    return sorted(int(number) for number in numbers if number.isdecimal())


def _one(
    files: Files, *, before: Draw | None, refused: tuple[Request, ...], root: Files
) -> tuple[Publication, list[str], Draw | None]:
    publication = read_publication(_text(files, PUBLICATION))
    if before is None and publication.kind in {Kind.REDRAW, Kind.LATE}:
        raise UnfitInput(f"{PUBLICATION}: there is no draw that it could continue.")
    roster, rules = _text({**root, **files}, ROSTER), _text({**root, **files}, RULES)
    faults = [
        f"{name}: not the file that was published."
        for name, text, published in (
            (ROSTER, roster, publication.roster),
            (RULES, rules, publication.rules),
            (VERIFIER, _text(root, VERIFIER), publication.verifier),
        )
        if digest(text) != published
    ]
    faults = [*_sums_faults(files), *faults, *_event_faults(files, publication)]
    if not faults and publication.kind is Kind.CEREMONY and RECORD in files:
        texts = {name: _text(files, name) for name in files if name.endswith((".csv", ".json"))}
        faults = ceremony_faults(read_roster(roster), read_rules(rules), {RESULT: "", **texts})
        return publication, faults, before
    if not faults and SEED not in files and {RECORD, NO_DRAW} & set(files):
        faults = [f"{SEED} is missing."]
    if faults or SEED not in files:
        return publication, faults, before
    frozen = Frozen(
        publication, digest(_text(files, PUBLICATION)), read_roster(roster), read_rules(rules), before, refused
    )
    seed = read_seed(_text(files, SEED), rehearsal=publication.rehearsal)
    if seed.entered < publication.published or seed.entered[:10] <= publication.objections_until:
        return publication, [f"{SEED}: entered before the publication or before the last day for objections."], before
    drawn = drawn_from(frozen, seed)
    texts = {**drawn.texts, **_lists(frozen, drawn, files)}
    faults = [f"{name}: not what the seed gives." for name, text in texts.items() if files.get(name) != text.encode()]
    if not faults and publication.version == version("rapporteur"):
        faults = _of_the_people(frozen, drawn, files)
    return publication, faults, drawn.draw or before


def _lists(frozen: Frozen, drawn: Drawn, files: Files) -> dict[str, str]:
    """Return the lists for other programs that a folder has, as they follow from the draw."""
    if drawn.draw is None:
        return {}
    tables = tables_of(frozen.roster, frozen.rules, drawn.draw.seats, drawn.draw.instruments)
    told, sealed = frozen.publication, digest(drawn.texts[RESULT])
    made = {
        "result.json": write_result_json(tables, title=told.title, rehearsal=told.rehearsal, digest=sealed),
        "additional.csv": write_additional(tables, rehearsal=told.rehearsal),
        "loads.csv": write_loads(tables, rehearsal=told.rehearsal),
    }
    return {name: text for name, text in made.items() if name in files}


def _sums_faults(files: Files) -> list[str]:
    """Return which files are not those that SHA256SUMS lists."""
    listed = dict(line.split("  ", 1)[::-1] for line in _text(files, SUMS).splitlines() if "  " in line)
    names = sorted({*listed, *files} - {SUMS})
    found = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    return [f"{name}: not the file that {SUMS} lists." for name in names if listed.get(name) != found.get(name)]


def _event_faults(files: Files, publication: Publication) -> list[str]:
    """Return what the chain of events and the files say against each other. Raises: UnfitInput."""
    events = read_events(_text(files, EVENTS))
    ends = {SEED: "seed_entered", NO_DRAW: "undrawn", RECORD: "drawn"}
    wanted = ["published", *(word for name, word in ends.items() if name in files)]
    kept = [event for event in events if event.what in {"published", *ends.values()}]
    faults = []
    if [event.what for event in kept] != wanted:
        faults.append(f"{EVENTS}: expected {', '.join(wanted)} in this order, each once.")
    if any(dict(event.told).get("rehearsal", False) is not publication.rehearsal for event in events):
        faults.append(f"{EVENTS}: the mark of a rehearsal is not that of the publication.")
    names = {"publication": PUBLICATION, "roster": ROSTER, "rules": RULES, "verifier": VERIFIER, "seed": SEED}
    for event in kept:
        for key, value in event.told:
            name = names.get(key, key)
            if name in files and hashlib.sha256(files[name]).hexdigest() != value:
                faults.append(f"{EVENTS}, {event.what}: not the digest of {name}.")
    return faults


def _of_the_people(frozen: Frozen, drawn: Drawn, files: Files) -> list[str]:
    """Return which pages, lists and prints are not the ones that follow from the draw."""
    seed = read_seed(_text(files, SEED), rehearsal=frozen.publication.rehearsal)
    names = {PUBLICATION, SEED, ROSTER, RULES, VERIFIER, *drawn.texts} & set(files)
    issued = issue(frozen, seed, drawn, {name: _text(files, name) for name in names})
    texts = {name: _text(files, name) for name in {*names, EVENTS} & set(files) if name != CHANGES}
    changes = {CHANGES: files[CHANGES]} if CHANGES in files else {}
    wanted = whole_folder(texts, {**changes, **issued}, frozen.publication)
    faults = [f"{name}: not as it follows from the draw." for name in wanted if files.get(name) != wanted[name]]
    faults += [f"{name}: does not belong to this folder." for name in files if name not in wanted]
    # A file that is wrong makes the list of digests wrong, too: the file is named, not the list.
    return [fault for fault in faults if not fault.startswith(SUMS)] or faults


def _text(files: Files, name: str) -> str:
    if name not in files:
        raise UnfitInput(f"{name} is missing.")
    try:
        return files[name].decode()
    except UnicodeDecodeError as fault:
        raise UnfitInput(f"{name}: this is not UTF-8 (byte {fault.start + 1}).") from fault

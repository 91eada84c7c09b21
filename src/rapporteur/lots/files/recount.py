"""The product's own recount of a folder: everything is made again from what was published and the seed, and compared.

`verify.py` does the same by another road and shares no line with this. Here, too, the pages and the print are made
again, where the folder is of this version.
"""

from collections.abc import Mapping
from importlib.metadata import version

from rapporteur.lots.engines.draw import Draw
from rapporteur.lots.files.drawn import CHANGES, Drawn, Frozen, drawn_from
from rapporteur.lots.files.folder import EVENTS, PUBLICATION, ROSTER, RULES, SEED, SUMS, VERIFIER, issue, whole_folder
from rapporteur.lots.files.publication import Kind, Publication, Request, read_publication
from rapporteur.lots.files.roster import digest, read_roster
from rapporteur.lots.files.rules import read_rules
from rapporteur.lots.files.seed import read_seed
from rapporteur.lots.terms import UnfitInput

Files = Mapping[str, bytes]


def recount(files: Files) -> list[str]:
    """Return everything in a folder that is not as it follows from its publication and seed; none means all is."""
    own = {name: content for name, content in files.items() if not name.startswith("after/")}
    try:
        publication, faults, draw = _one(own, before=None, refused=(), root=own)
        refused = publication.requests
        for number in _followers(files):
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
    if faults or SEED not in files:
        return publication, faults, before
    if publication.kind is Kind.CEREMONY:
        return publication, faults, before
    frozen = Frozen(
        publication, digest(_text(files, PUBLICATION)), read_roster(roster), read_rules(rules), before, refused
    )
    drawn = drawn_from(frozen, read_seed(_text(files, SEED), rehearsal=publication.rehearsal))
    faults = [
        f"{name}: not what the seed gives." for name, text in drawn.texts.items() if files.get(name) != text.encode()
    ]
    if not faults and publication.version == version("rapporteur"):
        faults = _of_the_people(frozen, drawn, files)
    return publication, faults, drawn.draw or before


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

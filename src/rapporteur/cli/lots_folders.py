"""What the commands on draws share: the folder held against what was published here, the seed read, refusals told."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from rapporteur.cli import folders
from rapporteur.cli.refusing import Refused

if TYPE_CHECKING:
    from rapporteur.lots.actions import SeedEntry
    from rapporteur.lots.models import Drawing


@contextmanager
def refusing(where: Path) -> Iterator[None]:
    """Turn what a room refuses into a message that says where."""
    from rapporteur.journal.terms import Refused as RoomRefused
    from rapporteur.lots.terms import UnfitInput

    try:
        yield
    except RoomRefused as refused:
        raise Refused("\n".join(f"{where}: {reason.text}" for reason in refused.reasons)) from None
    except UnfitInput as unfit:
        raise Refused(f"{where}: {unfit}") from None


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show on a terminal that something is being done."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield
        return
    with console.status(f"{what} …"):
        yield


def root_of(folder: Path) -> "Drawing":
    """Return the drawing whose folder this is, whole and unchanged. Raises: Refused."""
    from rapporteur.lots.files.publication import read_publication
    from rapporteur.lots.files.roster import digest
    from rapporteur.lots.queries.drawings import drawing_published_as
    from rapporteur.lots.queries.folders import folder_of

    files = folders.read(folder)
    if "publication.json" not in files:
        raise Refused(f"{folder}: publication.json is missing; this is not the folder of a draw.")
    told = files["publication.json"].decode(errors="replace")
    found = drawing_published_as(digest(told))
    if found is None:
        with refusing(folder):
            where = read_publication(told).installation
        message = (
            f"{folder} was not published by this installation but by {where}: a record from another machine. It can be "
            "verified here, not drawn. If it was published here, publication.json was changed."
        )
        raise Refused(message)
    kept = folder_of(found)
    for name in sorted(files):
        if files[name] != kept.get(name) and not _is_left_behind(name, files, kept):
            raise Refused(f"{folder}: {name} is not the file that was published; put it back as it was.")
    for name in kept:
        if name not in files and not _is_left_behind(name, files, kept):
            raise Refused(f"{folder}: {name} is missing; fetch the folder again from the pages of the draw.")
    return found


def _is_left_behind(name: str, files: Mapping[str, bytes], kept: Mapping[str, bytes]) -> bool:
    """Tell whether a file is behind the register because the folder could not be written when the register went on."""
    above, stroke, own = name.rpartition("/")
    events = f"{above}{stroke}events.jsonl"
    told, known = files.get(events, b""), kept.get(events, b"")
    is_behind = told != known and known.startswith(told) and (bool(told) or bool(above))
    return is_behind and (name not in files or own in {"events.jsonl", "README.txt", "SHA256SUMS"})


def seed_entry(path: Path) -> "SeedEntry":
    """Return what a file says of the seed. One line feed at its end is not part of it; blanks are."""
    import yaml

    from rapporteur.lots.actions import SeedEntry
    from rapporteur.lots.files.seed import SeedPart

    text = folders.text(path)
    if path.suffix not in {".yaml", ".yml", ".json"}:
        return SeedEntry(text.removesuffix("\n").removesuffix("\r"))
    try:
        plain = yaml.safe_load(text)
        parts = tuple(
            SeedPart(str(part["source"]), str(part["value"]), str(part.get("evidence", ""))) for part in plain["parts"]
        )
    except (yaml.YAMLError, TypeError, KeyError, AttributeError):
        raise Refused(f"{path}: write parts, a list of source, value and evidence.") from None
    return SeedEntry(parts=parts)

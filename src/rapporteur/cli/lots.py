"""`rapporteur lots`: publish a draw, enter its seed and draw, draw again on top of it, and verify any folder of one.

Publishing and drawing are acts of this installation, kept in its register and journal. `check`, `odds` (in
`lots_rehearsing`) and `verify` need no database.
"""

import datetime as dt
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapporteur.cli import folders, lots_rehearsing
from rapporteur.cli.lots_folders import refusing, root_of, seed_entry, working
from rapporteur.cli.refusing import Refused, actor, now

if TYPE_CHECKING:
    from collections.abc import Callable

    from rapporteur.lots.actions import SeedEntry
    from rapporteur.lots.models import Drawing

app = typer.Typer(no_args_is_help=True, help="Draws: publish, draw, draw again, verify.", rich_markup_mode=None)
app.command("check")(lots_rehearsing.check)
app.command("odds")(lots_rehearsing.odds)

Roster = Annotated[Path, typer.Option("--roster", help="The States, as CSV.", show_default=False)]
Rules_ = Annotated[Path, typer.Option("--rules", help="The rules, as YAML or JSON.", show_default=False)]
Output = Annotated[Path, typer.Option("--output", help="The folder to make.", show_default=False)]
Title = Annotated[str, typer.Option(help="What the draw is called; else the name of the folder.", show_default=False)]
Rehearsal = Annotated[bool, typer.Option("--rehearsal", help="A rehearsal: marked as one, it decides nothing.")]
Until = Annotated[str | None, typer.Option("--objections-until", help="The last day for objections: 2026-01-05.")]
Sources = Annotated[
    list[str] | None, typer.Option("--seed-source", help="From where the seed is to come; once for each source.")
]
Folder = Annotated[Path, typer.Argument(help="The folder of a draw.", show_default=False)]


@app.command()
def publish(  # noqa: PLR0913, PLR0917 - one option each for what is published
    roster: Roster,
    rules: Rules_,
    output: Output,
    title: Title = "",
    rehearsal: Rehearsal = False,
    ceremony: Annotated[
        bool, typer.Option("--ceremony", help="Drawn step by step in a room, not from a seed.")
    ] = False,
    objections_until: Until = None,
    seed_source: Sources = None,
) -> None:
    """Freeze a roster and rules, with their digests, before any seed exists."""
    from rapporteur.lots.terms import DrawingKind

    kind = DrawingKind.CEREMONY if ceremony else DrawingKind.DRAW
    _publish(kind, roster, rules, output, (title, rehearsal, objections_until, seed_source))


@app.command("year-groups")
def year_groups(
    roster: Roster,
    rules: Rules_,
    output: Output,
    title: Title = "",
    rehearsal: Rehearsal = False,
    objections_until: Until = None,
    seed_source: Sources = None,
) -> None:
    """Publish a draw of the years in which reviews begin; `lots draw` then draws it."""
    from rapporteur.lots.terms import DrawingKind

    _publish(DrawingKind.YEARS, roster, rules, output, (title, rehearsal, objections_until, seed_source))


@app.command()
def draw(
    folder: Folder,
    seed_file: Annotated[
        Path | None,
        typer.Option("--seed-file", help="The seed as read out, one line; or YAML with its parts.", show_default=False),
    ] = None,
) -> None:
    """Enter the seed of a published draw and complete its folder; once."""
    from django.db import transaction

    from rapporteur.lots import actions
    from rapporteur.lots.queries.folders import folder_of, with_followers
    from rapporteur.lots.terms import DrawingStage

    root = root_of(folder)
    drawing = with_followers(root)[-1]
    with refusing(folder):
        if drawing.stage == DrawingStage.PUBLISHED:
            if seed_file is None:
                raise Refused(f"{folder}: no seed has been entered; give it with --seed-file.")
            drawing = actions.enter_seed(drawing, seed_entry(seed_file), by=actor(), at=now())
        elif seed_file is not None and drawing.stage == DrawingStage.SEEDED:
            _same_seed(drawing, seed_entry(seed_file))
        # A folder that cannot be written takes the draw back; the seed stays, so that nothing but this draw can follow.
        with working("drawing, and setting the tables"), transaction.atomic():
            drawing = actions.draw(drawing, by=actor(), at=now())
            root.refresh_from_db()
            files = folder_of(root)
            folders.complete(folder, files)
    _tell_end(folder, drawing, len(files))


@app.command()
def redraw(
    folder: Folder,
    seat: Annotated[list[str], typer.Option("--seat", help="A seat to be drawn again: AAA/own.", show_default=False)],
    reason: Annotated[list[str], typer.Option("--reason", help="Why, once for each seat.", show_default=False)],
    objections_until: Until = None,
    seed_source: Sources = None,
) -> None:
    """Publish requests that lots be repeated; `lots draw` then draws them with a new seed."""
    from rapporteur.lots import actions
    from rapporteur.lots.actions.following import request_of
    from rapporteur.lots.queries.ceremony import seat_of
    from rapporteur.lots.queries.folders import with_followers

    if len(seat) != len(reason):
        raise Refused(f"There are {len(seat)} seats and {len(reason)} reasons; give --reason once for each --seat.")
    root = root_of(folder)
    last = with_followers(root)[-1]
    with refusing(folder):
        requests = []
        for text, why in zip(seat, reason, strict=True):
            try:
                found = seat_of(text)
            except ValueError:
                raise Refused(f'--seat "{text}" is no seat; write State and side: AAA/own or AAA/other.') from None
            requests.append(request_of(last, reviewed=found.reviewed, side=found.side, reason=why))
        entry = actions.RedrawEntry(tuple(requests), _day(objections_until), tuple(seed_source or ()))
        _followed(folder, root, actions.publish_redraw(last, entry, by=actor(), at=now()))


@app.command()
def late(
    folder: Folder,
    roster: Annotated[Path, typer.Option("--roster", help="The roster with the new States.", show_default=False)],
    objections_until: Until = None,
    seed_source: Sources = None,
) -> None:
    """Publish the States that joined since a draw; `lots draw` then draws their reviewers with a new seed."""
    from rapporteur.lots import actions
    from rapporteur.lots.queries.folders import with_followers

    root = root_of(folder)
    entry = actions.LateEntry(folders.text(roster), _day(objections_until), tuple(seed_source or ()))
    with refusing(roster):
        _followed(folder, root, actions.publish_late(with_followers(root)[-1], entry, by=actor(), at=now()))


@app.command()
def verify(folder: Folder) -> None:
    """Check a folder twice: with the independent verifier, and by making all of it again; status 1 when it is wrong."""
    from rapporteur.lots.files.recount import recount

    # The verifier is one plain file without types.
    verify_independently: Callable[[Path], list[str]] = import_module("rapporteur.lots.verify").verify
    files = folders.read(folder)
    with working("verifying"):
        faults = verify_independently(folder)
        again = [] if faults else recount(files)
    if faults or again:
        named = [f"verify.py: {fault}" for fault in faults] + [f"recount: {fault}" for fault in again]
        raise Refused("\n".join([f"{folder} is not right:", *named]))
    typer.echo(f"verify.py: {folder} is right.\nrecount: {len(files)} files are as they follow from the publication.")


def _publish(
    kind: str, roster: Path, rules: Path, output: Path, more: tuple[str, bool, str | None, list[str] | None]
) -> None:
    from django.db import transaction

    from rapporteur.lots import actions
    from rapporteur.lots.queries.folders import folder_of
    from rapporteur.lots.terms import DrawingKind

    title, rehearsal, until, sources = more
    if output.exists() and (not output.is_dir() or any(output.iterdir())):
        raise Refused(f"{output} is there already and not an empty folder; name another one with --output.")
    entry = actions.PublicationEntry(
        title=title or output.name,
        roster=folders.text(roster),
        rules=folders.text(rules),
        kind=DrawingKind(kind),
        rehearsal=rehearsal,
        objections_until=_day(until),
        seed_sources=tuple(sources or ()),
    )
    where = Path(f"{roster}, {rules}")
    with refusing(where), working("reading, and looking whether a draw exists"), transaction.atomic():
        drawing = actions.publish(entry, by=actor(), at=now())
        folders.write_new(output, folder_of(drawing))
    _tell_published(output, drawing)


def _followed(folder: Path, root: "Drawing", drawing: "Drawing") -> None:
    from rapporteur.lots.queries.folders import folder_of

    folders.complete(folder, folder_of(root))
    _tell_published(folder, drawing)


def _tell_published(folder: Path, drawing: "Drawing") -> None:
    mark = "A rehearsal. " if drawing.rehearsal else ""
    typer.echo(f"{mark}{drawing.title} is published in {folder}, as {drawing.key}. Announce these digests:")
    for name, value in (
        ("roster", drawing.roster_digest),
        ("rules", drawing.rules_digest),
        ("publication", drawing.publication_digest),
    ):
        typer.echo(f"  {name:12}{value}")
    until = f" after {drawing.objections_until}" if drawing.objections_until else ""
    typer.echo(f"Then{until}: rapporteur lots draw {folder} --seed-file FILE")


def _tell_end(folder: Path, drawing: "Drawing", count: int) -> None:
    from rapporteur.lots.files.refusal import read_refusal

    if drawing.refusal:
        said = read_refusal(drawing.refusal).sentences
        raise Refused("\n".join([f"{folder}: no draw came of it; no-draw.json says why.", *said]))
    mark = "A rehearsal. " if drawing.rehearsal else ""
    typer.echo(f"{mark}{drawing.title} is drawn: {folder} holds {count} files. Open {folder / 'index.html'}.")
    typer.echo(f"Check it: python3 {folder / 'verify.py'} {folder}")


def _same_seed(drawing: "Drawing", entry: "SeedEntry") -> None:
    from rapporteur.lots.actions.seeding import seed_of

    if seed_of(entry, rehearsal=drawing.rehearsal) != drawing.seed:
        raise Refused(f"{drawing.title}: another seed was entered already, and a seed does not change.")


def _day(text: str | None) -> dt.date | None:
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise Refused(f"--objections-until {text!r} is no day; write it as 2026-01-05.") from None

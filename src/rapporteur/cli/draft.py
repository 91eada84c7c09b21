"""`rapporteur draft`: official documents composed from the register, on the terminal or as files."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rapporteur.cli.refusing import Refused
from rapporteur.cli.register import day_of
from rapporteur.languages.terms import Language

if TYPE_CHECKING:
    import datetime as dt

    from rapporteur.meetings.models import Session

app = typer.Typer(no_args_is_help=True, help="Official documents composed from the register.", rich_markup_mode=None)
FORMATS = ("txt", "html", "docx", "pdf", "xml")


@app.callback()
def drafts() -> None:
    """Official documents composed from the register."""


@app.command()
def note(
    session: Annotated[str, typer.Option(help="The session that the note is for, by its key: cop-10.")],
    as_of: Annotated[
        str | None, typer.Option(help="The day the note speaks (2020-07-01); today when not given.")
    ] = None,
    language: Annotated[str, typer.Option(help="ar, zh, en, fr, ru or es.")] = "en",
    format_: Annotated[str, typer.Option("--format", help="txt, html, docx, pdf or xml.")] = "txt",
    output: Annotated[Path | None, typer.Option(help="The file to write; else the terminal.")] = None,
    all_: Annotated[Path | None, typer.Option("--all", help="A folder for every language and format.")] = None,
    conference: Annotated[str | None, typer.Option(help="The conference, when there are several.")] = None,
) -> None:
    """Write the note by the Secretariat on the meetings of the subsidiary bodies, as it reads on a day."""
    if output and all_:
        raise Refused("Give --output for one file or --all for all of them, not both.")
    day, chosen = day_of(as_of), session_of(session, conference)
    if all_ is not None:
        for path, size, is_new in write_all(chosen, day, all_):
            typer.echo(f"{path}\t{size} bytes{'' if is_new else ' (unchanged)'}")
        return
    content = _written(chosen, day, _language(language), _format(format_))
    if output is None:
        _print(content, format_)
    else:
        _put(output, content)
        typer.echo(f"{output}: {len(content)} bytes")


def session_of(key: str, conference: str | None) -> "Session":
    """Return the session of a key. Raises: Refused, naming the sessions there are."""
    from rapporteur.meetings.models import Session

    of = Session.objects.select_related("conference")
    found = list(of.filter(key=key, **({"conference__key": conference} if conference else {})))
    if len(found) == 1:
        return found[0]
    if found:
        conferences = ", ".join(one.conference.key for one in found)
        raise Refused(f"Several conferences have a session {key!r}; add --conference with one of {conferences}.")
    known = ", ".join(of.order_by("conference", "ordinal").values_list("key", flat=True)[:30])
    raise Refused(f"There is no session {key!r}; the register has {known or 'none: load it first'}.")


def write_all(session: "Session", day: "dt.date", folder: Path) -> list[tuple[Path, int, bool]]:
    """Write the note in every language and format; return each file, its size, and whether it is new or differs."""
    from rapporteur.drafts.queries.composed import note_from
    from rapporteur.drafts.queries.note import note_of
    from rapporteur.typeset import Format, write

    folder.mkdir(parents=True, exist_ok=True)
    matter = note_of(session)
    written = []
    for language in Language:
        document = _composed(lambda language=language: note_from(matter, language=language, as_of=day))
        for format_ in Format:
            content = write(document, format_)
            path = folder / f"note.{language}{format_.suffix}"
            written.append((path, len(content), _put(path, content)))
    return written


def _written(session: "Session", day: "dt.date", language: Language, format_: str) -> bytes:
    from rapporteur.drafts.queries.composed import note as composed_note
    from rapporteur.typeset import Format, write

    document = _composed(lambda: composed_note(session, language=language, as_of=day))
    return write(document, Format(format_))


def _composed(compose: Any) -> Any:
    from rapporteur.drafts.queries.composed import NothingToCompose

    try:
        return compose()
    except NothingToCompose as error:
        raise Refused("\n".join(["The note cannot be written yet:", *error.reasons])) from None


def _put(path: Path, content: bytes) -> bool:
    """Write a file unless it holds just this already; tell whether it was written."""
    from rapporteur.register.replacing import replace_file

    if path.is_file() and path.read_bytes() == content:
        return False
    replace_file(path, content)
    return True


def _print(content: bytes, format_: str) -> None:
    if format_ in {"docx", "pdf"} and sys.stdout.isatty():
        raise Refused(f"A {format_} file is nothing for a terminal; name a file with --output.")
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _language(code: str) -> Language:
    try:
        return Language(code)
    except ValueError:
        raise Refused(f"--language {code!r} is not known; choose one of {', '.join(Language)}.") from None


def _format(name: str) -> str:
    if name not in FORMATS:
        raise Refused(f"--format {name!r} is not known; choose one of {', '.join(FORMATS)}.")
    return name

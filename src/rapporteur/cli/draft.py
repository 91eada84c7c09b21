"""`rapporteur draft`: official documents composed from the register, on the terminal or as files."""

import inspect
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapporteur.cli.refusing import Refused
from rapporteur.cli.register import day_of
from rapporteur.languages.terms import Language

if TYPE_CHECKING:
    import datetime as dt

    from rapporteur.drafts.queries.kinds import Composer, Question
    from rapporteur.meetings.models import Session

app = typer.Typer(no_args_is_help=True, help="Official documents composed from the register.", rich_markup_mode=None)
FORMATS = ("txt", "html", "docx", "pdf", "xml")


@app.callback()
def drafts() -> None:
    """Official documents composed from the register."""


Session_ = Annotated[str, typer.Option("--session", help="The session that it is for, by its key: cop-10.")]
Day = Annotated[str | None, typer.Option(help="The day it speaks (2020-07-01); today when not given.")]
Code = Annotated[str, typer.Option(help="ar, zh, en, fr, ru or es.")]
Form = Annotated[str, typer.Option("--format", help="txt, html, docx, pdf or xml.")]
Output = Annotated[Path | None, typer.Option(help="The file to write; else the terminal.")]
All = Annotated[Path | None, typer.Option("--all", help="A folder for every language and format.")]
First = Annotated[str | None, typer.Option("--from", help="The first day of the period; else the day it speaks.")]
Last = Annotated[str | None, typer.Option("--to", help="The last day; else the last of the session.")]
Of = Annotated[str | None, typer.Option(help="The conference, when there are several.")]


# Each kind of draft has a command of its own; those for which a period can be chosen take its ends too.
_KINDS = {
    "note": "Write the note by the Secretariat on the meetings of the subsidiary bodies, as it reads on a day.",
    "agenda": "Write the provisional agenda of a session with annotations.",
    "list": "Write the list of documents before a session, with the languages and the status they have on a day.",
    "calendar": "Write the calendar of meetings of a period, with the days by which documents are due.",
    "status": "Write what the resolutions and decisions asked for, and what had answered it by a day.",
}
_WITH_PERIOD = {"calendar"}


def _add_command(key: str, about: str) -> None:
    """Add the command that writes a kind of draft."""

    def write(  # noqa: PLR0913, PLR0917 - one option each for what a reader chooses
        session: Session_,
        as_of: Day = None,
        since: First = None,
        until: Last = None,
        language: Code = "en",
        format_: Form = "txt",
        output: Output = None,
        all_: All = None,
        conference: Of = None,
    ) -> None:
        question = _question(session, conference, as_of, since=since, until=until)
        _deliver(key, _Wanted(language, format_, output, all_), question)

    options = inspect.signature(write).parameters.values()
    offered = [option for option in options if key in _WITH_PERIOD or option.name not in {"since", "until"}]
    # Typer asks the signature which options there are; those that are not offered keep their defaults.
    write.__signature__ = inspect.Signature(offered)  # type: ignore[attr-defined]  # unknown to the types of functions
    app.command(name=key, help=about)(write)


for _key, _about in _KINDS.items():
    _add_command(_key, _about)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """In which language and form a draft is wanted, and where."""

    language: str
    format: str
    output: Path | None
    folder: Path | None


def _question(
    session: str, conference: str | None, as_of: str | None, *, since: str | None = None, until: str | None = None
) -> "Question":
    from rapporteur.drafts.queries.kinds import Question

    return Question(
        session=session_of(session, conference),
        as_of=day_of(as_of),
        since=day_of(since) if since else None,
        until=day_of(until) if until else None,
    )


def _deliver(key: str, wanted: _Wanted, question: "Question") -> None:
    """Write a kind of draft to the terminal, to a file, or in every language and format to a folder."""
    from rapporteur.register.replacing import replace_file
    from rapporteur.typeset import Format, write

    if wanted.output and wanted.folder:
        raise Refused("Give --output for one file or --all for all of them, not both.")
    if wanted.folder is not None:
        for path, size, is_new in _write_every(key, question, wanted.folder):
            typer.echo(f"{path}\t{size} bytes{'' if is_new else ' (unchanged)'}")
        return
    language, format_ = _language(wanted.language), _format(wanted.format)
    content = write(_prepared(key, question)(language), Format(format_))
    if wanted.output is None:
        _print(content, format_)
    else:
        if not _holds(wanted.output, content):
            replace_file(wanted.output, content)
        typer.echo(f"{wanted.output}: {len(content)} bytes")


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
    from rapporteur.drafts.queries.kinds import Question

    return _write_every("note", Question(session, day), folder)


def _write_every(key: str, question: "Question", folder: Path) -> list[tuple[Path, int, bool]]:
    from rapporteur.register.replacing import folder_for, replace_files
    from rapporteur.typeset import Format, write

    compose = _prepared(key, question)
    contents = {}
    for language in Language:
        document = compose(language)
        for format_ in Format:
            contents[folder / f"{key}.{language}{format_.suffix}"] = write(document, format_)
    new = {path: content for path, content in contents.items() if not _holds(path, content)}
    with folder_for(folder):
        replace_files(new.items())
    return [(path, len(content), path in new) for path, content in contents.items()]


def _prepared(key: str, question: "Question") -> "Composer":
    from rapporteur.drafts.queries.composed import NothingToCompose
    from rapporteur.drafts.queries.kinds import KINDS

    try:
        return KINDS[key].prepare(question)
    except NothingToCompose as error:
        raise Refused("\n".join([f"The {key} cannot be written yet:", *error.reasons])) from None


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


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

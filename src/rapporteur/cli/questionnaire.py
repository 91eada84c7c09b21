"""`rapporteur questionnaire`: check a questionnaire's file, show it, release it, take it to XLSForm and back."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapporteur.cli.refusing import Refused, actor, now
from rapporteur.languages.terms import Language

if TYPE_CHECKING:
    from rapporteur.questionnaires.terms import Questionnaire

app = typer.Typer(
    no_args_is_help=True,
    help="Questionnaires: what States are asked about their implementation.",
    rich_markup_mode=None,
)
File = Annotated[Path, typer.Argument(help="The .yaml file of a questionnaire.", show_default=False)]
Output = Annotated[Path | None, typer.Option(help="Write to this file instead.", show_default=False)]


@app.command()
def check(file: File) -> None:
    """Say whether a file is a questionnaire; every fault with its line and what was expected."""
    from rapporteur.questionnaires.rules.canonical import canonical, digest

    asked = _read(file)
    named = f"{asked.key}, version {asked.version}"
    typer.echo(f"{file}: {named}, is sound; {len(asked.questions)} questions; digest {digest(canonical(asked))}")


@app.command()
def show(
    file: File,
    language: Annotated[Language, typer.Option(help="The language of the texts.")] = Language.ENGLISH,
) -> None:
    """Print every question with its number, kind and condition; a text that is missing is shown as missing."""
    from rapporteur.questionnaires.rules.telling import told

    typer.echo("\n".join(told(_read(file), language)))


@app.command()
def release(file: File) -> None:
    """Release a questionnaire: from then on this version never changes, and it can be opened for States."""
    from rapporteur.journal.terms import Refused as ActRefused
    from rapporteur.questionnaires.actions.opening import release as release_

    try:
        made = release_(_read(file), by=actor(), at=now())
    except ActRefused as refusal:
        raise Refused(str(refusal)) from None
    typer.echo(f"{made.key}, version {made.version}, is released; digest {made.digest}")


@app.command()
def verify(
    file: Annotated[Path, typer.Argument(help="The frozen copy of a submission, as given out.", show_default=False)],
    receipt: Annotated[str, typer.Option(help="The digest that the receipt names.", show_default=False)],
) -> None:
    """Say whether a frozen copy is the one that a receipt names."""
    from rapporteur.questionnaires.rules.frozen import checked

    try:
        content = file.read_bytes()
    except OSError as fault:
        raise Refused(f"{file} cannot be read: {fault.strerror}") from None
    head = checked(content, receipt)
    if isinstance(head, str):
        raise Refused(f"{file}: {head}")
    named = f"submission {head.number} of {head.state} in {head.process}"
    asked = f"questionnaire {head.questionnaire}, version {head.version}"
    told = f"submitted {head.at:%Y-%m-%d %H:%M} UTC by {head.by}"
    typer.echo(f"{file} is what the receipt names: {named}, {asked}, {told}")


@app.command()
def schema(output: Output = None) -> None:
    """Print the JSON Schema of a questionnaire's file."""
    from rapporteur.questionnaires.rules.entries import json_schema
    from rapporteur.register.replacing import replace_file

    text = json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
    if output is None:
        typer.echo(text, nl=False)
    else:
        replace_file(output, text.encode())


@app.command()
def export(
    file: File,
    xlsform: Annotated[Path, typer.Option(help="The .xlsx file to write.", show_default=False)],
) -> None:
    """Write a questionnaire as an XLSForm, which survey programs read."""
    from rapporteur.questionnaires.files.expressions import Unreadable
    from rapporteur.questionnaires.files.xlsform import xlsform as written
    from rapporteur.register.replacing import replace_file

    asked = _read(file)
    try:
        replace_file(xlsform, written(asked))
    except Unreadable as fault:
        raise Refused(f"{file}: a condition cannot be written as XLSForm: {fault}") from None
    typer.echo(f"{xlsform}: {asked.key}, version {asked.version}; {len(asked.questions)} questions")


@app.command(name="import")
def import_(
    file: Annotated[Path, typer.Argument(help="The .xlsx file of an XLSForm.", show_default=False)],
    output: Output = None,
) -> None:
    """Print an XLSForm as the file of a questionnaire; what it cannot say is refused with sheet, row and column."""
    from rapporteur.archive.rules.inspecting import inspect
    from rapporteur.archive.terms import NotTaken
    from rapporteur.questionnaires.files.xlsform_reading import questionnaire_from_xlsform
    from rapporteur.questionnaires.rules.writing import written
    from rapporteur.register.replacing import replace_file

    try:
        with file.open("rb") as stream:
            inspect(stream, file.name)
            asked = questionnaire_from_xlsform(stream.read(), shown_as=str(file))
    except NotTaken as objection:
        raise Refused(f"{file}: this file is not read ({objection}); give an .xlsx file without macros") from None
    text = written(asked)
    if output is None:
        typer.echo(text, nl=False)
    else:
        replace_file(output, text.encode())


def _read(file: Path) -> "Questionnaire":
    from rapporteur.datafiles.reading import read
    from rapporteur.questionnaires.rules.definitions import questionnaire_of

    return questionnaire_of(read(file))

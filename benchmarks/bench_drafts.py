"""Drafts: the note of one session, read from the register, composed and typeset, in every format and language."""

import datetime as dt
import io
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.rows import Figure, Row, Times, clock

if TYPE_CHECKING:
    from rapporteur.drafts.queries.kinds import Question

NAME = "Drafts"
BUDGET = (
    "the note in one language: text p95 under 50 ms, DOCX and PDF p95 under 500 ms; six languages in five formats under"
    " 6 s. Each time the register is read and the note composed anew"
)
PEER = (
    "for the PDF, LibreOffice that converts the note's DOCX (its start included, as on a server that converts files one"
    " by one); for the DOCX, python-docx that puts the note's lines into its own template, without reading or composing"
)
SIZED = True

TIMES = 20
LIMITS = {"txt": 50, "docx": 500, "pdf": 500}


def run(size: int) -> list[Row]:
    from rapporteur.drafts.queries.kinds import KINDS  # noqa: PLC0415 - Django is set up before run()
    from rapporteur.languages.terms import Language  # noqa: PLC0415 - as above
    from rapporteur.typeset import Format, write  # noqa: PLC0415 - as above

    question = _question()

    def written(format_: Format) -> bytes:
        return write(KINDS["note"].compose(question, Language.ENGLISH), format_)

    def everything() -> None:
        compose = KINDS["note"].prepare(question)
        for document in map(compose, Language):
            for each in Format:
                write(document, each)

    rows = []
    for each in Format:
        first, times = clock(lambda each=each: written(each)), clock(lambda each=each: written(each), times=TIMES)
        peer = _peer(each.value, written)
        rows.append(_row(f"the note in English, {each.value}", size, first, times, LIMITS.get(each.value), peer))
    first, whole = clock(everything), clock(everything, times=3)
    rows.append(_row("six languages in five formats", size, first, whole, 6000, None))
    return rows


def _question() -> "Question":
    """Return a session in the middle of the register, ten days before it opens."""
    from rapporteur.drafts.queries.kinds import Question  # noqa: PLC0415 - as above
    from rapporteur.meetings.models import Session  # noqa: PLC0415 - as above

    sessions = Session.objects.select_related("conference").order_by("ordinal")
    session = sessions[sessions.count() // 2]
    return Question(session, (session.starts_on or dt.date.max) - dt.timedelta(days=10))


def _row(case: str, size: int, first: Times, times: Times, limit: float | None, peer: float | None) -> Row:
    figures = (
        Figure("first", first.total * 1000, "ms"),
        Figure("median", times.median * 1000, "ms"),
        Figure("p95", times.p95 * 1000, "ms", limit),
    )
    return Row(case, figures, size=size, peer=peer, peer_of="median")


def _peer(format_: str, written: Callable[..., bytes]) -> float | None:
    from rapporteur.typeset import Format  # noqa: PLC0415 - as above

    if format_ == "pdf":
        return by_libreoffice(written(Format.DOCX))
    if format_ == "docx":
        return by_python_docx(written(Format.TXT).decode())
    return None


def by_libreoffice(document: bytes) -> float | None:
    """Return what LibreOffice takes to make a PDF of a DOCX, its profile made before; None where it is not there."""
    program = shutil.which("soffice")
    if program is None:
        return None
    with tempfile.TemporaryDirectory(prefix="rapporteur-bench-") as folder:
        (Path(folder) / "note.docx").write_bytes(document)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, f"{folder}/note.docx"]

        def convert() -> None:
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

        convert()
        return clock(convert, times=2).median * 1000


def by_python_docx(text: str) -> float:
    """Return what python-docx takes to write lines as paragraphs of the document that it begins with."""
    import docx  # noqa: PLC0415 - only this peer needs it

    def write() -> None:
        document = docx.Document()
        for line in text.splitlines():
            document.add_paragraph(line)
        document.save(io.BytesIO())

    write()
    return clock(write, times=TIMES).median * 1000

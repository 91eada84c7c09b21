"""Compiling the catalogs of the interface's translations, for `rapporteur setup` and for `make messages` alike."""

import io
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from rapporteur.register.replacing import replace_file

LOCALE = Path(__file__).parents[1] / "site" / "locale"


def compile_catalogs(folder: Path = LOCALE) -> int:
    """Compile the catalogs of a folder that are newer than their compiled form; return how many.

    A reader never meets half a file.
    """
    done = 0
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        compiled = source.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as file:
            catalog = read_po(file, locale=source.parts[-3])
        buffer = io.BytesIO()
        write_mo(buffer, catalog)
        replace_file(compiled, buffer.getvalue())
        done += 1
    return done

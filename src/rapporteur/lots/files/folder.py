"""The folder of a draw: every file by its name, as bytes. What is only published has fewer of them.

`record.json` and its tables come from `drawn`; here they are joined by what people read, and by SHA256SUMS, which
names every file, so that a changed byte anywhere is found. Same input, same bytes.
"""

import csv
import hashlib
import io
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from rapporteur.lots.files.drawn import NO_DRAW, RESULT, YEARS, Drawn, Frozen
from rapporteur.lots.files.facts import Facts, facts_of
from rapporteur.lots.files.lists import write_additional, write_loads, write_result_json
from rapporteur.lots.files.page import write_page
from rapporteur.lots.files.printing import write_pdf
from rapporteur.lots.files.publication import Publication
from rapporteur.lots.files.readme import write_readme
from rapporteur.lots.files.roster import digest
from rapporteur.lots.files.seed import Seed
from rapporteur.lots.files.tables import tables_of

ROSTER: Final = "roster.csv"
RULES: Final = "rules.json"
VERIFIER: Final = "verify.py"
PUBLICATION: Final = "publication.json"
SEED: Final = "seed.json"
EVENTS: Final = "events.jsonl"
README: Final = "README.txt"
SUMS: Final = "SHA256SUMS"


def whole_folder(texts: Mapping[str, str], issued: Mapping[str, bytes], publication: Publication) -> dict[str, bytes]:
    """Return every file of a folder. `texts` are those that a program checks, `issued` those that people read."""
    files = {name: text.encode() for name, text in texts.items() if text}
    files |= issued
    files[README] = write_readme(publication, [*files, README, SUMS]).encode()
    files[SUMS] = _sums(files).encode()
    return dict(sorted(files.items()))


def issue(frozen: Frozen, seed: Seed | None, drawn: Drawn, texts: Mapping[str, str]) -> dict[str, bytes]:
    """Return what people read of a draw that was made: pages, tables and lists. Raises: UnfitInput.

    `texts` are the files whose digests these name.
    """
    if not drawn.is_drawn:
        return {}
    told, made = frozen.publication, drawn.draw
    seats, instruments = (made.seats, made.instruments) if made else ({}, {})
    tables = tables_of(frozen.roster, frozen.rules, seats, instruments)
    named = {name: texts[name] for name in sorted(texts) if texts[name]}
    facts = facts_of(told, seed, tables, named, inputs=(frozen.roster, frozen.rules), engines=drawn.engines)
    if made is None:
        return pages(replace(facts, years=_lines(drawn.texts[YEARS])))
    mark = told.rehearsal
    lists = {
        "result.json": write_result_json(tables, title=told.title, rehearsal=mark, digest=digest(drawn.texts[RESULT])),
        "additional.csv": write_additional(tables, rehearsal=mark),
        "loads.csv": write_loads(tables, rehearsal=mark),
    }
    return {**{name: text.encode() for name, text in lists.items()}, **pages(facts)}


def _lines(years: str) -> tuple[tuple[str, ...], ...]:
    """Return the lines of years.csv, the first year first, without the mark of a rehearsal."""
    _header, *rows = csv.reader(io.StringIO(years, newline=""))
    return tuple(sorted((tuple(row[:4]) for row in rows), key=lambda line: (int(line[3]), line[0])))


def pages(facts: Facts) -> dict[str, bytes]:
    """Return the page and the print of a draw."""
    return {"index.html": write_page(facts).encode(), "tables.pdf": write_pdf(facts)}


def table_of(texts: Mapping[str, str]) -> str:
    """Return the table that stands beside a record: result.csv, or years.csv."""
    return texts.get(RESULT) or texts.get(YEARS, "")


def has_ended(texts: Mapping[str, str]) -> bool:
    """Return whether a folder holds the end of a draw: a record, or why there is none."""
    return bool(table_of(texts) or texts.get(NO_DRAW))


def _sums(files: Mapping[str, bytes]) -> str:
    return "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()))

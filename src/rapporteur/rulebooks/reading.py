"""From a file to a rulebook: every fault at once, each with file, line, key and what was expected.

`datafiles` reads the file and holds it against the types of `schema`; `references` and `soundness` find what only shows
across rules. What passes here can be run by `standing` without another check.
"""

from pathlib import Path

from rapporteur.datafiles.faults import Fault, FileRefused
from rapporteur.datafiles.reading import Parsed, read
from rapporteur.datafiles.telling import typed
from rapporteur.rulebooks.references import faults_of_references
from rapporteur.rulebooks.schema import SCHEMA_VERSION, Rulebook
from rapporteur.rulebooks.soundness import faults_of_rules


def read_rulebook(path: Path, *, shown_as: str = "") -> Rulebook:
    """Return the rulebook of a file. Raises: FileRefused with every fault; OSError when the file cannot be read."""
    parsed = read(path, shown_as=shown_as)
    _require_known_schema(parsed)
    rulebook = typed(parsed, Rulebook, holds="the rules of a review mechanism")
    found = [*faults_of_references(rulebook), *faults_of_rules(rulebook)]
    if found:
        raise FileRefused(
            [
                Fault(parsed.file, parsed.line_of(fault.path), parsed.spelled(fault.path), fault.what, fault.expected)
                for fault in found
            ]
        )
    return rulebook


def _require_known_schema(parsed: Parsed) -> None:
    """Refuse a later schema by its name, before its unknown keys are told one by one."""
    version = parsed.plain.get("schema_version") if isinstance(parsed.plain, dict) else None
    if isinstance(version, int) and version > SCHEMA_VERSION:
        what = f"the rulebook is written for schema {version}, and this version of rapporteur reads schema "
        line = parsed.line_of(["schema_version"])
        expected = f"schema_version: {SCHEMA_VERSION}, or a later rapporteur"
        raise FileRefused([Fault(parsed.file, line, "schema_version", f"{what}{SCHEMA_VERSION}", expected)])

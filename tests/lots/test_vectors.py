"""Published records as plain files: every engine, on every machine, makes the same bytes from the same inputs.

The digest of the verifier stands in publications, so the vectors are of one version of it; what the lots gave does not
depend on it.
"""

import json
from pathlib import Path

import pytest

from lots.records import OFFICES

RECORDS = Path(__file__).parents[1] / "vectors" / "lots" / "records"
DRAWN = ("result.csv", "years.csv", "changes.csv", "additional.csv", "roster.csv", "rules.json", "no-draw.json")
TOLD = ("main", "additional", "choices", "shortfall", "consents", "table", "steps", "key")


def given(contents: dict[str, bytes]) -> dict[str, object]:
    """Return what the lots gave: the tables, and of each record what does not rest on the verifier's digest."""
    found: dict[str, object] = {}
    for name, content in contents.items():
        last = name.rpartition("/")[2]
        if last in DRAWN[:-1] or name.startswith("certificates/"):
            found[name] = content
        if last == "record.json":
            found[name] = {key: value for key, value in json.loads(content).items() if key in TOLD}
        if last == "no-draw.json":
            found[name] = json.loads(content)["cuts"]
    return found


@pytest.mark.parametrize("name", OFFICES)
def test_a_published_record_is_made_again_byte_by_byte(name: str) -> None:
    folder = RECORDS / name
    kept = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert given(OFFICES[name]().files) == given(kept)

"""Published records as plain files: every engine, on every machine, makes the same bytes from the same inputs."""

from pathlib import Path

import pytest

from lots.publishing import publish
from rapporteur.lots import verify
from rapporteur.lots.files.recorded import read_draw
from rapporteur.lots.files.roster import read_roster
from rapporteur.lots.files.rules import read_rules

FOLDERS = sorted((Path(__file__).parents[1] / "vectors" / "lots" / "records").iterdir())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_published_record_is_made_again_byte_by_byte(folder: Path, tmp_path: Path) -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    seed = read_draw(texts["record.json"], texts["result.csv"]).keys.seed
    publish(tmp_path, read_roster(texts["roster.csv"]), read_rules(texts["rules.json"]), seed=seed)
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == texts


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_published_record_is_verified(folder: Path) -> None:
    assert verify.verify(folder) == []

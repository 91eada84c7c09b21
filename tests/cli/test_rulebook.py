import json
from pathlib import Path

import pytest

from rapporteur.cli.main import run
from rulebookfiles import METEORITES, changed


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    file = tmp_path / "rules.yaml"
    file.write_text(METEORITES, encoding="utf-8")
    return file


def test_the_shipped_rulebooks_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rulebook", "list"]) == 0
    assert [line.partition(" ")[0] for line in capsys.readouterr().out.splitlines()] == ["uncac", "untoc", "upr"]


def test_rules_are_shown_as_text_and_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rulebook", "show", "untoc"]) == 0
    assert "STILL ASSUMED (" in capsys.readouterr().out
    assert run(["rulebook", "show", "untoc", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["rulebook"] == "untoc"


def test_a_sound_file_is_said_to_be_so_and_another_is_refused_by_line(
    rules: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["rulebook", "check", str(rules)]) == 0
    assert capsys.readouterr().out.startswith(f"{rules}: meteorites, version 1, is sound; digest ")
    text = changed("actors: [reviewed]", "actors: [nobody]")
    rules.write_text(text, encoding="utf-8")
    line = text[: text.index("actors: [nobody]")].count("\n") + 1
    assert run(["rulebook", "check", str(rules)]) == 1
    said = capsys.readouterr().err
    assert said == (
        f"{rules}:{line}: steps[1].actors[1]: there is no participant 'nobody' in this rulebook; "
        "expected one of reviewed, reviewing, office, others, public\n"
    )


def test_the_steps_are_drawn_to_the_terminal_or_to_a_file(rules: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rulebook", "graph", str(rules), "--format", "text"]) == 0
    assert capsys.readouterr().out.startswith("Steps: Review of the Meteorites Convention, version 1\n\n1\n")
    drawing = rules.with_suffix(".svg")
    assert run(["rulebook", "graph", str(rules), "--output", str(drawing)]) == 0
    assert run(["rulebook", "graph", str(rules)]) == 0
    assert capsys.readouterr().out == drawing.read_text(encoding="utf-8")


def test_a_name_that_is_none_is_refused_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rulebook", "show", "unctoc"]) == 1
    assert capsys.readouterr().err == (
        "There is no rulebook 'unctoc'; name one of uncac, untoc, upr, or a .yaml file.\n"
    )


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rulebook", "check", str(tmp_path / "none.yaml")]) == 1
    assert capsys.readouterr().err == f"{tmp_path / 'none.yaml'}: No such file or directory.\n"


def test_the_schema_printed_is_the_one_published(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rulebook", "schema"]) == 0
    published = Path(__file__).resolve().parents[2] / "data" / "schemas" / "rulebook.schema.json"
    assert capsys.readouterr().out == published.read_text(encoding="utf-8")

"""What is no draw, and what is no such file at all: the verifier says so, and never falls."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from lots.forging import Files, compact, digest, lines_of, resealed, sealed, summed
from lots.publishing import write
from lots.records import LISTED, LOOSE, whole
from rapporteur.lots import verify


@pytest.fixture(scope="module")
def drawn() -> Files:
    return dict(whole().files)


def test_attempts_that_came_to_nothing_are_made_again(tmp_path: Path) -> None:
    write(tmp_path, whole(LISTED, replace(LOOSE, attempts=2)).files)
    again = "no-draw.json: there is no draw, made again: no draw in 2 attempts, and the rules allow no walk."
    assert verify.examine(tmp_path) == ([], [again])


@pytest.mark.parametrize(("attempts", "found"), [(1_000, "the seed gives a draw"), (200_000, "not checked here")])
def test_a_draw_that_is_there_is_not_said_not_to_be(attempts: int, found: str, tmp_path: Path) -> None:
    made = whole(LISTED, replace(LOOSE, attempts=attempts)).files
    files = {name: made[name] for name in ("publication.json", "roster.csv", "rules.json", "verify.py", "seed.json")}
    head = {key: json.loads(files["publication.json"])[key] for key in ("roster", "rules", "rehearsal")}
    head |= {"publication": digest(files["publication.json"]), "format": "lots-refusal/1", "cuts": []}
    files["no-draw.json"] = compact({**head, "sentences": [], "relaxations": []}) + b"\n"
    listed = lines_of(made["events.jsonl"].decode())
    listed[-1] = {"what": "undrawn", "at": listed[-1]["at"], "no-draw.json": digest(files["no-draw.json"])}
    files["events.jsonl"] = sealed(listed)
    summed(files)
    write(tmp_path, files)
    [told] = [line for told in verify.examine(tmp_path) for line in told]
    assert told.startswith(f"no-draw.json: {found}")


@pytest.mark.parametrize("name", ["publication.json", "roster.csv", "rules.json", "seed.json", "record.json"])
@pytest.mark.parametrize("content", [b"", b"[]\n", b"{}\n", b"[" * 100_000, b"\xff\n", b'{"format":7}\n', b"a,b\n1\n"])
def test_what_is_no_such_file_at_all_is_named(name: str, content: bytes, drawn, tmp_path: Path) -> None:
    files = {**drawn, name: content}
    if name in {"roster.csv", "rules.json"}:
        files = resealed(files)
    summed(files)
    write(tmp_path, files)
    [fault] = verify.verify(tmp_path)
    assert name in fault

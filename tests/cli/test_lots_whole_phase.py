"""A whole phase of the shipped roster: drawn by command, verified by both verifiers, tampered with in twenty ways.

Each change is refused by the name of what is wrong. Whoever tampers is clever: the digests of SHA256SUMS are put right
afterwards in every second way, so that what is behind them has to be found.
"""

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rapporteur.cli.main import run

DATA = Path(__file__).parents[2] / "data" / "lots"
Change = Callable[[Path], None]


def replaced(name: str, old: str, new: str) -> Change:
    def change(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8", newline="")

    return change


def last_byte(name: str) -> Change:
    def change(folder: Path) -> None:
        content = (folder / name).read_bytes()
        (folder / name).write_bytes(content[:-1] + bytes([content[-1] ^ 1]))

    return change


def two_reviewers_swapped(folder: Path) -> None:
    lines = (folder / "result.csv").read_text(encoding="utf-8").splitlines()
    rows = [line.split(",") for line in lines]
    first, second = (n for n, row in enumerate(rows) if row[1:3] == ["other", "0"] and row[0] in {"FRA", "DEU"})
    rows[first][3], rows[second][3] = rows[second][3], rows[first][3]
    (folder / "result.csv").write_text("".join(f"{','.join(row)}\n" for row in rows), encoding="utf-8", newline="")


def attempt_dropped(folder: Path) -> None:
    told = json.loads((folder / "record.json").read_text(encoding="utf-8"))
    told["main"]["attempt"] += 1
    (folder / "record.json").write_text(canonical(told), encoding="utf-8", newline="")


def count_changed(folder: Path) -> None:
    told = json.loads((folder / "record.json").read_text(encoding="utf-8"))
    reason = min(told["main"]["discarded"])
    told["main"]["discarded"][reason] += 1
    (folder / "record.json").write_text(canonical(told), encoding="utf-8", newline="")


def canonical(told: object) -> str:
    return json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":")) + "\n"


def removed(name: str) -> Change:
    return lambda folder: (folder / name).unlink()


def added(folder: Path) -> None:
    (folder / "extra.txt").write_text("x", encoding="utf-8")


# What is done, what the refusal names, and whether SHA256SUMS is put right afterwards.
WAYS: dict[str, tuple[Change, str, bool]] = {
    "a status on the roster": (replaced("roster.csv", "AFG,Afghanistan", "AFG,Afganistan"), "roster.csv", False),
    "a status, digests put right": (replaced("roster.csv", ",yes,", ",no,"), "roster.csv", True),
    "a bound of the rules": (replaced("rules.json", '"value":3', '"value":4'), "rules.json", True),
    "the verifier": (last_byte("verify.py"), "verify.py", True),
    "the title": (replaced("publication.json", "First phase", "Last phase"), "publication", True),
    "the day of publication": (replaced("publication.json", '"published":"20', '"published":"19'), "publication", True),
    "a digit of the seed": (replaced("seed.json", "31415", "31416"), "seed", True),
    "evidence of the seed": (replaced("seed.json", '"entered":"20', '"entered":"21'), "seed", True),
    "two reviewers": (two_reviewers_swapped, "result.csv", True),
    "a reviewer": (replaced("result.csv", ",drawn\n", ",fixed\n"), "result.csv", True),
    "an attempt": (attempt_dropped, "record.json", True),
    "a count": (count_changed, "record.json", True),
    "the engine": (replaced("record.json", '"engine":"exact"', '"engine":"chain"'), "record.json", True),
    "the result as JSON": (last_byte("result.json"), "result.json", False),
    "the loads": (last_byte("loads.csv"), "loads.csv", False),
    "the additional reviewers": (last_byte("additional.csv"), "additional.csv", False),
    "the page": (replaced("index.html", "<h1>", "<h1>Not "), "index.html", False),
    "the print": (last_byte("tables.pdf"), "tables.pdf", False),
    "the events": (replaced("events.jsonl", '"what":"seed_entered"', '"what":"seed_changed"'), "events.jsonl", True),
    "the readme": (last_byte("README.txt"), "README.txt", False),
    "a file too few": (removed("seed.json"), "seed.json", False),
    "a file too many": (added, "extra.txt", False),
}


@pytest.mark.django_db
def test_the_shipped_roster_is_drawn_verified_and_every_tampering_is_named(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "draw"
    seed = tmp_path / "seed.txt"
    seed.write_text("31415926535897932384\n", encoding="utf-8")
    roster, rules = str(DATA / "untoc-roster.csv"), str(DATA / "untoc-rules.yaml")
    published = ["publish", "--roster", roster, "--rules", rules, "--output", str(folder), "--title", "First phase"]
    assert run(["lots", *published]) == 0
    assert run(["lots", "draw", str(folder), "--seed-file", str(seed)]) == 0
    assert run(["lots", "verify", str(folder)]) == 0, capfd.readouterr().err
    alone = subprocess.run([sys.executable, "-I", folder / "verify.py", folder], capture_output=True, check=True)
    assert alone.stdout.splitlines()[-1] == b"The record is right."
    rows = [line.split(",") for line in (folder / "result.csv").read_text(encoding="utf-8").splitlines()[1:]]
    assert sum(part == "0" for _, _, part, *_ in rows) == 2 * 185
    unnamed = {}
    for way, (change, named, put_right) in WAYS.items():
        copy = tmp_path / "copy"
        shutil.copytree(folder, copy)
        change(copy)
        if put_right:
            put_digests_right(copy)
        capfd.readouterr()
        assert run(["lots", "verify", str(copy)]) == 1, way
        told = capfd.readouterr().err
        if named not in told:
            unnamed[way] = told
        shutil.rmtree(copy)
    assert unnamed == {}


def put_digests_right(folder: Path) -> None:
    names = sorted(path.name for path in folder.iterdir() if path.name != "SHA256SUMS")
    sums = "".join(f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
    (folder / "SHA256SUMS").write_text(sums, encoding="utf-8", newline="")

"""The verifier shares no code with the engines: it accepts every true record and names what is wrong with others."""

import json
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from lots.publishing import publish
from lots.small import CASES, Case, conference, rules
from rapporteur.lots import verify
from rapporteur.lots.terms import Rules

PROGRAM = Path(verify.__file__)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_small_records_are_made_again_seed_by_seed(case: Case, tmp_path: Path) -> None:
    for seed in range(3):
        publish(tmp_path, case.roster, case.rules, seed=str(seed))
        assert verify.verify(tmp_path) == []


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("record")
    publish(folder, conference(), Rules())
    return folder


def test_a_whole_conference_is_verified_by_the_file_alone(record: Path, tmp_path: Path) -> None:
    alone = shutil.copy(PROGRAM, tmp_path / "verify.py")
    done = subprocess.run([sys.executable, "-I", str(alone), str(record)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "The record is right: the seed gives this draw.\n", "")


def test_the_file_imports_the_standard_library_only() -> None:
    imports = [
        line.split()[1]
        for line in PROGRAM.read_text(encoding="utf-8").splitlines()
        if line.startswith(("import", "from"))
    ]
    assert {name.split(".")[0] for name in imports} <= set(sys.stdlib_module_names)


def test_a_record_drawn_by_a_walk_is_verified_and_refused_when_the_rules_forbid_the_walk(tmp_path: Path) -> None:
    case = next(case for case in CASES if case.name.startswith("D"))
    listed, given = case.roster, rules(0, 1, attempts=1, chain=True)
    seed = next(s for s in map(str, range(50)) if publish(tmp_path, listed, given, seed=s).main.engine == "chain")
    assert verify.verify(tmp_path) == []
    reseal(
        tmp_path,
        "rules.json",
        lambda text: text.replace(
            '"chain":{"source":"","status":"unknown","value":true}',
            '"chain":{"source":"","status":"unknown","value":false}',
        ),
    )
    assert verify.verify(tmp_path) == ["main: drawn by a walk, which the rules do not allow"]
    assert seed


def reseal(folder: Path, name: str, change) -> None:
    """Change a file and put the new digests and key into the record, as a forger would."""
    (folder / name).write_text(change((folder / name).read_text(encoding="utf-8")), encoding="utf-8", newline="")
    record = json.loads((folder / "record.json").read_text(encoding="utf-8"))
    for what, file in (("roster", "roster.csv"), ("rules", "rules.json"), ("result", "result.csv")):
        record[what] = sha256((folder / file).read_bytes()).hexdigest()
    key = ["draw/1", record["roster"], record["rules"], record["seed"], record["purpose"]]
    record["key"] = sha256(compact(key)).hexdigest()
    (folder / "record.json").write_bytes(compact(record) + b"\n")


def compact(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def swapped(text: str) -> str:
    """Swap the reviewers of two main seats of one side and of States of one group."""
    lines = text.splitlines()
    rows = [(i, line.split(",")) for i, line in enumerate(lines) if line.startswith("B") and ",other,0," in line]
    (i, a), (j, b) = next((x, y) for x in rows for y in rows if x[1][3] != y[1][3])
    a[3], b[3] = b[3], a[3]
    lines[i], lines[j] = ",".join(a), ",".join(b)
    return "\n".join(lines) + "\n"


def line_of(text: str, start: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(start))


def with_reviewer(start: str, reviewer: str):
    def change(text: str) -> str:
        old = line_of(text, start)
        cells = old.split(",")
        cells[3] = reviewer
        return text.replace(old, ",".join(cells))

    return change


def counted(name: str, change):
    def changed(text: str) -> str:
        plain = json.loads(text)
        change(plain[name])
        return compact(plain).decode() + "\n"

    return changed


PLAIN = {  # a byte changed in a file, nothing else
    "roster": (
        "roster.csv",
        lambda t: t.replace("State A1", "State a1", 1),
        "roster.csv is not the file that the record was made for",
    ),
    "rules": (
        "rules.json",
        lambda t: t.replace('"value":3', '"value":4', 1),
        "rules.json is not the file that the record was made for",
    ),
    "result": ("result.csv", swapped, "result.csv is not the file that the record was made for"),
    "seed": (
        "record.json",
        lambda t: t.replace("31415926535897932384", "31415926535897932385"),
        "record.json: the key does not follow from the seed",
    ),
    "layout": ("record.json", lambda t: t.replace(",", ", ", 1), "record.json: not canonical"),
}
FORGED = {  # the digests put right again
    "two reviewers swapped": (
        "result.csv",
        swapped,
        "additional: |the seed leads to another|cover what|may not take|each other",
    ),
    "a State reviews itself": ("result.csv", with_reviewer("A1,own,0", "A1"), "seat A1/own: A1 may not take it"),
    "own reviewer of another group": ("result.csv", with_reviewer("A1,own,0", "B1"), "seat A1/own: B1 may not take it"),
    "other reviewer of the own group": (
        "result.csv",
        with_reviewer("A1,other,0", "A2"),
        "seat A1/other: A2 may not take it",
    ),
    "a reviewer nobody knows": ("result.csv", with_reviewer("A1,own,0", "ZZ"), "seat A1/own: ZZ is not on the roster"),
    "a seat left out": (
        "result.csv",
        lambda t: t.replace(line_of(t, "A1,own,0") + "\n", ""),
        "result.csv: the main seats are not those",
    ),
    "a seat twice": (
        "result.csv",
        lambda t: t + line_of(t, "A1,own,0") + "\n",
        "result.csv: a seat stands there twice",
    ),
    "a drawn seat called fixed": (
        "result.csv",
        lambda t: t.replace(line_of(t, "A1,own,0"), line_of(t, "A1,own,0").replace("drawn", "fixed")),
        "seat A1/own: drawn or fixed, not as the rules have it",
    ),
    "a maximum lowered": (
        "rules.json",
        lambda t: t.replace(
            '"maximum":{"source":"","status":"unknown","value":3}',
            '"maximum":{"source":"","status":"unknown","value":2}',
            1,
        ),
        "takes 3 reviews, more than 2",
    ),
    "a roster line renamed": ("roster.csv", lambda t: t.replace("State A1", "State a1", 1), "main: "),
    "lines of the roster turned": (
        "roster.csv",
        lambda t: "\n".join([*t.splitlines()[:1], *t.splitlines()[:0:-1], ""]),
        "roster.csv: codes are not in order, each once",
    ),
    "another seed": ("record.json", lambda t: t.replace("31415926535897932384", "1"), "main: "),
    "another purpose": ("record.json", lambda t: t.replace('"purpose":"main"', '"purpose":"redraw"'), "main: "),
    "an attempt dropped": ("record.json", counted("main", lambda s: s.update(attempt=s["attempt"] - 1)), "main: "),
    "an attempt added": ("record.json", counted("main", lambda s: s.update(attempt=s["attempt"] + 1)), "main: attempt"),
    "a counter changed": (
        "record.json",
        counted("main", lambda s: s["discarded"].update(share=99)),
        "main: the counts of discarded attempts differ",
    ),
    "an engine changed": (
        "record.json",
        counted("main", lambda s: s.update(engine="chain")),
        "main: drawn by a walk, which the rules do not allow",
    ),
    "the walk called exact": (
        "record.json",
        counted("additional", lambda s: s.update(engine="exact", attempt=3)),
        "additional: attempt 3 does not succeed",
    ),
    "a file that is no JSON": ("record.json", lambda t: t[:40], "a file cannot be read: "),
}


@pytest.fixture
def copy(record: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(record, tmp_path / "copy"))


@pytest.mark.parametrize("name", PLAIN)
def test_a_changed_byte_is_found_in_every_file(name: str, copy: Path) -> None:
    file, change, reason = PLAIN[name]
    (copy / file).write_text(change((copy / file).read_text(encoding="utf-8")), encoding="utf-8", newline="")
    assert verify.verify(copy) == [reason]


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_record_is_refused_by_name(name: str, copy: Path) -> None:
    file, change, reason = FORGED[name]
    if name == "a file that is no JSON":
        (copy / file).write_text(change((copy / file).read_text(encoding="utf-8")), encoding="utf-8")
    else:
        reseal(copy, file, change)
    [fault] = verify.verify(copy)
    assert any(words in fault for words in reason.split("|")), fault


def test_a_missing_file_is_named(copy: Path) -> None:
    (copy / "result.csv").unlink()
    assert verify.verify(copy) == ["result.csv is missing"]

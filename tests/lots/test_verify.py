"""Two verifiers that share no code accept every true record, and name what is wrong with any other.

A forger here puts every digest right again, so that only what was forged is left to be found.
"""

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lots.forging import Files, compact, digest, lines_of, resealed, sealed, summed
from lots.publishing import DICE, Office, write
from lots.records import OFFICES
from lots.small import CASES, Case
from rapporteur.lots import verify
from rapporteur.lots.files.recount import recount

PROGRAM = Path(verify.__file__)


@pytest.fixture(scope="module")
def records() -> dict[str, Files]:
    return {name: dict(make().files) for name, make in OFFICES.items() if name != "conference"}


def verified(files: Files, folder: Path) -> list[str]:
    shutil.rmtree(folder, ignore_errors=True)
    write(folder, files)
    return verify.verify(folder)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_small_records_are_made_again_seed_by_seed(case: Case, tmp_path: Path) -> None:
    for seed in range(3):
        office = Office(case.roster, case.rules)
        office.drawn(f"{DICE}{seed}")
        assert verified(office.files, tmp_path / "record") == []


@pytest.mark.parametrize("name", [name for name in OFFICES if name != "conference"])
def test_both_verifiers_accept_a_true_record_of_every_kind(name: str, records, tmp_path: Path) -> None:
    assert verified(records[name], tmp_path / "record") == []
    assert recount(records[name]) == []


def test_a_whole_conference_is_verified_by_the_file_alone(tmp_path: Path) -> None:
    write(tmp_path, OFFICES["conference"]().files)
    done = subprocess.run(
        [sys.executable, "-I", str(tmp_path / "verify.py"), str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.splitlines()[-1], done.stderr) == (0, "The record is right.", "")
    assert done.stdout.startswith("The 380 main seats follow from the seed, in attempt ")


def test_the_file_imports_the_standard_library_only() -> None:
    lines = PROGRAM.read_text(encoding="utf-8").splitlines()
    imports = [line.split(" import ")[0].split(" ", 1)[1] for line in lines if line.startswith(("import ", "from "))]
    assert {name.split(".")[0] for line in imports for name in line.split(", ")} <= set(sys.stdlib_module_names)
    assert max(map(len, lines)) <= 120


def test_the_file_is_short_enough_to_be_read_whole() -> None:
    lines = PROGRAM.read_text(encoding="utf-8").splitlines()
    [second] = [number for number, line in enumerate(lines) if line.startswith("# === Part two")]
    assert second <= 300
    assert len(lines) <= 780


def test_the_program_says_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert verify.main([]) == 2
    assert capsys.readouterr().err == "usage: python3 verify.py FOLDER\n"


def test_a_draw_made_by_hand_says_what_cannot_be_checked(records, tmp_path: Path) -> None:
    write(tmp_path, records["by-hand"])
    assert verify.examine(tmp_path) == (
        [],
        ["The draw was made by hand: it keeps the rules, but chance itself cannot be checked."],
    )


# --- forging ----------------------------------------------------------------------------------------------------------


def text(name: str, change: Callable[[str], str]) -> Callable[[Files], Files]:
    def forge(files: Files) -> Files:
        changed = {**files, name: change(files[name].decode()).encode()}
        assert changed != files
        return resealed(changed)

    return forge


def told(name: str, change: Callable[[dict], object]) -> Callable[[Files], Files]:
    """Return a forgery of a JSON file."""

    def forge(files: Files) -> Files:
        plain = json.loads(files[name])
        change(plain)
        return resealed({**files, name: compact(plain) + b"\n"})

    return forge


def cell(start: str, column: int, value: str) -> Callable[[Files], Files]:
    """Return a forgery of one cell of result.csv."""

    def change(whole: str) -> str:
        old = next(line for line in whole.splitlines() if line.startswith(start))
        cells = old.split(",")
        cells[column] = value
        return whole.replace(old, ",".join(cells))

    return text("result.csv", change)


def swapped(whole: str) -> str:
    """Swap the reviewers of two main seats of one side and of States of one group."""
    lines = whole.splitlines()
    rows = [(i, line.split(",")) for i, line in enumerate(lines) if line.startswith("B") and ",other,0," in line]
    (i, a), (j, b) = next((x, y) for x in rows for y in rows if x[1][3] != y[1][3])
    a[3], b[3] = b[3], a[3]
    lines[i], lines[j] = ",".join(a), ",".join(b)
    return "\n".join(lines) + "\n"


def unsummed(name: str, content: bytes) -> Callable[[Files], Files]:
    return lambda files: {**files, name: content}


def events(change: Callable[[list], object]) -> Callable[[Files], Files]:
    def forge(files: Files) -> Files:
        listed = lines_of(files["events.jsonl"].decode())
        change(listed)
        forged = {**files, "events.jsonl": sealed(listed)}
        summed(forged)
        return forged

    return forge


def dropped(name: str) -> Callable[[Files], Files]:
    def forge(files: Files) -> Files:
        left = {key: content for key, content in files.items() if key != name}
        summed(left)
        return left

    return forge


def step(number: int, **change: object) -> Callable[[Files], Files]:
    return told("record.json", lambda plain: plain["steps"][number].update(change))


def rule(name: str, value: object) -> Callable[[Files], Files]:
    return told("rules.json", lambda plain: plain["parameters"][name].update(value=value))


def _sums(files: Files) -> bytes:
    summed(forged := dict(files))
    return forged["SHA256SUMS"]


def _cut(files: Files, change: Callable[[dict], object]) -> Files:
    plain = json.loads(files["no-draw.json"])
    change(plain)
    forged = {**files, "no-draw.json": compact(plain) + b"\n"}
    listed = lines_of(files["events.jsonl"].decode())
    listed[-1]["no-draw.json"] = digest(forged["no-draw.json"])
    forged["events.jsonl"] = sealed(listed)
    summed(forged)
    return forged


def _years(files: Files) -> Files:
    lines = files["years.csv"].decode().splitlines()
    other = next(i for i in range(2, len(lines)) if lines[i][-1] != lines[1][-1])
    lines[1], lines[other] = lines[1][:-1] + lines[other][-1], lines[other][:-1] + lines[1][-1]
    forged = {**files, "years.csv": ("\n".join(lines) + "\n").encode()}
    record = json.loads(files["record.json"])
    record["result"] = digest(forged["years.csv"])
    forged["record.json"] = compact(record) + b"\n"
    listed = lines_of(files["events.jsonl"].decode())
    listed[-1] |= {name: digest(forged[name]) for name in ("record.json", "years.csv")}
    forged["events.jsonl"] = sealed(listed)
    summed(forged)
    return forged


SEEN = "result.csv, line|cover what|may not take|each other|more than once|not party|takes|barred"
FORGERIES: dict[str, tuple[str, Callable[[Files], Files], str]] = {
    "two reviewers swapped": ("whole", text("result.csv", swapped), SEEN),
    "a State reviews itself": ("whole", cell("A1,own,0", 3, "A1"), "A1 may not take it"),
    "an own reviewer of another group": ("whole", cell("A1,own,0", 3, "B1"), "B1 may not take it"),
    "an other reviewer of the own group": ("whole", cell("A1,other,0", 3, "A2"), "A2 may not take it"),
    "a reviewer from nowhere": ("whole", cell("A1,own,0", 3, "ZZ"), "is not on the roster"),
    "a seat twice": ("whole", text("result.csv", lambda t: t + t.splitlines()[-1] + "\n"), 'the draw gives ""'),
    "a seat dropped": ("whole", text("result.csv", lambda t: t.replace(t.splitlines()[1] + "\n", "", 1)), "result.csv"),
    "a drawn seat called fixed": ("whole", cell("A1,own,0", 5, "fixed"), 'fixed"; the draw gives "A1,own,0'),
    "a maximum lowered": ("whole", rule("maximum", 3), "reviews, more than 3"),
    "a rule renamed": ("whole", told("rules.json", lambda p: p["parameters"].pop("balls")), "balls"),
    "rules of a later version": (
        "whole",
        told("rules.json", lambda p: p.update(format="lots-rules/2")),
        "lots-rules/2",
    ),
    "a roster byte": ("whole", text("roster.csv", lambda t: t.replace("State A1,", "State a1,")), SEEN + "|attempt"),
    "roster lines turned": (
        "whole",
        text("roster.csv", lambda t: "\n".join([*t.splitlines()[:1], *t.splitlines()[:0:-1], ""])),
        "codes in order",
    ),
    "another seed": (
        "whole",
        told("seed.json", lambda p: p.update(seed=DICE + "9")),
        SEEN + "|attempt",
    ),
    "a seed too short": ("whole", told("seed.json", lambda p: p.update(seed="1")), "at least 20 characters"),
    "a seed with blanks": ("whole", told("seed.json", lambda p: p.update(seed=DICE + " ")), "no blanks around"),
    "a seed of a rehearsal": ("whole", told("seed.json", lambda p: p.update(seed="rehearsal:" + DICE)), "rehearsal"),
    "a seed before the publication": (
        "whole",
        told("seed.json", lambda p: p.update(entered="2031-05-01T10:00:00Z")),
        "earlier than the publication",
    ),
    "a seed before the deadline": (
        "whole",
        told("seed.json", lambda p: p.update(entered="2031-05-05T10:00:00Z")),
        "not after 2031-05-05",
    ),
    "parts that make another seed": (
        "whole",
        told("seed.json", lambda p: p.update(parts=[{"source": "dice", "value": "1", "evidence": ""}])),
        "of its parts",
    ),
    "another purpose": ("whole", told("record.json", lambda p: p.update(purpose="redraw")), "purpose"),
    "an attempt dropped": (
        "whole",
        told("record.json", lambda p: p["main"].update(attempt=0)),
        'main: {"attempt":0,',
    ),
    "a counter changed": (
        "whole",
        told("record.json", lambda p: p["main"]["discarded"].update(share=99)),
        '"share":99},"engine":"exact"}; expected {"attempt":',
    ),
    "an engine changed": (
        "whole",
        told("record.json", lambda p: p["main"].update(engine="chain")),
        '"engine":"chain"}; expected {"attempt":',
    ),
    "an engine unknown": ("whole", told("record.json", lambda p: p["main"].update(engine="luck")), "luck"),
    "a record of a later version": (
        "whole",
        told("record.json", lambda p: p.update(format="lots-record/2")),
        "lots-record/2",
    ),
    "a record not canonical": (
        "whole",
        lambda files: {**(f := {**files, "record.json": files["record.json"] + b"\n"}), "SHA256SUMS": _sums(f)},
        "record.json",
    ),
    "the mark of a rehearsal taken away": (
        "chain-with-exchange-in-a-rehearsal",
        told("publication.json", lambda p: p.update(rehearsal=False)),
        "rehearsal",
    ),
    "the mark taken from a table": (
        "chain-with-exchange-in-a-rehearsal",
        text("result.csv", lambda t: t.replace(",rehearsal", "").replace(",yes", "")),
        'origin"; the draw gives "reviewed,side,part,reviewer,instruments,origin,rehearsal"',
    ),
    "a byte of a page": ("whole", unsummed("README.txt", b"trust me\n"), "README.txt"),
    "a file slipped in": ("whole", unsummed("extra.txt", b"trust me\n"), "extra.txt"),
    "events turned": ("whole", events(list.reverse), "events.jsonl"),
    "an event dropped": ("whole", events(lambda listed: listed.pop(1)), "events.jsonl"),
    "an event with another digest": ("whole", events(lambda e: e[0].update(roster="0" * 64)), "roster"),
    "a load miscounted": (
        "whole",
        text("loads.csv", lambda t: t.replace(",2,0,2,", ",2,1,3,", 1)),
        "loads.csv",
    ),
    "the digest of a step": ("bowl", step(2, digest="0" * 64), f'steps 3, digest: "{"0" * 64}"; expected'),
    "another ball": ("bowl", step(0, ball=4), "steps 1, seats: "),
    "a ball that is not in the bowl": ("bowl", step(0, ball=5), "ball: expected 1 to 4"),
    "the randomness of a step": ("bowl", step(1, seed=DICE + "forged"), "steps 2, digest: "),
    "a certificate": (
        "bowl",
        text("certificates/001.csv", swapped),
        "certificates/001.csv",
    ),
    "another hand": ("by-hand", step(0, reviewer="A12"), SEEN + "|attempt"),
    "a branch left out": (
        "no-draw-in-branches",
        lambda files: _cut(files, lambda plain: plain["cuts"].pop()),
        "do not cover everything",
    ),
    "a cut miscounted": (
        "no-draw",
        lambda files: _cut(files, lambda plain: plain["cuts"][0]["states"].append("B1")),
        "the count comes out otherwise",
    ),
    "a year exchanged": (
        "years",
        _years,
        'years.csv, line 2: "A1,State A1,Group A,3"; the draw gives "A1,State A1,Group A,1"',
    ),
}


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forged_record_is_refused_by_name(name: str, records, tmp_path: Path) -> None:
    kind, forge, words = FORGERIES[name]
    [fault] = verified(forge(records[kind]), tmp_path / "record")
    assert any(part in fault for part in words.split("|")), fault
    assert "malformed" not in fault


@pytest.mark.parametrize("name", FORGERIES)
def test_the_other_verifier_refuses_the_same_forgeries(name: str, records) -> None:
    kind, forge, _ = FORGERIES[name]
    assert recount(forge(records[kind])) != []


@pytest.mark.parametrize("kind", ["chain", "bowl", "by-hand", "no-draw-in-branches", "years"])
def test_no_bytes_make_either_verifier_fall(kind: str, records, tmp_path: Path) -> None:
    chance = random.Random(kind)  # noqa: S311 - a fixed variety of broken files
    files = records[kind]
    for number in range(50):
        name = chance.choice(sorted(files))
        content = files[name]
        at = chance.randrange(len(content))
        broken = chance.choice(
            [
                content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :],
                content[:at],
                None,
            ]
        )
        forged = {key: value for key, value in files.items() if key != name}
        forged |= {} if broken is None else {name: broken}
        assert len(verified(forged, tmp_path / "record")) == 1, name
        assert number % 4 or recount(forged), name

"""Draws from the command line, by the commands themselves: from a roster to a folder, and all that is refused."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from rapporteur.cli.main import run
from rapporteur.lots.models import Drawing

DATA = Path(__file__).parents[2] / "data" / "lots"
ROSTER, RULES = str(DATA / "invented-roster.csv"), str(DATA / "invented-rules.yaml")
DICE = "31415926535897932384"

Out = pytest.CaptureFixture[str]


def said(capfd: Out, *arguments: object, status: int = 0) -> str:
    """Run a command; return what it printed where it succeeds, else what it said was wrong."""
    capfd.readouterr()
    assert run(["lots", *map(str, arguments)]) == status, capfd.readouterr()
    printed = capfd.readouterr()
    assert "Traceback" not in printed.err
    return printed.out if status == 0 else printed.err


def seed_file(folder: Path, text: str = f"{DICE}\n", name: str = "seed.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def publish(capfd: Out, folder: Path, *more: object, roster: str = ROSTER, rules: str = RULES) -> str:
    return said(capfd, "publish", "--roster", roster, "--rules", rules, "--output", folder, *more)


@pytest.mark.django_db
def test_a_draw_is_made_repeated_and_verified_by_commands(tmp_path: Path, capfd: Out) -> None:
    folder = tmp_path / "d"
    assert publish(capfd, folder, "--title", "First phase").splitlines()[0] == (
        f"First phase is published in {folder}, as first-phase. Announce these digests:"
    )
    assert said(capfd, "verify", folder).startswith("verify.py: ")
    drawn = said(capfd, "draw", folder, "--seed-file", seed_file(tmp_path))
    assert drawn.splitlines()[0] == (f"First phase is drawn: {folder} holds 15 files. Open {folder / 'index.html'}.")
    said(capfd, "redraw", folder, "--seat", "BEL/other", "--reason", "No capacity.")
    said(capfd, "draw", folder, "--seed-file", seed_file(tmp_path, "27182818284590452353\n", "second.txt"))
    changes = (folder / "after" / "1" / "changes.csv").read_text(encoding="utf-8").splitlines()
    assert changes[0] == "reviewed,side,part,before,after"
    assert {line.split(",")[0] for line in changes[1:]} == {"BEL"}
    joined = tmp_path / "joined.csv"
    joined.write_text(Path(ROSTER).read_text(encoding="utf-8") + "ZED,Zedland,Northern States,civil,now,,,,yes,no,no\n")
    said(capfd, "late", folder, "--roster", joined)
    said(capfd, "draw", folder, "--seed-file", seed_file(tmp_path, "14142135623730950488\n", "third.txt"))
    assert "recount: 43 files" in said(capfd, "verify", folder)
    subprocess.run([sys.executable, folder / "verify.py", folder], check=True)


@pytest.mark.django_db
def test_year_groups_are_a_draw_of_their_own(tmp_path: Path, capfd: Out) -> None:
    folder = tmp_path / "years"
    said(capfd, "year-groups", "--roster", ROSTER, "--rules", RULES, "--output", folder, "--rehearsal")
    said(capfd, "draw", folder, "--seed-file", seed_file(tmp_path, "rehearsal:years"))
    lines = (folder / "years.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "code,name,group,year,rehearsal"
    said(capfd, "verify", folder)


@pytest.mark.django_db
def test_a_seed_is_taken_as_it_was_read_out(tmp_path: Path, capfd: Out) -> None:
    folder = tmp_path / "d"
    publish(capfd, folder)
    for text, reason in (
        (f" {DICE}\n", "The seed has blanks around it: enter it exactly as read out."),
        (f"{DICE}\n\n", "The seed has blanks around it: enter it exactly as read out."),
        ("3141\n", "The seed has 4 characters; a true draw needs 20 or more (dice or a beacon)."),
        ("rehearsal:31415926535897932384\n", 'A seed that begins with "rehearsal:" is for rehearsals only.'),
    ):
        told = said(capfd, "draw", folder, "--seed-file", seed_file(tmp_path, text), status=1)
        assert told.splitlines()[0] == f"{folder}: {reason}"
    assert said(capfd, "draw", folder, status=1) == (f"{folder}: no seed has been entered; give it with --seed-file.\n")
    assert Drawing.objects.get().stage == "published"


@pytest.mark.django_db
def test_the_parts_of_a_seed_are_read_from_a_file(tmp_path: Path, capfd: Out) -> None:
    folder = tmp_path / "d"
    publish(capfd, folder, "--seed-source", "dice", "--seed-source", "beacon")
    parts = seed_file(
        tmp_path,
        "parts:\n- {source: dice, value: '31415', evidence: protocol}\n- {source: beacon, value: 9a, evidence: ''}\n",
        "seed.yaml",
    )
    said(capfd, "draw", folder, "--seed-file", parts)
    told = json.loads((folder / "seed.json").read_text(encoding="utf-8"))
    assert [part["value"] for part in told["parts"]] == ["31415", "9a"]
    assert said(capfd, "draw", folder, "--seed-file", seed_file(tmp_path, "parts: 3", "bad.yaml"), status=1)


@pytest.mark.django_db
def test_a_changed_or_missing_file_stops_the_draw_by_its_name(tmp_path: Path, capfd: Out) -> None:
    folder = tmp_path / "d"
    publish(capfd, folder)
    for name in ("roster.csv", "rules.json", "verify.py", "events.jsonl", "README.txt", "SHA256SUMS"):
        kept = (folder / name).read_bytes()
        (folder / name).write_bytes(kept[:-2] + b"!\n")
        told = said(capfd, "draw", folder, "--seed-file", seed_file(tmp_path), status=1)
        assert told == f"{folder}: {name} is not the file that was published; put it back as it was.\n"
        (folder / name).unlink()
        assert name in said(capfd, "draw", folder, "--seed-file", seed_file(tmp_path), status=1)
        (folder / name).write_bytes(kept)
    said(capfd, "draw", folder, "--seed-file", seed_file(tmp_path))


@pytest.mark.django_db
def test_a_record_from_another_machine_is_verified_but_not_drawn(tmp_path: Path, capfd: Out) -> None:
    folder = tmp_path / "d"
    publish(capfd, folder)
    Drawing.objects.all().delete()
    told = said(capfd, "draw", folder, "--seed-file", seed_file(tmp_path), status=1)
    assert "a record from another machine" in told
    said(capfd, "verify", folder)
    assert "not the folder of a draw" in said(capfd, "draw", tmp_path, status=1)
    assert "is no folder" in said(capfd, "verify", tmp_path / "nowhere", status=1)


@pytest.mark.django_db
def test_a_folder_that_cannot_be_written_takes_the_act_back(tmp_path: Path, capfd: Out) -> None:
    folder = tmp_path / "d"
    folder.mkdir()
    (folder / "something").touch()
    told = said(capfd, "publish", "--roster", ROSTER, "--rules", RULES, "--output", folder, status=1)
    assert told == f"{folder} is there already and not an empty folder; name another one with --output.\n"
    assert not Drawing.objects.exists()


ROSTERS = {
    "": "",
    "code,group\n": "The roster is empty",
    "code,group\nAAA,North\nAAA,North\nBBB,South\nCCC,South\n": "AAA",
    "code,group\nAAA,North\nBBB,South\nCCC,South\n": "one State",
    "code,group,party:accord\nAAA,N,no\nBBB,N,no\nCCC,S,no\nDDD,S,no\n": "accord",
    "code,group,minimum,maximum,reason\nAAA,N,3,1,why\nBBB,N,,,\nCCC,S,,,\nDDD,S,,,\n": "AAA",
    "code,colour\nAAA,red\n": "colour",
}


@pytest.mark.parametrize("text", ROSTERS)
def test_a_bad_roster_is_refused_with_what_is_wrong(text: str, tmp_path: Path, capfd: Out) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text(text, encoding="utf-8")
    rules = tmp_path / "rules.yaml"
    rules.write_text("format: lots-rules/1\n", encoding="utf-8")
    assert ROSTERS[text] in said(capfd, "check", "--roster", roster, "--rules", rules, status=1)


def test_rules_of_a_later_version_are_refused(tmp_path: Path, capfd: Out) -> None:
    rules = tmp_path / "rules.yaml"
    rules.write_text("format: lots-rules/2\n", encoding="utf-8")
    assert "lots-rules/1" in said(capfd, "check", "--roster", ROSTER, "--rules", rules, status=1)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path, capfd: Out) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_bytes(b"code,group\n\xff\xfe\n")
    assert "UTF-8" in said(capfd, "check", "--roster", roster, "--rules", RULES, status=1)
    assert said(capfd, "check", "--roster", tmp_path / "none.csv", "--rules", RULES, status=1) == (
        f"{tmp_path / 'none.csv'}: No such file or directory.\n"
    )


def test_a_check_lists_what_is_blank_and_says_that_a_draw_exists(capfd: Out) -> None:
    told = said(capfd, "check", "--roster", ROSTER, "--rules", RULES).splitlines()
    assert told[0] == "States: 20"
    assert "  BEL annex-b" in told
    assert told[-1] == "A valid draw exists."
    assert json.loads(said(capfd, "check", "--roster", ROSTER, "--rules", RULES, "--json"))["feasible"] is True


def test_a_check_says_which_counts_block_a_draw_and_what_would_open_it(tmp_path: Path, capfd: Out) -> None:
    roster, rules = tmp_path / "roster.csv", tmp_path / "rules.yaml"
    roster.write_text("code,group\nA1,A\nA2,A\nA3,A\nB1,B\nB2,B\nB3,B\n", encoding="utf-8")
    rules.write_text("format: lots-rules/1\nparameters:\n  maximum: {value: 1}\n", encoding="utf-8")
    told = said(capfd, "check", "--roster", roster, "--rules", rules, status=1)
    assert "this cannot be drawn" in told
    assert "which may take at most" in told
    assert "It would be open so: " in told


def test_chances_are_exact_for_a_small_draw_and_told_for_rehearsals_only(tmp_path: Path, capfd: Out) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text("code,group,turn\nA1,A,now\nA2,A,no\nA3,A,no\nB1,B,no\nB2,B,no\n", encoding="utf-8")
    rules = tmp_path / "rules.yaml"
    rules.write_text("format: lots-rules/1\nparameters:\n  minimum: {value: 0}\n", encoding="utf-8")
    asked = ["odds", "--roster", roster, "--rules", rules, "--json"]
    told = json.loads(said(capfd, *asked))
    assert (told["exact"], told["of"]) == (True, 4)
    assert {(row["seat"], row["reviewer"]): row["per_million"] for row in told["chances"]} == {
        ("A1/own", "A2"): 500_000,
        ("A1/own", "A3"): 500_000,
        ("A1/other", "B1"): 500_000,
        ("A1/other", "B2"): 500_000,
    }
    assert "could be a true one" in said(capfd, *asked, "--seed", DICE, status=1)
    assert "is not on the roster" in said(capfd, *asked, "--state", "ZZZ", status=1)


def test_chances_of_a_larger_draw_are_estimated_with_their_error(capfd: Out) -> None:
    told = json.loads(
        said(capfd, "odds", "--roster", ROSTER, "--rules", RULES, "--samples", 40, "--state", "BEL", "--json")
    )
    assert (told["exact"], told["of"]) == (False, 40)
    assert sum(row["per_million"] for row in told["chances"] if row["seat"] == "BEL/own") == 1_000_000
    assert all(row["error"] > 0 for row in told["chances"] if row["per_million"] < 1_000_000)

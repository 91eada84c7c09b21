"""The command as people meet it: what it prints, what it leaves behind, with which status it ends."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from rapporteur.cli.main import run
from rapporteur.journal.models import Act
from rapporteur.people.models import Person
from registerfiles import BARGES, everything, written

COMMAND = [sys.executable, "-c", "from rapporteur.cli.main import main; main()"]
SHIPPED = Path(__file__).parents[2] / "data" / "untoc"


@pytest.fixture
def register(db: None, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Path:
    folder = written(tmp_path / "register", barges=BARGES)
    assert run(["register", "load", str(folder)]) == 0
    capfd.readouterr()
    return folder


def command(*arguments: str, var: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, with a database of its own."""
    return subprocess.run(
        [*COMMAND, *arguments],
        env=environment(var, **settings),
        capture_output=True,
        text=True,
        check=False,
        cwd=var,
        timeout=120,
    )


def environment(var: Path, **settings: str) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("RAPPORTEUR_", "DATABASE_"))}
    return inherited | {"RAPPORTEUR_VAR": str(var)} | settings


# --- register --------------------------------------------------------------------------------------------------------


def test_a_load_says_what_it_did_and_the_second_one_that_it_did_nothing(
    db: None, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = written(tmp_path / "register", barges=BARGES)
    assert run(["register", "load", str(folder)]) == 0
    assert capfd.readouterr().out == (
        f"{folder}: 19 entries read.\n"
        "created: 2 body, 1 conference, 3 document, 2 instrument, 1 mandate, 2 meeting, 1 party, 1 regional-group, "
        "2 session, 2 source, 2 term\n"
    )
    assert run(["register", "load", str(folder)]) == 0
    assert capfd.readouterr().out == (
        f"{folder}: 19 entries read.\nThe register holds all of it already; nothing was changed.\n"
    )


def test_a_wrong_file_ends_in_one_message_and_status_1(
    register: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = everything()
    folder = written(tmp_path / "more", more="sessions:\n- {key: s-9}\n")
    assert run(["register", "load", str(folder)]) == 1
    assert capfd.readouterr() == (
        "",
        (
            f"{folder}/more.yaml:2: sessions[1]: no conference is named, neither here nor for the file; "
            "expected the key 'conference'\nThe register was not changed.\n"
        ),
    )
    assert everything() == before


def test_an_export_can_be_loaded_again_and_changes_nothing(
    register: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert run(["register", "export", "--output", str(out)]) == 0
    assert capfd.readouterr().out.splitlines() == [
        str(out / name)
        for name in (
            "sources.yaml",
            "parties.yaml",
            "instruments.yaml",
            "conference.yaml",
            "bodies.yaml",
            "mandates.yaml",
            "sessions.yaml",
            "meetings.yaml",
            "documents.yaml",
            "terms.yaml",
            "terms-shared.yaml",
        )
    ]
    assert run(["register", "load", str(out)]) == 0
    assert capfd.readouterr().out.endswith("nothing was changed.\n")


def test_an_export_does_not_write_over_a_file(register: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = register / "barges.yaml"
    assert run(["register", "export", "--output", str(file)]) == 1
    assert capfd.readouterr().err == f"{file} is a file; name a folder with --output.\n"
    assert file.read_text(encoding="utf-8") == BARGES


def test_check_ends_with_1_for_errors_and_when_strict_for_warnings(
    register: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["register", "check", "--as-of", "2004-01-01"]) == 0
    assert capfd.readouterr().out.startswith(
        "barge-conf as of 2004-01-01\n\nWhat is owed (1)\n  answered   decision 1/1"
    )
    assert run(["register", "check", "--as-of", "2004-01-01", "--strict"]) == 1
    clash = "conference: barge-conf\nsessions:\n- {key: s-9, starts_on: 2003-05-04, ends_on: 2003-05-05}\n"
    assert run(["register", "load", str(written(tmp_path / "more", more=clash))]) == 0
    assert run(["register", "check"]) == 1


def test_check_prints_json(register: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["register", "check", "--json", "--as-of", "2004-01-01", "--conference", "barge-conf"]) == 0
    (account,) = json.loads(capfd.readouterr().out)
    assert [one["request"]["mandate"] for one in account["owed"]] == ["decision 1/1"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["register", "check", "--as-of", "2021-02-29"], "--as-of '2021-02-29' is no day; write it as 2020-07-01.\n"),
        (["register", "check", "--conference", "x"], "There is no conference 'x'; the register has barge-conf.\n"),
        (["draft", "note", "--session", "s-9"], "There is no session 's-9'; the register has s-1, s-2.\n"),
        (
            ["draft", "note", "--session", "s-1", "--language", "de"],
            "--language 'de' is not known; choose one of ar, zh, en, fr, ru, es.\n",
        ),
        (
            ["draft", "note", "--session", "s-1", "--format", "odt"],
            "--format 'odt' is not known; choose one of txt, html, docx, pdf, xml.\n",
        ),
        (
            ["draft", "note", "--session", "s-1", "--output", "a", "--all", "b"],
            "Give --output for one file or --all for all of them, not both.\n",
        ),
        (["officer", "add", "nobody"], "Enter a valid email address.\n"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_message(
    register: Path, capfd: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert run(arguments) == 1
    assert capfd.readouterr() == ("", message)


def test_a_wrong_option_ends_with_2_and_says_how_to_ask(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["register", "load", "--fast"]) == 2
    assert "No such option: --fast" in capfd.readouterr().err


# --- journal and officers --------------------------------------------------------------------------------------------


def test_the_journal_is_verified_and_a_change_is_found(register: Path, capfd: pytest.CaptureFixture[str]) -> None:
    seal = Act.objects.get().seal
    assert run(["journal", "head"]) == 0
    assert run(["journal", "verify"]) == 0
    assert capfd.readouterr().out == f"1 {seal}\nThe journal is whole: 1 rows, head {seal}.\n"
    Act.objects.update(by="somebody else")
    assert run(["journal", "verify"]) == 1
    assert capfd.readouterr().err == "The journal is not whole:\nrow 1 was changed after it was written\n"


def test_an_officer_gets_an_account_and_the_journal_a_row(db: None, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["officer", "add", "Keeper@example.org", "--name", "Ada Keel"]) == 0
    said = capfd.readouterr().out
    person = Person.objects.get()
    assert (person.email, person.name, person.is_officer) == ("keeper@example.org", "Ada Keel", True)
    assert person.check_password(said.split()[-1])
    assert Act.objects.get().verb == "officer_added"
    assert run(["officer", "add", "keeper@example.org"]) == 1
    assert capfd.readouterr().err == "keeper@example.org has an account already.\n"


# --- drafts ----------------------------------------------------------------------------------------------------------


def test_a_note_is_written_once_and_not_again_when_nothing_changed(
    db: None, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["register", "load", str(SHIPPED)]) == 0
    file = tmp_path / "note.txt"
    note = ["draft", "note", "--session", "cop-10", "--as-of", "2020-07-01"]
    capfd.readouterr()
    assert run(note) == 0
    printed = capfd.readouterr().out
    assert run([*note, "--output", str(file)]) == 0
    assert file.read_text(encoding="utf-8") == printed
    written_at = file.stat().st_mtime_ns
    assert run([*note, "--output", str(file)]) == 0
    assert file.stat().st_mtime_ns == written_at


# --- where it runs ---------------------------------------------------------------------------------------------------


def test_set_up_makes_the_database_and_the_second_time_nothing(tmp_path: Path) -> None:
    assert command("register", "check", var=tmp_path).stderr.startswith("The database is not set up (")
    first = command("setup", var=tmp_path)
    assert (first.returncode, first.stderr) == (0, "")
    assert command("setup", var=tmp_path).stdout == "database: up to date\ntranslations: up to date\n"


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (
            {"DATABASE_URL": "mysql://somewhere/x"},
            "DATABASE_URL begins with mysql:; write sqlite:///PATH or postgres://USER:PASSWORD@HOST/NAME\n",
        ),
        (
            {"DATABASE_URL": "sqlite:////nowhere/x"},
            "The database is not set up (unable to open database file); run `rapporteur setup`.\n",
        ),
    ],
)
def test_a_database_that_cannot_be_reached_is_told_without_a_trace(
    tmp_path: Path, settings: dict[str, str], message: str
) -> None:
    ended = command("journal", "head", var=tmp_path, **settings)
    assert (ended.returncode, ended.stdout, ended.stderr) == (1, "", message)


def limited(tmp_path: Path, size: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command line where no file may grow beyond a size."""
    program = (
        f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, resource.RLIM_INFINITY));"
        "from rapporteur.cli.main import main; main()"
    )
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )


def test_a_full_disk_while_loading_or_writing_is_told_and_changes_nothing(tmp_path: Path) -> None:
    command("setup", var=tmp_path)
    (database,) = tmp_path.glob("*.sqlite3")
    loading = limited(tmp_path, database.stat().st_size + 100_000, "register", "load", str(SHIPPED))
    assert (loading.returncode, loading.stdout, loading.stderr) == (
        1,
        "",
        (
            "The disk is full or failing (disk I/O error); nothing was changed. "
            "Make room, look at the disk and try again.\n"
        ),
    )
    assert command("journal", "head", var=tmp_path).stdout == "0\n"
    assert command("register", "load", str(SHIPPED), var=tmp_path).returncode == 0
    # SQLite's own files fit; that of the parties does not.
    out = tmp_path / "deep" / "out"
    writing = limited(tmp_path, 64_000, "register", "export", "--output", str(out))
    assert (writing.returncode, writing.stderr) == (
        1,
        (
            f"{out / 'parties.yaml'}: File too large. "
            "The file would grow beyond what is allowed here; nothing was left half-written.\n"
        ),
    )
    drafted = limited(
        tmp_path, 40_000, "draft", "note", "--session", "cop-10", "--as-of", "2020-07-01", "--all", str(out)
    )
    place, _colon, said = drafted.stderr.partition(": ")
    assert (drafted.returncode, Path(place).parent, said) == (
        1,
        out,
        "File too large. The file would grow beyond what is allowed here; nothing was left half-written.\n",
    )
    assert not (tmp_path / "deep").exists()


def test_a_port_that_is_taken_is_told_and_another_one_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = command("serve", "--port", str(port), var=tmp_path)
    assert (ended.returncode, ended.stderr) == (
        1,
        (
            f"Nothing can be served at 127.0.0.1, port {port}: Address already in use. "
            f"Stop what is there, or choose another port: rapporteur serve --port {port + 1}\n"
        ),
    )


def test_the_site_is_served_until_it_is_interrupted(tmp_path: Path) -> None:
    command("setup", var=tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with subprocess.Popen(
        [*COMMAND, "serve", "--port", str(port)], env=environment(tmp_path), stdout=subprocess.DEVNULL, cwd=tmp_path
    ) as server:
        status = answered(f"http://127.0.0.1:{port}/static/site/site.css")
        server.send_signal(signal.SIGINT)
    assert (status, server.returncode) == (200, 0)


def answered(url: str) -> int:
    for _ in range(100):
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310 - our own server
                return int(answer.status)
        except (ConnectionError, urllib.error.URLError):
            time.sleep(0.1)
    raise AssertionError(f"{url} did not answer")


def test_what_nobody_expected_goes_to_a_log_and_not_to_the_terminal(tmp_path: Path) -> None:
    command("setup", var=tmp_path)
    broken = "import rapporteur.journal.queries as q; del q.head; from rapporteur.cli.main import main; main()"
    prepared = (
        f"import django, os; os.environ['DJANGO_SETTINGS_MODULE']='rapporteur.site.settings'; django.setup(); {broken}"
    )
    ended = subprocess.run(
        [sys.executable, "-c", prepared, "journal", "head"],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )
    (log,) = (tmp_path / "log").iterdir()
    assert ended.returncode == 1
    assert ended.stderr == f"Something unexpected went wrong (AttributeError); please report it with the file {log}.\n"
    assert "AttributeError" in log.read_text(encoding="utf-8")

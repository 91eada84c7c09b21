"""Every kind of draft from the command line: to the terminal, to a file, to a folder; and what is said if it cannot."""

from pathlib import Path

import pytest

from rapporteur.cli.main import run

SHIPPED = Path(__file__).parents[2] / "data" / "untoc"
KINDS = ["agenda", "list", "calendar", "status"]


@pytest.fixture
def shipped(db: None, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["register", "load", str(SHIPPED)]) == 0
    capfd.readouterr()


def draft(kind: str, *options: str) -> list[str]:
    return ["draft", kind, "--session", "cop-10", "--as-of", "2020-07-01", *options]


@pytest.mark.usefixtures("shipped")
def test_each_kind_prints_what_it_writes_to_a_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    titles = []
    for kind in KINDS:
        assert run(draft(kind)) == 0
        printed = capfd.readouterr().out
        file = tmp_path / f"{kind}.txt"
        assert run(draft(kind, "--output", str(file))) == 0
        assert capfd.readouterr().out == f"{file}: {len(printed.encode())} bytes\n"
        assert file.read_text(encoding="utf-8") == printed
        titles.append(printed.partition("Vienna, 12–16 October 2020\n\n")[2].partition("\n")[0])
    assert titles == [
        "Annotated provisional agenda",
        "List of documents before the Conference at its tenth session",
        "Calendar of meetings",
        "Status of the requests made in the resolutions and decisions of the Conference",
    ]


@pytest.mark.usefixtures("shipped")
def test_a_folder_gets_thirty_files_and_the_second_time_none(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(draft("calendar", "--all", str(tmp_path))) == 0
    first = capfd.readouterr().out.splitlines()
    assert (len(first), len(list(tmp_path.glob("calendar.*.*")))) == (30, 30)
    assert run(draft("calendar", "--all", str(tmp_path))) == 0
    assert capfd.readouterr().out.splitlines() == [f"{line} (unchanged)" for line in first]


@pytest.mark.usefixtures("shipped")
def test_the_period_of_a_calendar_is_given_by_its_ends(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(draft("calendar", "--from", "2020-09-01", "--to", "2020-09-09")) == 0
    lines = capfd.readouterr().out.splitlines()
    assert [line.partition(" | ")[0] for line in lines if " | " in line] == ["Dates", "8 and 9 September 2020"]


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["draft", "agenda", "--session", "cop-12"],
            "The agenda cannot be written yet:\nthe session cop-12 has no provisional agenda; enter its items\n",
        ),
        (
            draft("calendar", "--from", "2020-09-09", "--to", "2020-09-01"),
            (
                "The calendar cannot be written yet:\n"
                "the period ends on 2020-09-01, before it begins on 2020-09-09; ask for another one\n"
            ),
        ),
        (
            draft("list", "--output", "a", "--all", "b"),
            "Give --output for one file or --all for all of them, not both.\n",
        ),
    ],
)
def test_what_cannot_be_written_is_said_in_one_message(
    arguments: list[str], message: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 1
    assert capfd.readouterr().err == message

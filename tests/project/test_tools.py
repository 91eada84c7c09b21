"""The small programs that hold the house find what they are there to find."""

import subprocess
import sys
from pathlib import Path

import pytest

import files
import links
import translations
from parts import how_to_install, missing_packages

ROOT = Path(__file__).resolve().parents[2]


def test_the_order_of_the_rooms_is_kept() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_nothing_is_tracked_that_should_not_be() -> None:
    assert [fault for name in files.tracked() for fault in files.faults_of(name)] == []


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("cd /ro" + "ot/notes", "a.md:1: the folder of one machine: /ro" + "ot/"),
        ("see /ho" + "me/anna/notes", "a.md:1: the folder of one machine: /ho" + "me/anna/"),
        ("index = https://py" + "pi.org/simple", "a.md:1: the host of a package registry: py" + "pi.org"),
        ("# TO" + "DO: later", "a.md:1: work left undone: TO" + "DO"),
    ],
)
def test_a_line_that_serves_nobody_else_is_found(line: str, fault: str) -> None:
    assert list(files.forbidden("a.md", line)) == [fault]


def test_a_line_that_only_looks_like_it_is_left_alone() -> None:
    assert list(files.forbidden("a.md", "https://example.org/work/12 and src/rapporteur/ro" + "ot/index")) == []


def test_a_file_that_is_too_long_is_found() -> None:
    assert list(files.too_long("src/a.py", "\n" * 400)) == []
    assert list(files.too_long("src/a.py", "\n" * 401)) == ["src/a.py: 401 lines; split it by meaning (at most 400)"]
    assert list(files.too_long("src/rapporteur/migrations/0001.py", "\n" * 401)) == []


def test_a_link_is_read_with_its_anchor_and_not_from_code(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("[a](other.md#rooms) `[b](c.md)` [d](https://example.org) [e](#top)\n", encoding="utf-8")
    assert list(links.targets(page)) == [
        ("other.md#rooms", (tmp_path / "other.md").resolve(), "rooms"),
        ("#top", page, "top"),
    ]


def test_the_anchors_of_a_page_are_its_headings(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# The rooms\n\n## Set up, and test\n\n```\n# no heading\n```\n", encoding="utf-8")
    assert links.anchors(page) == {"the-rooms", "set-up-and-test"}


def test_strings_of_templates_are_found(tmp_path: Path) -> None:
    template = tmp_path / "page.html"
    template.write_text(
        '{% load i18n %}\n<main>\n  <h1>{% translate "Meetings" %}</h1>\n  his {% translate "May" context "month" %}\n'
        "    {% blocktranslate count n=n %}{{ n }} body{% plural %}{{ n }} bodies{% endblocktranslate %}\n</main>\n",
        encoding="utf-8",
    )
    found = [(line, message, context) for line, message, _, context in translations.messages_of(template)]
    assert found == [
        (3, "Meetings", None),
        (4, "May", "month"),
        (5, ("%(n)s body", "%(n)s bodies"), None),
    ]


def test_strings_of_python_are_found(tmp_path: Path) -> None:
    module = tmp_path / "page.py"
    module.write_text(
        'A = _("Bodies")\nB = pgettext("month", "May")\nC = ngettext("%(n)s a", "%(n)s b", n)\n', encoding="utf-8"
    )
    found = [(line, message, context) for line, message, _, context in translations.messages_of(module)]
    assert found == [(1, "Bodies", None), (2, "May", "month"), (3, ("%(n)s a", "%(n)s b"), None)]


def test_the_sentence_says_which_packages_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert missing_packages(["browser", "office"]) == ["chromium", "libreoffice-writer-nogui", "poppler-utils"]
    assert how_to_install(["chromium"]).endswith("apt-get install chromium")

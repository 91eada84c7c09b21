"""What the documentation says can be done, can be done; what can be set, it says."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import links

ROOT = Path(__file__).resolve().parents[2]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def settings_in_code() -> set[str]:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    return set(re.findall(r"""environ(?:\.get\(|\[)\s*["']([A-Z_]+)["']""", sources)) - {"DJANGO_SETTINGS_MODULE"}


def test_every_setting_is_in_the_reference() -> None:
    documented = re.findall(r"^\| `([A-Z_]+)` \|", read("docs/reference/settings.md"), re.MULTILINE)
    assert documented == sorted(settings_in_code())


def test_every_make_target_of_the_readme_and_of_contributing_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z]+)\b(?=[` \n])", re.sub(r"(?m)^(?!    |.*`make).*$", "", read("README.md"))))
    assert {"demo", "test"} <= named
    assert named - targets == set()


def test_every_command_of_the_readme_exists() -> None:
    lines = re.findall(r"^ {4,}(?:\.venv/bin/)?rapporteur ([^\n]*)$", read("README.md"), re.MULTILINE)
    commands = {tuple(re.match(r"([a-z]+ ?)*", line).group().split()) for line in lines}
    program = str(Path(sys.executable).with_name("rapporteur"))
    failed = [
        c for c in commands if subprocess.run([program, *c, "--help"], capture_output=True, check=False).returncode
    ]
    assert failed == []


def test_links_lead_somewhere_and_every_page_is_reached() -> None:
    assert [*links.broken(), *links.unreachable()] == []


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = sorted(int(path.name[:4]) for path in (ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_licence_is_the_one_that_the_package_names() -> None:
    assert tomllib.loads(read("pyproject.toml"))["project"]["license"] == "Apache-2.0"
    assert read("LICENSE").split("\n")[1:3] == [" " * 33 + "Apache License", " " * 27 + "Version 2.0, January 2004"]

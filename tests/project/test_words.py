"""Every noun of the code stands in the glossary, with its source."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "rapporteur"
ENUMS = {"Enum", "StrEnum", "IntEnum", "Flag", "TextChoices", "IntegerChoices"}


def glossary() -> dict[str, tuple[str, str]]:
    """Return term -> (meaning, source) as the table of the glossary has them."""
    rows = re.findall(
        r"^\|([^|]+)\|([^|]+)\|([^|]+)\|$", (ROOT / "GLOSSARY.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    cells = [tuple(cell.strip() for cell in row) for row in rows[2:]]
    return {term.strip("`").lower(): (meaning, source) for term, meaning, source in cells}


def packages() -> list[str]:
    return sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py") if path.parent.name != "migrations")


def enums() -> list[str]:
    classes = [
        node
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    ]
    return sorted(node.name for node in classes if {ast.unparse(base).split(".")[-1] for base in node.bases} & ENUMS)


def words(name: str) -> str:
    """Return the name of a class as the glossary writes it: "MeetingMode" -> "meeting mode"."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower()


def test_every_room_is_in_the_glossary() -> None:
    assert [package for package in packages() if package not in glossary()] == []


def test_the_page_of_the_rooms_names_every_room() -> None:
    page = (ROOT / "docs" / "explanation" / "rooms.md").read_text(encoding="utf-8")
    table = "\n".join(re.findall(r"^\|([^|]+)\|", page, re.MULTILINE))
    assert sorted(re.findall(r"`([a-z]+)`", table)) == packages()


def test_every_enumeration_is_in_the_glossary() -> None:
    assert [name for name in enums() if words(name) not in glossary()] == []


def test_every_term_of_the_glossary_has_a_meaning_and_a_source() -> None:
    assert [term for term, (meaning, source) in glossary().items() if not (meaning and source)] == []

"""Whatever the project installs, it uses: a dependency that nothing imports has lost its reason."""

import ast
import re
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Named in settings, connection addresses or on the command line instead of imported.
USED_BY_NAME = {"argon2-cffi": "argon2", "granian": "granian", "psycopg": "postgresql", "whitenoise": "whitenoise"}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def dependencies() -> list[str]:
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    return [normal(re.match(r"[A-Za-z0-9._-]+", line).group()) for line in listed]


def sources() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted((ROOT / "src").rglob("*.py"))]


def imported() -> set[str]:
    """Return the first part of every module that the package imports, or names as an application or middleware."""
    nodes = [node for source in sources() for node in ast.walk(ast.parse(source))]
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module]
    names += [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return {name.partition(".")[0] for name in names}


def test_every_dependency_is_used() -> None:
    packages = packages_distributions()
    found = {normal(name) for module in imported() & set(packages) for name in packages[module]}
    text = "\n".join(sources()).lower()
    found |= {name for name, word in USED_BY_NAME.items() if word in text}
    assert [name for name in dependencies() if name not in found] == []

"""Find in the tracked files what must not be there: `files.py`.

A file that names a folder of one machine, the host of a package registry, or work left undone serves nobody else; a
file that no one can read whole is split by meaning; a font, a font's outline or a compiled catalog comes from a package
or from a build, never from here.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MOST_LINES = 400
NOT_READ_WHOLE = ("src/rapporteur/migrations/",)  # written by Django
# The verifier of a draw is one file, so that it can be handed to anybody as it is.
LONGER = {"src/rapporteur/lots/verify.py": 780}
FOREIGN = {".ttf", ".otf", ".woff", ".woff2", ".mo", ".pyc", ".sqlite3", ".whl", ".so"}

# Written so that this file does not find itself.
FORBIDDEN = {
    "the folder of one machine": re.compile(r"(?<![\w.])/(?:root|work|home/\w+)/"),
    "the host of a package registry": re.compile(r"\b(?:pypi\.org|pythonhosted\.org|registry\.npmjs\.org)"),
    "work left undone": re.compile(r"\b(?:TO[D]O|FIX[M]E|XX[X])\b"),
}


def tracked() -> list[str]:
    # Whoever runs the checks need not own the clone.
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def forbidden(name: str, text: str) -> Iterator[str]:
    for number, line in enumerate(text.splitlines(), start=1):
        for what, pattern in FORBIDDEN.items():
            if found := pattern.search(line):
                yield f"{name}:{number}: {what}: {found.group()}"


def too_long(name: str, text: str) -> Iterator[str]:
    lines = text.count("\n")
    most = LONGER.get(name, MOST_LINES)
    if name.endswith(".py") and not name.startswith(NOT_READ_WHOLE) and lines > most:
        yield f"{name}: {lines} lines; split it by meaning (at most {most})"


def faults_of(name: str) -> Iterator[str]:
    if Path(name).suffix in FOREIGN:
        yield f"{name}: such a file comes from a package or a build"
        return
    try:
        text = (ROOT / name).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return  # an image
    if name != Path(__file__).relative_to(ROOT).as_posix():
        yield from forbidden(name, text)
    yield from too_long(name, text)


def main() -> int:
    faults = [fault for name in tracked() for fault in faults_of(name)]
    print("\n".join(faults) or "files: nothing that should not be here")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

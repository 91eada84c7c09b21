"""The parts of the system that the tests drive: a browser, a word processor, a reader of PDF.

`python tests/parts.py` installs what is missing where it may (Debian, as root) and otherwise stops with the one
sentence that says how. Standard library only, because it may run before anything is installed. conftest.py reads the
same table.
"""

import ctypes
import os
import pathlib
import shutil
import subprocess
import sys

# marker of the tests -> the programs and libraries behind it, and the Debian package that holds each
PARTS = {
    "browser": {"chromium": "chromium", "libatomic.so.1": "libatomic1"},
    "office": {
        "soffice": "libreoffice-writer-nogui",
        "/usr/lib/libreoffice/program/libsclo.so": "libreoffice-calc-nogui",
        "pdftotext": "poppler-utils",
    },
}


def missing_packages(markers: list[str]) -> list[str]:
    parts = [pair for marker in markers for pair in PARTS[marker].items()]
    return [package for part, package in parts if not is_here(part)]


def is_here(part: str) -> bool:
    if part.startswith("/"):
        return pathlib.Path(part).exists()
    if ".so." not in part:
        return shutil.which(part) is not None
    try:
        ctypes.CDLL(part)
    except OSError:
        return False
    return True


def how_to_install(packages: list[str]) -> str:
    return f"The tests need parts that are not here; install them: apt-get install {' '.join(packages)}"


def install(packages: list[str]) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        subprocess.run(["apt-get", *arguments], check=True, stdin=subprocess.DEVNULL, env=environment)


def main() -> int:
    packages = missing_packages(list(PARTS))
    if packages and os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"installing {', '.join(packages)}", flush=True)  # noqa: T201 - a command's own words
        install(packages)
        packages = missing_packages(list(PARTS))
    if packages:
        print(how_to_install(packages), file=sys.stderr)  # noqa: T201 - a command's own words
    return 1 if packages else 0


if __name__ == "__main__":
    sys.exit(main())

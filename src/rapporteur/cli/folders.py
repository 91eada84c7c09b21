"""Folders on disk: written whole or not at all, read back file by file."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from rapporteur.cli.refusing import Refused
from rapporteur.register.replacing import replace_files

_LARGEST = 64 * 1024 * 1024


def write_new(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder that is not there, or is empty. Raises: Refused; OSError, and then nothing is left of it."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused(f"{folder} is there already and not an empty folder; name another one with --output.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}.", suffix=".part"))
    try:
        for name, content in files.items():
            _write(part / name, content)
        part.chmod(0o755)
        if folder.exists():
            folder.rmdir()
        part.rename(folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


def complete(folder: Path, files: Mapping[str, bytes]) -> None:
    """Bring a folder to hold these files, all of them or none. Raises: OSError; every older file is untouched then."""
    changed = {
        folder / name: content
        for name, content in files.items()
        if not (folder / name).is_file() or (folder / name).read_bytes() != content
    }
    for path in changed:
        path.parent.mkdir(parents=True, exist_ok=True)
    replace_files(changed.items())


def read(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its name within it. Raises: Refused."""
    if not folder.is_dir():
        raise Refused(f"{folder} is no folder.")
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(".pyc"))
    return {path.relative_to(folder).as_posix(): contents(path) for path in paths}


def contents(path: Path) -> bytes:
    if path.is_file() and path.stat().st_size > _LARGEST:
        raise Refused(f"{path} has more than {_LARGEST >> 20} MiB; no file of a draw is so large.")
    return path.read_bytes()


def text(path: Path) -> str:
    """Return a file as text. Raises: Refused where it is not UTF-8."""
    try:
        return contents(path).decode()
    except UnicodeDecodeError as error:
        raise Refused(f"{path} is not UTF-8 (byte {error.start + 1}); save it as UTF-8.") from None


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error

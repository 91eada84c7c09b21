"""Writing files so that each is there whole or as it was before: never half, however the writing ends."""

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` in the place of a file. Raises: OSError naming the file; an older one is untouched then."""
    replace_files([(path, content)])


def replace_files(contents: Iterable[tuple[Path, bytes]]) -> None:
    """Put every content in the place of its file, once there is room for all. Raises: OSError naming the file.

    Where one of them cannot be written, every older file is untouched.
    """
    parts: dict[Path, Path] = {}
    try:
        for path, content in contents:
            try:
                _write(path, content, parts)
            except OSError as error:
                raise OSError(error.errno, error.strerror, str(path)) from error
        for path, part in parts.items():
            part.replace(path)
    except BaseException:
        for part in parts.values():
            part.unlink(missing_ok=True)
        raise


@contextmanager
def folder_for(path: Path) -> Iterator[None]:
    """Make a folder for what is written meanwhile; where that fails, folders that were not there before are removed."""
    absent = [folder for folder in (path, *path.parents) if not folder.exists()]
    try:
        path.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for folder in absent:
            with suppress(OSError):  # somebody else may have put a file into it
                folder.rmdir()
        raise


def _write(path: Path, content: bytes, parts: dict[Path, Path]) -> None:
    """Write a content beside its file; straight into what is no file, such as a terminal or a pipe."""
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    parts[path] = Path(name)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(name).chmod(0o644)

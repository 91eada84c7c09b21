"""Folders are written whole or not at all, and read back file by file."""

import errno
import os
from pathlib import Path

import pytest

from rapporteur.cli import folders
from rapporteur.cli.refusing import Refused

FILES = {"a.txt": b"a", "after/1/b.txt": b"b"}


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the disk be full when the second file is brought onto it."""
    calls: list[int] = []
    sync = os.fsync

    def fsync(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)


def held(folder: Path) -> dict[str, bytes]:
    return folders.read(folder) if folder.exists() else {}


def test_a_new_folder_holds_every_file(tmp_path: Path) -> None:
    folders.write_new(tmp_path / "new" / "draw", FILES)
    assert held(tmp_path / "new" / "draw") == FILES


@pytest.mark.usefixtures("full")
def test_a_full_disk_leaves_nothing_of_a_new_folder(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space left"):
        folders.write_new(tmp_path / "draw", FILES)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("full")
def test_a_full_disk_leaves_an_older_folder_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "draw"
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"older")
    with pytest.raises(OSError, match="No space left"):
        folders.complete(folder, FILES)
    assert held(folder) == {"a.txt": b"older"}


def test_a_folder_that_holds_something_else_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "something").touch()
    with pytest.raises(Refused, match="is there already and not an empty folder"):
        folders.write_new(tmp_path, FILES)


def test_a_file_that_is_no_utf_8_is_refused_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "seed.txt").write_bytes(b"abc\xff")
    with pytest.raises(Refused, match=r"is not UTF-8 \(byte 4\)"):
        folders.text(tmp_path / "seed.txt")

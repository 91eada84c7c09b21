import subprocess
import sys
from pathlib import Path

import pytest

from rapporteur.register.replacing import replace_file

WRITE = """
import resource, sys
from pathlib import Path
from rapporteur.register.replacing import replace_files
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))
try:
    replace_files([(Path(sys.argv[1]).with_name("first"), b"x"), (Path(sys.argv[1]), b"x" * 5000)])
except OSError as error:
    print(error.strerror, error.filename)
"""


def test_a_file_is_written_whole_and_replaces_the_older_one(tmp_path: Path) -> None:
    file = tmp_path / "file"
    replace_file(file, b"one")
    replace_file(file, b"two")
    assert (file.read_bytes(), [path.name for path in tmp_path.iterdir()]) == (b"two", ["file"])


def test_a_write_that_fails_half_way_leaves_the_older_file_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"older")
    run = subprocess.run([sys.executable, "-c", WRITE, str(file)], capture_output=True, text=True, check=True)
    assert run.stdout == f"File too large {file}\n"
    assert (file.read_bytes(), [path.name for path in tmp_path.iterdir()]) == (b"older", ["file"])


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as error:
        replace_file(tmp_path / "none" / "file", b"x")
    assert error.value.filename == str(tmp_path / "none" / "file")


def test_what_is_no_file_is_written_to_and_stays_what_it_is(tmp_path: Path) -> None:
    device = tmp_path / "null"
    device.symlink_to("/dev/null")
    replace_file(device, b"x")
    assert (device.is_symlink(), Path("/dev/null").is_char_device()) == (True, True)

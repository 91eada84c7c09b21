from pathlib import Path

import pytest

from registerfiles import BARGES, loaded, written


@pytest.fixture
def barges(db: None, tmp_path: Path) -> Path:
    """Return the folder of the invented register after it was loaded."""
    folder = written(tmp_path / "register", barges=BARGES)
    loaded(folder)
    return folder

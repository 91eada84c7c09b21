import pytest

from rapporteur.rulebooks.schema import Rulebook
from rulebookfiles import METEORITES, read_text


@pytest.fixture(scope="session")
def meteorites(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    return read_text(tmp_path_factory.mktemp("rulebook"), METEORITES)

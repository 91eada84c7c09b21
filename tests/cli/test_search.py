"""`rapporteur search rebuild` makes what the search looks through from the register as it is."""

import pytest

import cast
from rapporteur.cli.main import run
from rapporteur.search.models import Entry


@pytest.mark.django_db
def test_rebuilding_the_search_says_how_many_entries_it_made(capsys: pytest.CaptureFixture[str]) -> None:
    cast.conference()
    assert run(["search", "rebuild"]) == 0
    assert capsys.readouterr().out == f"{Entry.objects.count()} entries made.\n"
    assert Entry.objects.count() > 0

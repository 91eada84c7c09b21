"""`rapporteur journal`: what it prints, and its exit status."""

import datetime as dt

import pytest

from rapporteur.cli.main import run
from rapporteur.journal.actions import record
from rapporteur.journal.models import Act
from rapporteur.journal.queries import head

pytestmark = pytest.mark.django_db


def write(count):
    at = dt.datetime(2031, 2, 3, tzinfo=dt.UTC)
    for number in range(count):
        record("body_corrected", subject_kind="body", subject_key=f"b{number}", content={}, by="x", at=at)
    return head()


def told(capsys, *arguments):
    status = run(["journal", *arguments])
    said = capsys.readouterr()
    return status, (said.out + said.err).splitlines()


def test_a_whole_journal_is_told_with_its_head(capsys):
    assert told(capsys, "verify") == (0, ["The journal is empty."])
    assert told(capsys, "head") == (0, ["0"])
    number, seal = write(3)
    assert told(capsys, "verify") == (0, [f"The journal is whole: 3 rows, head {seal}."])
    assert told(capsys, "head") == (0, [f"{number} {seal}"])


def test_each_fault_is_told_and_the_exit_status_is_one(capsys):
    write(3)
    Act.objects.filter(number=2).update(by="y")
    assert told(capsys, "verify") == (1, ["The journal is not whole:", "row 2 was changed after it was written"])


def test_a_published_head_finds_rows_that_were_cut_off(capsys):
    number, seal = write(3)
    Act.objects.filter(number=3).delete()
    assert told(capsys, "verify", "--published", f"{number} {seal}") == (
        1,
        ["The journal is not whole:", "row 3, published as a head, is not there any more"],
    )


def test_what_is_no_head_is_refused(capsys):
    said = '"three" is no head; write number and seal as "rapporteur journal head" prints them.'
    assert told(capsys, "verify", "--published", "three") == (1, [said])

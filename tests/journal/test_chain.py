"""The chain of acts: whole when written by actions alone; any change made beside them is found."""

import datetime as dt
import json

import pytest
from django.db import connection

from rapporteur.journal.actions import record
from rapporteur.journal.models import Act
from rapporteur.journal.queries import head, verify

pytestmark = pytest.mark.django_db
AT = dt.datetime(2031, 2, 3, 4, 5, 6, 789, tzinfo=dt.UTC)


def write(count):
    for number in range(1, count + 1):
        record(
            "meeting_corrected",
            subject_kind="meeting",
            subject_key=f"metc-cop/dust/{number}",
            content={"changes": {"note": [None, f"Überfällig №{number} ليل"]}, "b": 1, "a": 2},
            by="quill@example.org",
            at=AT,
        )


def sql(statement, *parameters):
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)


def swap():
    sql("UPDATE rapporteur_act SET number = -1 WHERE number = 2")
    sql("UPDATE rapporteur_act SET number = 2 WHERE number = 3")
    sql("UPDATE rapporteur_act SET number = 3 WHERE number = -1")


def insert():
    sql("UPDATE rapporteur_act SET number = 6 WHERE number = 5")
    sql("UPDATE rapporteur_act SET number = 5 WHERE number = 4")
    act = Act.objects.get(number=3)
    Act.objects.create(
        number=4, at=AT, by="nobody", verb="v", subject_kind="k", subject_key="k", previous=act.seal, seal="f" * 64
    )


def test_an_empty_journal_and_one_that_was_only_written_to_are_whole():
    assert (verify(), head()) == ([], None)
    write(5)
    last = Act.objects.get(number=5)
    assert (verify(), head()) == ([], (5, last.seal))


@pytest.mark.parametrize(
    ("tamper", "found"),
    [
        (
            lambda: sql("UPDATE rapporteur_act SET by = 'nobody' WHERE number = 3"),
            ["row 3 was changed after it was written"],
        ),
        (
            lambda: sql("UPDATE rapporteur_act SET verb = 'x' WHERE number = 1"),
            ["row 1 was changed after it was written"],
        ),
        (
            lambda: sql("UPDATE rapporteur_act SET subject_key = 'x' WHERE number = 5"),
            ["row 5 was changed after it was written"],
        ),
        (
            lambda: sql("UPDATE rapporteur_act SET content = %s WHERE number = 4", json.dumps({"changes": {}})),
            ["row 4 was changed after it was written"],
        ),
        (
            lambda: Act.objects.filter(number=2).update(at=AT + dt.timedelta(microseconds=1)),
            ["row 2 was changed after it was written"],
        ),
        (
            lambda: sql("UPDATE rapporteur_act SET seal = %s WHERE number = 2", "e" * 64),
            ["row 2 was changed after it was written", "row 3 does not follow the row before it"],
        ),
        (
            lambda: sql("DELETE FROM rapporteur_act WHERE number = 3"),
            ["row 3 is missing; the next row there is 4", "row 4 does not follow the row before it"],
        ),
        (
            lambda: sql("DELETE FROM rapporteur_act WHERE number = 1"),
            ["row 1 is missing; the next row there is 2", "row 2 does not follow the row before it"],
        ),
        (
            swap,
            [
                "row 2 does not follow the row before it",
                "row 2 was changed after it was written",
                "row 3 does not follow the row before it",
                "row 3 was changed after it was written",
                "row 4 does not follow the row before it",
            ],
        ),
        (
            insert,
            [
                "row 4 was changed after it was written",
                "row 5 does not follow the row before it",
                "row 5 was changed after it was written",
                "row 6 was changed after it was written",
            ],
        ),
    ],
    ids=["actor", "verb", "subject", "content", "time", "seal", "removed", "first-removed", "swapped", "inserted"],
)
def test_whatever_was_done_to_a_row_beside_the_actions_is_found(tamper, found):
    write(5)
    tamper()
    assert [fault.what for fault in verify()] == found


def test_rows_cut_off_at_the_end_are_found_with_a_head_that_was_published():
    write(5)
    published = head()
    assert verify(published) == []
    write(1)
    assert verify(published) == []
    sql("DELETE FROM rapporteur_act WHERE number >= 5")
    assert verify() == []
    assert [fault.what for fault in verify(published)] == ["row 5, published as a head, is not there any more"]
    write(2)
    assert [fault.what for fault in verify(published)] == ["row 5 is not the one that was published as a head"]

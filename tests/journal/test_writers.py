"""Several writers at once: the chain stays whole and has no gap, on either database."""

import datetime as dt
import threading

import pytest
from django.db import connection, transaction

from rapporteur.journal.actions import record
from rapporteur.journal.models import Act
from rapporteur.journal.queries import verify

AT = dt.datetime(2031, 2, 3, tzinfo=dt.UTC)
WRITERS, ROWS = 4, 8


@pytest.mark.django_db(transaction=True)
def test_writers_at_once_keep_the_chain_whole_and_without_gaps():
    start = threading.Barrier(WRITERS)
    failures = []

    def write(name):
        try:
            start.wait()
            for number in range(ROWS):
                with transaction.atomic():
                    record(
                        "body_corrected", subject_kind="body", subject_key=name, content={"n": number}, by=name, at=AT
                    )
                    if number % 4 == 3:
                        # A writer that gives up after all leaves no hole behind.
                        transaction.set_rollback(True)
        except Exception as error:  # noqa: BLE001 - shown by the assertion below
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=(f"writer-{number}",)) for number in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kept = WRITERS * (ROWS - ROWS // 4)
    assert failures == []
    assert list(Act.objects.order_by("number").values_list("number", flat=True)) == list(range(1, kept + 1))
    assert verify() == []

"""The journal: what one act costs when it is recorded, and how fast the whole is verified."""

import datetime as dt

from benchmarks.rows import Figure, Row, clock

NAME = "Journal"
BUDGET = "an act recorded: p95 under 50 ms (the budget of a saved answer, of which it is a part)"
PEER = ""

ACTS = 5_000
AT = dt.datetime(2030, 1, 1, tzinfo=dt.UTC)


def run() -> list[Row]:
    from rapporteur.journal.actions import record  # noqa: PLC0415 - Django is set up before run(), not before import
    from rapporteur.journal.queries import verify  # noqa: PLC0415 - as above

    def act() -> None:
        content = {"en": "Meeting of the working group", "starts_on": "2030-01-01"}
        record("meeting_corrected", subject_kind="meeting", subject_key="wg-1", content=content, by="officer", at=AT)

    first = clock(act, times=100)
    clock(act, times=ACTS - 200)
    last = clock(act, times=100)
    verified = clock(verify)
    return [
        Row("an act recorded, journal empty", (Figure("p95", first.p95 * 1000, "ms", 50),)),
        Row(f"an act recorded after {ACTS - 100:,} others", (Figure("p95", last.p95 * 1000, "ms", 50),)),
        Row(f"verified, {ACTS:,} acts", (Figure("speed", ACTS / verified.total, "acts/s"),)),
    ]

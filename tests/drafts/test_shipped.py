"""The note of the shipped register: the tenth session of the Conference of the Parties, on three days of 2020."""

import datetime as dt
from pathlib import Path

import pytest

from rapporteur.drafts.queries import composed
from rapporteur.drafts.queries.note import note_of
from rapporteur.drafts.rules.inlines import read
from rapporteur.drafts.terms.note import NoteMatter
from rapporteur.languages.terms import Language
from rapporteur.meetings.models import Session
from rapporteur.register.loading import load
from rapporteur.typeset import Format, write
from rapporteur.typeset.tree import Document, Heading, Paragraph

DATA = Path(__file__).parents[2] / "data" / "untoc"
FIRST_OF_JULY = dt.date(2020, 7, 1)
BLOCKS = [
    ("expert group", ["resolution 9/1"], ["WG.10/2019/5", "WG.10/2020/6"]),
    ("Trafficking in Persons", ["decision 4/4", "resolution 7/1"], ["WG.4/2019/6", "WG.4/2020/4"]),
    ("Smuggling of Migrants", ["resolution 5/3", "resolution 7/1"], ["WG.7/2019/6", "WG.7/2020/4"]),
    ("Firearms", ["resolution 5/4", "resolution 7/1"], ["WG.6/2020/4"]),
    ("International Cooperation", ["decision 3/2", "resolution 7/1"], ["WG.3/2020/4"]),
    ("Technical Assistance", ["decision 2/6", "resolution 7/1"], ["WG.2/2020/3"]),
]


@pytest.fixture
def matter(db: None) -> NoteMatter:
    load(DATA, by="tests", at=dt.datetime(2020, 7, 1, tzinfo=dt.UTC))
    return note_of(Session.objects.get(key="cop-10"))


def blocks(document: Document) -> list[tuple[str, str]]:
    found: list[tuple[str, list[str]]] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            found.append((read(block.content), []))
        elif isinstance(block, Paragraph):
            found[-1][1].append(read(block.content))
    return [(heading, " ".join(texts)) for heading, texts in found]


@pytest.mark.parametrize("as_of", [FIRST_OF_JULY, dt.date(2020, 7, 9), dt.date(2020, 9, 30)])
def test_every_body_has_its_mandates_and_reports_in_the_order_of_the_agenda(matter: NoteMatter, as_of: dt.date) -> None:
    found = blocks(composed.note_from(matter, language=Language.ENGLISH, as_of=as_of))
    assert len(found) == len(BLOCKS)
    for (heading, body), (name, mandates, reports) in zip(found, BLOCKS, strict=True):
        assert name in heading
        assert heading.startswith("Reports on the meetings of" if len(reports) > 1 else "Report on the meeting of")
        assert [mandate for mandate in mandates if mandate in body] == mandates
        assert [report for report in reports if f"CTOC/COP/{report}" in body] == reports
        assert "tenth session" in body


@pytest.mark.parametrize(
    ("as_of", "verbs"),
    [
        (FIRST_OF_JULY, ["is scheduled to be held", "is scheduled to be held"]),
        (dt.date(2020, 7, 9), ["was held", "is being held"]),
        (dt.date(2020, 9, 30), ["was held", "was held"]),
    ],
)
def test_two_groups_that_meet_back_to_back_stand_apart_on_the_day_between(
    matter: NoteMatter, as_of: dt.date, verbs: list[str]
) -> None:
    cooperation, assistance = blocks(composed.note_from(matter, language=Language.ENGLISH, as_of=as_of))[-2:]
    assert f"{verbs[0]} in Vienna on 7 and 8 July 2020, back-to-back with the twelfth meeting of" in cooperation[1]
    assert f"{verbs[1]} in Vienna on 9 and 10 July 2020, back-to-back with the eleventh meeting of" in assistance[1]


def test_nothing_says_that_the_group_on_technical_assistance_is_constant(matter: NoteMatter) -> None:
    found = blocks(composed.note_from(matter, language=Language.ENGLISH, as_of=FIRST_OF_JULY))
    assert ["constant element" in body for _, body in found] == [False, True, True, True, True, False]


@pytest.mark.parametrize("language", Language)
def test_the_note_is_written_in_every_language(matter: NoteMatter, language: Language) -> None:
    text = write(composed.note_from(matter, language=language, as_of=FIRST_OF_JULY), Format.TXT).decode()
    assert all(f"CTOC/COP/{report}" in text for _, _, reports in BLOCKS for report in reports)

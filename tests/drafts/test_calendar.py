"""The calendar of meetings: what falls in the period as it stands on the day, with the days by which papers are due."""

import datetime as dt

import pytest

from drafts.further import furnished, shown, tables
from drafts.world import AS_OF, World
from rapporteur.drafts.queries.kinds import KINDS, NothingToCompose, Question
from rapporteur.languages.terms import Language
from rapporteur.meetings.models import Meeting, Saying
from rapporteur.meetings.terms import MeetingStatus
from rapporteur.typeset.tree import Document

pytestmark = pytest.mark.django_db
TABLES = "Group of experts on tide tables convened in accordance with resolution 2/3"


@pytest.fixture
def world() -> World:
    return furnished()


def calendar(
    world: World,
    *,
    as_of: dt.date = AS_OF,
    language: Language = Language.ENGLISH,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Document:
    return KINDS["calendar"].compose(Question(world.session, as_of, since, until), language)


def rows(document: Document) -> list[list[tuple[str, ...]]]:
    return [[tuple(map(shown, cells)) for cells in table.rows] for table in tables(document)]


def first_columns(document: Document) -> list[list[tuple[str, ...]]]:
    return [[cells[:2] for cells in table] for table in rows(document)]


def test_meetings_stand_by_their_days_and_those_without_days_apart(world: World) -> None:
    known, unknown = first_columns(calendar(world))
    assert known == [
        ("1 and 2 April 2031", f"{TABLES}, second meeting"),
        ("7 April 2031", "First special session of the Conference"),
        (
            "21–23 April 2031",
            (
                "Committee on Sluices, fourth session; Back-to-back with the first meeting of the group of experts on "
                "tide tables convened in accordance with resolution 2/3, which follows"
            ),
        ),
        (
            "24 and 25 April 2031",
            (
                f"{TABLES}, first meeting; "
                "Back-to-back with the fourth session of the Committee on Sluices, which precedes"
            ),
        ),
        ("12–16 May 2031", "Third session of the Conference"),
        (
            "13 and 14 May 2031",
            "Working Group on Ferries, session; In parallel with the third session of the Conference",
        ),
    ]
    assert unknown == [
        ("by 30 April 2031", "Working Group on Ferries, session"),
        ("2031", "Working Group on Ferries, session"),
        ("planned for 13–15 January 2031", "Panel on Lamps, first session"),
        ("April 2031", "Working Group on Ferries, session"),
        ("between 14 and 18 April 2031", "Working Group on Ferries, second session"),
        ("not yet known", "Working Group on Ferries, session"),
    ]


def test_a_meeting_that_was_moved_stands_at_its_new_days_and_says_so(world: World) -> None:
    moved = next(cells for table in rows(calendar(world)) for cells in table if "second meeting" in cells[1])
    assert moved[2:4] == ("Tarn Haven; Hybrid format", "Scheduled; Originally planned for 3 and 4 March 2031")
    before = next(
        cells for table in rows(calendar(world, as_of=dt.date(2031, 2, 19))) for cells in table if TABLES in cells[1]
    )
    assert (before[0], before[2:4]) == ("3 and 4 March 2031", ("Tarn Haven", "Scheduled"))


@pytest.mark.parametrize(
    ("as_of", "standing"),
    [
        (dt.date(2031, 4, 20), "Scheduled"),
        (dt.date(2031, 4, 22), "Under way"),
        (dt.date(2031, 4, 24), "Held"),
    ],
)
def test_a_meeting_is_scheduled_then_under_way_then_held(world: World, as_of: dt.date, standing: str) -> None:
    document = calendar(world, as_of=as_of, since=dt.date(2031, 4, 1))
    sluices = next(cells for cells in rows(document)[0] if cells[1].startswith("Committee on Sluices"))
    assert sluices[3] == standing


def test_a_cancelled_meeting_keeps_its_place_and_has_no_deadlines(world: World) -> None:
    document = calendar(world, since=dt.date(2031, 2, 1))
    assert rows(document)[0][0] == (
        "planned for 24 and 25 February 2031",
        "Panel on Lamps, second session",
        "Tarn Haven",
        "Cancelled",
        "",
    )


def test_deadlines_are_counted_by_the_conferences_own_figures(world: World) -> None:
    session = rows(calendar(world))[0][-2]
    assert session[4] == (
        "Submission: 3 March 2031; Provisional agenda: 13 March 2031; Issuance: 31 March 2031; "
        "Submission of the report: 30 May 2031"
    )
    world.conference.calendar = {"submission_weeks": 12}
    world.conference.save()
    assert rows(calendar(world))[0][-2][4].split(";")[0] == "Submission: 17 February 2031"


def test_the_agenda_of_a_special_session_is_due_later(world: World) -> None:
    assert "Provisional agenda: 8 March 2031" in rows(calendar(world))[0][1][4]


def test_the_neighbour_is_not_named_once_it_is_off(world: World) -> None:
    experts = Meeting.objects.get(key="tables-1")
    Saying.objects.create(meeting=experts, as_of=AS_OF, status=MeetingStatus.CANCELLED)
    sluices = next(cells for cells in rows(calendar(world))[0] if cells[1].startswith("Committee"))
    assert sluices[1] == "Committee on Sluices, fourth session"


def test_only_the_period_is_in_the_calendar(world: World) -> None:
    document = calendar(world, since=dt.date(2031, 4, 7), until=dt.date(2031, 4, 20))
    assert [cells[0] for cells in rows(document)[0]] == ["7 April 2031"]
    assert [cells[0] for cells in rows(document)[1]] == [
        "by 30 April 2031",
        "2031",
        "planned for 13–15 January 2031",
        "April 2031",
        "between 14 and 18 April 2031",
        "not yet known",
    ]


@pytest.mark.parametrize(
    ("since", "until", "reason"),
    [
        (
            dt.date(2031, 5, 2),
            dt.date(2031, 5, 1),
            "the period ends on 2031-05-01, before it begins on 2031-05-02; ask for another one",
        ),
        (
            dt.date(1999, 1, 1),
            dt.date(1999, 12, 31),
            "no session or meeting falls in the period from 1999-01-01 to 1999-12-31; ask for another one",
        ),
    ],
)
def test_a_period_without_anything_is_refused(world: World, since: dt.date, until: dt.date, reason: str) -> None:
    Meeting.objects.filter(key="ferries-undated").delete()
    with pytest.raises(NothingToCompose) as refused:
        calendar(world, since=since, until=until)
    assert refused.value.reasons == [reason]


def test_a_session_whose_end_is_not_known_asks_for_the_period(world: World) -> None:
    world.session.starts_on = world.session.ends_on = None
    with pytest.raises(NothingToCompose) as refused:
        calendar(world)
    assert refused.value.reasons == ["the last day of the session cop-3 is not known; give the period"]


@pytest.mark.parametrize("language", Language)
def test_every_gathering_stands_once_in_every_language(world: World, language: Language) -> None:
    english, other = rows(calendar(world)), rows(calendar(world, language=language))
    assert [len(table) for table in other] == [len(table) for table in english] == [6, 6]


def test_words_agree_with_what_they_stand_for(world: World) -> None:
    def standings(language: Language) -> list[str]:
        document = calendar(
            world, language=language, as_of=dt.date(2040, 1, 1), since=dt.date(2031, 4, 24), until=dt.date(2031, 5, 16)
        )
        return [cells[3] for cells in rows(document)[0]]

    assert {language: standings(language) for language in Language} == {
        Language.ARABIC: ["عُقد", "عُقدت", "عُقدت"],
        Language.CHINESE: ["已举行", "已举行", "已举行"],
        Language.ENGLISH: ["Held", "Held", "Held"],
        Language.FRENCH: ["Tenue", "Tenue", "Tenue"],
        Language.RUSSIAN: ["Проведено", "Проведена", "Проведена"],
        Language.SPANISH: ["Celebrada", "Celebrado", "Celebrado"],
    }

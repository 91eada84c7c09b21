"""What the lot gives, as a pure function; what is written where there is no draw; the tables, pictures and print."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from lots import small
from rapporteur.lots.engines.draw import Keys
from rapporteur.lots.engines.odds import every_draw, odds
from rapporteur.lots.engines.problem import problem_of
from rapporteur.lots.files.drawn import Drawn, Frozen, drawn_from
from rapporteur.lots.files.events import Event, read_events, with_event
from rapporteur.lots.files.folder import issue
from rapporteur.lots.files.pictures import histogram_picture, map_picture, matrix_picture
from rapporteur.lots.files.publication import Kind, Publication, write_publication
from rapporteur.lots.files.refusal import read_refusal
from rapporteur.lots.files.roster import digest, write_roster
from rapporteur.lots.files.rules import write_rules
from rapporteur.lots.files.seed import Seed
from rapporteur.lots.files.tables import tables_of
from rapporteur.lots.terms import Roster, Rules, Seat, Side, UnfitInput

SEED = Seed("rehearsal:31415926535897932384", "2031-05-03T10:00:00Z")


def frozen(listed: Roster, given: Rules) -> Frozen:
    publication = Publication(
        kind=Kind.DRAW,
        purpose="main",
        title="A draw <among> five & six",
        rehearsal=True,
        roster=digest(write_roster(listed)),
        rules=digest(write_rules(given)),
        verifier="0" * 64,
        version="1",
        published="2031-05-02T10:00:00Z",
        objections_until="",
        seed_sources=(),
        installation="here",
    )
    return Frozen(publication, digest(write_publication(publication)), listed, given)


@pytest.fixture(scope="module")
def made() -> tuple[Frozen, Drawn]:
    given = frozen(small.roster([6, 5]), small.rules())
    return given, drawn_from(given, SEED)


def test_the_same_input_gives_the_same_bytes(made: tuple[Frozen, Drawn]) -> None:
    given, drawn = made
    texts = drawn.texts
    assert drawn_from(given, SEED).texts == texts
    assert issue(given, SEED, drawn, texts) == issue(given, SEED, drawn, texts)


def test_an_impossible_draw_is_told_with_its_counts_and_what_opens_it() -> None:
    drawn = drawn_from(frozen(small.roster([3, 3]), small.rules(maximum=1)), SEED)
    told = read_refusal(drawn.texts["no-draw.json"])
    assert (drawn.is_drawn, bool(told.cuts), bool(told.relaxations)) == (False, True, True)
    assert all(cut.needed > cut.available for cut in told.cuts)


def test_counts_of_additional_reviewers_are_told_so_that_they_can_be_made_again() -> None:
    listed = small.roster([3, 3], reviewed=(1, 0))
    states = tuple(replace(s, party=frozenset({"c"} if s.code == "A1" else ())) for s in listed.states)
    lacking = Roster(("c",), states)
    told = read_refusal(drawn_from(frozen(lacking, small.rules(0, 3)), SEED).texts["no-draw.json"])
    assert (told.cuts, len(told.ends)) == ((), 1)
    assert told.ends[0]["stage"] == "barred"
    assert told.ends[0]["barred"] == {
        "reviewed": "A1",
        "side": "other",
        "limit": 4,
        "lacking": [{"reviewer": code, "instruments": ["c"]} for code in ("B1", "B2", "B3")],
    }


def test_what_all_reviews_ask_for_is_told_as_one_count() -> None:
    listed = small.roster([3, 3], reviewed=(2, 1))
    parties = {"A1": "c", "A2": "c", "A3": "c", "B1": "c", "B2": "c"}
    lacking = Roster(("c",), tuple(replace(s, party=frozenset(parties.get(s.code, ""))) for s in listed.states))
    bounds = tuple(replace(s, maximum=1) if s.code in ("B1", "B2") else s for s in lacking.states)
    told = read_refusal(
        drawn_from(frozen(replace(lacking, states=bounds), small.rules(0, 4)), SEED).texts["no-draw.json"]
    )
    asked = [count for end in told.ends for count in end["asked"]]
    assert [(count["needed"], count["available"], count["states"]) for count in asked] == [(3, 2, ["B1", "B2"])]
    assert [len(count["demands"]) for count in asked] == [3]


def test_the_tables_count_every_seat_once(made: tuple[Frozen, Drawn]) -> None:
    given, drawn = made
    assert drawn.draw is not None
    seats = drawn.draw.seats
    tables = tables_of(given.roster, given.rules, seats, drawn.draw.instruments)
    assert tables.matrix.total == len(seats) == 22
    assert [(number, len(states)) for number, states in tables.histogram if states] == [
        (number, count)
        for number in range(4)
        if (count := sum(load == number for load in drawn.draw.loads(given.roster).values()))
    ]
    own = tables.matrix.counts[0][0] + tables.matrix.counts[1][1]
    assert own == sum(seat.side is Side.OWN for seat in seats)
    reviewed = next(around for around in tables.around if around.state.code == "A1")
    assert [place.reviewer.code for place in reviewed.reviewers] == [
        seats[Seat("A1", Side.OTHER)],
        seats[Seat("A1", Side.OWN)],
    ]


def test_pictures_are_sound_svg_without_styles_and_name_themselves(made: tuple[Frozen, Drawn]) -> None:
    given, drawn = made
    assert drawn.draw is not None
    tables = tables_of(given.roster, given.rules, drawn.draw.seats, drawn.draw.instruments)
    for picture in (matrix_picture(tables.matrix), histogram_picture(tables), *map(map_picture, tables.around)):
        root = ET.fromstring(picture)  # noqa: S314 - our own picture
        assert root[0].tag.endswith("title")
        assert root[0].text
        assert "style" not in picture


def test_a_rehearsal_says_so_in_every_file_for_people(made: tuple[Frozen, Drawn], tmp_path: Path) -> None:
    given, drawn = made
    issued = issue(given, SEED, drawn, drawn.texts)
    page = issued["index.html"].decode()
    assert page.count("REHEARSAL: this draw decides nothing.") == 1
    assert "A draw &lt;among&gt; five &amp; six" in page
    assert "rehearsal" in drawn.texts["result.csv"].splitlines()[0]
    path = tmp_path / "tables.pdf"
    path.write_bytes(issued["tables.pdf"])
    read = pypdf.PdfReader(path)
    assert "REHEARSAL" in read.pages[0].extract_text()
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_a_name_that_no_font_can_set_is_refused_by_name() -> None:
    listed = small.roster([3, 3])
    strange = Roster(listed.instruments, (*listed.states[:-1], replace(listed.states[-1], name="\u0e01\u0e02")))
    given = frozen(strange, small.rules())
    drawn = drawn_from(given, SEED)
    with pytest.raises(UnfitInput, match=r"^No print can be made of it: "):
        issue(given, SEED, drawn, drawn.texts)


def test_events_are_a_chain() -> None:
    text = with_event(
        with_event("", Event("published", "2031-05-02T10:00:00Z")), Event("drawn", "2031-05-03T10:00:00Z")
    )
    assert [event.what for event in read_events(text)] == ["published", "drawn"]
    with pytest.raises(UnfitInput, match=r"line 2: the line before it"):
        read_events(text.replace("published", "unpublished"))


@pytest.mark.parametrize("case", small.CASES[:6], ids=lambda case: case.name)
def test_exact_chances_are_those_of_all_draws(case: small.Case) -> None:
    listed = every_draw(case.problem)
    assert listed is not None
    assert sorted(listed) == sorted(small.enumerate_draws(case.problem))
    told = odds(case.roster, case.rules, Keys("", "", "rehearsal:"), samples=10)
    assert (told.is_exact, told.of) == (True, case.draws)
    counts = dict.fromkeys(((c.seat, c.reviewer) for c in told.chances), 0)
    for draw in listed:
        for seat, who in problem_of(case.roster, case.rules).named(draw).items():
            counts[seat, who] += 1
    assert {(c.seat, c.reviewer): c.per_million for c in told.chances} == {
        pair: 10**6 * count // case.draws for pair, count in counts.items()
    }


def test_a_draw_too_large_to_list_is_estimated_with_its_error() -> None:
    listed, given = small.roster([8, 8]), small.rules()
    assert every_draw(problem_of(listed, given), nodes=1000) is None
    told = odds(listed, given, Keys("", "", "rehearsal:"), samples=20)
    assert (told.is_exact, told.of) == (False, 20)
    assert {chance.per_million % 50_000 for chance in told.chances} == {0}

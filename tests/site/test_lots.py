"""The pages of draws: what everybody sees, what is held back, what an officer publishes, and how much it costs."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from playwright.sync_api import Page

from rapporteur.lots import actions
from rapporteur.lots.actions import PublicationEntry, SeedEntry
from rapporteur.lots.files.recount import recount
from rapporteur.lots.models import Ceremony, Drawing
from rapporteur.lots.queries.folders import draw_of, folder_of
from rapporteur.lots.terms import CeremonyMode, DrawingKind, Seat, Side
from rapporteur.people.models import Person

DATA = Path(__file__).parents[2] / "data" / "lots"
ROSTER = (DATA / "invented-roster.csv").read_text(encoding="utf-8")
RULES = (DATA / "invented-rules.yaml").read_text(encoding="utf-8")
AT = dt.datetime(2031, 5, 2, 10, tzinfo=dt.UTC)
SMALL = "code,group\n" + "".join(f"{group}{n},Group {group}\n" for group in "AB" for n in (1, 2, 3))


def published(key: str = "first", *, roster: str = ROSTER, **more: object) -> Drawing:
    entry = PublicationEntry(**{"title": f"The {key} draw", "roster": roster, "rules": RULES, "key": key, **more})
    return actions.publish(entry, by="officer@example.org", at=AT)


def drawn(key: str = "first", **more: object) -> Drawing:
    seed = SeedEntry(f"31415926535897932384-{key}")
    later = AT + dt.timedelta(days=1)
    seeded = actions.enter_seed(published(key, **more), seed, by="officer@example.org", at=later)
    return actions.draw(seeded, by="officer@example.org", at=later)


def text(client: Client, address: str, *, language: str = "en", status: int = 200) -> str:
    response = client.get(address, headers={"accept-language": language})
    assert response.status_code == status, (address, response.status_code)
    return response.content.decode()


@pytest.fixture
def officer(client: Client, db: None) -> Client:
    client.force_login(Person.objects.create_user("officer@example.org", is_officer=True))
    return client


@pytest.mark.django_db
def test_the_list_has_the_last_draw_first_and_marks_rehearsals(client: Client) -> None:
    assert "No draw has been published here." in text(client, "/lots/")
    published("first")
    published("second", rehearsal=True)
    page = text(client, "/lots/")
    assert page.index("The second draw") < page.index("The first draw")
    assert page.count("Rehearsal</span>") == 1


@pytest.mark.django_db
def test_a_draw_shows_each_seat_its_pictures_with_tables_and_its_digests(client: Client) -> None:
    made = drawn()
    page = text(client, "/lots/first/")
    seats = draw_of(made).seats
    assert f"/lots/first/states/{seats[Seat('BEL', Side.OTHER)]}/" in page
    assert page.count("<svg") == 2
    assert [word in page for word in (made.roster_digest, made.rules_digest, made.publication_digest, made.seed)] == [
        True
    ] * 4
    assert "<script" not in page
    assert "style=" not in page


@pytest.mark.django_db
def test_a_draw_that_is_only_published_shows_no_seats(client: Client) -> None:
    published()
    page = text(client, "/lots/first/")
    assert ("Published, not drawn" in page, "Who reviews whom" in page) == (True, False)
    assert "result.csv" not in page
    assert "BEL (annex-b)" in page


@pytest.mark.django_db
def test_a_state_has_a_map_and_says_the_same_in_tables(client: Client) -> None:
    made = drawn()
    page = text(client, "/lots/first/states/BEL/")
    reviewers = [who for seat, who in draw_of(made).seats.items() if seat.reviewed == "BEL"]
    assert all(page.count(f"/lots/first/states/{who}/") >= 1 for who in reviewers)
    assert page.count("<svg") == 1
    assert "is not on the roster" in text(client, "/lots/first/states/ZZZ/", status=404)
    assert "There is no draw" in text(client, "/lots/nowhere/", status=404)


@pytest.mark.django_db
def test_the_archive_and_single_files_are_those_of_the_folder(client: Client) -> None:
    made = drawn()
    archive = client.get("/lots/first/folder.zip")
    with zipfile.ZipFile(io.BytesIO(archive.content)) as packed:
        files = {name.removeprefix("first/"): packed.read(name) for name in packed.namelist()}
    assert files == folder_of(made)
    assert recount(files) == []
    assert client.get("/lots/first/folder.zip").content == archive.content
    for name, content in files.items():
        single = client.get(f"/lots/first/files/{name}")
        assert (single.content, single["Content-Disposition"]) == (content, f'attachment; filename="{name}"')
    assert client.get("/lots/first/files/../settings.py").status_code == 404


@pytest.mark.django_db
def test_what_is_being_revealed_in_the_room_is_held_back(client: Client) -> None:
    made = drawn()
    Ceremony.objects.create(drawing=made, mode=CeremonyMode.REVEAL, agenda=["BEL"], opened_at=AT)
    page = text(client, "/lots/first/")
    assert ("is being revealed in the room" in page, "Who reviews whom" in page) == (True, False)
    for address in ("states/BEL/", "folder.zip", "files/result.csv", "files/record.json", "files/index.html"):
        assert "is being revealed in the room" in text(client, f"/lots/first/{address}", status=404)
    assert client.get("/lots/first/files/roster.csv").status_code == 200


@pytest.mark.django_db
def test_year_groups_are_shown_year_by_year(client: Client) -> None:
    drawn(kind=DrawingKind.YEARS)
    page = text(client, "/lots/first/")
    assert [f"Year {number}</h2>" in page for number in (1, 2, 3, 4)] == [True, True, True, False]


@pytest.mark.django_db
def test_the_number_of_queries_is_the_same_for_small_and_large_draws(client: Client) -> None:
    counts = []
    for key, roster in (("small", SMALL), ("large", ROSTER)):
        rules = "format: lots-rules/1\n" if roster == SMALL else RULES
        drawn(key, roster=roster, rules=rules)
        code = "A1" if roster == SMALL else "BEL"
        for address in ("", f"states/{code}/", "files/result.csv", "folder.zip"):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(f"/lots/{key}/{address}").status_code == 200
            counts.append(len(queries))
    with CaptureQueriesContext(connection) as queries:
        client.get("/lots/")
    assert (counts[:4], len(queries)) == (counts[4:], 1)


def test_an_officer_publishes_a_draw_of_files_and_is_told_what_is_wrong(officer: Client) -> None:
    def send(**changed: object) -> object:
        files = {
            "roster": SimpleUploadedFile("roster.csv", ROSTER.encode()),
            "rules": SimpleUploadedFile("rules.yaml", RULES.encode()),
        }
        return officer.post("/desk/lots/publish/", {"title": "First", "kind": "draw", **files, **changed})

    assert officer.get("/desk/lots/publish/").status_code == 200
    assert send(title="").status_code == 422
    assert "UTF-8" in send(rules=SimpleUploadedFile("rules.yaml", b"\xff")).content.decode()
    assert "lots-rules/1" in send(rules=SimpleUploadedFile("rules.yaml", b"format: lots-rules/9")).content.decode()
    assert not Drawing.objects.exists()
    response = send(seed_sources="dice\nbeacon")
    assert (response.status_code, response["Location"]) == (302, "/lots/first/")
    assert "beacon" in Drawing.objects.get().publication


def test_an_officer_records_requests_that_lots_be_repeated(officer: Client) -> None:
    drawn()
    rows = {"form-TOTAL_FORMS": "4", "form-INITIAL_FORMS": "0"}
    rows |= {f"form-{n}-side": "own" for n in range(4)}
    assert officer.get("/desk/lots/first/redraw/").status_code == 200
    refused = officer.post("/desk/lots/first/redraw/", rows)
    assert (refused.status_code, "Name the seats" in refused.content.decode()) == (422, True)
    unknown = officer.post("/desk/lots/first/redraw/", {**rows, "form-0-reviewed": "ZZZ", "form-0-reason": "x"})
    assert (unknown.status_code, "There is no seat ZZZ/own" in unknown.content.decode()) == (422, True)
    sent = officer.post("/desk/lots/first/redraw/", {**rows, "form-0-reviewed": "BEL", "form-0-reason": "No capacity."})
    assert sent.status_code == 302
    assert Drawing.objects.get(follows__key="first").purpose == "redraw:BEL:1"


@pytest.mark.django_db
def test_nobody_else_publishes(client: Client) -> None:
    published()
    for address in ("/desk/lots/publish/", "/desk/lots/first/redraw/"):
        assert client.get(address).status_code == 302
    client.force_login(Person.objects.create_user("stranger@example.org"))
    for address in ("/desk/lots/publish/", "/desk/lots/first/redraw/"):
        assert client.post(address, {}).status_code == 403


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_pages_keep_nobody_out_and_fit_a_telephone(
    page: Page, accessibility_faults: Callable[[Page], list[str]], language: str
) -> None:
    drawn()
    page.context.set_extra_http_headers({"Accept-Language": language})
    page.set_viewport_size({"width": 360, "height": 800})
    for address in ("/lots/", "/lots/first/", "/lots/first/states/BEL/"):
        page.goto(address)
        assert (address, accessibility_faults(page)) == (address, [])
        assert (address, page.evaluate("document.documentElement.scrollWidth")) == (address, 360)


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_page_of_the_folder_stands_alone_and_keeps_nobody_out(
    page: Page, accessibility_faults: Callable[[Page], list[str]], tmp_path: Path
) -> None:
    path = tmp_path / "index.html"
    path.write_bytes(folder_of(drawn())["index.html"])
    page.set_viewport_size({"width": 360, "height": 800})
    page.set_content(path.read_text(encoding="utf-8"))
    assert accessibility_faults(page) == []
    assert page.locator("script, link, img").count() == 0
    assert page.locator("details svg").count() == 20

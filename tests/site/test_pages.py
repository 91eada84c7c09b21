"""What each page says of the invented conference, read without a browser."""

import datetime as dt
import re

import pytest
from django.test import Client

import cast
from cast import Cast
from rapporteur.documents.models import Document
from rapporteur.documents.terms import DocumentType
from rapporteur.search.actions import rebuild

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown() -> Cast:
    made = cast.conference()
    rebuild()
    return made


def words(client: Client, address: str, *, language: str = "en", status: int = 200) -> str:
    """Return the text of a page's main part, its white space made single."""
    response = client.get(address, headers={"accept-language": language})
    assert response.status_code == status
    main = response.content.decode().partition("<main")[2].partition("</main>")[0]
    text = re.sub(r"<[^>]*>", " ", re.sub(r"<wbr>", "", main)).partition(">")[2]
    return re.sub(r"\s+", " ", text).strip()


def test_the_first_page_goes_straight_to_the_only_conference(client: Client, shown: Cast) -> None:
    assert client.get("/").headers["Location"] == "/metc-cop/"


def test_the_first_page_lists_conferences_when_there_are_several(client: Client, shown: Cast) -> None:
    cast.Conference.objects.create(key="other", name=cast.text("Other conference"), symbol_root="OTHER/COP")
    page = words(client, "/")
    assert "Smuggling of Meteorites" in page
    assert "Other conference" in page


def test_an_empty_register_says_how_to_fill_it(client: Client) -> None:
    assert "rapporteur register load" in words(client, "/")


def test_a_conference_shows_its_next_and_last_session_and_its_bodies(client: Client, shown: Cast) -> None:
    page = words(client, "/metc-cop/")
    assert re.search(r"Next session Fourth session Port Halley, 7–11 October 2030 Scheduled", page)
    assert re.search(r"Last session Third session Port Halley, 10–14 October 2016 Held", page)
    assert "Working Group on Customs Controls METC/COP/WG.1" in page


def test_a_session_shows_agenda_documents_by_item_officers_and_the_source_followed(client: Client, shown: Cast) -> None:
    page = words(client, "/metc-cop/sessions/cop-3/")
    assert "Item 2. Review of the implementation of the Convention" in page
    assert "METC/COP/2016/1" in page.partition("Item 2.")[2]
    assert "President: Bram Oake ( Belmark )" in page
    assert "gazette gives the year as 2017; yearbook gives 2016 The register follows “yearbook”." in page
    assert "Report METC/COP/2016/9" in page


def test_a_document_sent_to_a_session_stands_under_the_item_it_was_sent_to(client: Client, shown: Cast) -> None:
    page = words(client, "/metc-cop/sessions/cop-4/")
    assert re.search(r"Item 2 .* METC/COP/WG\.1/2017/4", page)


def test_a_body_names_the_mandates_of_its_history(client: Client, shown: Cast) -> None:
    page = words(client, "/metc-cop/bodies/customs/")
    assert "Interim, Decision 1/2 Constant element of the Conference, Resolution 3/1" in page
    assert "Interim Group on Customs Former name, until 5 October 2012" in page
    assert "Chair: Ada Quill ( Arvonia )" in page


def test_a_mandate_shows_each_provision(client: Client, shown: Cast) -> None:
    page = words(client, "/metc-cop/mandates/resolution/3/1/")
    assert "Paragraph 3: Asks for a meeting" in page
    assert "Every year" in page
    assert "Due Fourth session" in page


def test_a_meeting_shows_its_neighbour_its_report_and_where_that_goes(client: Client, shown: Cast) -> None:
    page = words(client, "/metc-cop/meetings/customs/customs-2017/")
    assert "Reports to Fourth session , Resolution 3/1" in page
    assert "Report METC/COP/WG.1/2017/4 Issued" in page
    assert "Back to back with First meeting, Working Group on Cosmic Dust , 12 and 13 April 2017" in page


def test_a_meeting_tells_everything_that_was_said_of_it(client: Client, shown: Cast) -> None:
    page = words(client, "/metc-cop/meetings/dust/dust-2018/")
    assert "Scheduled as of 10 January 2018 Postponed as of 2 April 2018" in page


def test_a_calendar_keeps_to_its_year_and_body(client: Client, shown: Cast) -> None:
    rows = re.findall(r"\b(?:First|Second) meeting", words(client, "/metc-cop/meetings/?year=2017&body=dust"))
    assert rows == ["First meeting"]


def test_a_meeting_whose_days_are_not_known_stands_in_its_window(client: Client, shown: Cast) -> None:
    assert "between 4 and 8 June 2018" in words(client, "/metc-cop/meetings/?year=2018")


def test_a_document_shows_versions_chain_and_destination(client: Client, shown: Cast) -> None:
    page = words(client, "/documents/METC/COP/WG.1/2017/1")
    assert "METC/COP/WG.1/2017/1/Corr.1 Corrects METC/COP/WG.1/2017/1 (FR)" in page
    report = words(client, "/documents/METC/COP/WG.1/2017/4")
    assert "Goes before Fourth session Item 2 under Resolution 3/1" in report
    assert "No version recorded in: Arabic, Chinese, Russian, Spanish" in report


def test_a_document_has_an_address_in_each_of_its_languages(client: Client, shown: Cast) -> None:
    page = words(client, "/documents/METC/COP/WG.1/2017/1/fr")
    assert "Permanent address: /documents/METC/COP/WG.1/2017/1/fr" in page


def test_a_version_that_is_not_there_is_said_to_be_missing(client: Client, shown: Cast) -> None:
    page = words(client, "/documents/METC/COP/WG.1/2017/4/ar", status=404)
    assert "The register has no version of METC/COP/WG.1/2017/4 in Arabic." in page


def test_a_reissued_symbol_leads_to_its_document(client: Client, shown: Cast) -> None:
    assert "METC/COP/WG.1/2017/1" in words(client, "/documents/METC/COP/WG.1/2017/1*")


def test_a_symbol_that_is_not_there_is_offered_to_search(client: Client, shown: Cast) -> None:
    response = client.get("/documents/METC/COP/2099/1")
    assert response.status_code == 404
    assert 'value="METC/COP/2099/1"' in response.content.decode()


def test_a_document_without_a_symbol_is_found_by_its_key(client: Client, shown: Cast) -> None:
    Document.objects.create(conference=shown.conference, key="a-paper", type=DocumentType.OTHER)
    assert "a-paper Other document (title not known)" in words(client, "/metc-cop/documents/a-paper/")


def test_documents_are_narrowed_by_type_year_and_body(client: Client, shown: Cast) -> None:
    page = words(client, "/metc-cop/documents/?type=report&year=2017&body=customs")
    assert re.findall(r"METC/COP/\S+", page) == ["METC/COP/WG.1/2017/4"]


def test_pages_of_documents_follow_each_other_without_a_gap(client: Client, shown: Cast) -> None:
    day = dt.date(2018, 1, 1)
    for number in range(120):
        key = f"METC/COP/2018/{number}"
        date = day if number % 3 else None
        Document.objects.create(conference=shown.conference, key=key, symbol=key, type=DocumentType.OTHER, date=date)
    seen: list[str] = []
    address = "?"
    while address:
        page = client.get(f"/metc-cop/documents/{address}").content.decode()
        seen += re.findall(r'<th scope="row"><a href="/documents/([^"]*)"', page)
        following = re.search(r'rel="next" href="([^"]*)"', page)
        address = following[1].replace("&amp;", "&") if following else ""
    assert sorted(seen) == sorted(Document.objects.values_list("key", flat=True))


def test_pages_of_meetings_follow_each_other_without_a_gap(client: Client, shown: Cast) -> None:
    dust = shown.bodies["dust"]
    for number in range(3, 120):
        day = dt.date(2015, 1, 1 + number // 10)
        cast.Meeting.objects.create(
            body=dust, key=f"d-{number}", ordinal=number, year=2015, starts_on=day if number % 4 else None
        )
    seen: list[str] = []
    address = "?year=2015&body=dust"
    while address:
        page = client.get(f"/metc-cop/meetings/{address}").content.decode()
        seen += re.findall(r'href="/metc-cop/meetings/dust/([^"]*)/"', page)
        following = re.search(r'rel="next" href="([^"]*)"', page)
        address = following[1].replace("&amp;", "&") if following else ""
    assert sorted(seen) == sorted(f"d-{number}" for number in range(3, 120))


def test_what_is_not_known_of_a_party_is_not_said_to_be_no(client: Client, shown: Cast) -> None:
    page = words(client, "/metc-cop/parties/?group=western")
    assert re.search(r"Jorvik Coast Western States Signatory, not party not known", page)
    assert re.search(r"Kelmond Western States Withdrawn not known", page)
    assert re.search(r"Lorinth Western States not known not known", page)
    assert "Arvonia" not in page.partition("</form>")[2]


def test_a_party_shows_its_status_with_the_day_a_source_showed_it(client: Client, shown: Cast) -> None:
    assert "Party since 15 January 2003 as of 31 December 2019" in words(client, "/metc-cop/parties/XAR/")


def test_a_text_missing_in_the_readers_language_is_marked(client: Client, shown: Cast) -> None:
    page = client.get("/metc-cop/bodies/origins/", headers={"accept-language": "fr"}).content.decode()
    assert '<bdi lang="en" dir="ltr">Expert Group on the Origin of Meteorites</bdi>' in page
    assert '<span class="absent">non disponible en français</span>' in page


def test_a_provisional_text_stands_in_square_brackets(client: Client, shown: Cast) -> None:
    assert "[Groupe de travail sur la poussière cosmique]" in words(client, "/metc-cop/bodies/dust/", language="fr")


def test_dates_and_ordinals_are_those_of_the_readers_language(client: Client, shown: Cast) -> None:
    assert "Quatrième session Port-Halley, 7-11 octobre 2030" in words(client, "/metc-cop/", language="fr")


def test_every_record_names_its_sources(client: Client, shown: Cast) -> None:
    for address in (
        "/metc-cop/sessions/cop-3/",
        "/metc-cop/bodies/customs/",
        "/metc-cop/mandates/resolution/3/1/",
        "/metc-cop/meetings/customs/customs-2017/",
        "/documents/METC/COP/WG.1/2017/1",
        "/metc-cop/parties/XAR/",
    ):
        assert "Yearbook of the Office for Meteorites" in words(client, address), address


def test_sources_say_how_much_rests_on_them_and_where_they_disagree(client: Client, shown: Cast) -> None:
    page = words(client, "/metc-cop/sources/")
    assert "gazette Gazette of Port Halley 1" in page
    assert "Session metc-cop/cop-3 gazette gives the year as 2017" in page


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("METC/COP/WG.1/2017/4", "/documents/METC/COP/WG.1/2017/4"),
        ("3/1", "/metc-cop/mandates/resolution/3/1/"),
        ("wg.2", "/metc-cop/bodies/dust/"),
        ("controls custom", "/metc-cop/bodies/customs/"),
        ("contrôle douanier", "/metc-cop/bodies/customs/"),
        ("المراقبة", "/metc-cop/bodies/customs/"),
        ("arvonia", "/metc-cop/parties/XAR/"),
        ("ouverture session", "/metc-cop/sessions/cop-3/"),
    ],
)
def test_search_finds_words_of_any_language_and_symbols(client: Client, shown: Cast, query: str, answer: str) -> None:
    page = client.get("/search/", {"q": query}).content.decode()
    assert f'href="{answer}"' in page.partition("<main")[2]


def test_search_marks_the_words_it_found(client: Client, shown: Cast) -> None:
    page = client.get("/search/", {"q": "opening"}).content.decode()
    assert "<mark>Opening</mark> of the session" in page


def test_search_that_finds_nothing_says_what_to_try(client: Client, shown: Cast) -> None:
    assert "Nothing in the register answers “zzz”." in words(client, "/search/?q=zzz")


@pytest.mark.parametrize("query", ['"', "'", "\\", "a OR", "NEAR(", "*", "x" * 5000, "%", "عـ", "会"])
def test_no_query_breaks_the_search(client: Client, shown: Cast, query: str) -> None:
    assert client.get("/search/", {"q": query}).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/metc-cop/meetings/?year=99999999999&after=x.y&body=nobody",
        "/metc-cop/meetings/?after=2017-13-01.1",
        "/metc-cop/meetings/?after=2017-01-01.999999999999999999999",
        "/metc-cop/documents/?year=0&type=x&body=x&session=x&after=x",
        "/metc-cop/documents/?after=~",
        "/metc-cop/documents/?year=²",
        "/metc-cop/parties/?after=x&group=x&instrument=x",
        "/metc-cop/mandates/?after=x",
        "/metc-cop/sources/yearbook/?after=99999999999999999999",
        "/search/?q=a&kind=x&conference=x",
    ],
)
def test_an_address_that_asks_for_nonsense_is_answered(client: Client, shown: Cast, address: str) -> None:
    assert client.get(address).status_code == 200


def test_the_draft_of_a_day_that_is_no_day_says_what_to_write(client: Client, shown: Cast) -> None:
    page = words(client, "/metc-cop/drafts/note/?as-of=2020-02-30", status=400)
    assert "“2020-02-30” is not a day; write year-month-day, as in 2020-07-01." in page


def test_a_draft_reads_as_of_the_day_and_cites_with_links(client: Client, shown: Cast) -> None:
    page = client.get("/metc-cop/drafts/note/?session=cop-4&as-of=2019-07-01&language=en").content.decode()
    assert '<article class="document" lang="en" dir="ltr">' in page
    assert 'href="/documents/METC/COP/WG.1/2017/4"' in page


@pytest.mark.parametrize(
    ("suffix", "start"),
    [("txt", b""), ("html", b"<!DOCTYPE html>"), ("docx", b"PK"), ("pdf", b"%PDF"), ("xml", b"<?xml")],
)
def test_a_draft_is_had_as_a_file_in_each_format(client: Client, shown: Cast, suffix: str, start: bytes) -> None:
    answer = client.get(f"/metc-cop/drafts/note/file.{suffix}?session=cop-4&as-of=2019-07-01&language=en")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == f'attachment; filename="note-cop-4.2019-07-01.en.{suffix}"'
    assert answer.content.startswith(start)


def test_an_unknown_format_says_which_there_are(client: Client, shown: Cast) -> None:
    assert "txt, html, docx, pdf, xml" in words(client, "/metc-cop/drafts/note/file.odt", status=404)


def test_a_reader_chooses_the_language_and_it_is_kept(client: Client, shown: Cast) -> None:
    answer = client.post("/language/", {"language": "ar", "next": "/metc-cop/bodies/"})
    assert answer.headers["Location"] == "/metc-cop/bodies/"
    page = client.get("/metc-cop/bodies/").content.decode()
    assert '<html lang="ar" dir="rtl">' in page


def test_pages_carry_no_script_and_refuse_what_comes_from_elsewhere(client: Client, shown: Cast) -> None:
    answer = client.get("/metc-cop/")
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "style=" not in answer.content.decode()
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("address", ["/metc-cop/sources/?after=%00", "/documents/METC/%00", "/search/?q=%00"])
def test_an_address_that_cannot_be_read_is_refused(client: Client, address: str) -> None:
    assert "The request cannot be read" in words(client, address, status=400)
    in_arabic = client.get(address, headers={"accept-language": "ar"})
    assert (in_arabic.status_code, in_arabic.headers["Content-Language"]) == (400, "ar")
    assert "default-src 'none'" in in_arabic.headers["Content-Security-Policy"]
    assert "The request cannot be read" in words(client, address, status=400)


def test_each_language_is_offered_by_its_own_name(client: Client, shown: Cast) -> None:
    page = client.get("/metc-cop/", headers={"accept-language": "fr"}).content.decode()
    assert re.findall(r'name="language" [^>]*>([^<]*)<', page) == [
        "العربية", "中文", "English", "Français", "Русский", "Español",
    ]  # fmt: skip

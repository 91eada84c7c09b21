"""Every page in a real browser: without JavaScript, with a screen reader, on a narrow screen, from right to left."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

import cast
from rapporteur.search.actions import rebuild

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = [
    "/metc-cop/",
    "/metc-cop/sessions/",
    "/metc-cop/sessions/cop-3/",
    "/metc-cop/bodies/",
    "/metc-cop/bodies/customs/",
    "/metc-cop/mandates/",
    "/metc-cop/mandates/resolution/3/1/",
    "/metc-cop/meetings/?year=2017",
    "/metc-cop/meetings/customs/customs-2017/",
    "/metc-cop/documents/",
    "/documents/METC/COP/WG.1/2017/1/fr",
    "/metc-cop/parties/",
    "/metc-cop/parties/XAR/",
    "/metc-cop/owed/",
    "/metc-cop/drafts/",
    "/metc-cop/drafts/note/?session=cop-4&as-of=2019-07-01&language=en",
    "/metc-cop/sources/",
    "/metc-cop/sources/yearbook/",
    "/search/?q=customs",
    "/metc-cop/bodies/nobody/",
]


@pytest.fixture(autouse=True)
def _shown() -> None:
    cast.conference()
    rebuild()


def read_in(page: Page, language: str) -> None:
    """Choose the language of the pages as the form at their foot does."""
    page.goto("/")
    page.locator(f".languages button[value={language}]").click()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_page_keeps_anybody_out(
    page: Page, accessibility_faults: Callable[[Page], list[str]], language: str
) -> None:
    read_in(page, language)
    faults = {}
    for address in PAGES:
        page.goto(address)
        assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
        faults[address] = accessibility_faults(page)
    assert {address: found for address, found in faults.items() if found} == {}


@pytest.mark.parametrize("language", ["en", "ar", "ru"])
def test_no_page_is_wider_than_a_narrow_screen(page: Page, language: str) -> None:
    read_in(page, language)
    page.set_viewport_size({"width": 360, "height": 740})
    wider = []
    for address in PAGES:
        page.goto(address)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wider.append(address)
    assert wider == []


def test_arabic_is_laid_out_from_right_to_left(page: Page) -> None:
    read_in(page, "ar")
    page.goto("/metc-cop/bodies/customs/")
    middle = 640
    heading = page.locator("h1").bounding_box()
    search = page.locator("#find-text").bounding_box()
    assert heading is not None
    assert search is not None
    assert heading["x"] + heading["width"] > middle * 1.7
    assert search["x"] < middle
    direction = page.locator(".symbol").first.evaluate("element => getComputedStyle(element).direction")
    assert direction == "ltr"


def test_a_reader_without_javascript_narrows_searches_and_changes_language(
    browser: Browser, live_server: LiveServer
) -> None:
    context = browser.new_context(base_url=live_server.url, locale="en", java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.get_by_role("link", name="Documents", exact=True).click()
    page.get_by_label("Type").select_option("report")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="METC/COP/WG.1/2017/4").click()
    assert page.get_by_role("heading", level=1).inner_text() == "METC/COP/WG.1/2017/4"
    page.get_by_label("Search the register").fill("3/1")
    page.get_by_role("button", name="Search").first.click()
    page.get_by_role("link", name="Resolution 3/1").click()
    page.get_by_role("button", name="Français").click()
    assert page.locator("html").get_attribute("lang") == "fr"
    assert page.get_by_role("heading", level=1).inner_text() == "Résolution 3/1"
    context.close()


def test_a_reader_without_javascript_reads_a_draft_as_of_a_day_and_takes_it_along(
    browser: Browser, live_server: LiveServer
) -> None:
    context = browser.new_context(base_url=live_server.url, locale="en", java_script_enabled=False)
    page = context.new_page()
    page.goto("/metc-cop/drafts/note/")
    page.get_by_label("As it would read on").fill("2019-07-01")
    page.get_by_role("button", name="Show").click()
    assert "1 July 2019" in page.locator("article.document").inner_text()
    with page.expect_download() as download:
        page.get_by_role("link", name="DOCX").click()
    assert download.value.suggested_filename == "note-cop-4.2019-07-01.en.docx"
    context.close()


def test_everything_a_page_loads_stays_small(page: Page) -> None:
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(len(response.body())))
    page.goto("/metc-cop/documents/")
    page.wait_for_load_state("networkidle")
    assert sizes[0] < 60_000
    assert sum(sizes[1:]) < 150_000

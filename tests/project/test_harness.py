"""The ground the other tests stand on: the database is the one asked for, browser and office are real."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from playwright.sync_api import Browser


@pytest.mark.django_db
def test_the_database_is_the_one_that_was_asked_for(request: pytest.FixtureRequest) -> None:
    assert connection.vendor == request.config.option.database


@pytest.mark.browser
def test_the_browser_is_a_real_chromium(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<title>Plenary</title><p>ok</p>")
    assert page.title() == "Plenary"
    assert "Chrome" in page.evaluate("navigator.userAgent")
    page.close()


@pytest.mark.office
def test_the_office_opens_and_the_reader_of_pdf_reads(
    tmp_path: Path, convert: Callable[[Path, str], Path], text_of_pdf: Callable[[Path], str]
) -> None:
    source = tmp_path / "note.txt"
    source.write_text("Plenary meeting", encoding="utf-8")
    assert text_of_pdf(convert(source, "pdf")).split() == ["Plenary", "meeting"]

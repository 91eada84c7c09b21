"""The images that the documentation shows are taken here, of the invented conference: `make docs` writes them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

import cast


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_page_of_a_body_can_be_shown(page: Page, image: Callable[[str], Path]) -> None:
    shown = cast.conference()
    body = next(iter(shown.bodies.values()))
    page.goto(f"/{shown.conference.key}/bodies/{body.key}/")
    assert page.locator("h1").count() == 1
    assert image("body").read_bytes().startswith(b"\x89PNG")

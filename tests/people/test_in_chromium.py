"""The way in, in a real browser: a link, a password, an authenticator or a passkey, codes, and ending sign-ins."""

import re
from collections.abc import Callable, Iterator

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from people.mailbox import Box
from people.mailbox import mailbox as mailbox  # noqa: PLC0414 - a fixture, given on
from people.test_inviting import GOOD, address
from people.test_nominating import OFFICER, named, nominee, note
from rapporteur.people.actions.inviting import invite

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
EMAIL = "ana@justice.example"
Faults = Callable[[Page], list[str]]


@pytest.fixture
def link(mailbox: Box) -> str:
    person = named(nominee(), note()).person
    invite(person, address=address, by=OFFICER, at=timezone.now())
    return f"/in/{mailbox.secret()}"


@pytest.fixture
def person_page(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """Return a page at "localhost", the only name without TLS under which a browser offers passkeys."""
    place = live_server.url.replace("127.0.0.1", "localhost")
    context: BrowserContext = browser.new_context(base_url=place, locale="en", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(60_000)
    failures: list[str] = []
    context.on("weberror", lambda error: failures.append(str(error.error)))
    page = context.new_page()
    page.on("console", lambda said: failures.append(said.text) if "Content Security" in said.text else None)
    yield page
    context.close()
    assert failures == []


def code_now(secret: str) -> str:
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def choose_password(page: Page, link: str) -> None:
    page.goto(link)
    page.get_by_label("Password (required)").fill(GOOD)
    page.get_by_label("The same password again (required)").fill(GOOD)
    page.get_by_role("button", name="Set the password and come in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Second factor")


def sign_in(page: Page) -> None:
    page.goto("/account/login/")
    page.get_by_label("Email").fill(EMAIL)
    page.get_by_label("Password").fill(GOOD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def test_an_authenticator_is_set_up_with_its_codes_and_asked_for_at_the_next_sign_in(
    page: Page, link: str, accessibility_faults: Faults
) -> None:
    choose_password(page, link)
    assert accessibility_faults(page) == []
    page.get_by_role("link", name="Set up an authenticator").click()
    picture = page.locator("img.code")
    assert picture.evaluate("image => image.complete && image.naturalWidth > 0")
    secret = page.locator("#secret").inner_text()
    assert re.fullmatch(r"[A-Z2-7]{16,}", secret)
    page.get_by_label("Code of six digits").fill("000000")
    page.get_by_role("button", name="Finish").click()
    expect(page.locator("#field-code .errorlist")).to_be_visible()
    assert accessibility_faults(page) == []
    page.get_by_label("Code of six digits").fill(code_now(page.locator("#secret").inner_text()))
    page.get_by_role("button", name="Finish").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Codes for an emergency")
    codes = page.locator(".codes li").all_inner_texts()
    assert (len(codes), accessibility_faults(page)) == (10, [])
    with page.expect_download() as download:
        page.get_by_role("link", name="Download").click()
    assert set(codes) <= set(download.value.path().read_text().split())

    page.context.clear_cookies()
    sign_in(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Second factor")
    assert accessibility_faults(page) == []
    page.get_by_label("Code of your authenticator").fill(codes[0])
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page).to_have_url(re.compile("/mine/$"))


def test_a_passkey_is_added_and_signs_in_alone(
    person_page: Page, link: str, settings: Settings, accessibility_faults: Faults
) -> None:
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
    page = person_page
    cdp = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    cdp.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    choose_password(page, link)
    page.get_by_role("link", name="Add a passkey").click()
    assert accessibility_faults(page) == []
    page.get_by_label("Name of the key").fill("My notebook")
    page.get_by_label("Sign in with it alone").check()
    page.get_by_role("button", name="Add the passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Codes for an emergency")
    assert Authenticator.objects.get(type="webauthn").wrap().name == "My notebook"
    page.goto("/account/2fa/webauthn/")
    expect(page.get_by_role("rowheader")).to_contain_text("My notebook")
    assert accessibility_faults(page) == []

    page.context.clear_cookies()
    page.goto("/account/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page).to_have_url(re.compile("/mine/$"))


def test_a_passkey_that_does_not_answer_says_so_on_the_page(person_page: Page, link: str, settings: Settings) -> None:
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
    page = person_page
    cdp = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": False, "automaticPresenceSimulation": True,
    }  # fmt: skip
    cdp.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    choose_password(page, link)
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Name of the key").fill("My notebook")
    page.get_by_label("Sign in with it alone").check()
    page.get_by_role("button", name="Add the passkey").click()
    expect(page.locator("#passkey-fault")).to_be_visible()
    assert Authenticator.objects.count() == 0


def test_sign_ins_are_seen_and_ended(page: Page, browser: Browser, live_server: LiveServer, link: str) -> None:
    choose_password(page, link)
    other = browser.new_context(base_url=live_server.url, locale="en")
    there = other.new_page()
    sign_in(there)
    expect(there.get_by_role("heading", level=1)).to_have_text("Second factor")
    page.goto("/account/sessions/")
    expect(page.get_by_role("rowheader")).to_have_count(2)
    page.get_by_role("button", name="End all the others").click()
    expect(page.get_by_role("rowheader")).to_have_count(1)
    there.goto("/account/sessions/")
    expect(there.get_by_role("heading", level=1)).to_have_text("Sign in")
    other.close()


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_the_way_in_reads_in_other_languages(
    page: Page, link: str, language: str, accessibility_faults: Faults
) -> None:
    choose_password(page, link)
    page.locator(f".languages button[value={language}]").click()
    heading = {"ar": "عامل التحقق الثاني", "fr": "Second facteur"}[language]
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    faults = {}
    for place in ("/account/2fa/", "/account/2fa/totp/activate/", "/account/2fa/webauthn/add/", "/account/sessions/"):
        page.goto(place)
        faults[place] = accessibility_faults(page)
        page.set_viewport_size({"width": 360, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), place
        page.set_viewport_size({"width": 1280, "height": 900})
    assert [place for place, found in faults.items() if found] == []

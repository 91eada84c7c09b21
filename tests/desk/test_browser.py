"""An officer's morning in a real Chromium, without scripts of ours: every step by keyboard and form alone."""

import pytest
from playwright.sync_api import expect

import cast as the_cast
from rapporteur.bodies.models import BodyName
from rapporteur.documents.models import Document
from rapporteur.journal.models import Act
from rapporteur.journal.queries import verify
from rapporteur.languages.terms import Language, Status, Wording
from rapporteur.meetings.models import AgendaItem, Meeting
from rapporteur.people.models import Person
from rapporteur.terminology.actions import with_wording

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "a long enough password"  # noqa: S105 - of an invented officer
NOTE = "/metc-cop/drafts/note/?session=cop-4&as-of=2019-12-01&language=ar"
OURS, OFFICIAL = "فريق الغبار", "الفريق العامل المعني بالغبار الكوني"


@pytest.fixture
def cast():
    """Return the cast with an officer, an agenda for the session, and an Arabic name of ours for the group on dust."""
    found = the_cast.conference()
    Person.objects.create_user("quill@example.org", PASSWORD, name="Ada Quill", is_officer=True)
    AgendaItem.objects.create(
        session=found.sessions["cop-4"], number="1", position=0, title=the_cast.text("Opening of the session")
    )
    name = found.bodies["dust"].names.get()
    name.name = with_wording(name.name, Language.ARABIC, Wording(OURS, Status.PROVISIONAL))
    name.save()
    return found


def sign_in(page):
    page.goto("/desk/")
    page.get_by_label("Email").fill("quill@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Desk")


def test_an_officer_enters_a_meeting_corrects_a_symbol_and_settles_a_name(page, cast, accessibility_faults):
    page.goto(NOTE)
    expect(page.locator(".sheet")).to_contain_text(OURS)
    sign_in(page)

    page.get_by_role("link", name="New meeting").click()
    page.get_by_label("Body (required)").select_option(label="Working Group on Cosmic Dust (dust)")
    page.get_by_label("Ordinal").fill("3")
    page.get_by_label("First day", exact=True).fill("2030-05-08")
    page.get_by_label("Last day", exact=True).fill("2030-05-06")
    page.get_by_role("button", name="Enter in the register").click()
    expect(page.get_by_role("alert")).to_contain_text("The last day is before the first one.")
    assert accessibility_faults(page) == []
    page.get_by_label("Last day", exact=True).fill("2030-05-10")
    page.get_by_role("button", name="Enter in the register").click()
    expect(page.get_by_role("status")).to_contain_text("Entered in the register")
    assert Meeting.objects.get(key="dust-m3").ends_on.isoformat() == "2030-05-10"

    page.goto("/desk/documents/?q=WG.2")
    page.get_by_role("link", name="METC/COP/WG.2/2017/3").click()
    page.get_by_label("Symbol", exact=True).fill("METC/COP/WG.2/17/4")
    page.keyboard.press("Enter")
    fault = page.locator("#field-symbol .errorlist")
    expect(fault).to_contain_text("at position 17, after “METC/COP/WG.2/17”; there is “/4”")
    page.get_by_label("Symbol", exact=True).fill("METC/COP/WG.2/2017/4")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("METC/COP/WG.2/2017/4")
    assert Document.objects.get(symbol="METC/COP/WG.2/2017/4").key == "METC/COP/WG.2/2017/4"

    page.goto("/desk/wordings/?language=ar&state=provisional")
    assert accessibility_faults(page) == []
    page.get_by_label("Arabic", exact=True).fill(OFFICIAL)
    page.get_by_role("button", name="Replace").click()
    expect(page.get_by_role("status")).to_contain_text(OFFICIAL)
    assert BodyName.objects.get(body=cast.bodies["dust"]).name.is_official(Language.ARABIC)

    page.goto(NOTE)
    # Inside a sentence the name takes on a preposition; its last words stay.
    expect(page.locator(".sheet")).to_contain_text(OFFICIAL.removeprefix("الفريق العامل "))
    expect(page.locator(".sheet")).not_to_contain_text(OURS)
    assert list(Act.objects.values_list("verb", flat=True)) == [
        "meeting_scheduled", "document_corrected", "body_corrected",
    ]  # fmt: skip
    assert verify() == []


def test_the_desk_is_read_from_the_right_in_arabic_and_fits_a_narrow_window(page, cast, accessibility_faults):
    sign_in(page)
    page.get_by_role("button", name="العربية").click()
    for address in ("/desk/", f"/desk/bodies/{cast.bodies['dust'].pk}/", "/desk/wordings/", "/desk/journal/"):
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(address)
            assert page.evaluate("document.documentElement.dir") == "rtl"
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (address, width)
        assert accessibility_faults(page) == [], address


def test_an_officer_adds_a_second_factor_without_asking_another_site(page, cast):
    sign_in(page)
    page.get_by_role("link", name="Second factor").click()
    page.goto("/account/2fa/totp/activate/")
    # What guards an account is asked for again before it is changed.
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_label("Code of six digits")).to_be_visible()
    assert page.locator("main img").evaluate_all("images => images.every(image => image.naturalWidth > 0)")

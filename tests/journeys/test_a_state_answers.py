"""A State answers its questionnaire in Chromium: as it is typed, without JavaScript, with the link cut, by two at once.

The link is cut as a traveller meets it: in the middle of typing, with a reload and a closed tab while answers wait in
the browser. Whatever the page called saved is then in the database, and whatever was typed is there once.
"""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from questionnaires.state import ANA, BEN, CLEO, at_the_door, peopled
from rapporteur.questionnaires.models import Answer, AnswerVersion, Assessment, Rival

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _without_a_second_factor(settings: Settings) -> None:
    settings.SECOND_FACTOR = "offered"


@pytest.fixture
def case(transactional_db: None) -> Assessment:
    return peopled()


class Desks:
    """Browsers in which people of the State are signed in, each of his own."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser, self.address = browser, address
        self.open: list[BrowserContext] = []
        self.failures: list[str] = []

    def of(self, email: str, *, language: str = "en", **more: object) -> Page:
        context = self.browser.new_context(base_url=self.address, locale="en", **more)
        self.open.append(context)
        context.set_default_timeout(30_000)
        context.on("weberror", lambda error: self.failures.append(str(error.error)))
        cookies = {"sessionid": session_of(at_the_door(email)), "django_language": language}
        context.add_cookies([{"name": name, "value": value, "url": self.address} for name, value in cookies.items()])
        return context.new_page()


def session_of(client: Client) -> str:
    return client.cookies["sessionid"].value


@pytest.fixture
def desks(browser: Browser, live_server: LiveServer) -> Iterator[Desks]:
    desks = Desks(browser, live_server.url)
    yield desks
    for context in desks.open:
        context.close()
    assert desks.failures == []


def section(case: Assessment, key: str = "one") -> str:
    return reverse("assessment_section", args=[case.code, key])


def kept(page: Page, question: str):
    return page.locator(f"#q-{question} [data-kept]")


def open_section(page: Page, case: Assessment, key: str = "one") -> None:
    page.goto(section(case, key))
    page.locator("form[data-ready]").wait_for()


def values() -> dict[str, object]:
    return dict(Answer.objects.values_list("question", "value"))


def test_each_answer_is_saved_as_it_is_typed_and_questions_follow(case: Assessment, desks: Desks) -> None:
    page = desks.of(BEN)
    open_section(page, case)
    expect(page.locator("#q-plans")).to_be_hidden()
    page.locator("#q-offence").get_by_label("No", exact=True).check()
    expect(page.locator("#q-plans")).to_be_visible()
    page.locator("#q-plans textarea").press_sequentially("A bill.", delay=20)
    expect(kept(page, "plans")).to_contain_text("Saved by the server")
    page.locator("#q-forms").get_by_label("B", exact=True).check()
    expect(kept(page, "forms")).to_contain_text("Saved by the server")
    page.locator("#q-offence").get_by_label("Yes", exact=True).check()
    row = page.locator("#q-law [data-row]").first
    row.get_by_label("Law").fill("Act 1")
    row.get_by_label("Link").fill("laws.example")
    expect(page.locator("#q-law [data-fault]")).to_contain_text("Write the whole address")
    row.get_by_label("Link").fill("https://laws.example/1")
    expect(kept(page, "law")).to_contain_text("Saved by the server")
    expect(page.locator("#q-law [data-fault]")).to_be_hidden()
    page.locator("#q-law [data-more]").click()
    expect(page.locator("#q-law [data-row]")).to_have_count(3)
    assert values() == {
        "offence": "yes",
        "plans": "A bill.",
        "forms": ["b"],
        "law": [{"law": "Act 1", "provisions": "", "link": "https://laws.example/1"}],
    }


@pytest.mark.parametrize("language", ["en", "ar"])
def test_without_javascript_the_same_form_is_filled_by_pressing_save(
    case: Assessment, desks: Desks, language: str
) -> None:
    page = desks.of(CLEO, language=language, java_script_enabled=False)
    page.goto(reverse("mine"))
    page.locator(".work ul a").first.click()
    page.locator("#q-penalty input:not([type=hidden])").fill("12")
    page.locator("#q-cases [data-row] input").first.fill("2020")
    page.locator("#q-cases [data-row] input").nth(1).fill("المحكمة العليا")
    page.locator("#q-files input[type=file]").set_input_files(
        {"name": "act.txt", "mimeType": "text/plain", "buffer": b"The text of an act."}
    )
    page.locator(".save button").click()
    expect(page.locator("ul.messages")).to_contain_text("3")
    expect(page.locator("#q-files")).to_contain_text("act.txt")
    found = values()
    assert len(found.pop("files")) == 1
    assert found == {"penalty": "12", "cases": [{"year": "2020", "court": "المحكمة العليا"}]}
    assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")


def test_what_is_typed_while_the_link_is_down_stays_and_is_sent_once_in_order(case: Assessment, desks: Desks) -> None:
    page = desks.of(BEN)
    open_section(page, case)
    page.locator("#q-offence").get_by_label("No", exact=True).check()
    expect(kept(page, "offence")).to_contain_text("Saved by the server")
    page.context.set_offline(True)
    page.locator("#q-plans textarea").fill("A bill is ")
    expect(kept(page, "plans")).to_contain_text("Kept in this browser, not yet sent")
    page.locator("#q-plans textarea").fill("A bill is ready.")
    page.locator("#q-forms").get_by_label("C", exact=True).check()
    expect(page.locator("[data-link]")).to_contain_text("The server cannot be reached")
    expect(page.locator("[data-link]")).to_contain_text("not yet sent: 2")
    assert values() == {"offence": "no"}
    page.context.set_offline(False)
    expect(kept(page, "plans")).to_contain_text("Saved by the server")
    expect(kept(page, "forms")).to_contain_text("Saved by the server")
    expect(page.locator("[data-link]")).to_be_hidden()
    told = list(AnswerVersion.objects.order_by("pk").values_list("answer__question", "value"))
    assert [question for question, _value in told][-1] == "forms"
    assert (values()["plans"], values()["forms"], len(told)) == ("A bill is ready.", ["c"], len(set(map(str, told))))
    assert Rival.objects.count() == 0


def test_a_reload_and_a_closed_tab_lose_nothing_that_waits(case: Assessment, desks: Desks) -> None:
    page = desks.of(CLEO)
    open_section(page, case, "two")
    refuse = lambda route: route.abort()  # noqa: E731 - said twice below
    page.context.route("**/save/", refuse)
    page.locator("#q-penalty input:not([type=hidden])").fill("12")
    expect(kept(page, "penalty")).to_contain_text("Kept in this browser")
    page.reload()
    page.locator("form[data-ready]").wait_for()
    assert page.locator("#q-penalty input:not([type=hidden])").input_value() == "12"
    # Typed and gone at once, before anything could be written down in peace.
    page.locator("#q-since input:not([type=hidden])").fill("2024-02-29")
    page.close(run_before_unload=False)
    context = desks.open[-1]
    again = context.new_page()
    context.unroute("**/save/", refuse)
    open_section(again, case, "two")
    expect(kept(again, "penalty")).to_contain_text("Saved by the server")
    expect(kept(again, "since")).to_contain_text("Saved by the server")
    assert values() == {"penalty": "12", "since": "2024-02-29"}
    assert AnswerVersion.objects.count() == 2


def test_a_browser_without_a_database_keeps_what_waits_all_the_same(case: Assessment, desks: Desks) -> None:
    page = desks.of(BEN)
    page.context.add_init_script("delete window.indexedDB; Object.defineProperty(window, 'indexedDB', {value: null})")
    open_section(page, case)
    refuse = lambda route: route.abort()  # noqa: E731 - said twice below
    page.context.route("**/save/", refuse)
    page.locator("#q-offence").get_by_label("No", exact=True).check()
    expect(kept(page, "offence")).to_contain_text("Kept in this browser")
    page.reload()
    page.context.unroute("**/save/", refuse)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(kept(page, "offence")).to_contain_text("Saved by the server")
    assert values() == {"offence": "no"}


def test_an_answer_whose_receipt_was_lost_is_done_once(case: Assessment, desks: Desks) -> None:
    page = desks.of(BEN)
    open_section(page, case)
    lost: list[int] = []

    def lose(route) -> None:
        if lost:
            route.continue_()
            return
        lost.append(route.fetch().status)
        route.abort()

    page.context.route("**/save/", lose)
    page.locator("#q-offence").get_by_label("No", exact=True).check()
    expect(kept(page, "offence")).to_contain_text("Saved by the server")
    assert (lost, AnswerVersion.objects.count(), Rival.objects.count()) == ([200], 1, 0)


def test_a_session_that_ended_keeps_everything_until_somebody_signed_in_again(case: Assessment, desks: Desks) -> None:
    page = desks.of(BEN)
    open_section(page, case)
    page.context.clear_cookies(name="sessionid")
    page.locator("#q-offence").get_by_label("No", exact=True).check()
    expect(page.locator("[data-link]")).to_contain_text("You are signed out")
    expect(page.get_by_role("link", name="Sign in (opens in another tab)")).to_be_visible()
    # Somebody else signs in on the same browser: it is not sent as his.
    cookie = {"name": "sessionid", "value": session_of(at_the_door(ANA)), "url": desks.address}
    page.context.add_cookies([cookie])
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("[data-link]")).to_contain_text("You are signed out")
    assert values() == {}
    page.context.add_cookies([{**cookie, "value": session_of(at_the_door(BEN))}])
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(kept(page, "offence")).to_contain_text("Saved by the server")
    assert Answer.objects.get().by == BEN


def test_two_people_meet_on_a_question_and_choose(case: Assessment, desks: Desks) -> None:
    ana, ben = desks.of(ANA), desks.of(BEN)
    open_section(ana, case)
    open_section(ben, case)
    ben.locator("#q-offence").get_by_label("Yes", exact=True).check()
    expect(kept(ben, "offence")).to_contain_text("Saved by the server")
    ana.locator("#q-offence").get_by_label("No", exact=True).check()
    expect(kept(ana, "offence")).to_contain_text("Two texts: choose one")
    expect(ana.locator("#q-offence input[type=radio]").first).to_be_disabled()
    ana.locator("#q-offence").get_by_role("button", name="Take this text").click()
    ana.locator("ul.messages").get_by_text("The text is chosen").wait_for()
    assert (values(), Rival.objects.get().chosen) == ({"offence": "no"}, True)
    # Nothing changes under Ben's hands; once he leaves the question, his page follows.
    ben.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(kept(ben, "offence")).to_contain_text("Changed just now by somebody else")
    ben.evaluate("document.activeElement.blur()")
    expect(ben.locator("#q-offence").get_by_label("No", exact=True)).to_be_checked()
    expect(ben.locator("#q-plans")).to_be_visible()
    expect(ben.locator("[data-here]")).to_have_text("Ana")


def test_two_tabs_of_one_browser_are_no_conflict_with_each_other(case: Assessment, desks: Desks) -> None:
    first = desks.of(BEN)
    second = first.context.new_page()
    open_section(first, case)
    open_section(second, case)
    for page, word in ((first, "Yes"), (second, "No"), (first, "Yes, in part")):
        page.locator("#q-offence").get_by_label(word, exact=True).check()
        expect(kept(page, "offence")).to_contain_text("Saved by the server")
        page.wait_for_timeout(100)
    assert (values(), Rival.objects.count()) == ({"offence": "in_part"}, 0)
    expect(second.locator("#q-offence").get_by_label("Yes, in part", exact=True)).to_be_checked()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_page_keeps_anybody_out_or_is_wider_than_a_narrow_screen(
    case: Assessment, desks: Desks, language: str, accessibility_faults: Callable[[Page], list[str]]
) -> None:
    ben = at_the_door(BEN)
    ben.post(section(case), {"v.offence": "0", "a.offence": "no", "v.plans": "0", "a.plans": "A bill."})
    at_the_door(ANA).post(section(case), {"v.offence": "0", "a.offence": "yes"})
    page = desks.of(ANA, language=language)
    addresses = [reverse("mine"), section(case), section(case, "two")]
    addresses += [reverse(name, args=[case.code]) for name in ("assessment", "assessment_submit", "assessment_carry")]
    addresses.append(reverse("assessment_question", args=[case.code, "plans"]))
    faults, wider = {}, []
    for address in addresses:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(address)
        assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
        faults[address] = accessibility_faults(page)
        page.set_viewport_size({"width": 360, "height": 740})
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wider.append(address)
    assert {address: found for address, found in faults.items() if found} == {}
    assert wider == []


def test_the_form_is_filled_with_the_keyboard_alone(case: Assessment, desks: Desks) -> None:
    page = desks.of(BEN)
    open_section(page, case)
    page.locator("#q-offence input[value=yes]").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#q-plans")).to_be_visible()
    page.locator("#q-offence input[value=no]").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#q-offence') !== null")
    page.locator("#q-plans textarea").focus()
    page.keyboard.type("A bill.")
    page.keyboard.press("Tab")
    expect(kept(page, "plans")).to_contain_text("Saved by the server")
    assert values() == {"offence": "no", "plans": "A bill."}


def test_what_a_section_loads_stays_small(case: Assessment, desks: Desks) -> None:
    page = desks.of(BEN)
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(len(response.body())))
    open_section(page, case)
    assert sizes[0] < 60_000
    assert sum(sizes[1:]) < 150_000

import html
import json
import re

import lxml.html
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from questionnaires.state import ANA, BEN, CLEO, DAN, OLU, QUILL, RESERVE, at_the_door, peopled
from rapporteur.people.models import Person
from rapporteur.questionnaires.models import Answer, AnswerVersion, Assessment, Rival, Sending

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _without_a_second_factor(settings: Settings) -> None:
    settings.SECOND_FACTOR = "offered"


@pytest.fixture
def case(db: None) -> Assessment:
    return peopled()


def section(case: Assessment, key: str = "one") -> str:
    return reverse("assessment_section", args=[case.code, key])


def fields(page: bytes) -> dict[str, object]:
    """Return what the form of a section would send back untouched."""
    form = next(form for form in lxml.html.fromstring(page).forms if form.get("class") == "section")
    areas = {area.name for area in form.iter("textarea")}
    sent: dict[str, list[str]] = {}
    for name, value in form.form_values():
        sent.setdefault(name, []).append(value.removeprefix("\n") if name in areas else value)
    return {name: values if len(values) > 1 else values[0] for name, values in sent.items()}


def post(client: Client, address: str, **typed: object):
    sent = {**fields(client.get(address).content), **{name.replace("__", "."): value for name, value in typed.items()}}
    return client.post(address, sent)


def said(answer) -> str:
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode())))


def send(browser: Client, case: Assessment, question: str, value: object, /, **more: object):
    person = browser.session["_auth_user_id"]
    sent = {"question": question, "value": value, "language": "en", "based_on": 0, "client": "c1", "sequence": 1}
    key = "one" if question in {"offence", "law", "plans", "forms"} else "two"
    address = reverse("assessment_save", args=[case.code, key])
    return browser.post(address, json.dumps({**sent, "person": person, **more}), content_type="application/json")


# --- the form --------------------------------------------------------------------------------------------------------


def test_one_form_post_saves_every_answer_that_changed(case: Assessment) -> None:
    ben = at_the_door(BEN)
    answer = post(ben, section(case), a__offence="yes", a__forms=["c", "a"], a__law__0__law="Act 1")
    assert (answer.status_code, answer["Location"]) == (302, section(case))
    assert dict(Answer.objects.values_list("question", "value")) == {
        "offence": "yes",
        "forms": ["a", "c"],
        "law": [{"law": "Act 1", "provisions": "", "link": ""}],
    }
    post(ben, section(case), a__offence="in_part")
    numbers = dict(Answer.objects.values_list("question", "number"))
    assert numbers == {"offence": 2, "forms": 1, "law": 1}


def test_every_kind_can_be_answered_by_the_form(case: Assessment) -> None:
    cleo = at_the_door(CLEO)
    file = SimpleUploadedFile("act.txt", b"The text of an act.", "text/plain")
    typed = {"a.penalty": "١٢٫٥", "a.since": "2024-02-29", "a.cases.0.year": "2020", "a.cases.0.court": "High Court"}
    cleo.post(section(case, "two"), {**fields(cleo.get(section(case, "two")).content), **typed, "f.files": file})
    values = dict(Answer.objects.values_list("question", "value"))
    assert len(values.pop("files")) == 1
    assert values == {"penalty": "12.5", "since": "2024-02-29", "cases": [{"year": "2020", "court": "High Court"}]}
    assert "act.txt" in said(cleo.get(section(case, "two")))
    post(cleo, section(case, "two"), a__files=[])
    assert Answer.objects.get(question="files").value is None


def test_what_does_not_fit_stands_at_its_question_as_it_was_typed_and_the_rest_is_saved(case: Assessment) -> None:
    page = post(at_the_door(CLEO), section(case, "two"), a__penalty="<many>", a__since="2020-01-01")
    assert page.status_code == 422
    text = page.content.decode()
    assert 'value="&lt;many&gt;"' in text
    assert "“<many>” is not a number. Write it in figures, such as 12.5." in said(page)
    assert list(Answer.objects.values_list("question", flat=True)) == ["since"]


def test_questions_that_follow_are_shown_once_the_answer_is_saved(case: Assessment) -> None:
    ben = at_the_door(BEN)

    def shown() -> list[str]:
        page = ben.get(section(case)).content.decode()
        return re.findall(r'data-question="(\w+)" data-kind="\w+" data-language="en">', page)

    assert shown() == ["offence", "forms"]
    post(ben, section(case), a__offence="no")
    assert shown() == ["offence", "plans", "forms"]


def test_more_rows_are_given_and_nothing_typed_is_lost(case: Assessment) -> None:
    ben = at_the_door(BEN)
    post(ben, section(case), a__offence="yes")
    answer = post(ben, section(case), a__law__0__law="Act 1", do="rows:law")
    assert answer["Location"] == f"{section(case)}?rows=law#q-law"
    assert ben.get(answer["Location"].partition("#")[0]).content.decode().count("data-row>") == 1 + 5


def test_two_people_on_one_form_lose_nothing_and_choose(case: Assessment) -> None:
    ana, ben = at_the_door(ANA), at_the_door(BEN)
    old = fields(ana.get(section(case)).content)
    post(ben, section(case), a__offence="yes")
    answer = ana.post(section(case), {**old, "a.offence": "no"})
    assert answer["Location"] == f"{section(case)}#q-offence"
    rival = Rival.objects.get()
    page = ana.get(section(case))
    assert f"The text that stands · {BEN}" in said(page)
    assert f"The other text · {ANA}" in said(page)
    post(ana, section(case), do=f"choose:offence:{rival.pk}:1")
    rival.refresh_from_db()
    assert (rival.chosen, Answer.objects.get().value) == (True, "no")
    assert list(AnswerVersion.objects.values_list("value", flat=True)) == ["yes", "no"]


def test_what_somebody_left_as_it_was_never_meets_what_others_wrote(case: Assessment) -> None:
    ana, ben = at_the_door(ANA), at_the_door(BEN)
    post(ana, section(case), a__offence="no", a__plans="A bill.")
    old = fields(ana.get(section(case)).content)
    post(ben, section(case), a__plans="A better bill.")
    ana.post(section(case), {**old, "a.forms": ["a"]})
    assert (Rival.objects.count(), Answer.objects.get(question="plans").value) == (0, "A better bill.")


# --- the script's addresses ------------------------------------------------------------------------------------------


def test_an_answer_sent_by_the_script_is_saved_once_and_tells_what_follows(case: Assessment) -> None:
    ben = at_the_door(BEN)
    answers = [send(ben, case, "offence", "yes") for _ in range(2)]
    told = [(answer.status_code, answer.json()["outcome"], answer.json()["number"]) for answer in answers]
    assert told == [(200, "saved", 1), (200, "saved", 1)]
    assert answers[0].json()["shown"] == ["offence", "law", "forms"]
    assert answers[0].json()["part"] == {"answered": 1, "shown": 3, "missing": 1, "per_cent": 33}
    assert (AnswerVersion.objects.count(), Sending.objects.count()) == (1, 1)


def test_a_conflict_comes_back_with_both_texts(case: Assessment) -> None:
    send(at_the_door(BEN), case, "offence", "yes")
    answer = send(at_the_door(ANA), case, "offence", "no", client="c2")
    assert (answer.status_code, answer.json()["outcome"]) == (409, "conflict")
    assert "Take this text" in answer.json()["both"]


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "is not a number"), ("fr", "n’est pas un nombre"), ("ar", "ليس عددا")],
)
def test_what_does_not_fit_is_told_in_the_readers_language(case: Assessment, language: str, told: str) -> None:
    ben = at_the_door(BEN)
    ben.cookies["django_language"] = language
    answer = send(ben, case, "penalty", "many")
    assert (answer.status_code, answer.json()["why"]) == (422, "unfit")
    assert told in answer.json()["told"]


def test_after_submission_the_script_is_told_so(case: Assessment) -> None:
    Assessment.objects.update(stage="submitted")
    answer = send(at_the_door(BEN), case, "offence", "yes")
    assert (answer.status_code, answer.json()["why"]) == (423, "refused")


@pytest.mark.parametrize(
    "broken",
    [
        {"based_on": -1}, {"based_on": True}, {"sequence": "1"}, {"client": ""}, {"client": "x" * 41},
        {"client": "a b"}, {"question": None}, {"based_on": 2**40},
    ],
)  # fmt: skip
def test_what_the_script_never_sends_is_refused(case: Assessment, broken: dict[str, object]) -> None:
    assert send(at_the_door(BEN), case, "offence", "yes", **broken).status_code == 400
    assert Answer.objects.count() == 0


def test_what_one_person_left_in_a_browser_is_not_sent_as_anothers(case: Assessment) -> None:
    answer = send(at_the_door(BEN), case, "offence", "yes", person=str(Person.objects.get(email=ANA).pk))
    assert (answer.status_code, Answer.objects.count()) == (401, 0)


def test_the_script_learns_who_is_here_and_which_version_stands(case: Assessment) -> None:
    ana, ben = at_the_door(ANA), at_the_door(BEN)
    ana.get(section(case))
    send(ben, case, "offence", "yes")
    told = ben.get(reverse("assessment_now", args=[case.code, "one"])).json()
    assert (told["here"], told["numbers"], told["is_open"]) == (["Ana"], {"offence": 1}, True)


# --- the door --------------------------------------------------------------------------------------------------------


def test_whoever_has_no_second_factor_sets_one_up_first(case: Assessment, settings: Settings) -> None:
    settings.SECOND_FACTOR = "required"
    ben = at_the_door(BEN)
    for address in (reverse("mine"), section(case), reverse("assessment", args=["unknown"])):
        assert ben.get(address)["Location"] == reverse("mfa_index")
    assert send(ben, case, "offence", "yes").status_code == 401


def test_a_stranger_is_asked_to_sign_in_whether_there_is_something_or_not(case: Assessment) -> None:
    client = at_the_door("")
    for code in (case.code, "unknown"):
        address = reverse("assessment", args=[code])
        assert client.get(address)["Location"] == f"{reverse('account_login')}?next={address}"
        save = reverse("assessment_save", args=[code, "one"])
        assert client.post(save, "{}", content_type="application/json").status_code == 401


def test_what_is_not_for_somebody_answers_as_what_is_not_there(case: Assessment) -> None:
    def normal(client: Client, address: str) -> tuple[int, str]:
        answer = client.get(address)
        text = re.sub(r'value="[^"]*"|nonce-\S+', "", answer.content.decode()).replace(case.code, "CODE")
        return answer.status_code, text.replace("unknown", "CODE")

    for email in (DAN, RESERVE):
        client = at_the_door(email)
        for name, more in (("assessment", []), ("assessment_section", ["one"]), ("assessment_now", ["one"])):
            real, unknown = (normal(client, reverse(name, args=[code, *more])) for code in (case.code, "unknown"))
            assert (real[0], real) == (404, unknown)


@pytest.mark.parametrize(
    ("email", "sections", "may_write"),
    [
        (ANA, {"one", "two"}, True),
        (BEN, {"one", "two"}, True),
        (OLU, {"one", "two"}, False),
        (CLEO, {"two"}, True),
        (QUILL, set(), False),
    ],
)
def test_each_sees_what_is_his(case: Assessment, email: str, sections: set[str], may_write: bool) -> None:
    client = at_the_door(email)
    assert client.get(reverse("assessment", args=[case.code])).status_code == 200
    found = {key for key in ("one", "two") if client.get(section(case, key)).status_code == 200}
    assert found == sections
    for key in ("one", "two"):
        allowed = key in sections and may_write
        answer = client.post(section(case, key), {"v.offence": "0"})
        assert answer.status_code == (302 if allowed else 404)


def test_signing_in_leads_officers_to_the_desk_and_others_to_what_they_have_to_do(case: Assessment) -> None:
    for email, place in ((QUILL, "desk"), (BEN, "mine")):
        person = Person.objects.get(email=email)
        person.set_password("a long enough password")
        person.save()
        client = Client()
        answer = client.post(reverse("account_login"), {"login": email, "password": "a long enough password"})
        assert answer["Location"] == reverse(place)

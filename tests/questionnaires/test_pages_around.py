import hashlib
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.fixtures import Settings

from people.test_nominating import OFFICER, note
from questionnaires.state import ANA, BEN, CLEO, DAN, OLU, QUILL, at_the_door, peopled
from questionnaires.test_pages import post, said, section, send
from rapporteur.languages.terms import Language
from rapporteur.people.actions.nominating import nominate
from rapporteur.people.terms import Nominee, Part
from rapporteur.questionnaires.models import Answer, AnswerVersion, Assessment, Remark

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _without_a_second_factor(settings: Settings) -> None:
    settings.SECOND_FACTOR = "offered"


@pytest.fixture
def case(db: None) -> Assessment:
    return peopled()


def test_what_somebody_has_to_do_stands_on_one_page(case: Assessment) -> None:
    send(at_the_door(BEN), case, "offence", "yes")
    send(at_the_door(ANA), case, "offence", "no", client="c2")
    ana, cleo, quill, dan = (said(at_the_door(email).get(reverse("mine"))) for email in (ANA, CLEO, QUILL, DAN))
    assert "1 of 7 answered" in ana
    assert "1 question on which two texts stand" in ana
    assert "Sections given to you" in cleo
    assert "0 of 4 answered" in cleo
    assert "two texts" not in cleo
    assert "Officer of this case" in quill
    assert "Nothing at present" in dan


def test_a_section_is_given_taken_back_and_handed_back(case: Assessment, mailoutbox: list) -> None:
    ana = at_the_door(ANA)
    address = reverse("assessment_share", args=[case.code])
    new = {"section": "one", "email": "Eve@aaa.example", "name": "Eve", "language": "fr", "note": "Please."}
    assert ana.post(address, new).status_code == 302
    assert [mail.to for mail in mailoutbox] == [["eve@aaa.example"]]
    page = ana.get(reverse("assessment", args=[case.code]))
    assert "Given to Eve" in said(page)
    eve = at_the_door("eve@aaa.example")
    assert eve.get(section(case)).status_code == 200
    again = ana.post(address, new)
    assert (again.status_code, "has the section already" in said(again)) == (422, True)
    assert ana.post(address, {**new, "email": "x"}).status_code == 422
    given = re.search(
        rf"/assessments/{case.code}/share/\d+/back/", eve.get(reverse("assessment", args=[case.code])).content.decode()
    )
    assert given
    assert at_the_door(BEN).post(given[0]).status_code == 404
    assert eve.post(given[0]).status_code == 302
    assert eve.get(section(case)).status_code == 404


def test_only_the_focal_point_gives_sections_and_submits(case: Assessment) -> None:
    for email in (BEN, OLU, CLEO, QUILL, DAN):
        client = at_the_door(email)
        assert client.post(reverse("assessment_share", args=[case.code]), {}).status_code == 404
        assert client.get(reverse("assessment_submit", args=[case.code])).status_code == 404
        assert client.post(reverse("assessment_submit", args=[case.code])).status_code == 404
        assert client.get(reverse("assessment_carry", args=[case.code])).status_code == 404


def test_clearing_names_what_is_open_submits_and_gives_a_receipt(case: Assessment) -> None:
    ana = at_the_door(ANA)
    page = ana.get(reverse("assessment_submit", args=[case.code]))
    assert f"{section(case)}#q-offence" in page.content.decode()
    assert "This question needs an answer." in said(page)
    ana.cookies["django_language"] = "fr"
    assert "Cette question appelle une réponse." in said(ana.get(reverse("assessment_submit", args=[case.code])))
    ana.cookies["django_language"] = "en"
    assert ana.post(reverse("assessment_submit", args=[case.code])).status_code == 422
    post(ana, section(case), a__offence="no", a__plans="A bill is drafted.")
    answer = ana.post(reverse("assessment_submit", args=[case.code]))
    receipt = reverse("submission", args=[case.code, 1])
    assert answer["Location"] == receipt
    quill, cleo = at_the_door(QUILL), at_the_door(CLEO)
    shown = said(quill.get(receipt))
    assert "A bill is drafted." in shown
    file = quill.get(reverse("submission_file", args=[case.code, 1])).content
    assert hashlib.sha256(file).hexdigest() in shown
    assert [cleo.get(receipt).status_code, cleo.get(f"{receipt}file.json").status_code] == [404, 404]
    reopen = reverse("assessment_reopen", args=[case.code, 1])
    assert [quill.post(reopen).status_code, ana.post(reopen).status_code] == [404, 422]
    assert ana.post(reopen, {"because": "A new act."}).status_code == 302
    assert "A new act." in said(ana.get(receipt))


def test_comments_history_and_translations_stand_beside_the_answer(case: Assessment) -> None:
    ana, ben = at_the_door(ANA), at_the_door(BEN)
    post(ben, section(case), a__offence="no", a__plans="A bill is drafted.")
    post(ana, section(case), a__plans="A law is drafted.")
    address = reverse("assessment_question", args=[case.code, "plans"])
    page = ana.get(address).content.decode()
    assert "A <del>bill</del><ins>law</ins> is drafted." in page
    ana.post(address, {"act": "remark", "text": "Is there a number?"})
    assert "Is there a number?" in said(ben.get(address))
    assert "(1)" in said(ben.get(section(case)))
    ben.post(address, {"act": "close", "number": Remark.objects.get().pk})
    ana.post(address, {"act": "ask", "language": "fr"})
    asked = AnswerVersion.objects.get(number=2).translations.get()
    ben.post(address, {"act": "take", "number": asked.pk})
    ben.post(address, {"act": "hand-in", "number": asked.pk, "text": "Une loi est en préparation."})
    assert ben.post(address, {"act": "check", "number": asked.pk}).status_code == 422
    ana.post(address, {"act": "check", "number": asked.pk})
    asked.refresh_from_db()
    assert (asked.status, asked.translator) == ("checked", BEN)
    assert Answer.objects.get(question="plans").language == Language.ENGLISH
    assert at_the_door(CLEO).get(address).status_code == 404


def test_answers_are_carried_over_after_a_preview_and_confirmed(case: Assessment) -> None:
    ana = at_the_door(ANA)
    post(ana, section(case), a__offence="no", a__plans="A bill.")
    later = Assessment.objects.create(
        code="later", process="invented/2", state="AAA", release=case.release, opened_at=case.opened_at
    )
    nominate(
        Nominee(ANA, "Ana", Part.FOCAL_POINT), note=note("NV/2"), process="invented/2", by=OFFICER, at=case.opened_at
    )
    address = reverse("assessment_carry", args=[later.code])
    assert ana.get(address, {"from": "unknown"}).status_code == 404
    preview = said(ana.get(address, {"from": case.code}))
    assert preview.count("Is carried over.") == 2
    assert Answer.objects.filter(assessment=later).count() == 0
    ana.post(address, {"from": case.code})
    assert "Carried over" in said(ana.get(section(later)))
    post(ana, section(later), do="confirm:offence:0:1")
    confirmed = Answer.objects.filter(assessment=later).values_list("question", "confirmed")
    assert dict(confirmed) == {"offence": True, "plans": False}


@pytest.mark.parametrize("email", [ANA, CLEO, QUILL])
def test_no_page_asks_the_database_more_when_there_is_more_to_show(case: Assessment, email: str) -> None:
    client = at_the_door(email)
    addresses = [reverse("mine"), reverse("assessment", args=[case.code])]
    if email != QUILL:
        addresses += [section(case, "two"), reverse("assessment_question", args=[case.code, "penalty"])]
    send(at_the_door(ANA), case, "penalty", "1")
    before = [queries_of(client, address) for address in addresses]
    ben = at_the_door(BEN)
    more = {"offence": "no", "penalty": "5", "since": "2020-01-01", "plans": "x", "forms": ["a"]}
    for sequence, (question, value) in enumerate(more.items()):
        send(ben, case, question, value, sequence=sequence, client="c9")
    send(at_the_door(ANA), case, "offence", "yes", client="c3")
    assert [queries_of(client, address) for address in addresses] == before


def queries_of(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)

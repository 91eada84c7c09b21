"""The ceremony on the pages: what the room and far-away viewers see, and what an officer alone can do."""

import hashlib
import json

import pytest
from django.test import Client

from lots.drawings import GIVEN, LISTED, opened, published, told
from lots.small import roster, rules
from lots.test_ceremony_acts import bowl_step, drawn_drawing, seed_of_step
from rapporteur.languages.terms import Language, Multilingual, Status, Wording
from rapporteur.lots.actions.ceremony_bowl import call_next, enter_seed, fill_bowl
from rapporteur.lots.actions.ceremony_reveal import reveal_next
from rapporteur.lots.models import Ceremony, Step
from rapporteur.lots.terms import CeremonyMode, StepStage
from rapporteur.parties.models import Party
from rapporteur.people.models import Person

pytestmark = pytest.mark.django_db


def client_of(*, officer: bool) -> Client:
    client = Client()
    person = Person.objects.create_user("quill@example.org", "a long enough password", is_officer=officer)
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def ready_bowl(**more) -> Ceremony:
    ceremony = opened(published(**more), CeremonyMode.BOWL)
    call_next(ceremony, told(ceremony))
    seed = seed_of_step(1)
    enter_seed(ceremony, f"rehearsal:{seed}" if more.get("rehearsal") else seed, told(ceremony))
    fill_bowl(ceremony, told(ceremony))
    return ceremony


def text_at(address: str, *, language: str = "en") -> str:
    return Client(headers={"accept-language": language}).get(address).content.decode()


def test_before_the_ball_the_board_shows_the_chances_and_the_digest_of_a_file_that_anybody_can_take():
    ceremony = ready_bowl()
    step = Step.objects.get()
    address = f"/lots/{ceremony.drawing.key}/ceremony/"
    page = text_at(address)
    assert step.digest in page
    assert "standard error" in page
    balls = Client().get(f"{address}1/balls.json").content
    assert hashlib.sha256(balls).hexdigest() == step.digest
    assert len(json.loads(balls)[1]) == GIVEN.balls
    assert Client().get(f"{address}1/certificate.csv").status_code == 404


def test_after_the_ball_there_is_a_certificate_and_no_bowl():
    ceremony = opened(published(), CeremonyMode.BOWL)
    bowl_step(ceremony, 1)
    address = f"/lots/{ceremony.drawing.key}/ceremony/"
    assert "can be completed" in text_at(address)
    assert Client().get(f"{address}1/certificate.csv").content.startswith(b"reviewed,side,part,reviewer")
    assert Client().get(f"{address}1/balls.json").status_code == 404


def test_whoever_follows_the_room_is_told_nothing_new_until_there_is(django_assert_num_queries):
    ceremony = opened(published(), CeremonyMode.BOWL)
    now = f"/lots/{ceremony.drawing.key}/ceremony/now/"
    with django_assert_num_queries(1):
        assert Client().get(now, {"mark": "0.all"}).status_code == 204
    call_next(ceremony, told(ceremony))
    with django_assert_num_queries(3):
        answer = Client().get(now, {"mark": "0.all"})
    assert (answer.status_code, 'data-mark="1.all"' in answer.content.decode()) == (200, True)
    assert Client().get("/lots/none/ceremony/now/").status_code == 404


def test_the_page_of_a_ceremony_asks_the_database_as_often_at_its_end_as_at_its_beginning(django_assert_num_queries):
    ceremony = opened(published(), CeremonyMode.BOWL)
    address = f"/lots/{ceremony.drawing.key}/ceremony/"
    for number in (1, 2, 3):
        bowl_step(ceremony, number)
        with django_assert_num_queries(2):
            assert Client().get(address).status_code == 200
    with django_assert_num_queries(2):
        assert Client().get(f"{address}?all").status_code == 200


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_rehearsal_is_marked_on_every_view(language):
    ceremony = ready_bowl(rehearsal=True)
    address = f"/lots/{ceremony.drawing.key}/ceremony/"
    for view in (address, f"{address}?all", f"{address}?step=1"):
        assert "rehearsal-mark" in text_at(view, language=language)
    officer = client_of(officer=True)
    for view in (f"/desk/lots/{ceremony.drawing.key}/", f"/desk/lots/{ceremony.drawing.key}/ceremony/"):
        assert "rehearsal-mark" in officer.get(view).content.decode()


def test_a_reveal_is_held_back_on_the_other_pages_until_the_room_has_seen_it():
    drawing = drawn_drawing()
    ceremony = opened(drawing, CeremonyMode.REVEAL)
    reveal_next(ceremony, told(ceremony))
    first = LISTED.states[0].code
    assert Client().get(f"/lots/{drawing.key}/files/result.csv").status_code == 404
    assert Client().get(f"/lots/{drawing.key}/states/{first}/").status_code == 404


def test_an_earlier_step_can_be_looked_at_while_the_room_goes_on():
    ceremony = opened(published(), CeremonyMode.BOWL)
    bowl_step(ceremony, 1)
    bowl_step(ceremony, 2)
    page = text_at(f"/lots/{ceremony.drawing.key}/ceremony/?step=1")
    assert "the room has gone on" in page
    assert "data-follows" not in page
    beyond = text_at(f"/lots/{ceremony.drawing.key}/ceremony/?step=99999999")
    assert "data-follows" in beyond


def test_a_state_has_its_official_name_in_the_readers_language_where_the_register_has_one():
    ceremony = opened(published(), CeremonyMode.BOWL)
    code = ceremony.agenda[0]
    name = Multilingual(
        {Language.FRENCH: Wording("Adrie", Status.FOUND), Language.ARABIC: Wording("x", Status.PROVISIONAL)}
    )
    Party.objects.create(key=code, name=name)
    call_next(ceremony, told(ceremony))
    address = f"/lots/{ceremony.drawing.key}/ceremony/"
    assert [("<bdi>Adrie</bdi>" in text_at(address, language=of)) for of in ("fr", "ar", "en")] == [True, False, False]
    assert "<bdi>Adria</bdi>" in text_at(address, language="ar")


def test_nobody_but_an_officer_acts():
    ceremony = opened(published(), CeremonyMode.BOWL)
    address = f"/desk/lots/{ceremony.drawing.key}/ceremony/"
    assert Client().post(address, {"act": "call", "seen": 0}).status_code == 302
    assert client_of(officer=False).post(address, {"act": "call", "seen": 0}).status_code == 403
    assert Step.objects.count() == 0


def test_the_officer_goes_through_a_step_and_a_second_click_is_told_that_it_came_late():
    ceremony = opened(published(), CeremonyMode.BOWL)
    officer, address = client_of(officer=True), f"/desk/lots/{ceremony.drawing.key}/ceremony/"
    assert officer.post(address, {"act": "call", "seen": 0}).status_code == 302
    late = officer.post(address, {"act": "call", "seen": 0})
    assert (late.status_code, "Another act came first" in late.content.decode()) == (409, True)
    short = officer.post(address, {"act": "seed", "seen": 1, "seed": "short"})
    assert (short.status_code, "20 or more" in short.content.decode()) == (422, True)
    assert officer.post(address, {"act": "seed", "seen": 1, "seed": seed_of_step(1)}).status_code == 302
    assert Step.objects.get().stage == StepStage.READY
    wrong = officer.post(address, {"act": "ball", "seen": 3, "ball": "9"})
    assert (wrong.status_code, "from 1 to 8" in wrong.content.decode()) == (422, True)
    assert officer.post(address, {"act": "ball", "seen": 3, "ball": "8"}).status_code == 302
    assert Step.objects.get().ball == 7
    assert officer.post(address, {"act": "nonsense", "seen": 4}).status_code == 302
    assert Ceremony.objects.get().version == 4


def test_a_lot_by_hand_that_leads_into_a_dead_end_is_listed_before_and_put_back_after():
    drawing = published(listed=roster([3, 3], reviewed=(2, 1)), given=rules(0, 1))
    opened(drawing, CeremonyMode.PHYSICAL)
    officer, address = client_of(officer=True), f"/desk/lots/{drawing.key}/ceremony/"
    lot = {"act": "lot", "seen": 0, "seat": "B1/other", "reviewer": "A1", "witnesses": "Delegate of B2\nDelegate of A2"}
    assert officer.post(address, lot).status_code == 302
    public = f"/lots/{drawing.key}/ceremony/"
    assert "can be completed" in text_at(public)
    certificate = Client().get(f"{public}1/certificate.csv").content.decode().splitlines()
    assert (len(certificate), "B1,other,0,A1,,drawn" in certificate) == (7, True)
    page = officer.get(address, {"seat": "A1/own"}).content.decode()
    assert "State A3</bdi></li>" in page.split("dead end")[1].split("<details>")[0]
    dead = lot | {"seen": 1, "seat": "A1/own", "reviewer": "A3"}
    refused = officer.post(address, dead)
    assert (refused.status_code, 'value="put-back"' in refused.content.decode()) == (422, True)
    assert officer.post(address, dead | {"act": "put-back"}).status_code == 302
    assert [step.stage for step in Step.objects.order_by("number")] == [StepStage.DRAWN, StepStage.PUT_BACK]
    assert "was put back" in text_at(public)


def test_no_seed_and_no_ceremony_before_the_days_for_objections_are_over():
    drawing = published()
    officer, address = client_of(officer=True), f"/desk/lots/{drawing.key}/"
    assert officer.get("/desk/lots/").status_code == 200
    page = officer.get(address).content.decode()
    assert ('value="seed"' in page, 'value="open"' in page) == (False, False)
    refused = officer.post(address, {"act": "open", "mode": "bowl", "pace": "0", "order": "name"})
    assert (refused.status_code, "objections are not over" in refused.content.decode()) == (422, True)

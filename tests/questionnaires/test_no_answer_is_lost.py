"""A server that dies in the middle of saving has lost no answer that it said was saved, and saved none twice.

The server is granian with its worker, as `rapporteur serve` starts it, on a database in files (SQLite) or on the
server of the tests (PostgreSQL). Both of its processes are ended by SIGKILL a hundred times while four people of one
State save over HTTP, each as the script of the page does: signed in, one answer at a time, and whatever was not
acknowledged again, under the number it had. Only the loading of the site is not repeated; see lives.py. A power cut is
another thing: that a commit waits for the disk is a setting (docs/decisions/0006), which no test without one can prove.
"""

import http.client
import json
import random
import threading
import time
from collections import Counter
from dataclasses import replace

import pytest

from people.test_nominating import OFFICER, note
from questionnaires.cast import ANA, AT
from questionnaires.invented import INVENTED, question
from questionnaires.lives import Lives
from questionnaires.state import at_the_door
from rapporteur.journal.models import Act
from rapporteur.journal.queries import verify
from rapporteur.people.actions.nominating import nominate
from rapporteur.people.models import Person
from rapporteur.people.terms import Nominee, Part
from rapporteur.questionnaires.actions.answering import commitment
from rapporteur.questionnaires.actions.opening import Opening, open_assessment, release
from rapporteur.questionnaires.models import Answer, AnswerVersion, Assessment, Rival, Sending
from rapporteur.questionnaires.terms import Kind, Section

LIVES = 100
PEOPLE = 4
SHARED_EACH = 6  # of so many answers of somebody, one is to the question that all of them answer
CSRF = "c" * 32


class Sender(threading.Thread):
    """Somebody who types without a pause. Lists grow: what he was told is saved, what went wrong, what was cut off."""

    def __init__(self, who: str, port: int, address: str, *, cookie: str, person: str) -> None:
        super().__init__(daemon=True)
        self.who, self.port, self.address, self.cookie, self.person = who, port, address, cookie, person
        self.told: list[str] = []
        self.wrong: list[str] = []
        self.cut: dict[str, float] = {}  # when a connection first broke under a text
        self.stop = threading.Event()

    def run(self) -> None:
        numbers: Counter[str] = Counter()
        sequence = 0
        while not self.stop.is_set() and not self.wrong:
            sequence += 1
            asked = "shared" if sequence % SHARED_EACH == 0 else self.who
            text = f"{self.who} {sequence}"
            sent = {"question": asked, "value": text, "language": "en", "based_on": numbers[asked]}
            answer = self._until_told(text, {**sent, "client": self.who, "sequence": sequence, "person": self.person})
            numbers[asked] = answer.get("number", 0)
            self.told.append(text)

    def _until_told(self, text: str, sent: dict[str, object]) -> dict[str, int]:
        headers = {"Cookie": self.cookie, "X-CSRFToken": CSRF, "Content-Type": "application/json"}
        began = time.monotonic()
        while time.monotonic() < began + 60:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
            try:
                connection.request("POST", self.address, json.dumps(sent), headers)
                answer = connection.getresponse()
                body = answer.read()
            except ConnectionRefusedError:
                time.sleep(0.005)  # between two lives
            except (OSError, http.client.HTTPException):
                self.cut.setdefault(text, time.time())
            else:
                if answer.status in {200, 409}:
                    return json.loads(body)
                self.wrong.append(f"{text}: {answer.status} {body[:200]!r}")
                return {}
            finally:
                connection.close()
        self.wrong.append(f"{text}: no answer for a minute")
        return {}


@pytest.fixture
def case(transactional_db: None) -> Assessment:
    questions = tuple(question(key, Kind.TEXT) for key in ("shared", *(f"p{n}" for n in range(PEOPLE))))
    asked = replace(INVENTED, key="typing", sections=(Section("one", INVENTED.title, questions),))
    on = note(state="AAA")
    for number in range(PEOPLE):
        nominee = Nominee(email(number), f"Person {number}", Part.EXPERT)
        nominate(nominee, note=on, process="invented/1", by=OFFICER, at=AT)
    return open_assessment(release(asked, by=ANA, at=AT), Opening("invented/1", "AAA"), by=ANA, at=AT)


def email(number: int) -> str:
    return f"p{number}@ministry.example"


def sender(number: int, port: int, case: Assessment) -> Sender:
    person = Person.objects.get(email=email(number))
    session = at_the_door(person.email).cookies["sessionid"].value
    address = f"/assessments/{case.code}/sections/one/save/"
    cookie = f"sessionid={session}; csrftoken={CSRF}"
    return Sender(f"p{number}", port, address, cookie=cookie, person=str(person.pk))


def test_a_server_killed_a_hundred_times_loses_and_doubles_no_answer(case: Assessment) -> None:
    chance = random.Random(9)  # noqa: S311 - when to kill, the same at every run
    with Lives() as lives:
        people = [sender(number, lives.port, case) for number in range(PEOPLE)]
        lives.another()
        for person in people:
            person.start()
        for _life in range(LIVES):
            wait_for(people, more=chance.randint(1, 4))
            time.sleep(chance.uniform(0, 0.03))
            lives.another()
        wait_for(people, more=1)
        for person in people:
            person.stop.set()
        for person in people:
            person.join(90)
    assert [fault for person in people for fault in person.wrong] == []
    told = [text for person in people for text in person.told]
    assert len(told) > LIVES
    assert Counter(kept_texts(case)) == Counter(told)
    assert_whole(case)
    # The test bites: deaths met answers under way, of which some were kept and others not.
    cut = {text: when for person in people for text, when in person.cut.items()}
    before_the_cut = [text for text, when in cut.items() if saved_at(case, text) < when]
    assert len(cut) > LIVES // 2
    assert 0 < len(before_the_cut) < len(cut)


def wait_for(people: list[Sender], *, more: int) -> None:
    """Wait until people were told of so many more answers."""
    wanted = sum(len(person.told) for person in people) + more
    until = time.monotonic() + 60
    while sum(len(person.told) for person in people) < wanted and time.monotonic() < until:
        if any(person.wrong for person in people):
            return
        time.sleep(0.002)


def kept_texts(case: Assessment) -> list[str]:
    versions = AnswerVersion.objects.filter(answer__assessment=case).values_list("value", flat=True)
    return [*versions, *Rival.objects.filter(answer__assessment=case).values_list("value", flat=True)]


def saved_at(case: Assessment, text: str) -> float:
    version = AnswerVersion.objects.filter(answer__assessment=case, value=text).first()
    return (version or Rival.objects.get(answer__assessment=case, value=text)).at.timestamp()


def assert_whole(case: Assessment) -> None:
    """Hold every record of an answer against every other one, and the journal against all."""
    assert verify() == []
    versions = AnswerVersion.objects.filter(answer__assessment=case).select_related("answer")
    for answer in Answer.objects.filter(assessment=case):
        own = [version for version in versions if version.answer_id == answer.pk]
        assert [version.number for version in own] == list(range(1, answer.number + 1))
        assert own[-1].value == answer.value
    acts = Act.objects.filter(subject_key=case.code)
    committed = acts.filter(verb="answer_saved").values_list("content", flat=True)
    assert {content["commitment"] for content in committed} == {commitment(one.salt, one.value) for one in versions}
    rivals = Rival.objects.filter(answer__assessment=case)
    assert acts.filter(verb="answer_in_conflict").count() == rivals.count()
    assert Sending.objects.filter(assessment=case).count() == len(versions) + rivals.count()

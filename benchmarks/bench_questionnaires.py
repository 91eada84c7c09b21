"""Questionnaires: one of 600 questions is opened, answered, exported, read back and submitted; 200 people save at once.

Single requests are measured as `pages` measures them, without a network; the crowd speaks HTTP to the real server, and
every answer that was acknowledged is looked for afterwards.
"""

import http.client
import json
import os
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from benchmarks import rdmo
from benchmarks.invented_questions import PROCESS, open_for, questionnaire, text
from benchmarks.registers import ROOT
from benchmarks.rows import Figure, Row, Times, clock

if TYPE_CHECKING:
    from django.test import Client

    from rapporteur.people.models import Person
    from rapporteur.questionnaires.models import Assessment

NAME = "Questionnaires"
BUDGET = "an answer saved: p95 under 50 ms of server time; of a crowd that saves, no acknowledged answer is lost"
PEER = (
    "RDMO, from PyPI, in an environment of its own on the same kind of database, with the same 600 questions for a"
    " text, 30 a page: the call that saves an answer, and the three calls that show a page. Ours also keeps every"
    " version and a journal, and every fifth question of it has a condition"
)
COUNTED = True

SECTIONS, QUESTIONS = 20, 30
VISITS = 40
PEOPLE, STATES = 200, 20
SECONDS, SECONDS_FULL = 10, 60
SERVE = [sys.executable, "-c", "from rapporteur.cli.main import main; main()", "serve", "--port"]


def run(*, full: bool = False) -> list[Row]:
    from django.conf import settings  # noqa: PLC0415 - Django is set up before run(), not before import

    settings.SECOND_FACTOR = "offered"
    case, person = open_for(questionnaire(SECTIONS, QUESTIONS), "Alandia")
    peer = rdmo.measured(SECTIONS, QUESTIONS)
    client = signed_in(person)
    rows = [
        *saving(client, case, person, peer),
        *opening(client, case, peer),
        *offline(case),
        *submitting(client, case),
        crowd_row(SECONDS_FULL if full else SECONDS),
    ]
    return rows if isinstance(peer, dict) else [*rows, Row(f"RDMO: {peer}", ())]


def signed_in(person: "Person") -> "Client":
    from django.test import Client  # noqa: PLC0415 - Django is set up after import

    client = Client(headers={"host": "localhost"})
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def saving(client: "Client", case: "Assessment", person: "Person", peer: rdmo.Found) -> list[Row]:
    sequence = iter(range(1, 10_000))

    def save(section: int, number: int, said: str, based_on: int) -> None:
        sent = {"question": f"q-{section}-{number}", "value": said, "language": "en", "based_on": based_on}
        plain = {**sent, "client": "c1", "sequence": next(sequence), "person": str(person.pk)}
        address = f"/assessments/{case.code}/sections/s{section}/save/"
        answer = client.post(address, json.dumps(plain), content_type="application/json")
        if answer.status_code != 200 or answer.json()["number"] != based_on + 1:
            raise RuntimeError(f"{address} was answered with {answer.status_code}: {answer.content[:300]!r}")

    places = [(section, number) for section in range(SECTIONS) for number in range(QUESTIONS)]
    first = each(lambda place: save(*place, text(*place), 0), places)
    again = each(lambda place: save(*place, "Another text.", 1), places[::3])
    return [
        Row(
            "600 answers saved, one call each",
            (*spread(first), Figure("whole", first.total, "s")),
            peer=rdmo.figure(peer, "first", sum),
            peer_of="whole",
        ),
        Row("an answer changed, 600 answered", spread(again, 50), peer=rdmo.figure(peer, "again"), peer_of="p50"),
    ]


def opening(client: "Client", case: "Assessment", peer: rdmo.Found) -> list[Row]:
    def visit(address: str) -> Callable[[int], int]:
        return lambda place: len(got(client, f"/assessments/{case.code}/{address.format(place % SECTIONS)}"))

    rows = []
    for name, address, of in (
        ("a section of 30 questions opened, 600 answered", "sections/s{}/", "opened"),
        ("the whole opened, 600 answered", "", ""),
        ("all that stands against submitting", "submit/", ""),
    ):
        show = visit(address)
        show(0)
        theirs = rdmo.figure(peer, of) if of else None
        rows.append(Row(name, spread(each(show, range(VISITS))), peer=theirs, peer_of="p50"))
    return rows


def offline(case: "Assessment") -> list[Row]:
    """Measure forms that go out as DOCX and XLSX, and one read back with the preview of what it would do."""
    from rapporteur.archive.terms import FileKind  # noqa: PLC0415 - Django is set up after import
    from rapporteur.languages.terms import Language  # noqa: PLC0415 - as above
    from rapporteur.questionnaires.actions.bringing_in import give_out, look_at  # noqa: PLC0415 - as above
    from rapporteur.questionnaires.files.sheet_reading import Book  # noqa: PLC0415 - as above
    from rapporteur.questionnaires.queries.definitions import definition  # noqa: PLC0415 - as above

    asked = definition(case.release)
    sections = [section.key for section in asked.sections]
    given: dict[FileKind, bytes] = {}

    def give(kind: FileKind) -> None:
        given[kind] = give_out(case, sections, kind=kind, language=Language.ENGLISH, state="Alandia")

    def read_back() -> None:
        filled = Book(given[FileKind.XLSX]).filled(asked)
        if len(look_at(case, filled, sections, digest="0" * 64)) != len(asked.questions):
            raise RuntimeError("not every answer came back")

    return [
        Row("exported as XLSX, 600 answers", spread(clock(lambda: give(FileKind.XLSX), times=3))),
        Row("exported as DOCX, 600 answers", spread(clock(lambda: give(FileKind.DOCX), times=3))),
        Row("600 answers read back from XLSX, with the preview", spread(clock(read_back, times=3))),
    ]


def submitting(client: "Client", case: "Assessment") -> list[Row]:
    def submit() -> None:
        answer = client.post(f"/assessments/{case.code}/submit/")
        if answer.status_code != 302:
            raise RuntimeError(f"submitting was answered with {answer.status_code}: {answer.content[:300]!r}")

    def export() -> int:
        return len(got(client, f"/assessments/{case.code}/submissions/1/file.json"))

    once = clock(submit)
    return [
        Row("submitted, 600 answers frozen", spread(once)),
        Row("the submission exported as JSON", spread(clock(export, times=10))),
    ]


def got(client: "Client", address: str) -> bytes:
    answer = client.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address} was answered with {answer.status_code}")
    return b"".join(answer) if answer.streaming else answer.content


def each(work: Callable[[Any], object], places: Any) -> Times:
    return Times(tuple(clock(lambda place=place: work(place)).total for place in places))


def spread(times: Times, limit: float | None = None) -> tuple[Figure, ...]:
    return Figure("p50", times.median * 1000, "ms"), Figure("p95", times.p95 * 1000, "ms", limit)


# --- the crowd -------------------------------------------------------------------------------------------------------


def crowd_row(seconds: int) -> Row:
    """Have 200 people of 20 States save without a pause; what they were told is held against the database."""
    people = gathered()
    before = children_time()
    with server() as port:
        lines = "".join(f"{json.dumps(person)}\n" for person in people)
        command = [sys.executable, "-m", "benchmarks.crowd", str(port), str(seconds)]
        done = subprocess.run(command, cwd=ROOT, input=lines, stdout=subprocess.PIPE, check=True, text=True)
    found = json.loads(done.stdout)
    if found["wrong"]:
        raise RuntimeError(f"{len(found['wrong'])} savers were refused, the first with {found['wrong'][0]}")
    times = Times(tuple(found["taken"]))
    processor = (children_time() - before - found["processor"]) / len(times.taken)
    figures = (
        *spread(times),
        Figure("answers", len(times.taken), ""),
        Figure("a second", len(times.taken) / found["seconds"], ""),
        Figure("processor", processor * 1000, "ms"),
        Figure("lost", lost(people, found["told"]), "", 0),
    )
    return Row(f"{PEOPLE} people save at once, {seconds} s", figures)


def children_time() -> float:
    """Return the seconds of the processor that ended children took; here those of the server and of the crowd."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def gathered() -> list[dict[str, str]]:
    """Return ten people of each of twenty States, signed in, each with a question of his own."""
    from django.utils import timezone  # noqa: PLC0415 - Django is set up after import

    from rapporteur.people.actions.nominating import nominate  # noqa: PLC0415 - as above
    from rapporteur.people.models import NoteVerbale  # noqa: PLC0415 - as above
    from rapporteur.people.terms import Nominee, Part  # noqa: PLC0415 - as above

    asked = questionnaire(SECTIONS, QUESTIONS)
    people = []
    for place in range(STATES):
        state = f"State {place}"
        case, _focal = open_for(asked, state)
        note = NoteVerbale.objects.get(state=state)
        for number in range(PEOPLE // STATES):
            nominee = Nominee(f"p{number}@state-{place}.example", f"Person {number}", Part.EXPERT)
            named = nominate(nominee, note=note, process=PROCESS, by="benchmark", at=timezone.now())
            session = signed_in(named.person).cookies["sessionid"].value
            address = f"/assessments/{case.code}/sections/s{number}/save/"
            who = {"cookie": f"sessionid={session}", "person": str(named.person.pk)}
            people.append({**who, "address": address, "question": f"q-{number}-0", "code": case.code})
    return people


def lost(people: list[dict[str, str]], told: list[int]) -> int:
    """Return how many acknowledged answers the database does not have."""
    from rapporteur.questionnaires.models import AnswerVersion  # noqa: PLC0415 - Django is set up after import

    kept = [
        AnswerVersion.objects.filter(answer__assessment__code=one["code"], answer__question=one["question"]).count()
        for one in people
    ]
    return sum(max(0, number - there) for number, there in zip(told, kept, strict=True))


@contextmanager
def server() -> Iterator[int]:
    """Give the port of a server, started as anybody starts it, on the database of this process."""
    from django.conf import settings  # noqa: PLC0415 - Django is set up after import

    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    given = {"RAPPORTEUR_SECRET_KEY": settings.SECRET_KEY, "RAPPORTEUR_SECOND_FACTOR": "offered"}
    with subprocess.Popen([*SERVE, str(port)], env=os.environ | given, stdout=subprocess.DEVNULL) as process:
        try:
            wait_for(port, process)
            yield port
        finally:
            process.send_signal(signal.SIGTERM)


def wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as trial:
            is_there = trial.connect_ex(("127.0.0.1", port)) == 0
        if is_there:
            # Asked once, it has read its addresses and templates.
            asking = http.client.HTTPConnection("localhost", port, timeout=60)
            asking.request("GET", "/account/login/")
            asking.getresponse().read()
            asking.close()
            return
        time.sleep(0.1)
    raise RuntimeError("the server did not start")

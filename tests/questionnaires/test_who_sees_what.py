"""Everybody at every address about people and answers: who comes in, and what nobody else ever reads.

The addresses are collected from the site itself: a page that is not in the table fails the first test.
"""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from pytest_django.fixtures import Settings

from people.test_nominating import OFFICER, note
from questionnaires.cast import AT
from questionnaires.invented import INVENTED
from questionnaires.state import ANA, BACKEND, BEN, CLEO, DAN, OLU, PROCESS, QUILL, RESERVE, peopled
from rapporteur.people.actions.nominating import end_nomination, nominate
from rapporteur.people.actions.noting import record_note
from rapporteur.people.models import CaseOfficer, Nomination, Person
from rapporteur.people.terms import Direction, Nominee, NoteEntry, Part
from rapporteur.questionnaires.actions.answering import Sent, save_answer
from rapporteur.questionnaires.actions.attaching import attach
from rapporteur.questionnaires.actions.opening import Opening, open_assessment, release
from rapporteur.questionnaires.actions.sharing import remark
from rapporteur.questionnaires.actions.submitting import reopen, submit
from rapporteur.questionnaires.models import Assessment, Delegation

pytestmark = pytest.mark.django_db

# The people, each by one letter, as the table names them. "x" is the public.
WHO = {
    "f": ANA, "e": BEN, "o": OLU, "c": CLEO,  # focal point, expert, observer and contributor of AAA
    "d": DAN, "v": "vera@bbb.example",  # focal point and observer of BBB
    "k": QUILL, "r": RESERVE,  # officers, named for the case of AAA and not
    "p": "petra@aaa.example",  # who was AAA's expert before
    "x": "",
}  # fmt: skip
TEAM, STRANGERS, OFFICERS = "feoc", "dvp", "kr"

# What only some may read: the text, and who may.
SUBMITTED, WRITTEN, OF_ONE, OF_TWO = "Said-And-Submitted", "Still-Being-Written", "Remark-On-One", "Remark-On-Two"
REASON, FILE, OF_B = "Reason-To-Reopen", b"File-Of-AAA", "Written-By-BBB"
READ_BY = {
    SUBMITTED: "feok", WRITTEN: "feo", OF_ONE: "feo", OF_TWO: "feoc", REASON: "feok", FILE.decode(): "feock",
    OF_B: "dv",
}  # fmt: skip


@dataclass(frozen=True)
class Page:
    """Who sees a page, by letters; others who signed in get `others`, and the public is asked to sign in."""

    args: str  # as `places` fills them in
    seen_by: str
    others: int = 404
    post: bool = False
    query: str = ""


TABLE = {
    # --- one's own -----------------------------------------------------------------------------------------------
    "mine": Page("", TEAM + STRANGERS + OFFICERS),
    "profile": Page("", TEAM + STRANGERS + OFFICERS),
    # --- a State's answers ---------------------------------------------------------------------------------------
    "assessment": Page("code", "feock"),
    "assessment_share": Page("code", "f", post=True),
    "assessment_hand_back": Page("code delegation", "fc", post=True),
    "assessment_submit": Page("code", "f"),
    "submission": Page("code one_", "feok"),
    "submission_file": Page("code one_", "feok"),
    "assessment_reopen": Page("code one_", "f", post=True),
    "assessment_carry": Page("code", "f"),
    "assessment_section": Page("code section", "feo"),
    "assessment_save": Page("code section", "fe", post=True),
    "assessment_now": Page("code section", "feo"),
    "assessment_question": Page("code question", "feo"),
    "assessment_offline": Page("code", "feoc"),
    "assessment_offline_form": Page("code", "feoc", query="?kind=docx&language=en&sections=two"),
    "assessment_offline_apply": Page("code", "fec", post=True),
    "attachment": Page("code digest", "feock"),
    # --- a State's people ----------------------------------------------------------------------------------------
    "delegation": Page("process state", "feo"),
    "delegation_tell": Page("process state contributor", "f", post=True),
    "delegation_remove": Page("process state contributor", "f", post=True),
    # --- the desk ------------------------------------------------------------------------------------------------
    "desk_notes": Page("", OFFICERS, 403),
    "desk_note_new": Page("", OFFICERS, 403),
    "desk_note": Page("note", OFFICERS, 403),
    "desk_note_scan": Page("note", OFFICERS, 403),
    "desk_nominate": Page("note", OFFICERS, 403),
    "desk_people": Page("", OFFICERS, 403),
    "desk_people_of": Page("process state", OFFICERS, 403),
    "desk_tell": Page("nomination", OFFICERS, 403, post=True),
    "desk_end_nomination": Page("nomination", OFFICERS, 403),
    "desk_take_out": Page("case_officer", OFFICERS, 403, post=True),
    "desk": Page("", OFFICERS, 403),
    "desk_journal": Page("", OFFICERS, 403),
}
# Pages of the register and of draws, which hold nothing of a State's answers; tests/desk and tests/lots walk them.
OF_THE_REGISTER = re.compile(r"desk_(wordings?|lots\w*|ceremony|list|new|record|history|withdraw|say|issue)")
WALKED = ("desk/", "mine/", "assessments/", "processes/")


def addresses(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[tuple[str, str]]:
    for one in patterns:
        at = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from addresses(one.url_patterns, at)
        else:
            yield at, str(one.name)


def test_every_address_is_in_the_table() -> None:
    found = {name for at, name in addresses(get_resolver().url_patterns) if at.startswith(WALKED)}
    assert {name for name in found if not OF_THE_REGISTER.fullmatch(name)} == set(TABLE)


@pytest.fixture
def places(settings: Settings, tmp_path: Path) -> dict[str, object]:
    """Return what fills the addresses in, of a case that was submitted, reopened and is being written again."""
    settings.SECOND_FACTOR = "offered"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    kept = {**settings.STORAGES["archive"], "OPTIONS": {"location": str(tmp_path), "base_url": None}}
    settings.STORAGES = {**settings.STORAGES, "archive": kept}
    case = peopled()
    later = AT + dt.timedelta(days=1)
    for value, question in (("no", "offence"), (SUBMITTED, "plans")):
        save_answer(case, Sent(question, value, "en", 0), by=BEN, at=AT)
    file = attach(case, "files", io.BytesIO(FILE), "statistics.txt", by=BEN, at=AT)
    save_answer(case, Sent("files", [file.digest], "en", 0), by=BEN, at=AT)
    reopen(submit(case, by=ANA, at=AT), because=REASON, by=ANA, at=later)
    save_answer(case, Sent("plans", WRITTEN, "en", 1), by=BEN, at=later)
    remark(case, "plans", text=OF_ONE, by=BEN, at=later)
    remark(case, "penalty", text=OF_TWO, by=BEN, at=later)
    with_strangers()
    return {
        "code": case.code,
        "delegation": Delegation.objects.get().pk,
        "one_": 1,
        "section": "one",
        "question": "plans",
        "digest": file.digest,
        "process": PROCESS,
        "state": "AAA",
        "contributor": Nomination.objects.get(part=Part.CONTRIBUTOR).pk,
        "nomination": Nomination.objects.get(person__email=BEN).pk,
        "note": record_note(scanned(), scan=(io.BytesIO(b"A scan."), "scan.txt"), by=OFFICER, at=AT).pk,
        "case_officer": CaseOfficer.objects.get().pk,
    }


def scanned() -> NoteEntry:
    return NoteEntry(Direction.OUT, "NV/OUT/1", "AAA", AT.date(), AT.date(), "Reminder")


def with_strangers() -> None:
    """Add a neighbour with answers of its own, its observer, and somebody who is no longer named."""
    other = open_assessment(release(INVENTED, by=DAN, at=AT), Opening(PROCESS, "BBB"), by=DAN, at=AT)
    save_answer(other, Sent("offence", "no", "en", 0), by=DAN, at=AT)
    save_answer(other, Sent("plans", OF_B, "en", 0), by=DAN, at=AT)
    of_b, of_a = note("NV/91", "BBB"), note("NV/92", "AAA")
    nominate(Nominee(WHO["v"], "Vera", Part.OBSERVER), note=of_b, process=PROCESS, by=OFFICER, at=AT)
    past = nominate(Nominee(WHO["p"], "Petra", Part.EXPERT), note=of_a, process=PROCESS, by=OFFICER, at=AT)
    end_nomination(past, note=of_a, because="", by=OFFICER, at=AT)


def at_the_door(who: str) -> Client:
    client = Client()
    if WHO[who]:
        client.force_login(Person.objects.get(email=WHO[who]), backend=BACKEND)
    return client


def asked(client: Client, name: str, places: dict[str, object]) -> tuple[int, str]:
    """Return status, headers and content of an answer; what asking changed is taken back."""
    page = TABLE[name]
    at = reverse(name, args=[places[key] for key in page.args.split()]) + page.query
    with transaction.atomic():
        answer = client.post(at) if page.post else client.get(at)
        transaction.set_rollback(True)
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            content = b"".join(packed.read(part) for part in packed.namelist())
    return answer.status_code, f"{dict(answer.items())}\n{content.decode('utf-8', 'replace')}"


@pytest.mark.parametrize("who", WHO)
def test_each_comes_in_where_he_may_and_reads_what_is_for_him(who: str, places: dict[str, object]) -> None:
    wrong, read = [], []
    for name, page in TABLE.items():
        client = at_the_door(who)
        status, said = asked(client, name, places)
        if who == "x":
            is_right = status == (401 if name in {"assessment_save", "assessment_now"} else 302)
        elif who in page.seen_by:
            is_right = status in ({200, 302, 400, 405, 422} if page.post else {200})
        else:
            is_right = status == page.others
        wrong += [] if is_right else [(name, status)]
        read += [(name, mark) for mark, readers in READ_BY.items() if mark in said and who not in readers]
    assert (wrong, read) == ([], [])


@pytest.mark.parametrize("who", STRANGERS + "r")
def test_a_case_of_others_answers_exactly_as_one_that_is_not_there(who: str, places: dict[str, object]) -> None:
    differing = []
    nowhere = {**places, "code": "0" * 16, "state": "ZZZ"}
    for name, page in TABLE.items():
        if page.args.split()[:1] not in (["code"], ["process"]) or who in page.seen_by:
            continue
        client = at_the_door(who)
        there, not_there = (plain(asked(client, name, one), one) for one in (places, nowhere))
        differing += [] if there == not_there else [name]
    assert differing == []


def plain(answer: tuple[int, str], places: dict[str, object]) -> tuple[int, str]:
    said = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", answer[1])
    said = re.sub(r"'Content-Length': '\d+'", "", said)
    return answer[0], said.replace(str(places["code"]), "CODE").replace(f"/{places['state']}/", "/STATE/")


def test_the_list_of_each_has_his_own_cases_and_no_other(places: dict[str, object]) -> None:
    code = {case.state: case.code for case in Assessment.objects.all()}
    shown = {
        who: "".join(state for state in ("AAA", "BBB") if code[state] in asked(at_the_door(who), "mine", places)[1])
        for who in WHO
        if who != "x"
    }
    assert shown == {who: {"d": "BBB", "v": "BBB", "r": "", "p": ""}.get(who, "AAA") for who in shown}

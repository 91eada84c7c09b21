import datetime as dt
import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.fixtures import Settings

from archive.made import changed
from questionnaires.cast import ANA, AT, BEN, assessment
from questionnaires.filling import filled_paper, filled_sheet
from rapporteur.archive.terms import FileKind
from rapporteur.journal.models import Act
from rapporteur.journal.terms import Refused
from rapporteur.languages.terms import Language
from rapporteur.people.models import Nomination, NoteVerbale, Person
from rapporteur.questionnaires.actions.answering import Sent, save_answer
from rapporteur.questionnaires.actions.bringing_in import Account, bring_in, give_out, look_at, read, receive
from rapporteur.questionnaires.actions.sharing import delegate
from rapporteur.questionnaires.actions.submitting import submit
from rapporteur.questionnaires.models import Answer, Assessment, Rival, Sending
from rapporteur.questionnaires.terms import Origin

pytestmark = pytest.mark.django_db
LATER = AT + dt.timedelta(days=2)
BOTH = ("one", "two")
FILLED = {FileKind.XLSX: filled_sheet, FileKind.DOCX: filled_paper}
every_format = pytest.mark.parametrize("kind", FILLED)


@pytest.fixture(autouse=True)
def _files_of_its_own(tmp_path: Path, settings: Settings) -> None:
    archive = {**settings.STORAGES["archive"], "OPTIONS": {"location": str(tmp_path / "files"), "base_url": None}}
    settings.STORAGES = {**settings.STORAGES, "archive": archive}
    settings.SECOND_FACTOR = "offered"


def answered(**values: object) -> Assessment:
    case = assessment()
    for question, value in values.items():
        save_answer(case, Sent(question, value, "en", 0), by=BEN, at=AT)
    return case


def form(case: Assessment, kind: FileKind, sections: tuple[str, ...] = BOTH, **cells: object) -> bytes:
    out = give_out(case, sections, kind=kind, language=Language.ENGLISH, state="Alandia")
    return FILLED[kind](out, **cells)


def brought(case: Assessment, content: bytes, name: str, sections: tuple[str, ...] = BOTH) -> Account:
    digest, kind = receive(case, io.BytesIO(content), name)
    changes = look_at(case, read(case, digest, kind), sections, digest=digest)
    return bring_in(case, changes, digest=digest, language=Language.FRENCH, by=ANA, at=LATER)


def why(case: Assessment, content: bytes, name: str) -> str:
    with pytest.raises(Refused) as refusal:
        receive(case, io.BytesIO(content), name)
    return str(refusal.value)


@every_format
def test_a_filled_form_is_saved_once_on_the_version_it_was_given_out_with(kind: FileKind) -> None:
    case = answered(offence="yes", penalty="12.0")
    content = form(case, kind, offence="No", plans="A bill.")
    assert brought(case, content, f"form.{kind}") == Account(saved=2)
    told = Answer.objects.filter(assessment=case).values_list("question", "value", "number", "origin", "language", "by")
    assert {row[0]: row[1:] for row in told} == {
        "offence": ("no", 2, Origin.OFFLINE, "fr", ANA),
        "penalty": ("12.0", 1, Origin.TYPED, "en", BEN),
        "plans": ("A bill.", 1, Origin.OFFLINE, "fr", ANA),
    }
    save_answer(case, Sent("plans", "Another bill.", "en", 1), by=BEN, at=LATER)
    assert brought(case, content, f"form.{kind}") == Account()
    assert Answer.objects.get(assessment=case, question="plans").value == "Another bill."
    assert Rival.objects.count() == 0


@every_format
def test_what_went_on_meanwhile_stays_and_the_text_of_the_form_stays_beside_it(kind: FileKind) -> None:
    case = answered(offence="yes")
    content = form(case, kind, offence="No", since="2026-01-01")
    save_answer(case, Sent("offence", "in_part", "en", 1), by=BEN, at=LATER)
    save_answer(case, Sent("penalty", "3", "en", 0), by=BEN, at=LATER)
    assert brought(case, content, f"form.{kind}") == Account(saved=1, conflicts=1)
    assert Answer.objects.get(assessment=case, question="offence").value == "in_part"
    assert Answer.objects.get(assessment=case, question="penalty").value == "3"
    assert list(Rival.objects.values_list("value", "based_on", "by")) == [("no", 1, ANA)]


def test_the_journal_learns_which_file_came_and_no_answer() -> None:
    case = answered()
    content = form(case, FileKind.XLSX, plans="A secret bill.")
    digest, kind = receive(case, io.BytesIO(content), "form.xlsx")
    changes = look_at(case, read(case, digest, kind), BOTH, digest=digest)
    bring_in(case, changes, digest=digest, language=Language.ENGLISH, by=ANA, at=LATER)
    assert Act.objects.get(verb="form_brought_in").content == {"form": digest, "answers": 1}
    assert "secret" not in str(list(Act.objects.values_list("content", flat=True)))
    assert Sending.objects.get().client == digest[:40]


@every_format
def test_a_form_of_another_state_version_or_questionnaire_is_refused(kind: FileKind) -> None:
    own = assessment()
    assert why(own, form(assessment("BBB"), kind), f"form.{kind}") == (
        "The form is of another State (BBB); here are the answers of AAA."
    )
    assert why(own, form(assessment(process="invented/2"), kind), f"form.{kind}") == (
        "The form belongs to another questionnaire of this State."
    )
    content = form(own, kind)
    own.release.digest = "e" * 64
    assert why(own, content, f"form.{kind}") == (
        "The form is of another version of the questionnaire. Download a new one."
    )


def test_what_is_no_form_or_should_not_be_opened_is_refused_by_name() -> None:
    case = answered()
    sheet, paper = form(case, FileKind.XLSX), form(case, FileKind.DOCX)
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/workbook.xml", b" " * 40_000_000)
    entity = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    cases = {
        ("form.pdf", sheet): "Give back the DOCX or XLSX file that you were given here.",
        ("form.xlsm", sheet): "The file holds macros (.xlsm). Save it without them.",
        ("form.docx", sheet): "The file is not what its name says (docx).",
        ("form.xlsx", b""): "The file is empty.",
        ("form.xlsx", sheet[:-900]): "The file is damaged and cannot be read. Save it again and give it once more.",
        ("form.xlsx", bytes(10_000_001)): "The file is larger than what is taken here: 10000000 bytes.",
        ("form.xlsx", bomb.getvalue()): "The file expands to far more than it seems to hold (xl/workbook.xml).",
        ("form.xlsx", changed(sheet, {"xl/vbaProject.bin": b"x"})): (
            "The file holds macros (xl/vbaProject.bin). Save it without them."
        ),
        ("form.docx", changed(paper, {"word/document.xml": entity})): (
            "A part of the file (word/document.xml) declares a document type, which no form needs."
        ),
        ("form.xlsx", filled_sheet(sheet, plans="=1+1")): (
            f"The cell E{_row_of(sheet, 'plans')} holds a formula. Write what it comes to, not how."
        ),
    }
    assert {key[0] + str(len(key[1])): why(case, key[1], key[0]) for key in cases} == {
        key[0] + str(len(key[1])): words for key, words in cases.items()
    }


def _row_of(content: bytes, name: str) -> int:

    main = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    return next(row[0].row for row in main.iter_rows(max_col=1) if row[0].value == name)


def test_nothing_of_a_form_is_saved_once_the_answers_are_submitted() -> None:
    case = answered(offence="no")
    content = form(case, FileKind.XLSX, plans="A bill.", offence="Yes")
    submit(case, by=ANA, at=AT)
    with pytest.raises(Refused, match="The answers were submitted"):
        brought(case, content, "form.xlsx")
    assert Answer.objects.get().value == "no"


# --- pages ----------------------------------------------------------------------------------------------------------


def person(case: Assessment, email: str, part: str) -> Client:
    made = Person.objects.create_user(email)
    note = NoteVerbale.objects.create(
        direction="in",
        reference=email,
        state=case.state,
        dated=AT.date(),
        handled_on=AT.date(),
        subject="",
        by=ANA,
        at=AT,
    )
    Nomination.objects.create(
        person=made,
        note=None if part == "contributor" else note,
        part=part,
        state=case.state,
        process=case.process,
        since=AT.date(),
    )
    client = Client()
    client.force_login(made)
    return client


def at(case: Assessment, *rest: str) -> str:
    return "/".join(["/assessments", case.code, "offline", *rest, ""])


def posted(client: Client, case: Assessment, content: bytes, name: str = "form.xlsx") -> str:
    answer = client.post(at(case), {"file": SimpleUploadedFile(name, content), "language": "en"})
    return f"{answer.status_code} {answer.content.decode()}"


@every_format
def test_a_form_goes_out_and_comes_back_by_plain_forms_of_the_page(kind: FileKind) -> None:
    case = answered(offence="yes")
    client = person(case, ANA, "focal_point")
    page = client.get(at(case)).content.decode()
    assert re.findall(r'name="sections" value="(\w+)"', page) == ["one", "two"]
    out = client.get(at(case, "form"), {"sections": BOTH, "kind": kind.value, "language": "en"})
    assert (out["Content-Type"], out["Content-Disposition"]) == (
        kind.media_type,
        f'attachment; filename="invented-en.{kind}"',
    )
    told = posted(client, case, FILLED[kind](out.content, offence="No", plans="A bill."), f"form.{kind}")
    assert Answer.objects.get(assessment=case).number == 1
    assert re.findall(r'class="status (\w+)"', told) == ["changed", "new"]
    slip = re.search(r'name="slip" value="([^"]+)"', told)
    assert slip
    done = client.post(at(case, "changes"), {"slip": slip[1], "apply": ["offence"]}, follow=True)
    assert "1 answer was saved." in done.content.decode()
    assert dict(Answer.objects.values_list("question", "value")) == {"offence": "no"}


def test_an_answer_that_does_not_fit_is_told_at_its_question() -> None:
    case = answered()
    client = person(case, ANA, "expert")
    told = posted(client, case, form(case, FileKind.XLSX, penalty=99, offence="Perhaps"))
    assert re.findall(r'<p class="fault">([^<]+)</p>', told) == [
        "“Perhaps” is not one of the answers offered.",
        "The number can be 60 at most.",
    ]
    assert told.startswith("200 ")


def test_a_file_that_is_refused_is_told_on_the_page() -> None:
    case = answered()
    told = posted(person(case, ANA, "expert"), case, b"PK no package")
    assert "The file is damaged and cannot be read." in told
    assert told.startswith("422 ")


def test_a_contributor_gets_and_gives_his_own_sections_and_no_other() -> None:
    case = answered(offence="yes", penalty="5")
    client = person(case, BEN, "contributor")
    assert client.get(at(case)).status_code == 404
    delegate(case, "two", to=BEN, note="", by=ANA, at=AT)
    assert re.findall(r'name="sections" value="(\w+)"', client.get(at(case)).content.decode()) == ["two"]
    wanted = {"sections": ["one", "two"], "kind": "xlsx", "language": "en"}
    assert client.get(at(case, "form"), wanted).status_code == 422
    told = posted(client, case, form(case, FileKind.XLSX, offence="No", penalty=6))
    assert re.findall(r'class="status (\w+)"', told) == ["changed"]
    assert "you may not write in them" in told
    slip = re.search(r'name="slip" value="([^"]+)"', told)
    assert slip
    client.post(at(case, "changes"), {"slip": slip[1], "apply": ["offence", "penalty"]})
    assert dict(Answer.objects.values_list("question", "value")) == {"offence": "yes", "penalty": "6"}


def test_an_observer_gets_a_form_and_gives_none_and_strangers_find_nothing() -> None:
    case, other = answered(offence="yes"), assessment("BBB")
    observer, stranger = person(case, ANA, "observer"), person(other, BEN, "focal_point")
    wanted = {"sections": ["one"], "kind": "xlsx", "language": "en"}
    assert observer.get(at(case, "form"), wanted).status_code == 200
    assert posted(observer, case, form(case, FileKind.XLSX)).startswith("404 ")
    assert [stranger.get(at(case)).status_code, stranger.get(at(case, "form"), wanted).status_code] == [404, 404]
    assert stranger.post(at(case, "changes"), {"slip": "x"}).status_code == 404
    assert Client().get(at(case)).status_code == 302


def test_a_slip_of_another_person_or_one_that_was_changed_does_nothing() -> None:
    case = answered()
    ana, ben = person(case, ANA, "focal_point"), person(case, BEN, "expert")
    told = posted(ana, case, form(case, FileKind.XLSX, offence="No"))
    slip = re.search(r'name="slip" value="([^"]+)"', told)
    assert slip
    assert ben.post(at(case, "changes"), {"slip": slip[1], "apply": ["offence"]}).status_code == 404
    changed_ = ana.post(at(case, "changes"), {"slip": slip[1] + "x", "apply": ["offence"]}, follow=True)
    assert "too old, or not yours" in changed_.content.decode()
    assert Answer.objects.count() == 0


def test_a_request_of_two_hundred_megabytes_is_refused_before_it_is_read() -> None:
    case = answered()
    client = person(case, ANA, "expert")
    told = client.post(at(case), b"x", content_type="multipart/form-data; boundary=b", CONTENT_LENGTH="200000000")
    assert (told.status_code, "larger than 64 MB" in told.content.decode()) == (413, True)

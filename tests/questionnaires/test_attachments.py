import io
from contextlib import closing
from pathlib import Path

import pytest
from django.http import FileResponse
from django.test import Client
from pytest_django.fixtures import Settings

from archive.made import PDF, document
from questionnaires.cast import ANA, AT, BEN, assessment
from rapporteur.archive.actions.keeping import fetch
from rapporteur.journal.models import Act
from rapporteur.journal.terms import Refused
from rapporteur.people.models import CaseOfficer, Nomination, NoteVerbale, Person
from rapporteur.questionnaires.actions.answering import Sent, save_answer
from rapporteur.questionnaires.actions.attaching import attach
from rapporteur.questionnaires.actions.submitting import submit
from rapporteur.questionnaires.models import Answer, AnswerVersion, Assessment, Attachment

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files_of_its_own(tmp_path: Path, settings: Settings) -> None:
    archive = {**settings.STORAGES["archive"], "OPTIONS": {"location": str(tmp_path / "files"), "base_url": None}}
    settings.STORAGES = {**settings.STORAGES, "archive": archive}
    settings.SECOND_FACTOR = "offered"


def given(case: Assessment, content: bytes = PDF, name: str = "act.pdf", question: str = "files") -> Attachment:
    return attach(case, question, io.BytesIO(content), name, by=BEN, at=AT)


def why(case: Assessment, content: bytes, name: str, question: str = "files") -> str:
    with pytest.raises(Refused) as refusal:
        given(case, content, name, question)
    return str(refusal.value)


def test_a_file_is_kept_once_by_its_content_and_the_journal_learns_its_digest_alone() -> None:
    case = assessment()
    first, again = given(case), given(case, name="other name.pdf")
    assert (again.pk, first.name, first.size, first.media_type) == (first.pk, "act.pdf", len(PDF), "application/pdf")
    with fetch(first.digest) as file:
        assert file.read() == PDF
    assert [act.content for act in Act.objects.filter(verb="file_attached")] == [
        {"question": "files", "digest": first.digest}
    ]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\docs\\act.PDF", "act.pdf"),
        ('a"b;\r\nX: y.pdf', "a_b___X_ y.pdf"),
        (".pdf.pdf", "pdf.pdf"),
        ("قانون.pdf", "قانون.pdf"),
        ("n" * 300 + ".pdf", "n" * 196 + ".pdf"),
    ],
)
def test_a_name_loses_what_has_no_place_in_one(name: str, kept: str) -> None:
    assert given(assessment(), name=name).name == kept


def test_what_is_not_what_it_says_is_refused_and_nothing_is_kept() -> None:
    case = assessment()
    assert [why(case, PDF, "act.docx"), why(case, b"", "act.pdf"), why(case, b"MZ", "act.exe")] == [
        "The file is damaged and cannot be read. Save it again and give it once more.",
        "The file is empty.",
        "Files of this kind are not taken. Give one of these: pdf, docx, xlsx, odt, ods, png, jpg, txt, csv.",
    ]
    assert why(case, PDF, "act.pdf", "plans") == "The question “plans” takes no file."
    assert (Attachment.objects.count(), Act.objects.filter(verb="file_attached").count()) == (0, 0)


def test_one_file_and_all_files_together_have_their_bounds(settings: Settings) -> None:
    case = assessment()
    settings.ATTACHMENT_LARGEST, settings.ATTACHMENTS_LARGEST_SUM = len(PDF), len(PDF) + 5
    assert why(case, PDF + b"\n", "act.pdf") == f"The file is larger than what is taken here: {len(PDF)} bytes."
    given(case)
    assert "0.0 MB are left" in why(case, PDF[:-1], "more.pdf")


def test_a_configured_scanner_that_cannot_be_asked_keeps_files_out(settings: Settings) -> None:
    settings.CLAMAV_ADDRESS = "127.0.0.1:9"
    assert why(assessment(), PDF, "act.pdf") == "The file could not be checked for viruses. Try again later."


def test_a_file_that_leaves_the_answer_stays_in_its_history() -> None:
    case = assessment()
    one = given(case)
    save_answer(case, Sent("files", [one.digest], "en", 0), by=BEN, at=AT)
    save_answer(case, Sent("files", [], "en", 1), by=BEN, at=AT)
    assert Answer.objects.get(question="files").value is None
    assert list(AnswerVersion.objects.values_list("number", "value")) == [(1, [one.digest]), (2, None)]
    with fetch(one.digest) as file:
        assert file.read() == PDF


def test_nothing_is_attached_once_the_answers_are_submitted() -> None:
    case = assessment()
    save_answer(case, Sent("offence", "no", "en", 0), by=BEN, at=AT)
    submit(case, by=ANA, at=AT)
    assert why(case, PDF, "act.pdf").startswith("The answers were submitted.")


# --- downloads ------------------------------------------------------------------------------------------------------


def person(case: Assessment, email: str, part: str) -> Client:
    made = Person.objects.create_user(email, is_officer=part == "officer")
    of = {"process": case.process, "state": case.state}
    if part == "officer":
        CaseOfficer.objects.create(person=made, since=AT.date(), **of)
    else:
        days = {"dated": AT.date(), "handled_on": AT.date()}
        note = NoteVerbale.objects.create(direction="in", reference=email, state=case.state, by=ANA, at=AT, **days)
        Nomination.objects.create(person=made, note=note, part=part, since=AT.date(), **of)
    client = Client()
    client.force_login(made)
    return client


def _content(answer: FileResponse) -> bytes:
    with closing(answer):
        return b"".join(answer.streaming_content)


def test_a_file_is_downloaded_as_a_file_and_no_browser_runs_it() -> None:
    case = assessment()
    content = document()
    one = given(case, content, "Act – 2.docx")
    answer = person(case, ANA, "observer").get(f"/assessments/{case.code}/files/{one.digest}/")
    assert _content(answer) == content
    assert [answer["X-Content-Type-Options"], answer["Content-Security-Policy"]] == [
        "nosniff",
        "default-src 'none'; sandbox",
    ]
    assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))
    assert answer["Content-Disposition"] == "attachment; filename*=utf-8''Act%20%E2%80%93%202.docx"


def test_whoever_may_not_read_the_answer_finds_no_file() -> None:
    case, other = assessment(), assessment("BBB")
    one = given(case)
    address = f"/assessments/{case.code}/files/{one.digest}/"
    stranger, officer = person(other, BEN, "focal_point"), person(case, "olga@un.example", "officer")
    assert [stranger.get(address).status_code, officer.get(address).status_code] == [404, 404]
    assert stranger.get(f"/assessments/{other.code}/files/{one.digest}/").status_code == 404
    save_answer(case, Sent("offence", "no", "en", 0), by=BEN, at=AT)
    save_answer(case, Sent("files", [one.digest], "en", 0), by=BEN, at=AT)
    submit(case, by=ANA, at=AT)
    assert (stranger.get(address).status_code, _content(officer.get(address))) == (404, PDF)

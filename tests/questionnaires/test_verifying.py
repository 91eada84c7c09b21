import datetime as dt
import hashlib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rapporteur.cli.questionnaire import app
from rapporteur.cli.refusing import Refused
from rapporteur.questionnaires.rules.frozen import FORMAT, FrozenAnswer, Head, checked, frozen, receipt

AT = dt.datetime(2026, 5, 4, 9, 30, tzinfo=dt.UTC)
HEAD = Head("invented/1", "AAA", "invented", 1, "0" * 64, 2, "ana@aaa.example", AT)
ANSWER = FrozenAnswer("offence", "yes", "en", 1, "ana@aaa.example", AT.isoformat(), "typed", is_shown=True)
TEXT = frozen(HEAD, [ANSWER])


def test_a_frozen_copy_is_what_its_receipt_names() -> None:
    assert checked(TEXT.encode(), receipt(TEXT)) == HEAD


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (TEXT.replace("yes", "no").encode(), "it is not the copy that the receipt names, or it was changed"),
        (b"[]", "this is no frozen copy"),
        (b"\xff", "this is no frozen copy"),
        (TEXT.replace(FORMAT, "submission/2").encode(), "its format is 'submission/2'"),
    ],
)
def test_anything_else_is_told_apart(content: bytes, told: str) -> None:
    named = receipt(TEXT) if "changed" in told else hashlib.sha256(content).hexdigest()
    found = checked(content, named)
    assert isinstance(found, str)
    assert told in found


def test_the_command_says_what_the_file_is(tmp_path: Path) -> None:
    file = tmp_path / "submission.json"
    file.write_bytes(TEXT.encode())
    said = CliRunner().invoke(app, ["verify", str(file), "--receipt", receipt(TEXT)]).output
    assert said.endswith(
        "is what the receipt names: submission 2 of AAA in invented/1, questionnaire invented, version 1,"
        " submitted 2026-05-04 09:30 UTC by ana@aaa.example\n"
    )
    wrong = CliRunner().invoke(app, ["verify", str(file), "--receipt", "0" * 64])
    assert isinstance(wrong.exception, Refused)

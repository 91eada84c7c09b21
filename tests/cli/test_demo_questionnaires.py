"""The invented cycle that the demonstration shows: every stage is there, and everybody named can come in."""

import datetime as dt
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from rapporteur.cli.demo_people import Acting
from rapporteur.cli.demo_questionnaires import show_questionnaires
from rapporteur.journal.models import Act
from rapporteur.journal.queries import verify
from rapporteur.people.models import Person
from rapporteur.questionnaires.models import Answer, Assessment, Delegation, Rival, Submission

ACTING = Acting("somebody", dt.datetime(2026, 5, 4, 9, 30, tzinfo=dt.UTC))
DATA = Path(settings.PROJECT_DIR) / "data"


def test_six_invented_states_are_at_six_stages_and_a_second_run_changes_nothing(
    db: None, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    show_questionnaires(DATA, tmp_path, ACTING)
    first = capfd.readouterr().out
    told = [(one.process, one.state, one.stage, one.answers.exists()) for one in Assessment.objects.all()]
    assert told == [
        ("demonstration/1", "Adria", "open", False),
        ("demonstration/1", "Belmark", "open", True),
        ("demonstration/1", "Calder", "open", True),
        ("demonstration/1", "Dorland", "submitted", True),
        ("demonstration/1", "Estria", "open", True),
        ("demonstration/1", "Farholm", "submitted", True),
        ("demonstration/2", "Farholm", "open", True),
    ]
    assert [rival.answer.assessment.state for rival in Rival.objects.all()] == ["Belmark"]
    assert [one.person for one in Delegation.objects.all()] == ["contributor@belmark.example"]
    reopened = Submission.objects.filter(reopened_at__isnull=False)
    assert [one.assessment.state for one in reopened] == ["Estria"]
    carried = Answer.objects.filter(origin="carried", confirmed=False)
    assert {one.assessment.process for one in carried} == {"demonstration/2"}
    assert verify() == []
    acts = Act.objects.count()
    show_questionnaires(DATA, tmp_path, ACTING)
    second = capfd.readouterr().out
    assert Act.objects.count() == acts
    assert second.splitlines()[0] == "questionnaires: there already, left as they are"
    assert second.splitlines()[1:] == first.splitlines()[1:]


def test_everybody_of_the_cycle_comes_in_with_the_password_that_is_printed(db: None, tmp_path: Path) -> None:
    show_questionnaires(DATA, tmp_path, ACTING)
    password = (tmp_path / "demo-people.txt").read_text(encoding="utf-8").strip()
    assert (tmp_path / "demo-people.txt").stat().st_mode & 0o777 == 0o600
    people = Person.objects.all()
    assert len(people) == 10
    assert [person.email for person in people if not person.check_password(password)] == []
    address = "/account/login/"
    answer = Client().post(address, {"login": "observer@belmark.example", "password": password})
    assert (answer.status_code, answer["Location"]) == (302, "/mine/")

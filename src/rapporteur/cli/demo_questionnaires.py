"""What `rapporteur demo` shows of questionnaires: a cycle among six invented States, each at another stage of its work.

Everything is made by the acts that pages use, in one transaction: there is all of it or nothing.
"""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer
from rich.console import Console
from rich.table import Column, Table

from rapporteur.cli import demo_people
from rapporteur.cli.demo_answers import INVENTED, filled
from rapporteur.cli.demo_people import CASE_OFFICER, Acting, email
from rapporteur.people.terms import Part
from rapporteur.questionnaires.terms import Questionnaire, Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from rapporteur.questionnaires.models import Assessment, Release

FIRST: Final = "demonstration/1"
SECOND: Final = "demonstration/2"
_TEAM: Final = (Part.FOCAL_POINT, Part.EXPERT, Part.CONTRIBUTOR, Part.OBSERVER)
_ALONE: Final = (Part.FOCAL_POINT,)
_CONVENTION: Final[dict[str, Value]] = {"g-instruments": ["convention"], "g-other": "no"}
_ALL: Final[dict[str, Value]] = {"g-instruments": ["convention", "trafficking", "migrants"], "g-other": "no"}
_DAYS: Final = 180


@dataclass(frozen=True, slots=True)
class Shown:
    """One State of the demonstration: how far it is, in words, who is named, and what brings it there."""

    state: str
    stage: str
    parts: tuple[Part, ...]
    make: "Callable[[Assessment, Questionnaire, Acting], None]"


def show_questionnaires(data: Path, folder: Path, acting: Acting) -> None:
    """Make the questionnaires of the invented cycle unless they are there; print who signs in where."""
    from django.db import transaction

    from rapporteur.questionnaires.models import Assessment

    if Assessment.objects.filter(process=FIRST).exists():
        typer.echo("questionnaires: there already, left as they are")
    else:
        with transaction.atomic():
            _make(data, demo_people.password_kept(folder), acting)
        typer.echo(f"questionnaires: {len(CYCLE)} invented States answer the model questionnaire on cluster I")
    _print_people(demo_people.password_kept(folder))


def _make(data: Path, password: str, acting: Acting) -> None:
    from rapporteur.datafiles.reading import read
    from rapporteur.questionnaires.actions.opening import release
    from rapporteur.questionnaires.rules.definitions import questionnaire_of

    asked = questionnaire_of(read(data / "questionnaires" / "cluster-1.yaml"))
    released = release(asked, by=acting.by, at=acting.at)
    demo_people.add_case_officer(password)
    for one in CYCLE:
        demo_people.name_people(one.state, FIRST, parts=one.parts, acting=acting)
        one.make(_open(released, FIRST, one.state, acting), asked, acting)
    demo_people.let_in(tuple(one.state for one in CYCLE), password)


def _open(released: "Release", process: str, state: str, acting: Acting) -> "Assessment":
    from rapporteur.questionnaires.actions.opening import Opening, open_assessment

    opening = Opening(process, state, due_on=acting.at.date() + dt.timedelta(days=_DAYS))
    return open_assessment(released, opening, by=acting.by, at=acting.at)


def _nothing(case: "Assessment", asked: Questionnaire, acting: Acting) -> None:
    """Leave it as it is opened."""


def _half(case: "Assessment", asked: Questionnaire, acting: Acting) -> None:
    """Answer the first sections; give one away; let two people meet in one answer; ask a question in the team."""
    from rapporteur.questionnaires.actions.answering import Sent, save_answer
    from rapporteur.questionnaires.actions.sharing import delegate, remark

    focal, expert = email(Part.FOCAL_POINT, case.state), email(Part.EXPERT, case.state)
    _answer(case, asked, _ALL, acting, until="c6-possession")
    note = "The offences of corruption, please."
    delegate(case, "convention-8", to=email(Part.CONTRIBUTOR, case.state), note=note, by=focal, at=acting.at)
    for by, value in ((expert, "no"), (focal, "in_part")):
        save_answer(case, Sent("c6-concealment", value, "en", 1), by=by, at=acting.at)
    text = "Is the provision on concealment in force? Both answers stand in the ministry's file."
    remark(case, "c6-concealment", text=text, by=expert, at=acting.at)


def _complete(case: "Assessment", asked: Questionnaire, acting: Acting) -> None:
    _answer(case, asked, _CONVENTION, acting)


def _submitted(case: "Assessment", asked: Questionnaire, acting: Acting) -> None:
    from rapporteur.questionnaires.actions.submitting import submit

    _answer(case, asked, _CONVENTION, acting)
    submit(case, by=email(Part.FOCAL_POINT, case.state), at=acting.at)


def _reopened(case: "Assessment", asked: Questionnaire, acting: Acting) -> None:
    from rapporteur.questionnaires.actions.submitting import reopen, submit

    focal = email(Part.FOCAL_POINT, case.state)
    _answer(case, asked, _CONVENTION, acting)
    reopen(submit(case, by=focal, at=acting.at), because=f"A law was amended. {INVENTED}", by=focal, at=acting.at)


def _carried(case: "Assessment", asked: Questionnaire, acting: Acting) -> None:
    """Submit, and carry the answers over into the next phase, where a first one is confirmed."""
    from rapporteur.questionnaires.actions.answering import confirm
    from rapporteur.questionnaires.actions.carrying import carry_over
    from rapporteur.questionnaires.models import Answer

    _submitted(case, asked, acting)
    demo_people.name_people(case.state, SECOND, parts=_ALONE, acting=acting)
    later = _open(case.release, SECOND, case.state, acting)
    focal = email(Part.FOCAL_POINT, case.state)
    carry_over(case, later, by=focal, at=acting.at)
    confirm(Answer.objects.get(assessment=later, question="g-instruments"), shown=1, by=focal, at=acting.at)


def _answer(
    case: "Assessment", asked: Questionnaire, given: dict[str, Value], acting: Acting, *, until: str = ""
) -> None:
    from rapporteur.questionnaires.actions.answering import Sent, save_answer

    for key, value in filled(asked, given):
        if key == until:
            return
        save_answer(case, Sent(key, value, "en", 0), by=email(Part.FOCAL_POINT, case.state), at=acting.at)


CYCLE: Final = (
    Shown("Adria", "not begun", _ALONE, _nothing),
    Shown("Belmark", "half answered; a conflict, a section given away", _TEAM, _half),
    Shown("Calder", "complete, not submitted", _ALONE, _complete),
    Shown("Dorland", "submitted", _ALONE, _submitted),
    Shown("Estria", "submitted and reopened", _ALONE, _reopened),
    Shown("Farholm", "submitted; carried over into the next phase", _ALONE, _carried),
)


def _print_people(password: str) -> None:
    from django.conf import settings

    address = Column("signs in with", no_wrap=True)
    table = Table(address, "as", "of whose answers", title="Questionnaires of an invented cycle")
    for one in CYCLE:
        for part in one.parts:
            table.add_row(email(part, one.state), demo_people.PARTS[part], f"{one.state}: {one.stage}")
    table.add_row(CASE_OFFICER, "Officer", f"all {len(CYCLE)} cases, once submitted")
    Console().print(table)
    typer.echo(f"Each of them signs in with the password {password} and finds the work under /mine/")
    factor = {
        "offered": "offered, not required",
        "required": "required before answers are shown; RAPPORTEUR_SECOND_FACTOR=offered only offers it",
    }
    typer.echo(f"A second factor is {factor[settings.SECOND_FACTOR]}.")

"""Releasing a questionnaire, and opening it for a State."""

import datetime as dt
import secrets
from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from rapporteur.journal.actions.recording import record, wait_for_the_pen
from rapporteur.journal.terms import Reason, Refused
from rapporteur.languages.terms import Language
from rapporteur.questionnaires.models import Assessment, Release
from rapporteur.questionnaires.rules.canonical import canonical, digest
from rapporteur.questionnaires.terms import Questionnaire


def release(asked: Questionnaire, *, by: str, at: dt.datetime) -> Release:
    """Freeze a questionnaire in its version; the same one again changes nothing. Raises: Refused."""
    text = canonical(asked)
    with transaction.atomic():
        wait_for_the_pen()
        standing = Release.objects.filter(key=asked.key, version=asked.version).first()
        if standing is not None and standing.digest == digest(text):
            return standing
        if standing is not None:
            raise Refused(
                [Reason(_("Version %d was released with another text. Give this one a new version.") % asked.version)]
            )
        made = Release.objects.create(
            key=asked.key, version=asked.version, text=text, digest=digest(text), released_at=at
        )
        content = {"version": asked.version, "digest": made.digest}
        record(
            "questionnaire_released", subject_kind="questionnaire", subject_key=asked.key, content=content, by=by, at=at
        )
    return made


@dataclass(frozen=True, slots=True)
class Opening:
    """For whom a questionnaire is opened. `rulebook` and its digest name the rules the process runs under."""

    process: str
    state: str
    language: Language = Language.ENGLISH
    due_on: dt.date | None = None
    rulebook: str = ""
    rulebook_digest: str = ""


def open_assessment(released: Release, opening: Opening, *, by: str, at: dt.datetime) -> Assessment:
    """Open a questionnaire for a State. Raises: Refused."""
    with transaction.atomic():
        wait_for_the_pen()
        if Assessment.objects.filter(process=opening.process, state=opening.state, release=released).exists():
            raise Refused([Reason(_("This questionnaire is open for this State already."))])
        # The code is drawn, not made from the State: the journal cites it, and tells nobody whose it is.
        made = Assessment.objects.create(code=secrets.token_hex(8), release=released, opened_at=at, **asdict(opening))
        content = {"questionnaire": released.digest}
        record("assessment_opened", subject_kind="assessment", subject_key=made.code, content=content, by=by, at=at)
    return made

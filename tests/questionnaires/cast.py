"""One State with an open assessment on the invented questionnaire."""

import datetime as dt

from questionnaires.invented import INVENTED
from rapporteur.questionnaires.actions.opening import Opening, open_assessment, release
from rapporteur.questionnaires.models import Assessment

AT = dt.datetime(2026, 5, 4, 9, 30, tzinfo=dt.UTC)
ANA, BEN = "ana@justice.example", "ben@interior.example"


def assessment(state: str = "AAA", process: str = "invented/1") -> Assessment:
    return open_assessment(release(INVENTED, by=ANA, at=AT), Opening(process, state), by=ANA, at=AT)

"""Released questionnaires as types. A release never changes, so that each is read once for all."""

from functools import lru_cache

from rapporteur.questionnaires.models import Release
from rapporteur.questionnaires.rules.canonical import questionnaire_from
from rapporteur.questionnaires.terms import Questionnaire


def definition(release: Release) -> Questionnaire:
    """Return what a release asks."""
    return _read(release.digest)


@lru_cache(maxsize=64)
def _read(digest: str) -> Questionnaire:
    return questionnaire_from(Release.objects.values_list("text", flat=True).get(digest=digest))

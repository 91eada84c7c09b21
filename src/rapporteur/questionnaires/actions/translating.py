"""Translations of answers: asked for, taken up, done, checked. An answer keeps its language; they stand beside it."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from rapporteur.journal.actions.recording import record, wait_for_the_pen
from rapporteur.journal.terms import Reason, Refused
from rapporteur.languages import clean
from rapporteur.languages.terms import Language
from rapporteur.questionnaires.models import AnswerVersion, TranslationRequest
from rapporteur.questionnaires.rules.values import LONGEST_TEXT, is_blank
from rapporteur.questionnaires.terms import TranslationStatus

_OPEN = (TranslationStatus.ASKED, TranslationStatus.UNDER_WAY)


def ask_for_translation(version: AnswerVersion, language: str, *, by: str, at: dt.datetime) -> TranslationRequest:
    """Ask for a translation of one version of an answer. Raises: Refused."""
    if language not in set(Language) or language == version.language:
        raise Refused([Reason(_("Choose another language than that of the answer."), "language")])
    if is_blank(version.value):
        raise Refused([Reason(_("There is no text to translate."))])
    with transaction.atomic():
        wait_for_the_pen()
        made, is_new = TranslationRequest.objects.get_or_create(
            version=version, language=language, defaults={"asked_by": by, "asked_at": at}
        )
        if not is_new:
            raise Refused([Reason(_("This translation was asked for already."), "language")])
        _tell("translation_asked", made, by=by, at=at)
    return made


def take_translation(asked: TranslationRequest, *, by: str, at: dt.datetime) -> None:
    """Begin a translation: from now on it has a translator. Raises: Refused."""
    with transaction.atomic():
        wait_for_the_pen()
        free = TranslationRequest.objects.filter(pk=asked.pk, status=TranslationStatus.ASKED)
        if not free.update(status=TranslationStatus.UNDER_WAY, translator=by, at=at):
            raise Refused([Reason(_("Somebody took this translation meanwhile."))])
        _tell("translation_taken", asked, by=by, at=at)


def hand_in_translation(asked: TranslationRequest, text: str, *, by: str, at: dt.datetime) -> None:
    """Give the text of a translation; whoever gives it is its translator. Raises: Refused."""
    said = text.replace("\r\n", "\n").strip()
    if faults := clean.faults(said):
        raise Refused([Reason(_("The text has the character %s, which has no place in a text.") % faults[0], "text")])
    if not said or len(said) > LONGEST_TEXT:
        raise Refused([Reason(_("Write a translation of at most %d characters.") % LONGEST_TEXT, "text")])
    with transaction.atomic():
        wait_for_the_pen()
        waiting = TranslationRequest.objects.filter(pk=asked.pk, status__in=_OPEN)
        if not waiting.update(status=TranslationStatus.DONE, translator=by, text=said, at=at):
            raise Refused([Reason(_("This translation is done already."), "text")])
        _tell("translation_done", asked, by=by, at=at)


def check_translation(asked: TranslationRequest, *, by: str, at: dt.datetime) -> None:
    """Note that somebody else than the translator has read the translation beside its original. Raises: Refused."""
    with transaction.atomic():
        wait_for_the_pen()
        asked = TranslationRequest.objects.get(pk=asked.pk)
        if asked.status != TranslationStatus.DONE:
            raise Refused([Reason(_("There is no translation to check."))])
        if asked.translator == by:
            raise Refused([Reason(_("Somebody else than the translator checks a translation."))])
        asked.status = TranslationStatus.CHECKED
        asked.save(update_fields=["status"])
        _tell("translation_checked", asked, by=by, at=at)


def _tell(verb: str, asked: TranslationRequest, *, by: str, at: dt.datetime) -> None:
    answer = asked.version.answer
    content = {"question": answer.question, "version": asked.version.number, "language": str(asked.language)}
    record(verb, subject_kind="assessment", subject_key=answer.assessment.code, content=content, by=by, at=at)

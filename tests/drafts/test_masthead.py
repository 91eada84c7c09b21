"""The head of page one of the further drafts: a special session is called one, in brackets where no term is known."""

import datetime as dt

import pytest

from drafts.further import furnished, shown
from drafts.world import AS_OF
from rapporteur.drafts.queries.kinds import KINDS, Question
from rapporteur.languages.terms import Language
from rapporteur.meetings.models import Session

pytestmark = pytest.mark.django_db

CALLED = {
    Language.ENGLISH: ("First special session", "Special session", "Third session"),
    Language.FRENCH: ("[Première session extraordinaire]", "[Session extraordinaire]", "Troisième session"),
    Language.SPANISH: (
        "[Primer período extraordinario de sesiones]",
        "[Período extraordinario de sesiones]",
        "Tercer período de sesiones",
    ),
    Language.RUSSIAN: ("[Первая специальная сессия]", "[Специальная сессия]", "Третья сессия"),
    Language.CHINESE: ("[第一届特别会议]", "[特别会议]", "第三届会议"),
    Language.ARABIC: ("[الدورة الاستثنائية الأولى]", "[الدورة الاستثنائية]", "الدورة الثالثة"),
}


def test_a_special_session_is_called_one_in_every_language() -> None:
    regular = furnished().session
    numbered = Session.objects.get(key="cop-special")
    bare = Session.objects.get(key="cop-special")
    bare.ordinal = None
    period = {"since": dt.date(2031, 4, 1), "until": dt.date(2031, 4, 30)}
    called = {
        language: tuple(
            shown(KINDS["calendar"].compose(Question(session, AS_OF, **period), language).masthead.meeting)
            for session in (numbered, bare, regular)
        )
        for language in Language
    }
    assert called == CALLED

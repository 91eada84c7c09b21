import datetime as dt

import pytest

from questionnaires.cast import ANA, AT, BEN, assessment
from rapporteur.journal.models import Act
from rapporteur.journal.terms import Refused
from rapporteur.questionnaires.actions.sharing import be_seen, close_remark, delegate, hand_back, remark
from rapporteur.questionnaires.models import Delegation, Presence, Remark

pytestmark = pytest.mark.django_db


def test_a_section_is_given_to_a_person_and_handed_back_with_history() -> None:
    case = assessment()
    first = delegate(case, "one", to=BEN, note="By Friday, please.", by=ANA, at=AT)
    with pytest.raises(Refused, match="has the section already"):
        delegate(case, "one", to=BEN, note="", by=ANA, at=AT)
    hand_back(first, note="Done but for question 3.", by=BEN, at=AT)
    delegate(case, "one", to=BEN, note="", by=ANA, at=AT + dt.timedelta(hours=1))
    assert list(Delegation.objects.values_list("person", "handed_back_by", "handed_back_note")) == [
        (BEN, BEN, "Done but for question 3."),
        (BEN, "", ""),
    ]


def test_what_is_not_there_cannot_be_delegated_or_remarked_on() -> None:
    case = assessment()
    with pytest.raises(Refused, match="no section “nine”"):
        delegate(case, "nine", to=BEN, note="", by=ANA, at=AT)
    with pytest.raises(Refused, match="no question “nine”"):
        remark(case, "nine", text="What?", by=ANA, at=AT)
    with pytest.raises(Refused, match="at most 5000 characters"):
        remark(case, "plans", text=" ", by=ANA, at=AT)
    with pytest.raises(Refused, match=r"U\+202E"):
        remark(case, "plans", text="a\u202eb", by=ANA, at=AT)


def test_a_comment_is_dealt_with_once_and_the_journal_does_not_tell_it() -> None:
    case = assessment()
    made = remark(case, "plans", text="Ask the ministry of the interior.", by=ANA, at=AT)
    close_remark(made, by=BEN, at=AT)
    with pytest.raises(Refused, match="dealt with already"):
        close_remark(made, by=BEN, at=AT)
    assert Remark.objects.get().closed_by == BEN
    assert "ministry" not in " ".join(str(act.content) for act in Act.objects.all())


def test_being_seen_is_no_act() -> None:
    case = assessment()
    before = Act.objects.count()
    be_seen(case, "one", person=ANA, name="Ana", at=AT)
    be_seen(case, "one", person=ANA, name="Ana", at=AT)
    assert (Presence.objects.count(), Act.objects.count()) == (1, before)

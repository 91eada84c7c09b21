"""Two conferences in one installation: the same keys in both, and each record cites those of its own."""

import pytest

from html_form import fields
from rapporteur.bodies.models import Body, Conference
from rapporteur.documents.models import Document
from rapporteur.mandates.models import Mandate, Provision
from rapporteur.meetings.models import Meeting, Session


@pytest.fixture
def other(cast):
    """Return a second conference whose session, body, mandate and meeting bear the keys of the first one's."""
    made = Conference.objects.create(key="tail-cop", name=cast.conference.name, symbol_root="TAIL/COP")
    made.official_languages = ["en"]
    made.save()
    session = Session.objects.create(conference=made, key="cop-3", ordinal=3)
    body = Body.objects.create(conference=made, key="dust")
    mandate = Mandate.objects.create(conference=made, kind="resolution", number="3/1", session_key="cop-3")
    Provision.objects.create(mandate=mandate, position=1, effect="sets-task").named.create(body=body)
    meeting = Meeting.objects.create(body=body, key="dust-2017", reports_to=session, under=mandate)
    Document.objects.create(
        conference=made, key="TAIL/COP/2030/1", symbol="TAIL/COP/2030/1", type="report", session=session,
        reports_on=meeting,
    )  # fmt: skip
    return made


@pytest.mark.parametrize("slug", ["meetings", "mandates", "documents"])
@pytest.mark.parametrize("which", ["first", "last"])
def test_a_record_of_either_is_saved_as_it_is_shown(cast, other, officer, slug, which):
    model = {"meetings": Meeting, "mandates": Mandate, "documents": Document}[slug]
    keys = {"meetings": {"key": "dust-2017"}, "mandates": {"number": "3/1"}, "documents": {}}[slug]
    record = getattr(model.objects.filter(**keys).order_by("pk"), which)()
    address = f"/desk/{slug}/{record.pk}/"
    answer = officer.post(address, fields(officer.get(address).content))
    assert answer.status_code == 302, answer.context["faults"]


def test_a_new_record_cites_those_of_its_own_conference(cast, other, officer):
    empty = fields(officer.get("/desk/meetings/new/").content)
    typed = {
        "body": Body.objects.get(conference=other).pk, "key": "dust-2", "reports_to": "cop-3",
        "under": "resolution 3/1", "back_to_back_with": "dust-2017",
    }  # fmt: skip
    answer = officer.post("/desk/meetings/new/", {**empty, **typed})
    assert answer.status_code == 302, answer.context["faults"]
    made = Meeting.objects.get(key="dust-2")
    assert {
        made.reports_to.conference, made.under.conference, made.back_to_back_with.body.conference,
    } == {other}  # fmt: skip


@pytest.mark.parametrize("number", ["", "x", "99999999999999999999999", "-1", "²"])
def test_a_conference_that_is_no_number_is_refused(cast, other, officer, number):
    empty = fields(officer.get("/desk/documents/new/").content)
    answer = officer.post("/desk/documents/new/", {**empty, "conference": number, "session": "cop-3"})
    assert answer.status_code == 422


def test_one_of_two_meetings_of_the_same_key_is_cited_with_its_body(cast, officer):
    twin = Meeting.objects.create(body=cast.bodies["dust"], key="customs-2017")
    address = f"/desk/documents/{cast.documents['METC/COP/2016/1'].pk}/"
    page = fields(officer.get(address).content)
    answer = officer.post(address, {**page, "meeting": "customs-2017"})
    told = [(anchor, text) for anchor, _label, text in answer.context["faults"]]
    each = "customs/customs-2017, dust/customs-2017"
    assert told == [("field-meeting", f"Several in the register have the key “customs-2017”. Write which one: {each}.")]
    assert officer.post(address, {**page, "meeting": "dust/customs-2017"}).status_code == 302
    cited = Document.objects.get(symbol="METC/COP/2016/1")
    assert cited.meeting == twin
    # Shown by its key alone, it stays the one it was.
    assert officer.post(address, fields(officer.get(address).content)).status_code == 302
    cited.refresh_from_db()
    assert cited.meeting == twin

"""What an officer enters at the desk is whole in files: nothing that the desk accepts is lost on the way."""

import datetime as dt
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from html_form import fields
from rapporteur.bodies.models import Body, Conference, Officer
from rapporteur.documents.models import Document, Transmission
from rapporteur.journal.models import Act
from rapporteur.mandates.models import Mandate
from rapporteur.meetings.models import Meeting, Session
from rapporteur.parties.models import Instrument, Party, RegionalGroup
from rapporteur.register.exporting import export, exported
from rapporteur.register.faults import ExportRefused
from rapporteur.register.loading import load
from rapporteur.sources.models import Attribution, Conflict, Source

AT = dt.datetime(2031, 3, 4, 12, tzinfo=dt.UTC)
ROWS = "names/1, names/2, characters/1, characters/2, officers/1"


def form_of(officer, address):
    return fields(officer.get(address).content)


def with_source(officer, body, *said, rows="sources"):
    """Post a body's form with further sources or conflicts, one for each field in `said`."""
    address = f"/desk/bodies/{body.pk}/"
    sent = form_of(officer, address)
    there = int(sent[f"{rows}-TOTAL_FORMS"])
    sent[f"{rows}-TOTAL_FORMS"] = str(there + len(said))
    for number, about in enumerate(said, start=there):
        row = {"field": about, "statement": f"They differ, {number}."} | (
            {"source": "gazette", "locator": f"p. {number}"} if rows == "sources" else {}
        )
        sent |= {f"{rows}-{number}-{name}": value for name, value in row.items()}
    return officer.post(address, sent)


def faults(answer):
    return [(anchor, text) for anchor, _label, text in answer.context["faults"]]


@pytest.mark.parametrize("rows", ["sources", "conflicts"])
def test_a_source_or_a_conflict_is_given_for_a_row_that_is_there(cast, officer, rows):
    answer = with_source(officer, cast.bodies["customs"], "names/2", "names/1/since", "officers/1", "series", rows=rows)
    assert answer.status_code == 302, answer.context["faults"]
    model = {"sources": Attribution, "conflicts": Conflict}[rows]
    said = model.objects.filter(subject_key="metc-cop/customs").exclude(field="").values_list("field", flat=True)
    assert sorted(said) == ["names/1/since", "names/2", "officers/1", "series"]


@pytest.mark.parametrize("rows", ["sources", "conflicts"])
@pytest.mark.parametrize(
    ("about", "text"),
    [
        ("names/3", f"The record has no row “names/3”. Its rows are: {ROWS}."),
        ("names/1/Since", f"The record has no row “names/1/Since”. Its rows are: {ROWS}."),
        ("officers/2", f"The record has no row “officers/2”. Its rows are: {ROWS}."),
        ("Symbol series", "“Symbol series” is no field. Write it as files do: starts_on."),
    ],
)
def test_one_for_a_row_that_is_not_there_is_refused_with_the_rows_that_are(cast, officer, rows, about, text):
    answer = with_source(officer, cast.bodies["customs"], about, rows=rows)
    first = {"sources": 1, "conflicts": 0}[rows]
    assert (answer.status_code, faults(answer)) == (422, [(f"field-{rows}-{first}-field", text)])
    assert Act.objects.count() == 0


def test_a_row_cannot_go_while_a_source_is_given_for_it(cast, officer):
    customs = cast.bodies["customs"]
    with_source(officer, customs, "names/2")
    sent = form_of(officer, f"/desk/bodies/{customs.pk}/")
    answer = officer.post(f"/desk/bodies/{customs.pk}/", {**sent, "names-0-DELETE": "on"})
    rows = ROWS.replace(" names/2,", "")
    text = f"The record has no row “names/2”. Its rows are: {rows}."
    assert (answer.status_code, faults(answer)) == (422, [("field-sources-1-field", text)])


def test_what_is_said_of_a_meeting_names_its_rows_by_their_day(cast, officer):
    meeting = cast.meetings["customs-2017"]
    address = f"/desk/meetings/{meeting.pk}/"
    sent = form_of(officer, address) | {"sources-0-field": "sayings/held 2019-07-02"}
    (fault,) = faults(officer.post(address, sent))
    rows = "sayings/held 2019-07-01, agenda/provisional 1, agenda/provisional 2"
    assert fault == (
        "field-sources-0-field",
        f"The record has no row “sayings/held 2019-07-02”. Its rows are: {rows}.",
    )


@pytest.mark.parametrize(
    ("body", "gathering", "text"),
    [
        ("customs", "cop-3", "The body has no meeting of the key “cop-3”."),
        ("customs", "dust-2017", "The body has no meeting of the key “dust-2017”."),
        ("", "dust-2017", "The conference has no session of the key “dust-2017”; for a meeting, choose its body too."),
    ],
)  # fmt: skip
def test_an_office_is_held_at_a_meeting_of_the_officers_own_body(cast, officer, body, gathering, text):
    chair = Officer.objects.get(role="chair")
    sent = form_of(officer, f"/desk/officers/{chair.pk}/")
    sent |= {"body": str(cast.bodies[body].pk) if body else "", "gathering_key": gathering}
    answer = officer.post(f"/desk/officers/{chair.pk}/", sent)
    assert (answer.status_code, faults(answer)) == (422, [("field-gathering_key", text)])
    sent |= {"body": str(cast.bodies["dust"].pk), "gathering_key": "dust-2017"}
    assert officer.post(f"/desk/officers/{chair.pk}/", sent).status_code == 302


def test_an_officer_keeps_the_number_that_a_source_is_given_by(cast, officer):
    chair = Officer.objects.get(role="chair")
    with_source(officer, cast.bodies["customs"], "officers/1")
    sent = form_of(officer, f"/desk/officers/{chair.pk}/")
    moved = officer.post(f"/desk/officers/{chair.pk}/", {**sent, "gathering_key": "customs-2017"})
    example = "body metc-cop/customs from " + str(Source.objects.get(key="gazette").pk)
    text = f"A source is given for an officer by the number of the row: “{example}”. Correct that first."
    assert (moved.status_code, faults(moved)) == (422, [("field-position", text)])
    before_him = officer.post("/desk/officers/new/", {
        **form_of(officer, "/desk/officers/new/"), "conference": str(cast.conference.pk), "role": "chair",
        "body": str(cast.bodies["customs"].pk), "name-en-text": "Cyd Marl", "position": "0",
    })  # fmt: skip
    assert before_him.status_code == 302  # of one place, the later one stands after
    gone = officer.post(f"/desk/officers/{chair.pk}/withdraw/", {"because": "left", "shown": ""})
    assert gone.status_code in {409, 422}
    assert Officer.objects.filter(pk=chair.pk).exists()


def test_files_with_an_officer_of_another_gathering_are_refused(db, tmp_path):
    text = (
        "conferences: [{key: rafts, name: {en: Rafts}, symbol_root: RAFT/CONF}]\n"
        "bodies:\n- key: logs\n  conference: rafts\n  officers:\n"
        "  - {role: chair, name: {en: Ada Log}, gathering_key: s-1}\n"
    )
    (tmp_path / "rafts.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"officers\[1\]\.gathering_key: the key 'gathering_key' is unknown"):
        load(tmp_path, by="keeper@example.org", at=AT)
    assert not Conference.objects.exists()


@pytest.mark.parametrize("is_there", [True, False])
def test_an_export_that_would_lose_something_is_refused_and_leaves_no_folder(cast, tmp_path, is_there):
    """Earlier desks accepted these; the files say where they are instead of leaving them out."""
    chair = Officer.objects.get(role="chair")
    Officer.objects.filter(pk=chair.pk).update(gathering_key="cop-3")
    Attribution.objects.create(
        subject_kind="body", subject_key="metc-cop/customs", field="names/9", source=Source.objects.get(key="gazette")
    )
    folder = tmp_path / "a" / "out"
    if is_there:
        folder.mkdir(parents=True)
        (folder / "bodies.yaml").write_text("older", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(ExportRefused) as refused:
        export(folder)
    assert [fault.file for fault in refused.value.faults] == ["body metc-cop/customs", f"officer {chair}"]
    assert sorted(tmp_path.rglob("*")) == before


def test_the_bodies_of_a_provision_keep_their_order_from_the_desk_to_files_and_back(cast, officer, tmp_path):
    mandate = cast.mandates["resolution 3/1"]
    address = f"/desk/mandates/{mandate.pk}/"

    def in_order():
        bodies = [provision.get("bodies") for provision in in_files()["mandates"]["mandates"][-1]["provisions"]]
        return form_of(officer, address)["provisions-0-bodies"], bodies[0]

    typed = form_of(officer, address) | {"provisions-0-bodies": "origins, customs, dust"}
    assert officer.post(address, typed).status_code == 302
    assert in_order() == ("origins, customs, dust", ["origins", "customs", "dust"])
    # Another field is corrected, the bodies are sent as they were shown.
    assert officer.post(address, form_of(officer, address) | {"provisions-0-verb": "urged"}).status_code == 302
    assert in_order() == ("origins, customs, dust", ["origins", "customs", "dust"])
    export(tmp_path / "out")
    emptied()
    load(tmp_path / "out", by="keeper@example.org", at=AT)
    assert in_files()["mandates"]["mandates"][-1]["provisions"][0]["bodies"] == ["origins", "customs", "dust"]


# --- whatever the desk accepts ---------------------------------------------------------------------------------------

ABOUT = st.sampled_from([
    "", "series", "names", "note", "names/1", "names/2", "names/3", "names/0", "names/01", "names/1/since", "a-b", "/",
    "names/1/a/b", "characters/2", "characters/2/until", "officers/1", "officers/2", "sources/1", "Note!", "x" * 41,
]) | st.text(st.characters(codec="ascii", categories=["L", "N", "P"]), max_size=12)  # fmt: skip
OFFICES = st.fixed_dictionaries(
    {
        "body": st.sampled_from(["", "customs", "dust"]),
        "role": st.sampled_from(["chair", "president", "rapporteur"]),
        "gathering_key": st.sampled_from(["", "cop-3", "cop-4", "customs-2015", "dust-2017", "nowhere"]),
        "name-en-text": st.sampled_from(["", "Cyd Marl"]),
        "state_named": st.sampled_from(["", "Belmark"]),
        "position": st.sampled_from(["0", "1", "7"]),
        "since": st.sampled_from(["", "2016-10-10"]),
    }
)


def in_files():
    """Return the register as files have it; documents come after those that they correct, so their order is ours."""
    files = dict(exported())
    files["documents"]["documents"].sort(key=lambda entry: entry["symbol"])
    return files


def emptied():
    Document.objects.update(of=None, relation="")
    Instrument.objects.update(supplements=None)
    for model in (Transmission, Document, Meeting, Session, Mandate, Officer, Body, Conference, Attribution, Conflict):
        model._default_manager.all().delete()
    for model in (Party, RegionalGroup, Instrument, Source):
        model._default_manager.all().delete()


@settings(
    max_examples=20, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(abouts=st.lists(ABOUT, max_size=3), disputed=st.lists(ABOUT, max_size=1), office=OFFICES)
def test_whatever_the_desk_accepts_comes_back_from_files(cast, officer, tmp_path: Path, abouts, disputed, office):
    with transaction.atomic():
        with_source(officer, cast.bodies["customs"], *abouts)
        with_source(officer, cast.bodies["customs"], *disputed, rows="conflicts")
        body = str(cast.bodies[office["body"]].pk) if office["body"] else ""
        sent = form_of(officer, "/desk/officers/new/") | office
        officer.post("/desk/officers/new/", sent | {"conference": str(cast.conference.pk), "body": body})
        counted = (Attribution.objects.count(), Conflict.objects.count(), Officer.objects.count())
        before = in_files()
        export(tmp_path / "out")
        emptied()
        load(tmp_path / "out", by="keeper@example.org", at=AT)
        assert in_files() == before
        assert (Attribution.objects.count(), Conflict.objects.count(), Officer.objects.count()) == counted
        transaction.set_rollback(True)

"""Records at the desk: shown, saved, refused with the place of the fault, and never lost between two officers."""

import pytest

from html_form import fields
from rapporteur.bodies.models import Body, Conference, Officer
from rapporteur.documents.models import Document
from rapporteur.journal.models import Act
from rapporteur.journal.queries import verify
from rapporteur.mandates.models import Mandate
from rapporteur.meetings.models import Meeting, Session
from rapporteur.site.desk.kinds import ALL, KINDS
from rapporteur.sources.models import Source
from rapporteur.terminology.models import Term

PARAMETERS = "submission_weeks, issuance_weeks, report_weeks, regular_agenda_days, special_agenda_days"
INVISIBLE = "There is an invisible character at position 5"


def page(officer, slug, record):
    return officer.get(f"/desk/{slug}/{record.pk}/").content


def save(officer, slug, record, **changed):
    return officer.post(f"/desk/{slug}/{record.pk}/", {**fields(page(officer, slug, record)), **changed})


def faults(answer):
    return [(anchor, text) for anchor, _label, text in answer.context["faults"]]


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.slug)
def test_a_record_saved_as_it_was_shown_changes_nothing(cast, officer, kind):
    Term.objects.create(group="words", key="noon", wording=cast.conference.seat)
    record = kind.kept.model.objects.last()
    before = kind.kept.content(record)
    answer = save(officer, kind.slug, record)
    assert answer.status_code == 302, answer.context["faults"]
    assert (kind.kept.content(kind.kept.model.objects.get(pk=record.pk)), Act.objects.count()) == (before, 0)


@pytest.mark.parametrize(
    ("slug", "typed", "subject"),
    [
        ("groups", {"key": "islands", "name-en-text": "Island States"}, "islands"),
        ("parties", {"key": "XMO", "kind": "state", "name-en-text": "Morland"}, "XMO"),
        ("instruments", {"key": "tails", "position": "2", "name-en-text": "Protocol on Tails"}, "tails"),
        ("sources", {"key": "almanac", "what": "Almanac"}, "almanac"),
        ("terms", {"group": "words", "key": "noon", "wording-en-text": "noon"}, "-/noon"),
        (
            "conferences",
            {
                "key": "tail-cop", "symbol_root": "TAIL/COP", "gathering_word": "session",
                "official_languages": ["en", "fr"], "calendar": "report_weeks: 3",
                "symbol_grammar": "bodies: WG.n, TF", "name-en-text": "Conference on Tails",
            },
            "tail-cop",
        ),
        (
            "bodies",
            {"conference": "1", "key": "tails", "kind": "committee", "gathering_word": "session"},
            "metc-cop/tails",
        ),
        ("officers", {"conference": "1", "role": "chair", "name-en-text": "Cyd Marl", "position": "0"}, None),
        (
            "mandates",
            {"conference": "1", "kind": "resolution", "number": "3/2", "session_key": "cop-3", "concerns": "dust"},
            "metc-cop/resolution 3/2",
        ),
        (
            "sessions",
            {"conference": "1", "key": "cop-5", "kind": "regular", "ordinal": "5", "roughly": "2032-10"},
            "metc-cop/cop-5",
        ),
        (
            "documents",
            {
                "conference": "1", "symbol": "METC/COP/2030/1", "type": "provisional-agenda", "session": "cop-4",
                "items": "1, 2 (b)",
            },
            "metc-cop/METC/COP/2030/1",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and "/" not in value else "",
)  # fmt: skip
def test_a_new_record_is_entered_with_one_row_of_the_journal(cast, officer, slug, typed, subject):
    empty = fields(officer.get(f"/desk/{slug}/new/").content)
    if "conference" in typed:
        typed = {**typed, "conference": str(cast.conference.pk)}
    answer = officer.post(f"/desk/{slug}/new/", {**empty, **typed})
    assert answer.status_code == 302, answer.context["faults"]
    act = Act.objects.get()
    made = KINDS[slug].kept.model.objects.latest("pk")
    assert (act.subject_key, act.by) == (subject or f"metc-cop/{made.pk}", "quill@example.org")
    assert answer["Location"] == f"/desk/{slug}/{made.pk}/"
    assert verify() == []


def test_a_new_meeting_is_keyed_by_its_body_and_ordinal_when_no_key_is_given(cast, officer):
    empty = fields(officer.get("/desk/meetings/new/").content)
    typed = {"body": cast.bodies["dust"].pk, "ordinal": "3", "starts_on": "2030-05-06", "ends_on": "2030-05-08"}
    officer.post("/desk/meetings/new/", {**empty, **typed, "under": "resolution 3/1", "reports_to": "cop-4"})
    made = Meeting.objects.get(body=cast.bodies["dust"], ordinal=3)
    assert (made.key, str(made.under), made.reports_to.key) == ("dust-m3", "resolution 3/1", "cop-4")


@pytest.mark.parametrize(
    ("slug", "find", "typed", "fault"),
    [
        (
            "documents", lambda: Document.objects.get(symbol="METC/COP/2016/1"), {"symbol": "METC/COP/WG1/2016/1"},
            ("field-symbol", '"." was expected at position 12, after “METC/COP/WG”; there is “1/2016/1”.'),
        ),
        (
            "documents", lambda: Document.objects.get(symbol="METC/COP/2016/1"), {"symbol": "METC/COP/2016/9"},
            ("field-symbol", "The conference has a document of this symbol or name already."),
        ),
        (
            "documents", lambda: Document.objects.get(symbol="METC/COP/WG.1/2017/1"),
            {"relation": "revises", "of": "METC/COP/WG.1/2017/1/Corr.1"},
            ("field-of", "The document would revise, correct or add to itself, by way of others."),
        ),
        (
            "documents", lambda: Document.objects.get(symbol="METC/COP/2016/1"), {"relation": "revises"},
            ("field-of", "Say both: what it does to the other document, and which one that is."),
        ),
        (
            "documents", lambda: Document.objects.get(symbol="METC/COP/2016/1"), {"of": "2016", "relation": "revises"},
            ("field-of", "Nothing in the register is cited as “2016”. Near it: METC/COP/2016/1, METC/COP/2016/9."),
        ),
        (
            "documents", lambda: Document.objects.get(symbol="METC/COP/2016/1"), {"items": "2 (b), two"},
            ("field-items", "the number of the item was expected at position 1, after “”; there is “two”."),
        ),
        (
            "meetings", lambda: Meeting.objects.get(key="customs-2017"), {"ends_on": "2017-04-09"},
            ("field-ends_on", "The last day is before the first one."),
        ),
        (
            "meetings", lambda: Meeting.objects.get(key="customs-2017"), {"starts_on": "2017-02-30"},
            ("field-starts_on", "Enter a valid date."),
        ),
        (
            "meetings", lambda: Meeting.objects.get(key="customs-2017"), {"roughly": "2017-13"},
            ("field-roughly", "Write a year, “2022”, or a month, “2022-06”."),
        ),
        (
            "meetings", lambda: Meeting.objects.get(key="customs-2017"), {"note": "left\u202eright"},
            ("field-note", f"{INVISIBLE}: RIGHT-TO-LEFT OVERRIDE (U+202E). Delete it: left\\u202eright"),
        ),
        (
            "meetings", lambda: Meeting.objects.get(key="customs-2017"), {"place-fr-text": "Port\u0007Halley"},
            ("field-place", f"French: {INVISIBLE}: CONTROL CHARACTER (U+0007). Delete it: Port\\u0007Halley"),
        ),
        (
            "meetings", lambda: Meeting.objects.get(key="customs-2017"), {"under": "resolution 9/9"},
            ("field-under", "The register has no mandate “resolution 9/9”."),
        ),
        (
            "mandates", lambda: Mandate.objects.get(number="3/1"), {"number": "3-1"},
            ("field-number", '"/" was expected at position 2, after “3”; there is “-1”.'),
        ),
        (
            "mandates", lambda: Mandate.objects.get(number="3/1"), {"session_key": "cop-9"},
            ("field-session_key", "The conference has no session of the key “cop-9”."),
        ),
        (
            "bodies", lambda: Body.objects.get(key="dust"), {"series": "METC/COP/WG.1"},
            ("field-series", "Another body has this symbol series."),
        ),
        (
            "officers", lambda: Officer.objects.get(role="chair"), {"until": "2016-10-09"},
            ("field-until", "The last day is before the first one."),
        ),
        (
            "sessions", lambda: Session.objects.get(key="cop-3"), {"agenda-3-number": "2"},
            ("field-agenda-3-number", "Two items of this agenda have the same number."),
        ),
        (
            "conferences", Conference.objects.get, {"calendar": "report_week: 3"},
            (
                "field-calendar",
                f"the calendar has no parameter 'report_week'; its parameters are {PARAMETERS}",
            ),
        ),
        (
            "conferences", Conference.objects.get, {"symbol_grammar": "bodies: wg"},
            ("field-symbol_grammar", '"wg" is no form of a body; write it like WG.n, WG.A or IRG.'),
        ),
        (
            "sources", lambda: Source.objects.get(key="gazette"), {"key": "year book"},
            ("field-key", "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens."),
        ),
    ],
    ids=[
        "symbol", "symbol-twice", "circle", "half-a-relation", "unknown-document", "item", "backwards", "no-such-day",
        "month", "override", "control", "unknown-mandate", "number", "unknown-session", "series-twice", "office",
        "item-twice", "calendar", "grammar", "key",
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_at_its_place_and_changes_nothing(cast, officer, slug, find, typed, fault):
    record = find()
    before = KINDS[slug].kept.content(record)
    answer = save(officer, slug, record, **typed)
    assert (answer.status_code, faults(answer)) == (422, [fault])
    assert f'id="{fault[0]}"'.encode() in answer.content
    assert (KINDS[slug].kept.content(find()), Act.objects.count()) == (before, 0)
    # What was typed stands in the form.
    (name, value), *_more = typed.items()
    assert fields(answer.content)[name] == value


def test_a_row_is_added_by_posting_and_nothing_typed_is_lost(cast, officer):
    customs = cast.bodies["customs"]
    sent = {**fields(page(officer, "bodies", customs)), "note": "Not saved yet", "more": "names"}
    more = officer.post(f"/desk/bodies/{customs.pk}/", sent)
    assert (more.status_code, Act.objects.count()) == (200, 0)
    again = fields(more.content)
    assert (again["note"], again["names-TOTAL_FORMS"]) == ("Not saved yet", "3")
    again |= {"names-2-kind": "alias", "names-2-name-en-text": "Customs Group"}
    answer = officer.post(f"/desk/bodies/{customs.pk}/", again)
    assert answer.status_code == 302, answer.context["faults"]
    assert customs.names.get(kind="alias").name.first() == "Customs Group"


def test_a_row_is_removed_by_its_box(cast, officer):
    customs = cast.bodies["customs"]
    former = customs.names.get(kind="former")
    assert fields(page(officer, "bodies", customs))["names-0-id"] == str(former.pk)
    assert save(officer, "bodies", customs, **{"names-0-DELETE": "on"}).status_code == 302
    assert list(customs.names.values_list("kind", flat=True)) == ["official"]


def test_the_later_of_two_officers_sees_both_texts_and_loses_neither(cast, officer):
    meeting = cast.meetings["customs-2017"]
    address = f"/desk/meetings/{meeting.pk}/"
    mine = {**fields(page(officer, "meetings", meeting)), "note": "Mine", "place-fr-text": "Port de Halley"}
    save(officer, "meetings", meeting, note="Theirs", **{"place-fr-text": "Port Halley"})
    answer = officer.post(address, mine)
    apart = sorted((change.label, change.before, change.after) for change in answer.context["theirs"])
    assert (answer.status_code, apart) == (
        409, [("Note", "Theirs", "Mine"), ("Place, French", "Port Halley", "Port de Halley")],
    )  # fmt: skip
    assert Meeting.objects.get(pk=meeting.pk).note == "Theirs"
    kept = fields(answer.content)
    assert kept["note"] == "Mine"
    # Saved again after both were seen, it goes through.
    assert officer.post(address, kept).status_code == 302
    assert Meeting.objects.get(pk=meeting.pk).note == "Mine"


def test_a_row_that_somebody_else_removed_meanwhile_can_be_saved_again(cast, officer):
    customs = cast.bodies["customs"]
    mine = {**fields(page(officer, "bodies", customs)), "names-0-seen": "p. 7"}
    save(officer, "bodies", customs, **{"names-0-DELETE": "on"})
    answer = officer.post(f"/desk/bodies/{customs.pk}/", mine)
    assert answer.status_code == 409
    officer.post(f"/desk/bodies/{customs.pk}/", fields(answer.content))
    assert customs.names.get(kind="former").seen == "p. 7"


def test_the_history_of_a_record_tells_who_changed_what(cast, officer):
    meeting = cast.meetings["customs-2017"]
    save(
        officer,
        "meetings",
        meeting,
        starts_on="2017-04-11",
        because="as the programme says",
        **{"place-fr-text": "Halley"},
    )
    (act,) = officer.get(f"/desk/meetings/{meeting.pk}/history/").context["acts"]
    told = [(change.label, change.before, change.after, change.language) for change in act.changes]
    assert (act.by, str(act.verb), act.because, told) == (
        "quill@example.org", "corrected", "as the programme says",
        [("Place, French", "Port-Halley", "Halley", "fr"), ("First day", "2017-04-10", "2017-04-11", "")],
    )  # fmt: skip


def test_a_record_is_withdrawn_with_a_reason(cast, officer):
    meeting = cast.meetings["origins-2018"]
    address = f"/desk/meetings/{meeting.pk}/withdraw/"
    shown = fields(officer.get(address).content)
    assert officer.post(address, shown).status_code == 422
    answer = officer.post(address, {**shown, "because": "It was never called."})
    assert (answer.status_code, answer["Location"]) == (302, "/desk/meetings/")
    assert not Meeting.objects.filter(pk=meeting.pk).exists()
    assert Act.objects.get().content["because"] == "It was never called."


def test_a_record_that_others_cite_is_not_withdrawn_and_the_page_says_why(cast, officer):
    body = cast.bodies["customs"]
    before = officer.get(f"/desk/bodies/{body.pk}/withdraw/")
    assert before.context["against"]
    answer = officer.post(f"/desk/bodies/{body.pk}/withdraw/", {**fields(before.content), "because": "x"})
    assert (answer.status_code, Act.objects.count(), Body.objects.filter(pk=body.pk).exists()) == (422, 0, True)

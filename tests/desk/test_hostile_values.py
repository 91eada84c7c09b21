"""Values that nobody types in good faith: the form comes back with the fault at the field, never a broken page."""

import pytest

from html_form import fields
from rapporteur.journal.models import Act
from rapporteur.site.desk.kinds import ALL
from rapporteur.terminology.models import Term

# What no field of the register holds, and what only some fields can: those refuse it, the others keep it as a text.
NOWHERE = {"nul": "a\x00b", "override": "left\u202eright"}
SOMEWHERE = {
    "100,000 characters": "x" * 100_000,
    "5,000 figures": "9" * 5_000,
    "huge": "99999999999999999999",
    "negative": "-1",
    "no such day": "2017-02-30",
    "unknown key": "no-such-key",
    "object": '{"en": {"text": ["a"]}, "x": null}',
    "commas": ",,,; ,",
}


def sheet(kind, officer):
    """Return the address of the record with most rows, and its form as it would be sent back."""
    record = max(
        kind.kept.model.objects.all(), key=lambda record: sum(rows.of(record).count() for rows in kind.kept.rows)
    )
    address = f"/desk/{kind.slug}/{record.pk}/"
    return address, fields(officer.get(address).content)


def typed_into(page):
    """Return the fields a person types into or chooses in."""
    own = ("csrfmiddlewaretoken", "shown", "because")
    return [name for name in page if name not in own and not name.endswith(("_FORMS", "-id", "-DELETE", "-check"))]


@pytest.fixture
def everything(cast):
    Term.objects.create(group="words", key="noon", wording=cast.conference.seat)
    return cast


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.slug)
def test_what_no_field_can_hold_comes_back_as_a_fault(everything, officer, kind):
    address, page = sheet(kind, officer)
    for value in NOWHERE.values():
        answer = officer.post(address, {**page, **dict.fromkeys(typed_into(page), value)})
        assert (answer.status_code, Act.objects.count()) == (422, 0), value
        assert "field" in {anchor.partition("-")[0] for anchor, _label, _text in answer.context["faults"]}


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.slug)
def test_what_only_some_fields_can_hold_breaks_no_page(everything, officer, kind):
    address, page = sheet(kind, officer)
    for value in SOMEWHERE.values():
        answer = officer.post(address, {**page, **dict.fromkeys(typed_into(page)[:20], value)})
        assert answer.status_code in {302, 409, 422}, value[:40]


@pytest.mark.parametrize("name", ["TOTAL_FORMS", "INITIAL_FORMS", "0-id"])
def test_what_counts_rows_may_be_anything(everything, officer, name):
    kind = next(kind for kind in ALL if kind.slug == "bodies")
    address, page = sheet(kind, officer)
    for value in (*NOWHERE.values(), *SOMEWHERE.values()):
        assert officer.post(address, {**page, f"names-{name}": value}).status_code in {302, 409, 422}, value[:40]

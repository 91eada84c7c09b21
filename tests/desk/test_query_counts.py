"""Every page of the desk asks the database the same number of questions, however much the register holds."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import many
from cast import text
from rapporteur.bodies.models import Conference
from rapporteur.journal.actions.recording import record as write_act
from rapporteur.site.desk.kinds import ALL
from rapporteur.terminology.models import Term

SIZES = (1, 3, 9)
AT = dt.datetime(2019, 1, 1, tzinfo=dt.UTC)
GATHERINGS = ("meetings", "sessions")


def grow(own, *, first, last):
    """Add records of every kind, most rows of them to the records numbered 1, and acts to the histories of those."""
    many.grow(own, first=first, last=last)
    for number in range(first, last + 1):
        Term.objects.create(group="words", key=f"t-{number}", wording=text(f"word {number}"))
        if number > 1:
            Conference.objects.create(key=f"conference-{number}", name=text("Conference"), symbol_root=f"C{number}/COP")
        for kind in ALL:
            subject_kind, subject_key = kind.kept.subject(kind.kept.model.objects.earliest("pk"))
            write_act(
                f"{subject_kind}_corrected", subject_kind=subject_kind, subject_key=subject_key,
                content={"changes": {"key": ["a", "b"]}}, by="quill", at=AT,
            )  # fmt: skip


def addresses():
    found = {"desk": "/desk/", "journal": "/desk/journal/", "wordings": "/desk/wordings/"}
    for kind in ALL:
        record = kind.kept.model.objects.earliest("pk")
        own = f"/desk/{kind.slug}/{record.pk}/"
        found |= {f"{kind.slug}, list": f"/desk/{kind.slug}/", f"{kind.slug}, found": f"/desk/{kind.slug}/?q=1"}
        found |= {f"{kind.slug}, new": f"/desk/{kind.slug}/new/", f"{kind.slug}, record": own}
        found |= {f"{kind.slug}, history": f"{own}history/"}
        if kind.slug in GATHERINGS:
            found[f"{kind.slug}, say"] = f"{own}say/"
    return found


def queries_of(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200, address
    return len(queries)


@pytest.mark.django_db
def test_the_number_of_queries_of_each_page_is_the_same_for_one_three_and_many_records(officer):
    own = many.founded()
    counts = {}
    for before, size in zip((0, *SIZES), SIZES, strict=False):
        grow(own, first=before + 1, last=size)
        for name, address in addresses().items():
            counts.setdefault(name, []).append(queries_of(officer, address))
    assert {name: found for name, found in counts.items() if len(set(found)) > 1} == {}

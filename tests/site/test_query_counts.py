"""Every page asks the database the same number of questions, however much there is to show."""

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

import many
from rapporteur.site.pages.drafts import KINDS
from rapporteur.site.urls import urlpatterns

# Pages that are not pages of the register: the desk and the rooms of reviews have tests of their own.
OTHERS = {"set_language", "fresh_link", "invited", "delegation", "delegation_tell", "delegation_remove"}
SIZES = (1, 3, 40)
# Other faces of the same pages: filters, and each kind of draft.
FURTHER = {
    "documents of a session": "/many/documents/?session=s-1",
    "documents of a year, type and body": "/many/documents/?year=2017&type=report&body=b-1",
    "parties of a group": "/many/parties/?group=g-1&instrument=i-1",
    "search of one kind": "/search/?q=thing&kind=document&conference=many",
    **{f"draft {kind}": f"/many/drafts/{kind}/?session=s-1&as-of=2018-01-01" for kind in KINDS},
}


def test_every_page_of_the_register_is_counted() -> None:
    named = {pattern.name for pattern in urlpatterns if getattr(pattern, "name", None)}
    assert named - OTHERS == set(many.ADDRESSES)


@pytest.mark.django_db
def test_the_number_of_queries_of_each_page_is_the_same_for_one_three_and_many_records(client: Client) -> None:
    own = many.founded()
    counts: dict[str, list[int]] = {name: [] for name in many.ADDRESSES | FURTHER}
    for before, size in zip((0, *SIZES), SIZES, strict=False):
        many.grow(own, first=before + 1, last=size)
        for name, address in (many.ADDRESSES | FURTHER).items():
            counts[name].append(queries_of(client, address))
    assert {name: found for name, found in counts.items() if len(set(found)) > 1} == {}


def queries_of(client: Client, address: str) -> int:
    for kept in ("pages", "drafts"):
        caches[kept].clear()
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return len(queries)

"""The page of every kind of draft, in every language, with its files."""

import datetime as dt

import pytest
from django.test import Client

import cast
from rapporteur.drafts.queries.kinds import KINDS as COMPOSED
from rapporteur.languages.terms import Language
from rapporteur.meetings.models import AgendaItem
from rapporteur.site.pages.drafts import KINDS

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference() -> cast.Cast:
    made = cast.conference()
    AgendaItem.objects.create(session=made.sessions["cop-4"], number="2", position=0, title=cast.text("Customs"))
    cast.document(
        made, "METC/COP/2030/2", cast.DocumentType.BACKGROUND_PAPER, session=made.sessions["cop-4"], items=["2"],
        date=dt.date(2019, 1, 1), title=cast.text("Scales", fr="Balances"),
    )  # fmt: skip
    return made


def test_the_site_shows_every_kind_that_can_be_composed() -> None:
    assert list(KINDS) == list(COMPOSED)


@pytest.mark.usefixtures("conference")
@pytest.mark.parametrize("kind", COMPOSED)
def test_each_kind_is_shown_in_each_language(client: Client, kind: str) -> None:
    shown = []
    for language in Language:
        answer = client.get(f"/metc-cop/drafts/{kind}/?session=cop-4&as-of=2019-07-01&language={language}")
        assert answer.status_code == 200
        shown.append(f'class="document" lang="{language}"' in answer.content.decode())
    assert shown == [True] * len(Language)


@pytest.mark.usefixtures("conference")
@pytest.mark.parametrize("kind", COMPOSED)
def test_each_kind_is_a_file_named_after_it(client: Client, kind: str) -> None:
    answer = client.get(f"/metc-cop/drafts/{kind}/file.txt?session=cop-4&as-of=2019-07-01&language=fr")
    name = f'attachment; filename="{kind}-cop-4.2019-07-01.fr.txt"'
    assert (answer.status_code, answer["Content-Disposition"]) == (200, name)

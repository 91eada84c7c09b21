"""Every kind of public page names its sources and marks what is not known, not confirmed or not in the language."""

import re

import pytest
from django.test import Client

import cast
from rapporteur.meetings.models import Meeting
from rapporteur.search.actions import rebuild
from rapporteur.sources.models import Attribution, Conflict, Source

pytestmark = pytest.mark.django_db

YEARBOOK = "yearbook Yearbook of the Office for Meteorites"
DISAGREE = "Sources disagree."
# kind of page -> its address, the language it is read in, and what must stand on it
PAGES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "conference": ("/metc-cop/", "en", (YEARBOOK, "Two pages differ.", DISAGREE)),
    "conference in another language": (
        "/metc-cop/",
        "fr",
        ("Office for Meteorites EN", "[Groupe de travail sur la poussière cosmique]"),
    ),
    "session": ("/metc-cop/sessions/cop-3/", "en", (YEARBOOK, DISAGREE, "The register follows “yearbook”.")),
    "body": ("/metc-cop/bodies/dust/", "fr", ("[Groupe de travail sur la poussière cosmique]", "Aucune source")),
    "body with sources": ("/metc-cop/bodies/customs/", "en", (YEARBOOK,)),
    "mandate": ("/metc-cop/mandates/resolution/3/1/", "en", (YEARBOOK,)),
    "meeting": ("/metc-cop/meetings/origins/undated/", "en", ("dates not known", "No source is recorded", "No agenda")),
    "document": (
        "/metc-cop/documents/METC/COP/2016/9/",
        "en",
        ("(title not known)", "No version recorded in:", "No source is recorded"),
    ),
    "party": ("/metc-cop/parties/XAR/", "fr", ("Yearbook of the Office for Meteorites", "non disponible en français")),
    "owed": ("/metc-cop/owed/", "en", ("Nothing found for: Working Group on Customs Controls 2018",)),
    "search": ("/search/?q=Arvonia", "fr", ("Arvonia EN",)),
    "draft": ("/metc-cop/drafts/note/?session=cop-4&as-of=2019-07-01&language=fr", "en", ("[",)),
    "calendar": ("/metc-cop/drafts/calendar/?session=cop-4&as-of=2019-07-01&language=fr", "en", ("[",)),
}


def with_gaps() -> None:
    """Put the invented conference into the database, with a meeting of which nothing is known but its body."""
    made = cast.conference()
    Meeting.objects.create(body=made.bodies["origins"], key="undated")
    yearbook = Source.objects.get(key="yearbook")
    Attribution.objects.create(subject_kind="conference", subject_key="metc-cop", source=yearbook)
    Conflict.objects.create(subject_kind="conference", subject_key="metc-cop", statement="Two pages differ.")
    rebuild()


def words(client: Client, address: str, language: str) -> str:
    response = client.get(address, headers={"accept-language": language})
    assert response.status_code == 200, address
    main = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", main.replace("<wbr>", ""))).strip()


def test_every_kind_of_page_names_its_sources_and_marks_its_gaps(client: Client) -> None:
    with_gaps()
    shown = {kind: words(client, address, language) for kind, (address, language, _marks) in PAGES.items()}
    missing = {kind: [mark for mark in marks if mark not in shown[kind]] for kind, (*_, marks) in PAGES.items()}
    assert {kind: marks for kind, marks in missing.items() if marks} == {}

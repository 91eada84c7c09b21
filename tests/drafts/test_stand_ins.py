"""Which messages of the drafts wait for an official wording, for whoever keeps the register of a conference."""

import datetime as dt
import json

import pytest

from drafts.world import built
from rapporteur.bodies.models import Conference
from rapporteur.cli.register import stand_ins_of
from rapporteur.drafts.queries.wordings import messages_of, stand_ins, voice_of
from rapporteur.drafts.rules.inlines import read
from rapporteur.languages.terms import Language, Multilingual, Status
from rapporteur.register.account import account_of, as_json
from rapporteur.terminology.models import Term

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference() -> Conference:
    return built().conference


def languages(conference: Conference, key: str) -> list[str]:
    return [one.language.value for one in stand_ins(conference) if one.key == key]


def test_every_stand_in_tells_what_it_says(conference: Conference) -> None:
    said = {(one.key, one.language): one.what for one in stand_ins(conference)}
    assert said["distribution-limited", Language.FRENCH] == ("wording of the drafts [fr]: provisional: Distr. limitée")
    assert said["constant-element", Language.SPANISH] == (
        "wording of the drafts [es]: missing, the English is shown: constant element of the Conference"
    )
    assert said["note-title", Language.CHINESE] == (
        "wording of the drafts [zh]: provisional: {conference}附属机构会议报告"
    )


def test_a_term_takes_the_place_of_a_stand_in(conference: Conference) -> None:
    assert languages(conference, "constant-element") == ["ar", "zh", "fr", "ru", "es"]
    wording = Multilingual.plain(en="lasting element", fr="élément durable")
    Term.objects.create(conference_key="ctm-cop", group="phrases", key="constant-element", wording=wording)
    assert languages(conference, "constant-element") == ["ar", "zh", "ru"]


def test_a_message_with_values_stays_whatever_term_there_is(conference: Conference) -> None:
    before = languages(conference, "note-title")
    wording = Multilingual.plain(fr="Rapports")
    Term.objects.create(conference_key="ctm-cop", group="phrases", key="note-title", wording=wording)
    assert languages(conference, "note-title") == before


def test_only_the_official_languages_of_the_conference_count(conference: Conference) -> None:
    conference.official_languages = ["en", "es"]
    conference.save()
    assert {one.language for one in stand_ins(conference)} == {Language.SPANISH}


def test_a_term_speaks_instead_of_a_provisional_message_without_values() -> None:
    terms = {"distribution-limited": Multilingual.plain(fr="Distribution limitée")}
    assert read(voice_of(Language.FRENCH, terms).say("distribution-limited")) == "Distribution limitée"
    official = {"distribution-general": Multilingual.plain(fr="Générale")}
    assert messages_of(Language.FRENCH).status("distribution-general") is Status.KNOWN
    assert read(voice_of(Language.FRENCH, official).say("distribution-general")) == "Distr. générale"


def test_the_check_of_the_register_lists_them(conference: Conference) -> None:
    account = account_of(conference, as_of=dt.date(2031, 3, 1), further=stand_ins_of(conference))
    listed = [one for one in json.loads(as_json([account]))[0]["findings"] if one["kind"] == "message"]
    assert len(listed) == len(stand_ins(conference))
    assert listed[0] == {
        "gravity": "note",
        "topic": "wording",
        "kind": "message",
        "key": "adds-to",
        "what": "wording of the drafts [ar]: provisional: إضافة",
    }

"""What each kind of provision becomes in the note: one table for English, and a sentence in every other language."""

import datetime as dt
from typing import Any

import pytest

from rapporteur.bodies.terms import GatheringWord
from rapporteur.drafts.queries.wordings import voice_of
from rapporteur.drafts.rules.inlines import read
from rapporteur.drafts.rules.note import compose_note
from rapporteur.drafts.terms.matter import (
    ConferenceMatter,
    InstrumentMatter,
    MandateMatter,
    Name,
    Place,
    ProvisionMatter,
    SessionMatter,
)
from rapporteur.drafts.terms.note import BodyMatter, MeetingMatter, NoteMatter
from rapporteur.languages.terms import Language, Multilingual
from rapporteur.mandates.terms import Effect, MandateKind, Recurrence
from rapporteur.meetings.rules import Dates
from rapporteur.typeset.tree import Paragraph


def en(text: str) -> Multilingual:
    return Multilingual.plain(en=text)


PANEL = Name(en("Panel"))
FOUNDING = MandateMatter(MandateKind.DECISION, "1/1", session_ordinal=1, adopted_on=dt.date(2027, 3, 5))
RECENT = MandateMatter(MandateKind.RESOLUTION, "2/1", session_ordinal=2, adopted_on=dt.date(2029, 6, 8))
CHARTER = InstrumentMatter("charter", en("Charter of Mills"), en("Charter"))


def provision(effect: Effect, mandate: MandateMatter = RECENT, **said: Any) -> ProvisionMatter:
    return ProvisionMatter(mandate=mandate, effect=effect, **{"bodies": ("panel",), "names": (PANEL,), **said})


def paragraphs(*provisions: ProvisionMatter, language: Language = Language.ENGLISH) -> list[str]:
    """Return what the note says of the mandates of one panel, without the paragraph on its one meeting."""
    meeting = MeetingMatter("m", 1, Dates(), Place(Multilingual()))
    matter = NoteMatter(
        conference=ConferenceMatter("ctm-cop", en("Conference of the Parties")),
        session=SessionMatter("cop-3", 3, Dates(), Place(Multilingual())),
        agenda_symbol="",
        items=(),
        bodies=(BodyMatter("panel", PANEL, PANEL, GatheringWord.SESSION, (meeting,), provisions),),
    )
    document = compose_note(matter, voice_of(language), as_of=dt.date(2031, 3, 1))
    return [read(block.content) for block in document.blocks if isinstance(block, Paragraph)][:-1]


STANDING = [
    ([provision(Effect.RENEWS)], "decided that the mandate of the Panel would be continued"),
    ([provision(Effect.MAKES_CONSTANT)], "decided that the Panel would be a constant element of the Conference"),
    (
        [provision(Effect.REQUESTS_SUBMISSION, recurrence=Recurrence.EACH_SESSION)],
        "requested that the reports and recommendations of the Panel be forwarded to the Conference",
    ),
    ([provision(Effect.REQUESTS_MEETING)], "requested that a session of the Panel be held"),
    ([provision(Effect.REQUESTS_MEETING, minimum=1)], "requested that at least one session of the Panel be held"),
    (
        [provision(Effect.REQUESTS_MEETING, minimum=12, condition=en("as needed"))],
        "requested that at least 12 sessions of the Panel be held, as needed",
    ),
    (
        [provision(Effect.REQUESTS_SUBMISSION, due_session_key="cop-3", due_ordinal=3)],
        (
            "requested that the outcome of the work of the Panel be submitted to the Conference for its consideration "
            "at its third session"
        ),
    ),
    (
        [provision(Effect.REQUESTS_REPORT, due_on=dt.date(2031, 2, 1))],
        (
            "requested that a report on the work of the Panel be submitted to the Conference for its consideration by "
            "1 February 2031"
        ),
    ),
    (
        [provision(Effect.ENCOURAGES_ANNUAL, condition=en("as needed"))],
        "encouraged the Panel to consider meeting on an annual basis, as needed",
    ),
    (
        [provision(Effect.ENCOURAGES_CONSECUTIVE, purpose=en("best use of the tide"))],
        "encouraged the Panel to hold its sessions consecutively, in order to ensure the best use of the tide",
    ),
]


@pytest.mark.parametrize(("provisions", "clause"), STANDING)
def test_a_provision_in_force_is_one_clause(provisions: list[ProvisionMatter], clause: str) -> None:
    assert paragraphs(*provisions) == [
        f"In its resolution 2/1, the Conference of the Parties, inter alia, {clause}.",
    ]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("provisions", [provisions for provisions, _ in STANDING])
def test_a_provision_in_force_is_spoken_of_in_every_language(
    provisions: list[ProvisionMatter], language: Language
) -> None:
    assert len(paragraphs(*provisions, language=language)) == 1


@pytest.mark.parametrize(
    "lapsed",
    [
        provision(Effect.REQUESTS_MEETING, FOUNDING),
        provision(Effect.REQUESTS_SUBMISSION, due_session_key="cop-2", due_ordinal=2),
        provision(Effect.SETS_CHAIR),
        provision(Effect.SETS_TASK, object=en("count the mills")),
        provision(Effect.SUNSET_REVIEW),
        provision(Effect.RENEWS, bodies=("other",)),
    ],
)
def test_what_has_lapsed_or_does_not_change_the_body_is_left_out(lapsed: ProvisionMatter) -> None:
    assert paragraphs(lapsed) == []


def test_a_founding_mandate_says_what_it_set_up_and_what_for() -> None:
    assert paragraphs(
        provision(Effect.ESTABLISHES, FOUNDING, designation=en("open-ended panel")),
        provision(Effect.MAKES_CONSTANT, FOUNDING),
        provision(Effect.SETS_TASK, FOUNDING, instrument=CHARTER),
        provision(Effect.SETS_TASK, FOUNDING, object=en("count the mills")),
        provision(Effect.RENEWS, FOUNDING, verb="reaffirmed", recurrence=Recurrence.EACH_SESSION),
    ) == [
        (
            "In its decision 1/1, the Conference of the Parties established an open-ended panel as a constant element "
            "of the Conference to advise and assist the Conference in the implementation of its mandate with regard to "
            "the Charter of Mills. In addition, the Conference defined the task of the Panel as follows: count the "
            "mills. That decision was consistently reaffirmed in subsequent resolutions of the Conference."
        )
    ]


def test_a_body_that_was_convened_comes_after_what_else_the_mandate_set_up() -> None:
    secretariat = en("the Secretariat")
    assert paragraphs(
        provision(Effect.ESTABLISHES_MECHANISM, bodies=(), object=en("Mill Mechanism")),
        provision(Effect.ADOPTS, bodies=(), object=en("rules"), condition=en("provisionally")),
        provision(Effect.LAUNCHES, bodies=(), object=en("first cycle")),
        provision(Effect.REQUESTS_MEETING, addressee=secretariat, object=en("wheels"), condition=en("at no cost")),
        provision(Effect.SETS_TASK, instrument=CHARTER),
    ) == [
        (
            "In its resolution 2/1, the Conference of the Parties established the Mill Mechanism, adopted, "
            "provisionally, the rules and decided to launch the first cycle."
        ),
        (
            "In the same resolution, the Conference requested the Secretariat to convene, at no cost, a session of a "
            "Panel on the following matters: wheels. In addition, the Conference defined the task of the Panel as "
            "follows: to advise and assist the Conference in the implementation of its mandate with regard to "
            "the Charter of Mills."
        ),
    ]


def test_a_mandate_that_ends_with_a_session_names_the_session() -> None:
    ended = {"expires_on": dt.date(2029, 6, 8), "expires_ordinal": 2}
    founding = provision(Effect.ESTABLISHES, FOUNDING, **ended)
    sentence = "The mandate of the Panel expired at the second session of the Conference."
    assert paragraphs(founding)[-1] == sentence
    later = MandateMatter(MandateKind.RESOLUTION, "2/2", session_ordinal=2, adopted_on=dt.date(2029, 6, 9))
    assert sentence not in paragraphs(founding, provision(Effect.RENEWS, later))
    assert sentence not in paragraphs(founding, provision(Effect.RENEWS, later, expires_on=dt.date(2035, 1, 1)))


def test_a_long_instrument_is_named_in_full_once() -> None:
    other = MandateMatter(MandateKind.DECISION, "1/1", title=en("Carrying out the Charter of Mills"))
    said = paragraphs(
        provision(Effect.ESTABLISHES, other),
        provision(Effect.SETS_TASK, other, instrument=CHARTER),
    )
    assert said[0].endswith("of its mandate with regard to the Charter.")

"""The order of events: publish, then the seed, then the draw, each once; the database itself refuses another order."""

import datetime as dt
import json
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from rapporteur.journal import queries as journal
from rapporteur.journal.terms import Refused
from rapporteur.lots import actions
from rapporteur.lots.actions import LateEntry, PublicationEntry, RedrawEntry, SeedEntry
from rapporteur.lots.actions.following import request_of
from rapporteur.lots.files.recount import recount
from rapporteur.lots.files.seed import SeedPart
from rapporteur.lots.models import Drawing
from rapporteur.lots.queries.folders import draw_of, folder_of
from rapporteur.lots.terms import DrawingKind, Seat, Side

DATA = Path(__file__).parents[2] / "data" / "lots"
AT = dt.datetime(2031, 5, 2, 10, tzinfo=dt.UTC)
LATER = AT + dt.timedelta(days=9)
BY = "officer@example.org"
DICE = "31415926535897932384"
pytestmark = pytest.mark.django_db


def entry(**more: object) -> PublicationEntry:
    given = {
        "title": "First phase",
        "roster": (DATA / "invented-roster.csv").read_text(encoding="utf-8"),
        "rules": (DATA / "invented-rules.yaml").read_text(encoding="utf-8"),
    }
    return PublicationEntry(**{**given, **more})


def published(*, at: dt.datetime = AT, **more: object) -> Drawing:
    return actions.publish(entry(**more), by=BY, at=at)


def drawn(seed: str = DICE, **more: object) -> Drawing:
    seeded = actions.enter_seed(published(**more), SeedEntry(seed), by=BY, at=LATER)
    return actions.draw(seeded, by=BY, at=LATER)


def reasons_of(refusal: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [reason.text for reason in refusal.value.reasons]


def test_a_draw_is_published_seeded_and_drawn_and_its_folder_recounts() -> None:
    made = drawn()
    assert (made.key, made.stage) == ("first-phase", "drawn")
    files = folder_of(made)
    assert recount(files) == []
    assert sorted(files) == [
        *("README.txt", "SHA256SUMS", "additional.csv", "events.jsonl", "index.html", "loads.csv", "publication.json"),
        *("record.json", "result.csv", "result.json", "roster.csv", "rules.json", "seed.json", "tables.pdf"),
        "verify.py",
    ]


def test_each_act_is_one_row_of_the_journal_and_one_event_of_the_folder() -> None:
    made = drawn()
    acts = [act.verb for act in journal.history("drawing", made.key)]
    assert acts == ["drawing_published", "drawing_seed_entered", "drawing_drawn"]
    assert [json.loads(line)["what"] for line in made.events.splitlines()] == ["published", "seed_entered", "drawn"]
    assert BY not in made.events
    assert journal.verify() == []


def test_the_same_texts_and_seed_give_the_same_record_and_pages() -> None:
    first = drawn(seed="rehearsal:a", rehearsal=True)
    second = drawn(seed="rehearsal:a", rehearsal=True, at=AT + dt.timedelta(hours=1))
    assert second.key == "first-phase-2"
    assert first.result == second.result
    assert folder_of(first)["loads.csv"] == folder_of(second)["loads.csv"]


def test_no_seed_is_taken_before_the_last_day_for_objections_is_over() -> None:
    waiting = published(objections_until=dt.date(2031, 5, 5))
    with pytest.raises(Refused) as refusal:
        actions.enter_seed(waiting, SeedEntry(DICE), by=BY, at=dt.datetime(2031, 5, 5, 23, 59, tzinfo=dt.UTC))
    assert reasons_of(refusal) == [
        "Objections may be made until 2031-05-05; no seed is taken before it is over.",
    ]
    assert actions.enter_seed(waiting, SeedEntry(DICE), by=BY, at=dt.datetime(2031, 5, 6, tzinfo=dt.UTC)).seed == DICE


def test_a_seed_is_entered_once_and_a_draw_made_once() -> None:
    waiting = published(title="Another phase")
    with pytest.raises(Refused) as refusal:
        actions.draw(waiting, by=BY, at=LATER)
    assert reasons_of(refusal) == ["No seed has been entered yet."]
    made = drawn()
    with pytest.raises(Refused) as refusal:
        actions.enter_seed(made, SeedEntry("27182818284590452353"), by=BY, at=LATER)
    assert reasons_of(refusal)[0].startswith("The seed was entered already and does not change")
    with pytest.raises(Refused) as refusal:
        actions.draw(made, by=BY, at=LATER)
    assert reasons_of(refusal) == ["This was drawn already; a draw is made once."]


@pytest.mark.parametrize(
    ("seed", "rehearsal", "reason"),
    [
        (f" {DICE}", False, "The seed has blanks around it: enter it exactly as read out."),
        (DICE[:-1], False, "The seed has 19 characters; a true draw needs 20 or more (dice or a beacon)."),
        (f"rehearsal:{DICE}", False, 'A seed that begins with "rehearsal:" is for rehearsals only.'),
        (DICE, True, 'This is a rehearsal: its seed begins with "rehearsal:".'),
        (f"{DICE}\u202e", False, "The seed has control characters or line ends in it: it is one line of text."),
        (DICE * 51, False, "The seed has 1020 characters; at most 1000 are read."),
    ],
)
def test_a_seed_that_is_none_is_refused(seed: str, rehearsal: bool, reason: str) -> None:
    with pytest.raises(Refused) as refusal:
        actions.enter_seed(published(rehearsal=rehearsal), SeedEntry(seed), by=BY, at=LATER)
    assert reasons_of(refusal) == [reason]


def test_the_very_same_is_not_published_twice_in_a_second() -> None:
    published()
    with pytest.raises(Refused) as refusal:
        published()
    assert reasons_of(refusal) == ["The very same was published this second; it stands in the list of draws."]


def test_a_seed_that_was_used_before_is_refused() -> None:
    drawn()
    again = published(title="Second phase")
    with pytest.raises(Refused) as refusal:
        actions.enter_seed(again, SeedEntry(DICE), by=BY, at=LATER)
    assert reasons_of(refusal) == ["This seed was used before; every draw needs a fresh one."]


def test_announced_sources_are_entered_in_their_order() -> None:
    waiting = published(seed_sources=("dice of the room", "round 4711 of the beacon"))
    parts = (SeedPart("dice of the room", "31415", "protocol"), SeedPart("round 4711 of the beacon", "9265358", ""))
    for wrong in (SeedEntry(DICE), SeedEntry(parts=parts[::-1]), SeedEntry(parts=parts[:1])):
        with pytest.raises(Refused):
            actions.enter_seed(waiting, wrong, by=BY, at=LATER)
    seeded = actions.enter_seed(waiting, SeedEntry(parts=parts), by=BY, at=LATER)
    assert len(seeded.seed) == 64
    assert recount(folder_of(actions.draw(seeded, by=BY, at=LATER))) == []


@pytest.mark.parametrize(
    "change",
    [
        {"seed": DICE, "seed_file": "x", "seed_at": LATER},  # a seed without its stage
        {"record": "{}", "drawn_at": LATER},  # a record before a seed
        {"stage": "drawn"},
        {"stage": "seeded", "seed": DICE, "seed_file": "x", "seed_at": AT - dt.timedelta(days=1)},  # before publication
        {"stage": "seeded", "seed": "rehearsal:x", "seed_file": "x", "seed_at": LATER},  # a rehearsal's seed
        {"stage": "lost"},
        {"kind": "raffle"},
    ],
)
def test_the_database_refuses_another_order(change: dict[str, object]) -> None:
    waiting = published()
    with pytest.raises(IntegrityError), transaction.atomic():
        Drawing.objects.filter(pk=waiting.pk).update(**change)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"key": "No Key"}, "key"),
        ({"objections_until": dt.date(2031, 5, 1)}, "objections_until"),
        ({"seed_sources": ("dice", "dice")}, "seed_sources"),
        ({"seed_sources": (" ",)}, "seed_sources"),
        ({"kind": DrawingKind.REDRAW}, "kind"),
        ({"roster": "code\n"}, "roster"),
        ({"title": "A draw \u0e01"}, ""),
        ({"rules": "format: lots-rules/2\n"}, "rules"),
    ],
)
def test_what_cannot_be_published_is_refused_with_its_place(change: dict[str, object], field: str) -> None:
    assert [reason.field for reason in actions.why_not_publish(entry(**change), at=AT)] == [field]
    assert not Drawing.objects.exists()


def test_an_impossible_roster_is_refused_with_the_counts_that_block_it_and_what_opens_it() -> None:
    roster = "code,group\n" + "".join(f"{code},{code[0]}\n" for code in ("A1", "A2", "A3", "B1", "B2", "B3"))
    rules = "format: lots-rules/1\nparameters:\n  maximum: {value: 1}\n"
    said = [reason.text for reason in actions.why_not_publish(entry(roster=roster, rules=rules), at=AT)]
    assert said[0] == "There is no valid draw."
    assert any(text.startswith("It would be open so: ") for text in said)
    assert not Drawing.objects.exists()


def test_a_lot_is_repeated_on_request_and_the_refused_state_does_not_return() -> None:
    made = drawn()
    holder = draw_of(made).seats[Seat("BEL", Side.OTHER)]
    request = request_of(made, reviewed="BEL", side=Side.OTHER, reason="No capacity this year.")
    following = actions.publish_redraw(made, RedrawEntry((request,)), by=BY, at=LATER)
    assert (following.purpose, following.kind) == ("redraw:BEL:1", "redraw")
    seeded = actions.enter_seed(following, SeedEntry("27182818284590452353"), by=BY, at=LATER)
    again = actions.draw(seeded, by=BY, at=LATER)
    changed = {s for s, who in draw_of(again).seats.items() if draw_of(made).seats.get(s) != who}
    assert {(seat.reviewed, seat.side) for seat in changed} == {("BEL", Side.OTHER)}
    assert draw_of(again).seats[Seat("BEL", Side.OTHER)] != holder
    assert recount(folder_of(made)) == []
    with pytest.raises(Refused) as refusal:
        actions.publish_redraw(made, RedrawEntry((request,)), by=BY, at=LATER)
    assert "follows this draw already" in reasons_of(refusal)[0]


def test_several_requests_are_one_joint_draw() -> None:
    made = drawn()
    asked = tuple(request_of(made, reviewed=code, side=Side.OTHER, reason="asked") for code in ("BEL", "DOR"))
    following = actions.publish_redraw(made, RedrawEntry(asked), by=BY, at=LATER)
    assert following.purpose == "redraw:joint:1"
    actions.draw(actions.enter_seed(following, SeedEntry("27182818284590452353"), by=BY, at=LATER), by=BY, at=LATER)
    assert recount(folder_of(made)) == []


def test_a_state_that_joined_late_is_drawn_on_top() -> None:
    made = drawn()
    joined = entry().roster + "ZED,Zedland,Northern States,civil,now,,,,yes,no,no\n"
    following = actions.publish_late(made, LateEntry(joined), by=BY, at=LATER)
    assert following.purpose == "late:1"
    again = actions.draw(
        actions.enter_seed(following, SeedEntry("27182818284590452353"), by=BY, at=LATER), by=BY, at=LATER
    )
    assert {seat.side for seat in draw_of(again).seats if seat.reviewed == "ZED"} == {Side.OWN, Side.OTHER}
    assert recount(folder_of(made)) == []


def test_year_groups_are_published_and_drawn_alike() -> None:
    made = drawn(kind=DrawingKind.YEARS)
    assert made.result.splitlines()[0] == "code,name,group,year"
    assert "reviews, begun in 3 years." in folder_of(made)["index.html"].decode()
    assert recount(folder_of(made)) == []


def test_a_ceremony_takes_no_seed_of_its_own() -> None:
    waiting = published(kind=DrawingKind.CEREMONY)
    with pytest.raises(Refused) as refusal:
        actions.enter_seed(waiting, SeedEntry(DICE), by=BY, at=LATER)
    assert reasons_of(refusal) == ["This draw is made in a ceremony; its steps have the seeds."]

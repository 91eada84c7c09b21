"""Acts of a ceremony: each one row of the journal, in their order alone, one at a time, and a record at the end."""

import datetime as dt
import hashlib
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.db import connection

from lots.drawings import GIVEN, LISTED, NOON, OFFICER, opened, published, told
from lots.small import roster, rules
from rapporteur.journal.models import Act
from rapporteur.journal.terms import Refused, Stale
from rapporteur.lots.actions.ceremony import open_ceremony, pause, resume, set_pace
from rapporteur.lots.actions.ceremony_bowl import call_additional, call_next, draw_ball, enter_seed, fill_bowl
from rapporteur.lots.actions.ceremony_end import close
from rapporteur.lots.actions.ceremony_hand import put_back, write_lot
from rapporteur.lots.actions.ceremony_reveal import close_reveal, reveal_next, reveal_rest
from rapporteur.lots.actions.drawing import draw as draw_from_seed
from rapporteur.lots.actions.seeding import SeedEntry
from rapporteur.lots.actions.seeding import enter_seed as seed_a_drawing
from rapporteur.lots.engines.ceremony import bowl
from rapporteur.lots.engines.draw import Keys, draw
from rapporteur.lots.engines.problem import problem_of
from rapporteur.lots.files.events import read_events
from rapporteur.lots.files.recorded import read_record
from rapporteur.lots.files.roster import digest
from rapporteur.lots.files.seats import read_result, write_result
from rapporteur.lots.files.seed import SeedPart
from rapporteur.lots.models import Ceremony, Drawing, Step
from rapporteur.lots.queries.ceremony import drawn_in, is_held_back, open_seats, parts_shown, steps_of
from rapporteur.lots.queries.folders import folder_of
from rapporteur.lots.terms import CeremonyMode, CeremonyStage, DrawingKind, DrawingStage, Seat, Side, StepStage

pytestmark = pytest.mark.django_db


def seed_of_step(number: int) -> str:
    return f"{number:03} 31415926535897932384"


def bowl_step(ceremony: Ceremony, number: int, *, ball: int = 1) -> Step:
    step = call_next(ceremony, told(ceremony))
    enter_seed(ceremony, seed_of_step(number), told(ceremony))
    fill_bowl(ceremony, told(ceremony))
    draw_ball(ceremony, ball, told(ceremony))
    return Step.objects.get(pk=step.pk)


def whole_bowl(ceremony: Ceremony) -> None:
    for number in range(1, len(ceremony.agenda) + 1):
        bowl_step(ceremony, number, ball=1 + number % GIVEN.balls)
    if open_seats(ceremony, drawn_in(steps_of(ceremony))):
        call_additional(ceremony, told(ceremony))
        enter_seed(ceremony, seed_of_step(999), told(ceremony))
        fill_bowl(ceremony, told(ceremony))


def verify(drawing: Drawing, folder: Path) -> None:
    """Write the folder of a drawing and run the verifier that lies in it."""
    for name, content in folder_of(Drawing.objects.get(pk=drawing.pk)).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    command = [sys.executable, "-I", str(folder / "verify.py"), str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert run.returncode == 0, run.stdout + run.stderr


def drawn_drawing() -> Drawing:
    drawing = published(kind=DrawingKind.DRAW)
    part = SeedPart("twenty dice thrown by the delegates", seed_of_step(0), "seen by the delegates")
    drawing = seed_a_drawing(drawing, SeedEntry(parts=(part,)), by=OFFICER, at=NOON)
    return draw_from_seed(drawing, by=OFFICER, at=NOON)


def test_a_bowl_is_drawn_to_its_end_and_leaves_a_record_of_every_step():
    drawing = published()
    ceremony = opened(drawing, CeremonyMode.BOWL)
    whole_bowl(ceremony)
    close(ceremony, told(ceremony))
    drawing.refresh_from_db()
    ceremony.refresh_from_db()
    assert (drawing.stage, ceremony.stage) == (DrawingStage.DRAWN, CeremonyStage.CLOSED)
    record = read_record(drawing.record, drawing.result)
    assert [step.reviewed for step in record.steps] == ceremony.agenda
    assert [step.ball for step in record.steps] == [1 + n % 8 for n in range(1, 19)]
    whole = problem_of(LISTED, GIVEN)
    assert whole.is_valid(tuple(whole.states.index(record.draw.main.seats[seat]) for seat in whole.seats))
    assert len(record.draw.additional.seats) > 0
    assert record.additional_seed == seed_of_step(999)
    files = {file.name: file for file in drawing.files.all()}
    certificates = [name for name in sorted(files) if name.startswith("certificates/")]
    assert certificates == [f"certificates/{n:03}.csv" for n in range(1, 19)]
    assert all(hashlib.sha256(bytes(file.content)).hexdigest() == file.digest for file in files.values())


def test_what_a_bowl_leaves_is_a_folder_that_anybody_can_verify(tmp_path):
    drawing = published()
    ceremony = opened(drawing, CeremonyMode.BOWL)
    whole_bowl(ceremony)
    close(ceremony, told(ceremony))
    verify(drawing, tmp_path)


def test_each_act_is_one_row_of_the_journal_and_one_line_of_events():
    drawing = published()
    ceremony = opened(drawing, CeremonyMode.BOWL)
    bowl_step(ceremony, 1)
    verbs = [
        "ceremony_opened",
        "ceremony_state_called",
        "ceremony_seed_entered",
        "ceremony_bowl_filled",
        "ceremony_ball_drawn",
    ]
    acts = Act.objects.filter(subject_key=drawing.key).order_by("number").values_list("verb", "by")
    assert list(acts)[1:] == [(f"drawing_{verb}", OFFICER) for verb in verbs]
    drawing.refresh_from_db()
    assert [event.what for event in read_events(drawing.events)] == ["published", *verbs]
    assert OFFICER not in drawing.events


def test_the_digest_stands_before_a_ball_can_be_drawn_and_is_that_of_these_balls():
    drawing = published()
    ceremony = opened(drawing, CeremonyMode.BOWL)
    call_next(ceremony, told(ceremony))
    with pytest.raises(Refused):
        draw_ball(ceremony, 1, told(ceremony))
    enter_seed(ceremony, seed_of_step(1), told(ceremony))
    with pytest.raises(Refused):
        draw_ball(ceremony, 1, told(ceremony))
    ready = fill_bowl(ceremony, told(ceremony))
    again = bowl(LISTED, GIVEN, {}, ready.reviewed, Keys(drawing.roster_digest, drawing.rules_digest, seed_of_step(1)))
    assert (ready.digest, ready.balls, ready.ball) == (again.digest, 8, None)
    drawn = draw_ball(ceremony, 3, told(ceremony))
    assert drawn.seats == {str(seat): who for seat, who in again.balls[2].seats.items()}
    assert drawn.certificate == {str(seat): who for seat, who in again.balls[2].certificate.items()}


def test_a_seed_once_entered_stays_and_none_is_used_twice():
    ceremony = opened(published(), CeremonyMode.BOWL)
    call_next(ceremony, told(ceremony))
    enter_seed(ceremony, seed_of_step(1), told(ceremony))
    with pytest.raises(Refused):
        enter_seed(ceremony, seed_of_step(2), told(ceremony))
    fill_bowl(ceremony, told(ceremony))
    draw_ball(ceremony, 1, told(ceremony))
    call_next(ceremony, told(ceremony))
    with pytest.raises(Refused, match="used before"):
        enter_seed(ceremony, seed_of_step(1), told(ceremony))
    with pytest.raises(Refused, match="20 or more"):
        enter_seed(ceremony, "short", told(ceremony))


def test_a_rehearsal_wants_the_seed_of_a_rehearsal():
    ceremony = opened(published(rehearsal=True), CeremonyMode.BOWL)
    call_next(ceremony, told(ceremony))
    with pytest.raises(Refused, match="rehearsal"):
        enter_seed(ceremony, seed_of_step(1), told(ceremony))
    assert enter_seed(ceremony, "rehearsal: one", told(ceremony)).stage == StepStage.SEEDED


@pytest.mark.parametrize("ball", [0, 9, -1])
def test_a_number_that_is_on_no_ball_is_refused(ball):
    ceremony = opened(published(), CeremonyMode.BOWL)
    call_next(ceremony, told(ceremony))
    enter_seed(ceremony, seed_of_step(1), told(ceremony))
    fill_bowl(ceremony, told(ceremony))
    with pytest.raises(Refused, match="from 1 to 8"):
        draw_ball(ceremony, ball, told(ceremony))


def test_of_two_acts_on_the_same_page_one_is_done():
    ceremony = opened(published(), CeremonyMode.BOWL)
    seen = told(ceremony)
    call_next(ceremony, seen)
    with pytest.raises(Stale, match="Another act came first"):
        call_next(ceremony, seen)
    assert (Step.objects.count(), Ceremony.objects.get().version) == (1, 1)
    assert Act.objects.filter(verb="drawing_ceremony_state_called").count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_officers_who_act_at_the_same_moment_one_acts():
    ceremony = opened(published(), CeremonyMode.BOWL)
    seen, start, outcomes = told(ceremony), threading.Barrier(2), []

    def act() -> None:
        start.wait()
        try:
            outcomes.append(call_next(ceremony, seen).number)
        except Stale:
            outcomes.append("stale")
        finally:
            connection.close()

    threads = [threading.Thread(target=act) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, outcomes)) == ["1", "stale"]
    assert (Step.objects.count(), Ceremony.objects.get().version) == (1, 1)


def test_a_paused_ceremony_goes_on_where_it_stopped():
    ceremony = opened(published(), CeremonyMode.BOWL)
    call_next(ceremony, told(ceremony))
    pause(ceremony, told(ceremony))
    with pytest.raises(Refused, match="paused"):
        enter_seed(ceremony, seed_of_step(1), told(ceremony))
    resume(ceremony, told(ceremony))
    with pytest.raises(Refused, match="not paused"):
        resume(ceremony, told(ceremony))
    assert enter_seed(ceremony, seed_of_step(1), told(ceremony)).number == 1


def test_no_ceremony_is_closed_before_its_last_lot():
    ceremony = opened(published(), CeremonyMode.BOWL)
    with pytest.raises(Refused, match="still to be drawn"):
        close(ceremony, told(ceremony))
    call_next(ceremony, told(ceremony))
    with pytest.raises(Refused, match="not finished"):
        close(ceremony, told(ceremony))
    assert Drawing.objects.get().stage == DrawingStage.PUBLISHED


def test_no_lot_is_drawn_while_objections_may_come():
    early = NOON - dt.timedelta(days=1)
    with pytest.raises(Refused, match="objections"):
        open_ceremony(published(), CeremonyMode.BOWL, by=OFFICER, at=early)


def test_what_is_published_to_be_drawn_from_a_seed_is_not_drawn_from_a_bowl_and_the_other_way_round():
    with pytest.raises(Refused, match="from a seed"):
        opened(published("one", kind=DrawingKind.DRAW), CeremonyMode.BOWL)
    two = published("two")
    with pytest.raises(Refused, match="step by step"):
        opened(two, CeremonyMode.REVEAL)
    opened(two, CeremonyMode.PHYSICAL)
    with pytest.raises(Refused, match="already"):
        opened(two, CeremonyMode.BOWL)


def test_a_reveal_shows_every_state_in_the_order_of_the_agenda_and_holds_the_rest_back():
    drawing = drawn_drawing()
    assert not is_held_back(drawing)
    ceremony = opened(drawing, CeremonyMode.REVEAL, order="lot", words="figures thrown")
    assert is_held_back(drawing)
    first = reveal_next(ceremony, told(ceremony))
    assert first.reviewed == ceremony.agenda[0]
    with pytest.raises(Refused, match="Not every State"):
        close_reveal(ceremony, told(ceremony))
    rest = reveal_rest(ceremony, told(ceremony))
    assert [step.reviewed for step in [first, *rest]] == ceremony.agenda
    assert drawn_in(steps_of(ceremony)) == read_result(drawing.result).seats
    with pytest.raises(Refused, match="Every State has been shown"):
        reveal_next(ceremony, told(ceremony))
    close_reveal(ceremony, told(ceremony))
    assert not is_held_back(drawing)
    with pytest.raises(Refused, match="closed"):
        pause(ceremony, told(ceremony))


def test_nothing_is_revealed_before_it_is_drawn():
    ceremony = opened(published(kind=DrawingKind.DRAW), CeremonyMode.REVEAL)
    with pytest.raises(Refused, match="Nothing is drawn yet"):
        reveal_next(ceremony, told(ceremony))


def test_the_reviewers_of_a_state_appear_at_the_pace_of_the_ceremony():
    ceremony = opened(drawn_drawing(), CeremonyMode.REVEAL, pace=3)
    step = reveal_next(ceremony, told(ceremony))
    shown = [parts_shown(step, pace=3, now=NOON + dt.timedelta(seconds=s)) for s in (0, 2, 3, 6, 3600)]
    assert shown == [0, 0, 1, 2, len(step.seats)]
    assert parts_shown(step, pace=0, now=NOON) == len(step.seats)
    set_pace(ceremony, 0, told(ceremony))
    with pytest.raises(Refused, match="pace"):
        set_pace(ceremony, 61, told(ceremony))


def test_a_lot_drawn_by_hand_is_checked_as_it_is_written_and_put_back_with_its_reason():
    # A2/own can be taken by A1 or A3 alone; A1 must be reviewed by A3, since A2 may not review A1 in return.
    ceremony = opened(published(listed=roster([3, 3], reviewed=(2, 1)), given=rules(0, 1)), CeremonyMode.PHYSICAL)
    seen = ("Delegate of A2", "Delegate of B3")
    with pytest.raises(Refused, match="witness"):
        write_lot(ceremony, "B1/other", "A1", told(ceremony), witnesses=())
    write_lot(ceremony, "B1/other", "A1", told(ceremony), witnesses=seen)
    with pytest.raises(Refused, match="remaining seats"):
        write_lot(ceremony, "A1/own", "A3", told(ceremony), witnesses=seen)
    back = put_back(ceremony, "A1/own", "A3", told(ceremony), witnesses=seen)
    assert (back.stage, back.reason.startswith("With A3 in A1/own")) == (StepStage.PUT_BACK, True)
    with pytest.raises(Refused, match="may stand"):
        put_back(ceremony, "A1/own", "A2", told(ceremony), witnesses=seen)
    with pytest.raises(Refused, match="not open"):
        write_lot(ceremony, "B1/other", "A2", told(ceremony), witnesses=seen)
    assert drawn_in(steps_of(ceremony)) == {Seat("B1", Side.OTHER): "A1"}


def test_a_draw_by_hand_ends_in_a_record_that_names_its_witnesses(tmp_path):
    drawing = published()
    ceremony = opened(drawing, CeremonyMode.PHYSICAL)
    made = draw(LISTED, GIVEN, Keys("hand", "hand", "hand"))
    while seats := open_seats(ceremony, drawn_in(steps_of(ceremony))):
        write_lot(ceremony, str(seats[0]), made.seats[seats[0]], told(ceremony), witnesses=("Delegate of A1",))
    close(ceremony, told(ceremony))
    drawing.refresh_from_db()
    record = read_record(drawing.record, drawing.result)
    assert record.is_physical
    fixed = {entry.seat for entry in GIVEN.fixed}
    assert {step.seat: step.reviewer for step in record.steps} == {
        seat: who for seat, who in made.seats.items() if seat not in fixed
    }
    assert {step.witnesses for step in record.steps} == {("Delegate of A1",)}
    assert drawing.result == write_result(made)
    verify(drawing, tmp_path)
    assert digest(drawing.result) in drawing.record


def test_the_additional_seats_of_a_draw_by_hand_may_be_drawn_from_a_seed(tmp_path):
    drawing = published()
    ceremony = opened(drawing, CeremonyMode.PHYSICAL)
    made = draw(LISTED, GIVEN, Keys("hand", "hand", "hand"))
    with pytest.raises(Refused, match="No additional seat"):
        call_additional(ceremony, told(ceremony))
    while not (seats := open_seats(ceremony, drawn_in(steps_of(ceremony))))[0].part:
        write_lot(ceremony, str(seats[0]), made.seats[seats[0]], told(ceremony), witnesses=("Delegate of A1",))
    call_additional(ceremony, told(ceremony))
    enter_seed(ceremony, seed_of_step(1), told(ceremony))
    fill_bowl(ceremony, told(ceremony))
    close(ceremony, told(ceremony))
    drawing.refresh_from_db()
    record = read_record(drawing.record, drawing.result)
    assert (record.is_physical, record.additional_seed) == (True, seed_of_step(1))
    verify(drawing, tmp_path)

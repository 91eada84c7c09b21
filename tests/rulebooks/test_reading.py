from pathlib import Path

import pytest

from rapporteur.datafiles.faults import FileRefused
from rapporteur.rulebooks.schema import Rulebook
from rulebookfiles import METEORITES, changed, read_text


def refused(folder: Path, text: str) -> list[str]:
    with pytest.raises(FileRefused) as refusal:
        read_text(folder, text)
    return str(refusal.value).splitlines()


def line_of(text: str, part: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), start=1) if part in line)


def test_the_invented_rulebook_is_read(meteorites: Rulebook) -> None:
    assert [step.key for step in meteorites.steps] == ["answers", "views", "visit", "papers", "list"]
    assert meteorites.title.first() == "Review of the Meteorites Convention"
    assert str(meteorites.step("views").clock.length) == "6 months"


def test_a_rulebook_of_a_later_schema_is_refused_by_name_and_by_nothing_else(tmp_path: Path) -> None:
    text = changed("schema_version: 1\n", "schema_version: 2\nfuture: true\n")
    assert refused(tmp_path, text) == [
        (
            "rules.yaml:1: schema_version: the rulebook is written for schema 2, and this version of rapporteur reads "
            "schema 1; expected schema_version: 1, or a later rapporteur"
        )
    ]


def test_an_unknown_key_is_refused_with_the_keys_there_are(tmp_path: Path) -> None:
    text = changed("languages: {official", "languages: {offical: [], official")
    assert refused(tmp_path, text) == [
        (
            f"rules.yaml:{line_of(text, 'offical')}: languages.offical: the key 'offical' is unknown; "
            "expected one of at_most_in_review, grounds, note, official, source, status"
        )
    ]


def test_circles_of_steps_are_refused_and_named(tmp_path: Path) -> None:
    text = changed("  work: answer\n", "  work: answer\n  needs: [list]\n")
    said = f"rules.yaml:{line_of(text, 'needs: [list]')}: steps[1].needs: the steps wait for each other in a circle: "
    asked = "; expected one of them to need the other no longer"
    assert refused(tmp_path, text) == [
        f"{said}answers → papers → list → answers{asked}",
        f"{said}answers → views → visit → list → answers{asked}",
    ]


CLOCK = "  clock: {length: {days: 10}, after: {step: visit, mark: ended}, falls: next-working-day, status: assumed}\n"
FAULTS = {
    "a clock without a start": (
        CLOCK,
        "  clock: {length: {days: 10}, status: assumed}\n",
        "steps[5].clock: the clock has no start; expected after or before, with the step and mark from which it runs",
    ),
    "a clock with two starts": (
        "falls: next-working-day, status",
        "before: {step: list, mark: set-for}, status",
        "steps[5].clock: the clock has two starts; expected after or before, with the step and mark from which it runs",
    ),
    "a clock without a length": (
        "clock: {length: {days: 10}, after",
        "clock: {after",
        "steps[5].clock: the clock has no length; expected length, or status: unknown",
    ),
    "a clock of no length": (
        "{days: 10}",
        "{days: 0}",
        "steps[5].clock.length: the length is nothing; expected months, days or working_days",
    ),
    "a clock that runs from a later event": (
        "after: {step: answers, mark: opened}",
        "after: {step: list, mark: opened}",
        (
            "steps[1].clock.after: the clock of 'answers' runs from a later event: opened of 'list'; "
            "expected an event of a step before it, or its own opening"
        ),
    ),
    "a clock that runs from its own end": (
        "after: {step: answers, mark: opened}",
        "after: {step: answers, mark: ended}",
        (
            "steps[1].clock.after: the clock of 'answers' runs from a later event: ended of 'answers'; "
            "expected an event of a step before it, or its own opening"
        ),
    ),
    "a clock towards an event that is no day": (
        "before: {step: visit, mark: set-for}",
        "before: {step: visit, mark: ended}",
        (
            "steps[4].clock.before: a clock that runs towards a day needs the day for which a step to come is set; "
            "expected mark: set-for, of this step or one after it"
        ),
    ),
    "an actor that does not exist": (
        "actors: [reviewed]",
        "actors: [revewed]",
        (
            "steps[1].actors[1]: there is no participant 'revewed' in this rulebook; "
            "expected one of reviewed, reviewing, office, others, public"
        ),
    ),
    "a role that does not exist": (
        "cleared_by: focal-point",
        "cleared_by: head",
        "steps[1].cleared_by: there is no role 'head' in this rulebook; expected one of focal-point, observer, officer",
    ),
    "an output that does not exist": (
        "outputs: [answers]",
        "outputs: [answer]",
        "steps[1].outputs[1]: there is no output 'answer' in this rulebook; expected one of answers, list",
    ),
    "an instrument that does not exist": (
        "{instrument: convention",
        "{instrument: protocol",
        (
            "clusters[1].parts[1].instrument: there is no instrument 'protocol' in this rulebook; "
            "expected one of convention"
        ),
    ),
    "an article that does not exist": (
        "articles: ['1']",
        "articles: ['9']",
        (
            "clusters[1].parts[1].articles[1]: convention has no article '9' in this rulebook; "
            "expected a number of its articles"
        ),
    ),
    "a key that stands twice": (
        "- {key: others,",
        "- {key: office,",
        (
            "participants[4].key: the participant 'office' stands here again; it is the one at 3 already; "
            "expected each once"
        ),
    ),
    "a source that does not exist": (
        "source: ['rules:3']",
        "source: ['law:3']",
        "clusters[1].source[1]: there is no source 'law' in this rulebook; expected one of rules",
    ),
    "a wording from a source that does not exist": (
        "name: {en: visit}",
        "name: {en: {text: visit, source: law}}",
        "steps[3].name.en.source: there is no source 'law' in this rulebook; expected one of rules",
    ),
    "an established rule without a source": (
        "- key: visit\n  name: {en: visit}\n",
        "- key: visit\n  grounds: [{of: [name], status: established}]\n  name: {en: visit}\n",
        "steps[3].grounds[1].status: the rule is established by no source; expected source, or another status",
    ),
    "the ground of a field that is not there": (
        "grounds: [{of: [visibility]",
        "grounds: [{of: [sight]",
        (
            "outputs[2].grounds[1].of[1]: the rule has no 'sight'; expected one of key, name, drafted_by, agreed_by, "
            "official, languages, visibility, publication, parts, at_most_words, at_most_pages"
        ),
    ),
    "a step that nobody may open": (
        "  opened_by: [reviewed]\n",
        "",
        "steps[3].opens: the step is opened by an act and nobody may open it; expected opened_by",
    ),
    "a step that nobody may end": (
        "  ended_by: [office]\n",
        "",
        "steps[3].ends: the step is ended by an act and nobody may end it; expected ended_by",
    ),
    "bounds that cross": (
        "at_least: 1\n",
        "at_least: 2\n",
        "participants[1].at_most: there are at least 2 and at most 1: the bounds cross; expected 2 or more",
    ),
    "a right on nothing": (
        "'on': [list], status",
        "'on': [lists], status",
        (
            "roles[1].rights[2].on[1]: there is no step, output or matter 'lists' in this rulebook; "
            "expected one of answers, list, papers, question, views, visit"
        ),
    ),
    "an unknown that bears on nothing": (
        "bears_on: [visit]",
        "bears_on: [voyage]",
        "unknowns[1].bears_on[1]: nothing in this rulebook has the key 'voyage'",
    ),
}


@pytest.mark.parametrize(("old", "new", "said"), FAULTS.values(), ids=FAULTS.keys())
def test_what_contradicts_itself_is_refused_at_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    found = refused(tmp_path, changed(old, new))
    assert [line.partition(": ")[2] for line in found] == [said]
    assert [line.partition(":")[0] for line in found] == ["rules.yaml"]


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    text = METEORITES.replace("cleared_by: focal-point", "cleared_by: head").replace("{days: 10}", "{days: 0}")
    assert len(refused(tmp_path, text)) == 2

from pathlib import Path

import pytest

from rapporteur.register.faults import RegisterRefused
from registerfiles import everything, loaded, written

OF_BARGES = "conference: barge-conf\n"


def refused(path: Path) -> list[str]:
    with pytest.raises(RegisterRefused) as refusal:
        loaded(path)
    return str(refusal.value).replace(f"{path}/", "").splitlines()


REFUSED = {
    "an unknown key": (
        "sessions:\n- key: s-9\n  ordnal: 3\n",
        (
            "more.yaml:4: sessions[1].ordnal: the key 'ordnal' is unknown; expected one of agenda, concluded_by, "
            "conference, conflicts, ends_on, key, kind, mode, month, note, officers, ordinal, place, "
            "resolutions_adopted, sayings, source, source_of, starts_on, states_parties, window_ends_on, "
            "window_starts_on, year"
        ),
    ),
    "a missing key": ("meetings:\n- key: m-9\n", "more.yaml:3: meetings[1].body: the key 'body' is missing"),
    "a number for a text": (
        "sessions:\n- key: 9\n",
        (
            "more.yaml:3: sessions[1].key: 9, a number, stands here; "
            "expected a text (in quotation marks where it looks like a number or a date)"
        ),
    ),
    "a text for a number": (
        "sessions:\n- key: s-9\n  ordinal: nine\n",
        "more.yaml:4: sessions[1].ordinal: 'nine', a text, stands here; expected a whole number",
    ),
    "a text for a list": (
        "sessions:\n- key: s-9\n  sayings: held\n",
        "more.yaml:4: sessions[1].sayings: 'held', a text, stands here; expected a list",
    ),
    "an unknown word": (
        "sessions:\n- key: s-9\n  kind: secret\n",
        "more.yaml:4: sessions[1].kind: 'secret' is not known here; expected 'regular' or 'special'",
    ),
    "an unknown language": (
        "terms:\n- {group: words, key: weir, wording: {de: Wehr}}\n",
        "more.yaml:3: terms[1].wording.de: 'de' is not known here; expected 'ar', 'zh', 'en', 'fr', 'ru' or 'es'",
    ),
    "a date that does not exist": (
        "sessions:\n- key: s-9\n  starts_on: 2003-02-29\n",
        (
            "more.yaml:4: sessions[1].starts_on: 2003-02-29 is no date: February 2003 has no day 29; "
            "expected a day as YYYY-MM-DD"
        ),
    ),
    "days that run backwards": (
        "sessions:\n- key: s-9\n  starts_on: 2005-02-03\n  ends_on: 2005-02-01\n",
        "more.yaml:5: sessions[1].ends_on: 2005-02-01 is before starts_on 2005-02-03; expected 2005-02-03 or later",
    ),
    "a window that runs backwards": (
        "sessions:\n- {key: s-9, window_starts_on: 2005-02-03, window_ends_on: 2005-02-01}\n",
        (
            "more.yaml:3: sessions[1].window_ends_on: 2005-02-01 is before window_starts_on 2005-02-03; "
            "expected 2005-02-03 or later"
        ),
    ),
    "a membership that runs backwards": (
        "parties:\n- key: XBB\n  memberships:\n  - {group: upstream, since: 2005-02-03, until: 2005-02-01}\n",
        (
            "more.yaml:5: parties[1].memberships[1].until: 2005-02-01 is before since 2005-02-03; "
            "expected 2005-02-03 or later"
        ),
    ),
    "an override of direction": (
        'terms:\n- group: words\n  key: weir\n  wording: {en: "we\\u202Eir"}\n',
        (
            "more.yaml:5: terms[1].wording.en: the text has the character U+202E RIGHT-TO-LEFT OVERRIDE at position 2; "
            "expected a text without it"
        ),
    ),
    "a control character": (
        'sessions:\n- {key: s-9, note: "a\\u0007b"}\n',
        (
            "more.yaml:3: sessions[1].note: the text has the character U+0007 CONTROL CHARACTER at position 1; "
            "expected a text without it"
        ),
    ),
    "a mandate for an unknown body": (
        "mandates:\n- kind: decision\n  number: 1/2\n  provisions:\n  - {effect: sets-task, bodies: [canals]}\n",
        (
            "more.yaml:6: mandates[1].provisions[1].bodies[1]: there is no body 'canals'; "
            "expected the key of a body of these files or of the register"
        ),
    ),
    "a meeting of an unknown body": (
        "meetings:\n- {body: canals, key: m-9}\n",
        (
            "more.yaml:3: meetings[1].body: there is no body 'canals'; "
            "expected the key of a body of these files or of the register"
        ),
    ),
    "a meeting under an unknown mandate": (
        "meetings:\n- {body: locks, key: m-9, under: resolution 9/9}\n",
        (
            "more.yaml:3: meetings[1].under: there is no mandate 'resolution 9/9'; "
            'expected a mandate of these files or of the register, as in "resolution 7/1"'
        ),
    ),
    "an unknown source": (
        "sessions:\n- {key: s-9, source: ['rumour:3']}\n",
        (
            "more.yaml:3: sessions[1].source[1]: there is no source 'rumour'; "
            "expected the key of a source of these files or of the register"
        ),
    ),
    "an unknown conference": (
        "sessions:\n- {key: s-9, conference: rafts}\n",
        (
            "more.yaml:3: sessions[1].conference: there is no conference 'rafts'; "
            "expected the key of a conference of these files or of the register"
        ),
    ),
    "two documents with one symbol": (
        (
            "documents:\n- {symbol: BARGE/CONF/2003/1, type: other}\n"
            "- {key: twin, symbol: BARGE/CONF/2003/1, type: other}\n"
        ),
        "more.yaml:4: documents[2].symbol: the symbol BARGE/CONF/2003/1 stands twice, first at more.yaml:3",
    ),
    "a symbol that the register has for another document": (
        "documents:\n- {key: twin, symbol: BARGE/CONF/WG.1/2002/1, type: other}\n",
        (
            "more.yaml:3: documents[1].symbol: the register has the symbol BARGE/CONF/WG.1/2002/1 "
            "for the document 'BARGE/CONF/WG.1/2002/1'"
        ),
    ),
    "a symbol that is none": (
        "documents:\n- {symbol: BARGE/CONF/2003/X.1, type: other}\n",
        (
            "more.yaml:3: documents[1].symbol: 'BARGE/CONF/2003/X.1' is not a document symbol, at character 17; "
            "expected a number, CRP.n, INF/n, INF.n, L.n, NGO/n, R.n or WP.n"
        ),
    ),
    "a symbol with its asterisk": (
        "documents:\n- {symbol: BARGE/CONF/2003/1*, type: other}\n",
        "more.yaml:3: documents[1].symbol: the asterisk is no part of a symbol; expected is_reissued: true",
    ),
    "a cycle of revisions": (
        (
            "documents:\n- {symbol: BARGE/CONF/2003/1, type: other, relation: revises, of: BARGE/CONF/2003/2}\n"
            "- {symbol: BARGE/CONF/2003/2, type: other, relation: revises, of: BARGE/CONF/2003/1}\n"
        ),
        (
            "more.yaml:3: documents[1].of: BARGE/CONF/2003/1 → BARGE/CONF/2003/2 → BARGE/CONF/2003/1 is a circle; "
            "expected an end"
        ),
    ),
    "a cycle that the register closes": (
        (
            "documents:\n- {symbol: BARGE/CONF/WG.1/2002/1, type: report, relation: revises, "
            "of: BARGE/CONF/WG.1/2002/1/Corr.1}\n"
        ),
        (
            "more.yaml:3: documents[1].of: BARGE/CONF/WG.1/2002/1 → BARGE/CONF/WG.1/2002/1/Corr.1 → "
            "BARGE/CONF/WG.1/2002/1 is a circle; expected an end"
        ),
    ),
    "a cycle of bodies": (
        "bodies:\n- {key: locks, parent: tolls, series: BARGE/CONF/WG.1}\n",
        "more.yaml:3: bodies[1].parent: locks → tolls → locks is a circle; expected an end",
    ),
    "a relation to nothing": (
        "documents:\n- {symbol: BARGE/CONF/2003/1, type: other, relation: revises}\n",
        "more.yaml:3: documents[1].relation: one of 'relation' and 'of' is missing; expected both",
    ),
    "one key twice": (
        "sessions:\n- key: s-9\n- key: s-9\n",
        "more.yaml:4: sessions[2].key: the key of sessions 's-9' stands twice, first at more.yaml:3",
    ),
    "one ordinal twice": (
        "meetings:\n- {body: locks, key: m-8, ordinal: 8}\n- {body: locks, key: m-9, ordinal: 8}\n",
        "more.yaml:4: meetings[2].ordinal: the ordinal of meetings of locks 8 stands twice, first at more.yaml:3",
    ),
    "one agenda item twice": (
        "sessions:\n- key: s-9\n  agenda:\n  - number: '2'\n  - number: '2'\n",
        "more.yaml:6: sessions[1].agenda[2]: an item with this number stands twice; expected each once",
    ),
    "two official names at once": (
        "bodies:\n- key: weirs\n  names:\n  - name: {en: A}\n  - name: {en: B}\n",
        "more.yaml:6: bodies[1].names[2]: an official name without an end stands twice; expected each once",
    ),
    "one job number twice": (
        (
            "documents:\n- symbol: BARGE/CONF/2003/1\n  type: other\n"
            "  versions:\n  - {language: en, status: issued, job_number: V.02-00001}\n"
        ),
        (
            "more.yaml:6: documents[1].versions[1].job_number: the register has the job number V.02-00001 "
            "for the document 'BARGE/CONF/WG.1/2002/1'"
        ),
    ),
    "a series of another conference": (
        "bodies:\n- {key: weirs, series: RAFT/CONF/WG.1}\n",
        (
            "more.yaml:3: bodies[1].series: the series 'RAFT/CONF/WG.1' does not begin with the conference's root; "
            "expected BARGE/CONF/…"
        ),
    ),
    "a calendar with an unknown parameter": (
        "conferences:\n- {key: rafts, name: {en: Rafts}, symbol_root: RAFT/CONF, calendar: {weeks: 3}}\n",
        (
            "more.yaml:3: conferences[1].calendar: the calendar has no parameter 'weeks'; its parameters are "
            "submission_weeks, issuance_weeks, report_weeks, regular_agenda_days, special_agenda_days"
        ),
    ),
    "a grammar of symbols that is none": (
        "conferences:\n- {key: rafts, name: {en: Rafts}, symbol_root: RAFT/CONF, symbol_grammar: {bodies: [wg]}}\n",
        ('more.yaml:3: conferences[1].symbol_grammar: "wg" is no form of a body; write it like WG.n, WG.A or IRG.'),
    ),
    "a meeting that the register has for another body": (
        "meetings:\n- {body: tolls, key: locks-1}\n",
        "more.yaml:3: meetings[1].key: the register has the meeting 'locks-1' for the body 'locks'",
    ),
    "an empty file": ("", "more.yaml: the file is empty; expected entries of a register"),
}


@pytest.mark.parametrize(("text", "message"), REFUSED.values(), ids=REFUSED)
def test_a_wrong_file_is_refused_with_its_place_and_changes_nothing(
    barges: Path, tmp_path: Path, text: str, message: str
) -> None:
    before = everything()
    head = OF_BARGES if text else ""
    assert refused(written(tmp_path / "more", more=head + text)) == [message]
    assert everything() == before


def test_all_faults_of_all_files_are_told_at_once(barges: Path, tmp_path: Path) -> None:
    folder = written(
        tmp_path / "more",
        a=f"{OF_BARGES}sessions:\n- {{key: s-8, note: 5}}\n- {{kay: s-9}}\n",
        b="meetings: [\n",
    )
    assert [line.partition(": ")[0] for line in refused(folder)] == ["a.yaml:3", "a.yaml:4", "a.yaml:4", "b.yaml:2"]


def test_what_contradicts_a_record_that_the_files_do_not_name_is_refused(barges: Path, tmp_path: Path) -> None:
    before = everything()
    text = f"{OF_BARGES}sessions:\n- {{key: s-9, ordinal: 2}}\n"
    (message,) = refused(written(tmp_path / "more", more=text))
    assert message.startswith(f"{tmp_path / 'more'}: the register holds a record that does not go with these: ")
    assert everything() == before


def test_a_folder_without_files_and_a_path_to_nothing_are_refused(db: None, tmp_path: Path) -> None:
    assert refused(tmp_path) == [f"{tmp_path}: the folder has no .yaml file; expected at least one"]
    nothing = tmp_path / "none"
    assert refused(nothing) == [f"{nothing}: there is no such file or folder; expected a .yaml file or a folder"]

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapporteur.datafiles.reading import read
from rapporteur.languages.terms import Language
from rapporteur.mandates.terms import Effect
from rapporteur.meetings.models import AgendaItem
from rapporteur.meetings.terms import MeetingStatus, Mode
from rapporteur.register.exporting import export, exported
from rapporteur.register.loading import load
from rapporteur.register.writing import yaml_text
from registerfiles import BARGES, written

AT = dt.datetime(2031, 3, 4, 12, tzinfo=dt.UTC)
SHIPPED = Path(__file__).parents[2] / "data" / "untoc"


def loaded(path: Path) -> None:
    load(path, by="keeper@example.org", at=AT)


def data_of(folder: Path) -> dict[str, Any]:
    return {file.stem: read(file).plain for file in sorted(folder.glob("*.yaml"))}


def test_the_shipped_files_come_back_as_they_are(db: None, tmp_path: Path) -> None:
    loaded(SHIPPED)
    files = export(tmp_path / "out")
    assert sorted(file.name for file in files) == sorted(file.name for file in SHIPPED.glob("*.yaml"))
    assert data_of(tmp_path / "out") == data_of(SHIPPED)


def test_everything_of_a_register_comes_back(db: None, tmp_path: Path) -> None:
    loaded(written(tmp_path / "register", barges=BARGES))
    read_back = dict(exported())
    source = read(tmp_path / "register" / "barges.yaml").plain
    for section in ("instruments", "bodies", "mandates", "sessions", "meetings"):
        assert read_back[section][section] == source[section]
    assert read_back["parties"]["parties"] == source["parties"]


def test_an_export_of_an_export_is_the_same_file(db: None, tmp_path: Path) -> None:
    with transaction.atomic():
        loaded(written(tmp_path / "register", barges=BARGES))
        first = {file.name: file.read_bytes() for file in export(tmp_path / "first")}
        transaction.set_rollback(True)
    loaded(tmp_path / "first")
    assert {file.name: file.read_bytes() for file in export(tmp_path / "second")} == first


def test_a_parent_other_than_the_number_says_is_kept(db: None, tmp_path: Path) -> None:
    agenda = "  agenda:\n  - {number: '2'}\n  - {number: '3', parent: '2'}\n  - {number: 2 (a), parent: ''}\n"
    text = BARGES.replace("- {key: s-2, ordinal: 2,", f"- key: s-9\n{agenda}- {{key: s-2, ordinal: 2,")
    loaded(written(tmp_path / "register", barges=text))
    items = AgendaItem.objects.filter(session__key="s-9")
    assert [item.parent.number if item.parent else None for item in items] == [None, "2", None]
    (session,) = [one for one in dict(exported())["sessions"]["sessions"] if one["key"] == "s-9"]
    assert session["agenda"] == [{"number": "2"}, {"number": "3", "parent": "2"}, {"number": "2 (a)", "parent": ""}]


def test_files_of_two_conferences_are_apart(db: None, tmp_path: Path) -> None:
    other = (
        "conferences:\n- {key: rafts, name: {en: Rafts}, symbol_root: RAFT/CONF}\n"
        "sessions:\n- {key: s-1, conference: rafts}\n"
    )
    loaded(written(tmp_path / "register", barges=BARGES, rafts=other))
    names = [name for name, _ in exported()]
    assert [name for name in names if name.startswith("sessions")] == ["sessions-barge-conf", "sessions-rafts"]


def test_the_queries_of_an_export_do_not_grow_with_the_register(db: None, tmp_path: Path) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            list(exported())
        return len(captured)

    loaded(written(tmp_path / "one", barges=BARGES))
    few = queries()
    meetings = "".join(f"- {{body: locks, key: more-{n}}}\n" for n in range(30))
    documents = "".join(
        f"- {{symbol: BARGE/CONF/2004/{n}, type: other, meeting: more-{n - 1}}}\n" for n in range(1, 31)
    )
    text = f"conference: barge-conf\nmeetings:\n{meetings}documents:\n{documents}"
    loaded(written(tmp_path / "two", more=text))
    assert queries() == few


# --- any register ----------------------------------------------------------------------------------------------------

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2040, 12, 31))
PROSE = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), min_size=1, max_size=30).map(
    lambda text: f"x{text}"
)
WORDINGS = PROSE | st.fixed_dictionaries(
    {"text": PROSE, "status": st.sampled_from(["known", "provisional"])},
    optional={
        "check": st.just(True),
        "source": st.just("ledger"),
        "note": PROSE,
        "variants": st.lists(PROSE, min_size=1),
    },
)
TEXTS = st.dictionaries(st.sampled_from([language.value for language in Language]), WORDINGS, min_size=1, max_size=3)
SOURCES = st.lists(st.sampled_from(["ledger", "ledger:3", "chart:p. 9"]), unique=True, min_size=1)
RANGES = st.tuples(DAYS, st.integers(0, 9)).map(
    lambda pair: {"starts_on": pair[0], "ends_on": pair[0] + dt.timedelta(days=pair[1])}
)
PROVISIONS = st.fixed_dictionaries(
    {"effect": st.sampled_from([effect.value for effect in Effect])},
    optional={
        "verb": st.just("decided"),
        "bodies": st.permutations(["locks", "tolls"]),
        "to_body": st.just("tolls"),
        "object": TEXTS,
        "minimum": st.integers(2, 9),
        "due_session": st.just("s-2"),
        "due_on": DAYS,
        "recurrence": st.sampled_from(["annual", "each-session"]),
        "source": SOURCES,
    },
)
SAYINGS = st.lists(
    st.fixed_dictionaries(
        {"status": st.sampled_from([status.value for status in MeetingStatus])},
        optional={
            "as_of": DAYS,
            "mode": st.sampled_from([mode.value for mode in Mode]),
            "note": PROSE,
            "source": SOURCES,
        },
    ),
    max_size=3,
    unique_by=lambda saying: (saying.get("as_of"), saying["status"]),
).map(lambda sayings: sorted(sayings, key=lambda saying: saying.get("as_of", dt.date.max)))


@st.composite
def registers(draw: st.DrawFn) -> dict[str, Any]:
    """Return a file with a handful of meetings, documents and mandates, each with whatever an entry may have."""
    ranges = st.one_of(st.just({}), RANGES, st.builds(dict, year=st.integers(1990, 2040), month=st.integers(1, 12)))
    meetings = [
        {"body": draw(st.sampled_from(["locks", "tolls"])), "key": f"m-{n}"}
        | draw(ranges)
        | draw(st.fixed_dictionaries({}, optional={"note": PROSE, "place": TEXTS, "in_session": st.just("s-2")}))
        | {"sayings": draw(SAYINGS), "source": draw(SOURCES)}
        for n in range(draw(st.integers(0, 4)))
    ]
    documents: list[dict[str, Any]] = []
    for n in range(1, draw(st.integers(1, 5))):
        document = {"symbol": f"BARGE/CONF/2005/{n}", "type": "other"} | draw(
            st.fixed_dictionaries(
                {}, optional={"title": TEXTS, "date": DAYS, "is_late": st.just(True), "source": SOURCES}
            )
        )
        if documents and draw(st.booleans()):
            document |= {"relation": "revises", "of": draw(st.sampled_from(documents))["symbol"]}
        if meetings and draw(st.booleans()):
            document["reports_on"] = draw(st.sampled_from(meetings))["key"]
        documents.append(document)
    mandates = [
        {
            "kind": "resolution",
            "number": f"{n}/1",
            "title": draw(TEXTS),
            "provisions": draw(st.lists(PROVISIONS, max_size=3)),
        }
        for n in range(1, draw(st.integers(1, 3)))
    ]
    lists = {"mandates": mandates, "meetings": meetings, "documents": documents}
    return {"conference": "barge-conf"} | {name: _tidy(entries) for name, entries in lists.items() if entries}


def _tidy(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{key: value for key, value in entry.items() if value not in ([], {})} for entry in entries]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(register=registers())
def test_export_then_load_gives_the_same_register(db: None, tmp_path: Path, register: dict[str, Any]) -> None:
    folder = written(tmp_path / "register", barges=BARGES, more=yaml_text(register))
    with transaction.atomic():
        loaded(folder)
        first = dict(exported())
        transaction.set_rollback(True)
    names = {"mandates": "number", "meetings": "key", "documents": "symbol"}
    for section, name in names.items():
        there = {entry.get(name): entry for entry in first[section][section]}
        for entry in register.get(section, []):
            assert _bare(there[entry[name]]) == _bare(entry)
    again = written(tmp_path / "again", **{name.replace("-", "_"): yaml_text(plain) for name, plain in first.items()})
    with transaction.atomic():
        loaded(again)
        assert dict(exported()) == first
        transaction.set_rollback(True)


def _bare(value: Any) -> Any:
    """Return an entry with every wording written one way: without what is understood."""
    if isinstance(value, dict):
        bare = {key: _bare(inner) for key, inner in value.items() if (key, inner) != ("status", "found")}
        return bare["text"] if set(bare) == {"text"} else bare
    return [_bare(inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize(
    "text", ["yes", "1/1", "2020-07-01", "12", "null", "a: b", "# a", "*a", "", " a ", "«x»", "a\nb"]
)
def test_any_text_is_read_as_it_was_written(tmp_path: Path, text: str) -> None:
    file = tmp_path / "file.yaml"
    file.write_text(yaml_text({"a": text, "b": [text], "c": {"text": text}}), encoding="utf-8")
    assert read(file).plain == {"a": text, "b": [text], "c": {"text": text}}

import datetime as dt
from pathlib import Path

import pytest

from rapporteur.datafiles.faults import FileRefused
from rapporteur.datafiles.reading import read


def parsed(folder: Path, text: str | bytes):
    file = folder / "file.yaml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(file, shown_as="file.yaml")


def test_only_plain_data_is_made_and_texts_stay_texts(tmp_path: Path) -> None:
    text = (
        "a: 1/1\nb: 'yes'\nc: yes\nd: 12\ne: '12'\nf: 2020-07-01\ng: '2020-07-01'\n"
        "h: true\ni: 2 (b)\nj: 007\nk:\nl: 1:30\n"
    )
    assert parsed(tmp_path, text).plain == {
        "a": "1/1",
        "b": "yes",
        "c": "yes",
        "d": 12,
        "e": "12",
        "f": dt.date(2020, 7, 1),
        "g": "2020-07-01",
        "h": True,
        "i": "2 (b)",
        "j": "007",
        "k": None,
        "l": "1:30",
    }


def test_every_key_and_item_knows_its_line(tmp_path: Path) -> None:
    file = parsed(tmp_path, "# comment\na:\n- b: 1\n  c:\n  - 2\n  - 3\n")
    assert [file.line_of(path) for path in (["a"], ["a", 0, "b"], ["a", 0, "c", 1], ["a", 0, "none"])] == [2, 3, 6, 3]
    assert file.spelled(["a", 0, "c", 1]) == "a[1].c[2]"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "a: [1, 2\nb: 3\n",
            "file.yaml:2: this is not YAML: did not find expected ',' or ']' while parsing a flow sequence",
        ),
        ("a: b: c\n", "file.yaml:1: this is not YAML: mapping values are not allowed in this context"),
        (
            "a:\n\t- b\n",
            (
                "file.yaml:2: this is not YAML: found character that cannot start any token "
                "while scanning for the next token"
            ),
        ),
        ("a: 'b\n", "file.yaml:2: this is not YAML: found unexpected end of stream while scanning a quoted scalar"),
        ("a: 1\nb: 2\na: 3\n", "file.yaml:3: the key 'a' stands twice; expected each key once"),
        ("a: &x 1\n", "file.yaml:1: a: &x names a place to repeat it; expected every text written out"),
        ("a: 1\n---\nb: 2\n", "file.yaml:2: a second document begins; expected one document a file"),
        (
            "a: !!python/object/apply:os.system [ls]\n",
            (
                "file.yaml:1: a: the tag tag:yaml.org,2002:python/object/apply:os.system asks for more than "
                "plain data; expected no tag"
            ),
        ),
        ("? [a]\n: b\n", "file.yaml:1: a list or mapping stands where a key should; expected a word and a colon"),
        (
            "a:\n- b: 2021-02-29\n",
            "file.yaml:2: a[1].b: 2021-02-29 is no date: February 2021 has no day 29; expected a day as YYYY-MM-DD",
        ),
        (
            "a: 2021-13-01\n",
            "file.yaml:1: a: 2021-13-01 is no date: there is no month 13; expected a day as YYYY-MM-DD",
        ),
        ("a: 0000-01-01\n", "file.yaml:1: a: 0000-01-01 is no date: there is no year 0; expected a day as YYYY-MM-DD"),
        ("a: b\x07\n", "file.yaml:1: the character U+0007 has no place in a text; expected letters, figures, signs"),
        (b"a: b\nc: \xff\n", "file.yaml:2: the byte 0xff does not belong to a text; expected UTF-8"),
        (
            "[" * 100_000,
            "file.yaml:1: [1]: lists and mappings stand more than 40 deep; expected fewer levels",
        ),
    ],
)
def test_what_is_not_plain_data_is_refused_with_its_place(tmp_path: Path, text: str | bytes, message: str) -> None:
    with pytest.raises(FileRefused) as refusal:
        parsed(tmp_path, text)
    assert str(refusal.value) == message


def test_an_alias_is_refused_before_it_can_multiply(tmp_path: Path) -> None:
    levels = "\n".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 9))
    with pytest.raises(FileRefused) as refusal:
        parsed(tmp_path, f"l0: &l0 [lol]\n{levels}\n")
    assert str(refusal.value.faults[1]) == (
        "file.yaml:2: l1: &l1 names a place to repeat it; expected every text written out"
    )


def test_a_file_of_50_megabytes_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "file.yaml"
    with file.open("wb") as opened:
        opened.truncate(50_000_000)
    with pytest.raises(FileRefused) as refusal:
        read(file, shown_as="file.yaml")
    assert str(refusal.value) == (
        "file.yaml: the file has 50.0 MB; expected at most 20 MB; divide it into several files of one folder"
    )


def test_several_faults_are_told_at_once_in_the_order_of_their_lines(tmp_path: Path) -> None:
    with pytest.raises(FileRefused) as refusal:
        parsed(tmp_path, "a: 2021-02-29\nc: 2021-02-30\n")
    assert [fault.line for fault in refusal.value.faults] == [1, 2]

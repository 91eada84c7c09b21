"""The shared table of symbols holds: accepted rows with their parts and order, refused ones with the place."""

import csv
from pathlib import Path

import pytest

from rapporteur.symbols.documents import NotASymbol, parse
from rapporteur.symbols.grammars import Grammar

with (Path(__file__).parents[1] / "vectors" / "symbols.csv").open(encoding="ascii", newline="") as table:
    ROWS = list(csv.DictReader(table))
ACCEPTED = [row for row in ROWS if row["key"]]
REFUSED = [row for row in ROWS if not row["key"]]


def text_of(row):
    return row["text"].encode("ascii").decode("unicode_escape")


@pytest.mark.parametrize("row", ACCEPTED, ids=lambda row: row["text"])
def test_an_accepted_row_has_its_parts(row):
    symbol = parse(text_of(row), Grammar.for_root(row["root"]))
    assert {
        "root": symbol.root,
        "text": str(symbol),
        "key": symbol.key,
        "series": symbol.series,
        "year": str(symbol.year or ""),
        "extra": "/".join(symbol.extra),
        "kind": symbol.kind,
        "number": str(symbol.number),
        "suffixes": "/".join(map(str, symbol.suffixes)),
        "reissued": "yes" if symbol.reissued else "",
        "fault_at": "",
    } == row


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: row["text"] or "empty")
def test_a_refused_row_is_refused_at_its_place(row):
    with pytest.raises(NotASymbol) as refusal:
        parse(text_of(row), Grammar.for_root(row["root"]))
    assert refusal.value.position == int(row["fault_at"])


@pytest.mark.parametrize("root", ["CTOC/COP", "CAC/COSP"])
def test_accepted_rows_stand_in_order(root):
    symbols = [parse(text_of(row), Grammar.for_root(root)) for row in ACCEPTED if row["root"] == root]
    assert len(symbols) > 10
    assert symbols == sorted(symbols, reverse=True)[::-1]

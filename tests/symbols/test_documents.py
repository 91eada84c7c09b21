"""Document symbols: what is read prints back, what is no symbol is refused at its place."""

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.symbols.documents import LONGEST, NotASymbol, Suffix, Symbol, parse, parse_any
from rapporteur.symbols.grammars import Grammar, taken_apart

COP = Grammar.for_root("CTOC/COP")
SISTER = Grammar.for_root("CAC/COSP")
INVENTED = Grammar(
    "LAKE/MP",
    bodies=("SBX", "WG.A", "AC.n"),
    tails=("DEC/n", "MISC.n"),
    suffixes=(),
    extras=(("WG.A", ("YEAR", "n")), ("SBX", ("n", "ROMAN"))),
)
ROMANS = st.sampled_from(["I", "II", "IV", "V", "IX", "X", "XIV", "XXXIX"])


@st.composite
def bodies(draw, grammar):
    """Return the form of a body and the body, ("", None) for the conference itself."""
    form = draw(st.sampled_from(("", *grammar.bodies)))
    code, separator, counter = taken_apart(form)
    if counter == "A":
        return form, f"{code}{separator}{draw(st.sampled_from(string.ascii_uppercase))}"
    if counter == "n":
        return form, f"{code}{separator}{draw(st.integers(1, 999))}"
    return form, code or None


@st.composite
def symbols(draw, grammar):
    form, body = draw(bodies(grammar))
    layout = draw(st.sampled_from(grammar.layouts(form)))
    extra = [str(draw(st.integers(1, 999) if part == "n" else ROMANS)) for part in layout if part != "YEAR"]
    kind, separator, _ = taken_apart(draw(st.sampled_from(grammar.tails)))
    suffixes = []
    if grammar.suffixes:
        for suffix in draw(st.lists(st.sampled_from(grammar.suffixes), max_size=4)):
            code, _, counter = taken_apart(suffix)
            suffixes.append(Suffix(code, draw(st.integers(1, 999)) if counter else None))
    return Symbol(
        root=grammar.root,
        body=body,
        year=draw(st.integers(1945, 2099)) if "YEAR" in layout else None,
        number=draw(st.integers(1, 9999)),
        kind=kind,
        separator=separator,
        extra=tuple(extra),
        suffixes=tuple(suffixes),
        reissued=draw(st.booleans()),
    )


GRAMMARS_AND_SYMBOLS = st.sampled_from([COP, SISTER, INVENTED]).flatmap(
    lambda grammar: st.tuples(st.just(grammar), symbols(grammar))
)


@given(GRAMMARS_AND_SYMBOLS)
def test_every_symbol_prints_and_reads_back_as_itself(case):
    grammar, symbol = case
    read = parse(str(symbol), grammar)
    assert read == symbol
    assert read.reissued == symbol.reissued
    assert str(read) == str(symbol)


@given(st.text(max_size=40))
def test_a_text_without_the_root_is_refused_within_itself(text):
    with pytest.raises(NotASymbol) as refusal:
        parse(text, COP)
    assert refusal.value.text == text
    assert 0 <= refusal.value.position <= len(text)


# The grammar of the first conference once more, as one plain expression.
TWIN = re.compile(
    r"CTOC/COP(/WG\.[1-9]\d{0,2})?/(19(4[5-9]|[5-9]\d)|20\d\d)/((CRP|INF|L|R|WP)\.|(INF|NGO)/)?[1-9]\d{0,3}"
    r"(/((Add|Amend|Corr|Rev)\.[1-9]\d{0,2}|Summary))*\*?",
    re.ASCII,
)


@st.composite
def nearly_symbols(draw):
    """Return a symbol of the first conference with a few characters put in, taken out or exchanged."""
    text = str(draw(symbols(COP)))
    for _ in range(draw(st.integers(0, 2))):
        place = draw(st.integers(0, len(text)))
        put_in = draw(st.text("0129./*AWGdLR ", max_size=2))
        text = text[:place] + put_in + text[place + draw(st.integers(0, 2)) :]
    return text


def is_symbol(text):
    try:
        return str(parse(text, COP)) == text
    except NotASymbol:
        return False


@given(nearly_symbols())
def test_exactly_what_the_grammar_describes_is_a_symbol(text):
    assert is_symbol(text) == (TWIN.fullmatch(text) is not None)


@given(symbols(COP), st.data())
def test_a_foreign_character_is_refused_at_its_place_or_at_the_start_of_the_word_it_breaks(symbol, data):
    text = str(symbol)
    place = data.draw(st.integers(0, len(text)))
    foreign = data.draw(st.sampled_from(" \n\t\x00\u202e\u2066\u200b\u0661é[?"))
    with pytest.raises(NotASymbol) as refusal:
        parse(text[:place] + foreign + text[place:], COP)
    broken = text[refusal.value.position : place]
    assert refusal.value.position == place or broken.isalpha()


def test_the_parts_of_a_symbol_are_told_apart():
    assert parse("CTOC/COP/WG.4/2020/CRP.3/Rev.1/Add.2*", COP) == Symbol(
        root="CTOC/COP",
        body="WG.4",
        year=2020,
        number=3,
        kind="CRP",
        separator=".",
        suffixes=(Suffix("Rev", 1), Suffix("Add", 2)),
    )


def test_both_ways_of_writing_an_information_document_are_kept():
    slash, stop = parse("CTOC/COP/2008/INF/1", COP), parse("CTOC/COP/2008/INF.1", COP)
    assert (str(slash), str(stop)) == ("CTOC/COP/2008/INF/1", "CTOC/COP/2008/INF.1")
    assert slash != stop


def test_a_sister_series_counts_cycles_in_place_of_years():
    symbol = parse("CAC/COSP/IRG/II/1/4/Add.10", SISTER)
    assert (symbol.year, symbol.extra, symbol.number, symbol.suffixes) == (None, ("II", "1"), 4, (Suffix("Add", 10),))
    assert symbol.run == "CAC/COSP/IRG/II/1"


def test_a_series_may_put_parts_after_the_year():
    symbol = parse("LAKE/MP/WG.B/2031/7/DEC/2", INVENTED)
    assert (symbol.year, symbol.extra, str(symbol.next_in_series())) == (2031, ("7",), "LAKE/MP/WG.B/2031/7/DEC/3")


def test_the_asterisk_of_a_reissue_is_kept_and_is_no_part_of_the_symbol():
    plain, reissued = parse("CTOC/COP/2004/6", COP), parse("CTOC/COP/2004/6*", COP)
    assert plain == reissued
    assert hash(plain) == hash(reissued)
    assert plain.key == reissued.key == "CTOC/COP/2004/6"
    assert str(reissued) == "CTOC/COP/2004/6*"
    assert str(plain.as_reissued()) == "CTOC/COP/2004/6*"
    assert not plain < reissued
    assert not reissued < plain


@pytest.mark.parametrize(
    ("text", "series", "run"),
    [
        ("CTOC/COP/2020/1", "CTOC/COP", "CTOC/COP/2020"),
        ("CTOC/COP/2008/CRP.1", "CTOC/COP", "CTOC/COP/2008/CRP"),
        ("CTOC/COP/WG.4/2020/4/Rev.1", "CTOC/COP/WG.4", "CTOC/COP/WG.4/2020"),
    ],
)
def test_a_symbol_tells_its_series_and_the_run_its_number_counts_in(text, series, run):
    symbol = parse(text, COP)
    assert (symbol.series, symbol.run) == (series, run)


def test_a_suffix_belongs_to_what_stands_before_it():
    symbol = parse("CTOC/COP/2006/7/Rev.1/Add.2*", COP)
    assert str(symbol.base) == "CTOC/COP/2006/7/Rev.1"
    assert str(symbol.base.base) == "CTOC/COP/2006/7"
    assert symbol.base.base.base is None
    assert str(symbol.main) == "CTOC/COP/2006/7"


def test_suffixes_are_added_and_numbers_counted_on():
    symbol = parse("CTOC/COP/WG.6/2018/L.9/Rev.1*", COP)
    assert str(symbol.with_suffix("Corr", 1)) == "CTOC/COP/WG.6/2018/L.9/Rev.1/Corr.1"
    assert str(symbol.with_suffix("Summary")) == "CTOC/COP/WG.6/2018/L.9/Rev.1/Summary"
    assert str(symbol.next_in_series()) == "CTOC/COP/WG.6/2018/L.10"
    assert symbol.with_suffix("Corr", 1).base == symbol


def test_a_suffix_is_not_numbered_below_one():
    with pytest.raises(ValueError, match="numbered from 1, not 0"):
        parse("CTOC/COP/2020/1", COP).with_suffix("Add", 0)


def test_symbols_sort_by_series_year_kind_number_and_suffixes():
    ordered = [
        "LAKE/MP/2030/DEC/2",
        "LAKE/MP/2030/DEC/10",
        "LAKE/MP/2030/MISC.1",
        "LAKE/MP/2031/DEC/1",
        "LAKE/MP/AC.2/2030/DEC/1",
        "LAKE/MP/AC.10/2030/DEC/1",
        "LAKE/MP/SBX/2/IX/DEC/1",
        "LAKE/MP/SBX/2/X/DEC/1",
        "LAKE/MP/SBX/10/I/DEC/1",
        "LAKE/MP/WG.A/2030/DEC/1",
        "LAKE/MP/WG.B/2030/DEC/1",
        "LAKE/MP/WG.B/2030/7/DEC/1",
        "LAKE/MP/WG.B/2030/12/DEC/1",
    ]
    backwards = [parse(text, INVENTED) for text in reversed(ordered)]
    assert [str(symbol) for symbol in sorted(backwards)] == ordered


def test_a_symbol_is_not_compared_with_a_text():
    with pytest.raises(TypeError):
        parse("CTOC/COP/2020/1", COP) < "CTOC/COP/2020/2"  # noqa: B015 - the comparison is what is tried


def test_a_symbol_is_read_by_the_conference_its_root_names():
    narrower = Grammar("CTOC/COP/REV")
    assert parse_any("CAC/COSP/2017/6", [COP, SISTER]).root == "CAC/COSP"
    assert parse_any("CTOC/COP/REV/2024/1", [COP, narrower]).root == "CTOC/COP/REV"
    assert parse_any("CTOC/COP/2024/1", [COP, narrower]).root == "CTOC/COP"


def test_an_unknown_root_is_refused_where_it_leaves_the_known_ones():
    with pytest.raises(NotASymbol) as refusal:
        parse_any("CTOC/CAP/2020/1", [COP, SISTER])
    assert (refusal.value.position, refusal.value.expected) == (6, "CAC/COSP or CTOC/COP")


def test_without_any_conference_no_symbol_is_known():
    with pytest.raises(NotASymbol) as refusal:
        parse_any("CTOC/COP/2020/1", [])
    assert (refusal.value.position, refusal.value.expected) == (0, "a conference to be known first")


@pytest.mark.parametrize(
    ("text", "position", "expected"),
    [
        ("CTOC/COP/2017/[..]", 14, "a number, CRP.n, INF/n, INF.n, L.n, NGO/n, R.n or WP.n"),
        ("CTOC/COP/XY.1/2020/1", 9, "WG.n or a year"),
        ("CTOC/COP/WG.07/2020/1", 12, "the number of the body, without leading zeros"),
        ("CTOC/COP/2020/12345", 18, "a number of at most 4 digits"),
        ("CTOC/COP/2020/INF-1", 17, '"." or "/"'),
        ("CTOC/COP/2020/1/Annex", 16, "Add.n, Amend.n, Corr.n, Rev.n or Summary"),
        ("CTOC/COP/2020/1*/Add.1", 16, "the end of the symbol"),
        ("CTOC/COP/2020/1?", 15, '"/" and a suffix, an asterisk or the end of the symbol'),
    ],
)
def test_a_refusal_says_where_and_what_was_expected(text, position, expected):
    with pytest.raises(NotASymbol) as refusal:
        parse(text, COP)
    assert (refusal.value.position, refusal.value.expected) == (position, expected)


def test_of_several_layouts_the_one_read_furthest_tells_what_was_expected():
    with pytest.raises(NotASymbol) as refusal:
        parse("CAC/COSP/IRG/IV/x", SISTER)
    assert (refusal.value.position, refusal.value.expected) == (16, "a number")
    with pytest.raises(NotASymbol) as refusal:
        parse("CAC/COSP/IRG/IIII/1/1", SISTER)
    assert refusal.value.position == 13
    assert refusal.value.expected == "a year from 1945 to 2099 or a number in capital Roman figures (I to XXXIX)"


@pytest.mark.parametrize(
    ("text", "position", "expected"),
    [
        ("LAKE/MP/WG.3/2030/DEC/1", 11, "the capital letter of the body"),
        ("LAKE/MP/2030/1", 13, "DEC/n or MISC.n"),
        ("LAKE/MP/2030/DEC/1/Add.1", 18, '"/" and a suffix, an asterisk or the end of the symbol'),
    ],
)
def test_another_conference_has_its_own_refusals(text, position, expected):
    with pytest.raises(NotASymbol) as refusal:
        parse(text, INVENTED)
    assert (refusal.value.position, refusal.value.expected) == (position, expected)


def test_an_absurdly_long_text_is_refused_at_its_limit():
    with pytest.raises(NotASymbol) as refusal:
        parse("CTOC/COP/2020/1" + "/Add.1" * 100_000, COP)
    assert refusal.value.position == LONGEST

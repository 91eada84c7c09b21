"""Any document: trees of every shape that the types allow, in any of the six languages, with awkward texts."""

import datetime as dt

from hypothesis import strategies as st

from rapporteur.languages.terms import Language
from rapporteur.typeset.tree import (
    Document,
    Emphasis,
    Gap,
    Heading,
    Inlines,
    Item,
    Items,
    LineBreak,
    Masthead,
    Metadata,
    Note,
    NoteCall,
    Paragraph,
    Provisional,
    Reference,
    ReferenceKind,
    Strong,
    Table,
    Text,
)

AWKWARD = (
    "<b> & \"'",
    "]]>",
    "#strong[x] $y$ \\ @z",
    "\t\n",
    "3 March",
    "7/1",
    "CTM/COP/2031/4",
    "مؤتمر",
    "会议",
    "(ا)",
)
SETTABLE = "abcXYZ éñœ Жя 019 .,:;/()[]–’“”*#$@_~`<>&\\\"' مؤتمرالأطراف،؛ 会议报告，。"

anything = st.text(
    st.characters(
        exclude_categories=("Cs", "Cc"),
        exclude_characters="\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff",
        include_characters="\t\n\r",
    ),
    max_size=20,
)
settable = st.text(SETTABLE, max_size=20)  # letters that the embedded fonts have


def documents(texts: st.SearchStrategy[str] = anything) -> st.SearchStrategy[Document]:
    """Return sound documents: every note is called, first from the masthead, so that any body is allowed."""
    return st.lists(st.sampled_from(["*", "**", "1", "2", "†"]), unique=True, max_size=3).flatmap(
        lambda marks: _document(texts | st.sampled_from(AWKWARD), tuple(marks))
    )


def _document(words: st.SearchStrategy[str], marks: tuple[str, ...]) -> st.SearchStrategy[Document]:
    texts = _inlines(words, ())
    calling = _inlines(words, marks)
    notes = st.tuples(*(st.builds(Note, st.just(mark), texts) for mark in marks))
    return st.builds(
        Document,
        language=st.sampled_from(Language),
        masthead=_masthead(texts, words, tuple(NoteCall(mark) for mark in marks)),
        blocks=st.lists(_block(calling, words), max_size=6).map(tuple),
        metadata=st.builds(
            Metadata,
            kind=st.sampled_from(["note", "agenda", "list", "calendar", "status"]),
            title=words.map(lambda title: title.strip() or "Untitled"),
            author=words,
            issued_on=st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)),
            conference=words,
            session=words,
        ),
        notes=notes,
    )


def _masthead(
    texts: st.SearchStrategy[Inlines], words: st.SearchStrategy[str], calls: Inlines
) -> st.SearchStrategy[Masthead]:
    line = texts | st.just(())
    return st.builds(
        Masthead,
        organization=line,
        symbol=st.sampled_from(["", "CTM/COP/2031/4", "CTM/COP/WG.2/2030/CRP.1/Rev.1*"]),
        organ=line,
        distribution=line,
        date=line,
        languages=st.lists(line, max_size=2).map(tuple),
        meeting=line,
        place_and_dates=line,
        items=line.map(lambda content: (*content, *calls)),
        item_titles=st.lists(line, max_size=2).map(tuple),
        title=line,
        byline=line,
        job_number=words,
    )


def _inlines(words: st.SearchStrategy[str], marks: tuple[str, ...]) -> st.SearchStrategy[Inlines]:
    leaves = [
        st.builds(Text, words),
        st.builds(Gap, words, words, st.sampled_from(Language)),
        st.just(LineBreak()),
        *([st.sampled_from(marks).map(NoteCall)] if marks else []),
    ]
    inline = st.recursive(
        st.one_of(leaves),
        lambda inner: st.one_of(
            st.builds(Emphasis, st.tuples(inner)),
            st.builds(Strong, st.tuples(inner)),
            st.builds(Provisional, st.tuples(inner, inner)),
            st.builds(Reference, st.tuples(inner), st.sampled_from(ReferenceKind), words),
        ),
        max_leaves=4,
    )
    return st.lists(inline, max_size=4).map(tuple)


def _block(
    texts: st.SearchStrategy[Inlines], words: st.SearchStrategy[str]
) -> st.SearchStrategy[Heading | Paragraph | Items | Table]:
    labels = words | st.sampled_from(["(a)", "(b)", "a)", "(i)", "(أ)", "(一)", "1.", ""])
    item = st.recursive(
        st.builds(Item, labels, texts),
        lambda inner: st.builds(Item, labels, texts, st.lists(inner, max_size=2).map(tuple)),
        max_leaves=4,
    )
    return st.one_of(
        st.builds(
            Heading,
            texts.map(lambda content: (Text("x"), *content)),
            st.integers(1, 12),
            st.sampled_from(["", "I", "A", "一", "1"]),
        ),
        st.builds(Paragraph, texts, st.none() | st.integers(1, 9)),
        st.builds(Items, st.lists(item, max_size=3).map(tuple)),
        st.integers(1, 3).flatmap(lambda columns: _table(texts, columns)),
    )


def _table(texts: st.SearchStrategy[Inlines], columns: int) -> st.SearchStrategy[Table]:
    row = st.tuples(*([texts] * columns))
    widths = st.just(()) | st.tuples(*([st.integers(1, 9)] * columns))
    return st.builds(Table, row, st.lists(row, max_size=2).map(tuple), texts, widths)

"""DOCX: real styles, numbering and footnotes, the language and direction of every run, a file that Office opens."""

import dataclasses
import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from lxml import etree

from rapporteur.languages.terms import Language
from rapporteur.typeset import Format, write
from rapporteur.typeset.docx.numbering import Scheme, schemes
from rapporteur.typeset.tree import Block, Document, Item, Items, NoteCall, Paragraph, Text
from typeset.strategies import documents
from typeset.trees import SAMPLES, WORDS

W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
ENGLISH, ARABIC = SAMPLES[Language.ENGLISH], SAMPLES[Language.ARABIC]


def found(document: Document, path: str, *, part: str = "document") -> list[str]:
    archive = zipfile.ZipFile(io.BytesIO(write(document, Format.DOCX)))
    return [str(value) for value in etree.fromstring(archive.read(f"word/{part}.xml")).xpath(path, namespaces=W)]


def with_body(*blocks: Block) -> Document:
    masthead = dataclasses.replace(ENGLISH.masthead, items=())
    return dataclasses.replace(ENGLISH, masthead=masthead, blocks=blocks, notes=())


def test_python_docx_opens_it_and_finds_styles_and_properties() -> None:
    opened = docx.Document(io.BytesIO(write(ENGLISH, Format.DOCX)))
    styles = [paragraph.style.name for paragraph in opened.paragraphs if paragraph.style]
    assert styles == [
        "Masthead line, strong",
        "Masthead line",
        "Masthead line",
        "Masthead line, strong",
        "Masthead line, strong",
        "Title",
        "Byline",
        "Heading 1",
        "Numbered paragraph",
        "List item",
        "List item",
        "List item",
        "Numbered paragraph",
        "Numbered paragraph",
        "Heading 2",
        "Caption",
        "Normal",
        "Normal",
    ]
    properties = opened.core_properties
    assert (properties.title, properties.author, properties.subject, properties.language) == (
        WORDS[Language.ENGLISH].title,
        "United Nations",
        "CTM/COP/2031/4",
        "en-GB",
    )
    assert str(properties.created) == str(properties.modified) == "2031-03-03 00:00:00+00:00"


def test_numbers_of_paragraphs_are_counted_by_the_word_processor() -> None:
    used = found(ENGLISH, "//w:p[w:pPr/w:pStyle/@w:val='NumberedParagraph']/w:pPr/w:numPr/w:numId/@w:val")
    assert used == ["1", "1", "1"]
    assert found(ENGLISH, "//w:num[@w:numId=1]//w:startOverride/@w:val", part="numbering") == ["1"]


def test_a_count_that_jumps_begins_a_new_list() -> None:
    document = with_body(*(Paragraph((Text("x"),), number=number) for number in (1, 2, 7, 8)))
    assert found(document, "//w:numId/@w:val") == ["1", "1", "2", "2"]
    assert found(document, "//w:startOverride/@w:val", part="numbering") == ["1", "7"]


def test_labels_of_lists_are_counted_where_a_scheme_counts_the_same() -> None:
    assert found(ENGLISH, "//w:lvl/w:numFmt/@w:val", part="numbering") == ["decimal", "lowerLetter", "lowerRoman"]
    assert found(ENGLISH, "//w:lvl/w:lvlText/@w:val", part="numbering") == ["%1.", "(%1)", "(%2)"]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("(a)", "(b)", "(c)"), (Scheme("lowerLetter", "(", ")"),)),
        (("i)", "ii)"), (Scheme("lowerRoman", "", ")"),)),
        (("A.", "B."), (Scheme("upperLetter", "", "."),)),
        (("1", "2"), (Scheme("decimal", "", ""),)),
        (("(一)", "(二)"), (Scheme("chineseCounting", "(", ")"),)),
        (("(أ)", "(ب)"), None),
        (("(a)", "(c)"), None),
        (("(b)",), None),
        (("()", "()"), None),
        (("",), None),
    ],
)
def test_a_scheme_writes_exactly_the_labels_or_is_not_used(
    labels: tuple[str, ...], expected: tuple[Scheme, ...] | None
) -> None:
    assert schemes(tuple(Item(label, ()) for label in labels)) == expected


def test_labels_that_no_scheme_writes_stand_as_text() -> None:
    document = with_body(Items((Item("(a)", (Text("x"),)), Item("(c)", (Text("y"),)))))
    texts = found(document, "//w:p[w:pPr/w:pStyle/@w:val='ListItem']//w:t/text()")
    assert (texts, found(document, "//w:numId")) == (["(a)", "x", "(c)", "y"], [])


def test_notes_are_footnotes_with_their_own_marks() -> None:
    assert found(ENGLISH, "//w:footnoteReference/@w:id") == ["1", "2"]
    assert found(ENGLISH, "//w:footnoteReference[@w:customMarkFollows='1']/../w:t/text()") == ["*"]
    assert found(ENGLISH, "//w:footnote/@w:type", part="footnotes") == ["separator", "continuationSeparator"]
    assert found(ENGLISH, "//w:footnote[@w:id='1']//w:t/text()", part="footnotes") == ["*", " ", "CTM/COP/2031/1", "."]
    assert found(ENGLISH, "//w:footnote[@w:id='2']//w:footnoteRef/../../w:r/w:t/text()", part="footnotes")[0] == " "


def test_a_second_call_repeats_the_mark_without_a_second_footnote() -> None:
    twice = dataclasses.replace(ENGLISH, blocks=(*ENGLISH.blocks, Paragraph((Text("again"), NoteCall("1")))))
    assert found(twice, "//w:footnoteReference/@w:id") == ["1", "2"]
    assert found(twice, "//w:p[last()]/w:r[w:rPr/w:rStyle/@w:val='FootnoteReference']/w:t/text()") == ["1"]


def test_an_arabic_document_runs_from_right_to_left_in_all_its_parts() -> None:
    assert found(ARABIC, "//w:style[@w:styleId='Normal']/w:pPr/w:bidi", part="styles") != []
    assert found(ARABIC, "//w:sectPr/w:bidi") != []
    assert len(found(ARABIC, "//w:tbl")) == len(found(ARABIC, "//w:tblPr/w:bidiVisual")) == 2


def test_no_run_holds_letters_of_two_directions() -> None:
    marked = found(ARABIC, "//w:r[w:rPr/w:rtl]/w:t/text()")
    assert [text for text in marked if any(letter.isascii() and letter.isalpha() for letter in text)] == []
    assert [text for text in found(ARABIC, "//w:r[not(w:rPr/w:rtl)]/w:t/text()") if "\u0627" in text] == []


def test_a_latin_document_has_no_direction() -> None:
    assert found(ENGLISH, "//w:bidi | //w:bidiVisual") == []


@pytest.mark.parametrize(
    ("language", "latin"),
    [("en", "en-GB"), ("fr", "fr-FR"), ("es", "es-ES"), ("ru", "ru-RU"), ("ar", "en-GB"), ("zh", "en-GB")],
)
def test_each_script_has_its_language(language: str, latin: str) -> None:
    tags = found(SAMPLES[Language(language)], "//w:rPrDefault//w:lang/@*", part="styles")
    assert tags == [latin, "zh-CN", "ar-SA"]


def test_the_original_of_a_missing_term_is_tagged_with_its_language() -> None:
    path = "//w:r[w:rPr/w:rStyle/@w:val='MissingTerm'][w:rPr/w:lang/@w:bidi='ar-SA'][w:rPr/w:rtl]/w:t/text()"
    assert found(ENGLISH, path) == ["فريق أصدقاء المد"]


def test_the_header_of_a_table_repeats() -> None:
    assert len(found(ENGLISH, "//w:tbl[w:tblPr/w:tblStyle]/w:tr[1]/w:trPr/w:tblHeader")) == 1


def test_nothing_in_the_archive_tells_when_it_was_made() -> None:
    members = zipfile.ZipFile(io.BytesIO(write(ENGLISH, Format.DOCX))).infolist()
    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}
    assert members[0].filename == "[Content_Types].xml"


@settings(max_examples=50, deadline=None)
@given(documents())
def test_any_document_opens_and_calls_only_what_is_there(document: Document) -> None:
    data = write(document, Format.DOCX)
    docx.Document(io.BytesIO(data))
    calls = found(document, "//w:footnoteReference/@w:id | //w:numId/@w:val")
    there = found(document, "//w:footnote/@w:id", part="footnotes") + found(
        document, "//w:num/@w:numId", part="numbering"
    )
    assert set(calls) - set(there) == set()


@pytest.mark.office
def test_libreoffice_opens_every_language_and_shows_its_words(
    tmp_path: Path, text_of_pdf: Callable[[Path], str]
) -> None:
    sources = [tmp_path / f"{language.value}.docx" for language in Language]
    for language, source in zip(Language, sources, strict=True):
        source.write_bytes(write(SAMPLES[language], Format.DOCX))
    long = tmp_path / "long.docx"
    long.write_bytes(write(dataclasses.replace(ARABIC, blocks=ARABIC.blocks * 6), Format.DOCX))
    profile = f"-env:UserInstallation={(tmp_path / 'libreoffice').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        *map(str, [*sources, long]),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=180)
    for language, source in zip(Language, sources, strict=True):
        # in Arabic the reader of PDF adds marks of direction and gives the point before the figure
        text = re.sub(r"[\s.\u200e\u200f\u202a-\u202e]+", " ", text_of_pdf(source.with_suffix(".pdf")))
        wanted = [
            "CTM/COP/2031/4",
            "CTM/COP/WG 2/2030/3",
            "V 31-01234",
            "1/1",
            " 1 ",
            " 2 ",
            " 3 ",
            WORDS[language].date,
        ]
        assert (language, [word for word in wanted if word not in text]) == (language, [])
    # Page 1 of 4 is no page 4 of 1, whichever way the text runs.
    counts = re.findall(r"(?<!\d)[1-4]/4(?=[\n\u202c])", text_of_pdf(long.with_suffix(".pdf")))
    assert counts == ["1/4", "2/4", "3/4", "4/4"]

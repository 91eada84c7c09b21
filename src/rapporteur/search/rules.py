"""Cutting texts of six languages, and what people type, into the same words.

No database here segments Chinese, and SQLite stems nothing but English, so both happen here: a text gives its words as
they stand and their stems; Chinese is cut into words; a symbol gives itself and every run of its parts. What is typed
is cut alike, each word with the stems of every language that is written in its script. `models` says how words are
kept; the story goes on in `queries`.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

import rjieba
import snowballstemmer

from rapporteur.languages.terms import Language

# Raised whenever the same records would give other entries than before: the next load makes all of them anew.
INDEX_VERSION = 1
MOST_WORDS = 12
MOST_SIGNS = 200

_STEMMERS = {
    Language.ARABIC: "arabic",
    Language.ENGLISH: "english",
    Language.FRENCH: "french",
    Language.RUSSIAN: "russian",
    Language.SPANISH: "spanish",
}
_HAN = re.compile(r"[㐀-鿿豈-﫿]+")
_HAN_WITHIN = re.compile(rf"({_HAN.pattern})")
_AROUND_HAN = re.compile(rf"({_HAN.pattern})")
_ARABIC = re.compile(r"[؀-ۿݐ-ݿ]")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
# A symbol or a mandate's number: parts joined by strokes ("CTOC/COP/WG.4/2019/6", "7/1"), or one part ("WG.4").
_SYMBOL = re.compile(r"[A-Za-z0-9][A-Za-z0-9.\-]*(?:/[A-Za-z0-9][A-Za-z0-9.\-]*)+|[A-Za-z]+\.\d+", re.ASCII)
_WORD = re.compile(r"\w+")


# A register says the same names again and again; a title that is said once only passes through.
@lru_cache(maxsize=4_000)
def words_of(text: str, language: Language) -> frozenset[str]:
    """Return the words under which a text is found: as they stand and stemmed, in lower case, without accents."""
    # Looking for symbols takes as long as all the rest, and a text without these signs has none.
    symbols = _SYMBOL.findall(text) if "/" in text or "." in text else []
    runs = [tuple(runs_of(symbol)) for symbol in symbols]
    words = _WORD.findall(_lower(text))
    # Figures have no stem, and are so many that the forms of words would be forgotten over them.
    figures = [word for word in words if word.isascii() and word.isdigit()]
    return frozenset(figures).union(*runs, *(_forms(word, language) for word in {*words}.difference(figures)))


def runs_of(symbol: str) -> Iterator[str]:
    """Yield every run of parts of a symbol but bare numbers: "WG.4/2019/6" is found by "WG.4", "2019/6", itself."""
    parts = symbol.rstrip(".").lower().split("/")
    for start in range(len(parts)):
        for end in range(start + 1, len(parts) + 1):
            run = "/".join(parts[start:end])
            if not run.isdecimal():
                yield run


def asked_for(text: str) -> list[frozenset[str]]:
    """Return what is typed as a list of choices: an answer holds at least one word of each. [] asks for nothing."""
    text = text[:MOST_SIGNS]
    symbols = [frozenset({symbol.rstrip(".").lower()}) for symbol in _SYMBOL.findall(text)]
    words = [choice for word in _words(_SYMBOL.sub(" ", text)) for choice in _choices(word)]
    return [*dict.fromkeys([*symbols, *words])][:MOST_WORDS]


def _choices(word: str) -> Iterable[frozenset[str]]:
    if _HAN.search(word):
        return [frozenset({part}) for part in rjieba.cut(word)]
    if _ARABIC.search(word):
        languages = [Language.ARABIC]
    elif _CYRILLIC.search(word):
        languages = [Language.RUSSIAN]
    else:
        languages = [Language.ENGLISH, Language.FRENCH, Language.SPANISH]
    return [frozenset({_folded(word), *(_stem(word, language) for language in languages)} - {""})]


def _words(text: str) -> Iterator[str]:
    for word in _WORD.findall(_lower(text)):
        yield from _cut(word)


def _cut(word: str) -> list[str]:
    """Return the parts of a word: a Chinese text may hold Latin letters or figures without a space between."""
    return [part for part in _AROUND_HAN.split(word) if part]


def _lower(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


# Stemming is most of what making entries takes, and all titles of a register have few words between them.
@lru_cache(maxsize=100_000)
def _forms(word: str, language: Language) -> tuple[str, ...]:
    forms: list[str] = []
    for part in _cut(word):
        forms += rjieba.cut_for_search(part) if _HAN.search(part) else (_folded(part), _stem(part, language))
    return tuple(form for form in forms if form)


def _stem(word: str, language: Language) -> str:
    name = _STEMMERS.get(language)
    # A stemmer holds the word it works on: each its own, since pages are written by several threads.
    return _folded(snowballstemmer.stemmer(name).stemWord(word)) if name else _folded(word)


def _folded(word: str) -> str:
    """Return a word without accents and vowel signs; Cyrillic keeps its letters, but for one that many leave out."""
    if _CYRILLIC.search(word):
        return word.replace("ё", "е")
    parts = unicodedata.normalize("NFKD", word.replace("ـ", ""))
    return "".join(sign for sign in parts if not unicodedata.combining(sign))

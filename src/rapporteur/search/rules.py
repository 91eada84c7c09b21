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
_ARABIC = re.compile(r"[؀-ۿݐ-ݿ]")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
# A symbol or a mandate's number: parts joined by strokes ("CTOC/COP/WG.4/2019/6", "7/1"), or one part ("WG.4").
_SYMBOL = re.compile(r"[A-Za-z0-9][A-Za-z0-9.\-]*(?:/[A-Za-z0-9][A-Za-z0-9.\-]*)+|[A-Za-z]+\.\d+", re.ASCII)
_WORD = re.compile(r"\w+")


def words_of(text: str, language: Language) -> set[str]:
    """Return the words under which a text is found: as they stand and stemmed, in lower case, without accents."""
    found = {run for symbol in _SYMBOL.findall(text) for run in runs_of(symbol)}
    for word in _words(text):
        if _HAN.search(word):
            found.update(rjieba.cut_for_search(word))
        else:
            # A figure has no stem, and would only fill the memory of them.
            found.update((word,) if word.isascii() and word.isdecimal() else _forms(word, language))
    return {word for word in found if word}


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
    for word in _WORD.findall(unicodedata.normalize("NFC", text).casefold()):
        # A Chinese text may hold Latin letters or figures without a space between.
        yield from (filter(None, _HAN_WITHIN.split(word)) if _HAN.search(word) else (word,))


# A register says the same words again and again, and stemming is most of what making its entries takes.
@lru_cache(maxsize=100_000)
def _forms(word: str, language: Language) -> tuple[str, str]:
    return _folded(word), _stem(word, language)


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

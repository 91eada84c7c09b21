"""Chance from a seed: keys, streams of words, whole numbers below a bound, shuffles, tickets.

A draw has one key, made from the digests of its files, the seed as read out and the purpose. Every attempt has a stream
of its own, keyed by the draw's key and the attempt's number, so that attempts can be replayed in any order.
"""

import hashlib
import json
import struct
from collections.abc import Iterator
from typing import Final

WORD_BITS: Final = 32
SPAN: Final = 1 << WORD_BITS
LARGEST_BATCH: Final = 32


def draw_key(*, roster: str, rules: str, seed: str, purpose: str) -> bytes:
    """Return the key of a draw: SHA-256 of the canonical list. `roster` and `rules` are digests in hexadecimal."""
    return hashlib.sha256(canonical(["draw/1", roster, rules, seed, purpose])).digest()


def canonical(value: object) -> bytes:
    """Return the one JSON text of a value: keys in order, no blanks, letters as they are, UTF-8."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def attempt_key(key: bytes, number: int) -> bytes:
    """Return the key of an attempt: SHA-256 of the draw's key and the number as eight bytes, the highest first."""
    return hashlib.sha256(key + number.to_bytes(8, "big")).digest()


def ticket(seed: str, lot: str) -> str:
    """Return 64 hexadecimal digits: SHA-256 of "seed/lot". Lots in the order of (ticket, lot) are lots shuffled."""
    return hashlib.sha256(f"{seed}/{lot}".encode()).hexdigest()


def bounded(word: int, below: int, *, bits: int) -> int | None:
    """Return what a word of so many bits says about a number below a bound; None when the word must be passed over."""
    span = 1 << bits
    return word % below if word < span - span % below else None


class Stream:
    """The words of a key: SHA-256 of the key and a counter of eight bytes, 0 and up, eight words of 32 bits each."""

    __slots__ = ("_at", "_batch", "_bytes", "_counter", "_key", "_words")

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._counter = 0
        self._batch = 1  # hashes made at a time; it grows, and changes nothing but speed
        self._bytes = b""
        self._words: tuple[int, ...] = ()
        self._at = 0

    def take(self, words: int) -> int:
        """Return the next words as one number, the first word highest."""
        while self._at + words > len(self._words):
            self._refill()
        start = self._at
        self._at += words
        return int.from_bytes(self._bytes[4 * start : 4 * self._at], "big")

    def below(self, bound: int) -> int:
        """Return a number from 0 to bound - 1. A bound of 1 takes no word; more than 2**32 takes several at a time."""
        if bound == 1:
            return 0
        if bound <= SPAN:
            return self._below_span(bound)
        words = ((bound - 1).bit_length() + WORD_BITS - 1) // WORD_BITS
        span = 1 << (WORD_BITS * words)
        limit = span - span % bound
        while True:
            number = self.take(words)
            if number < limit:
                return number % bound

    def _below_span(self, bound: int) -> int:
        limit = SPAN - SPAN % bound
        while True:
            if self._at == len(self._words):
                self._refill()
            number = self._words[self._at]
            self._at += 1
            if number < limit:
                return number % bound

    def words(self) -> Iterator[int]:
        """Yield one word after another: what `below` would take, for a loop that bounds them itself."""
        while True:
            for word in self._words[self._at :]:
                self._at += 1
                yield word
            self._refill()

    def _refill(self) -> None:
        counters = range(self._counter, self._counter + self._batch)
        fresh = b"".join(hashlib.sha256(self._key + counter.to_bytes(8, "big")).digest() for counter in counters)
        self._counter += self._batch
        self._batch = min(2 * self._batch, LARGEST_BATCH)
        self._bytes = self._bytes[4 * self._at :] + fresh
        self._words = struct.unpack(f">{len(self._bytes) // 4}I", self._bytes)
        self._at = 0

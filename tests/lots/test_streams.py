"""The generator: known answers, whole numbers with equal chances, keys that hang on every byte."""

import hashlib
import json
from collections import Counter
from pathlib import Path

from rapporteur.lots.engines.streams import Stream, attempt_key, bounded, canonical, draw_key, ticket

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "lots" / "streams.json").read_text(encoding="utf-8"))
KEY = {"roster": "aa", "rules": "bb", "seed": "12345678901234567890", "purpose": "main"}


def test_keys_are_those_of_the_vectors() -> None:
    found = [
        {
            **vector,
            "key": draw_key(
                roster=vector["roster"], rules=vector["rules"], seed=vector["seed"], purpose=vector["purpose"]
            ).hex(),
        }
        for vector in VECTORS["keys"]
    ]
    assert found == VECTORS["keys"]


def test_numbers_are_those_of_the_vectors() -> None:
    for vector in VECTORS["numbers"]:
        stream = Stream(attempt_key(bytes.fromhex(vector["key"]), vector["attempt"]))
        assert [stream.below(int(bound)) for bound in vector["bounds"]] == [int(n) for n in vector["numbers"]]


def test_the_first_words_are_the_hash_of_the_key_and_the_counter_nought() -> None:
    expected = hashlib.sha256(b"k" * 32 + bytes(8)).digest()
    assert Stream(b"k" * 32).take(8).to_bytes(32, "big") == expected


def test_a_long_number_runs_over_from_one_hash_into_the_next() -> None:
    whole = b"".join(hashlib.sha256(b"k" * 32 + n.to_bytes(8, "big")).digest() for n in range(40))
    assert Stream(b"k" * 32).take(300).to_bytes(1200, "big") == whole[:1200]


def test_numbers_below_a_bound_have_equal_chances_over_all_words_of_six_bits() -> None:
    for below in range(1, 65):
        found = Counter(bounded(word, below, bits=6) for word in range(64))
        passed_over = found.pop(None, 0)
        assert found == dict.fromkeys(range(below), (64 - passed_over) // below)
        assert passed_over < below


def test_a_stream_bounds_its_words_as_the_small_twin_does() -> None:
    stream, words = Stream(b"x" * 32), Stream(b"x" * 32)
    bound = 3_000_000_000
    expected = [number for _ in range(200) if (number := bounded(words.take(1), bound, bits=32)) is not None]
    assert [stream.below(bound) for _ in expected] == expected
    assert len(expected) < 200


def test_a_bound_of_one_takes_no_word() -> None:
    stream, fresh = Stream(b"x" * 32), Stream(b"x" * 32)
    assert [stream.below(1) for _ in range(3)] == [0, 0, 0]
    assert stream.take(1) == fresh.take(1)


def test_every_part_changes_the_key() -> None:
    changed = [draw_key(**{**KEY, part: KEY[part] + "1"}) for part in KEY]
    assert len({draw_key(**KEY), *changed}) == 5


def test_parts_cannot_run_into_each_other() -> None:
    assert draw_key(roster="ab", rules="c", seed="s", purpose="p") != draw_key(
        roster="a", rules="bc", seed="s", purpose="p"
    )


def test_the_order_of_json_keys_changes_nothing() -> None:
    assert canonical({"b": 1, "a": "é"}) == canonical({"a": "é", "b": 1}) == '{"a":"é","b":1}'.encode()


def test_a_ticket_is_the_hash_of_seed_and_lot() -> None:
    assert ticket("1234", "ATL") == hashlib.sha256(b"1234/ATL").hexdigest()

"""What the measures of questionnaires are made of: the invented questions, the crowd's reading, the peer's figures."""

import asyncio
import statistics
from concurrent.futures import ThreadPoolExecutor

from benchmarks.crowd import answered
from benchmarks.invented_questions import questionnaire, text

from benchmarks import rdmo
from rapporteur.questionnaires.rules.canonical import canonical, questionnaire_from
from rapporteur.questionnaires.rules.completeness import why_not_submit


def test_the_invented_questionnaire_is_one_and_its_answers_are_all_that_it_wants() -> None:
    asked = questionnaire(20, 30)
    assert len(asked.questions) == 600
    assert questionnaire_from(canonical(asked)) == asked
    answers = {f"q-{section}-{number}": text(section, number) for section in range(20) for number in range(30)}
    assert why_not_submit(asked, answers) == []
    assert [finding.question for finding in why_not_submit(asked, answers | {"q-3-3": None})] == ["q-3-3"]


def test_the_crowd_reads_whole_answers_and_answers_in_pieces() -> None:
    async def read() -> list[tuple[int, bytes]]:
        reader = asyncio.StreamReader()
        reader.feed_data(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\none")
        reader.feed_data(b"HTTP/1.1 409 Conflict\r\nTransfer-Encoding: chunked\r\n\r\n2\r\ntw\r\n1\r\no\r\n0\r\n\r\n")
        reader.feed_data(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n")
        return [await answered(reader) for _ in range(3)]

    # In a thread of its own: the browser of other tests keeps a loop running in this one.
    with ThreadPoolExecutor(1) as apart:
        found = apart.submit(lambda: asyncio.run(read())).result()
    assert found == [(200, b"one"), (409, b"two"), (200, b"")]


def test_a_peer_that_was_not_measured_has_no_figure() -> None:
    assert rdmo.figure("not measured", "first") is None
    assert rdmo.figure({"first": [0.1, 0.2, 0.6]}, "first") == statistics.median([0.1, 0.2, 0.6]) * 1000
    assert rdmo.figure({"first": [0.25, 0.5]}, "first", sum) == 0.75

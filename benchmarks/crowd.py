"""Many people who save answers at once over HTTP, each on a connection of his own: what they were told, and how soon.

A process of its own, as people's browsers are: `python -m benchmarks.crowd PORT SECONDS` reads one line of JSON a
person from its input (cookie, address, person, question) and prints what everybody was told.
"""

import asyncio
import json
import secrets
import sys
import time
from typing import Any

CSRF = "c" * 32


class Saver:
    """Somebody who saves an answer, waits until it is acknowledged, and goes on with the next one."""

    def __init__(self, given: dict[str, str], place: int) -> None:
        self.given, self.place = given, place
        self.client = secrets.token_hex(16)
        self.number = 0
        self.sequence = 0
        self.taken: list[float] = []
        self.wrong: list[str] = []

    async def work(self, port: int, until: float) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while time.monotonic() < until and not self.wrong:
            self.sequence += 1
            began = time.monotonic()
            writer.write(self._request())
            await writer.drain()
            status, body = await answered(reader)
            self.taken.append(time.monotonic() - began)
            if status != 200:
                self.wrong.append(f"{status} {body[:200]!r}")
            else:
                self.number = json.loads(body)["number"]
        writer.close()

    def _request(self) -> bytes:
        sent = {
            "question": self.given["question"],
            "value": f"Person {self.place} has typed this for the {self.sequence}th time, and goes on typing.",
            "language": "en",
            "based_on": self.number,
            "client": self.client,
            "sequence": self.sequence,
            "person": self.given["person"],
        }
        body = json.dumps(sent).encode()
        head = (
            f"POST {self.given['address']} HTTP/1.1\r\nHost: localhost\r\nCookie: {self.given['cookie']};"
            f" csrftoken={CSRF}\r\nX-CSRFToken: {CSRF}\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body


async def answered(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    """Return the status and the body of the next answer on a connection."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    fields = dict(line.lower().split(": ", 1) for line in head[1:] if ": " in line)
    status = int(head[0].split()[1])
    if "content-length" in fields:
        return status, await reader.readexactly(int(fields["content-length"]))
    body = b""
    while size := int(await reader.readline(), 16):
        body += await reader.readexactly(size)
        await reader.readline()
    await reader.readline()
    return status, body


async def crowd(people: list[dict[str, str]], port: int, seconds: float) -> dict[str, Any]:
    savers = [Saver(given, place) for place, given in enumerate(people)]
    began = time.monotonic()
    await asyncio.gather(*(saver.work(port, began + seconds) for saver in savers))
    return {
        "taken": [one for saver in savers for one in saver.taken],
        "told": [saver.number for saver in savers],
        "wrong": [one for saver in savers for one in saver.wrong],
        "seconds": time.monotonic() - began,
        "processor": time.process_time(),
    }


if __name__ == "__main__":
    given = [json.loads(line) for line in sys.stdin]
    json.dump(asyncio.run(crowd(given, int(sys.argv[1]), float(sys.argv[2]))), sys.stdout)

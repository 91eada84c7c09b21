"""A drawing of lots, told end to end: on a real server, in Chromium, with the wall of the room beside the desk.

The invented conference publishes its roster and rules. One draw is made from a seed fixed in the room and revealed
State by State. Another is drawn from a bowl, ball by ball; in its middle the machine loses its power, and the room goes
on at the very step at which it stopped. Both records are then verified by the program that lies in them.
"""

import io
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

PROJECT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-c", "from rapporteur.cli.main import main; main()"]
# Everything before the first day of the session, in one process, since each takes a while to start.
PREPARE = """
import json, sys
from rapporteur.cli.main import main
for words in json.load(sys.stdin):
    sys.argv = ["rapporteur", *words]
    try:
        main()
    except SystemExit as end:
        if end.code:
            raise
from rapporteur.cli.officer import create_officer
create_officer("quill@example.org", name="Ada Quill", password="a long enough password")
"""
OFFICER, PASSWORD = "quill@example.org", "a long enough password"
SOURCE = "twenty dice thrown by the delegates"


class Site:
    """An installation of its own, and its server: it can be started, and it can lose its power."""

    def __init__(self, var: Path) -> None:
        self._var = var
        self._server: subprocess.Popen[bytes] | None = None
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("RAPPORTEUR_", "DATABASE_"))},
            "RAPPORTEUR_VAR": str(var),
            "RAPPORTEUR_SECRET_KEY": "the same after each start, so that nobody has to sign in again",
        }
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"

    def prepare(self, *commands: list[str]) -> None:
        command = [sys.executable, "-c", PREPARE]
        ended = subprocess.run(
            command,
            env=self._environment,
            cwd=self._var,
            input=json.dumps([["setup"], *commands]),
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == 0, ended.stderr

    def start(self) -> None:
        command = [*COMMAND, "serve", "--port", str(self.port)]
        self._server = subprocess.Popen(
            command, env=self._environment, cwd=self._var, stdout=subprocess.DEVNULL, start_new_session=True
        )
        for _ in range(200):
            try:
                with urllib.request.urlopen(f"{self.address}/static/site/site.css", timeout=10):  # noqa: S310 - our own server
                    return
            except (ConnectionError, urllib.error.URLError):
                time.sleep(0.1)
        raise AssertionError("the site did not start")

    def lose_power(self) -> None:
        """End the server and its workers at once, in the middle of whatever they do."""
        if self._server:
            os.killpg(self._server.pid, signal.SIGKILL)
            self._server.wait()
            self._server = None


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    var = tmp_path_factory.mktemp("installation")
    site = Site(var)
    data = PROJECT / "data" / "lots"
    rules = (data / "invented-rules.yaml").read_text(encoding="utf-8")
    (var / "many.yaml").write_text(rules.replace("balls: {value: 20", "balls: {value: 800"), encoding="utf-8")

    def publish(title: str, rules: Path, *more: str) -> list[str]:
        told = ["--roster", str(data / "invented-roster.csv"), "--rules", str(rules), "--seed-source", SOURCE]
        return ["lots", "publish", *told, "--title", title, "--output", str(var / title), *more]

    few = data / "invented-rules.yaml"
    site.prepare(
        publish("Reveal", few),
        publish("Bowl", few, "--ceremony"),
        publish("Many balls", var / "many.yaml", "--ceremony", "--rehearsal"),
    )
    try:
        site.start()
        yield site
    finally:
        site.lose_power()


@pytest.fixture(scope="module")
def room(site: Site, browser: Browser) -> Iterator[tuple[Page, Page]]:
    """Return the officer's page, signed in, and the wall."""
    context = browser.new_context(base_url=site.address, locale="en", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(60_000)
    desk, wall = context.new_page(), browser.new_context(base_url=site.address, locale="en").new_page()
    desk.goto("/account/login/")
    desk.fill("input[name=login]", OFFICER)
    desk.fill("input[name=password]", PASSWORD)
    desk.press("input[name=password]", "Enter")
    desk.wait_for_url("**/desk/**")
    yield desk, wall
    wall.context.close()
    context.close()


def opened(desk: Page, wall: Page, key: str) -> None:
    desk.goto(f"/desk/lots/{key}/")
    desk.get_by_role("button", name="Open the ceremony").click()
    desk.wait_for_url("**/ceremony/")
    wall.goto(f"/lots/{key}/ceremony/")


def verified(site: Site, key: str, folder: Path) -> None:
    """Take the folder as anybody can, and run the verifier that lies in it."""
    with urllib.request.urlopen(f"{site.address}/lots/{key}/folder.zip", timeout=60) as answer:  # noqa: S310 - our own server
        zipfile.ZipFile(io.BytesIO(answer.read())).extractall(folder)
    command = [sys.executable, "-I", str(folder / key / "verify.py"), str(folder / key)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert run.returncode == 0, run.stdout + run.stderr


def test_a_draw_is_revealed_to_its_end(site: Site, room: tuple[Page, Page], tmp_path: Path) -> None:
    desk, wall = room
    opened(desk, wall, "reveal")
    expect(wall.get_by_text("Waiting for the seed")).to_be_visible()

    desk.get_by_role("link", name="Enter the seed and draw").click()
    desk.get_by_label(SOURCE).fill("31415926535897932384")
    desk.get_by_label("Evidence and witnesses").fill("thrown by Adria and Tarvia")
    desk.get_by_role("button", name="Fix the seed").click()
    desk.get_by_role("button", name="Draw from the seed").click()
    desk.get_by_role("link", name="To the ceremony").click()

    # The button has the focus: the officer presses Enter, and the wall follows by itself.
    for _ in range(3):
        name = desk.locator(".chief bdi").inner_text()
        desk.keyboard.press("Enter")
        expect(desk.locator("h2.called bdi")).to_have_text(name)
        expect(wall.locator("h2.called bdi")).to_have_text(name, timeout=15_000)
    expect(wall.locator("#said")).to_contain_text(name)

    # Far away somebody looks back, by keyboard, and returns to the room.
    wall.keyboard.press("ArrowLeft")
    expect(wall.get_by_text("State 2 of 18")).to_be_visible()
    wall.keyboard.press("End")
    expect(wall.get_by_text("State 3 of 18")).to_be_visible()

    desk.get_by_role("button", name="Show all that are left").click()
    desk.get_by_role("button", name="Close the ceremony").click()
    expect(wall.get_by_text("The ceremony is closed.").first).to_be_visible(timeout=15_000)
    verified(site, "reveal", tmp_path)


def test_a_bowl_is_drawn_to_its_end_though_the_power_fails(
    site: Site, room: tuple[Page, Page], tmp_path: Path, accessibility_faults: Callable[[Page], list[str]]
) -> None:
    desk, wall = room
    opened(desk, wall, "bowl")
    for number in range(1, 19):
        desk.get_by_role("button", name="Call the next State").click()
        desk.get_by_label("Fresh public randomness").fill(f"{number:02} 27182818284590452353")
        desk.get_by_role("button", name="Fix the randomness").click()
        desk.get_by_label("Number of the ball").wait_for()
        if number == 7:
            digest = desk.locator(".digests a code").inner_text()
            expect(wall.locator(".digests a code")).to_have_text(digest, timeout=15_000)
            assert accessibility_faults(wall) == []
            assert accessibility_faults(desk) == []
            site.lose_power()
            site.start()
            desk.goto("/desk/lots/bowl/ceremony/")
            expect(desk.locator(".digests a code")).to_have_text(digest)
            expect(desk.get_by_text("State 7 of 18")).to_be_visible()
        desk.get_by_label("Number of the ball").fill(str(number))
        desk.get_by_role("button", name="Write down the ball").click()
        desk.locator(".ball strong").wait_for()
    expect(wall.get_by_text("State 18 of 18")).to_be_visible(timeout=40_000)
    desk.get_by_role("button", name="Draw the additional reviewers from a seed").click()
    desk.get_by_label("Fresh public randomness").fill("99 27182818284590452353")
    desk.get_by_role("button", name="Fix the randomness").click()
    desk.get_by_role("button", name="Close the ceremony and write its record").click()
    expect(desk.get_by_text("The ceremony is closed.").first).to_be_visible()
    verified(site, "bowl", tmp_path)


def test_a_power_failure_while_the_balls_are_made_changes_nothing_but_the_time(
    site: Site, room: tuple[Page, Page]
) -> None:
    desk, wall = room
    opened(desk, wall, "many-balls")
    expect(wall.get_by_text("REHEARSAL")).to_be_visible()
    desk.get_by_role("button", name="Call the next State").click()
    desk.get_by_label("Fresh public randomness").fill("one")
    desk.get_by_role("button", name="Fix the randomness").click(no_wait_after=True)
    expect(wall.get_by_text("the balls are being made")).to_be_visible(timeout=15_000)
    site.lose_power()
    site.start()
    desk.goto("/desk/lots/many-balls/ceremony/")
    expect(desk.get_by_text("rehearsal:one")).to_be_visible()
    desk.get_by_role("button", name="Make the balls").click()
    expect(desk.get_by_text("800 balls are in the bowl")).to_be_visible()

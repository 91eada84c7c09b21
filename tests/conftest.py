"""What every test can ask for: a database, a browser, an accessibility check, a word processor, a reader of PDF.

Real parts only. Nothing is skipped: a run that needs a part which is not there stops before its first test and says how
to install it. Which database is used is decided earlier, in databases.py.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings as django_settings
from django.core.cache import caches
from django.test import TransactionTestCase
from playwright.sync_api import Browser, Page, Request, sync_playwright
from pytest_django.live_server_helper import LiveServer

from parts import PARTS, how_to_install, missing_packages
from translations import compile_catalogs

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-images", action="store_true", help="write the images that the documentation shows")


@pytest.fixture(autouse=True)
def _nothing_is_kept() -> None:
    """Forget what pages kept of another test, whose records have the numbers of this one's."""
    for kept in ("pages", "drafts"):
        caches[kept].clear()


# --- which tests run ------------------------------------------------------------------------------------------------


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what asks for a database, which can differ between two of them, and what only calculates with the lots.

    The latter draws hundreds of thousands of times: it runs apart, without the tracing that measures coverage.
    """
    for item in items:
        if uses_database(item):
            item.add_marker("database")
        elif item.path.parent.name == "lots":
            item.add_marker("arithmetic")


def uses_database(item: pytest.Item) -> bool:
    wanted = {"db", "transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    case = getattr(item, "cls", None)
    is_django_case = case is not None and issubclass(case, TransactionTestCase)
    return bool(wanted) or is_django_case or item.get_closest_marker("django_db") is not None


def pytest_sessionstart(session: pytest.Session) -> None:
    """Compile the catalogs, and look for the parts that a parallel run needs.

    The process that starts such a run sees no tests, so it wants every part that is not ruled out.
    """
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    compile_catalogs()
    if session.config.getoption("numprocesses", None):
        stop_without_parts([marker for marker in PARTS if f"not {marker}" not in session.config.option.markexpr])


def pytest_collection_finish(session: pytest.Session) -> None:
    if "PYTEST_XDIST_WORKER" not in os.environ:
        stop_without_parts([m for m in PARTS if any(item.get_closest_marker(m) for item in session.items)])


def stop_without_parts(markers: list[str]) -> None:
    if packages := missing_packages(markers):
        pytest.exit(how_to_install(packages), returncode=pytest.ExitCode.USAGE_ERROR)


# --- database -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Put SQLite's test database into a file, as in an installation, so that threads and processes meet real locks."""
    database = django_settings.DATABASES["default"]
    if database["ENGINE"] == "django.db.backends.sqlite3":
        database.setdefault("TEST", {})["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


# --- browser --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return one headless Chromium for the whole run; tests take a `page` from it."""
    # The browser's library keeps an event loop in this thread; Django would refuse to read the database beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def page(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """Return a fresh page, without cookies, on the running site: `page.goto("/")`.

    The test fails at its end if the page asked another site for anything, or if a script of ours failed.
    """
    strangers: list[str] = []
    failures: list[str] = []

    def note_stranger(request: Request) -> None:
        if not request.url.startswith((f"{live_server.url}/", "data:", "blob:")):
            strangers.append(request.url)

    context = browser.new_context(base_url=live_server.url, locale="en", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(60_000)
    context.on("request", note_stranger)
    context.on("weberror", lambda error: failures.append(str(error.error)))
    yield context.new_page()
    context.close()
    assert (strangers, failures) == ([], [])


@pytest.fixture
def image(page: Page, request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], Path]:
    """Return a function that takes a picture of the page as it stands; with --write-images it goes to docs/images/."""
    folder = request.config.rootpath / "docs" / "images" if request.config.option.write_images else tmp_path

    def take(name: str) -> Path:
        path = folder / f"{name}.png"
        page.screenshot(path=path, animations="disabled", caret="hide")
        return path

    return take


@pytest.fixture(scope="session")
def accessibility_faults() -> Callable[[Page], list[str]]:
    """Return a function that lists what axe finds wrong with a page, one line a place; [] is the answer to expect."""
    axe = Axe()

    def faults(page: Page) -> list[str]:
        found = axe.run(page).response["violations"]
        return [f"{rule['id']}: {rule['help']}: {node['html']}" for rule in found for node in rule["nodes"]]

    return faults


# --- office ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def convert(tmp_path: Path) -> Callable[[Path, str], Path]:
    """Return a function that has LibreOffice open a file and write it in another format: `convert(path, "pdf")`."""

    def convert(source: Path, format_: str) -> Path:
        folder = tmp_path / "converted"
        # A profile of its own lets several run at once.
        profile = f"-env:UserInstallation={(tmp_path / 'libreoffice').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", format_, "--outdir", str(folder), str(source)]
        run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
        result = folder / source.with_suffix(f".{format_.partition(':')[0]}").name
        assert result.exists(), run.stderr
        return result

    return convert


@pytest.fixture(scope="session")
def text_of_pdf() -> Callable[[Path], str]:
    """Return a function that reads the text of a PDF with Poppler, in reading order."""

    def text(path: Path) -> str:
        command = ["pdftotext", "-enc", "UTF-8", str(path), "-"]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout

    return text

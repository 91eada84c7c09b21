"""Keep the catalogs of the interface's translations: `translations.py check | update | compile`.

The strings are found in Python files and templates, merged into src/rapporteur/site/locale/*/LC_MESSAGES/django.po, and
compiled beside them. All of it is done with Babel and Django's own reading of templates, so that no gettext program
is needed. `check` finds catalogs that are out of step, or incomplete where completeness is promised.
"""

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from rapporteur.cli.catalogs import compile_catalogs

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "rapporteur"
LOCALE = PACKAGE / "site" / "locale"
LANGUAGES = ("ar", "es", "fr", "ru", "zh_Hans")
COMPLETE = ("fr",)  # English is the language of the sources
# What readers see in every language: the pages of the register, signing in, and what goes wrong; not yet draws and
# invitations, nor the desk.
COMPLETE_FOR_READERS = ("ar", "es", "ru", "zh_Hans")
READERS = re.compile(
    r"src/rapporteur/site/(?:pages/(?:bodies|documents|drafts|home|mandates|meetings|owed|parties|search|sessions|show"
    r"|sources|tags)\.py|templates/(?:4\d\d\w*|500|base|account/login|pages/_(?:agenda|documents|gathering|grounds|items"
    r"|mandates|meeting_link|meetings|more|officers|owed|place|said|session|sources|state_link)|pages/(?:bod(?:y|ies)"
    r"|conference|documents?|drafts?|home|mandates?|meetings?|owed|part(?:y|ies)|search|sessions?|sources?))\.html)"
)

# How each function of Django's takes its arguments: 1 is the string, 2 its plural, "c" the context.
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
TAGS = ("Translators:",)
Key = tuple[str | tuple[str, ...], str | None]


def sources() -> list[Path]:
    found = [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.txt")]
    return sorted(path for path in found if "migrations" not in path.parts)


def python_of(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return text
    # Django turns a template into calls among filler; without the template's indentation it can be read as Python.
    return "\n".join(line.strip() for line in templatize(text, origin=str(path)).splitlines())


def messages_of(path: Path) -> Iterator[tuple[int, str | tuple[str, ...], list[str], str | None]]:
    source = io.BytesIO(python_of(path).encode())
    yield from extract("python", source, KEYWORDS, TAGS, {"encoding": "utf-8"})


def template() -> Catalog:
    """Return the catalog of every string in the sources, in the order of files and lines, with nothing translated."""
    catalog = Catalog(project="rapporteur", charset="utf-8")
    for path in sources():
        place = path.relative_to(ROOT).as_posix()
        for line, message, comments, context in messages_of(path):
            catalog.add(message, None, [(place, line)], auto_comments=comments, context=context)
    return catalog


def path_of(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def read(language: str) -> Catalog:
    if not path_of(language).exists():
        return Catalog(locale=language, project="rapporteur", charset="utf-8", fuzzy=False)
    with path_of(language).open("rb") as file:
        return read_po(file, locale=language)


def keys(catalog: Catalog) -> set[Key]:
    return {(message.id, message.context) for message in catalog if message.id}


def is_complete(message: Message) -> bool:
    strings = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(strings) and not message.fuzzy


def is_promised(message: Message, language: str) -> bool:
    """Return whether a string must be translated into a language: each, or what the pages for readers say."""
    return bool(message.id) and (
        language in COMPLETE or any(READERS.fullmatch(place) for place, _ in message.locations)
    )


def faults_of(language: str, wanted: set[Key]) -> list[str]:
    place = path_of(language).relative_to(ROOT)
    if wanted and not path_of(language).exists():
        return [f"{place}: there is no such catalog; run: make messages"]
    catalog = read(language)
    there = keys(catalog)
    faults = [f"{place}: {key[0]!r} is in the sources and not here; run: make messages" for key in wanted - there]
    faults += [f"{place}: {key[0]!r} is no longer in the sources; run: make messages" for key in there - wanted]
    if language in (*COMPLETE, *COMPLETE_FOR_READERS):
        lacking = [message.id for message in catalog if is_promised(message, language) and not is_complete(message)]
        faults += [f"{place}: {text!r} is not translated" for text in lacking]
    for message in catalog:
        faults += [f"{place}: {message.id!r}: {error}" for error in message.check(catalog)] if message.string else []
    return sorted(faults)


def check() -> list[str]:
    wanted = keys(template())
    return [fault for language in LANGUAGES for fault in faults_of(language, wanted)]


def update() -> None:
    found = template()
    for language in LANGUAGES:
        catalog = read(language)
        # A guess by likeness would pass for a translation; a string that changed is translated anew.
        catalog.update(found, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        path_of(language).parent.mkdir(parents=True, exist_ok=True)
        written = io.BytesIO()
        write_po(written, catalog, width=120, include_previous=False, sort_by_file=True)
        path_of(language).write_bytes(without_dates(written.getvalue()))


def without_dates(po: bytes) -> bytes:
    """Return a catalog without the moments of its making, which would differ at every run."""
    return re.sub(rb'^"(POT-Creation-Date|PO-Revision-Date|Generated-By): .*\n', b"", po, flags=re.MULTILINE)


def main(verb: str) -> int:
    if verb == "check":
        faults = check()
        print("\n".join(faults) or "translations: in step")
        return 1 if faults else 0
    {"update": update, "compile": compile_catalogs}[verb]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

"""Find links in the Markdown files that lead nowhere, and pages of docs/ that no index leads to: `links.py`.

Only links inside the repository are followed; an address of another site is left to its readers.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from files import tracked

ROOT = Path(__file__).resolve().parents[1]
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+\s+(.*)$", re.MULTILINE)
CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.MULTILINE | re.DOTALL)


def pages() -> list[Path]:
    return [ROOT / name for name in tracked() if name.endswith(".md")]


def targets(page: Path) -> Iterator[tuple[str, Path, str]]:
    """Return (link as written, file it names, anchor or "") for each link of a page into the repository."""
    for link in LINK.findall(CODE.sub("", page.read_text(encoding="utf-8"))):
        if not re.match(r"[a-z]+:", link):
            path, _, anchor = link.partition("#")
            yield link, (page.parent / path).resolve() if path else page, anchor


def anchors(page: Path) -> set[str]:
    """Return the names by which a page's headings can be linked to."""
    headings = HEADING.findall(CODE.sub("", page.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def broken() -> list[str]:
    faults = []
    for page in pages():
        for link, path, anchor in targets(page):
            if not path.exists():
                faults.append(f"{page.relative_to(ROOT)}: {link} leads nowhere")
            elif anchor and path.suffix == ".md" and anchor not in anchors(path):
                faults.append(f"{page.relative_to(ROOT)}: {link} names no heading of that page")
    return faults


def unreachable() -> list[str]:
    """Return the pages of docs/ that cannot be reached from docs/index.md by following links."""
    reached = {ROOT / "docs" / "index.md"}
    waiting = list(reached)
    while waiting:
        for _, path, _ in targets(waiting.pop()):
            if path.suffix == ".md" and path.exists() and path not in reached:
                reached.add(path)
                waiting.append(path)
    lost = [page for page in pages() if ROOT / "docs" in page.parents and page not in reached]
    return [f"{page.relative_to(ROOT)}: no index of docs/ leads here" for page in lost]


def main() -> int:
    faults = [*broken(), *unreachable()]
    print("\n".join(faults) or "links: all lead somewhere")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

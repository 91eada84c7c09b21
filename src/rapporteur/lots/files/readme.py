"""README.txt: what lies in the folder of a draw, and how anybody checks it, in plain words."""

from collections.abc import Iterable
from typing import Final

from rapporteur.lots.files.facts import REHEARSAL
from rapporteur.lots.files.publication import Publication

_FILES: Final = {
    "roster.csv": "the States, their groups and the instruments they are party to, as frozen",
    "rules.json": "every rule of the draw, as frozen",
    "publication.json": "what was frozen, when, and from where the seed was to come",
    "verify.py": "the program that checks all of this; it needs Python 3.11 and nothing else",
    "seed.json": "the seed as read out, with its parts and where they can be seen",
    "record.json": "how the draw came about",
    "result.csv": "the result, one line a seat",
    "result.json": "the same for programs, with names",
    "changes.csv": "the seats that changed",
    "years.csv": "in which year the review of each State begins",
    "no-draw.json": "why there is no draw",
    "additional.csv": "the additional reviewers and the instruments they are there for",
    "loads.csv": "how many reviews each State takes",
    "index.html": "the draw for people; open it in any browser, without a network",
    "tables.pdf": "the same on paper",
    "events.jsonl": "what happened, in order; each line is sealed to the one before",
    "README.txt": "this text",
    "SHA256SUMS": "the digest of every file",
}
_WIDTH: Final = 18


def write_readme(publication: Publication, names: Iterable[str]) -> str:
    """Return README.txt for a folder that holds these files."""
    present = set(names)
    listed = [f"  {name:{_WIDTH}}{what}" for name, what in _FILES.items() if name in present]
    mark = [REHEARSAL, ""] if publication.rehearsal else []
    where = "this folder" if "verify.py" in present else 'the folder above "after"'
    return "\n".join(
        [
            publication.title,
            "",
            *mark,
            *listed,
            "",
            "How to check",
            "",
            f"  1. Keep {where} as it is. You need Python 3.11 or later (python.org), nothing else.",
            "  2. In a terminal, go to where the folder lies and run:",
            "",
            "         python3 FOLDER/verify.py FOLDER",
            "",
            "     It recomputes every digest, checks every rule against the result, makes the draw",
            "     again from the seed, and prints one line: right, or what is wrong and where.",
            "  3. To be sure that verify.py is the one that was published before the seed, compare its",
            "     digest (sha256sum verify.py) with the one announced with the publication:",
            "",
            f"         {publication.verifier}",
            "",
            "  Without Python: sha256sum -c SHA256SUMS says whether any file was changed by accident.",
            "",
        ]
    )

"""Begin a decision record with the next free number: `decision.py "Lock files are requirements files"`.

Writes docs/decisions/NNNN-the-title.md with the four headings of a record and adds it to the index of the decisions.
"""

import datetime as dt
import re
import sys
from pathlib import Path

DECISIONS = Path(__file__).resolve().parents[1] / "docs" / "decisions"
RECORD = """# {number:04} {title}

{day}

## Situation

## Choice

## What was refused

## If this is taken up again
"""


def next_number() -> int:
    return max((int(path.name[:4]) for path in DECISIONS.glob("[0-9]*.md")), default=0) + 1


def begin(title: str, *, on: dt.date) -> Path:
    """Write the record and its line in the index; return the record's path."""
    number = next_number()
    slug = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
    path = DECISIONS / f"{number:04}-{slug}.md"
    path.write_text(RECORD.format(number=number, title=title, day=on.isoformat()), encoding="utf-8")
    with (DECISIONS / "index.md").open("a", encoding="utf-8") as index:
        index.write(f"- [{number:04} {title}]({path.name})\n")
    return path


def main(arguments: list[str]) -> int:
    if len(arguments) != 1 or not arguments[0].strip():
        print('say what was decided: decision.py "Lock files are requirements files"', file=sys.stderr)
        return 2
    print(begin(arguments[0].strip(), on=dt.datetime.now(tz=dt.UTC).date()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

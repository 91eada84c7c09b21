"""Keep docs/reference/commands.md in step with the command line: `commands.py` compares, `commands.py --write` writes.

The page is Typer's own account of the commands: their arguments, options and what each does.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "reference" / "commands.md"


def page() -> str:
    """Return the page. Raises: CalledProcessError, after saying why, when the command line cannot be read."""
    typer = ROOT / ".venv" / "bin" / "typer"
    command = [str(typer), "rapporteur.cli.main", "utils", "docs", "--name", "rapporteur", "--title", "Commands"]
    written = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    return "\n".join(line.rstrip() for line in written.strip().splitlines()) + "\n"


def main(arguments: list[str]) -> int:
    try:
        written = page()
    except subprocess.CalledProcessError as error:
        print(f"the command line could not be read: {error}")
        return 1
    if "--write" in arguments:
        PAGE.write_text(written, encoding="utf-8")
    elif not PAGE.exists() or PAGE.read_text(encoding="utf-8") != written:
        print(f"{PAGE.relative_to(ROOT)} is not in step with the command line; run: make docs")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Run every check that is no test, say how each went, and fail if one did: `check.py [NAME...]`.

All of them run even when one fails, so that one look shows everything there is to mend.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = ROOT / ".venv" / "bin"
PYTHON = str(BIN / "python")

CHECKS = {
    "format": [str(BIN / "ruff"), "format", "--check", "--quiet", "."],
    "lint": [str(BIN / "ruff"), "check", "--quiet", "."],
    "types": [str(BIN / "mypy")],
    "contracts": [str(BIN / "lint-imports"), "--no-cache"],
    "migrations": [PYTHON, "-m", "django", "makemigrations", "--check", "--dry-run"],
    "translations": [PYTHON, "tools/translations.py", "check"],
    "commands": [PYTHON, "tools/commands.py"],
    "links": [PYTHON, "tools/links.py"],
    "files": [PYTHON, "tools/files.py"],
    "locks": [PYTHON, "tools/locks.py", "--check"],
}


def run(name: str) -> bool:
    """Run one check; print its name, time and verdict, and what it said if it failed."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "rapporteur.site.settings", "NO_COLOR": "1"}
    started = time.monotonic()
    done = subprocess.run(CHECKS[name], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    verdict = "ok" if done.returncode == 0 else "FAILED"
    print(f"{name:14}{verdict:8}{time.monotonic() - started:6.1f} s", flush=True)
    if done.returncode:
        print(f"{done.stdout}{done.stderr}".rstrip(), flush=True)
    return done.returncode == 0


def main(names: list[str]) -> int:
    failed = [name for name in names or CHECKS if not run(name)]
    print(f"check: {'failed: ' + ', '.join(failed) if failed else 'all passed'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

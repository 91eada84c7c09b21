"""Write the lock files from pyproject.toml, or with --check say which of them is out of step.

A lock file is a list of exact versions with the digests of every file that may be installed for them. It names no
registry, so that it serves wherever the packages come from. `--upgrade` takes the newest versions that are allowed.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
UV = ROOT / ".venv" / "bin" / "uv"
OPTIONS = ["--quiet", "--system-certs", "--universal", "--python-version", "3.11", "--generate-hashes", "--no-header"]

# lock file -> what it is made from; a later one keeps to the versions of the earlier ones
LOCKS = {
    "requirements.lock": ["pyproject.toml"],
    "requirements-dev.lock": ["pyproject.toml", "--group", "dev"],
    "requirements-setup.lock": ["requirements-setup.in"],
}


def write(folder: Path, *, upgrade: bool) -> None:
    """Write every lock file into `folder`, starting from the versions of those that are there."""
    for name, made_from in LOCKS.items():
        command = [str(UV), "pip", "compile", *OPTIONS, *made_from, "-o", str(folder / name)]
        subprocess.run([*command, *(["--upgrade"] if upgrade else [])], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def check() -> list[str]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for lock in LOCKS:
            shutil.copy(ROOT / lock, folder)
        write(folder, upgrade=False)
        stale = [lock for lock in LOCKS if (folder / lock).read_bytes() != (ROOT / lock).read_bytes()]
    return [f"{lock} is not in step with {LOCKS[lock][0]}; run: make lock" for lock in stale]


def main(arguments: list[str]) -> int:
    if "--check" in arguments:
        faults = check()
        print("\n".join(faults) or "lock files: in step")
        return 1 if faults else 0
    write(ROOT, upgrade="--upgrade" in arguments)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

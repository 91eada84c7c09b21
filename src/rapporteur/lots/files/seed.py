"""seed.json: the seed as read out, or the values of its announced sources and the seed that they make.

With parts the seed is the SHA-256, in hexadecimal, of the canonical list of their values. The seed of a rehearsal
begins with "rehearsal:", and no other does.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rapporteur.lots.engines.streams import canonical
from rapporteur.lots.files.plain import Fields, read_plain, write_plain
from rapporteur.lots.terms import UnfitInput

FORMAT: Final = "lots-seed/1"
REHEARSAL: Final = "rehearsal:"
SHORTEST: Final = 20  # of a true draw: twenty ten-sided dice
LONGEST: Final = 1000


@dataclass(frozen=True, slots=True)
class SeedPart:
    """What one announced source said, and where anybody can see that it did."""

    source: str
    value: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Seed:
    """`entered` is an instant in UTC as text."""

    seed: str
    entered: str
    parts: tuple[SeedPart, ...] = ()


def combined(values: Sequence[str], *, rehearsal: bool) -> str:
    """Return the seed that the values of several sources make."""
    return (REHEARSAL if rehearsal else "") + hashlib.sha256(canonical(list(values))).hexdigest()


def why_not_seed(seed: str, *, rehearsal: bool) -> list[str]:
    """Return every reason against a seed; none means yes."""
    reasons = []
    if seed != seed.strip():
        reasons.append("The seed has blanks around it: enter it exactly as read out.")
    if not seed.isprintable():
        reasons.append("The seed has control characters or line ends in it: it is one line of text.")
    if len(seed) > LONGEST:
        reasons.append(f"The seed has {len(seed)} characters; at most {LONGEST} are read.")
    if rehearsal and not seed.startswith(REHEARSAL):
        reasons.append(f'This is a rehearsal: its seed begins with "{REHEARSAL}".')
    if not rehearsal and seed.startswith(REHEARSAL):
        reasons.append(f'A seed that begins with "{REHEARSAL}" is for rehearsals only.')
    if not rehearsal and len(seed) < SHORTEST:
        reasons.append(f"The seed has {len(seed)} characters; a true draw needs {SHORTEST} or more (dice or a beacon).")
    return reasons


def write_seed(seed: Seed) -> str:
    """Return seed.json, canonical."""
    parts = [{"source": part.source, "value": part.value, "evidence": part.evidence} for part in seed.parts]
    return write_plain({"format": FORMAT, "seed": seed.seed, "parts": parts, "entered": seed.entered})


def read_seed(text: str, *, rehearsal: bool) -> Seed:
    """Return what seed.json says. Raises: UnfitInput, also where the parts do not make the seed."""
    fields = read_plain(text, name="seed.json", form=FORMAT)
    fields.only("format", "seed", "parts", "entered")
    seed = Seed(fields.text("seed"), fields.instant("entered"), tuple(map(_part, fields.rows("parts"))))
    if reasons := why_not_seed(seed.seed, rehearsal=rehearsal):
        raise UnfitInput(f"seed.json: {reasons[0]}")
    if seed.parts and seed.seed != combined([part.value for part in seed.parts], rehearsal=rehearsal):
        raise UnfitInput("seed.json: the seed is not the SHA-256 of its parts' values.")
    return seed


def _part(fields: Fields) -> SeedPart:
    fields.only("source", "value", "evidence")
    return SeedPart(fields.text("source"), fields.text("value"), fields.text("evidence"))

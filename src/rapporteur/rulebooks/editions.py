"""An edition of a rulebook: its canonical text and digest, which bind what runs to the rules that it began under.

Two files that say the same have one digest, whatever their order of keys, comments and blanks; any change of a rule, a
source or a status changes it. The canonical text reads back as the same rulebook, so that it can be kept.
"""

import hashlib
import json
from dataclasses import dataclass

from rapporteur.rulebooks.schema import Rulebook


@dataclass(frozen=True, slots=True)
class Edition:
    """A rulebook under a name that cannot come to mean another. `digest` is SHA-256 of the text, in hexadecimal."""

    key: str
    version: str
    digest: str
    text: str

    def rulebook(self) -> Rulebook:
        return Rulebook.model_validate_json(self.text)


def edition_of(rulebook: Rulebook) -> Edition:
    """Return the edition of a rulebook."""
    text = canonical_text(rulebook)
    return Edition(rulebook.key, rulebook.version, hashlib.sha256(text.encode()).hexdigest(), text)


def canonical_text(rulebook: Rulebook) -> str:
    """Return a rulebook as JSON with sorted keys, no blanks, nothing that has its default, and one line feed."""
    plain = rulebook.model_dump(mode="json", exclude_defaults=True)
    return json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":")) + "\n"

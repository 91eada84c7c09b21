"""What the cells of a table share: several parts, each on a line of its own, each begun like a sentence."""

from collections.abc import Sequence

from rapporteur.drafts.rules.inlines import begun
from rapporteur.drafts.rules.voice import Voice
from rapporteur.typeset.tree import Inlines, LineBreak


def lines(voice: Voice, parts: Sequence[Inlines]) -> Inlines:
    """Return the parts that are not empty, one below the other, with a semicolon between them."""
    said = [begun(voice.language, part) for part in parts if part]
    ended = [*(voice.say("cell-line", text=part) for part in said[:-1]), *said[-1:]]
    return tuple(node for index, part in enumerate(ended) for node in (*([LineBreak()] if index else []), *part))

"""How a conference's own symbols are read: the grammar it states, over the one known for its root."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rapporteur.symbols.grammars import Grammar, GrammarError

_LISTS = ("bodies", "tails", "suffixes")


def grammar_from_plain(root: str, plain: Mapping[str, Any]) -> Grammar:
    """Return the grammar of a root, changed where `plain` says so: {"bodies": ["WG.n"], "extras": {"IRG": ["n"]}}.

    Raises: GrammarError.
    """
    if unknown := sorted(set(plain) - {*_LISTS, "extras"}):
        raise GrammarError(f'A grammar has no part "{unknown[0]}"; its parts are {", ".join(_LISTS)} and extras.')
    changed: dict[str, Any] = {name: tuple(plain[name]) for name in _LISTS if name in plain}
    if "extras" in plain:
        extras = plain["extras"]
        pairs = extras.items() if isinstance(extras, Mapping) else extras
        changed["extras"] = tuple((body, tuple(parts)) for body, parts in pairs)
    return replace(Grammar.for_root(root), **changed)

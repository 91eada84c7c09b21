"""Finding entries by words, on either database, in two queries whatever is found."""

from dataclasses import dataclass

from django.db import connection

from rapporteur.search.models import FTS_TABLE, PG_TITLE_WORDS, PG_WORDS, Entry
from rapporteur.search.rules import asked_for
from rapporteur.search.terms import EntryKind

# Of a word that very many records hold, so many are weighed against each other; a narrower question finds the rest.
MOST_WEIGHED = 1000

# Hits in a title weigh more than hits in a text.
_SQLITE = f"""
WITH hit AS MATERIALIZED (
  SELECT rowid AS id, -bm25({FTS_TABLE}, 8.0, 1.0) AS weight FROM {FTS_TABLE} WHERE {FTS_TABLE} MATCH %s LIMIT %s
)"""  # noqa: S608 - own names
_POSTGRESQL = f"""
WITH hit AS MATERIALIZED (
  SELECT id, 8 * ts_rank({PG_TITLE_WORDS}, asked.query) + ts_rank({PG_WORDS}, asked.query) AS weight
  FROM rapporteur_entry, (SELECT %s::tsquery AS query) AS asked WHERE {PG_WORDS} @@ asked.query LIMIT %s
)"""  # noqa: S608 - own names
_BEST = """
SELECT id, total FROM (
  SELECT entry.id, row_number() OVER best AS place, count(*) OVER (PARTITION BY entry.kind) AS total
  FROM hit JOIN rapporteur_entry AS entry ON entry.id = hit.id
  WINDOW best AS (PARTITION BY entry.kind ORDER BY hit.weight DESC, entry.id)
) AS placed WHERE place <= %s ORDER BY place"""


@dataclass(frozen=True, slots=True)
class Group:
    """The best answers of one kind; `total` counts all of that kind, as far as they were weighed."""

    kind: EntryKind
    entries: list[Entry]
    total: int


def found(text: str, *, conference_key: str = "", kind: EntryKind | None = None, limit: int) -> list[Group]:
    """Return up to `limit` answers of each kind, the best first; of one conference or kind where that is given."""
    choices = asked_for(text)
    if not choices:
        return []
    choices += [frozenset({f"={conference_key}", "=everywhere"})] if conference_key else []
    choices += [frozenset({f"={kind}"})] if kind else []
    is_postgresql = connection.vendor == "postgresql"
    asked = _for_postgresql(choices) if is_postgresql else _for_sqlite(choices)
    with connection.cursor() as cursor:
        cursor.execute((_POSTGRESQL if is_postgresql else _SQLITE) + _BEST, [asked, MOST_WEIGHED, limit])
        totals = dict(cursor.fetchall())
    entries = Entry.objects.in_bulk(list(totals))
    return [group for group in (_group(kind, entries, totals) for kind in EntryKind) if group.entries]


def _group(kind: EntryKind, entries: dict[int, Entry], totals: dict[int, int]) -> Group:
    own = [entries[number] for number in totals if entries[number].kind == kind]
    return Group(kind, own, max((totals[entry.pk] for entry in own), default=0))


def _for_sqlite(choices: list[frozenset[str]]) -> str:
    quoted = ((f'"{word.replace(chr(34), chr(34) * 2)}"' for word in sorted(choice)) for choice in choices)
    return " AND ".join(f"({' OR '.join(words)})" for words in quoted)


def _for_postgresql(choices: list[frozenset[str]]) -> str:
    escaped = ((word.replace("\\", "\\\\").replace("'", "''") for word in sorted(choice)) for choice in choices)
    return " & ".join("(" + " | ".join(f"'{word}'" for word in words) + ")" for words in escaped)

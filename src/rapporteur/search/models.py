"""What search looks through: one entry for each record a person can be led to.

`words` holds what `rules` made of the record's texts, parted by spaces, ready to be matched word by word. SQLite keeps
them in an FTS5 table beside this one, PostgreSQL in an index; `FullText` makes either.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

from django.db import connection, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement, Table

from rapporteur.search.terms import EntryKind
from rapporteur.terminology.models import MultilingualField

# The table that holds SQLite's words; the names of its columns are those of the entry.
FTS_TABLE = "rapporteur_entry_words"
_FTS = f"""CREATE VIRTUAL TABLE IF NOT EXISTS {FTS_TABLE} USING fts5(title_words, words,
 content='rapporteur_entry', content_rowid='id', tokenize="unicode61 remove_diacritics 0 tokenchars '/.-=_'")"""
_OUT = f"INSERT INTO {FTS_TABLE}({FTS_TABLE}, rowid, title_words, words) VALUES ('delete', old.id, old.title_words, old.words);"  # noqa: S608, E501 - own names
_IN = f"INSERT INTO {FTS_TABLE}(rowid, title_words, words) VALUES (new.id, new.title_words, new.words);"  # noqa: S608 - own names
_TRIGGERS = [
    f"CREATE TRIGGER IF NOT EXISTS {FTS_TABLE}_in AFTER INSERT ON rapporteur_entry BEGIN {_IN} END",
    f"CREATE TRIGGER IF NOT EXISTS {FTS_TABLE}_out AFTER DELETE ON rapporteur_entry BEGIN {_OUT} END",
    f"CREATE TRIGGER IF NOT EXISTS {FTS_TABLE}_on AFTER UPDATE ON rapporteur_entry BEGIN {_OUT} {_IN} END",
]
# The words are lexemes already: PostgreSQL's own parser is passed by.
PG_WORDS = "array_to_tsvector(string_to_array(words, ' '))"
PG_TITLE_WORDS = "array_to_tsvector(string_to_array(title_words, ' '))"


class FullText(models.Index):
    """An index of words that each database keeps in its own way."""

    def create_sql(
        self,
        model: type[models.Model],
        schema_editor: BaseDatabaseSchemaEditor,
        using: str = "",  # noqa: ARG002 - Django's signature
        **kwargs: Any,  # noqa: ARG002 - Django's signature
    ) -> Statement:
        table = Table(model._meta.db_table, schema_editor.quote_name)
        if schema_editor.connection.vendor == "postgresql":
            return Statement(f"CREATE INDEX {self.name} ON %(table)s USING gin ({PG_WORDS})", table=table)
        schema_editor.deferred_sql.extend(Statement(trigger, table=table) for trigger in _TRIGGERS)
        return Statement(_FTS, table=table)

    def remove_sql(  # type: ignore[override]  # the stubs say "str"; Django's own index returns a Statement too
        self,
        model: type[models.Model],
        schema_editor: BaseDatabaseSchemaEditor,
        **kwargs: Any,  # noqa: ARG002 - Django's signature
    ) -> Statement:
        table = Table(model._meta.db_table, schema_editor.quote_name)
        if schema_editor.connection.vendor == "postgresql":
            return Statement(f"DROP INDEX {self.name}", table=table)
        return Statement(f"DROP TABLE {FTS_TABLE}", table=table)


class Entry(models.Model):
    """A record as search knows it. `key` names it as the journal does; `symbol` is what it is cited by, if anything."""

    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in EntryKind])
    key = models.CharField(max_length=200)
    conference_key = models.SlugField(max_length=60, blank=True)
    symbol = models.CharField(max_length=100, blank=True)
    title = MultilingualField()
    text = MultilingualField()
    title_words = models.TextField(blank=True)
    words = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        verbose_name_plural = "entries"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["kind", "key"], name="entry_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [FullText(fields=["words"], name="entry_words")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class Index(models.Model):
    """The one row that says by which version of `rules` all entries were made; there is none before they were."""

    version = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name_plural = "indexes"

    def __str__(self) -> str:
        return f"version {self.version}"


@contextmanager
def filled_at_once() -> Iterator[None]:
    """Empty the table of entries for filling it anew; SQLite's words are put in their table at the end, all in one."""
    if connection.vendor != "sqlite":
        Entry.objects.all().delete()
        yield
        return
    with connection.cursor() as cursor:
        for name in ("in", "out", "on"):
            cursor.execute(f"DROP TRIGGER IF EXISTS {FTS_TABLE}_{name}")
        Entry.objects.all().delete()
        yield
        cursor.execute(f"INSERT INTO {FTS_TABLE}({FTS_TABLE}) VALUES ('rebuild')")  # noqa: S608 - own names
        for trigger in _TRIGGERS:
            cursor.execute(trigger)

"""What each record rests on, read back from its rows: the other direction of `attributing`."""

from collections import defaultdict
from typing import Any

from rapporteur.register.subjects import Subject
from rapporteur.sources.models import Attribution, Conflict

Plain = dict[str, Any]


class Sourcing:
    """All sources and conflicts, by subject and field. 2 queries."""

    def __init__(self) -> None:
        self._sources: dict[Subject, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._conflicts: dict[Subject, list[tuple[str, Plain]]] = defaultdict(list)
        self._told: set[tuple[Subject, str]] = set()  # what an entry has said by now
        rows = Attribution.objects.order_by("pk").values_list(
            "subject_kind", "subject_key", "field", "source__key", "locator"
        )
        for kind, key, field, source, locator in rows:
            self._sources[kind, key][field].append(f"{source}:{locator}" if locator else source)
        conflicts = Conflict.objects.order_by("pk").values_list(
            "subject_kind", "subject_key", "field", "statement", "followed__key"
        )
        for kind, key, field, statement, followed in conflicts:
            said = {"field": field, "statement": statement, "followed": followed}
            self._conflicts[kind, key].append((field, said))

    def of(self, subject: Subject, row: str = "") -> Plain:
        """Return `source`, `source_of` and `conflicts` of a record, or of one of its rows ("provisions/3")."""
        if subject not in self._sources and subject not in self._conflicts:
            return {}
        by_field = self._sources.get(subject, {})
        fields = [*by_field, *(field for field, _ in self._conflicts.get(subject, []))]
        self._told |= {(subject, field) for field in fields if _within(field, row) is not None}
        of = {name: sources for field, sources in by_field.items() if (name := _within(field, row))}
        conflicts = [
            {name: value for name, value in {**said, "field": _within(field, row) or ""}.items() if value}
            for field, said in self._conflicts.get(subject, [])
            if _within(field, row) is not None
        ]
        return {"source": by_field.get(row, []), "source_of": of, "conflicts": conflicts}

    def untold(self) -> list[tuple[Subject, str]]:
        """Return each subject and field that no entry has said: they would be lost."""
        given = [(subject, field) for subject, by_field in self._sources.items() for field in by_field]
        given += [(subject, field) for subject, said in self._conflicts.items() for field, _ in said]
        return [one for one in dict.fromkeys(given) if one not in self._told]


def _within(field: str, row: str) -> str | None:
    """Return which field of a record or row a citation is about: "" for all of it, None for none of its own."""
    if field == row:
        return ""
    name = field.removeprefix(f"{row}/") if row else field
    return None if (name == field and row) or "/" in name else name

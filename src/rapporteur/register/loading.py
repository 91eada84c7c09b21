"""Loading files into the register: all of it or nothing, and a second time nothing at all.

`collecting` reads, `references` and `repetitions` check, `filling` and `attributing` write, in one transaction that
ends with one row of the journal and new entries of the search. An error, a kill or a failed machine before that leaves
the register as it was.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from django.db import IntegrityError, transaction

from rapporteur.datafiles.faults import Fault
from rapporteur.journal.actions import record
from rapporteur.register.attributing import attribute
from rapporteur.register.collecting import Collected, collect
from rapporteur.register.faults import RegisterRefused
from rapporteur.register.filling import fill
from rapporteur.register.known import known_with
from rapporteur.register.references import faults_across
from rapporteur.register.repetitions import repetitions
from rapporteur.register.storing import Changes, Store
from rapporteur.register.subjects import Subject
from rapporteur.search.actions import keep_in_step

_NAMED: Final = 1_000  # records named in the journal's row; beyond, their number speaks for them

Step = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did: entries read, records created and changed by kind."""

    entries: int
    created: dict[str, int]
    changed: dict[str, int]

    @property
    def has_changed(self) -> bool:
        return bool(self.created or self.changed)


def load(path: Path, *, by: str, at: dt.datetime, step: Step = lambda _: None) -> Loaded:
    """Load a file or a folder into the register. `step` is told what is being done.

    Raises: RegisterRefused, with every fault found; OSError where a file cannot be read. Nothing is changed then.
    """
    collected = collect(path, step=step)
    step("checking")
    with transaction.atomic():
        faults = [*faults_across(collected, known_with(collected)), *repetitions(collected)]
        if faults:
            raise RegisterRefused(faults)
        store = Store(step=step)
        _write(path, collected, store)
        if store.changes:
            record(
                "register_loaded",
                subject_kind="register",
                subject_key=path.name[:200],
                content=_content(store.changes),
                by=by,
                at=at,
            )
            step("preparing the search")
        # Even where nothing changed, the search may be empty or made by older rules.
        keep_in_step([*store.changes.created, *store.changes.changed])
    return Loaded(len(collected), _counted(store.changes.created), _counted(store.changes.changed))


def _write(path: Path, collected: Collected, store: Store) -> None:
    try:
        fill(collected, store)
        attribute(collected, store)
    except IntegrityError as error:
        # The files are right by themselves; they contradict a record of the register that they do not name.
        what = f"the register holds a record that does not go with these: {error}"
        raise RegisterRefused([Fault(str(path), 0, "", what.splitlines()[0])]) from error


def _content(changes: Changes) -> dict[str, Any]:
    return {
        "created": _counted(changes.created),
        "changed": _counted(changes.changed),
        "records": [f"{kind} {key}" for kind, key in [*changes.created, *changes.changed][:_NAMED]],
    }


def _counted(subjects: Iterable[Subject]) -> dict[str, int]:
    return dict(sorted(Counter(kind for kind, _ in subjects).items()))

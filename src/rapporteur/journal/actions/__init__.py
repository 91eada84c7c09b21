"""Adding to the journal, and keeping the records whose changes it tells.

`recording` adds a row; `keeping` is what every room builds its verbs on: establish, correct, withdraw.
"""

from rapporteur.journal.actions.keeping import Entry, Keeping, RowEntry, Rows
from rapporteur.journal.actions.recording import record

__all__ = ["Entry", "Keeping", "RowEntry", "Rows", "record"]

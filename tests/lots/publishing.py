"""Folders of published draws, as anybody would find them."""

from pathlib import Path

from rapporteur.lots.engines.draw import Draw, Keys, draw
from rapporteur.lots.files.record import Record, write_record
from rapporteur.lots.files.roster import digest, write_roster
from rapporteur.lots.files.rules import write_rules
from rapporteur.lots.files.seats import write_result
from rapporteur.lots.terms import Roster, Rules


def publish(folder: Path, listed: Roster, given: Rules, *, seed: str = "31415926535897932384") -> Draw:
    """Draw, and write the four files of the record."""
    texts = {"roster.csv": write_roster(listed), "rules.json": write_rules(given)}
    keys = Keys(digest(texts["roster.csv"]), digest(texts["rules.json"]), seed)
    made = draw(listed, given, keys)
    write(folder, {**texts, "result.csv": write_result(made), "record.json": write_record(Record(keys, "main", made))})
    return made


def write(folder: Path, texts: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")

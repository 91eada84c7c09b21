"""Make data/lots/untoc-roster.csv from the register's parties: `python tools/rosters.py [--check]`.

Every party to the Convention has a line; a status that no source showed stays blank. A party without a known regional
group takes no part and says so in its line. The program prints what is blank, so that nothing passes unseen.
"""

import sys
from pathlib import Path
from typing import Any

import yaml

from rapporteur.lots.files.fitness import blanks
from rapporteur.lots.files.roster import write_roster
from rapporteur.lots.terms import Roster, State, Turn

ROOT = Path(__file__).resolve().parents[1]
PARTIES = ROOT / "data" / "untoc" / "parties.yaml"
ROSTER = ROOT / "data" / "lots" / "untoc-roster.csv"
INSTRUMENTS = ("convention", "tip-protocol", "som-protocol", "firearms-protocol")
STANDS_OUT = "no source named its regional group: who may review it, and whom it may review, is not settled"


def roster(register: dict[str, Any]) -> Roster:
    """Return the parties to the first instrument as a roster."""
    groups = {
        entry["key"]: entry["name"]["en"]["text"].removeprefix("Group of ") for entry in register["regional_groups"]
    }
    states = [_state(entry, groups) for entry in register["parties"]]
    return Roster(INSTRUMENTS, tuple(state for state in states if INSTRUMENTS[0] in state.party))


def _state(entry: dict[str, Any], groups: dict[str, str]) -> State:
    standing = {status["instrument"]: status["standing"] for status in entry.get("statuses", ())}
    told = {
        "code": entry["key"],
        "name": entry["name"]["en"],
        "party": frozenset(i for i in INSTRUMENTS if standing.get(i) == "party"),
        "unknown": frozenset(i for i in INSTRUMENTS if i not in standing),
    }
    if memberships := entry.get("memberships"):
        return State(**told, group=groups[memberships[-1]["group"]])
    return State(**told, group="", turn=Turn.NO, minimum=0, maximum=0, reason=STANDS_OUT)


def main(arguments: list[str]) -> int:
    made = roster(yaml.safe_load(PARTIES.read_text(encoding="utf-8")))
    if "--check" in arguments:
        in_step = ROSTER.read_text(encoding="utf-8") == write_roster(made)
        print(f"{ROSTER.name}: {'in step' if in_step else 'not in step; run: python tools/rosters.py'}")
        return 0 if in_step else 1
    ROSTER.write_text(write_roster(made), encoding="utf-8", newline="")
    for code, instrument in blanks(made):
        print(f"{code}: no source showed whether it is party to {instrument}")
    for state in made.states:
        if not state.group:
            print(f"{state.code}: {state.reason}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

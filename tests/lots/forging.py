"""How a forger puts every digest right again, so that only what was forged is left to be found."""

import json
from hashlib import sha256

from rapporteur.lots.files.events import Event, with_event

Files = dict[str, bytes]


def compact(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def lines_of(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def sealed(events: list[dict[str, object]]) -> bytes:
    text = ""
    for event in events:
        told = {key: value for key, value in event.items() if key not in {"what", "at", "previous"}}
        text = with_event(text, Event(str(event["what"]), str(event["at"]), tuple(told.items())))
    return text.encode()


def summed(files: Files, path: str = "") -> None:
    inside = {n.removeprefix(path): c for n, c in files.items() if n.startswith(path)}
    listed = {n: c for n, c in inside.items() if not n.startswith("after/") and n != "SHA256SUMS"}
    files[f"{path}SHA256SUMS"] = "".join(f"{digest(c)}  {n}\n" for n, c in sorted(listed.items())).encode()


def resealed(files: Files) -> Files:
    """Put every digest of the first folder right again, as a forger would, and drop what follows it."""
    files = {name: content for name, content in files.items() if not name.startswith("after/")}
    told = json.loads(files["publication.json"])
    for what, name in (("roster", "roster.csv"), ("rules", "rules.json"), ("verifier", "verify.py")):
        told[what] = digest(files[name])
    files["publication.json"] = compact(told) + b"\n"
    record = json.loads(files["record.json"])
    record |= {name: told[name] for name in ("roster", "rules")}
    record["publication"] = digest(files["publication.json"])
    record["result"] = digest(files["result.csv"])
    if "seed" in record:
        record["seed"] = json.loads(files["seed.json"])["seed"]
        key = ["draw/1", record["roster"], record["rules"], record["seed"], record["purpose"]]
        record["key"] = digest(compact(key))
    files["record.json"] = compact(record) + b"\n"
    names = {"publication": "publication.json", "roster": "roster.csv", "seed": "seed.json"}
    events = lines_of(files["events.jsonl"].decode())
    for event in events:
        event |= {key: digest(files[names.get(key, key)]) for key in event if names.get(key, key) in files}
    files["events.jsonl"] = sealed(events)
    summed(files)
    return files

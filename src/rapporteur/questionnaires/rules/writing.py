"""A questionnaire as the text of its file, in the order in which people read one."""

import datetime as dt
import json
from typing import Any, Final

import yaml

from rapporteur.questionnaires.rules.canonical import canonical
from rapporteur.questionnaires.terms import Questionnaire

_HEAD: Final = ("format", "key", "version", "title", "notice", "languages", "source", "options", "sections")
_SECTION: Final = ("key", "title", "instrument", "article", "guidance", "questions")
_QUESTION: Final = (
    *("key", "number", "text", "kind", "guidance", "options", "columns"),
    *("shown_if", "required_if", "checks", "limits"),
)
_DAYS: Final = ("earliest", "latest")


class _Plain(yaml.SafeDumper):
    """Writes every text out: the reader takes no place for another."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the library's signature
        return True


def written(asked: Questionnaire) -> str:
    """Return the text of the file; options that several questions share stand once."""
    plain = json.loads(canonical(asked))
    plain["options"] = _shared(plain)
    plain["sections"] = [
        _ordered({**section, "questions": [_question(one) for one in section["questions"]]}, _SECTION)
        for section in plain["sections"]
    ]
    return yaml.dump(_ordered(plain, _HEAD), Dumper=_Plain, allow_unicode=True, sort_keys=False, width=120)


def _shared(plain: dict[str, Any]) -> dict[str, Any]:
    """Take options that are given more than once out of their questions, and return them by name."""
    given: dict[str, list[dict[str, Any]]] = {}
    for section in plain["sections"]:
        for question in section["questions"]:
            if question["options"]:
                given.setdefault(json.dumps(question["options"]), []).append(question)
    found: dict[str, Any] = {}
    for options, questions in given.items():
        if len(questions) > 1:
            name = f"options-{len(found) + 1}"
            found[name] = json.loads(options)
            for question in questions:
                question["options"] = name
    return found


def _question(question: dict[str, Any]) -> dict[str, Any]:
    limits = {
        name: dt.date.fromisoformat(value) if name in _DAYS else value
        for name, value in question["limits"].items()
        if name != "decimals" or value
    }
    return _ordered({**question, "limits": limits}, _QUESTION)


def _ordered(plain: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: plain[name] for name in names if plain.get(name)}

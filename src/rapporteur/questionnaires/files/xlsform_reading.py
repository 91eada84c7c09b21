"""An XLSForm as a questionnaire: one of ours comes back the same, one of others as far as our kinds of question go.

What a questionnaire here cannot say is refused with the sheet, row and column, and what is allowed there; nothing is
left out in silence but what devices note about themselves.
"""

import datetime as dt
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from pydantic import ValidationError

from rapporteur.datafiles.faults import Fault, FileRefused
from rapporteur.languages.terms import Language
from rapporteur.questionnaires.files.expressions import ALLOWED, Unreadable, condition_of, key_of
from rapporteur.questionnaires.files.printing import WORDS
from rapporteur.questionnaires.files.xlsform import GUIDANCE, LANGUAGES, NOTICE, SECTION, TITLE
from rapporteur.questionnaires.rules.canonical import plain_condition
from rapporteur.questionnaires.rules.definitions import faults_of, questionnaire
from rapporteur.questionnaires.rules.entries import FORMAT, QuestionnaireEntry
from rapporteur.questionnaires.terms import ALWAYS, ColumnKind, Condition, Kind, Questionnaire

_BROKEN: Final = (KeyError, ValueError, TypeError, IndexError, zipfile.BadZipFile, InvalidFileException)
_MOST_ROWS, _MOST_COLUMNS = 20_000, 200
_DEVICE: Final = frozenset({"start", "end", "today", "deviceid", "phonenumber", "username", "email", "audit"})
_KINDS: Final = {
    "text": Kind.TEXT,
    "string": Kind.TEXT,
    "integer": Kind.NUMBER,
    "int": Kind.NUMBER,
    "decimal": Kind.NUMBER,
    "date": Kind.DATE,
    "file": Kind.ATTACHMENT,
    "image": Kind.ATTACHMENT,
    "select_one": Kind.CHOICE,
    "select_multiple": Kind.CHOICES,
    "begin_repeat": Kind.TABLE,
}
_CELLS: Final = {
    "text": ColumnKind.TEXT,
    "string": ColumnKind.TEXT,
    "integer": ColumnKind.NUMBER,
    "int": ColumnKind.NUMBER,
    "decimal": ColumnKind.NUMBER,
    "date": ColumnKind.DATE,
}
_EXPECTED: Final = f"one of {', '.join(sorted({*_KINDS, 'note', 'begin_group', 'end_group', 'end_repeat'}))}"
_BOUND: Final = re.compile(
    r"(?P<what>\.|string-length\(\s*\.\s*\)|count-selected\(\s*\.\s*\))\s*(?P<sign><=|>=)\s*"
    r"(?:(?P<number>-?[0-9]+)|date\(\s*['\"](?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})['\"]\s*\))"
)
_NO: Final = frozenset({"", "no", "false", "false()"})
_YES: Final = frozenset({"yes", "true", "true()"})
_BY_NAME: Final = {
    **{name.lower(): language for language, name in LANGUAGES.items()},
    **{name.partition(" (")[0].lower(): language for language, name in LANGUAGES.items()},
    **{language.value: language for language in Language},
}
Row = dict[str, str]
Plain = dict[str, Any]


@dataclass(slots=True)
class _State:
    """What is known while rows are read: the sections so far, and the group or repeat that is open."""

    sections: list[Plain] = field(default_factory=list)
    kinds: dict[str, Kind] = field(default_factory=dict)
    titles: dict[str, Plain] = field(default_factory=dict)
    group: Plain | None = None
    is_implied: bool = False  # the open group is none of the file's: it holds questions that stand in no group
    shown_if: Condition = ALWAYS
    repeat: Plain | None = None
    count: int = 0


def questionnaire_from_xlsform(content: bytes, *, shown_as: str) -> Questionnaire:
    """Return the questionnaire that an XLSForm is. Raises: FileRefused."""
    return _Reader(content, shown_as).read()


class _Reader:
    def __init__(self, content: bytes, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self.sheets = _sheets(content, file)
        self.settings = next((row for _number, row in self.sheets.get("settings", ())), {})
        self.default = self._language(self.settings.get("default_language", "en"), 2, "settings", "default_language")
        self.choices = self._read_choices()

    def read(self) -> Questionnaire:
        state = _State()
        for number, row in self.sheets.get("survey", ()):
            self._row(state, number, row)
        if self.faults:
            raise FileRefused(self.faults)
        if not state.sections:
            raise FileRefused([Fault(self.file, 0, "survey", "there is no question", "a sheet “survey” with rows")])
        return self._made(self._plain(state))

    # --- rows --------------------------------------------------------------------------------------------------------

    def _row(self, state: _State, number: int, row: Row) -> None:
        kind = row.get("type", "").replace("begin group", "begin_group").replace("end group", "end_group")
        kind = kind.replace("begin repeat", "begin_repeat").replace("end repeat", "end_repeat")
        if not kind or kind in _DEVICE:
            return
        if kind == "end_repeat":
            state.repeat = None
        elif state.repeat is not None:
            self._column(state.repeat, number, row, kind)
        elif kind == "begin_group":
            self._begin(state, number, row)
        elif kind == "end_group":
            state.group, state.shown_if, state.is_implied = None, ALWAYS, False
        elif kind == "note":
            self._note(state, number, row)
        else:
            self._question(state, number, row, kind)

    def _begin(self, state: _State, number: int, row: Row) -> None:
        if state.group is not None and not state.is_implied:
            self._fault(number, "type", "a group stands in a group", "groups one beside the other")
        name = row.get("name", "")
        state.shown_if, state.is_implied = self._condition(state, number, row, "relevant"), False
        state.group = {
            "key": key_of(name.removeprefix(SECTION)),
            "title": self._texts(number, row, "label"),
            "instrument": row.get("rapporteur_instrument", ""),
            "article": row.get("rapporteur_article", ""),
            "guidance": {},
            "questions": [],
        }
        state.sections.append(state.group)

    def _note(self, state: _State, number: int, row: Row) -> None:
        name, text = row.get("name", ""), self._texts(number, row, "label")
        if name in {TITLE, NOTICE}:
            state.titles[name] = text
        elif state.group is not None and not state.group["questions"] and not state.group["guidance"]:
            state.group["guidance"] = text
        elif not name.startswith(GUIDANCE):
            self._fault(number, "type", "a note stands among questions", "one note, first in its group; else a hint")

    def _question(self, state: _State, number: int, row: Row, kind: str) -> None:
        word, _space, rest = kind.partition(" ")
        if word not in _KINDS:
            self._fault(number, "type", f"the type “{kind}” is no kind of question here", _EXPECTED)
            return
        state.count += 1
        own = row.get("rapporteur_kind", "")
        found = Kind(own) if own in set(Kind) else _KINDS[word]
        key = key_of(row.get("name", ""))
        made: Plain = {
            "key": key,
            "number": row.get("rapporteur_number") or str(state.count),
            "text": self._texts(number, row, "label"),
            "kind": found.value,
            "guidance": self._texts(number, row, "hint"),
        }
        if found in {Kind.CHOICE, Kind.CHOICES}:
            made["options"] = self._options(number, rest.strip())
        if found is Kind.TABLE:
            made["columns"] = []
        state.repeat = made if word == "begin_repeat" else None
        self._conditions(state, number, row, made)
        state.kinds[key] = found
        self._limits(state, number, row, made, is_decimal=word == "decimal")
        if state.group is None:
            name = f"general-{len(state.sections) + 1}" if state.sections else "general"
            self._begin(state, number, {"name": name, **_only(row, "label", self.settings)})
            state.is_implied = True
        if state.group is not None:
            state.group["questions"].append(made)

    def _column(self, repeat: Plain, number: int, row: Row, kind: str) -> None:
        if repeat["kind"] == Kind.LEGISLATION:
            return
        if kind not in _CELLS:
            self._fault(number, "type", f"a column of a table cannot be “{kind}”", f"one of {', '.join(_CELLS)}")
            return
        key = key_of(row.get("name", "")).removeprefix(f"{repeat['key']}.").removeprefix(f"_{repeat['key']}.")
        repeat["columns"].append({"key": key, "label": self._texts(number, row, "label"), "kind": _CELLS[kind].value})

    def _conditions(self, state: _State, number: int, row: Row, made: Plain) -> None:
        own = self._condition(state, number, row, "relevant")
        if state.shown_if.any_of and own.any_of:
            self._fault(number, "relevant", "the group and the question both ask for one of several", ALLOWED)
        both = Condition((*state.shown_if.all_of, *own.all_of), state.shown_if.any_of or own.any_of)
        if both:
            made["shown_if"] = plain_condition(both)
        needed = row.get("rapporteur_required") or row.get("required", "")
        if needed.strip().lower() in _YES:
            made["required_if"] = "always"
        elif needed.strip().lower() not in _NO:
            at = "required" if row.get("required") else "rapporteur_required"
            made["required_if"] = plain_condition(self._condition(state, number, row, at))

    def _limits(self, state: _State, number: int, row: Row, made: Plain, *, is_decimal: bool) -> None:
        told = row.get("rapporteur_limits")
        if told or row.get("rapporteur_checks"):
            made["limits"] = self._json(number, row, "rapporteur_limits") or {}
            made["checks"] = self._json(number, row, "rapporteur_checks") or []
            return
        limits: Plain = {"decimals": 6} if is_decimal else {}
        checks = []
        for part in _parts(row.get("constraint", "")):
            bound = _BOUND.fullmatch(part)
            refused = re.fullmatch(r"not\((.*)\)", part, re.DOTALL)
            if bound:
                limits |= _limit(bound)
            elif refused:
                message = self._texts(number, row, "constraint_message") or made["text"]
                when = self._read_condition(state, number, "constraint", refused[1], own=made["key"])
                checks.append({"when": plain_condition(when), "severity": "blocks", "message": message})
            else:
                allowed = "bounds such as . >= 0, string-length(.) <= 500, . <= date('2026-01-31'), or not(…)"
                self._fault(number, "constraint", f"“{part}” is not understood", f"{allowed}, joined by “and”")
        made |= {"limits": limits} if limits else {}
        made |= {"checks": checks} if checks else {}

    # --- cells -------------------------------------------------------------------------------------------------------

    def _condition(self, state: _State, number: int, row: Row, column: str) -> Condition:
        text = row.get(column, "")
        return self._read_condition(state, number, column, text) if text else Condition()

    def _read_condition(self, state: _State, number: int, column: str, text: str, *, own: str = "") -> Condition:
        try:
            return condition_of(text, state.kinds, own=own)
        except Unreadable as fault:
            self._fault(number, column, str(fault), ALLOWED)
            return Condition()

    def _texts(self, number: int, row: Row, column: str) -> Plain:
        found: Plain = {}
        for name, text in row.items():
            head, _colons, language = name.partition("::")
            if head == column and text:
                told = self._language(language, number, "survey", name) if language else self.default
                found[told.value] = text
        return {language.value: found[language.value] for language in Language if language.value in found}

    def _language(self, name: str, number: int, sheet: str, column: str) -> Language:
        plain = name.strip().lower()
        code = re.search(r"\(([a-z]{2})[^)]*\)$", plain)
        found = _BY_NAME.get(plain) or _BY_NAME.get(code[1] if code else "")
        if found is None:
            what = f"“{name}” is none of the languages here"
            self.faults.append(Fault(self.file, number, f"{sheet}, {column}", what, ", ".join(LANGUAGES.values())))
        return found or Language.ENGLISH

    def _json(self, number: int, row: Row, column: str) -> Any:
        try:
            return json.loads(row.get(column) or "null")
        except ValueError:
            self._fault(number, column, "this column was changed and cannot be read", "what the export wrote there")
            return None

    def _options(self, number: int, name: str) -> list[Plain]:
        if name not in self.choices:
            named = ", ".join(self.choices) or "none"
            self._fault(number, "type", f"there is no list “{name}” in the sheet “choices”", f"one of: {named}")
        return self.choices.get(name, [])

    def _read_choices(self) -> dict[str, list[Plain]]:
        found: dict[str, list[Plain]] = {}
        for number, row in self.sheets.get("choices", ()):
            name = row.get("list_name") or row.get("list name", "")
            option = {"value": row.get("name", ""), "label": self._texts(number, row, "label")}
            found.setdefault(name, []).append(option)
        return found

    def _fault(self, number: int, column: str, what: str, expected: str) -> None:
        self.faults.append(Fault(self.file, number, f"survey, {column}", what, expected))

    # --- the whole ---------------------------------------------------------------------------------------------------

    def _plain(self, state: _State) -> Plain:
        title = state.titles.get(TITLE) or {self.default.value: self.settings.get("form_title") or "Questionnaire"}
        told = self.settings.get("rapporteur_languages", "").split()
        languages = told or [code for code in title if all(code in one for one in _all_texts(state.sections))]
        own = {language: WORDS["imported"][Language(language)] for language in languages}
        version = self.settings.get("version", "")
        return {
            "format": FORMAT,
            "key": re.sub(r"[^-a-zA-Z0-9_]", "-", self.settings.get("form_id") or "imported"),
            "version": int(version) if version.isdecimal() and int(version) else 1,
            "title": title,
            "notice": state.titles.get(NOTICE) or own,
            "languages": languages or [self.default.value],
            "source": self.settings.get("rapporteur_source", ""),
            "sections": state.sections,
        }

    def _made(self, plain: Plain) -> Questionnaire:
        try:
            entry = QuestionnaireEntry.model_validate_json(json.dumps(plain, default=str))
        except ValidationError as fault:
            raise FileRefused(
                [Fault(self.file, 0, _spelled(one["loc"]), one["msg"]) for one in fault.errors()]
            ) from None
        if faults := [Fault(self.file, 0, _spelled(path), what) for path, what in faults_of(entry)]:
            raise FileRefused(faults)
        return questionnaire(entry)


def _sheets(content: bytes, file: str) -> dict[str, list[tuple[int, Row]]]:
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
        return {name: list(_rows(book[name], file)) for name in book.sheetnames}
    except _BROKEN as fault:
        if isinstance(fault, FileRefused):
            raise
        raise FileRefused([Fault(file, 0, "", "this is no spreadsheet that can be read", "XLSX")]) from fault


def _rows(sheet: Any, file: str) -> Iterator[tuple[int, Row]]:
    head: list[str] = []
    for number, cells in enumerate(sheet.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS), 1):
        if any(cell.data_type == "f" for cell in cells):
            what = "a cell holds a formula"
            raise FileRefused([Fault(file, number, sheet.title, what, "what it comes to")])
        texts = [_cell(cell.value) for cell in cells]
        if not head:
            head = [re.sub(r"\s*::\s*", "::", text) for text in texts]
        elif any(texts):
            yield number, {name: text for name, text in zip(head, texts, strict=False) if name and text}


def _cell(value: Any) -> str:
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()


def _only(row: Row, column: str, settings: Mapping[str, str]) -> Row:
    """Return labels for questions that stand in no group: the form's title, in the languages of the question."""
    title = settings.get("form_title") or "Questions"
    return {name: title for name in row if name.partition("::")[0] == column}


def _parts(text: str) -> list[str]:
    """Return what “and” joins outside brackets."""
    parts, depth, start = [], 0, 0
    for found in re.finditer(r"[()]|\band\b", text):
        depth += {"(": 1, ")": -1}.get(found[0], 0)
        if found[0] == "and" and not depth:
            parts.append(text[start : found.start()])
            start = found.end()
    return [part.strip() for part in (*parts, text[start:]) if part.strip()]


def _limit(bound: re.Match[str]) -> Plain:
    is_least = bound["sign"] == ">="
    if bound["day"]:
        return {"earliest" if is_least else "latest": bound["day"]}
    return {"least" if is_least else "most": int(bound["number"])}


def _all_texts(sections: Sequence[Plain]) -> Iterator[Plain]:
    for section in sections:
        yield section["title"]
        for question in section["questions"]:
            yield question["text"]


def _spelled(path: Sequence[str | int]) -> str:
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")

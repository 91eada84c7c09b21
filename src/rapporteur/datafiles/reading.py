"""From a file of YAML to plain data that knows the line of every key.

Only plain data is read: no anchors, no tags, no second document, no key twice; a day is a date, "yes" and "1/1" are
texts. The builder works from parser events and never recurses, so no file, however deep, can exhaust it. The story
goes on in `telling`, which hands the data to the types of a room.
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import yaml

from rapporteur.datafiles.faults import Fault, FileRefused

LARGEST_BYTES: Final = 20_000_000
_DEEPEST: Final = 40
_INTEGER: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORDS: Final = {"": None, "~": None, "null": None, "true": True, "false": False}
_MONTHS: Final = calendar.month_name

Keys = Sequence[str | int]


class Parsed:
    """The plain data of a file, with the line of every key and list item."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.plain: Any = None
        self.lines: dict[int, dict[str | int, int]] = {}  # by the identity of a mapping or list

    def line_of(self, path: Keys) -> int:
        """Return the line of the deepest key of `path` that is there, counted from 1."""
        return self._follow(path)[0]

    def spelled(self, path: Keys) -> str:
        """Return a path as a person reads it, "meetings[3].starts_on", without parts that are no keys of the file."""
        return self._follow(path)[1]

    def _follow(self, path: Keys) -> tuple[int, str]:
        here, line, spelled = self.plain, 1, ""
        for part in path:
            known = self.lines.get(id(here), {})
            if part in known:
                line, here = known[part], here[part]
            elif not isinstance(here, dict) or not isinstance(part, str) or part in _TAGS:
                continue
            else:
                here = None
            spelled += f"[{part + 1}]" if isinstance(part, int) else f"{'.' if spelled else ''}{part}"
        return line, spelled


_TAGS: Final = frozenset({"text", "wording", "seat", "place", "[key]"})  # how types tell alternatives apart


def read(path: Path, *, shown_as: str = "") -> Parsed:
    """Return the plain data of a file. Raises: FileRefused; OSError when the file cannot be read."""
    file = shown_as or str(path)
    size = path.stat().st_size
    if size > LARGEST_BYTES:
        raise FileRefused(
            [
                Fault(
                    file,
                    0,
                    "",
                    f"the file has {size / 1e6:.1f} MB",
                    f"at most {LARGEST_BYTES / 1e6:.0f} MB; divide it into several files of one folder",
                )
            ]
        )
    return _Builder(file).build(_decoded(path.read_bytes(), file))


def read_text(text: str, *, shown_as: str) -> Parsed:
    """Return the plain data of a text that came from a file or a form. Raises: FileRefused."""
    return _Builder(shown_as).build(text)


def _decoded(raw: bytes, file: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise FileRefused(
            [Fault(file, line, "", f"the byte {raw[error.start]:#04x} does not belong to a text", "UTF-8")]
        ) from None


class _Builder:
    """Builds plain data from the events of the parser, one container on the stack at a time."""

    def __init__(self, file: str) -> None:
        self.parsed = Parsed(file)
        self.faults: list[Fault] = []
        self.stack: list[dict[str, Any] | list[Any]] = []
        self.keys: list[str | None] = []  # for each container on the stack, the key that waits for its value
        self.places: list[str] = []  # for each container on the stack, where it stands

    def build(self, text: str) -> Parsed:
        documents = 0
        for event in self._events(text):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event, "a second document begins", "one document a file")
            elif isinstance(event, yaml.AliasEvent):
                self._refuse(event, f"*{event.anchor} repeats another place of the file", "the text itself")
                self._put(event, None)
            elif isinstance(event, yaml.NodeEvent):
                self._node(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self.stack.pop()
                self.keys.pop()
                self.places.pop()
        if self.faults:
            raise FileRefused(self.faults)
        return self.parsed

    def _events(self, text: str) -> Iterator[yaml.Event]:
        try:
            yield from yaml.parse(text, Loader=yaml.CSafeLoader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            context = f" {error.context}" if error.context else ""
            what = f"this is not YAML: {error.problem}{context}"
            raise FileRefused([Fault(self.parsed.file, mark.line + 1 if mark else 0, "", what)]) from None
        except yaml.reader.ReaderError as error:
            line = text.count("\n", 0, error.position) + 1
            character = f"U+{error.character:04X}" if isinstance(error.character, int) else repr(error.character)
            what = f"the character {character} has no place in a text"
            raise FileRefused([Fault(self.parsed.file, line, "", what, "letters, figures, signs")]) from None

    def _node(self, event: yaml.NodeEvent) -> None:
        if event.anchor:
            self._refuse(event, f"&{event.anchor} names a place to repeat it", "every text written out")
        if tag := getattr(event, "tag", None):
            self._refuse(event, f"the tag {tag} asks for more than plain data", "no tag")
        if isinstance(event, yaml.ScalarEvent):
            self._put(event, self._value(event))
            return
        container: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        place = self._here()
        self._put(event, container)
        self.parsed.lines[id(container)] = {}
        self.stack.append(container)
        self.keys.append(None)
        self.places.append(place)
        if len(self.stack) > _DEEPEST:
            self.places[-1] = ""
            self._refuse(event, f"lists and mappings stand more than {_DEEPEST} deep", "fewer levels")
            raise FileRefused(self.faults)

    def _put(self, event: yaml.Event, value: Any) -> None:
        if not self.stack:
            self.parsed.plain = value
            return
        container, line = self.stack[-1], _line_of(event)
        lines = self.parsed.lines[id(container)]
        if isinstance(container, list):
            lines[len(container)] = line
            container.append(value)
        elif self.keys[-1] is None:
            key = self._key(event, container)
            self.keys[-1] = key
            lines.setdefault(key, line)
        else:
            container[self.keys[-1]] = value
            self.keys[-1] = None

    def _key(self, event: yaml.Event, container: dict[str, Any]) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(event, "a list or mapping stands where a key should", "a word and a colon")
            return ""
        if event.value in container:
            self._refuse(event, f"the key {event.value!r} stands twice", "each key once")
        return str(event.value)

    def _value(self, event: yaml.ScalarEvent) -> Any:
        text = str(event.value)
        if event.style not in {None, ""} or (self.stack and isinstance(self.stack[-1], dict) and self.keys[-1] is None):
            return text  # quoted, in a block, or a key
        if text in _WORDS:
            return _WORDS[text]
        if _INTEGER.fullmatch(text):
            return int(text)
        return self._day(event, text) if _DAY.fullmatch(text) else text

    def _day(self, event: yaml.Event, text: str) -> dt.date | None:
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            self._refuse(event, f"{text} is no date: {_why_no_date(text)}", "a day as YYYY-MM-DD")
            return None

    def _refuse(self, event: yaml.Event, what: str, expected: str) -> None:
        self.faults.append(Fault(self.parsed.file, _line_of(event), self._here(), what, expected))

    def _here(self) -> str:
        """Return the path of the place that is being read, spelled as in every other message."""
        if not self.stack:
            return ""
        container, key, place = self.stack[-1], self.keys[-1], self.places[-1]
        if isinstance(container, list):
            return f"{place}[{len(container) + 1}]"
        return f"{place}{'.' if place else ''}{key}" if key is not None else place


def _line_of(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


def _why_no_date(text: str) -> str:
    year, month, day = map(int, text.split("-"))
    if not year or not 1 <= month < len(_MONTHS):
        return f"there is no month {month}" if year else "there is no year 0"
    return f"{_MONTHS[month]} {year} has no day {day}"

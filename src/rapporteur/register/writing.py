"""How plain data becomes a file that people like to read: records in blocks, small things on one line."""

from collections.abc import Mapping
from typing import Any

import yaml

_LONGEST = 110  # characters of a mapping that is written on one line


class _Line(dict[str, Any]):
    """A mapping that is written on one line."""


class _Row(list[Any]):
    """A list that is written on one line."""


class _Writer(yaml.CSafeDumper):
    """Writes `_Line` and `_Row` in flow style and everything else in blocks, never with anchors."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - named by PyYAML
        return True


_Writer.add_representer(
    _Line, lambda writer, line: writer.represent_mapping("tag:yaml.org,2002:map", line, flow_style=True)
)
_Writer.add_representer(
    _Row, lambda writer, row: writer.represent_sequence("tag:yaml.org,2002:seq", row, flow_style=True)
)


def yaml_text(plain: Mapping[str, Any], *, comment: str = "") -> str:
    """Return a file's text, in the order of `plain`, after the lines of a comment."""
    head = "".join(f"# {line}".rstrip() + "\n" for line in comment.splitlines())
    body = yaml.dump(
        _styled(dict(plain)), Dumper=_Writer, allow_unicode=True, sort_keys=False, width=120, default_flow_style=False
    )
    return head + str(body)


def _styled(value: Any) -> Any:
    if isinstance(value, Mapping):
        styled = {key: _styled(inner) for key, inner in value.items()}
        return _Line(styled) if _is_small(value) else styled
    if isinstance(value, list | tuple):
        rows = [_styled(inner) for inner in value]
        return _Row(rows) if all(_is_scalar(inner) for inner in value) else rows
    return value


def _is_small(value: Mapping[str, Any]) -> bool:
    """Tell whether a mapping has only scalars and short lists, and fits on a line."""
    if not all(_is_scalar(inner) or _is_row(inner) for inner in value.values()):
        return False
    return sum(len(str(key)) + len(str(inner)) + 4 for key, inner in value.items()) <= _LONGEST


def _is_row(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(_is_scalar(inner) for inner in value)


def _is_scalar(value: Any) -> bool:
    return not isinstance(value, Mapping | list | tuple)

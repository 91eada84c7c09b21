"""Conditions as XLSForm writes them, and back: the part of XPath that our conditions have, and nothing else.

Written: `${a} = 'yes' and (selected(${b}, 'x') or ${c} > 4)`, `${a} != ''`, `count(${rows}) > 0`, `true()`.
"""

import re
from collections.abc import Mapping
from typing import Final

from rapporteur.questionnaires.files.answers import IN_ROWS
from rapporteur.questionnaires.terms import Comparison, Condition, Kind, Operator

ALLOWED: Final = (
    "comparisons joined by “and”, at most one group of them joined by “or” in brackets: ${a} = 'x', ${a} != 'x', "
    "${a} > 4, ${a} < 4, ${a} = '', ${a} != '', selected(${a}, 'x'), count(${a}) > 0, count(${a}) = 0"
)
Kinds = Mapping[str, Kind]
_OWN: Final = "."
_TOKEN: Final = re.compile(
    r"\s*(?:(?P<name>\$\{\s*[^}\s]+\s*\}|\.(?![0-9]))|(?P<text>'[^']*'|\"[^\"]*\")|(?P<number>-?[0-9]+(?:\.[0-9]+)?)"
    r"|(?P<word>and|or|selected|count-selected|count|string-length|not|true|false|date)(?![-\w])"
    r"|(?P<sign>!=|<=|>=|[=<>(),]))"
)


class Unreadable(ValueError):
    """An expression that no condition of ours says. The message is what stands in the way."""


# --- written --------------------------------------------------------------------------------------------------------


def expression(condition: Condition, kinds: Kinds, *, own: str = "") -> str:
    """Return a condition as an expression; `own` is the question that stands as "." in it. Raises: Unreadable."""
    every = [_written(one, kinds, own) for one in condition.all_of]
    some = [_written(one, kinds, own) for one in condition.any_of]
    if some:
        every.append(" or ".join(some) if not every else f"({' or '.join(some)})")
    return " and ".join(every) or "true()"


def quoted(text: str) -> str:
    if "'" in text and '"' in text:
        raise Unreadable(f"{text!r} has both kinds of quotation marks")
    return f'"{text}"' if "'" in text else f"'{text}'"


def xml_name(key: str) -> str:
    """Return a key as a name of XML: one that begins with a figure gets an underscore before it."""
    return f"_{key}" if key[:1].isdigit() else key


def _written(one: Comparison, kinds: Kinds, own: str) -> str:
    name = _OWN if one.question == own else f"${{{xml_name(one.question)}}}"
    value = str(one.value) if isinstance(one.value, int) else quoted(str(one.value))
    if one.operator in {Operator.ANSWERED, Operator.NOT_ANSWERED}:
        is_there = one.operator is Operator.ANSWERED
        if kinds.get(one.question) in IN_ROWS:
            return f"count({name}) {'>' if is_there else '='} 0"
        return f"{name} {'!=' if is_there else '='} ''"
    if one.operator is Operator.INCLUDES:
        return f"selected({name}, {value})"
    return f"{name} { {'is': '=', 'is_not': '!=', 'above': '>', 'below': '<'}[one.operator] } {value}"


# --- read -----------------------------------------------------------------------------------------------------------


def condition_of(text: str, kinds: Kinds, *, own: str = "") -> Condition:
    """Return the condition that an expression says. Raises: Unreadable."""
    return _Reader(text, kinds, own).condition()


class _Reader:
    def __init__(self, text: str, kinds: Kinds, own: str) -> None:
        self.kinds, self.own, self.at = kinds, own, 0
        self.tokens = _tokens(text)

    def condition(self) -> Condition:
        if [token for _kind, token in self.tokens] == ["true", "(", ")"]:
            return Condition()
        every, some = self._either()
        if self.at < len(self.tokens):
            raise Unreadable(f"“{self.tokens[self.at][1]}” stands where “and”, “or” or the end was expected")
        return Condition(tuple(every), tuple(some))

    def _either(self) -> tuple[list[Comparison], list[Comparison]]:
        first = self._both()
        if not self._is("or"):
            return first
        parts = [first]
        while self._take("or"):
            parts.append(self._both())
        if any(len(every) != 1 or some for every, some in parts):
            raise Unreadable("what “or” joins must be single comparisons")
        return [], [every[0] for every, _some in parts]

    def _both(self) -> tuple[list[Comparison], list[Comparison]]:
        every, some = self._one()
        while self._take("and"):
            more, others = self._one()
            if some and others:
                raise Unreadable("there are two groups joined by “or”")
            every, some = [*every, *more], some or others
        return every, some

    def _one(self) -> tuple[list[Comparison], list[Comparison]]:
        if self._take("("):
            found = self._either()
            self._expect(")")
            return found
        return [self._comparison()], []

    def _comparison(self) -> Comparison:
        if self._take("selected"):
            self._expect("(")
            name = self._name()
            self._expect(",")
            value = self._value()
            self._expect(")")
            operator = Operator.IS if self.kinds.get(name) is Kind.CHOICE else Operator.INCLUDES
            return Comparison(name, operator, value)
        if self._take("count"):
            self._expect("(")
            name = self._name()
            self._expect(")")
            sign, bound = self._next("a comparison")[1], self._value()
            if (sign, bound) not in {(">", 0), ("=", 0)}:
                raise Unreadable("rows can be counted only to tell whether there are any")
            return Comparison(name, Operator.ANSWERED if sign == ">" else Operator.NOT_ANSWERED)
        name = self._name()
        sign, value = self._next("a comparison")[1], self._value()
        return self._compared(name, sign, value)

    def _compared(self, name: str, sign: str, value: str | int) -> Comparison:
        if value == "" and sign in {"=", "!="}:
            return Comparison(name, Operator.ANSWERED if sign == "!=" else Operator.NOT_ANSWERED)
        signs = {"=": Operator.IS, "!=": Operator.IS_NOT, ">": Operator.ABOVE, "<": Operator.BELOW}
        if sign not in signs:
            raise Unreadable(f"the sign “{sign}” is none of =, !=, >, <")
        return Comparison(name, signs[sign], value)

    def _name(self) -> str:
        kind, token = self._next("a question as ${name}")
        if kind != "name":
            raise Unreadable(f"“{token}” stands where a question as ${{name}} was expected")
        if token == _OWN:
            if not self.own:
                raise Unreadable("“.” stands for the question itself, which this expression cannot look at")
            return self.own
        return key_of(token[2:-1].strip())

    def _value(self) -> str | int:
        kind, token = self._next("a value")
        if kind == "text":
            return token[1:-1]
        if kind != "number" or "." in token:
            raise Unreadable(f"“{token}” stands where a text in quotation marks or a whole number was expected")
        return int(token)

    def _next(self, expected: str) -> tuple[str, str]:
        if self.at >= len(self.tokens):
            raise Unreadable(f"the expression ends where {expected} was expected")
        self.at += 1
        return self.tokens[self.at - 1]

    def _is(self, token: str) -> bool:
        return self.at < len(self.tokens) and self.tokens[self.at][1] == token and self.tokens[self.at][0] != "text"

    def _take(self, token: str) -> bool:
        is_there = self._is(token)
        self.at += is_there
        return is_there

    def _expect(self, token: str) -> None:
        if not self._take(token):
            found = self.tokens[self.at][1] if self.at < len(self.tokens) else "the end"
            raise Unreadable(f"“{found}” stands where “{token}” was expected")


def key_of(name: str) -> str:
    """Return the key that a name of XML stands for."""
    return name[1:] if name[:1] == "_" and name[1:2].isdigit() else name


def _tokens(text: str) -> list[tuple[str, str]]:
    found, at, text = [], 0, text.strip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise Unreadable(f"“{text[at : at + 20].strip()}” is not understood")
        found.append((str(match.lastgroup), match[match.lastgroup or 0]))
        at = match.end()
    return found

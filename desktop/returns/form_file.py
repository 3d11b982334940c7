"""Reads a form's file: every word that it can't mean anything by is told with its line."""

from __future__ import annotations

import re
import tomllib
from dataclasses import MISSING, fields
from string import Formatter
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.domain.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

_Part = TypeVar("_Part")

_HEADING = re.compile(r"\s*\[\[?\s*([^\]#]+?)\s*\]\]?")
_WHERE = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")
_TAKES = {
    "str": (str, "a text in quotes"),
    "bool": (bool, "true or false"),
    "int": (int, "a whole number"),
    "float": ((int, float), "a number"),
    "tuple[str, ...]": (list, 'a list of texts, such as ["one", "two"]'),
}
"""What the words of a part may be given: the types of a dataclass's fields, and how a person is told."""


class FormFile:
    """The text of a form's file and what it says.

    `said` is the file as nested tables; `base` is what another form says, for all that this one leaves out.
    """

    def __init__(self, name: str, text: str) -> None:
        """Read the text; raises InputRefused where it is no TOML."""
        self.name = name
        self._lines = text.splitlines()
        try:
            self.said: dict[str, Any] = tomllib.loads(text)
        except tomllib.TOMLDecodeError as cause:
            found = _WHERE.search(str(cause))
            line = int(found[1]) if found and found[1] else len(self._lines)
            raise InputRefused(
                f"{name}, line {line}: this line can't be read. Look for a missing quote, bracket or equals "
                "sign here or in the line above."
            ) from cause

    def refusal(self, message: str, part: str = "", key: str = "", number: int = 1) -> InputRefused:
        """What is wrong, with the line of a key, or of the heading of the `number`th part of that name."""
        line = self._line(part, key, number)
        return InputRefused(f"{self.name}{f', line {line}' if line else ''}: {message}")

    def made(
        self, kind: type[_Part], part: str, said: Mapping[str, Any], *, number: int = 1, **given: object
    ) -> _Part:
        """A part of the form made of what the file says; `given` are its fields that need more reading.

        Raises InputRefused for a word that the part doesn't know, lacks, or that is given the wrong thing.
        """
        known = {field.name: field for field in fields(kind)}  # type: ignore[arg-type] # always a dataclass
        for key, value in said.items():
            if key not in known or (key == "name" and "name" in given):
                words = ", ".join(name for name in known if name != "name")
                raise self.refusal(f"[{part}] knows no “{key}”. Its words are {words}.", part, key, number)
            if key not in given and not _fits(value, _plain(known[key].type)):
                takes = _TAKES[_plain(known[key].type)][1]
                raise self.refusal(f"“{key}” takes {takes}, not {_written(value)}.", part, key, number)
        for name, field in known.items():
            if name not in {*said, *given} and field.default is MISSING:
                raise self.refusal(f"[{part}] lacks “{name}”.", part, "", number)
        own = {key: tuple(value) if isinstance(value, list) else value for key, value in said.items()}
        return kind(**{**own, **given})

    def table(self, said: Mapping[str, Any], part: str) -> Mapping[str, Any]:
        """The table of that name; raises InputRefused where there is none."""
        found = said.get(part.rpartition(".")[2])
        if not isinstance(found, dict):
            raise self.refusal(f"the form lacks the part [{part}].", part)
        return found

    def tables(self, said: Mapping[str, Any], part: str) -> tuple[Mapping[str, Any], ...]:
        """The tables of a list; raises InputRefused where there is none."""
        found = said.get(part.rpartition(".")[2])
        if not isinstance(found, list) or not found or not all(isinstance(one, dict) for one in found):
            raise self.refusal(f"the form lacks the parts [[{part}]].", part)
        return tuple(found)

    def known(self, word: str, words: Collection[str], part: str, key: str, number: int = 1) -> None:
        """Raises InputRefused where the word that a key is given is none of these."""
        if word not in words:
            listed = ", ".join(filter(None, words))
            raise self.refusal(f"“{key}” can't be “{word}”. It may be {listed}.", part, key, number)

    def fillable(self, text: str, slots: Collection[str], part: str, key: str) -> None:
        """Raises InputRefused where a text has other places to fill in than these."""
        try:
            found = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
        except ValueError:
            found = {"{"}
        if not found <= set(slots):
            listed = ", ".join(f"{{{slot}}}" for slot in slots)
            raise self.refusal(f"in “{key}” only {listed} can stand in curly brackets.", part, key)

    def _line(self, part: str, key: str, number: int) -> int | None:
        """The line, from 1 on, of a key in the `number`th part of that name, or of its heading."""
        inside, heading, seen = not part, None, 0
        for line, text in enumerate(self._lines, start=1):
            if (found := _HEADING.match(text)) is not None and text.lstrip().startswith("["):
                if not part and found[1] == key:
                    return line
                seen += found[1] == part
                inside = found[1] == part and seen == number
                heading = line if inside else heading
            elif inside and key and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", text):
                return line
        return heading


def _plain(kind: object) -> str:
    """The type of a field as it is declared; a word of a few is a text."""
    return "str" if str(kind).startswith("Literal") else str(kind)


def _fits(value: object, kind: str) -> bool:
    if isinstance(value, bool):
        return kind == "bool"
    if kind == "tuple[str, ...]":
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    return isinstance(value, _TAKES[kind][0])  # type: ignore[arg-type] # types, all of them


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f"“{value}”" if isinstance(value, (str, int, float)) else "what stands there"


def joined(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """What a form says on top of another: tables are joined word by word, everything else is replaced."""
    return {**base, **dict(_joined(base, own))}


def _joined(base: Mapping[str, Any], own: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in own.items():
        below = base.get(key)
        both = isinstance(value, dict) and isinstance(below, dict)
        yield key, joined(below, value) if both and below is not None else value

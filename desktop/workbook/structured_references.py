"""Columns of Excel tables as formulas name them: Costs[Planned], Costs[[#This Row],[Planned]]."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOKEN = re.compile(
    r"""
    "(?:[^"]|"")*+"
    | '(?:[^']|'')*+'!
    | (?P<table>[^\W\d][\w.\\]*)\[(?P<within>(?:[^\[\]']|'.|\[(?:[^\[\]']|'.)*+\])*+)\]
    """,
    re.VERBOSE | re.DOTALL,
)
_ITEM = re.compile(r"\[((?:[^\[\]']|'.)*+)\]", re.DOTALL)
_ESCAPED = re.compile(r"'(.)", re.DOTALL)
_TO_ESCAPE = re.compile(r"['\[\]#@]")
_PLAIN = re.compile(r"[\w ]+")


def renamed(formula: str, table: str, names: Mapping[str, str]) -> str:
    """A formula as it reads once columns of a table have other names.

    `table` is the table's name and `names` gives the new name of a column by its old one, both in lower
    case as `str.casefold` makes it. Other tables' columns and quoted texts stay as they are.
    """
    if "[" not in formula:
        return formula

    def replaced(found: re.Match[str]) -> str:
        if (found["table"] or "").casefold() != table:
            return found[0]
        return f"{found['table']}[{_within(found['within'], names)}]"

    return _TOKEN.sub(replaced, formula)


def _within(text: str, names: Mapping[str, str]) -> str:
    """What stands between a table's brackets: one column, or items in brackets of their own."""
    if "[" in _ESCAPED.sub("", text):
        return _ITEM.sub(lambda item: f"[{_item(item[1], names) or item[1]}]", text)
    mark = "@" if text.startswith("@") else ""
    new = _item(text.removeprefix("@"), names)
    if new is None:
        return text
    return f"{mark}{new}" if _PLAIN.fullmatch(new) else f"{mark}[{new}]"


def _item(text: str, names: Mapping[str, str]) -> str | None:
    """The new name of a column as it is written within brackets; None for what keeps its name."""
    new = names.get(_ESCAPED.sub(r"\1", text).casefold())
    return None if new is None else _TO_ESCAPE.sub(r"'\g<0>", new)

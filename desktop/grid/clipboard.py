"""Tab-separated text, as spreadsheets put it on the clipboard.

A cell with a tab or a line break in it, or with a quote at its start, is quoted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Texts: TypeAlias = tuple[tuple[str, ...], ...]
    """A block of texts, rows of equal length."""

_TO_QUOTE = re.compile('[\t\n\r]|^"')
_CELL = re.compile(r'(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<plain>[^\t\n]*))(?P<end>[\t\n]|\Z)')


def to_clipboard(rows: Iterable[Sequence[str]]) -> str:
    """A block of texts as tab-separated text, one line to a row."""
    return "".join("\t".join(map(_quoted, row)) + "\n" for row in rows)


def from_clipboard(text: str) -> Texts:
    """The block of texts that tab-separated text holds, rows of equal length; empty for no text.

    Quotes around a cell that has no need of them are its own, and so is a quote that never closes: an inch
    mark, or a slip of the pen.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if not lines:
        return (("",),) if text else ()
    rows = _rows(lines) if '"' in lines else [line.split("\t") for line in lines.split("\n")]
    return even(rows)


def even(rows: Sequence[Sequence[str]]) -> Texts:
    """Rows of texts, the shorter ones filled up with blanks."""
    width = max(map(len, rows), default=0)
    return tuple((*row, *([""] * (width - len(row)))) for row in rows)


def _quoted(text: str) -> str:
    if _TO_QUOTE.search(text) is None:
        return text
    return '"' + text.replace('"', '""') + '"'


def _rows(lines: str) -> list[list[str]]:
    rows: list[list[str]] = [[]]
    at = 0
    while (cell := _CELL.match(lines, at)) is not None:
        rows[-1].append(_text(cell))
        if not cell["end"]:
            break
        if cell["end"] == "\n":
            rows.append([])
        at = cell.end()
    return rows


def _text(cell: re.Match[str]) -> str:
    quoted = cell["quoted"]
    if quoted is None:
        return cell["plain"]
    needed = any(sign in quoted for sign in '\t\n"')
    return quoted.replace('""', '"') if needed else f'"{quoted}"'

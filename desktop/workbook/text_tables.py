"""Tables that are no workbook yet: comma- or tab-separated files, and what was copied from Word or a PDF."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.cells import LONGEST_TEXT
from desktop.domain.errors import InputRefused, WorkbookMissing
from desktop.workbook.html_tables import html_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

Rows: TypeAlias = tuple[tuple[str, ...], ...]
"""The texts of a table, all rows of one length; those without any text are left out."""

_DELIMITERS = (",", "\t", ";", "|")
_SAMPLE = 50  # lines that tell the delimiter
_MOST_BYTES = 20_000_000
_GAP = re.compile(r"\t|\s{2,}")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_text_file(path: Path) -> Rows:
    """The table in a comma-, semicolon- or tab-separated file.

    Raises WorkbookMissing where there is no such file, InputRefused where it holds no table.
    """
    try:
        data = path.read_bytes() if path.stat().st_size <= _MOST_BYTES else None
    except OSError as cause:
        raise WorkbookMissing(
            f"{path.name} could not be read. Check that it is still in {path.parent} and you may open it."
        ) from cause
    if data is None:
        raise InputRefused(
            f"{path.name} is larger than {_MOST_BYTES // 1_000_000} MB. Bring in a part of it at a time."
        )
    if b"\0" in data and not data.startswith(_UTF_16):
        raise InputRefused(f"{path.name} holds no text. Save the table as CSV and bring that in.")
    return _checked(delimited(_decoded(data)), path.name)


def read_pasted(text: str, html: str = "") -> Rows:
    """The table in what was copied, from its HTML where that holds one.

    Raises InputRefused where neither holds one.
    """
    rows = _even(html_rows(html)) if "<t" in html.casefold() else ()
    return _checked(rows or pasted(text), "What was copied")


def _decoded(data: bytes) -> str:
    """As UTF-8 where that fits, else as Windows in western Europe writes text."""
    if data.startswith(_UTF_16):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def delimited(text: str) -> Rows:
    """The rows of delimited text, by the delimiter that most lines agree on; one column where none is."""
    best = max(_DELIMITERS, key=lambda delimiter: _agreement(text, delimiter))
    return _even(_parsed(text, best) if _agreement(text, best) else [[line] for line in text.splitlines()])


def _agreement(text: str, delimiter: str) -> float:
    """How many cells the delimiter makes in lines that have as many as most others."""
    rows = [row for row in _parsed("\n".join(text.splitlines()[:_SAMPLE]), delimiter) if any(row)]
    widths = [len(row) for row in rows]
    usual = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
    return usual * widths.count(usual) / len(rows) if usual > 1 else 0.0


def _parsed(text: str, delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:  # a quote that never closes is an inch mark or a slip of the pen
        return [line.split(delimiter) for line in text.splitlines()]


def pasted(text: str) -> Rows:
    """The rows of copied text: cells apart by tabs, or by gaps of two spaces and more."""
    lines = [line.rstrip() for line in text.splitlines() if line.strip()]
    if any("\t" in line for line in lines):
        return _even(_parsed(text, "\t"))
    split = [_GAP.split(line.strip()) for line in lines]
    edges = _edges(lines)
    if len(edges) == max(map(len, split), default=0):  # a gap may be a cell left blank
        split = [_cut(line, edges) for line in lines]
    return _even(split)


def _edges(lines: Sequence[str]) -> list[int]:
    """Where columns begin, in characters: right after each gap of two or more that runs through all lines."""
    width = max(map(len, lines), default=0)
    padded = [line.ljust(width) for line in lines]
    taken = [any(not line[column].isspace() for line in padded) for column in range(width)]
    gaps = [column for column in range(2, width) if taken[column] and not any(taken[column - 2 : column])]
    return [0, *gaps]


def _cut(line: str, edges: Sequence[int]) -> list[str]:
    return [line[start:end].strip() for start, end in zip(edges, [*edges[1:], None], strict=True)]


def _even(rows: Iterable[Sequence[str]]) -> Rows:
    filled = [[text.strip() for text in row] for row in rows if any(text.strip() for text in row)]
    width = max(map(len, filled), default=0)
    return tuple((*row, *[""] * (width - len(row))) for row in filled)


def _checked(rows: Rows, name: str) -> Rows:
    if len(rows) < 2 or len(rows[0]) < 2:  # noqa: PLR2004 - a header with a record, a cell with another
        raise InputRefused(
            f"{name} holds no table: that takes two rows and two columns at least. Copy the whole table with "
            "its headers, or save it as CSV."
        )
    if any(len(text) > LONGEST_TEXT for row in rows for text in row):
        raise InputRefused(f"{name} has a text of more than {LONGEST_TEXT:,} characters. Shorten it first.")
    return rows

"""Rows and cells of a sheet as spans of its markup.

Offsets count bytes of the sheet's text in UTF-8. An element's span runs from its start tag to the end of
its end tag; where the tag is empty (<c r="A1"/>), `tag_end` equals `end`.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.domain.cells import column_number, parse_a1
from desktop.workbook.archive import Damaged
from desktop.workbook.markup import TAG_REST, attributes_of, number

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROW_NUMBER = re.compile(rb"\sr\s*=\s*[\"']\s*([0-9]+)")
_ANY_ROW_OR_CELL = re.compile(rb"<(?:[^\s:/>]+:)?(row|c)(?=[\s/>])(" + TAG_REST + rb")>")
_CELL = re.compile(r"([A-Za-z]{1,4})([0-9]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Where an element begins, where its start tag ends and where it ends."""

    start: int
    tag_end: int
    end: int

    @property
    def is_empty_tag(self) -> bool:
        """Whether the element is written as one tag without an end tag."""
        return self.tag_end == self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class RowSpan(Span):
    """A row's element and its number, counted from the row before it where none is written."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CellSpan(Span):
    """A cell's element, its place and the attributes of its start tag by their names as written."""

    row: int
    column: int
    attributes: dict[str, str]

    @property
    def style(self) -> int:
        """The index of the cell's style; 0 if it names none."""
        return number(self.attributes.get("s", ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag(Span):
    """Any element: its prefix with the colon, and its attributes by their names as written."""

    prefix: bytes
    attributes: dict[str, str]


@lru_cache(maxsize=64)
def tag_pattern(prefix: bytes, name: bytes) -> re.Pattern[bytes]:
    """Finds the start tags of an element; the first group is what follows its name."""
    return re.compile(rb"<" + re.escape(prefix + name) + rb"(?=[\s/>])(" + TAG_REST + rb")>")


def span_of(text: bytes, found: re.Match[bytes], prefix: bytes, name: bytes) -> Span:
    """The span of an element that holds none of its own kind; `found` is its start tag."""
    if text[found.end() - 2 : found.end()] == b"/>":
        return Span(start=found.start(), tag_end=found.end(), end=found.end())
    close = _end_pattern(prefix + name).search(text, found.end())
    if close is None:
        raise Damaged(f"an element {name!r} has no end")
    return Span(start=found.start(), tag_end=found.end(), end=close.end())


@lru_cache(maxsize=64)
def _end_pattern(name: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"</" + re.escape(name) + rb"\s*>")


def tags(text: bytes, name: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Tag]:
    """The elements of a name, whatever their prefix, between two offsets; none that holds its own kind."""
    for found in _any_tag_pattern(name.encode()).finditer(text, start, min(end, len(text))):
        prefix = found[1] or b""
        span = span_of(text, found, prefix, name.encode())
        yield Tag(
            start=span.start,
            tag_end=span.tag_end,
            end=span.end,
            prefix=prefix,
            attributes=attributes_of(found[2]),
        )


@lru_cache(maxsize=64)
def _any_tag_pattern(name: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"<([^\s:/>]+:)?" + name + rb"(?=[\s/>])(" + TAG_REST + rb")>")


def row_starts(text: bytes, prefix: bytes, start: int, end: int) -> tuple[list[int], list[int]]:
    """The numbers of the rows between two offsets, counted on where none is written, and their starts."""
    numbers: list[int] = []
    starts: list[int] = []
    row = 0
    for found in _row_pattern(prefix).finditer(text, start, end):
        row = number(found[1]) if found[1] else _odd_row_number(text, found.start(), prefix, row)
        numbers.append(row)
        starts.append(found.start())
    return numbers, starts


@lru_cache(maxsize=16)
def _row_pattern(prefix: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"<" + re.escape(prefix) + rb"row(?=[\s/>])(?: r=\"([0-9]+)\")?")


def _odd_row_number(text: bytes, start: int, prefix: bytes, before: int) -> int:
    tag = tag_pattern(prefix, b"row").match(text, start)
    written = _ROW_NUMBER.search(tag[1]) if tag else None
    return number(written[1]) if written else before + 1


def row_span(text: bytes, prefix: bytes, start: int, row: int) -> RowSpan:
    """The row that begins at an offset."""
    found = tag_pattern(prefix, b"row").match(text, start)
    if found is None:
        raise Damaged(f"row {row} has no end")
    span = span_of(text, found, prefix, b"row")
    return RowSpan(start=span.start, tag_end=span.tag_end, end=span.end, number=row)


def cell_spans(text: bytes, prefix: bytes, row: RowSpan) -> Iterator[CellSpan]:
    """The cells of a row, in the order of the markup."""
    column = 0
    for found in tag_pattern(prefix, b"c").finditer(text, row.tag_end, row.end):
        attributes = attributes_of(found[1])
        place = parse_a1(attributes.get("r", "")) or (row.number, column + 1)
        column = place[1]
        span = span_of(text, found, prefix, b"c")
        yield CellSpan(
            start=span.start,
            tag_end=span.tag_end,
            end=span.end,
            row=place[0],
            column=column,
            attributes=attributes,
        )


def reach_of_any(text: bytes, start: int, end: int) -> tuple[int, int]:
    """The last row and column that any element named row or c claims, whatever its prefix."""
    row, rows, column, columns = 0, 0, 0, 0
    for found in _ANY_ROW_OR_CELL.finditer(text, start, end):
        written = attributes_of(found[2]).get("r", "")
        if found[1] == b"row":
            row, column = number(written) or row + 1, 0
        else:
            place = _CELL.match(written)
            row, column = (number(place[2]), column_number(place[1])) if place else (row, column + 1)
        rows, columns = max(rows, row), max(columns, column)
    return rows, columns

"""Tables that lie on their side: a record to a column, the names of the fields or periods down a column."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from desktop.domain.cells import CellRef
from desktop.domain.periods import read_period
from desktop.workbook.fields import NAMING, meanings_of, normal_header
from desktop.workbook.headers import Header, find_headers

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from desktop.workbook.sheet import Sheet

_MOST_ROWS, _MOST_COLUMNS = 300, 60
_FEWEST = 2  # records, and names of fields or periods: a form with one value beside each name is none
_CORNER = frozenset({"", "period", "year", "indicator", "code", "measure"})


def turned_tables(sheet: Sheet, read: Collection[int]) -> Iterator[tuple[CellRef, Header]]:
    """Where tables lie on their side, in rows other than those that were read: the first cell of each."""
    free = {row for row in range(1, min(sheet.height, _MOST_ROWS) + 1) if row not in read}
    rows = range(1, max(free, default=0) + 1)
    lines = [line if row in free else [""] for row, line in zip(rows, _lines(sheet, rows), strict=True)]
    for head in _heads(_on_its_side(sheet, lines)):
        yield CellRef(sheet=sheet.name, row=min(head.fields), column=head.row), head


def end_above_turned(sheet: Sheet, head: Header, end: int) -> int:
    """The last row of a table that ends at `end`, or above one that lies on its side beneath it."""
    column, at, stop = _naming_column(head), head.row + 1, min(end, _MOST_ROWS) + 1
    while at < stop:
        last = at
        while last < stop and _is_name(sheet.text(last, column)):
            last += 1
        corner = at > head.row + 1 and normal_header(sheet.text(at - 1, column)) in _CORNER
        first = at - 1 if corner and any(sheet.filled(at - 1)) else at
        if last - at >= _FEWEST and any(_heads(_on_its_side(sheet, _lines(sheet, range(first, last))))):
            return first - 1
        at = max(last, at + 1)
    return end


def may_lie_beneath(sheet: Sheet, head: Header, last: int, rows: Collection[int]) -> bool:
    """Whether a table may lie on its side at one of these rows, beneath a header and down to a last row."""
    column = _naming_column(head)
    firsts = {first for row in rows for first in range(row - 1, row + 2) if head.row < first < last}
    return any(_is_name(sheet.text(one, column)) and _is_name(sheet.text(one + 1, column)) for one in firsts)


def _naming_column(head: Header) -> int:
    """The first column that tells records apart: fields or periods beneath each other are no names of any."""
    return min((column for column, field in head.fields.items() if field in NAMING), default=min(head.texts))


@lru_cache(maxsize=1 << 12)
def _is_name(text: str) -> bool:
    """Whether a text names a field or a period, as the cells of a header do."""
    return bool(meanings_of(text)) or read_period(text) is not None


def _lines(sheet: Sheet, rows: range) -> list[list[str]]:
    return [sheet.texts(row)[:_MOST_COLUMNS] for row in rows]


def _on_its_side(sheet: Sheet, lines: list[list[str]]) -> Sheet:
    columns = [list(column) for column in zip_longest(*lines, fillvalue="")]
    return replace(sheet, rows=columns, filed=columns, width=len(lines), edits={})


def _heads(turned: Sheet) -> Iterator[Header]:
    for head in find_headers(turned):
        if isinstance(head, Header) and _records(turned, head) >= _FEWEST:
            yield head


def _records(turned: Sheet, head: Header) -> int:
    """How many records follow a head on its side: those of whose fields two at least are filled."""
    count = 0
    for row in range(head.row + 1, turned.height + 1):
        filled = {column for column, _ in turned.filled(row)}
        if len(filled & head.fields.keys()) < _FEWEST:
            return count
        count += 1
    return count

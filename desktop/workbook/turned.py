"""Tables that lie on their side: a record to a column, the names of the fields or periods down a column."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from desktop.domain.cells import CellRef
from desktop.workbook.headers import Header, find_headers

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from desktop.workbook.sheet import Sheet

_MOST_ROWS, _MOST_COLUMNS = 300, 60
_FEWEST = 2  # records: a form with one value beside each name is none


def turned_tables(sheet: Sheet, read: Collection[int]) -> Iterator[tuple[CellRef, Header]]:
    """Where tables lie on their side, in rows other than those that were read: the first cell of each."""
    free = {row for row in range(1, min(sheet.height, _MOST_ROWS) + 1) if row not in read}
    rows = range(1, max(free, default=0) + 1)
    lines = [sheet.texts(row)[:_MOST_COLUMNS] if row in free else [""] for row in rows]
    columns = [list(column) for column in zip_longest(*lines, fillvalue="")]
    turned = replace(sheet, rows=columns, filed=columns, width=len(lines), edits={})
    for head in find_headers(turned):
        if isinstance(head, Header) and _records(turned, head) >= _FEWEST:
            yield CellRef(sheet=sheet.name, row=min(head.fields), column=head.row), head


def _records(turned: Sheet, head: Header) -> int:
    """How many records follow a head on its side: those of whose fields two at least are filled."""
    count = 0
    for row in range(head.row + 1, turned.height + 1):
        filled = {column for column, _ in turned.filled(row)}
        if len(filled & head.fields.keys()) < _FEWEST:
            return count
        count += 1
    return count

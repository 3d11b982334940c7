"""The records of a table, one to a row of the grid, and where each stands in the sheet."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import compress, count
from operator import attrgetter, is_not, ne
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.indicators import Indicator
from desktop.domain.plan import Milestone
from desktop.domain.records import HEADINGS, group_of, is_read
from desktop.domain.records import records_of as read_records_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.domain.contents import Contents
    from desktop.domain.records import Record as ReadRecord
    from desktop.domain.tables import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainRow:
    """A row of a table that is shown as it stands, without records read from it."""

    row: int


Record: TypeAlias = "ReadRecord | PlainRow"


def records_of(contents: Contents, table: Table) -> tuple[Record, ...]:
    """The records of a table, in the order of the sheet; of a table that is not read, its plain rows."""
    if is_read(table.kind):
        return read_records_of(contents, table)
    return tuple(PlainRow(row=row) for row in range(table.header_row + 1, table.last_row + 1))


def sheet_rows(record: Record) -> Iterator[int]:
    """The rows of the sheet that hold the record's cells, the row that names it first."""
    yield record.row
    if isinstance(record, Milestone) and record.project_row != record.row:
        yield record.project_row
    elif isinstance(record, Indicator) and record.values and record.values[0].cell.row != record.row:
        yield record.values[0].cell.row


def positions_at(records: Sequence[Record], row: int) -> Iterator[int]:
    """The positions of the records that may have a cell in a row of the sheet; records stand in its order."""
    position = max(0, bisect_right(records, row, key=attrgetter("row")) - 1)
    while position < len(records) and (records[position].row <= row or row in sheet_rows(records[position])):
        yield position
        position += 1


def banners_of(records: Sequence[Record]) -> dict[int, str]:
    """The heading above each record that begins a group, by the record's position; all are of one kind."""
    heading = HEADINGS.get(type(records[0])) if records else None
    if heading is None:
        return {}
    groups = ["", *map(heading, records)]
    begins = compress(count(), map(ne, groups, groups[1:]))
    return {position: groups[position + 1] for position in begins if groups[position + 1]}


def same_places(before: Sequence[Record], after: Sequence[Record]) -> bool:
    """Whether every record stands where it stood, under the heading it had; what it says may differ."""
    if len(before) != len(after):
        return False
    others = compress(zip(before, after, strict=True), map(is_not, before, after))
    return all(_place(old) == _place(new) for old, new in others)


def _place(record: Record) -> tuple[str, tuple[int, ...]]:
    return group_of(record), tuple(sheet_rows(record))

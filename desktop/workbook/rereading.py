"""Records again after an edit: only what the edit can have changed is read anew."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from desktop.domain.tables import TableKind
from desktop.workbook.beside import parted
from desktop.workbook.headers import near_heads, same_heads
from desktop.workbook.indicator_records import reread_indicator, rows_of
from desktop.workbook.list_records import read_target
from desktop.workbook.plan_rereading import reread_milestones
from desktop.workbook.recognise import example_rows, same_table
from desktop.workbook.records import contents_of, sheet_contents, whole_workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from desktop.domain.cells import CellRef
    from desktop.domain.contents import Contents
    from desktop.domain.indicators import Indicator
    from desktop.domain.tables import Table
    from desktop.domain.targets import Target
    from desktop.workbook.sheet import Sheet

_Record = TypeVar("_Record", "Indicator", "Target")


def reread(
    contents: Contents, before: Mapping[str, Sheet], after: Mapping[str, Sheet], cells: Iterable[CellRef]
) -> Contents:
    """The contents after the cells were edited; equal to `read_contents` of the sheets as they are after.

    Records that the edit did not change are the identical objects as before.
    """
    rows: dict[str, set[int]] = {}
    for cell in cells:
        rows.setdefault(cell.sheet, set()).add(cell.row)
    changed = contents
    for name, edited in rows.items():
        found = _with_rows(changed, before[name], after[name], edited)
        if found is None:
            return reread_sheets(contents, after, rows)
        changed = found
    return changed


def reread_sheets(contents: Contents, sheets: Mapping[str, Sheet], edited: Iterable[str]) -> Contents:
    """The contents with the edited sheets read anew from their first row to their last."""
    return whole_workbook(
        sheet_contents(sheet, contents) if name in edited else contents_of(contents, name)
        for name, sheet in sheets.items()
    )


def _with_rows(contents: Contents, before: Sheet, after: Sheet, rows: set[int]) -> Contents | None:
    """The contents with the records in these rows read anew; None where more may have changed."""
    if not same_heads(before, after, rows) or _beside(contents, before, after, rows):
        return None
    left = rows
    for table in contents.tables:
        within = {
            row for row in left if table.sheet == after.name and table.header_row < row <= table.last_row
        }
        if within:
            if any(True for sheet in (before, after) for _ in example_rows(sheet, table, within)):
                return None
            changed = (
                _with_records(contents, before, after, table, within)
                if same_table(after, table, within)
                else None
            )
            if changed is None:
                return None
            contents, left = changed, left - within
    return None if left else contents


def _beside(contents: Contents, before: Sheet, after: Sheet, rows: set[int]) -> bool:
    """Whether tables or grants stand beside these rows, or may do so since the edit."""
    tables = [table for table in contents.tables if table.sheet == after.name]
    if any(table.beside for table in tables):
        return True
    if any(grant.cell.sheet == after.name and grant.row in rows for grant in contents.grants):
        return True
    headed = {column.column for table in tables for column in table.columns if column.header}
    cleared = (
        column
        for row in rows
        for column, _ in before.filled(row)
        if column not in headed and not after.text(row, column).strip()
    )
    return any(True for _ in cleared) or parted(after, near_heads(rows))


def _with_records(
    contents: Contents, before: Sheet, after: Sheet, table: Table, rows: set[int]
) -> Contents | None:
    if table.kind is TableKind.PLAN:
        milestones = reread_milestones(before, after, table, contents.milestones, rows)
        return None if milestones is None else replace(contents, milestones=milestones)
    if table.kind is TableKind.INDICATORS:
        if table.column_of("baseline") is not None:
            return None  # what is told of a baseline without a period may change
        indicators = _replaced(
            contents.indicators, table, rows, rows_of, lambda old: reread_indicator(before, after, table, old)
        )
        return None if indicators is None else replace(contents, indicators=indicators)
    if table.kind is TableKind.TARGETS:
        targets = _replaced(
            contents.targets,
            table,
            rows,
            lambda old: (old.row,),
            lambda old: read_target(after, table, old.row),
        )
        return None if targets is None else replace(contents, targets=targets)
    return None  # an amount may be part of the one above it


def _replaced(
    records: tuple[_Record, ...],
    table: Table,
    rows: set[int],
    rows_of_record: Callable[[_Record], Sequence[int]],
    read: Callable[[_Record], _Record | None],
) -> tuple[_Record, ...] | None:
    """The records with those in a table's rows read anew; None where a row has none, or has lost its own."""
    renewed = list(records)
    for index in {_place_of(records, table, row, rows_of_record) for row in rows}:
        record = None if index is None else read(records[index])
        if index is None or record is None:
            return None
        renewed[index] = records[index] if record == records[index] else record
    return tuple(renewed)


def _place_of(
    records: tuple[_Record, ...], table: Table, row: int, rows_of_record: Callable[[_Record], Sequence[int]]
) -> int | None:
    """The place of the record that has a row of a table, whose records come in the order of their rows."""
    first = next((place for place, record in enumerate(records) if record.table == table.id), len(records))
    end = min(first + table.records, len(records))
    near = bisect_right(records, row, first, end, key=attrgetter("row"))
    places = range(max(first, near - 1), min(near + 1, end))
    return next((place for place in places if row in rows_of_record(records[place])), None)

"""Sheets → records, and records again after an edit: only what the edit can have changed is read anew."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from desktop.domain.contents import Contents, Problem
from desktop.domain.tables import TableKind
from desktop.workbook.indicator_records import read_indicators, reread_indicator
from desktop.workbook.list_records import read_expenditure, read_target, read_targets
from desktop.workbook.plan_records import read_milestones, reread_milestone
from desktop.workbook.recognise import recognise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from desktop.domain.cells import CellRef
    from desktop.domain.tables import Table
    from desktop.workbook.sheet import Sheet

# Fields that say where a record belongs, or of which it is: a change there is read with the whole workbook.
_STRUCTURE = frozenset({"code", "name", "group", "strand", "ref", "project", "indicator", None})

_Record = TypeVar("_Record")


def read_contents(sheets: Iterable[Sheet]) -> Contents:
    """Everything that the sheets hold, recognised and read."""
    contents = Contents()
    for sheet in sheets:
        for table in recognise(sheet):
            contents = _with_table(contents, sheet, table)
    return contents if contents.tables else replace(contents, problems=(_NOTHING_FOUND,))


_NOTHING_FOUND = Problem(
    sheet="",
    message="No plan, indicators, targets or expenditure were found in this workbook. "
    "Milepost looks for a row of column headers such as Code, Definition and 31/3/01 Planned, "
    "or Key milestone, Status and By when.",
)


def reread(contents: Contents, sheets: Mapping[str, Sheet], cells: Iterable[CellRef]) -> Contents:
    """The contents after the cells were edited; equal to `read_contents` of the edited sheets.

    Records that the edit cannot have changed are the identical objects as before.
    """
    by_table: dict[str, set[int]] = {}
    for cell in cells:
        table = _table_of_plain_cell(contents, cell)
        if table is None:
            return read_contents(sheets.values())
        by_table.setdefault(table.id, set()).add(cell.row)
    for identity, rows in by_table.items():
        table = contents.table(identity)
        changed = _reread_rows(contents, sheets[table.sheet], table, rows)
        if changed is None:
            return read_contents(sheets.values())
        contents = changed
    return contents


def _with_table(contents: Contents, sheet: Sheet, table: Table) -> Contents:
    if table.kind is TableKind.INDICATORS:
        indicators = read_indicators(sheet, table)
        return _counted(
            replace(contents, indicators=contents.indicators + indicators), table, len(indicators)
        )
    if table.kind is TableKind.PLAN:
        milestones = read_milestones(sheet, table)
        return _counted(
            replace(contents, milestones=contents.milestones + milestones), table, len(milestones)
        )
    if table.kind is TableKind.TARGETS:
        targets = read_targets(sheet, table)
        return _counted(replace(contents, targets=contents.targets + targets), table, len(targets))
    amounts = read_expenditure(sheet, table)
    return _counted(replace(contents, expenditure=contents.expenditure + amounts), table, len(amounts))


def _counted(contents: Contents, table: Table, records: int) -> Contents:
    return replace(contents, tables=(*contents.tables, replace(table, records=records)))


def _table_of_plain_cell(contents: Contents, cell: CellRef) -> Table | None:
    """The table in whose records the cell is one field among others; None where it shapes the sheet."""
    for table in contents.tables:
        if table.sheet == cell.sheet and table.header_row < cell.row <= table.last_row:
            field = next((column.field for column in table.columns if column.column == cell.column), None)
            return None if field in _STRUCTURE or table.kind is TableKind.EXPENDITURE else table
    return None


def _reread_rows(contents: Contents, sheet: Sheet, table: Table, rows: set[int]) -> Contents | None:
    if table.kind is TableKind.INDICATORS:
        indicators = _replaced(
            contents.indicators,
            rows,
            lambda old: old.values[0].cell.row if old.table == table.id and old.values else None,
            lambda old: reread_indicator(sheet, table, old),
        )
        return None if indicators is None else replace(contents, indicators=indicators)
    if table.kind is TableKind.PLAN:
        milestones = _replaced(
            contents.milestones,
            rows,
            lambda old: old.row if old.table is table else None,
            lambda old: reread_milestone(sheet, table, old),
        )
        return None if milestones is None else replace(contents, milestones=milestones)
    targets = _replaced(
        contents.targets,
        rows,
        lambda old: old.row if old.table == table.id else None,
        lambda old: read_target(sheet, table, old.row),
    )
    return None if targets is None else replace(contents, targets=targets)


def _replaced(
    records: tuple[_Record, ...],
    rows: set[int],
    row_of: Callable[[_Record], int | None],
    read: Callable[[_Record], _Record | None],
) -> tuple[_Record, ...] | None:
    """The records with those in the rows read anew; None where a row has no record, or has lost its own."""
    found = {row: index for index, record in enumerate(records) if (row := row_of(record)) in rows}
    if len(found) < len(rows):
        return None
    renewed = list(records)
    for index in found.values():
        record = read(records[index])
        if record is None:
            return None
        renewed[index] = record
    return tuple(renewed)

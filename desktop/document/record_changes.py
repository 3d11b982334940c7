"""Records inserted, deleted, copied and moved: which rows of the sheet that changes, and which cells.

A record is what stands in one row, or an indicator whose code and values stand in two. Milestones of one
project move together.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain.cells import CellRef
from desktop.domain.edits import Edit
from desktop.domain.errors import EditRefused
from desktop.domain.indicators import Indicator
from desktop.domain.plan import Milestone
from desktop.domain.records import group_of, records_of
from desktop.domain.row_edits import DeleteRows, InsertRows, MoveRows
from desktop.domain.tables import TableKind
from desktop.workbook.indicator_records import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.domain.contents import Contents
    from desktop.domain.records import Record
    from desktop.domain.row_edits import RowEdit
    from desktop.domain.tables import Table
    from desktop.workbook.workbook import Workbook

FIRST_TEXTS = {
    TableKind.PLAN: {"milestone": "New milestone"},
    TableKind.INDICATORS: {"code": "NEW 1", "name": "New indicator"},
    TableKind.TARGETS: {"indicator": "New target", "value": "?"},
    TableKind.EXPENDITURE: {"question": "New question", "amount": "?"},
    TableKind.NARRATIVE: {"text": "New paragraph"},
    TableKind.PRIORITIES: {"priority": "New priority"},
    TableKind.LINKAGES: {"indicator": "New indicator", "linked": "?"},
    TableKind.FOCUS: {"area": "New area of focus", "rating": "?"},
}
"""What a new record holds at first, so that it is one: the officer types over it.

Records of other kinds, such as the lines of a breakdown, are neither added nor moved: sums run over them.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordChange:
    """Changes of rows, one after the other, then of cells as they are counted by then.

    `cell` is the one to go to afterwards; `label` says what is undone. Where it `keeps` the records, each
    has to read afterwards as it did before, wherever it stands then.
    """

    rows: tuple[RowEdit, ...]
    edits: tuple[Edit, ...] = ()
    cell: CellRef
    label: str
    keeps: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A record, or the records of a project, in the rows `first` to `last` that they take up."""

    table: Table
    record: Record
    first: int
    last: int

    @property
    def count(self) -> int:
        """How many rows that is."""
        return self.last - self.first + 1


def inserted(workbook: Workbook, cell: CellRef, *, below: bool) -> RecordChange:
    """A new record above or below the one at a cell; raises EditRefused where there is none."""
    unit = _unit_at(workbook.contents, cell)
    at = unit.last + 1 if below else unit.first
    refuse_torn(workbook.contents, unit.table, at, at)
    edits = tuple(_first_edits(unit, at))
    return RecordChange(
        rows=(_like(unit, at, filled=False),),
        edits=edits,
        cell=edits[0].cell if edits else replace(cell, row=at),
        label="Insert a record",
    )


def duplicated(workbook: Workbook, cell: CellRef) -> RecordChange:
    """A copy of the record at a cell, below it; raises EditRefused where there is none."""
    unit = _unit_at(workbook.contents, cell)
    refuse_torn(workbook.contents, unit.table, unit.last + 1, unit.last + 1)
    return RecordChange(
        rows=(_like(unit, unit.last + 1, filled=True),),
        cell=replace(cell, row=max(cell.row, unit.first) + unit.count),
        label="Duplicate the record",
    )


def deleted(workbook: Workbook, cell: CellRef) -> RecordChange:
    """The record at a cell goes; raises EditRefused where there is none."""
    unit = _unit_at(workbook.contents, cell)
    refuse_torn(workbook.contents, unit.table, unit.first, unit.last + 1)
    return RecordChange(
        rows=(DeleteRows(sheet=cell.sheet, first=unit.first, count=unit.count),),
        edits=tuple(_handed_on(workbook, unit)),
        cell=replace(cell, row=unit.first),
        label="Delete the record",
    )


def moved(workbook: Workbook, cell: CellRef, *, down: bool) -> RecordChange:
    """The record at a cell changes places with the next one of its group, a project as a whole.

    Raises EditRefused where there is none.
    """
    unit, units = _project_at(workbook.contents, cell)
    place = units.index(unit) + (1 if down else -1)
    other = units[place] if 0 <= place < len(units) else None
    if other is None or group_of(other.record) != group_of(unit.record) or is_parted(workbook, unit, other):
        end = "last" if down else "first"
        raise EditRefused(
            f"This is the {end} record of its group. To put it elsewhere, insert a record there and copy it."
        )
    before = other.last + 1 if down else other.first
    refuse_torn(workbook.contents, unit.table, min(unit.first, other.first), max(unit.last, other.last) + 1)
    return RecordChange(
        rows=(MoveRows(sheet=cell.sheet, first=unit.first, count=unit.count, before=before),),
        cell=replace(cell, row=cell.row + (other.last - unit.last if down else other.first - unit.first)),
        label="Move the record down" if down else "Move the record up",
    )


def changed_records(workbook: Workbook, change: RecordChange) -> Workbook:
    """The workbook after a change of records; raises EditRefused or WorkbookSigned."""
    changed = workbook
    for edit in change.rows:
        changed = changed.with_rows(edit)
    changed.refuse_unsafe(change.edits)
    changed = changed.apply(change.edits)
    if change.keeps and _said(changed) != _said(workbook):
        raise EditRefused(
            "Some rows say what they belong to only by where they stand, such as milestones beneath the name "
            "of their project. In another order they would read otherwise. Write the name into every row "
            "first, or sort in Excel."
        )
    return changed


def _said(workbook: Workbook) -> Counter[tuple[object, ...]]:
    """What every record says, wherever it stands, and what it belongs to."""
    contents = workbook.contents
    return Counter(
        (table.kind, group_of(unit.record), _project(unit.record), *_texts(workbook, unit))
        for table in contents.tables
        for unit in units_of(contents, table)
    )


def _project(record: Record) -> tuple[str, str]:
    return (record.ref, record.project) if isinstance(record, Milestone) else ("", "")


def _texts(workbook: Workbook, unit: Unit) -> Iterator[tuple[str, ...]]:
    sheet = workbook.sheets[unit.table.sheet]
    for row in range(unit.first, unit.last + 1):
        yield tuple(sheet.texts(row))


def units_of(contents: Contents, table: Table) -> list[Unit]:
    """The records of a table, each with its rows, in the order of the sheet."""
    return [
        Unit(table=table, record=record, first=min(rows), last=max(rows))
        for record in (records_of(contents, table) if table.kind in FIRST_TEXTS else ())
        for rows in [rows_of(record) if isinstance(record, Indicator) else (record.row,)]
    ]


def _unit_at(contents: Contents, cell: CellRef) -> Unit:
    for table in contents.tables:
        within = table.sheet == cell.sheet and table.first_row <= cell.row <= table.last_row
        if within and (not table.beside or table.holds(cell)):
            for unit in units_of(contents, table):
                if unit.first <= cell.row <= unit.last:
                    return unit
    raise EditRefused(
        f"There is no record in row {cell.row} of sheet {cell.sheet}. Go to one, then try again."
    )


def refuse_torn(contents: Contents, table: Table, first: int, last: int) -> None:
    """Raise EditRefused where whole rows, from `first` on and before `last`, run through a table beside."""
    for other in contents.tables:
        beside = other.beside and other.sheet == table.sheet and other.id != table.id
        if beside and other.first_row < last and first <= other.last_row:
            raise EditRefused(
                f"The table in {other.range} stands beside this record, and its rows would change too. Put "
                "one of the two tables on a sheet of its own, or make the change in Excel."
            )


def _project_at(contents: Contents, cell: CellRef) -> tuple[Unit, list[Unit]]:
    """The unit that moves with the record at a cell, and all units of its table."""
    found = _unit_at(contents, cell)
    units: list[Unit] = []
    for unit in units_of(contents, found.table):
        if units and _same_project(units[-1].record, unit.record):
            units[-1] = replace(units[-1], last=unit.last)
        else:
            units.append(unit)
    return next(unit for unit in units if unit.first <= found.first <= unit.last), units


def _same_project(one: Record, other: Record) -> bool:
    return (
        isinstance(one, Milestone)
        and isinstance(other, Milestone)
        and one.project_row == other.project_row != 0
    )


def is_parted(workbook: Workbook, one: Unit, other: Unit) -> bool:
    """Whether anything stands between two units, such as a heading."""
    upper, lower = sorted((one, other), key=lambda unit: unit.first)
    sheet = workbook.sheets[one.table.sheet]
    return any(any(sheet.filled(row)) for row in range(upper.last + 1, lower.first))


def _like(unit: Unit, at: int, *, filled: bool) -> InsertRows:
    return InsertRows(
        sheet=unit.table.sheet, at=at, count=unit.count, like=unit.first, record=True, filled=filled
    )


def _first_edits(unit: Unit, at: int) -> Iterator[Edit]:
    for field, text in FIRST_TEXTS.get(unit.table.kind, {}).items():
        column = unit.table.column_of(field)
        if field == "name" and isinstance(unit.record, Indicator) and unit.record.name_cell is not None:
            column = unit.record.name_cell.column
        if column is not None:
            yield Edit(cell=CellRef(sheet=unit.table.sheet, row=at, column=column), content=text)


def _handed_on(workbook: Workbook, unit: Unit) -> Iterator[Edit]:
    """A project's letter and name, where they stand in the deleted row only, go to its next milestone.

    Those in a merged cell stay in it without that.
    """
    record, row = unit.record, unit.last + 1
    heirs = [one for one in workbook.contents.milestones if isinstance(record, Milestone) and one.row == row]
    sheet = workbook.sheets[unit.table.sheet]
    for heir in heirs:
        if heir.table.id == unit.table.id and _same_project(record, heir) and heir.project_row == unit.first:
            for field in ("strand", "ref", "project"):
                column = unit.table.column_of(field)
                if column is not None and not _is_merged(sheet.scan.merged, unit.first, column):
                    here = CellRef(sheet=sheet.name, row=unit.first, column=column)
                    if (
                        workbook.content(replace(here, row=row)) is None
                        and workbook.content(here) is not None
                    ):
                        yield Edit(cell=here, content=workbook.content(here))


def _is_merged(merged: Sequence[tuple[int, int, int, int]], row: int, column: int) -> bool:
    return any(first <= row < last and left <= column <= right for first, left, last, right in merged)

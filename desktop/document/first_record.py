"""The first record of a table that has none: a form that is to be filled in, or a plan emptied row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.document.record_changes import FIRST_TEXTS, RecordChange, inserted
from desktop.domain.cells import CellRef
from desktop.domain.edits import Edit
from desktop.domain.row_edits import InsertRows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.tables import Table
    from desktop.workbook.sheet import Sheet
    from desktop.workbook.workbook import Workbook


def begun_or_inserted(workbook: Workbook, cell: CellRef, *, below: bool) -> RecordChange:
    """A new record beside the one at a cell, or the first one where the cell heads a table without any.

    Raises EditRefused where there is neither.
    """
    for table in workbook.contents.tables:
        if not table.records and table.holds(cell) and table.kind in FIRST_TEXTS:
            return _begun(workbook, table)
    return inserted(workbook, cell, below=below)


def _begun(workbook: Workbook, table: Table) -> RecordChange:
    """The row beneath the header is filled in where it is blank, else one is inserted there."""
    at, sheet = table.last_row + 1, workbook.sheets[table.sheet]
    edits = tuple(_edits(sheet, table, at))
    taken = any(sheet.filled(at))
    return RecordChange(
        rows=(InsertRows(sheet=table.sheet, at=at),) if taken else (),
        edits=edits,
        cell=edits[0].cell,
        label="Begin the table",
    )


def _edits(sheet: Sheet, table: Table, at: int) -> Iterator[Edit]:
    """What the first record holds; a definition without a column may stand across those of the periods."""
    for field, text in FIRST_TEXTS[table.kind].items():
        column = table.column_of(field)
        if column is None and field == "name":
            column = next((one.column for one in table.periods if _runs_across(sheet, at, one.column)), None)
        if column is not None:
            yield Edit(cell=CellRef(sheet=table.sheet, row=at, column=column), content=text)


def _runs_across(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a merged area of one row begins in a cell."""
    return any(
        (first, left, last) == (row, column, row) and right > left
        for first, left, last, right in sheet.scan.merged
    )

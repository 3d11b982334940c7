"""A table: a block found in a sheet, its columns mapped to fields."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.cells import CellRef, column_letters

if TYPE_CHECKING:
    from desktop.domain.periods import Period


class TableKind(StrEnum):
    """What a table's records are."""

    INDICATORS = "indicators"
    PLAN = "plan"
    TARGETS = "targets"
    EXPENDITURE = "expenditure"
    BREAKDOWN = "breakdown"
    FORECAST = "forecast"
    NARRATIVE = "narrative"
    PRIORITIES = "priorities"
    FOCUS = "focus"
    LINKAGES = "linkages"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table: its number in the sheet, its header as it stands, the field it holds.

    `field` is None where the header matches no field; `period` is set where the field is "value".
    """

    column: int
    header: str
    field: str | None
    period: Period | None = None

    @property
    def letters(self) -> str:
        """The column as Excel names it."""
        return column_letters(self.column)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A recognised block. Rows and columns count from 1; `last_row` is the last row of its records.

    `beside`: another table stands in the same rows, to its left or right.
    """

    id: str
    sheet: str
    kind: TableKind
    form: str
    header_row: int
    first_row: int
    last_row: int
    columns: tuple[Column, ...]
    records: int = 0
    beside: bool = False

    @property
    def range(self) -> str:
        """The block in A1 notation, headers included."""
        numbers = [column.column for column in self.columns]
        return f"{column_letters(min(numbers))}{self.first_row}:{column_letters(max(numbers))}{self.last_row}"

    @property
    def periods(self) -> tuple[Column, ...]:
        """The columns that hold values by period, from left to right."""
        return tuple(column for column in self.columns if column.period is not None)

    def holds(self, cell: CellRef) -> bool:
        """Whether a cell stands in the block, headers included."""
        within = cell.sheet == self.sheet and self.first_row <= cell.row <= self.last_row
        return within and any(column.column == cell.column for column in self.columns)

    def column_of(self, field: str) -> int | None:
        """The number of the column that holds a field; None where the table has none."""
        for column in self.columns:  # asked for every cell: a loop is twice as fast as next() here
            if column.field == field:
                return column.column
        return None

    def cell(self, row: int, field: str) -> CellRef | None:
        """The cell of a field in a row of the sheet; None where the table has no such column."""
        column = self.column_of(field)
        return None if column is None else CellRef(sheet=self.sheet, row=row, column=column)

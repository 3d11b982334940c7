"""Which cells of a table hold anything, asked of the sheet itself: no text is laid out for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.indicators import Indicator

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.grid.cells_model import CellsModel


def filled_in(model: CellsModel) -> Callable[[int, int], bool]:
    """Whether the cell at a row and a column of the grid holds more than blanks.

    A column that stands in the record's own row is read straight from the sheet, so that a key finds its
    way through a hundred thousand rows at once.
    """
    rows = model.document.workbook.sheets[model.sheet].rows
    records, columns, content = model.records, model.columns, model.document.workbook.content
    straight = [None if column.shared else column.number for column in columns]
    if records and isinstance(records[0], Indicator):  # its values may stand in the row beneath
        straight = [None] * len(columns)

    def filled(row: int, column: int) -> bool:
        number = straight[column]
        if number is None:
            cell = columns[column].cell(records[row])
            held = content(cell) if cell is not None else None
        else:
            at = records[row].row - 1
            held = rows[at][number - 1] if at < len(rows) and number <= len(rows[at]) else None
        return held is not None and held != "" and not (isinstance(held, str) and held.isspace())

    return filled

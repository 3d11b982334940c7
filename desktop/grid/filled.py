"""Which cells of a table hold anything, asked of the sheet itself: no text is laid out for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from desktop.domain.indicators import Indicator

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.domain.plan import Milestone
    from desktop.grid.cells_model import CellsModel


def filled_in(model: CellsModel) -> Callable[[int, int], bool]:
    """Whether the cell at a row and a column of the grid holds more than blanks.

    A column of the sheet is read straight from it, so that a key finds its way through a hundred thousand
    rows at once; only an indicator's values may stand in another row than its code.
    """
    rows = model.document.workbook.sheets[model.sheet].rows
    records, columns, content = model.records, model.columns, model.document.workbook.content
    numbers = [column.number for column in columns]
    if records and isinstance(records[0], Indicator):
        numbers = [None] * len(columns)
    shared = [column.shared for column in columns]
    milestones = cast("Sequence[Milestone]", records)  # only their columns are shared

    def filled(row: int, column: int) -> bool:
        number = numbers[column]
        if number is None:
            cell = columns[column].cell(records[row])
            held = content(cell) if cell is not None else None
        else:
            at = (milestones[row].project_row if shared[column] else records[row].row) - 1
            held = rows[at][number - 1] if at < len(rows) and number <= len(rows[at]) else None
        return held is not None and held != "" and not (isinstance(held, str) and held.isspace())

    return filled

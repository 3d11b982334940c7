"""Where a search finds its words: in the cells that a grid shows, or in every sheet."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.cells import CellRef
from desktop.grid.model import TableModel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.grid.cells_model import CellsModel
    from desktop.grid.search import Search
    from desktop.workbook.workbook import Workbook

    Order: TypeAlias = tuple[int, int, int]
"""What cells are gone through by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """The cells that were found, in the order of the screen or of the sheets; `order` places any other."""

    cells: tuple[CellRef, ...] = ()
    order: Callable[[CellRef], Order] = field(default=lambda cell: (0, cell.row, cell.column))

    def number(self, cell: CellRef | None) -> int | None:
        """Which hit a cell is, counted from 1; None for a cell that is none."""
        if cell is None:
            return None
        position = bisect_left(self.cells, self.order(cell), key=self.order)
        found = position < len(self.cells) and self.cells[position] == cell
        return position + 1 if found else None

    def beside(self, cell: CellRef | None, *, forward: bool) -> CellRef | None:
        """The hit after a cell, or the one before it; round at the ends. None where nothing was found."""
        if not self.cells:
            return None
        if cell is None:
            return self.cells[0 if forward else -1]
        find = bisect_right if forward else bisect_left
        position = find(self.cells, self.order(cell), key=self.order)
        return self.cells[(position if forward else position - 1) % len(self.cells)]


def hits_shown(model: CellsModel, search: Search) -> Hits:
    """The cells found among those that a grid shows, from left to right and then down."""
    if isinstance(model, TableModel):
        places = sorted(_places_in_table(model, search))
        cells = (model.cell(row, column) for row, column in places)
        found = tuple(dict.fromkeys(cell for cell in cells if cell is not None))
    else:
        found = tuple(_in_sheet(model.document.workbook, model.sheet, search))
    return Hits(cells=found, order=partial(_shown_order, model))


def hits_everywhere(workbook: Workbook, search: Search) -> Hits:
    """The cells found in all sheets that Excel shows, sheet by sheet."""
    cells = (cell for sheet in workbook.visible_sheets for cell in _in_sheet(workbook, sheet, search))
    numbers = {name: number for number, name in enumerate(workbook.sheets)}
    return Hits(cells=tuple(cells), order=partial(_sheet_order, numbers))


def _places_in_table(model: TableModel, search: Search) -> Iterator[tuple[int, int]]:
    for column, place in enumerate(model.places):
        texts = model.facts(place).texts
        for row, record in enumerate(model.shown_places):
            if texts[record] and search.finds(texts[record]):
                yield row, column


def _in_sheet(workbook: Workbook, name: str, search: Search) -> Iterator[CellRef]:
    sheet = workbook.sheets[name]
    for row in range(1, sheet.height + 1):
        for column, held in sheet.filled(row):
            if search.finds(held if isinstance(held, str) else sheet.text(row, column)):
                yield CellRef(sheet=name, row=row, column=column)


def _shown_order(model: CellsModel, cell: CellRef) -> Order:
    index = model.index_of(cell)
    return (0, index.row(), index.column()) if index.isValid() else (0, cell.row, cell.column)


def _sheet_order(numbers: dict[str, int], cell: CellRef) -> Order:
    return numbers.get(cell.sheet, 0), cell.row, cell.column

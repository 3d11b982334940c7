"""Rows as high as their texts, fitted as they come into view: never the whole table at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.grid.layout import rows_in
from desktop.grid.look import LEADING, PADDING

if TYPE_CHECKING:
    from desktop.grid.cells_model import CellsModel
    from desktop.grid.painted_table import PaintedTable

_MOST_LINES = 30
"""A row with a longer text than that is cut with a sign: it would fill the screen alone."""


class RowFitter:
    """Fits the rows of a view while it is on."""

    def __init__(self, view: PaintedTable) -> None:
        """Fit the rows of this view, once switched on."""
        self._view = view
        self._fitted: set[int] = set()
        self._with_banner: set[int] = set()
        self.on = False

    def size_rows(self) -> None:
        """Give every row the height that it has before it is fitted: widths, font or records are others.

        Only those that had or get another height than most are touched; Qt keeps heights when rows change.
        The view is told once, not row by row: that takes a hundred times as long in a long table.
        """
        view = self._view
        rows, row_height = view.verticalHeader(), view.dress.measures.row
        told = rows.blockSignals(True)
        rows.setUpdatesEnabled(False)  # else Qt works out after each where all the others stand
        for row in (self._fitted | self._with_banner) - view.banners.keys():
            if row < rows.count():
                rows.resizeSection(row, row_height)
        for row in view.banners:
            rows.resizeSection(row, row_height + view.dress.measures.banner)
        rows.blockSignals(told)
        rows.setUpdatesEnabled(True)
        rows.sectionResized.emit(0, row_height, row_height)
        self._fitted.clear()
        self._with_banner = set(view.banners)

    def fit_in_view(self) -> None:
        """Fit the rows in view that were not fitted yet, and those that come into view by that."""
        view, model = self._view, self._view.table_model
        if not self.on or model is None or view.dress.lines == 1:
            return
        header = view.verticalHeader()
        for row in rows_in(view, view.viewport().rect()):
            if row not in self._fitted:
                self._fitted.add(row)
                banner = view.dress.measures.banner if row in model.banners else 0
                height = self._lines(model, row) * view.dress.measures.line + 2 * LEADING + banner
                if height != header.sectionSize(row):
                    header.resizeSection(row, height)

    def _lines(self, model: CellsModel, row: int) -> int:
        """The lines of the longest text, one at least."""
        view, most = self._view, 1
        for number, column in enumerate(model.columns):
            if column.lines > 1:
                room = view.columnWidth(number) - 2 * PADDING
                fitted = view.dress.fitter(column).fit(model.text(row, number), room, _MOST_LINES)
                most = max(most, len(fitted))
        return most

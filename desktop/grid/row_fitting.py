"""Rows as high as their texts, fitted as they come into view: never the whole table at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.grid.layout import rows_in
from desktop.grid.look import LEADING, PADDING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex

    from desktop.grid.cells_model import CellsModel
    from desktop.grid.painted_table import PaintedTable

_MOST_LINES = 30
"""A row with a longer text than that is cut with a sign: it would fill the screen alone."""


class RowFitter:
    """Fits the rows of a view: to all of their texts while it is `on`, else to those that rows grow with."""

    def __init__(self, view: PaintedTable) -> None:
        """Fit the rows of this view."""
        self._view = view
        self._fitted: set[int] = set()
        self._sized: set[int] = set()
        self._with_banner: set[int] = set()
        self._growing: tuple[tuple[int, int], ...] = ()
        self._widths: tuple[int, ...] = ()
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
        for row in (self._sized | self._with_banner) - view.banners.keys():
            if row < rows.count():
                rows.resizeSection(row, row_height)
        for row in view.banners:
            rows.resizeSection(row, row_height + view.dress.measures.banner)
        rows.blockSignals(told)
        rows.setUpdatesEnabled(True)
        rows.sectionResized.emit(0, row_height, row_height)
        self._fitted.clear()
        self._sized.clear()
        self._with_banner = set(view.banners)
        self._growing = tuple(self._columns())

    def rest(self) -> None:
        """Fit nothing until rows are sized again: columns and records are about to be others."""
        self._growing = ()

    def fit_in_view(self) -> None:
        """Fit the rows in view that were not fitted yet, and those that come into view by that."""
        view, model = self._view, self._view.table_model
        if not self._growing or model is None:
            return
        header, changed = view.verticalHeader(), False
        widths = tuple(view.columnWidth(number) for number, _ in self._growing)
        if widths != self._widths:
            self._widths = widths
            self._fitted.clear()
        for row in rows_in(view, view.viewport().rect()):
            if row not in self._fitted:
                self._fitted.add(row)
                banner = view.dress.measures.banner if row in model.banners else 0
                height = self._lines(model, row) * view.dress.measures.line + 2 * LEADING + banner
                if height != header.sectionSize(row):
                    self._sized.add(row)
                    header.resizeSection(row, height)
                    changed = True
        if changed:
            view.updateGeometries()  # now: who scrolls on is to reach the new end

    def fit_again(self, first: QModelIndex, last: QModelIndex, roles: Sequence[int]) -> None:
        """Fit rows whose texts have changed; a change of certain `roles` is none of texts."""
        if self._growing and not roles:
            changed = range(first.row(), last.row() + 1)
            self._fitted = {row for row in self._fitted if row not in changed}
            self.fit_in_view()

    def _columns(self) -> list[tuple[int, int]]:
        """The columns that rows grow with, by number, and how many lines of each they show at most."""
        usual, columns = self._view.dress.lines, enumerate(self._view.columns)
        if self.on:
            return [(number, _MOST_LINES) for number, column in columns if column.wraps]
        return [(number, column.most) for number, column in columns if column.most > usual]

    def _lines(self, model: CellsModel, row: int) -> int:
        """The lines of the longest text; as many as usual at least where rows only grow."""
        view, lines = self._view, 1 if self.on else self._view.dress.lines
        for number, most in self._growing:
            text, fitter = model.text(row, number), view.dress.fitter(model.columns[number])
            room = view.columnWidth(number) - 2 * PADDING
            # Most texts are short: to see that costs a tenth of wrapping them, and a row can have many cells.
            if "\n" in text or fitter.metrics.horizontalAdvance(text) > room:
                lines = max(lines, len(fitter.fit(text, room, most)))
        return lines

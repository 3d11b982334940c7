"""The leading columns that stay in view while the others scroll sideways beneath them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QTableView

    from desktop.grid.columns import GridColumn

_LARGEST_SHARE = 0.6
"""Of the view's width: more than that may not be frozen, or nothing is left to scroll."""


class FrozenColumns:
    """Where the frozen columns of a view stand.

    One view paints both parts, so that there is one selection, one editor and one table for a screen reader.
    """

    def __init__(self, view: QTableView) -> None:
        """Freeze columns of this view."""
        self._view = view
        self.count = 0

    def recount(self, columns: Sequence[GridColumn]) -> None:
        """Freeze as many of the declared columns as leave room to scroll."""
        room = self._view.viewport().width() * _LARGEST_SHARE
        self.count, width = 0, 0
        for number, column in enumerate(columns):
            width += self._view.columnWidth(number)
            if not column.frozen or width > room:
                break
            self.count = number + 1

    @property
    def offset(self) -> int:
        """How far the other columns are scrolled beneath the frozen ones, in pixels."""
        return self._view.horizontalHeader().offset() if self.count else 0

    @property
    def width(self) -> int:
        """The pixels that the frozen columns take."""
        return sum(map(self._view.columnWidth, range(self.count)))

    def left(self, column: int) -> int:
        """Where a frozen column begins, in pixels from the edge of the view."""
        return sum(map(self._view.columnWidth, range(column)))

    def column_at(self, x: int) -> int | None:
        """The frozen column at a distance from the edge; None past the frozen part."""
        for column in range(self.count):
            x -= self._view.columnWidth(column)
            if x < 0:
                return column
        return None

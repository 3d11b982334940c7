"""A list of rows, of which the last in sight is never cut in half.

A table view, since a tree view asks for every row anew whenever one changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QHeaderView, QTableView

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

_LEAST_ROWS = 3
_FRAME = 2


class WholeRows(QTableView):
    """Leaves what is left of its height empty; all rows are equally high, and a few are always in sight."""

    def __init__(self, row_height: int) -> None:
        super().__init__()
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setMinimumSectionSize(row_height)
        rows.setDefaultSectionSize(row_height)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setStretchLastSection(False)
        rows.hide()
        columns.hide()
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.Base)  # what is left over looks like the rows' ground
        self.setAutoFillBackground(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame the rows while they have the keyboard, also where none of them is current."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), _FRAME))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the rows to the new height."""
        super().resizeEvent(event)
        row = self.verticalHeader().defaultSectionSize()
        left_over = self.contentsRect().height() % row
        if self.viewportMargins().bottom() != left_over:
            self.setViewportMargins(0, 0, 0, left_over)
        self.setMinimumHeight(_LEAST_ROWS * row)

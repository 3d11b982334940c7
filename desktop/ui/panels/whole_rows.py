"""A list whose last row in sight is never cut in half."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTreeView

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_LEAST_ROWS = 3


class WholeRows(QTreeView):
    """Leaves what is left of its height empty; all rows are equally high, and a few are always in sight."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the rows to the new height."""
        super().resizeEvent(event)
        row = self.sizeHintForRow(0)
        if row > 0:
            left_over = self.contentsRect().height() % row
            if self.viewportMargins().bottom() != left_over:
                self.setViewportMargins(0, 0, 0, left_over)
            self.setMinimumHeight(_LEAST_ROWS * row)

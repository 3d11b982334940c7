"""A table to look at: rows of words under headers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTableWidget, QTableWidgetItem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

_WIDEST = 260  # pixels of a column to start with


class RowTable(QTableWidget):
    """Rows are chosen whole and never edited; a cell's tool tip gives all of its words."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` says to a screen reader what the rows are."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)

    def show_rows(self, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show these rows from now on, each cell in one line."""
        self.setColumnCount(len(headers))
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels([_one_line(header) for header in headers])
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(_one_line(text))
                item.setToolTip(text)
                self.setItem(number, column, item)

    def fit_columns(self, widest: int = _WIDEST) -> None:
        """Make each column as wide as its words want, up to so many pixels."""
        self.resizeColumnsToContents()
        for column in range(self.columnCount()):
            self.setColumnWidth(column, min(self.columnWidth(column), widest))


def _one_line(text: str) -> str:
    return " ".join(text.split())

"""The figures of a chart as a table, for those who would rather read or hear them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

_HEIGHT = 150
_AIR = 8
"""Pixels over and under a row's text."""


class FiguresTable(QTableWidget):
    """Hidden until it is asked for; read, and not edited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Without figures."""
        super().__init__(parent)
        self.setObjectName("chartFigures")
        self.setAccessibleName("The figures of the chart")
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setFixedHeight(_HEIGHT)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _AIR)
        self.horizontalHeader().setHighlightSections(False)
        self.hide()

    def show_rows(self, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show these rows from now on; the last column takes the width that is left."""
        self.setColumnCount(len(headers))
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels(headers)
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                item.setToolTip(text)
                self.setItem(number, column, item)
        self.resizeColumnsToContents()
        self.horizontalHeader().setSectionResizeMode(len(headers) - 1, QHeaderView.ResizeMode.Stretch)

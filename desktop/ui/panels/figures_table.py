"""The figures of a chart as a table, for those who would rather read or hear them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.panels.row_table import RowTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

_HEIGHT = 150
_AIR = 8
"""Pixels over and under a row's text."""


class FiguresTable(RowTable):
    """Hidden until it is asked for; read, and not edited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Without figures."""
        super().__init__("The figures of the chart", parent)
        self.setObjectName("chartFigures")
        self.setAlternatingRowColors(True)
        self.setFixedHeight(_HEIGHT)
        self.setWordWrap(False)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _AIR)
        self.horizontalHeader().setHighlightSections(False)
        self.hide()

    def show_rows(self, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show these rows from now on; the last column takes the width that is left."""
        super().show_rows(headers, rows)
        self.resizeColumnsToContents()

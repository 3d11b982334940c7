"""A list to look at: a word on what it is, and its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout

from desktop.ui.panels.plain_label import PlainLabel
from desktop.ui.panels.row_table import RowTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

_SIZE = (720, 420)


class RowList(QDialog):
    """Shows rows under headers; nothing in it can be changed."""

    def __init__(
        self,
        title: str,
        message: str,
        headers: Sequence[str],
        rows: Sequence[Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(*_SIZE)
        table = RowTable(title)
        table.show_rows(headers, rows)
        table.fit_columns()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (PlainLabel(message), table, buttons):
            column.addWidget(widget)

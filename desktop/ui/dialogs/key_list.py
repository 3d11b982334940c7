"""The list of keys: typing narrows it to the lines that hold every word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QVBoxLayout,
)

from desktop.ui.key_lines import key_lines
from desktop.ui.panels.row_table import RowTable

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_SIZE = (820, 560)
_KEYS_WIDTH = 250
_HEADERS = ("Where", "What", "Keys")
_TO_LIST = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}


class KeyList(QDialog):
    """Shows every key of the window; the arrows move in the list while words are typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self.resize(*_SIZE)
        self._words = QLineEdit()
        self._words.setPlaceholderText("Type a key or what you want to do, such as Ctrl+D or fill")
        self._words.setClearButtonEnabled(True)
        self._words.setAccessibleName("Find a key")
        self._words.textChanged.connect(self._narrow)
        self._list = _list()
        self._count = QLabel()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self._words, self._list, self._count, buttons):
            column.addWidget(widget)
        self._narrow("")
        self._words.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and page keys move in the list, wherever the keyboard is."""
        if event.key() in _TO_LIST:
            self._list.setFocus()
            self._list.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _narrow(self, text: str) -> None:
        """Show the lines that hold every word, in whatever column."""
        words, shown = text.casefold().split(), 0
        for row in range(self._list.rowCount()):
            line = " ".join(self._text(row, column) for column in range(len(_HEADERS))).casefold()
            fits = all(word in line for word in words)
            self._list.setRowHidden(row, not fits)
            shown += fits
        self._count.setText("No key does that." if not shown else f"{shown} of {self._list.rowCount()}")

    def _text(self, row: int, column: int) -> str:
        item = self._list.item(row, column)
        return item.text() if item is not None else ""


def _list() -> RowTable:
    table = RowTable("Keys")
    table.setObjectName("keyList")
    table.show_rows(_HEADERS, key_lines())
    header = table.horizontalHeader()
    header.setStretchLastSection(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    header.resizeSection(2, _KEYS_WIDTH)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return table

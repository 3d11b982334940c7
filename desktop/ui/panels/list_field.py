"""A field with a list beneath: the keys that move in the list work while words are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QListWidget

_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}
"""The rows that a key goes on by."""


class ListField(QLineEdit):
    """Keeps the keyboard, so that typing narrows the list at any time."""

    def __init__(self, moved: QListWidget, *, placeholder: str) -> None:
        """`moved` is the list; `placeholder` says what to type."""
        super().__init__(placeholderText=placeholder)
        self._list = moved
        moved.setTextElideMode(Qt.TextElideMode.ElideRight)
        moved.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, no further than its ends, or edit the words."""
        rows = _MOVES.get(Qt.Key(event.key()))
        if rows is None:
            super().keyPressEvent(event)
        elif self._list.count():
            self._list.setCurrentRow(max(0, min(self._list.count() - 1, self._list.currentRow() + rows)))

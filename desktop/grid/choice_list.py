"""A list that drops from a cell: arrows or the first letters choose, Enter takes, Escape leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QListWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_MOST_SHOWN = 10
_TAKES = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_F4}


class ChoiceList(QListWidget):
    """The words to choose from; goes when one is chosen or the officer does something else."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, words: Sequence[str], present: str, named: str) -> None:
        """Offer words, with the present one or else the first under the cursor."""
        super().__init__(parent)
        self._parent = parent
        self.setObjectName("choiceList")
        self.setAccessibleName(named)
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFont(parent.font())
        self.addItems(list(words))
        self.setCurrentRow(words.index(present) if present in words else 0)
        self.itemClicked.connect(lambda item: self._take(item.text()))

    def drop(self, cell: QRect) -> None:
        """Open beneath a cell, or above it where the screen ends; `cell` is in the parent's coordinates."""
        row, frame = self.sizeHintForRow(0), 2 * self.frameWidth()
        shown = min(self.count(), _MOST_SHOWN)
        bar = self.verticalScrollBar().sizeHint().width() if shown < self.count() else 0
        width = max(cell.width(), self.sizeHintForColumn(0) + frame + bar)
        parent = self._parent
        below = parent.mapToGlobal(cell.bottomLeft())
        area = QRect(below.x(), below.y() + 1, width, shown * row + frame)
        screen = parent.screen().availableGeometry()
        if area.bottom() > screen.bottom():
            area.moveBottom(parent.mapToGlobal(cell.topLeft()).y() - 1)
        area.moveLeft(max(screen.left(), min(area.left(), screen.right() + 1 - width)))
        self.setGeometry(area)
        self.show()
        self.setFocus()
        self.scrollToItem(self.currentItem())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take or leave; letters and arrows choose, as lists have it."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() in _TAKES:
            self._take(self.currentItem().text())
        elif event.key() == Qt.Key.Key_Escape or (alt and event.key() == Qt.Key.Key_Up):
            self.close()
        else:
            super().keyPressEvent(event)

    def _take(self, word: str) -> None:
        self.close()
        self.chosen.emit(word)

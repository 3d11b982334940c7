"""The cell bar: which cell is current, what it holds, and what its value means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from desktop.domain.cells import CellRef

_ADDRESS_WIDTH = 76
_LEAST_EDITOR = 200


class CellBar(QFrame):
    """Shows the current cell and takes what is typed for it."""

    typed = Signal(object, str)
    """The CellRef and the text that was committed with Enter."""
    left = Signal()
    """The officer goes back to the grid without a change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cell: CellRef | None = None
        self._text = ""
        self._address = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._address.setFixedWidth(_ADDRESS_WIDTH)
        self._address.setAccessibleName("Current cell")
        self._editor = _Editor()
        self._editor.setObjectName("cellBar")
        self._editor.setAccessibleName("Content of the current cell")
        self._editor.setMinimumWidth(_LEAST_EDITOR)
        self._meaning = _Context()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.addWidget(self._address)
        row.addWidget(self._editor, stretch=3)
        row.addWidget(self._meaning)
        self._editor.returnPressed.connect(self._commit)
        self._editor.escaped.connect(self._restore)
        self.show_cell(None, "", "")

    def show_cell(self, cell: CellRef | None, text: str, meaning: str) -> None:
        """Show a cell, the text that an editor of it starts with, and what the value means."""
        self._cell, self._text = cell, text
        self._address.setText(cell.a1 if cell is not None else "")
        self._editor.setText(text)
        self._editor.setCursorPosition(0)
        self._editor.setEnabled(cell is not None)
        self._meaning.setText(meaning)

    def edit(self) -> None:
        """Put the keyboard into the bar."""
        self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._editor.selectAll()

    def _commit(self) -> None:
        if self._cell is not None and self._editor.text() != self._text:
            self.typed.emit(self._cell, self._editor.text())
        self.left.emit()

    def _restore(self) -> None:
        self._editor.setText(self._text)
        self.left.emit()


class _Context(QLabel):
    """Gives way to the editor: cut with a sign where it has no room, whole in the tool tip."""

    def __init__(self) -> None:
        super().__init__()
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Hardly anything."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words from the right edge, as many as fit."""
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


class _Editor(QLineEdit):
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

"""The editor of a cell, with the keys that officers know from Excel."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from desktop.grid.keys import step_of
from desktop.grid.look import LEADING, PADDING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from desktop.grid.columns import GridColumn

_Modifier = Qt.KeyboardModifier
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_ARROWS: Final[Mapping[int, tuple[int, int]]] = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class CellEditor(QPlainTextEdit):
    """Edits one cell's text; grows to show all of it.

    Begun by typing, an arrow key commits and moves on; begun with F2 or a double click, it moves in the text.
    `stepped` asks to commit and to move by rows and columns, `spread` to commit to every selected cell,
    `abandoned` to leave the cell as it was.
    """

    stepped = Signal(int, int)
    spread = Signal()
    abandoned = Signal()

    def __init__(self, parent: QWidget, column: GridColumn, *, typing: bool) -> None:
        """Make the editor of a column's cell."""
        super().__init__(parent)
        self._limits = parent
        self._typing = typing
        self._wraps = max(column.lines, column.most) > 1
        self._cell = QRect()
        self.setObjectName("cellEditor")
        self.setAccessibleName(column.spoken)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setLineWrapMode(
            QPlainTextEdit.LineWrapMode.WidgetWidth if self._wraps else QPlainTextEdit.LineWrapMode.NoWrap
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.textChanged.connect(self._grow)

    @property
    def text(self) -> str:
        """What is typed so far."""
        return self.toPlainText()

    def begin(self, text: str, *, typed: bool = False) -> None:
        """Start with a text: typing replaces what stood in the cell and goes on from what was `typed`."""
        self.setPlainText(text)
        if self._typing and not typed:
            self.selectAll()
        else:
            self.moveCursor(self.textCursor().MoveOperation.End)

    def place(self, cell: QRect) -> None:
        """Stand over a cell, in the parent's coordinates."""
        self._cell = QRect(cell)  # a copy: an option's rectangle goes with the option
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commit, leave or start a new line as in Excel; everything else edits the text."""
        key, modifiers = event.key(), event.modifiers()
        control, alt = modifiers & _Modifier.ControlModifier, modifiers & _Modifier.AltModifier
        step = step_of(event) or (_ARROWS.get(key) if self._typing and not modifiers else None)
        if key == Qt.Key.Key_Escape:
            self.abandoned.emit()
        elif key in _ENTER and control:
            self.spread.emit()
        elif key in _ENTER and alt:
            self.insertPlainText("\n")
        elif key == Qt.Key.Key_Semicolon and control:
            self.insertPlainText(f"{dt.date.today():%d/%m/%Y}")  # noqa: DTZ011 - the officer's own day
        elif step is not None:
            self.stepped.emit(*step)
        else:
            if key == Qt.Key.Key_F2:
                self._typing = not self._typing
            super().keyPressEvent(event)

    def _grow(self) -> None:
        """Show the whole text: to the right, or downwards where the column wraps; never out of the view."""
        limit = self._limits.rect()
        cell = self._cell
        wanted = self._wanted(cell)
        height = min(max(cell.height(), wanted.height()), max(limit.height(), cell.height()))
        width = max(cell.width(), min(wanted.width(), limit.right() - cell.left()))
        top = max(limit.top(), min(cell.top(), limit.bottom() + 1 - height))
        above = LEADING if self._wraps else max(0, (cell.height() - self.fontMetrics().lineSpacing()) // 2)
        self.setViewportMargins(PADDING, above, 0, 0)
        self.setGeometry(QRect(cell.left(), top, width, height))

    def _wanted(self, cell: QRect) -> QSize:
        line = self.fontMetrics().lineSpacing()
        if not self._wraps:
            widest = max(map(self.fontMetrics().horizontalAdvance, self.text.split("\n")))
            return QSize(widest + 3 * PADDING, self.blockCount() * line + LEADING)
        box = self.fontMetrics().boundingRect(
            QRect(0, 0, cell.width() - 2 * PADDING, 1_000_000),
            int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere),
            self.text,
        )
        return QSize(cell.width(), box.height() + line + 2 * LEADING)

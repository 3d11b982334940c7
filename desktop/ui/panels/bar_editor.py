"""Edits a cell's text in the cell bar: one line at rest, as many as it needs while it is written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

_MOST_LINES = 8
_AIR = 3
_LEAST_WIDTH = 200
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_SHIFT_OR_ALT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


class BarEditor(QPlainTextEdit):
    """A text that Enter commits and Escape restores; Alt and Enter begin a new line.

    It grows while it has the keyboard, or as long as it is `tall`; at rest an ellipsis tells that there is
    more than one line.
    """

    committed = Signal()
    restored = Signal()
    left = Signal()
    """The keyboard went elsewhere, not into a menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tall = False
        self.document().setDocumentMargin(_AIR)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.textChanged.connect(self._grow)
        self._grow()

    def text(self) -> str:
        """What is typed so far."""
        return self.toPlainText()

    @property
    def tall(self) -> bool:
        """Whether it shows several lines at rest, too."""
        return self._tall

    @tall.setter
    def tall(self, tall: bool) -> None:
        self._tall = tall
        self._grow()

    @property
    def whole(self) -> bool:
        """Whether one line is all there is."""
        return self._lines() <= 1

    def sizeHint(self) -> QSize:
        """One line, or those that it shows now."""
        return QSize(super().sizeHint().width(), self._height(self._shown()))

    def minimumSizeHint(self) -> QSize:
        """As high as it wants to be: never a line cut in half."""
        return QSize(_LEAST_WIDTH, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commit, restore or begin a new line; everything else edits the text."""
        if event.key() == Qt.Key.Key_Escape:
            self.restored.emit()
        elif event.key() in _ENTER and event.modifiers() & _SHIFT_OR_ALT:
            self.insertPlainText("\n")
        elif event.key() in _ENTER:
            self.committed.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Grow to show the whole text."""
        super().focusInEvent(event)
        self._grow()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Shrink to one line, and tell it unless a menu or another window has the keyboard for a while."""
        super().focusOutEvent(event)
        passing = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
        if event.reason() not in passing | {Qt.FocusReason.MenuBarFocusReason}:
            self._grow()
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps the text otherwise."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """At rest one line stands for the whole text, with an ellipsis where there is more."""
        if self._opened or self.whole:
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self.viewport().rect().adjusted(_AIR, _AIR, -_AIR, 0)
        shown = self.fontMetrics().elidedText(
            " ".join(self.text().split()), Qt.TextElideMode.ElideRight, room.width()
        )
        if not shown.endswith("…"):
            shown += " …"
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), shown)
        painter.end()

    @property
    def _opened(self) -> bool:
        return self._tall or self.hasFocus()

    def _shown(self) -> int:
        return max(1, min(_MOST_LINES, self._lines())) if self._opened else 1

    def _lines(self) -> int:
        """The lines that the text takes in the width there is; past the most that are shown any number."""
        block, lines = self.document().firstBlock(), 0
        while block.isValid() and lines <= _MOST_LINES:
            self.blockBoundingRect(block)  # lays the paragraph out
            lines += max(1, block.layout().lineCount())
            block = block.next()
        return lines

    def _height(self, lines: int) -> int:
        frame = 2 * self.frameWidth()
        return lines * self.fontMetrics().lineSpacing() + 2 * _AIR + frame + 1

    def _grow(self) -> None:
        lines = self._lines()
        more = lines > _MOST_LINES and self._opened
        wanted = Qt.ScrollBarPolicy.ScrollBarAsNeeded if more else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() is not wanted:
            self.setVerticalScrollBarPolicy(wanted)
        self.setFixedHeight(self._height(self._shown()))
        self.viewport().update()

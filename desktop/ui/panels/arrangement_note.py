"""Says beneath the grid what of a table is not shown, and in which order it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class ArrangementNote(QFrame):
    """Hidden while a table is shown as it stands in its sheet."""

    again_wanted = Signal()
    """Filter and sort once more, what was edited since among it."""
    clear_wanted = Signal()
    """Show every row and column, in the order of the sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("arrangementNote")
        self._words = _Line()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 4, 2)
        row.addWidget(self._words, stretch=1)
        for name, wanted in (("Again", self.again_wanted), ("Show all", self.clear_wanted)):
            button = QToolButton()
            button.setText(name)
            button.clicked.connect(wanted)
            row.addWidget(button)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, words: str) -> None:
        """Say how the table is arranged; nothing hides the note."""
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self.setVisible(bool(words))


class _Line(QLabel):
    """One line, cut with a sign where it has no room, whole in the tool tip."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As many of the words as fit."""
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()

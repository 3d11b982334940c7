"""A line of words that gives way: cut with a sign where it has no room, whole in the tool tip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.ui.panels.quiet_label import standing_back

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class ElidedLabel(QLabel):
    """Words in one line from the left or the right edge, as many as fit; `name` says what they are about."""

    def __init__(self, name: str, across: Qt.AlignmentFlag, *, quiet: bool = False) -> None:
        super().__init__()
        self._name, self._across, self._quiet = name, across, quiet
        self.setAccessibleName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def say(self, words: str) -> None:
        """Show other words, which a screen reader reads out after what they are about."""
        self.setText(" ".join(words.split()))
        self.setAccessibleName(f"{self._name}: {words or 'nothing'}")

    def minimumSizeHint(self) -> QSize:
        """Hardly anything."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words that fit."""
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        loud = self.palette().color(self.foregroundRole())
        painter.setPen(standing_back(self.palette()) if self._quiet else loud)
        painter.drawText(room, self._across | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()

"""Says beneath the grid what of a table is not shown, and in which order it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton

from desktop.ui.panels.elided_label import ElidedLabel


class ArrangementNote(QFrame):
    """Hidden while a table is shown as it stands in its sheet."""

    again_wanted = Signal()
    """Filter and sort once more, what was edited since among it."""
    clear_wanted = Signal()
    """Show every row and column, in the order of the sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("arrangementNote")
        self._words = ElidedLabel("How the table is shown", Qt.AlignmentFlag.AlignLeft)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
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
        self._words.say(words)
        self.setVisible(bool(words))

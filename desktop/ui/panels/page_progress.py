"""Tells how many pages are done while many are written or printed, and lets the officer stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_PATIENCE = 400
"""Milliseconds until it is worth being told."""


class PageProgress(QProgressDialog):
    """Shows itself where the pages take a while; what has been written so far is given up when stopped."""

    def __init__(self, saying: str, parent: QWidget) -> None:
        super().__init__(saying, "Stop", 0, 0, parent)
        self.setWindowTitle("Milepost")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumDuration(_PATIENCE)

    def told(self, done: int, of: int) -> bool:
        """Show how many pages of how many are done; False where the officer has stopped it."""
        self.setMaximum(of)
        self.setValue(done)
        return not self.wasCanceled()

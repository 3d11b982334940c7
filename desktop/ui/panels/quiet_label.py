"""A label whose words stand back, and can still be read on a light and on a dark ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

_SHARE = 0.74
"""Of the text's own colour; a placeholder's half is too pale to be read with ease."""


def standing_back(palette: QPalette) -> QColor:
    """The colour of quiet words: at least 4.5:1 to the ground where the palette's text has 14:1."""
    colour = palette.color(QPalette.ColorRole.WindowText)
    colour.setAlphaF(_SHARE)
    return colour


class QuietLabel(QLabel):
    """Shows its words in the quiet colour of whatever palette it has."""

    def __init__(self) -> None:
        super().__init__()
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._stand_back()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._stand_back()

    def _stand_back(self) -> None:
        palette = self.palette()
        colour = standing_back(palette)
        if palette.color(QPalette.ColorRole.PlaceholderText) != colour:
            palette.setColor(QPalette.ColorRole.PlaceholderText, colour)
            self.setPalette(palette)

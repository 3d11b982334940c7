"""The label beside the pointer that says what a fill will put into the last cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel

from desktop.grid.copied import Source
from desktop.grid.fill import last_content
from desktop.workbook.formats import shown

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.grid.cells_model import CellsModel
    from desktop.grid.fill import Fill

_LONGEST = 40
_BESIDE = QPoint(14, 14)


class FillLabel(QLabel):
    """Shown over the cells while the fill handle is dragged."""

    def __init__(self, viewport: QWidget) -> None:
        """Wait, unseen, over this viewport."""
        super().__init__(viewport)
        self._viewport = viewport
        self.setObjectName("fillLabel")
        self.setAccessibleName("What the last cell will hold")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.Box)
        self.setMargin(2)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, model: CellsModel, fill: Fill, pointer: QPoint) -> None:
        """Say what a fill would put into the last cell, beside the pointer and within the view."""
        words = " ".join(_preview(model, fill).split())
        self.say_words(f"{words[:_LONGEST]}…" if len(words) > _LONGEST else words or "blank", pointer)

    def say_words(self, words: str, pointer: QPoint) -> None:
        """Say something short beside the pointer and within the view."""
        self.setText(words)
        self.adjustSize()
        area = self._viewport.rect()
        place = pointer + _BESIDE
        self.move(min(place.x(), area.right() - self.width()), min(place.y(), area.bottom() - self.height()))
        self.show()


def _preview(model: CellsModel, fill: Fill) -> str:
    content = last_content(model, fill)
    cell = model.cell(fill.source.top, fill.source.left)
    if isinstance(content, str) or cell is None:
        return content if isinstance(content, str) else ""
    return shown(content, Source(model.document.workbook, cell).code)

"""Small multiples on the screen: as many side by side as there is room for, those in sight painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF
from PySide6.QtGui import QColor, QFontMetricsF

from desktop.charts.marks import pen
from desktop.charts.pick_area import PickArea
from desktop.charts.small_chart import LINES, draw_small
from desktop.charts.theme import THIN

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from desktop.charts.multiples import Multiples, Small
    from desktop.charts.theme import Theme

_LETTERS = 34
"""How many average letters a small chart is wide at the least."""


class MultiplesView(PickArea):
    """Shows small charts; arrow keys go from one to the next, Enter goes to the indicator."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until `show_multiples`."""
        super().__init__(parent)
        self.setObjectName("multiples")
        self._smalls: tuple[Small, ...] = ()

    def show_multiples(self, multiples: Multiples) -> None:
        """Show these charts; the indicator that was picked stays so where it is still among them."""
        picked = self._items[self.picked].cell if self._items else None
        self._smalls = multiples.smalls
        cells = [small.cell for small in self._items]
        self.setAccessibleName(f"Small charts of {multiples.title}")
        self._take(multiples.summary, cells.index(picked) if picked in cells else 0)

    @property
    def _items(self) -> tuple[Small, ...]:
        return self._smalls

    @property
    def _across(self) -> int:
        least = QFontMetricsF(self.font()).averageCharWidth() * _LETTERS
        return max(1, int(self.viewport().width() // least))

    @property
    def _row_height(self) -> float:
        return QFontMetricsF(self.font()).height() * LINES

    def _paint_item(self, painter: QPainter, theme: Theme, number: int, box: QRectF) -> None:
        if number == self.picked:
            painter.fillRect(box, QColor(theme.envelope))
        painter.setPen(pen(theme.grid, THIN))
        painter.drawLine(QLineF(box.bottomLeft(), box.bottomRight()))
        painter.drawLine(QLineF(box.topRight(), box.bottomRight()))
        draw_small(painter, self._items[number], box, theme)

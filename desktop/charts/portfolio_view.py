"""The strands of a plan on the screen: a stacked bar for each, its counts written in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFontMetricsF

from desktop.charts.pick_area import PickArea
from desktop.charts.portfolio_plot import LEADING, paint_strand

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from desktop.charts.portfolio import Bar, Portfolio
    from desktop.charts.theme import Theme


class PortfolioView(PickArea):
    """Shows a portfolio; Enter goes to the first milestone of a strand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until `show_portfolio`."""
        super().__init__(parent)
        self.setObjectName("portfolio")
        self.setAccessibleName("Strands of the plan")
        self._picture: Portfolio | None = None

    def show_portfolio(self, picture: Portfolio) -> None:
        """Show the strands; the picked one stays picked by its place."""
        self._picture = picture
        self._take(picture.summary, self.picked)

    @property
    def _items(self) -> tuple[Bar, ...]:
        return self._picture.bars if self._picture is not None else ()

    @property
    def _row_height(self) -> float:
        return QFontMetricsF(self.font()).height() * LEADING

    def _paint_item(self, painter: QPainter, theme: Theme, number: int, box: QRectF) -> None:
        bar = self._items[number]
        if number == self.picked:
            painter.fillRect(box, QColor(theme.envelope))
        paint_strand(painter, theme, bar, box, self._picture.most if self._picture is not None else 1)

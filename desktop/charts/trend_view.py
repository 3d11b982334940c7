"""The milestone trend on the screen: the lines at the left, and the milestones that they are at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap

from desktop.charts.marks import pen
from desktop.charts.pick_area import PickArea
from desktop.charts.theme import THIN
from desktop.charts.trend_list import LEADING, paint_course
from desktop.charts.trend_plot import TrendPlot

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from PySide6.QtWidgets import QWidget

    from desktop.charts.theme import Theme
    from desktop.charts.trend import Course, Trend

_PLOT_SHARE = 0.58
_NEAR = 12.0
"""Pixels within which a click on a point means its line."""


class TrendView(PickArea):
    """Shows a trend; the milestone that is picked in the list is the line that stands out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until `show_trend`."""
        super().__init__(parent)
        self.setObjectName("milestoneTrend")
        self.setAccessibleName("Milestone trend")
        self._trend: Trend | None = None
        self._painted: tuple[object, QPixmap] | None = None

    def show_trend(self, trend: Trend) -> None:
        """Show the courses; the milestone that was picked stays so where it is still among them."""
        picked = self._items[self.picked].cell if self._items else None
        self._trend = trend
        self._painted = None
        cells = [course.cell for course in trend.courses]
        self.setAccessibleName(trend.title)
        self._take(trend.summary, cells.index(picked) if picked in cells else 0)

    @property
    def _items(self) -> tuple[Course, ...]:
        return self._trend.courses if self._trend is not None else ()

    @property
    def _row_height(self) -> float:
        return QFontMetricsF(self.font()).height() * LEADING

    @property
    def _edge(self) -> float:
        """Where the list begins."""
        return self.viewport().width() * _PLOT_SHARE

    def box_of(self, number: int) -> QRectF:
        """Where a milestone stands in the list, in sight or not."""
        return super().box_of(number).adjusted(self._edge, 0, 0, 0)

    def item_at(self, spot: QPointF) -> int | None:
        """The milestone at a place of the list, or whose line has a point there; None where there is none."""
        return super().item_at(spot) if spot.x() >= self._edge else self._line_at(spot)

    def _line_at(self, spot: QPointF) -> int | None:
        plot = self._plot()
        if plot is None:
            return None
        near = [
            ((point - spot).manhattanLength(), number)
            for number, course in enumerate(self._items)
            for point in plot.spots(course)
        ]
        distance, number = min(near, default=(_NEAR + 1, 0))
        return number if distance <= _NEAR else None

    def _plot(self) -> TrendPlot | None:
        if self._trend is None:
            return None
        rect = QRectF(0, 0, self._edge, self.viewport().height())
        return TrendPlot(self._trend, rect, QFontMetricsF(self.font()))

    def _paint_head(self, painter: QPainter, theme: Theme) -> None:
        """The plot, which stands still while the list scrolls."""
        plot = self._plot()
        if plot is not None:
            painter.drawPixmap(0, 0, self._lines(plot, theme))
            plot.paint_picked(painter, theme, self.picked)
        painter.setPen(pen(theme.grid, THIN))
        painter.drawLine(QLineF(self._edge, 0, self._edge, self.viewport().height()))

    def _lines(self, plot: TrendPlot, theme: Theme) -> QPixmap:
        """All lines as they were painted last: of a large plan they are too many to paint for every key."""
        ratio = self.devicePixelRatioF()
        size = QSize(round(self._edge * ratio), round(self.viewport().height() * ratio))
        key = (size, theme, self.font().key())
        if self._painted is None or self._painted[0] != key:
            lines = QPixmap(size)
            lines.setDevicePixelRatio(ratio)
            lines.fill(QColor(theme.ground))
            painter = QPainter(lines)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self.font())
            plot.paint(painter, theme)
            painter.end()
            self._painted = key, lines
        return self._painted[1]

    def _paint_item(self, painter: QPainter, theme: Theme, number: int, box: QRectF) -> None:
        course, picked = self._items[number], number == self.picked
        if picked:
            painter.fillRect(box, QColor(theme.envelope))
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), QColor(theme.planned))
        paint_course(painter, theme, course, box, picked=picked)

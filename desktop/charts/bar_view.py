"""The bars of a breakdown on the screen: a row for each line, its label, its bar and its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from desktop.charts.labels import elided
from desktop.charts.marks import pen
from desktop.charts.theme import DASHED, THIN, theme_for
from desktop.domain.breakdown import Against

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop.charts.bars import Bar, BarsPicture
    from desktop.charts.theme import Theme

_WORDS_SHARE = 0.42
"""The share of the width that labels take; bars and numbers have the rest."""
_MARGIN = 10.0
_ROW_LEADING = 1.7
_THICK = 0.62
"""How high a bar is, of its row."""


class BarView(QAbstractScrollArea):
    """Shows one column of a breakdown; a click on a row goes to its cell."""

    cell_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until `show_bars`."""
        super().__init__(parent)
        self.setObjectName("breakdownBars")
        self.setAccessibleName("Bars")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumSize(240, 120)
        self._picture: BarsPicture | None = None

    def show_bars(self, picture: BarsPicture) -> None:
        """Draw the bars, and bring the chosen one into sight."""
        self._picture = picture
        self.setAccessibleName(f"Bars of {picture.title}")
        self.setAccessibleDescription(picture.summary)
        self._fit()
        self.viewport().update()

    @property
    def _row_height(self) -> float:
        return QFontMetricsF(self.font()).height() * _ROW_LEADING

    def _fit(self) -> None:
        """Give the scroll bar its range, and bring the chosen bar into sight."""
        picture = self._picture
        rows = len(picture.bars) if picture is not None else 0
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, round(rows * self._row_height - room)))
        bar.setPageStep(max(1, room))
        bar.setSingleStep(round(self._row_height))
        top = (picture.chosen if picture is not None else 0) * self._row_height
        bar.setValue(round(min(max(bar.value(), top + self._row_height - room), top)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the rows to the new height."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rows in sight, and the line of the whole behind them."""
        painter = QPainter(self.viewport())
        theme = theme_for(self.palette())
        painter.fillRect(self.viewport().rect(), QColor(theme.ground))
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter, theme, self._picture)
        painter.end()

    def _paint(self, painter: QPainter, theme: Theme, picture: BarsPicture) -> None:
        width, height = self.viewport().width(), self.viewport().height()
        scrolled = self.verticalScrollBar().value()
        first = int(scrolled // self._row_height)
        count = int(height // self._row_height) + 2
        for number, bar in enumerate(picture.bars[first : first + count], start=first):
            box = QRectF(0, number * self._row_height - scrolled, width, self._row_height)
            self._paint_label(painter, theme, bar, box)
            self._paint_whole(painter, theme, box)
            self._paint_bar(painter, theme, bar, box)

    def _paint_whole(self, painter: QPainter, theme: Theme, box: QRectF) -> None:
        """The line that a ratio is held against; bars and numbers stand before it."""
        if self._picture is not None and self._picture.whole is not None:
            x = self._x(self._picture.whole)
            painter.setPen(pen(theme.target, THIN, DASHED))
            painter.drawLine(QLineF(x, box.top(), x, box.bottom()))

    def _paint_label(self, painter: QPainter, theme: Theme, bar: Bar, box: QRectF) -> None:
        if bar.chosen:
            painter.fillRect(box, QColor(theme.envelope))
            painter.fillRect(QRectF(0, box.top(), 3, box.height()), QColor(theme.planned))
        font = QFont(self.font())
        font.setBold(bar.chosen)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        room = box.width() * _WORDS_SHARE - 2 * _MARGIN
        painter.setPen(QColor(theme.text))
        place = QRectF(_MARGIN, box.top(), room, box.height())
        painter.drawText(
            place, Qt.AlignmentFlag.AlignVCenter, elided(bar.label, room, metrics.horizontalAdvance)
        )

    def _paint_bar(self, painter: QPainter, theme: Theme, bar: Bar, box: QRectF) -> None:
        left, right = self._x(0.0), self._x(bar.number)
        thick = box.height() * _THICK
        painter.fillRect(
            QRectF(left, box.center().y() - thick / 2, max(1.0, right - left), thick),
            QColor(_colour(theme, bar.against)),
        )
        words = f"{bar.text}  {bar.against.mark}" if bar.against is not None else bar.text
        wide = painter.fontMetrics().horizontalAdvance(words)
        place = QRectF(right + 6, box.top(), wide, box.height())
        painter.fillRect(place.adjusted(-3, 2, 3, -2), QColor(theme.envelope if bar.chosen else theme.ground))
        painter.setPen(QColor(theme.text))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)

    def _x(self, number: float) -> float:
        """Where a number lies across; the longest bar leaves room for its number."""
        picture = self._picture
        width = self.viewport().width()
        left = width * _WORDS_SHARE
        widest = QFontMetricsF(self.font()).horizontalAdvance("000,000  A ▲ ")
        room = max(1.0, width - left - widest)
        most = picture.most if picture is not None else 1.0
        return left + room * max(0.0, number) / most

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Wait for the button to be let go."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the cell of the bar that is clicked."""
        bar = self.bar_at(event.position().y())
        if bar is not None:
            self.cell_wanted.emit(bar.cell)
        event.accept()

    def bar_at(self, y: float) -> Bar | None:
        """The bar at a height of the viewport; None beneath the last."""
        bars = self._picture.bars if self._picture is not None else ()
        number = int((y + self.verticalScrollBar().value()) // self._row_height)
        return bars[number] if 0 <= number < len(bars) else None


def _colour(theme: Theme, against: Against | None) -> str:
    """Neither above nor below is good or bad: two hues that letter and shape always go with."""
    if against is Against.BELOW:
        return theme.compared
    return theme.quiet if against is Against.IN_LINE else theme.actual

"""The bars of a breakdown on the screen: a row for each line, its label, its bar and its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from desktop.charts.labels import elided
from desktop.charts.marks import pen
from desktop.charts.pick_area import PickArea
from desktop.charts.theme import DASHED, THIN
from desktop.domain.breakdown import Against

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from desktop.charts.bars import Bar, BarsPicture
    from desktop.charts.theme import Theme

_WORDS_SHARE = 0.42
"""The share of the width that labels take; bars and numbers have the rest."""
_MARGIN = 10.0
_ROW_LEADING = 1.7
_THICK = 0.62
"""How high a bar is, of its row."""
_WIDEST = "000,000  A ▲ "
"""What there is room for beyond the longest bar."""


class BarView(PickArea):
    """Shows one column of a breakdown; Enter or a double click goes to the cell of a bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until `show_bars`."""
        super().__init__(parent)
        self.setObjectName("breakdownBars")
        self.setAccessibleName("Bars")
        self._picture: BarsPicture | None = None

    def show_bars(self, picture: BarsPicture) -> None:
        """Draw the bars, and bring the chosen one into sight."""
        self._picture = picture
        self.setAccessibleName(f"Bars of {picture.title}")
        self._take(picture.summary, picture.chosen)

    @property
    def _items(self) -> tuple[Bar, ...]:
        return self._picture.bars if self._picture is not None else ()

    @property
    def _row_height(self) -> float:
        return QFontMetricsF(self.font()).height() * _ROW_LEADING

    def _paint_item(self, painter: QPainter, theme: Theme, number: int, box: QRectF) -> None:
        bar = self._items[number]
        font = QFont(self.font())
        font.setBold(bar.chosen)
        painter.setFont(font)
        ground = QColor(theme.envelope if bar.chosen else theme.ground)
        painter.fillRect(box, ground)
        if bar.chosen:
            painter.fillRect(QRectF(0, box.top(), 3, box.height()), QColor(theme.planned))
        self._paint_whole(painter, theme, box)
        self._paint_label(painter, theme, bar, box)
        self._paint_bar(painter, theme, bar, box, ground)

    def _paint_whole(self, painter: QPainter, theme: Theme, box: QRectF) -> None:
        """The line that a ratio is held against; bars and numbers stand before it."""
        if self._picture is not None and self._picture.whole is not None:
            x = self._x(self._picture.whole)
            painter.setPen(pen(theme.target, THIN, DASHED))
            painter.drawLine(QLineF(x, box.top(), x, box.bottom()))

    def _paint_label(self, painter: QPainter, theme: Theme, bar: Bar, box: QRectF) -> None:
        room = box.width() * _WORDS_SHARE - 2 * _MARGIN
        label = elided(bar.label, room, QFontMetricsF(painter.font()).horizontalAdvance)
        painter.setPen(QColor(theme.text))
        painter.drawText(QRectF(_MARGIN, box.top(), room, box.height()), Qt.AlignmentFlag.AlignVCenter, label)

    def _paint_bar(self, painter: QPainter, theme: Theme, bar: Bar, box: QRectF, ground: QColor) -> None:
        left, right = self._x(0.0), self._x(bar.number)
        thick = box.height() * _THICK
        drawn = QRectF(left, box.center().y() - thick / 2, max(1.0, right - left), thick)
        painter.fillRect(drawn, QColor(_colour(theme, bar.against)))
        words = f"{bar.text}  {bar.against.mark}" if bar.against is not None else bar.text
        wide = painter.fontMetrics().horizontalAdvance(words)
        place = QRectF(right + 6, box.top(), wide, box.height())
        painter.fillRect(place.adjusted(-3, 0, 3, 0), ground)
        painter.setPen(QColor(theme.text))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)

    def _x(self, number: float) -> float:
        """Where a number lies across; the longest bar leaves room for its number."""
        width = self.viewport().width()
        left = width * _WORDS_SHARE
        room = max(1.0, width - left - QFontMetricsF(self.font()).horizontalAdvance(_WIDEST))
        most = self._picture.most if self._picture is not None else 1.0
        return left + room * max(0.0, number) / most


def _colour(theme: Theme, against: Against | None) -> str:
    """Neither above nor below is good or bad: two hues that letter and shape always go with."""
    if against is Against.BELOW:
        return theme.compared
    return theme.quiet if against is Against.IN_LINE else theme.actual

"""The strands of a plan on the screen: a stacked bar for each, its counts written in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from desktop.charts.labels import elided
from desktop.charts.marks import pen
from desktop.charts.pick_area import PickArea
from desktop.charts.theme import DASHED, THIN
from desktop.domain.plan import Status

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from desktop.charts.portfolio import Bar, Portfolio, Segment
    from desktop.charts.theme import Theme
    from desktop.domain.cells import CellRef

_WORDS_SHARE = 0.36
_MARGIN = 12.0
_LEADING = 3.2
"""Heights of a line that a strand takes."""
_THICK = 0.5
"""The share of its row that a bar takes."""
_FULL = {Status.COMPLETE, Status.DELAYED}
_GIVEN_UP = {Status.CANCELLED, None}


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
    def _bars(self) -> tuple[Bar, ...]:
        return self._picture.bars if self._picture is not None else ()

    @property
    def _count(self) -> int:
        return len(self._bars)

    @property
    def _row_height(self) -> float:
        return QFontMetricsF(self.font()).height() * _LEADING

    def _cell_of(self, number: int) -> CellRef:
        return self._bars[number].cell

    def _words_of(self, number: int) -> str:
        return self._bars[number].words

    def _paint_item(self, painter: QPainter, theme: Theme, number: int, box: QRectF) -> None:
        bar = self._bars[number]
        if number == self.picked:
            painter.fillRect(box, QColor(theme.envelope))
        painter.setPen(pen(theme.grid, THIN))
        painter.drawLine(QLineF(box.bottomLeft(), box.bottomRight()))
        self._paint_words(painter, theme, bar, box)
        self._paint_bar(painter, theme, bar, box)

    def _paint_words(self, painter: QPainter, theme: Theme, bar: Bar, box: QRectF) -> None:
        """The verdict, the strand, and beneath it how many milestones it has."""
        strong = QFont(self.font())
        strong.setBold(True)
        mark = f"{bar.rag.shape} {bar.rag.letter}"
        wide = QFontMetricsF(strong).horizontalAdvance("■ W ")
        line = QFontMetricsF(self.font()).height()
        left = box.left() + _MARGIN
        top = box.top() + (box.height() - 2 * line) / 2
        room = box.width() * _WORDS_SHARE - wide - 2 * _MARGIN
        for text, font, colour, at in (
            (mark, strong, theme.status(bar.rag), QRectF(left, top, wide, line)),
            (bar.name, strong, theme.text, QRectF(left + wide, top, room, line)),
            (bar.counts, self.font(), theme.quiet, QRectF(left + wide, top + line, room, line)),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = elided(text, at.width(), QFontMetricsF(font).horizontalAdvance)
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_bar(self, painter: QPainter, theme: Theme, bar: Bar, box: QRectF) -> None:
        """The segments, each as long as its count, and after them how many are overdue."""
        metrics = QFontMetricsF(self.font())
        left = box.left() + box.width() * _WORDS_SHARE
        after = metrics.horizontalAdvance("0000 overdue") + _MARGIN
        most = self._picture.most if self._picture is not None else 1
        unit = max(1.0, box.right() - left - after - _MARGIN) / most
        thick = box.height() * _THICK
        top = box.top() + (box.height() - thick) / 2
        for segment in bar.segments:
            place = QRectF(left, top, segment.count * unit, thick)
            _paint_segment(painter, theme, segment, place)
            left = place.right()
        painter.setFont(self.font())
        painter.setPen(QColor(theme.error))
        painter.drawText(QRectF(left + 8, top, after, thick), Qt.AlignmentFlag.AlignVCenter, bar.late)


def _paint_segment(painter: QPainter, theme: Theme, segment: Segment, place: QRectF) -> None:
    """A bar filled for what is done or delayed, tinted for what goes on, open for what has not begun."""
    held = segment.status in {Status.DELAYED, Status.ON_HOLD}
    colour = theme.amber if held else theme.quiet if segment.status in _GIVEN_UP else theme.actual
    full = segment.status in _FULL
    going = segment.status in {Status.ON_TRACK, Status.ONGOING}
    ground = colour if full else theme.envelope if going else theme.ground
    inner = place.adjusted(0.5, 0.5, -1.5, -0.5)
    painter.setBrush(QColor(ground))
    painter.setPen(pen(colour, THIN, DASHED if segment.status in _GIVEN_UP else ()))
    painter.drawRect(inner)
    painter.setPen(QColor(theme.ground if full else theme.text))
    advance = painter.fontMetrics().horizontalAdvance
    texts = (segment.mark, str(segment.count))
    shown = next((text for text in texts if advance(text) + 4 <= inner.width()), "")
    painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, shown)

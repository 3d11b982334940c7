"""A strand as a row: its verdict and name, and a stacked bar with its counts, on the screen and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from desktop.charts.labels import broken, elided
from desktop.charts.marks import pen
from desktop.charts.theme import DASHED, THIN
from desktop.domain.plan import Status

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.charts.portfolio import Bar, Segment
    from desktop.charts.theme import Theme

_WORDS_SHARE = 0.36
_MARGIN = 12.0
LEADING, TOLD_LEADING = 3.2, 4.2
"""Heights of a line that a strand takes, and that it takes where its counts are told in words too."""
_THICK = 1.6
"""Heights of a line that a bar takes."""
_FULL = {Status.COMPLETE, Status.DELAYED}
_GIVEN_UP = {Status.CANCELLED, None}


def paint_strand(
    painter: QPainter, theme: Theme, bar: Bar, box: QRectF, most: int, *, told: bool = False
) -> None:
    """Paint a strand in the painter's font; the longest bar of all is of `most` milestones.

    `told` writes beneath the bar what its counts are, and the name over two lines where it needs them.
    """
    painter.setPen(pen(theme.grid, THIN))
    painter.drawLine(QLineF(box.bottomLeft(), box.bottomRight()))
    font = QFont(painter.font())
    _paint_words(painter, theme, bar, box, 2 if told else 1)
    painter.setFont(font)
    line = QFontMetricsF(font).height()
    beneath = line * 1.1 if told else 0.0
    left = box.left() + box.width() * _WORDS_SHARE
    top = box.top() + (box.height() - _THICK * line - beneath) / 2
    _paint_bar(painter, theme, bar, QRectF(left, top, box.right() - left, _THICK * line), most)
    if told:
        painter.setPen(QColor(theme.quiet))
        place = QRectF(left, top + _THICK * line, box.right() - left - _MARGIN, beneath)
        shown = elided(bar.told, place.width(), QFontMetricsF(font).horizontalAdvance)
        painter.drawText(place, Qt.AlignmentFlag.AlignBottom, shown)
    painter.setFont(font)


def _paint_words(painter: QPainter, theme: Theme, bar: Bar, box: QRectF, most: int) -> None:
    """The verdict, the strand in up to so many lines, and beneath it how many milestones it has."""
    plain, strong = QFont(painter.font()), QFont(painter.font())
    strong.setBold(True)
    metrics = QFontMetricsF(strong)
    wide, line = metrics.horizontalAdvance("■ W "), QFontMetricsF(plain).height()
    room = box.width() * _WORDS_SHARE - wide - 2 * _MARGIN
    names = broken(bar.name, room, most, metrics.horizontalAdvance)
    left = box.left() + _MARGIN
    top = box.top() + (box.height() - (len(names) + 1) * line) / 2
    counts = elided(bar.counts, room, QFontMetricsF(plain).horizontalAdvance)
    mark = f"{bar.rag.shape} {bar.rag.letter}"
    lines = [(mark, strong, theme.status(bar.rag), QRectF(left, top, wide, line))]
    texts = [*((name, strong, theme.text) for name in names), (counts, plain, theme.quiet)]
    for number, (text, font, colour) in enumerate(texts):
        lines.append((text, font, colour, QRectF(left + wide, top + number * line, room + _MARGIN, line)))
    for text, font, colour, place in lines:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)


def _paint_bar(painter: QPainter, theme: Theme, bar: Bar, room: QRectF, most: int) -> None:
    """The segments, each as long as its count, and after them how many are overdue."""
    after = QFontMetricsF(painter.font()).horizontalAdvance("0000 overdue") + _MARGIN
    unit = max(1.0, room.width() - after - _MARGIN) / most
    left = room.left()
    for segment in bar.segments:
        place = QRectF(left, room.top(), segment.count * unit, room.height())
        _paint_segment(painter, theme, segment, place)
        left = place.right()
    painter.setPen(QColor(theme.error))
    late = QRectF(left + 8, room.top(), after, room.height())
    painter.drawText(late, Qt.AlignmentFlag.AlignVCenter, bar.late)


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
    advance = QFontMetricsF(painter.font()).horizontalAdvance
    texts = (segment.mark, str(segment.count))
    shown = next((text for text in texts if advance(text) + 4 <= inner.width()), "")
    painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, shown)

"""One small chart of many, painted into any rectangle: on the screen and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from desktop.charts.frame import Frame
from desktop.charts.labels import Box, broken, elided
from desktop.charts.marks import pen
from desktop.charts.plot import draw_series
from desktop.charts.switching import AT_FIRST, without
from desktop.charts.theme import LIGHT, THIN

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.charts.multiples import Small
    from desktop.charts.picture import Picture
    from desktop.charts.theme import Theme

LINES = 10.5
"""Heights of a line that a small chart reads well at."""
_MARGIN = 10.0
_GAP = 6.0
_MARKS = 0.62
"""The size of markers and stars against those of a chart that stands alone."""
_AROUND = 8.0
"""Pixels around the values, for their markers."""


def draw_small(
    painter: QPainter, small: Small, rect: QRectF, theme: Theme = LIGHT, *, names: int = 1
) -> None:
    """Paint an indicator's code, status, name, chart and last actual into a rectangle.

    The type is the painter's own; `LINES` of its lines are a good height, where the name has one of them.
    """
    font = QFont(painter.font())
    painter.save()
    inner = rect.adjusted(_MARGIN, _MARGIN * 0.7, -_MARGIN, -_MARGIN * 0.7)
    line = QFontMetricsF(font).height()
    heading = QRectF(inner.left(), inner.top(), inner.width(), line)
    name = QRectF(inner.left(), heading.bottom(), inner.width(), line * names)
    foot = QRectF(inner.left(), inner.bottom() - line, inner.width(), line)
    _draw_ends(painter, _bold(font), (small.indicator.code, theme.text), _status(small, theme), heading)
    advance = QFontMetricsF(font).horizontalAdvance
    for number, text in enumerate(broken(small.indicator.name, name.width(), names, advance)):
        place = QRectF(name.left(), name.top() + number * line, name.width(), line)
        _write(painter, font, theme.text, text, place)
    room = foot.width() - advance(small.short) - 2 * _GAP
    last = small.last if advance(small.last) <= room or not small.brief else small.brief
    _draw_ends(painter, font, (last, theme.quiet), (small.short, theme.target), foot)
    painter.setFont(font)
    plot = QRectF(inner.left(), name.bottom() + _GAP, inner.width(), foot.top() - name.bottom() - 2 * _GAP)
    picture = without(small.picture, AT_FIRST)
    if picture.empty:
        painter.setPen(QColor(theme.quiet))
        painter.drawText(plot, Qt.AlignmentFlag.AlignCenter, "no number to draw yet")
    else:
        _draw_plot(painter, picture, plot, theme)
    painter.restore()


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setBold(True)
    return made


def _status(small: Small, theme: Theme) -> tuple[str, str]:
    return small.mark, theme.quiet if small.rag is None else theme.status(small.rag)


def _draw_ends(
    painter: QPainter, font: QFont, left: tuple[str, str], right: tuple[str, str], place: QRectF
) -> None:
    """Two texts in their colours at the ends of a line; the left one is cut where it has no room."""
    text, colour = right
    wide = QFontMetricsF(font).horizontalAdvance(text)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
    _write(painter, font, left[1], left[0], place.adjusted(0, 0, -(wide + _GAP) if text else 0, 0))


def _write(painter: QPainter, font: QFont, colour: str, text: str, place: QRectF) -> None:
    """One line of a text, cut with a sign where it has no room."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = elided(" ".join(text.split()), place.width(), QFontMetricsF(font).horizontalAdvance)
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _draw_plot(painter: QPainter, picture: Picture, place: QRectF, theme: Theme) -> None:
    """The series over the first and the last period, beside the lowest and the highest tick."""
    font = QFont(painter.font())
    metrics = QFontMetricsF(font)
    ends = (picture.scale.ticks[0], picture.scale.ticks[-1])
    left = max(metrics.horizontalAdvance(label) for _, label in ends) + _GAP
    box = Box(
        left=place.left() + left,
        top=place.top(),
        width=place.width() - left,
        height=place.height() - metrics.height(),
    )
    frame = Frame.around(picture, box, sides=_AROUND, above=_AROUND, below=_AROUND)
    for value, label in ends:
        y = frame.y(value)
        painter.setPen(pen(theme.grid, THIN))
        painter.drawLine(QPointF(box.left, y), QPointF(box.right, y))
        painter.setPen(QColor(theme.quiet))
        text = QRectF(place.left(), y - metrics.height() / 2, left - _GAP, metrics.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, label)
    _draw_dates(painter, picture, QRectF(box.left, box.bottom, box.width, metrics.height()), theme)
    draw_series(painter, picture, frame, theme, marks=_MARKS)


def _draw_dates(painter: QPainter, picture: Picture, place: QRectF, theme: Theme) -> None:
    """The first and the last period; the last alone where there is no room for both."""
    advance = QFontMetricsF(painter.font()).horizontalAdvance
    first, last = picture.ticks[0].label, picture.ticks[-1].label
    painter.setPen(QColor(theme.quiet))
    shown = elided(last, place.width(), advance)
    painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
    if len(picture.ticks) > 1 and advance(first) + advance(last) + 2 * _GAP <= place.width():
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, first)

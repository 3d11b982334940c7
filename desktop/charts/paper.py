"""The projection chart on paper: the same picture, layout and marks, with the figure beside every point."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from desktop.charts import legend
from desktop.charts.backdrop import paint_backdrop
from desktop.charts.frame import Frame
from desktop.charts.label_requests import Role
from desktop.charts.labels import Box
from desktop.charts.layout import kept_ticks, lay_out
from desktop.charts.lettering import measure_in
from desktop.charts.marks import paint_label, pen
from desktop.charts.plot import draw_series
from desktop.charts.switching import AT_FIRST, without
from desktop.charts.theme import LIGHT, THIN
from desktop.charts.wording import left_out

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QPainter

    from desktop.charts.layout import Layout
    from desktop.charts.picture import Picture
    from desktop.charts.switching import Key

_ABOVE, _BELOW = 34.0, 32.0
_MARGIN = 10.0
_TICK = 4.0
"""Units as in `draw`: one is a 96th of an inch on a page of its own size."""
_WHOLE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
_ELIDE = Qt.TextElideMode.ElideRight


def draw(picture: Picture, painter: QPainter, rect: QRectF, *, hidden: Collection[Key] = AT_FIRST) -> None:
    """Paints the chart into a rectangle, in the painter's font; one unit is meant as a 96th of an inch.

    `hidden` are the series that are left out: at first those that are shown only on request.
    """
    picture = without(picture, hidden)
    font = QFont(painter.font())
    painter.save()
    if picture.empty:
        painter.setPen(QColor(LIGHT.quiet))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, picture.empty)
    else:
        _draw(picture, painter, rect, font)
    painter.restore()


def _draw(picture: Picture, painter: QPainter, rect: QRectF, font: QFont) -> None:
    metrics = QFontMetricsF(font)
    left = max(metrics.horizontalAdvance(label) for _, label in picture.scale.ticks) + _MARGIN
    ends = [metrics.horizontalAdvance(tick.label) / 2 for tick in (picture.ticks[0], picture.ticks[-1])]
    keys = legend.entries(picture)
    lower = legend.height(keys, rect.width() - left, font)
    box = Box(
        left=rect.left() + left,
        top=rect.top(),
        width=rect.width() - left,
        height=rect.height() - metrics.height() - _MARGIN - lower,
    )
    frame = Frame.around(picture, box, sides=max(*ends, _ABOVE), above=_ABOVE, below=_BELOW)
    layout = lay_out(picture, frame, partial(measure_in, font), values=True)
    paint_backdrop(painter, picture, frame, LIGHT)
    _draw_axes(picture, painter, frame, metrics)
    draw_series(painter, picture, frame, LIGHT)
    _draw_labels(picture, painter, layout, font)
    place = QRectF(box.left, rect.bottom() - lower, box.width, lower)
    legend.paint_legend(painter, keys, place, font, LIGHT)
    legend.paint_remark(painter, keys, left_out(len(layout.left_out)), place, font, LIGHT)


def _draw_axes(picture: Picture, painter: QPainter, frame: Frame, metrics: QFontMetricsF) -> None:
    box, line = frame.box, metrics.height()
    for value, label in picture.scale.ticks:
        y = frame.y(value)
        painter.setPen(pen(LIGHT.grid, THIN))
        painter.drawLine(QPointF(box.left, y), QPointF(box.right, y))
        painter.setPen(QColor(LIGHT.quiet))
        text = QRectF(box.left - _MARGIN - 100, y - line / 2, 100, line)
        painter.drawText(text, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, label)
    painter.setPen(pen(LIGHT.quiet, THIN))
    painter.drawLine(QPointF(box.left, box.bottom), QPointF(box.right, box.bottom))
    labels = [metrics.elidedText(tick.label, _ELIDE, box.right - box.left) for tick in picture.ticks]
    places = [
        _within(frame.x(tick.date), metrics.horizontalAdvance(label), box)
        for tick, label in zip(picture.ticks, labels, strict=True)
    ]
    kept = kept_ticks(places)
    for number, (tick, label, (centre, width)) in enumerate(zip(picture.ticks, labels, places, strict=True)):
        x = frame.x(tick.date)
        painter.drawLine(QPointF(x, box.bottom), QPointF(x, box.bottom + _TICK))
        if number in kept:
            text = QRectF(centre - width / 2, box.bottom + _TICK + 1, width, line)
            painter.drawText(text, _WHOLE, label)


def _within(centre: float, width: float, box: Box) -> tuple[float, float]:
    """Centre and width of a label beneath the axis, moved in where it would stand out beyond its ends."""
    return max(box.left + width / 2, min(centre, box.right - width / 2)), width


def _draw_labels(picture: Picture, painter: QPainter, layout: Layout, font: QFont) -> None:
    severities = {str(note.number): note.severity for note in picture.notes}
    for label in layout.labels:
        severity = severities[label.text] if label.role is Role.FLAG else None
        paint_label(painter, LIGHT, font, label, severity)

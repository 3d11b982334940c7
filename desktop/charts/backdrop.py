"""What lies behind the indicator's own lines: bands, control limits, comparators, marked days, a proposal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPolygonF

from desktop.charts.layout import across, upright
from desktop.charts.marks import (
    compared_pen,
    event_pen,
    limit_pen,
    paint_band,
    paint_compared,
    paint_proposed,
    proposed_pen,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.charts.frame import Frame
    from desktop.charts.labels import Segment
    from desktop.charts.picture import Outline, Picture
    from desktop.charts.theme import Theme


def paint_backdrop(painter: QPainter, picture: Picture, frame: Frame, theme: Theme) -> None:
    """Everything in its order from the ground up, in the pixels of the frame."""
    box = frame.box
    if picture.band is not None:
        top, bottom = frame.y(picture.band.high), frame.y(picture.band.low)
        paint_band(painter, theme, QRectF(box.left, top, box.width, bottom - top))
    painter.setPen(limit_pen(theme))
    for line in across(picture, frame):
        _paint_segment(painter, line)
    painter.setPen(event_pen(theme))
    for line in upright(picture, frame):
        _paint_segment(painter, line)
    for number, comparator in enumerate(picture.comparators):
        painter.setPen(compared_pen(theme, number))
        for spot in _paint_line(painter, comparator.line, frame):
            paint_compared(painter, theme, spot)


def paint_proposal(painter: QPainter, picture: Picture, frame: Frame, theme: Theme) -> None:
    """A trajectory that is offered, from the last actual value, over the one that stands."""
    painter.setPen(proposed_pen(theme))
    start = [(point.date, point.value) for point in picture.points if point.kind.actual][-1:]
    spots = _paint_line(painter, (*start, *picture.proposed), frame) if picture.proposed else []
    for spot in spots[len(start) :]:
        paint_proposed(painter, theme, spot)


def _paint_segment(painter: QPainter, line: Segment) -> None:
    painter.drawLine(QPointF(*line[0]), QPointF(*line[1]))


def _paint_line(painter: QPainter, line: Outline, frame: Frame) -> list[QPointF]:
    """One polyline through the values; gives their places."""
    spots = [QPointF(*frame.spot(*step)) for step in line]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(spots))
    return spots

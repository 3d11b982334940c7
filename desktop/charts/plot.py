"""The series of a projection chart painted by hand: on paper, and where many charts are small."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPolygonF

from desktop.charts.label_requests import MARKER, STAR
from desktop.charts.layout import gaps
from desktop.charts.marks import (
    actual_pen,
    baseline_pen,
    marker_size,
    paint_marker,
    paint_star,
    pen,
    planned_pen,
)
from desktop.charts.theme import DOTTED, LINE, THIN

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.charts.frame import Frame
    from desktop.charts.labels import Spot
    from desktop.charts.picture import Picture, Projection
    from desktop.charts.theme import Theme


def draw_series(
    painter: QPainter, picture: Picture, frame: Frame, theme: Theme, *, marks: float = 1.0
) -> None:
    """Projection, plan, actuals and targets; `marks` is the size of markers and stars against the usual."""
    if picture.projection is not None:
        _draw_projection(painter, picture.projection, frame, theme)
    painter.setPen(pen(theme.target, THIN))
    for promise in picture.promises:
        if promise.date is None:
            y = frame.y(promise.value)
            painter.drawLine(QPointF(frame.box.left, y), QPointF(frame.box.right, y))
    for made, strokes in ((planned_pen(theme), picture.plan), (actual_pen(theme), picture.measured)):
        painter.setPen(made)
        for stroke in strokes:
            _draw_line(painter, [frame.spot(point.date, point.value) for point in stroke])
    painter.setPen(pen(theme.target, LINE, DOTTED))
    for start, end in gaps(picture, frame):
        painter.drawLine(QPointF(*start), QPointF(*end))
    _draw_marks(painter, picture, frame, theme, marks)


def _draw_marks(painter: QPainter, picture: Picture, frame: Frame, theme: Theme, marks: float) -> None:
    size = min(marker_size(picture, frame), 2 * MARKER * marks)
    for point in picture.points:
        paint_marker(painter, theme, point.kind, QPointF(*frame.spot(point.date, point.value)), size)
    for promise in picture.promises:
        if promise.date is not None:
            spot = QPointF(*frame.spot(promise.date, promise.value))
            paint_star(painter, theme, spot, 2 * STAR * marks)


def _draw_projection(painter: QPainter, projection: Projection, frame: Frame, theme: Theme) -> None:
    ring = (*projection.low, *reversed(projection.high))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(QColor(theme.envelope)))
    painter.drawPolygon(QPolygonF([QPointF(*frame.spot(*corner)) for corner in ring]))
    painter.setPen(baseline_pen(theme, projection.shape))
    _draw_line(painter, [frame.spot(*step) for step in projection.line])


def _draw_line(painter: QPainter, spots: list[Spot]) -> None:
    """One polyline, so that dashes run on around its corners."""
    if list(pairwise(spots)):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([QPointF(*spot) for spot in spots]))

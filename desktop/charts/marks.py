"""The marks of a chart, the same on the screen, in the legend and on paper: markers, pens and labels."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen, QTransform

from desktop.charts.label_requests import FLAG, MARKER, STAR, Role, status_mark
from desktop.charts.lettering import lettering
from desktop.charts.theme import CHAINED, DASHED, DOTTED, LINE, THIN
from desktop.domain.periods import Kind
from desktop.domain.ratings import Rag
from desktop.projection.baseline import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont, QPainter

    from desktop.charts.frame import Frame
    from desktop.charts.layout import Label
    from desktop.charts.picture import Picture
    from desktop.charts.theme import Theme
    from desktop.domain.findings import Severity

_STATUSES = {status_mark(rag): rag for rag in Rag}
_LEAST_MARKER, _MARKER_SHARE = 3.0, 0.7
"""The smallest marker, and how much of the way to the next value one may take."""
_STAR_POINTS = 5
_STAR_WAIST = 0.45


def pen(colour: str, width: float = LINE, dashes: Sequence[float] = ()) -> QPen:
    """A pen of a width in the painter's own units; dashes count in widths of the line."""
    made = QPen(QColor(colour), width)
    made.setCapStyle(Qt.PenCapStyle.RoundCap if dashes == DOTTED else Qt.PenCapStyle.FlatCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashes:
        made.setDashPattern(dashes)
    return made


def baseline_pen(theme: Theme, shape: Shape) -> QPen:
    """Dotted where the last value is held, dashed where indicative, plain for a trend."""
    dashes = {Shape.HELD: DOTTED, Shape.INDICATIVE: DASHED, Shape.TREND: ()}[shape]
    return pen(theme.baseline, LINE if shape is Shape.HELD else THIN * 1.5, dashes)


def planned_pen(theme: Theme) -> QPen:
    """Dashes between planned values."""
    return pen(theme.planned, LINE, DASHED)


def compared_pen(theme: Theme, number: int = 0) -> QPen:
    """A comparator's line: the first plain, the others each in dashes of its own."""
    return pen(theme.compared, THIN * 1.5, ((), DASHED, DOTTED)[number % 3])


def limit_pen(theme: Theme) -> QPen:
    """A thin chain of dashes for a control limit."""
    return pen(theme.quiet, THIN, CHAINED)


def event_pen(theme: Theme) -> QPen:
    """A thin line for a day that the officer has marked."""
    return pen(theme.text, THIN, DASHED)


def proposed_pen(theme: Theme) -> QPen:
    """Dots for a trajectory that is only offered."""
    return pen(theme.focus, LINE, DOTTED)


def actual_pen(theme: Theme) -> QPen:
    """A plain line between actual values."""
    return pen(theme.actual)


def marker(kind: Kind) -> QPainterPath:
    """A marker of width 1 around the origin: a circle for actuals, a square for plans, else a diamond."""
    path = QPainterPath()
    if kind.actual:
        path.addEllipse(QRectF(-0.5, -0.5, 1, 1))
    elif kind is Kind.PLANNED:
        path.addRect(QRectF(-0.45, -0.45, 0.9, 0.9))
    else:
        path.addPolygon([QPointF(0, -0.6), QPointF(0.6, 0), QPointF(0, 0.6), QPointF(-0.6, 0)])
        path.closeSubpath()
    return path


def compared_marker() -> QPainterPath:
    """A triangle of width 1 around the origin, for a comparator's values."""
    path = QPainterPath()
    path.addPolygon([QPointF(0, -0.55), QPointF(0.5, 0.4), QPointF(-0.5, 0.4)])
    path.closeSubpath()
    return path


def star() -> QPainterPath:
    """A five-pointed star of width 1 around the origin, one point upwards."""
    path = QPainterPath()
    for number in range(2 * _STAR_POINTS):
        radius = 0.5 if number % 2 == 0 else 0.5 * _STAR_WAIST
        angle = math.pi * number / _STAR_POINTS
        spot = QPointF(radius * math.sin(angle), -radius * math.cos(angle))
        if number:
            path.lineTo(spot)
        else:
            path.moveTo(spot)
    path.closeSubpath()
    return path


def marker_colours(theme: Theme, kind: Kind) -> tuple[QPen, QBrush]:
    """Outline and filling: an outturn is filled, all else is hollow."""
    colour = theme.actual if kind.actual else theme.planned
    return pen(colour), QBrush(QColor(colour if kind is Kind.OUTTURN else theme.ground))


def marker_size(picture: Picture, frame: Frame) -> float:
    """How wide markers are drawn: smaller where values lie so close that they would run into one another."""
    return min(2 * MARKER, max(_LEAST_MARKER, _MARKER_SHARE * frame.apart(picture)))


def paint_marker(
    painter: QPainter, theme: Theme, kind: Kind, spot: QPointF, size: float = 2 * MARKER
) -> None:
    """A point's marker at a place in pixels."""
    outline, filling = marker_colours(theme, kind)
    _paint(painter, marker(kind), spot, size, outline, filling)


def paint_compared(painter: QPainter, theme: Theme, spot: QPointF) -> None:
    """A comparator's marker at a place in pixels."""
    filling = QBrush(QColor(theme.compared))
    _paint(painter, compared_marker(), spot, 1.4 * MARKER, pen(theme.compared, THIN), filling)


def paint_proposed(painter: QPainter, theme: Theme, spot: QPointF) -> None:
    """The marker of an offered value: an open square, smaller than the one that stands."""
    _paint(painter, marker(Kind.PLANNED), spot, 1.4 * MARKER, pen(theme.focus), QBrush(QColor(theme.ground)))


def paint_band(painter: QPainter, theme: Theme, box: QRectF) -> None:
    """A range in its colour, with an edge above and below that can be told from the ground."""
    painter.fillRect(box, QColor(theme.band))
    painter.setPen(pen(theme.compared, THIN))
    painter.drawLine(box.topLeft(), box.topRight())
    painter.drawLine(box.bottomLeft(), box.bottomRight())


def paint_flag(painter: QPainter, theme: Theme, box: QRectF, font: QFont, text: str) -> None:
    """The flag of an officer's note: square and open, where a finding's disc is round and filled."""
    painter.setPen(pen(theme.text, THIN))
    painter.setBrush(QColor(theme.ground))
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setFont(lettering(font, Role.NOTE))
    painter.setPen(QColor(theme.text))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)


def paint_star(painter: QPainter, theme: Theme, spot: QPointF, size: float = 2 * STAR) -> None:
    """A target's star at a place in pixels."""
    _paint(painter, star(), spot, size, pen(theme.ground, THIN), QBrush(QColor(theme.target)))


def _paint(
    painter: QPainter, path: QPainterPath, spot: QPointF, size: float, outline: QPen, filling: QBrush
) -> None:
    painter.save()
    painter.translate(spot)
    painter.setPen(outline)
    painter.setBrush(filling)
    # Scaling the painter instead would scale the pen too.
    painter.drawPath(QTransform.fromScale(size, size).map(path))
    painter.restore()


def paint_label(
    painter: QPainter, theme: Theme, font: QFont, label: Label, severity: Severity | None = None
) -> None:
    """A label in its box, with its leader; a flag is a disc in the colour of its severity."""
    if label.leader is not None:
        painter.setPen(pen(theme.quiet, THIN))
        painter.drawLine(QPointF(*label.leader[0]), QPointF(*label.leader[1]))
    box = QRectF(label.box.left, label.box.top, label.box.width, label.box.height)
    if label.role is Role.NOTE:
        paint_flag(painter, theme, box, font, label.text)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    if severity is not None:
        painter.setBrush(QColor(theme.of(severity)))
        painter.drawEllipse(QRectF(0, 0, 2 * FLAG, 2 * FLAG).translated(box.topLeft()))
        painter.setPen(QColor(theme.on_flag))
    else:
        painter.fillRect(box, QColor(theme.ground))  # so that no grid line strikes it through
        painter.setPen(QColor(_label_colour(theme, label)))
    painter.setFont(lettering(font, label.role))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, label.text)


def _label_colour(theme: Theme, label: Label) -> str:
    if label.role is Role.STATUS:
        return theme.status(_STATUSES[label.text])
    quiet = {Role.BASELINE: theme.quiet, Role.ABSENCE: theme.quiet, Role.RANGE: theme.quiet}
    coloured = {Role.TARGET: theme.target, Role.GAP: theme.target, Role.COMPARATOR: theme.compared}
    return {**quiet, **coloured}.get(label.role, theme.text)

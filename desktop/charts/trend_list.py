"""The milestones beside a trend, each with how far its due date moved: on the screen and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from desktop.charts.labels import broken
from desktop.charts.marks import pen
from desktop.charts.theme import THIN

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.charts.theme import Theme
    from desktop.charts.trend import Course

_JOINT = " · "
_MARGIN = 10.0
_AIR = 0.6
LEADING = 2 + _AIR
"""Heights of a line that a milestone takes whose name stands in one line."""


def course_height(course: Course, width: float, font: QFont, most: int) -> float:
    """How high a milestone is at a width, its name and its dates each in up to so many lines."""
    metrics = QFontMetricsF(font)
    room = width - 2 * _MARGIN
    names = broken(course.name, room, most, metrics.horizontalAdvance)
    said = broken(_said(course), room, most, metrics.horizontalAdvance, _JOINT)
    return metrics.height() * (len(names) + len(said) + _AIR)


def paint_course(
    painter: QPainter, theme: Theme, course: Course, box: QRectF, *, picked: bool = False, most: int = 1
) -> None:
    """Paint a milestone's name, and beneath it how far it moved and how it stands, each in some lines."""
    font, strong = QFont(painter.font()), QFont(painter.font())
    strong.setBold(picked)
    painter.setPen(pen(theme.grid, THIN))
    painter.drawLine(QLineF(box.bottomLeft(), box.bottomRight()))
    width, line = box.width() - 2 * _MARGIN, QFontMetricsF(font).height()
    names = broken(course.name, width, most, QFontMetricsF(strong).horizontalAdvance)
    said = broken(_said(course), width, most, QFontMetricsF(font).horizontalAdvance, _JOINT)
    quiet = theme.error if course.overdue else theme.quiet
    lines = [(name, strong, theme.text) for name in names]
    lines += [(line, font, quiet) for line in said]
    top = box.top() + (box.height() - len(lines) * line) / 2
    for text, type_, colour in lines:
        painter.setFont(type_)
        painter.setPen(QColor(colour))
        place = QRectF(box.left() + _MARGIN, top, width + _MARGIN, line)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
        top += line
    painter.setFont(font)


def _said(course: Course) -> str:
    late = " · overdue" if course.overdue else ""
    return f"{course.movement}{late} · {course.status}"

"""The marks of findings: a shape for each severity, so that colour never speaks alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPolygon

from desktop.domain.findings import Severity
from desktop.grid.look import MARK

if TYPE_CHECKING:
    from desktop.grid.look import Look
    from desktop.grid.model import Mark


def paint_mark(painter: QPainter, right: int, top: int, mark: Mark, look: Look) -> None:
    """A square for an error, a corner for a query, a dot for advice; hollow where it is explained.

    `right` and `top` are the cell's last column and first row of pixels within its lines.
    """
    colour = look.severities[mark.severity]
    painter.save()
    painter.setPen(colour)
    painter.setBrush(Qt.BrushStyle.NoBrush if mark.explained else colour)
    if mark.severity is Severity.ERROR:
        painter.drawRect(QRect(right - MARK + 1, top, MARK - 1, MARK - 1))
    elif mark.severity is Severity.QUERY:
        painter.drawPolygon(
            QPolygon([QPoint(right - MARK, top), QPoint(right, top), QPoint(right, top + MARK)])
        )
    else:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawEllipse(QRect(right - MARK + 1, top + 1, MARK - 2, MARK - 2))
    painter.restore()

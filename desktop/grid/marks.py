"""The marks of findings: a shape for each severity, so that colour never speaks alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPolygon

from desktop.domain.findings import Severity
from desktop.grid.look import MARK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.findings import Finding
    from desktop.grid.look import Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The gravest finding of a cell; `explained` where every finding of that weight is explained."""

    severity: Severity
    explained: bool


def gravest(findings: Sequence[Finding]) -> Mark | None:
    """The mark of a cell of which these things are said: one that waits before any that is explained."""
    if not findings:
        return None
    waiting = [finding for finding in findings if not finding.explained]
    worst = min(waiting or findings, key=lambda finding: finding.severity.rank)
    return Mark(severity=worst.severity, explained=not waiting)


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

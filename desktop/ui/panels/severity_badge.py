"""A finding's severity as a letter in a shape: a square, a circle or a ring, never colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from desktop.domain.findings import Finding, Severity

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem

_SIZE = 16.0
_CORNER = 2.0
_RING = 1.5
_FILLS = {
    Severity.ERROR: QColor("#b10e1e"),
    Severity.QUERY: QColor("#a8480a"),
    Severity.ADVICE: QColor("#5f6670"),
}


class SeverityBadge(QStyledItemDelegate):
    """Paints the badge of the finding that the model gives as user data; hollow where it is explained."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Let a heading, which nobody can choose, be as easy to read as what can be chosen."""
        super().initStyleOption(option, index)
        option.state |= QStyle.StateFlag.State_Enabled

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the letter in its shape; a heading as its words."""
        finding = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(finding, Finding):
            super().paint(painter, option, index)
            return
        badge = QRectF(0, 0, _SIZE, _SIZE)
        badge.moveCenter(QRectF(option.rect).center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_shape(painter, badge, finding)
        font = painter.font()
        font.setBold(True)
        font.setPixelSize(11)
        painter.setFont(font)
        letter = option.palette.text().color() if finding.explained else QColor(Qt.GlobalColor.white)
        painter.setPen(letter)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, finding.severity.letter)
        painter.restore()


def _paint_shape(painter: QPainter, badge: QRectF, finding: Finding) -> None:
    fill = _FILLS[finding.severity]
    painter.setPen(QPen(fill, _RING if finding.explained else 1))
    painter.setBrush(Qt.BrushStyle.NoBrush if finding.explained else fill)
    if finding.severity is Severity.ERROR:
        painter.drawRoundedRect(badge, _CORNER, _CORNER)
    else:
        painter.drawEllipse(badge)

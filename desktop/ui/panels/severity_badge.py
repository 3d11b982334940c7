"""A finding's severity as a letter in a shape: a square, a circle or a ring, never colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate

from desktop.domain.findings import Severity

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem

_SIZE = 16.0
_CORNER = 2.0
_FILLS = {
    Severity.ERROR: QColor("#b10e1e"),
    Severity.QUERY: QColor("#a8480a"),
    Severity.ADVICE: QColor("#5f6670"),
}


class SeverityBadge(QStyledItemDelegate):
    """Paints the badge of the severity that the model gives as user data."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the letter in its shape."""
        severity = Severity(index.data(Qt.ItemDataRole.UserRole))
        badge = QRectF(0, 0, _SIZE, _SIZE)
        badge.moveCenter(QRectF(option.rect).center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(_FILLS[severity]))
        painter.setBrush(_FILLS[severity])
        if severity is Severity.ERROR:
            painter.drawRoundedRect(badge, _CORNER, _CORNER)
        else:
            painter.drawEllipse(badge)
        font = painter.font()
        font.setBold(True)
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, severity.letter)
        painter.restore()

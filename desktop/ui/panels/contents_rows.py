"""The rows of the contents: names that use all the room that the counts beside them leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QTreeView

_Index: TypeAlias = QModelIndex | QPersistentModelIndex

_AIR = 6


class ContentsRows(QStyledItemDelegate):
    """Rows with a little air, easy to hit; a long name in the first column runs on into the second.

    Each cell paints its own part of the name, so that either can be painted anew without the other.
    """

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as the text, with air."""
        return super().sizeHint(option, index) + QSize(0, _AIR)

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """Let the names stand off the window's edge."""
        super().initStyleOption(option, index)
        if index.column() == 0:
            option.rect.adjust(_AIR, 0, 0, 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a count, and a name as far as the count."""
        if index.column():
            super().paint(painter, option, index)
        wide = QStyleOptionViewItem(option)
        wide.rect = self._room(option, cast("QModelIndex", index))
        painter.save()
        painter.setClipRect(option.rect.intersected(wide.rect) if index.column() else option.rect)
        super().paint(painter, wide, index.sibling(index.row(), 0))
        painter.restore()

    def _room(self, option: QStyleOptionViewItem, index: QModelIndex) -> QRect:
        """Where the name of a row has room: from its own place to where the count begins."""
        name, count = index.siblingAtColumn(0), index.siblingAtColumn(1)
        room = self._view.visualRect(name)
        counted = option.fontMetrics.horizontalAdvance(count.data() or "")
        room.setRight(self._view.visualRect(count).right() - (counted + 2 * _AIR if counted else 0))
        return room

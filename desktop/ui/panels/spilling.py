"""A text that runs on into the next column of its row where nothing stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QTableView


class Spilling(QStyledItemDelegate):
    """The delegate of the column `first` and of its neighbour.

    Each cell paints its own part of the long text, so that either can be painted anew without the other.
    """

    def __init__(self, view: QTableView, first: int) -> None:
        super().__init__(view)
        self._header, self._first = view.horizontalHeader(), first

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a cell, or its part of the text that runs through it."""
        if index.sibling(index.row(), self._first + 1).data():
            super().paint(painter, option, index)
            return
        painter.save()
        painter.setClipRect(option.rect)
        wide = QStyleOptionViewItem(option)
        if index.column() == self._first:
            wide.rect.setRight(option.rect.right() + self._header.sectionSize(self._first + 1))
        else:
            wide.rect.setLeft(option.rect.left() - self._header.sectionSize(self._first))
        super().paint(painter, wide, index.sibling(index.row(), self._first))
        painter.restore()

"""What is drawn over the cells: outlines of what was copied or is being filled, and the fill handle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter

    from desktop.grid.blocks import Block
    from desktop.grid.painted_table import PaintedTable

_WIDTH = 2
_FADE = 22
"""Pixels over which cells fade out that are cut at the edge."""
_INVITATION = "No records yet. Ctrl+Shift+I, or a double click here, puts in the first one."
_MARGIN = 24
HANDLE = 7
"""Pixels of the side of the fill handle."""


def paint_outline(view: PaintedTable, painter: QPainter, block: Block, style: Qt.PenStyle) -> None:
    """Draw a line around a block of cells, where it is in view."""
    pen = QPen(view.dress.look.outline, _WIDTH, style)
    for area, part in _parts(view, block):
        painter.save()
        painter.setClipRect(part)
        painter.setPen(pen)
        painter.drawRect(area.adjusted(0, 0, -1, -1))
        painter.restore()


def paint_cut(view: PaintedTable, painter: QPainter) -> None:
    """Let the cells fade out at the right edge where the last column in view goes on beyond it."""
    area = view.viewport().rect()
    column = view.columnAt(area.right())
    if column < 0 or view.columnViewportPosition(column) + view.columnWidth(column) <= area.right() + 1:
        return
    edge = QRect(area.right() + 1 - _FADE, 0, _FADE, area.height())
    fading = QLinearGradient(edge.topLeft(), edge.topRight())
    clear = QColor(view.dress.look.base)
    clear.setAlpha(0)
    fading.setColorAt(0, clear)
    fading.setColorAt(1, view.dress.look.base)
    painter.fillRect(edge, fading)


def paint_invitation(view: PaintedTable, painter: QPainter) -> None:
    """Say in the place of records how the first one is put in."""
    painter.setFont(view.font())
    painter.setPen(view.dress.look.muted)
    room = view.viewport().rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap), _INVITATION)


def paint_left(view: PaintedTable, painter: QPainter, block: Block) -> None:
    """Hatch a block of cells that is about to be emptied, where it is in view."""
    hatched = QBrush(view.dress.look.outline, Qt.BrushStyle.BDiagPattern)
    for area, part in _parts(view, block):
        painter.fillRect(area.intersected(part), hatched)


def paint_handle(view: PaintedTable, painter: QPainter, handle: QRect) -> None:
    """Draw the fill handle, set off from the cells around it."""
    painter.fillRect(handle.adjusted(-1, -1, 1, 1), view.dress.look.base)
    painter.fillRect(handle, view.dress.look.outline)


def handle_of(view: PaintedTable, block: Block) -> QRect:
    """Where the fill handle of a selection stands; an empty rectangle where its corner is out of view."""
    index = view.model().index(block.bottom, block.right)
    cell = view.visualRect(index)
    beneath = block.right >= view.frozen.count and cell.right() < view.frozen.width
    if not cell.isValid() or beneath or not view.viewport().rect().contains(cell.bottomRight()):
        return QRect()
    return QRect(cell.right() - HANDLE, cell.bottom() - HANDLE, HANDLE, HANDLE)


def _parts(view: PaintedTable, block: Block) -> Iterator[tuple[QRect, QRect]]:
    """A block as it stands among the frozen columns and among the others, each with its part of the view."""
    top = view.rowViewportPosition(block.top)
    if block.top in view.banners:
        top += view.dress.measures.banner
    bottom = view.rowViewportPosition(block.bottom) + view.rowHeight(block.bottom)
    left = view.columnViewportPosition(block.left)
    right = view.columnViewportPosition(block.right) + view.columnWidth(block.right)
    whole, edge = view.viewport().rect(), view.frozen.width
    if not view.frozen.offset:
        yield QRect(left, top, right - left, bottom - top), whole
        return
    if block.right >= view.frozen.count:
        yield QRect(left, top, right - left, bottom - top), whole.adjusted(edge, 0, 0, 0)
    if block.left < view.frozen.count:
        start = view.frozen.left(block.left)
        width = right - left
        yield QRect(start, top, width, bottom - top), QRect(0, 0, edge, whole.height())

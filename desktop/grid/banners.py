"""Headings of groups, painted across the whole width above the first record of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt

from desktop.grid.fitting import TextFitter
from desktop.grid.look import PADDING, bold

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.grid.painted_table import PaintedTable


def paint_banners(view: PaintedTable, painter: QPainter, area: QRect) -> None:
    """Paint the banners that the area touches; they stay in view however far the columns are scrolled."""
    banners, delegate = view.banners, view.delegate
    height, width = delegate.measures.banner, view.viewport().width()
    fitter = TextFitter(bold(view.font()))
    painter.setFont(fitter.font)
    for row in view.rows_in(area):
        if row not in banners:
            continue
        strip = QRect(0, view.rowViewportPosition(row), width, height)
        painter.fillRect(strip, delegate.look.banner)
        painter.fillRect(strip.left(), strip.bottom(), width, 1, delegate.look.line)
        painter.setPen(delegate.look.muted)
        room = strip.adjusted(PADDING, 0, -PADDING, 0)
        text = fitter.fit(banners[row], room.width())[0]
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)

"""Headings of groups, painted across the whole width above the first record of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt

from desktop.grid.layout import rows_in
from desktop.grid.look import PADDING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QTableView

    from desktop.grid.dress import Dress


def paint_banners(
    view: QTableView, dress: Dress, banners: Mapping[int, str], painter: QPainter, area: QRect
) -> None:
    """Paint the banners that the area touches; they stay in view however far the columns are scrolled."""
    height, width = dress.measures.banner, view.viewport().width()
    fitter = dress.strong
    painter.setFont(fitter.font)
    for row in rows_in(view, area):
        if row not in banners:
            continue
        strip = QRect(0, view.rowViewportPosition(row), width, height)
        painter.fillRect(strip, dress.look.banner)
        painter.fillRect(strip.left(), strip.bottom(), width, 1, dress.look.line)
        painter.setPen(dress.look.muted)
        room = strip.adjusted(PADDING, 0, -PADDING, 0)
        text = fitter.fit(banners[row], room.width())[0]
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)

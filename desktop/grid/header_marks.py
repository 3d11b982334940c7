"""The signs in a header: a funnel where its column is filtered, an arrow where it is sorted, a button."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPolygonF

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from desktop.grid.arrangement import Arrangement

SIDE = 15
"""Pixels of the square that a sign takes."""


class HeaderSign(Enum):
    """What a sign tells of a column."""

    FILTERED = auto()
    ASCENDING = auto()
    DESCENDING = auto()
    BUTTON = auto()


_SHAPES: dict[HeaderSign, tuple[tuple[float, float], ...]] = {
    HeaderSign.FILTERED: ((2, 3), (13, 3), (9, 8), (9, 13), (6, 11), (6, 8)),
    HeaderSign.ASCENDING: ((7.5, 3), (12, 10), (3, 10)),
    HeaderSign.DESCENDING: ((7.5, 12), (3, 5), (12, 5)),
    HeaderSign.BUTTON: ((7.5, 10.5), (4, 6), (11, 6)),
}


def signs_of(arrangement: Arrangement, column: int, *, button: bool) -> tuple[HeaderSign, ...]:
    """The signs of a column; `button` offers one where there is nothing to tell."""
    sort = arrangement.sort_of(column)
    told = []
    if sort is not None:
        told.append(HeaderSign.DESCENDING if sort.descending else HeaderSign.ASCENDING)
    if column in arrangement.by_column:
        told.append(HeaderSign.FILTERED)
    return tuple(told) or ((HeaderSign.BUTTON,) if button else ())


def signs_rect(rect: QRect, count: int, *, left: bool) -> QRect:
    """The part of a header that its signs take: in the corner below the title, away from the text's side."""
    width = SIDE * count
    x = rect.left() + 2 if left else rect.right() - width - 2
    return QRect(x, rect.bottom() - SIDE - 1, width, SIDE)


def paint_signs(
    painter: QPainter, area: QRect, signs: tuple[HeaderSign, ...], ink: QColor, ground: QColor
) -> None:
    """Paint the signs side by side into their area."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(area, ground)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for number, sign in enumerate(signs):
        x, y = area.left() + number * SIDE, area.top()
        painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in _SHAPES[sign]]))
    painter.restore()

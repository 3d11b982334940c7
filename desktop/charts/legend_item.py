"""The legend beneath the plot on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from desktop.charts.legend import entries, height, paint_legend, paint_remark, places
from desktop.charts.theme import LIGHT
from desktop.charts.wording import left_out, zoomed

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from desktop.charts.legend import Entry
    from desktop.charts.picture import Picture
    from desktop.charts.switching import Key
    from desktop.charts.theme import Theme

_ROW, _COLUMNS = 4, 3
"""Its place in the plot's own grid: under the lower axis, from edge to edge."""
_INSET = 6.0
_EDGES = 8.0
"""What the plot's own margins take of the width, at the most."""


class LegendItem(pg.GraphicsWidget):  # type: ignore[misc, unused-ignore]
    """As high as its rows; the plot has the rest."""

    def __init__(self, plot: pg.PlotItem) -> None:
        """Empty until it is told what to show."""
        super().__init__()
        plot.layout.addItem(self, _ROW, 0, 1, _COLUMNS)
        self._entries: tuple[Entry, ...] = ()
        self._left_out: tuple[str, ...] = ()
        self._zoomed = False
        self._room = 0.0
        self._font = QFont()
        self._theme = LIGHT

    def words_at(self, spot: QPointF) -> list[str]:
        """The labels that found no room, for a place of the scene within the legend."""
        return list(self._left_out) if self.sceneBoundingRect().contains(spot) else []

    def key_at(self, spot: QPointF) -> Key | None:
        """The series that a place of the scene switches; None where there is none."""
        here = self.mapFromScene(spot)
        shown = places(self._entries, self._box(), self._font)
        return next((entry.key for entry, place in shown if place.contains(here)), None)

    def show_legend(
        self,
        picture: Picture,
        hidden: Collection[Key],
        *,
        width: float,
        font: QFont,
        theme: Theme,
    ) -> None:
        """Draws the marks of a whole picture from now on, those that are hidden struck out."""
        self._entries = entries(picture, hidden)
        self._font, self._theme = font, theme
        self._room = width - 2 * _INSET - _EDGES
        self.setFixedHeight(height(self._entries, self._room, font))
        self.update()

    def remark(self, left_out: tuple[str, ...], *, zoomed: bool) -> None:
        """Says from now on how many labels found no room, and whether only some of the dates are in view."""
        self._left_out, self._zoomed = left_out, zoomed
        self.update()

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """The same painting as on paper."""
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        box = self._box()
        paint_legend(painter, self._entries, box, self._font, self._theme)
        said = left_out(len(self._left_out))
        said = zoomed(said) if self._zoomed else said
        paint_remark(painter, self._entries, said, box, self._font, self._theme)

    def _box(self) -> QRectF:
        """Of the width that the height was measured for, or rows would break elsewhere."""
        return QRectF(_INSET, 0, self._room, self.size().height())

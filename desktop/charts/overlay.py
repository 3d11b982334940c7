"""What lies over the plot on the screen: labels, flags, gaps to targets, the ring of the chosen point."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont

from desktop.charts.label_requests import MARKER, Role
from desktop.charts.labels import Box
from desktop.charts.layout import Layout, gaps
from desktop.charts.marks import paint_label, pen
from desktop.charts.theme import DOTTED, LIGHT, LINE

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from desktop.charts.frame import Frame
    from desktop.charts.labels import Segment, Spot
    from desktop.charts.picture import Picture
    from desktop.charts.theme import Theme

_RING = 2 * MARKER


class Overlay(pg.GraphicsObject):  # type: ignore[misc, unused-ignore]
    """Painted in the pixels of the view box that it is a child of."""

    def __init__(self, parent: pg.ViewBox) -> None:
        """Empty until it is told what to show."""
        super().__init__(parent)
        self.setZValue(100)
        self._size = QRectF()
        self._font = QFont()
        self._theme = LIGHT
        self._picture: Picture | None = None
        self._layout = Layout(labels=(), left_out=())
        self._gaps: tuple[Segment, ...] = ()
        self._ring: Spot | None = None

    def show_layout(
        self,
        picture: Picture,
        layout: Layout,
        frame: Frame,
        *,
        font: QFont,
        theme: Theme,
    ) -> None:
        """Draws these labels from now on, and a line for each gap between plan and target."""
        self.prepareGeometryChange()
        self._picture, self._layout, self._gaps = picture, layout, gaps(picture, frame)
        self._size = QRectF(frame.box.left, frame.box.top, frame.box.width, frame.box.height)
        self._font, self._theme = font, theme
        self.update()

    def words_at(self, x: float, y: float) -> list[str]:
        """What the labels at a place say in full: the notes of flags, and texts that had to be cut."""
        notes = {str(note.number): note.text for note in self._picture.notes} if self._picture else {}
        here = Box(left=x, top=y, width=0, height=0)
        return [
            notes[label.text] if label.role is Role.FLAG else label.full
            for label in self._layout.labels
            if label.box.holds(here)
        ]

    def show_ring(self, spot: Spot | None) -> None:
        """Draws the ring that says which point the keys move; None takes it away."""
        self._ring = spot
        self.update()

    def boundingRect(self) -> QRectF:
        """The view box in its own pixels."""
        return self._size

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Labels over gaps, the ring on top, and the reason where there is nothing to draw."""
        if self._picture is None:
            return
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        if self._picture.empty:
            self._paint_reason(painter, self._picture.empty)
            return
        painter.setPen(pen(self._theme.target, LINE, DOTTED))
        for start, end in self._gaps:
            painter.drawLine(QPointF(*start), QPointF(*end))
        severities = {str(note.number): note.severity for note in self._picture.notes}
        for label in self._layout.labels:
            severity = severities[label.text] if label.role is Role.FLAG else None
            paint_label(painter, self._theme, self._font, label, severity)
        if self._ring is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen(self._theme.focus, LINE))
            painter.drawEllipse(QPointF(*self._ring), _RING, _RING)

    def _paint_reason(self, painter: QPainter, text: str) -> None:
        painter.setFont(self._font)
        painter.setPen(QColor(self._theme.quiet))
        room = self._size.adjusted(_RING, _RING, -_RING, -_RING)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)

"""What lies over the plot on the screen, labels foremost, and what lies under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from desktop.charts.backdrop import paint_backdrop, paint_proposal
from desktop.charts.label_requests import MARKER, Role
from desktop.charts.labels import Box
from desktop.charts.layout import Layout, gaps
from desktop.charts.marks import paint_label, pen
from desktop.charts.theme import DOTTED, LIGHT, LINE, THIN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from desktop.charts.frame import Frame
    from desktop.charts.labels import Segment, Spot
    from desktop.charts.picture import Annotation, Picture
    from desktop.charts.theme import Theme

_RING = 2 * MARKER
_PADDING = 6.0
_BESIDE = 10.0
"""Pixels from the crosshair to its card."""


class Pane(pg.GraphicsObject):  # type: ignore[misc, unused-ignore]
    """Painted in the pixels of the view box that it is a child of; empty until it has a picture."""

    def __init__(self, parent: pg.ViewBox, level: int) -> None:
        """Lies over the plot at a level above zero, under it below."""
        super().__init__(parent)
        self.setZValue(level)
        self._font = QFont()
        self._theme = LIGHT
        self._picture: Picture | None = None
        self._frame: Frame | None = None

    def take(self, picture: Picture, frame: Frame, font: QFont, theme: Theme) -> None:
        """Draws this picture from now on."""
        self.prepareGeometryChange()
        self._picture, self._frame, self._font, self._theme = picture, frame, font, theme
        self.update()

    def boundingRect(self) -> QRectF:
        """The view box in its own pixels."""
        if self._frame is None:
            return QRectF()
        box = self._frame.box
        return QRectF(box.left, box.top, box.width, box.height)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Smooth, and only where there is something to draw."""
        if self._picture is None or self._frame is None:
            return
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        self._draw(painter, self._picture, self._frame)

    def _draw(self, painter: QPainter, picture: Picture, frame: Frame) -> None:
        raise NotImplementedError


class Underlay(Pane):
    """What the indicator's own lines are read against."""

    def _draw(self, painter: QPainter, picture: Picture, frame: Frame) -> None:
        painter.setClipRect(self.boundingRect())
        paint_backdrop(painter, picture, frame, self._theme)


class Overlay(Pane):
    """Labels, flags, gaps to targets, the ring of what is chosen, and the crosshair."""

    def __init__(self, parent: pg.ViewBox, level: int) -> None:
        """Without labels."""
        super().__init__(parent, level)
        self._layout = Layout(labels=(), left_out=())
        self._gaps: tuple[Segment, ...] = ()
        self._ring: Spot | None = None
        self._cross: tuple[float, tuple[str, ...]] | None = None

    def show_layout(
        self, picture: Picture, layout: Layout, frame: Frame, *, font: QFont, theme: Theme
    ) -> None:
        """Draws these labels from now on, and a line for each gap between plan and target."""
        self._layout, self._gaps = layout, gaps(picture, frame)
        self._cross = None
        self.take(picture, frame, font, theme)

    def words_at(self, x: float, y: float) -> list[str]:
        """What the labels at a place say in full: the notes of flags, and texts that had to be cut."""
        notes = {str(note.number): note.text for note in self._picture.notes} if self._picture else {}
        here = Box(left=x, top=y, width=0, height=0)
        return [
            notes[label.text] if label.role is Role.FLAG else label.full
            for label in self._layout.labels
            if label.box.holds(here)
        ]

    def annotation_at(self, x: float, y: float) -> Annotation | None:
        """The officer's note whose flag lies at a place; None where there is none."""
        here = Box(left=x, top=y, width=0, height=0)
        flags = {each.flag: each for each in self._picture.annotations} if self._picture else {}
        return next(
            (
                flags[each.text]
                for each in self._layout.labels
                if each.role is Role.NOTE and each.box.holds(here)
            ),
            None,
        )

    def middle_of(self, annotation: Annotation) -> Spot | None:
        """The centre of a note's flag; None where it found no room."""
        return next(
            (
                label.box.middle
                for label in self._layout.labels
                if label.role is Role.NOTE and label.text == annotation.flag
            ),
            None,
        )

    def show_ring(self, spot: Spot | None) -> None:
        """Draws the ring that says what the keys move; None takes it away."""
        self._ring = spot
        self.update()

    def show_cross(self, x: float, words: Sequence[str]) -> None:
        """Draws a line at a place across, and beside it what its values are; without words nothing."""
        cross = (x, tuple(words)) if words else None
        if cross != self._cross:
            self._cross = cross
            self.update()

    def _draw(self, painter: QPainter, picture: Picture, frame: Frame) -> None:
        """Labels over gaps, the ring on top, and the reason where there is nothing to draw."""
        if picture.empty:
            self._draw_reason(painter, picture.empty)
            return
        self._draw_plot(painter, picture, frame)
        severities = {str(note.number): note.severity for note in picture.notes}
        for label in self._layout.labels:
            severity = severities[label.text] if label.role is Role.FLAG else None
            paint_label(painter, self._theme, self._font, label, severity)
        if self._ring is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen(self._theme.focus, LINE))
            painter.drawEllipse(QPointF(*self._ring), _RING, _RING)
        if self._cross is not None:
            self._draw_cross(painter, *self._cross)

    def _draw_plot(self, painter: QPainter, picture: Picture, frame: Frame) -> None:
        """What belongs to dates and values, and ends with the plot."""
        painter.save()
        painter.setClipRect(self.boundingRect())
        painter.setPen(pen(self._theme.target, LINE, DOTTED))
        for start, end in self._gaps:
            painter.drawLine(QPointF(*start), QPointF(*end))
        paint_proposal(painter, picture, frame, self._theme)
        painter.restore()

    def _draw_cross(self, painter: QPainter, x: float, words: tuple[str, ...]) -> None:
        """The line and its card, on the side that has the room; it comes and goes as a tool tip does."""
        room, metrics = self.boundingRect(), QFontMetricsF(self._font)
        painter.setPen(pen(self._theme.quiet, THIN))
        painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
        width = max(metrics.horizontalAdvance(line) for line in words) + 2 * _PADDING
        left = x + _BESIDE if x + _BESIDE + width <= room.right() else x - _BESIDE - width
        card = QRectF(max(room.left(), left), room.top(), width, metrics.height() * len(words) + _PADDING)
        painter.setBrush(QColor(self._theme.ground))
        painter.drawRect(card)
        painter.setFont(self._font)
        painter.setPen(QColor(self._theme.text))
        painter.drawText(
            card.adjusted(_PADDING, 0, -_PADDING, 0),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip,
            "\n".join(words),
        )

    def _draw_reason(self, painter: QPainter, text: str) -> None:
        painter.setFont(self._font)
        painter.setPen(QColor(self._theme.quiet))
        room = self.boundingRect().adjusted(_RING, _RING, -_RING, -_RING)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)

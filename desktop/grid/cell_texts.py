"""Paints what cells say: the badge of a verdict, the text, and small beside it how the text reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt

from desktop.domain.values import Value
from desktop.grid.columns import Align
from desktop.grid.look import LEADING, PADDING
from desktop.grid.readings import aside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from desktop.grid.cells_model import CellsModel
    from desktop.grid.dress import Dress
    from desktop.grid.standing import Standing
    from desktop.grid.strips import Strip

_ACROSS = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
}


class _Room(NamedTuple):
    """The room of a cell's texts: where its next line stands, and how many there may be."""

    left: int
    top: int
    width: int
    height: int
    lines: int

    def moved(self, *, right: int = 0, down: int = 0) -> _Room:
        return self._replace(left=self.left + right, width=self.width - right, top=self.top + down)


class CellTexts:
    """Paints texts in what the grid wears."""

    def __init__(self, dress: Dress) -> None:
        """Wear this dress."""
        self._dress = dress

    def paint(self, model: CellsModel, painter: QPainter, rows: Sequence[Strip], column: Strip) -> None:
        """Paint the texts of a column beside some rows."""
        declared, height = model.columns[column.number], self._dress.measures.line
        left, width = column.start + PADDING, column.extent - 2 * PADDING
        painter.setFont(self._dress.fitter(declared).font)
        for row in rows:
            text = model.text(row.number, column.number)
            if text:
                lines = self._dress.lines_in(declared, row.extent)
                room = _Room(left, row.start + LEADING, width, height, lines)
                self._cell(model, painter, (row.number, column.number), text, room)

    def _cell(
        self, model: CellsModel, painter: QPainter, place: tuple[int, int], text: str, room: _Room
    ) -> None:
        dress, declared = self._dress, model.columns[place[1]]
        reading, standing = model.reading(*place), model.standing(*place)
        if standing is not None and standing.badge:
            self._badge(painter, standing, room)
            room = room.moved(right=dress.measures.badge)
        fitter = dress.fitter(declared)
        missing = isinstance(reading, Value) and reading.missing is not None
        stands_back = missing or (declared.shared and model.repeated(*place))
        painter.setPen(dress.look.muted if stands_back else dress.look.text)
        if standing is not None:
            painter.setFont(fitter.font)
        lines = fitter.fit(text, room.width, room.lines)
        for number, line in enumerate(lines):
            self._line(painter, room.moved(down=number * room.height), _ACROSS[declared.align], line)
        note = (standing.note if standing is not None else "") or aside(reading)
        if note:
            self._note(painter, note, lines, declared.align, room)
            painter.setFont(fitter.font)

    def _badge(self, painter: QPainter, standing: Standing, room: _Room) -> None:
        painter.setFont(self._dress.plain.font)
        painter.setPen(self._dress.look.tones[standing.tone])
        self._line(painter, room, Qt.AlignmentFlag.AlignLeft, standing.badge)

    def _note(self, painter: QPainter, note: str, lines: Sequence[str], align: Align, room: _Room) -> None:
        """Small beneath the text, or in a grid of one line at its free side; only where it fits whole."""
        small, many = self._dress.small, self._dress.lines > 1
        left = room.width - small.metrics.horizontalAdvance(note)
        if not many:
            left -= self._dress.plain.metrics.horizontalAdvance(lines[0]) + PADDING
        if left < 0 or (many and len(lines) >= room.lines):
            return
        painter.setFont(small.font)
        painter.setPen(self._dress.look.muted)
        if many:
            self._line(painter, room.moved(down=len(lines) * room.height), _ACROSS[align], note)
        else:
            free = Qt.AlignmentFlag.AlignLeft if align is Align.RIGHT else Qt.AlignmentFlag.AlignRight
            self._line(painter, room, free, note)

    def _line(self, painter: QPainter, room: _Room, across: Qt.AlignmentFlag, text: str) -> None:
        down = Qt.AlignmentFlag.AlignTop if self._dress.lines > 1 else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(*room[:4], int(across | down | Qt.TextFlag.TextSingleLine), text)

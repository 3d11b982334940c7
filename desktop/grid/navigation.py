"""Where a key leads from a cell, as in Excel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_ARROWS: Final[Mapping[int, tuple[int, int]]] = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """The cells that keys move over: how many rows and columns, how many rows to a page, which are filled."""

    rows: int
    columns: int
    page: int
    filled: Callable[[int, int], bool]

    def holds(self, row: int, column: int) -> bool:
        """Whether there is such a cell."""
        return 0 <= row < self.rows and 0 <= column < self.columns


def destination(field: Field, place: tuple[int, int], key: int, *, control: bool) -> tuple[int, int] | None:
    """The cell that a key leads to; None for a key that moves nowhere. The field has a cell at least."""
    row, column = place
    if key in _ARROWS:
        step = _ARROWS[key]
        return _edge(field, place, step) if control else _next(field, place, step)
    if key == Qt.Key.Key_Home:
        return (0 if control else row, 0)
    if key == Qt.Key.Key_End:
        return (field.rows - 1 if control else row, field.columns - 1)
    if key == Qt.Key.Key_PageUp:
        return (max(0, row - field.page), column)
    if key == Qt.Key.Key_PageDown:
        return (min(field.rows - 1, row + field.page), column)
    return None


def stepped(field: Field, place: tuple[int, int], rows: int, columns: int) -> tuple[int, int]:
    """The cell after Enter or Tab: past the end of a row, Tab goes on with the next; the last cell stays."""
    row, column = place[0] + rows, place[1] + columns
    if field.holds(row, column):
        return row, column
    if columns and field.holds(row + columns, 0):
        return row + columns, 0 if columns > 0 else field.columns - 1
    return place


def _next(field: Field, place: tuple[int, int], step: tuple[int, int]) -> tuple[int, int]:
    there = (place[0] + step[0], place[1] + step[1])
    return there if field.holds(*there) else place


def _edge(field: Field, place: tuple[int, int], step: tuple[int, int]) -> tuple[int, int]:
    """The last filled cell of a run, or across a gap the first one after it, or the end of the table."""
    here = _next(field, place, step)
    running = field.filled(*place) and field.filled(*here)
    while (there := _next(field, here, step)) != here:
        if running and not field.filled(*there):
            return here
        if not running and field.filled(*here):
            return here
        here = there
    return here

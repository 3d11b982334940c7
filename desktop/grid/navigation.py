"""Where a key leads from a cell, as in Excel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from desktop.grid.blocks import Block, Place

_ARROWS: Final[Mapping[int, Place]] = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_PAGES: Final[Mapping[int, int]] = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """The cells that keys move over: how many, how many to a page down and across, which are filled."""

    rows: int
    columns: int
    page: int
    across: int
    filled: Callable[[int, int], bool]

    def holds(self, row: int, column: int) -> bool:
        """Whether there is such a cell."""
        return 0 <= row < self.rows and 0 <= column < self.columns

    def nearest(self, row: int, column: int) -> Place:
        """The cell nearest to a place that may lie beyond the edges."""
        return max(0, min(self.rows - 1, row)), max(0, min(self.columns - 1, column))


def destination(field: Field, place: Place, key: int, modifiers: Qt.KeyboardModifier) -> Place | None:
    """The cell that a key leads to; None for a key that moves nowhere. The field has a cell at least."""
    row, column = place
    control, alt = bool(modifiers & _CONTROL), bool(modifiers & _ALT)
    if key in _PAGES and not control:
        turned = _PAGES[key]
        return field.nearest(
            *((row, column + turned * field.across) if alt else (row + turned * field.page, column))
        )
    if alt:
        return None
    if key in _ARROWS:
        step = _ARROWS[key]
        return _edge(field, place, step) if control else field.nearest(row + step[0], column + step[1])
    if key == Qt.Key.Key_Home:
        return (0 if control else row, 0)
    if key == Qt.Key.Key_End:
        return (field.rows - 1 if control else row, field.columns - 1)
    return None


def stepped(field: Field, place: Place, rows: int, columns: int) -> Place:
    """The cell after Enter or Tab: past the end of a row, Tab goes on with the next; the last cell stays."""
    row, column = place[0] + rows, place[1] + columns
    if field.holds(row, column):
        return row, column
    if columns and field.holds(row + columns, 0):
        return row + columns, 0 if columns > 0 else field.columns - 1
    return place


def cycled(blocks: Sequence[Block], place: Place, rows: int, columns: int) -> Place:
    """The cell after Enter or Tab in a selection: Enter goes down its columns, Tab along its rows.

    After the last cell of a block comes the first of the next block, and after the last block the first.
    """
    at = next((number for number, block in enumerate(blocks) if block.holds(*place)), None)
    if at is None:
        return blocks[0].top, blocks[0].left
    block, step = blocks[at], rows + columns
    row, column = place[0] - block.top, place[1] - block.left
    position = (column * block.height + row if rows else row * block.width + column) + step
    if not 0 <= position < block.size:
        at = (at + step) % len(blocks)
        block = blocks[at]
        position = 0 if step > 0 else block.size - 1
    if rows:
        column, row = divmod(position, block.height)
    else:
        row, column = divmod(position, block.width)
    return block.top + row, block.left + column


def _edge(field: Field, place: Place, step: Place) -> Place:
    """The last filled cell of a run, or across a gap the first one after it, or the end of the table."""
    row, column = place
    if step[0]:
        line = range(row + step[0], field.rows if step[0] > 0 else -1, step[0])
        return _along(line, lambda at: field.filled(at, column), row), column
    line = range(column + step[1], field.columns if step[1] > 0 else -1, step[1])
    return row, _along(line, lambda at: field.filled(row, at), column)


def _along(line: range, filled: Callable[[int], bool], start: int) -> int:
    """How far a run or a gap goes on from a start, in the order of the line."""
    if not line:
        return start
    if filled(start) and filled(line[0]):
        return next((at - line.step for at in line if not filled(at)), line[-1])
    return next((at for at in line if filled(at)), line[-1])

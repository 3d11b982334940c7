"""How wide the columns are and how high the rows, before an officer decides otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.grid.look import PADDING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QTableView

    from desktop.grid.columns import GridColumn

_NARROWEST_SHARE = 0.5
"""Of its own width: a column that stretches gives up no more than the rest to let all columns fit."""


def column_widths(
    columns: Sequence[GridColumn], least: Sequence[int], *, character: int, room: int
) -> tuple[int, ...]:
    """The width of each column in pixels, none less than its `least`; a character takes `character`.

    What is left over of the `room` goes to the columns that stretch. Those of one line also give way where
    that lets every column fit; those that wrap their texts do not, for their texts are there to be read.
    """
    widths = [
        max(smallest, column.width * character + 2 * PADDING)
        for column, smallest in zip(columns, least, strict=True)
    ]
    left = room - sum(widths)
    elastic = [
        number for number, column in enumerate(columns) if column.stretch and (left > 0 or column.lines == 1)
    ]
    whole = sum(widths[number] for number in elastic)
    if left < -whole * (1 - _NARROWEST_SHARE):
        return tuple(widths)
    for number in elastic:
        share = left * widths[number] // whole
        widths[number], left, whole = widths[number] + share, left - share, whole - widths[number]
    return tuple(widths)


def rows_in(view: QTableView, area: QRect) -> range:
    """The rows that an area of the view touches."""
    first, last = view.rowAt(area.top()), view.rowAt(area.bottom())
    if first < 0:
        return range(0)
    return range(first, (last if last >= 0 else view.verticalHeader().count() - 1) + 1)

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
    columns: Sequence[GridColumn], titles: Sequence[int], *, character: int, room: int
) -> tuple[int, ...]:
    """The width of each column in pixels, where a character takes `character` and a title its `titles`.

    What is left over of the `room` goes to the columns that stretch; they also give way where that lets every
    column fit.
    """
    widths = [
        max(title, column.width * character + 2 * PADDING)
        for column, title in zip(columns, titles, strict=True)
    ]
    stretching = [number for number, column in enumerate(columns) if column.stretch]
    left = room - sum(widths)
    elastic = sum(widths[number] for number in stretching)
    if not stretching or left < -elastic * (1 - _NARROWEST_SHARE):
        return tuple(widths)
    for number in stretching:
        share = left * widths[number] // elastic
        widths[number], left, elastic = widths[number] + share, left - share, elastic - widths[number]
    return tuple(widths)


def rows_in(view: QTableView, area: QRect) -> range:
    """The rows that an area of the view touches."""
    first, last = view.rowAt(area.top()), view.rowAt(area.bottom())
    if first < 0:
        return range(0)
    return range(first, (last if last >= 0 else view.verticalHeader().count() - 1) + 1)

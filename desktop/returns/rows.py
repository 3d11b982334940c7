"""Rows of a fresh sheet, filled one below another, each as high as its texts need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from desktop.returns.cells import height, put

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from desktop.returns.cells import Held
    from desktop.returns.layouts import Look

_LEAST = 16.0  # points


def set_widths(sheet: Worksheet, widths: Iterable[float]) -> None:
    """Give the sheet's columns, from A on, their widths in characters."""
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width


class Rows:
    """Fills a sheet whose widths are set; `last` is the number of the row filled last."""

    def __init__(self, sheet: Worksheet, *, first: int) -> None:
        self._sheet = sheet
        self.last = first - 1

    def add(self, row: Sequence[Held], look: Look) -> None:
        """Fill the next row from column A on; an empty text leaves its cell blank."""
        self.last += 1
        points = _LEAST
        for column, held in enumerate(row, start=1):
            put(self._sheet, self.last, column, None if held == "" else held, look)
            width = self._sheet.column_dimensions[get_column_letter(column)].width
            points = max(points, height("" if held is None else str(held), width, look))
        self._sheet.row_dimensions[self.last].height = points

    def skip(self) -> None:
        """Leave a row empty."""
        self.last += 1

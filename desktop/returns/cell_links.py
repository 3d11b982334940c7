"""Links from a list of findings to the cells that they speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from openpyxl.styles import Font
from openpyxl.worksheet.hyperlink import Hyperlink

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.cell.cell import Cell

    from desktop.domain.cells import CellRef

_INK = "FF0B4F8A"


def link(cell: Cell, to: CellRef, workbook: Path, out: Path) -> None:
    """Let a cell lead to a cell of another workbook, by name where both lie in one folder.

    `out` is where the cell's own workbook is written.
    """
    lies = workbook.absolute()
    target = quote(lies.name) if lies.parent == out.absolute().parent else lies.as_uri()
    place = f"'{to.sheet.replace(chr(39), chr(39) * 2)}'!{to.a1}"
    cell.hyperlink = Hyperlink(ref=cell.coordinate, target=target, location=place)
    cell.font = Font(name=cell.font.name, size=cell.font.size, underline="single", color=_INK)

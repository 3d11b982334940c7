"""Workbooks for tests, described as rows of cells."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import openpyxl
from openpyxl.utils import get_column_letter, range_boundaries

from desktop.workbook.package import Package
from desktop.workbook.reader import read_sheets
from desktop.workbook.records import read_contents
from desktop.workbook.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.domain.edits import Content
    from desktop.workbook.sheet import Sheet


class Styled(NamedTuple):
    """A cell with a number format of its own."""

    value: Content | dt.time | dt.timedelta
    code: str


Cell: TypeAlias = "Styled | Content"


@dataclass(kw_only=True)
class Grid:
    """A sheet to be: its rows from row 1 on, each from column A on, where None leaves a cell blank.

    `merges` are its merged areas as first row, first column, last row, last column.
    """

    rows: list[list[Cell]]
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)


def grid(*rows: Sequence[Cell], merges: Iterable[str] = ()) -> Grid:
    """A sheet of these rows, with merged areas such as A1:C1."""
    boxes = []
    for area in merges:
        left, top, right, bottom = range_boundaries(area)
        boxes.append((int(top or 0), int(left or 0), int(bottom or 0), int(right or 0)))
    return Grid(rows=[list(row) for row in rows], merges=boxes)


def read_grids(path: Path) -> dict[str, Grid]:
    """The sheets of a workbook file, as they would be described."""
    found = {}
    for sheet in openpyxl.load_workbook(path).worksheets:
        rows = [[_cell(cell.value, cell.number_format) for cell in row] for row in sheet.iter_rows()]
        boxes = [
            (area.min_row, area.min_col, area.max_row, area.max_col) for area in sheet.merged_cells.ranges
        ]
        found[sheet.title] = Grid(rows=rows, merges=boxes)
    return found


def _cell(value: object, code: str) -> Cell:
    assert value is None or isinstance(value, str | int | float | dt.date), value
    return None if value is None else Styled(value, code)


def workbook_of(grids: Mapping[str, Grid]) -> Workbook:
    """The workbook of these sheets, opened."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, described in grids.items():
        sheet = book.create_sheet(name)
        for number, row in enumerate(described.rows, start=1):
            for column, cell in enumerate(row, start=1):
                value, code = cell if isinstance(cell, Styled) else (cell, None)
                if value is not None:
                    sheet.cell(number, column, value)
                if code is not None:
                    sheet.cell(number, column).number_format = code
        for top, left, bottom, right in described.merges:
            sheet.merge_cells(f"{get_column_letter(left)}{top}:{get_column_letter(right)}{bottom}")
    stream = io.BytesIO()
    book.save(stream)
    package = Package.of(Path("Book.xlsx"), stream.getvalue(), 0)
    sheets = {sheet.name: sheet for sheet in read_sheets(package)}
    return Workbook(package=package, sheets=sheets, contents=read_contents(sheets.values()))


def workbook(*rows: Sequence[Cell], merges: Iterable[str] = (), name: str = "Sheet") -> Workbook:
    """The workbook of one sheet with these rows, opened."""
    return workbook_of({name: grid(*rows, merges=merges)})


def sheet(*rows: Sequence[Cell], merges: Iterable[str] = ()) -> Sheet:
    """The one sheet of a workbook with these rows."""
    return workbook(*rows, merges=merges).sheets["Sheet"]

"""What was copied or cut from the grid: the cells as they stood at that moment."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMimeData

from desktop.domain.edits import Edit
from desktop.grid.clipboard import to_clipboard
from desktop.workbook.formats import is_date_format

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.cells import CellRef
    from desktop.domain.edits import Content
    from desktop.grid.blocks import Block
    from desktop.grid.cells_model import CellsModel
    from desktop.grid.columns import GridColumn
    from desktop.grid.html_clipboard import ShownCell
    from desktop.grid.rows import Record
    from desktop.workbook.workbook import Workbook

FORMAT = "application/x-milepost-cells"
"""Under which the clipboard says that its cells are those of a `Copied`, by their token."""
_MOST_IN_HTML = 100_000
"""Cells: more are copied as plain text, which every program takes and at once."""
_DATE_FORMAT = "dd/mm/yyyy"
_TOKEN = 16  # bytes


class Source(NamedTuple):
    """A cell of a workbook as it stood."""

    workbook: Workbook
    cell: CellRef

    @property
    def content(self) -> Content:
        """What it held."""
        return self.workbook.content(self.cell)

    @property
    def code(self) -> str:
        """Its number format; a date always has one that shows dates."""
        sheet = self.workbook.sheets[self.cell.sheet]
        code = sheet.number_format(self.cell.row, self.cell.column)
        dated = isinstance(self.content, dt.date) and not is_date_format(code)
        return _DATE_FORMAT if dated else code

    def put_into(self, workbook: Workbook, cell: CellRef) -> Edit:
        """The edit that puts its content into another cell; formats stay where they are.

        A share goes among plain figures as a percentage is typed there, and the other way round. Raises
        EditRefused where the cell can't take it.
        """
        there = workbook.sheets[cell.sheet].number_format(cell.row, cell.column)
        share, formula = "%" in self.code, self.workbook.formula(self.cell)
        if isinstance(self.content, int | float) and share != ("%" in there) and formula is None:
            return workbook.typed(cell, self.workbook.edit_text(self.cell))
        return Edit(cell=cell, content=self.content)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """A block of a table, with the workbook as it stood; `token` is what the clipboard says of it.

    `identity` tells which table it is of.
    """

    workbook: Workbook
    identity: str
    block: Block
    records: tuple[Record, ...]
    columns: tuple[GridColumn, ...]
    cut: bool
    token: bytes

    @classmethod
    def of(cls, model: CellsModel, block: Block, *, cut: bool) -> Copied:
        """A block of what a model shows."""
        return cls(
            workbook=model.document.workbook,
            identity=model.identity,
            block=block,
            records=tuple(model.records[block.top : block.bottom + 1]),
            columns=model.columns[block.left : block.right + 1],
            cut=cut,
            token=os.urandom(_TOKEN),
        )

    def source(self, row: int, column: int) -> Source | None:
        """The cell at a place within the block; None where the record has none there."""
        cell = self.columns[column].cell(self.records[row])
        return None if cell is None else Source(self.workbook, cell)

    def cells(self) -> Iterator[CellRef]:
        """Its cells, each once."""
        yield from dict.fromkeys(
            cell
            for record in self.records
            for column in self.columns
            if (cell := column.cell(record)) is not None
        )

    @property
    def formulas(self) -> int:
        """How many of its cells are worked out by formulas."""
        return sum(self.workbook.formula(cell) is not None for cell in self.cells())


def as_mime(model: CellsModel, copied: Copied) -> QMimeData:
    """What goes onto the clipboard: text, HTML unless there are too many cells, and the token."""
    from desktop.grid.html_clipboard import to_html

    block = copied.block
    rows, columns = range(block.top, block.bottom + 1), range(block.left, block.right + 1)
    texts = [[model.text(row, column) for column in columns] for row in rows]
    mime = QMimeData()
    mime.setText(to_clipboard(texts))
    if block.size <= _MOST_IN_HTML:
        mime.setHtml(to_html(_shown(copied, row, line) for row, line in enumerate(texts)))
    mime.setData(FORMAT, copied.token)
    return mime


def _shown(copied: Copied, row: int, texts: list[str]) -> list[ShownCell]:
    from desktop.grid.html_clipboard import ShownCell

    shown = []
    for column, text in enumerate(texts):
        source = copied.source(row, column)
        content = source.content if source is not None else None
        code = source.code if source is not None and not isinstance(content, str | None) else ""
        shown.append(ShownCell(text, content, code))
    return shown

"""A whole sheet as it stands, to be read: what is in no table is seen too."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.domain.cells import CellRef, column_letters
from desktop.domain.values import Value, read_value
from desktop.grid.cells_model import CellsModel
from desktop.grid.columns import Align, GridColumn
from desktop.grid.rows import PlainRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex

    from desktop.document.document import Document
    from desktop.grid.rows import Record
    from desktop.workbook.sheet import Sheet

    AnyIndex = QModelIndex | QPersistentModelIndex

_NARROWEST, _WIDEST = 8, 40
"""Characters that a column of a sheet shows to begin with."""
_LINES = 3
"""Lines that a row grows to where a text is long or has several."""
_SAMPLE = 200
"""Rows whose texts decide how wide the columns are."""
_NO_TABLE = "This sheet holds no table that Milepost knows; edit it in Excel."
_BESIDE_TABLES = "The whole sheet is shown to be read. Choose its table in the contents to edit that."


class SheetModel(CellsModel):
    """The cells of a sheet from A1 to the last that shows anything; none can be edited."""

    def __init__(self, document: Document, sheet: str, parent: QObject | None = None) -> None:
        """Show a sheet of the document; KeyError where it has none of that name."""
        self._covers = _covers(document.workbook.sheets[sheet])
        super().__init__(document, sheet, *_shape(document, sheet), parent)

    @property
    def identity(self) -> str:
        """The sheet's, which no table has."""
        return f"{self.sheet}!"

    @property
    def reason(self) -> str:
        """Why no cell of the sheet can be edited here."""
        known = any(table.sheet == self.sheet for table in self.document.contents.tables)
        return _BESIDE_TABLES if known else _NO_TABLE

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Every cell can be selected and none edited."""
        return super().flags(index) & ~Qt.ItemFlag.ItemIsEditable

    def type_texts(self, typed: Sequence[tuple[CellRef, str]], label: str) -> bool:
        """Say why nothing is typed here."""
        del typed, label
        self.refused.emit(self.reason)
        return False

    def text(self, row: int, column: int) -> str:
        """A cell's text as the sheet shows it; a merged area shows that of its first cell, in that cell."""
        return "" if (row + 1, column + 1) in self._covers else super().text(row, column)

    def values(self, column: int, top: int, bottom: int) -> Iterator[Value]:
        """The readings of the numbers in a stretch of a column; texts are passed over unread."""
        read = self.columns[column].reading
        rows = self.document.workbook.sheets[self.sheet].rows[top : bottom + 1]
        for record, held in zip(self.records[top : bottom + 1], rows, strict=False):
            if column < len(held) and isinstance(held[column], int | float):
                reading = read(record)
                if isinstance(reading, Value):
                    yield reading

    def _take_up_records(self) -> bool:
        columns, records = _shape(self.document, self.sheet)
        if len(columns) == len(self.columns) and records == self.records:
            return True
        self._covers = _covers(self.document.workbook.sheets[self.sheet])
        self._begin_anew(columns, records)
        return False


def _covers(sheet: Sheet) -> frozenset[tuple[int, int]]:
    """The places that merged areas cover besides their first cells."""
    return frozenset(
        (row, column)
        for top, left, bottom, right in sheet.scan.merged
        for row in range(top, min(bottom, sheet.height) + 1)
        for column in range(left, min(right, sheet.width) + 1)
        if (row, column) != (top, left)
    )


def _shape(document: Document, name: str) -> tuple[tuple[GridColumn, ...], tuple[Record, ...]]:
    """The columns and rows from A1 to the last that show anything, at least one of each."""
    sheet = document.workbook.sheets[name]
    height = width = 1
    for row in range(1, sheet.height + 1):
        last = max((column for column, _ in sheet.filled(row)), default=0)
        if last:
            height, width = row, max(width, last)
    texts = [sheet.texts(row) for row in range(1, min(height, _SAMPLE) + 1)]
    longest = [
        max((_length(row[column]) for row in texts if column < len(row)), default=0)
        for column in range(width)
    ]
    return (
        tuple(_column(document, name, column + 1, longest[column]) for column in range(width)),
        tuple(PlainRow(row=row) for row in range(1, height + 1)),
    )


def _length(text: str) -> int:
    return max(map(len, text.splitlines()), default=0)


def _column(document: Document, sheet: str, column: int, longest: int) -> GridColumn:
    letters = column_letters(column)
    return GridColumn(
        title=letters,
        field="",
        hint=f"Column {letters}",
        width=min(max(longest, _NARROWEST), _WIDEST),
        most=_LINES,
        align=_alignment(document.workbook.sheets[sheet], column),
        number=column,
        cell=partial(_cell, sheet, column),
        reading=partial(_number, document, sheet, column),
    )


def _alignment(sheet: Sheet, column: int) -> Align:
    """On the right where numbers stand, as in Excel; most cells of the column decide."""
    numbers = texts = 0
    for row in range(1, min(sheet.height, _SAMPLE) + 1):
        if sheet.number(row, column) is not None:
            numbers += 1
        else:
            texts += bool(sheet.text(row, column).strip())
    return Align.RIGHT if numbers > texts else Align.LEFT


def _cell(sheet: str, column: int, record: Record) -> CellRef:
    return CellRef(sheet=sheet, row=record.row, column=column)


def _number(document: Document, sheet: str, column: int, record: Record) -> Value | None:
    """What counts for the sum and the average of a selection: the real numbers of the sheet."""
    cells = document.workbook.sheets[sheet]
    number = cells.number(record.row, column)
    return None if number is None else read_value(cells.text(record.row, column), number)

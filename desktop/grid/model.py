"""A table of the document as Qt sees it: rows are records, columns are declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.grid.arrangement import AS_IN_SHEET, arranged
from desktop.grid.cells_model import CellRole, CellsModel, FieldRole, FindingRole, GroupRole
from desktop.grid.column_facts import ColumnFacts
from desktop.grid.columns import columns_for
from desktop.grid.rows import positions_at, records_of, same_places
from desktop.grid.shown import ShownRecords
from desktop.workbook.mappings import signature_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QObject

    from desktop.document.document import Document
    from desktop.domain.cells import CellRef
    from desktop.domain.tables import Table
    from desktop.grid.arrangement import Arrangement
    from desktop.grid.columns import GridColumn
    from desktop.grid.rows import Record

__all__ = ["CellRole", "FieldRole", "FindingRole", "GroupRole", "TableModel"]

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)


class TableModel(CellsModel):
    """One table of a document, which can be edited, filtered and sorted.

    `records` are those that are shown; what an edit makes of them does not hide or move any until the
    table is arranged again.
    """

    def __init__(self, document: Document, table: Table, parent: QObject | None = None) -> None:
        """Show one of the document's tables, and follow what becomes of it."""
        self.table = table
        self.hidden: frozenset[int] = frozenset()
        self._facts: dict[int, ColumnFacts] = {}
        self._shown = ShownRecords(records_of(document.contents, table))
        super().__init__(document, table.sheet, columns_for(table), self._shown.records, parent)

    @property
    def identity(self) -> str:
        """The table's."""
        return self.table.id

    @property
    def signature(self) -> str:
        """That of the table's headers, whatever its years: next year's table is shaped as this one."""
        return signature_of({column.column: column.header for column in self.table.columns})

    @property
    def arrangeable(self) -> bool:
        """A table can be."""
        return True

    @property
    def everything(self) -> tuple[Record, ...]:
        """All records, in the order of the sheet, those that are filtered out among them."""
        return self._shown.everything

    def arrange(self, arrangement: Arrangement) -> None:
        """Filter and sort the records as they read now."""
        if arrangement != self.arrangement or arrangement != AS_IN_SHEET:
            self.arrangement = arrangement
            self._begin_anew(self.every_column, self.everything)

    def hide(self, hidden: frozenset[int]) -> None:
        """Show the columns without those at some places among all; where none would stay, show all."""
        if hidden != self.hidden:
            self.hidden = hidden
            self._begin_anew(self.every_column, self.everything)

    def facts(self, place: int) -> ColumnFacts:
        """What the column at a place among all holds in all records, as they read now."""
        if place not in self._facts:
            self._facts[place] = ColumnFacts(self.document, self.every_column[place], self.everything)
        return self._facts[place]

    def offered(self, place: int) -> Sequence[int]:
        """The records that the other columns' filters let through, by their places in everything."""
        return arranged(self.arrangement, self.facts, len(self.everything), without=place)

    @property
    def shown_places(self) -> Sequence[int]:
        """Where each record that is shown stands in everything."""
        return self._shown.places

    def place_of(self, cell: CellRef) -> tuple[int, int] | None:
        """Where a cell stands among all records and all columns; None where the table has no such cell."""
        if cell.sheet != self.sheet:
            return None
        for row in positions_at(self.everything, cell.row):
            for place, column in enumerate(self.every_column):
                if column.cell(self.everything[row]) == cell:
                    return row, place
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """As of any cells; how a column is filtered and sorted is read out, and stands in its tool tip."""
        said = super().headerData(section, orientation, role)
        if orientation is Qt.Orientation.Horizontal and isinstance(said, str):
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join((said, *self._arranged_by(section)))
            if role == Qt.ItemDataRole.ToolTipRole:
                return "\n".join((said, *self._arranged_by(section)))
        return said

    def _arranged_by(self, column: int) -> Iterator[str]:
        place = self.places[column]
        wanted, sort = self.arrangement.by_column.get(place), self.arrangement.sort_of(place)
        if wanted is not None:
            yield f"filtered: {wanted.words}"
        if sort is not None:
            yield "sorted, largest or last first" if sort.descending else "sorted, smallest or first first"

    def _positions_at(self, row: int) -> Iterator[int]:
        return self._shown.positions_at(row)

    def _take_up_records(self) -> bool:
        contents = self.document.contents
        table = next((table for table in contents.tables if table.id == self.table.id), None)
        records = records_of(contents, table) if table is not None else ()
        if table is not None and _headed_alike(table, self.table) and same_places(self.everything, records):
            self.table = table
            self._shown = self._shown.renewed(records)
            self.records = self._shown.records
            self._facts.clear()
            return True
        columns = self.every_column
        if table is not None and not _headed_alike(table, self.table):
            columns = columns_for(table)
            self.arrangement, self.hidden = AS_IN_SHEET, frozenset()
        self.table = table or self.table
        self._begin_anew(columns, records)
        return False

    def _begin_anew(self, columns: tuple[GridColumn, ...], records: tuple[Record, ...]) -> None:
        """Take up records of another shape or arrangement; views hear of it once."""
        self.beginResetModel()
        if records is not self.everything or columns is not self.every_column:
            self._facts.clear()
        self.every_column = columns
        every = range(len(columns))
        self.places = tuple(place for place in every if place not in self.hidden) or tuple(every)
        self.columns = tuple(columns[place] for place in self.places)
        self._shown = ShownRecords(records)
        if self.arrangement != AS_IN_SHEET:
            places = arranged(self.arrangement, self.facts, len(records))
            self._shown = ShownRecords(records, places)
        self.records, self.banners = self._shown.records, self._shown.banners
        self._forget()
        self.endResetModel()


def _headed_alike(one: Table, other: Table) -> bool:
    """Whether two readings of a table have the same columns: by its form a definition stands in none."""
    return one.columns == other.columns and one.form == other.form

"""A table of the document as Qt sees it: rows are records, columns are declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.grid.cells_model import CellRole, CellsModel, FieldRole, FindingRole, GroupRole
from desktop.grid.columns import columns_for
from desktop.grid.rows import records_of, same_places

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from desktop.document.document import Document
    from desktop.domain.tables import Table

__all__ = ["CellRole", "FieldRole", "FindingRole", "GroupRole", "TableModel"]


class TableModel(CellsModel):
    """One table of a document, which can be edited."""

    def __init__(self, document: Document, table: Table, parent: QObject | None = None) -> None:
        """Show one of the document's tables, and follow what becomes of it."""
        self.table = table
        records = records_of(document.contents, table)
        super().__init__(document, table.sheet, columns_for(table), records, parent)

    @property
    def identity(self) -> str:
        """The table's."""
        return self.table.id

    def _take_up_records(self) -> bool:
        contents = self.document.contents
        table = next((table for table in contents.tables if table.id == self.table.id), None)
        records = records_of(contents, table) if table is not None else ()
        if table is not None and table.columns == self.table.columns and same_places(self.records, records):
            self.table, self.records = table, records
            return True
        columns = self.columns
        if table is not None and table.columns != self.table.columns:
            columns = columns_for(table)
        self.table = table or self.table
        self._begin_anew(columns, records)
        return False

"""What a grid shows as it is declared: every column, every row, in the order of the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex

from desktop.grid.arrangement import AS_IN_SHEET

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QPersistentModelIndex

    from desktop.grid.arrangement import Arrangement
    from desktop.grid.columns import GridColumn

    AnyIndex = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()


class AsDeclared(QAbstractTableModel):
    """Columns that are all shown, and rows that are neither filtered nor sorted; a table says otherwise.

    `places` tells where each shown column stands in `every_column`.
    """

    def __init__(self, columns: tuple[GridColumn, ...], parent: QObject | None = None) -> None:
        """Show these columns."""
        super().__init__(parent)
        self.arrangement = AS_IN_SHEET
        self._declare(columns)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """How many columns are shown."""
        return 0 if parent.isValid() else len(self.columns)

    def _declare(self, columns: tuple[GridColumn, ...]) -> None:
        self.columns = self.every_column = columns
        self.places = tuple(range(len(columns)))

    @property
    def identity(self) -> str:
        """What tells these cells from others that a grid has shown."""
        raise NotImplementedError

    @property
    def signature(self) -> str:
        """What the columns are remembered by."""
        return self.identity

    @property
    def arrangeable(self) -> bool:
        """Whether what is shown can be filtered and sorted."""
        return False

    def arrange(self, arrangement: Arrangement) -> None:
        """Filter and sort, where that can be done."""

    def hide(self, hidden: frozenset[int]) -> None:
        """Show the columns without those at some places among all; at least one stays."""

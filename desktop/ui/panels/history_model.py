"""What was changed since the workbook was opened, as the rows of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.document.history import changes_of
from desktop.ui.cell_rows import content_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.document.history import Deed
    from desktop.document.steps import Change
    from desktop.domain.cells import CellRef

_Index = QModelIndex | QPersistentModelIndex
TITLES = ("When", "Cell", "Before", "After", "Step")
_ROWS_MOVED = "whole rows: Undo takes them back"


class Line(NamedTuple):
    """One line of the list: a deed, and which of its changes; None where it moved whole rows."""

    deed: Deed
    change: Change | None


class HistoryModel(QAbstractTableModel):
    """Deeds by change, newest first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def show_deeds(self, deeds: Sequence[Deed], cell: CellRef | None) -> None:
        """Show these deeds; of one cell only, where one is given."""
        self.beginResetModel()
        self._lines = tuple(line for deed in deeds for line in _lines(deed, cell))
        self.endResetModel()

    def line(self, index: _Index) -> Line | None:
        """The line of a row; None for no row."""
        return self._lines[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many changes are shown."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many columns a change has."""
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """The words of a change, the whole of it as tool tip and for screen readers."""
        texts = _texts(self._lines[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(texts[index.column()].split())
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            when, cell, before, after, action = texts
            return f"{when}, {action}: " + (f"{cell} from {before} to {after}" if cell else after)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: ANN401
        """The titles of the columns, for screen readers."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return TITLES[section]
        return None


def _lines(deed: Deed, cell: CellRef | None) -> Iterator[Line]:
    for change in changes_of(deed, cell):
        yield Line(deed, change)
    if deed.rows and cell is None:
        yield Line(deed, None)


def _texts(line: Line) -> tuple[str, str, str, str, str]:
    when, change = f"{line.deed.at:%H:%M}", line.change
    if change is None:
        return when, "", "", _ROWS_MOVED, line.deed.label
    before, after = content_words(change.before), content_words(change.after)
    return when, str(change.cell), before, after, line.deed.label

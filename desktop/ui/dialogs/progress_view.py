"""What became of the plan and its indicators since an earlier version; Enter goes to a change's cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout

from desktop.progress.tables import tables_of
from desktop.progress.telling import Became
from desktop.ui.panels.plain_label import PlainLabel
from desktop.ui.panels.row_table import RowTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.progress.report import Progress
    from desktop.progress.tables import ProgressTable

_SIZE = (980, 560)
_WIDEST = 320  # pixels of a column to start with


class ProgressView(QDialog):
    """Shows a progress report beside the window; nothing in it can be changed."""

    cell_wanted = Signal(object)
    """The CellRef of a change: the officer wants to see it."""
    file_wanted = Signal()
    """The report is wanted as a file."""

    def __init__(self, progress: Progress, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Progress since {progress.since}")
        self.setObjectName("progressView")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._changes = progress.changes
        tabs = QTabWidget()
        *standing, told = tables_of(progress)
        changes = _table(told)
        changes.activated.connect(lambda index: self._go(index.row()))
        tabs.addTab(changes, f"&Changes ({len(progress.changes)})")
        for table in standing:
            tabs.addTab(_table(table), f"&{table.name}")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        file = buttons.addButton("Save &report…", QDialogButtonBox.ButtonRole.ActionRole)
        file.clicked.connect(self.file_wanted)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        for widget in (PlainLabel(_words(progress)), tabs, buttons):
            column.addWidget(widget)
        changes.setFocus()

    def _go(self, row: int) -> None:
        change = self._changes[row]
        if change.change is not Became.DROPPED:
            self.cell_wanted.emit(change.cell)


def _words(progress: Progress) -> str:
    what = f"{progress.name} set against {progress.since}, both judged as at {progress.as_at:%d/%m/%Y}."
    if not progress.changes:
        return f"{what} No milestone, value or target has changed."
    return f"{what} Press Enter on a change to go to its cell."


def _table(shown: ProgressTable) -> RowTable:
    table = RowTable(shown.name)
    table.setWordWrap(False)
    table.show_rows(shown.headers, [tuple(map(str, row)) for row in shown.rows])
    table.fit_columns(_WIDEST)
    return table

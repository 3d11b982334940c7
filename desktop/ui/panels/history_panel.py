"""The history panel: what was changed since the workbook was opened, and how to put a cell back."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QHeaderView, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.errors import MilepostError
from desktop.domain.wording import counted
from desktop.ui.panels.history_model import HistoryModel
from desktop.ui.panels.whole_rows import WholeRows

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from desktop.document.history import History
    from desktop.domain.cells import CellRef

_WIDTHS = {0: 54, 1: 150, 2: 260, 4: 200}
_AFTER = 3
_ROW_AIR = 8


class HistoryPanel(QWidget):
    """The list of changes, of the whole workbook or of the current cell."""

    chosen = Signal(object)
    """The CellRef that the chosen change is about."""
    refused = Signal(str)
    """Why a cell was not put back."""
    closed = Signal()

    def __init__(self, history: History, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._cell: CellRef | None = None
        self._model = HistoryModel(self)
        self._said = QLabel()
        self._only = QCheckBox("&This cell only")
        self._back = QPushButton("Put &back")
        self._close = QPushButton("&Close")
        self._list = self._build_list()
        top = QHBoxLayout()
        top.setContentsMargins(10, 4, 8, 0)
        top.addWidget(self._said, stretch=1)
        for widget in (self._only, self._back, self._close):
            top.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self._list)
        for before, after in pairwise((self._list, self._back, self._only, self._close)):
            self.setTabOrder(before, after)
        self._only.toggled.connect(self.refresh)
        self._back.clicked.connect(self._put_back)
        self._close.clicked.connect(self.closed)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)
        history.grown.connect(self.refresh)
        self.refresh()

    @property
    def keyboard(self) -> QWidget:
        """What takes the keyboard of the panel: the list."""
        return self._list

    def show_cell(self, cell: CellRef | None) -> None:
        """Tell which cell is current."""
        self._cell = cell
        if self._only.isChecked():
            self.refresh()

    def showEvent(self, event: object) -> None:
        """Catch up with what was done while the panel was hidden."""
        del event
        self.refresh()

    def refresh(self) -> None:
        """Show what was changed, newest first; nothing is done while nobody looks."""
        if not self.isVisible():
            return
        self._model.show_deeds(self._history.deeds, self._cell if self._only.isChecked() else None)
        self._list.setCurrentIndex(self._model.index(0, 0))
        self._tell()

    def _build_list(self) -> WholeRows:
        view = WholeRows(self.fontMetrics().height() + _ROW_AIR)
        view.setObjectName("historyList")
        view.setAccessibleName("History of changes")
        view.setModel(self._model)
        header = view.horizontalHeader()
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        header.setSectionResizeMode(_AFTER, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.show()
        view.clicked.connect(self._choose)
        view.activated.connect(self._choose)
        view.selectionModel().currentChanged.connect(self._tell)
        return view

    def _tell(self) -> None:
        """How many changes there are, and whether the current one can be put back."""
        count, line = self._model.rowCount(), self._model.line(self._list.currentIndex())
        possible = line is not None and line.change is not None and self._history.can_put_back(line.deed)
        self._back.setEnabled(possible)
        changes = counted(count, "change")
        whose = f" of {self._cell.a1}" if self._only.isChecked() and self._cell is not None else ""
        why = "" if possible or line is None else " · Rows have moved since then: use Undo"
        self._said.setText(f"<b>History</b>&nbsp; {changes}{whose} since the workbook was opened{why}")

    def _choose(self, index: QModelIndex) -> None:
        line = self._model.line(index)
        if line is not None and line.change is not None:
            self.chosen.emit(line.change.cell)

    def _put_back(self) -> None:
        line = self._model.line(self._list.currentIndex())
        if line is None or line.change is None:
            return
        try:
            self._history.put_back(line.deed, line.change.cell)
        except MilepostError as refusal:
            self.refused.emit(str(refusal))
            return
        self.chosen.emit(line.change.cell)

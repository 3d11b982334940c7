"""The grid on the screen: moves, selects and edits as officers know it from Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from desktop.grid import transfers
from desktop.grid.model import TableModel
from desktop.grid.navigation import Field, destination, stepped
from desktop.grid.painted_table import PaintedTable
from desktop.grid.selection import Statistics, selected_values, statistics
from desktop.grid.sheet_model import SheetModel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QEvent, QItemSelectionRange, QPersistentModelIndex, QPoint, QRect
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget

    from desktop.document.document import Document
    from desktop.domain.cells import CellRef
    from desktop.domain.tables import Table
    from desktop.grid.cells_model import CellsModel

    AnyIndex = QModelIndex | QPersistentModelIndex

_Flag = QItemSelectionModel.SelectionFlag
_Trigger = QAbstractItemView.EditTrigger
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_STEPS: Final[Mapping[int, tuple[int, int]]] = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}


class GridView(PaintedTable):
    """One table of a document at a time."""

    current_cell_changed = Signal(object)
    """The CellRef of the cell that is current now, or None."""
    selection_changed = Signal()
    refused = Signal(str)
    """Why something was not done, and what to do."""
    told = Signal(str)
    """Why nothing can be edited in what is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty grid; `show_table` fills it."""
        super().__init__(parent)
        self.setObjectName("grid")
        self.setAccessibleName("Table")
        self._anchor, self._far = QModelIndex(), QModelIndex()
        self._pointer: QPoint | None = None
        self._tab_column: int | None = None
        self._kept: CellRef | None = None
        self.setEditTriggers(_Trigger.DoubleClicked | _Trigger.EditKeyPressed | _Trigger.AnyKeyPressed)
        self.delegate.stepped.connect(self.step)

    def show_table(self, document: Document, table: Table) -> None:
        """Show a table of the document, its first cell current."""
        self._show(TableModel(document, table, self), _name(table))

    def show_sheet(self, document: Document, sheet: str) -> None:
        """Show a whole sheet of the document, to be read and copied from."""
        self._show(SheetModel(document, sheet, self), f"{sheet}, whole sheet")

    def _show(self, model: CellsModel, name: str) -> None:
        former, selection = self.model(), self.selectionModel()
        model.refused.connect(self.told if model.reason else self.refused)
        model.modelAboutToBeReset.connect(self._keep_place)
        self.setModel(model)
        model.modelReset.connect(self._take_place)
        for old in (selection, former):
            if old is not None:
                old.deleteLater()
        self.setAccessibleName(name)
        self.lay_out()
        self.scrollToTop()
        self._select(model.index(0, 0))

    @property
    def current_cell(self) -> CellRef | None:
        """The cell of the sheet that is current."""
        return self.table_model.cell_at(self.currentIndex()) if self.table_model is not None else None

    @property
    def reason(self) -> str:
        """Why nothing can be edited in what is shown; empty where cells can be."""
        return self.table_model.reason if self.table_model is not None else ""

    def go_to(self, cell: CellRef) -> bool:
        """Select a cell of the sheet and bring it into view; False where this table does not show it."""
        index = self.table_model.index_of(cell) if self.table_model is not None else QModelIndex()
        if index.isValid():
            self._select(index)
        return index.isValid()

    def statistics(self) -> Statistics:
        """Sum, average, count, minimum and maximum of the selected numbers."""
        if self.table_model is None:
            return Statistics()
        return statistics(selected_values(self.table_model, self.selectionModel().selection()))

    def copy(self) -> bool:
        """Copy the selection as tab-separated text; False where that can't be done."""
        return self.table_model is not None and transfers.copy(self.table_model, self._areas())

    def cut(self) -> None:
        """Copy the selection, then empty it."""
        if self.table_model is not None and self.copy():
            transfers.clear(self.table_model, self._areas(), "Cut")

    def clear_cells(self) -> None:
        """Empty the selected cells."""
        if self.table_model is not None:
            transfers.clear(self.table_model, self._areas())

    def paste(self) -> None:
        """Type the clipboard's text into cells, from the selection's first cell on, and select them."""
        if self.table_model is None:
            return
        filled = transfers.paste(self.table_model, self._areas())
        if filled is not None:
            self._select(self.table_model.index(filled.top(), filled.left()))
            self._extend(self.table_model.index(filled.bottom(), filled.right()))

    def step(self, rows: int, columns: int) -> None:
        """Move on as after Enter or Tab; Enter goes back to the column where the first Tab was pressed."""
        index = self.currentIndex()
        if not index.isValid():
            return
        origin = self._tab_column
        if columns and origin is None:
            origin = index.column()
        start = (index.row(), index.column() if columns or origin is None else origin)
        self._select(index.sibling(*stepped(self._field(), start, rows, columns)))
        self._tab_column = origin if columns else None

    def edit(  # type: ignore[override] # Qt has two methods of this name: this one stands for both
        self,
        index: AnyIndex,
        trigger: QAbstractItemView.EditTrigger | None = None,
        event: QEvent | None = None,
    ) -> bool:
        """Open the editor of a cell; what is typed then replaces its text, F2 keeps it."""
        if self.reason and _means_to_edit(trigger, event):
            self.told.emit(self.reason)
        self.delegate.typing = trigger == _Trigger.AnyKeyPressed
        if trigger is None:  # Qt's shorter method, which calls the longer one, and so comes back here
            super().edit(index)
            return True
        return bool(super().edit(index, trigger, event))  # type: ignore[arg-type] # Qt passes none, too

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key does in Excel; Qt has the keys that are left."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()  # the window's menus have it
            return
        intent = self._intent(event)
        if intent is not None:
            intent()
            event.accept()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection, or with Shift extend it to where the pointer is."""
        position = event.position().toPoint()
        index = self.indexAt(position)
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            if event.modifiers() & _SHIFT and self._anchor.isValid():
                self._extend(index)
                return
            self._anchor = self._far = index
            self._tab_column = None
            self._pointer = None if event.modifiers() & _CONTROL else position
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extend the selection to where the pointer is dragged."""
        if self._pointer is not None:
            self._pointer = event.position().toPoint()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a selection; the cell it began in is the current one."""
        super().mouseReleaseEvent(event)
        if self._pointer is not None:
            self._pointer = None
            self.selectionModel().setCurrentIndex(self._anchor, _Flag.NoUpdate)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select from the anchor to the pointer: either may stand on the frozen columns."""
        index = self.indexAt(self._pointer) if self._pointer is not None else QModelIndex()
        if index.isValid() and self._anchor.isValid():
            self._far = index
            self.selectionModel().select(QItemSelection(*_corners(self._anchor, index)), _Flag.ClearAndSelect)
        elif self._pointer is None:
            super().setSelection(rect, command)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell which cell is current; while a selection is dragged, it is the one where that began."""
        super().currentChanged(current, previous)
        if self._pointer is not None and current != self._anchor:
            return
        if current != self._anchor:  # made current from outside, or by a click on a header
            self._anchor = self._far = self.currentIndex()
        place = (current.row(), current.column())
        if place != self.cells.current:
            self.cells.current = place
            self._repaint_all()
            self.current_cell_changed.emit(self.current_cell)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell that other cells are selected."""
        super().selectionChanged(selected, deselected)
        self.selection_changed.emit()

    def _intent(self, event: QKeyEvent) -> Callable[[], object] | None:
        for sequence, intent in (
            (QKeySequence.StandardKey.Copy, self.copy),
            (QKeySequence.StandardKey.Cut, self.cut),
            (QKeySequence.StandardKey.Paste, self.paste),
        ):
            if event.matches(sequence):
                return intent
        key, modifiers, index = event.key(), event.modifiers(), self.currentIndex()
        if not index.isValid():
            return None
        if key == Qt.Key.Key_Delete and not modifiers:
            return self.clear_cells
        if key == Qt.Key.Key_Backspace and not modifiers:
            return lambda: self.edit(index, _Trigger.AnyKeyPressed, event)
        if key in _STEPS and not modifiers & _CONTROL:
            rows, columns = _STEPS[key]
            back = rows and modifiers & _SHIFT
            return lambda: self.step(-rows if back else rows, columns)
        return self._movement(key, control=bool(modifiers & _CONTROL), shift=bool(modifiers & _SHIFT))

    def _movement(self, key: int, *, control: bool, shift: bool) -> Callable[[], object] | None:
        start = self._far if shift and self._far.isValid() else self.currentIndex()
        target = destination(self._field(), (start.row(), start.column()), key, control=control)
        if target is None:
            return None
        index = start.sibling(*target)
        return (lambda: self._extend(index)) if shift else (lambda: self._select(index))

    def _field(self) -> Field:
        page = max(1, self.viewport().height() // max(1, self.dress.measures.row) - 1)
        model = self.table_model
        return Field(
            rows=len(self.records),
            columns=len(self.columns),
            page=page,
            filled=lambda row, column: model is not None and bool(model.text(row, column).strip()),
        )

    def _areas(self) -> list[QItemSelectionRange]:
        return self.selectionModel().selection().toList()

    def _select(self, index: QModelIndex) -> None:
        self._anchor = self._far = index
        self._tab_column = None
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
        self.scrollTo(index)

    def _extend(self, index: QModelIndex) -> None:
        """Select the block between the cell where the selection began, which stays current, and another."""
        self._far = index
        self.selectionModel().select(QItemSelection(*_corners(self._anchor, index)), _Flag.ClearAndSelect)
        self.scrollTo(index)

    def _keep_place(self) -> None:
        self._kept = self.current_cell

    def _take_place(self) -> None:
        """After the table was read anew, go back to the cell that was current."""
        self.lay_out()
        if self._kept is None or not self.go_to(self._kept):
            self._select(self.model().index(0, 0))


def _means_to_edit(trigger: QAbstractItemView.EditTrigger | None, event: QEvent | None) -> bool:
    """Whether an editor is asked for: by F2, a double click, or a key that types something."""
    if trigger == _Trigger.AnyKeyPressed:
        return isinstance(event, QKeyEvent) and bool(event.text())
    return trigger in {_Trigger.EditKeyPressed, _Trigger.DoubleClicked}


def _name(table: Table) -> str:
    """What a table is called: its sheet and its kind, once where the two are the same word."""
    kind = table.kind.value
    return table.sheet if table.sheet.casefold() == kind.casefold() else f"{table.sheet}, {kind}"


def _corners(one: QModelIndex, other: QModelIndex) -> tuple[QModelIndex, QModelIndex]:
    """The top left and the bottom right corner of the block between two cells."""
    top, bottom = sorted((one.row(), other.row()))
    left, right = sorted((one.column(), other.column()))
    return one.sibling(top, left), one.sibling(bottom, right)

"""The grid on the screen: shows a table or a sheet, and does what the keys do in Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView

from desktop.grid.commands import CellCommands
from desktop.grid.fill_handle import FillHandle
from desktop.grid.keys import command_of, step_of
from desktop.grid.model import TableModel
from desktop.grid.overlay import paint_cut, paint_invitation, paint_outline
from desktop.grid.selecting import SelectingTable
from desktop.grid.selection import Statistics, selected_values, statistics
from desktop.grid.sheet_model import SheetModel

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from desktop.document.document import Document
    from desktop.domain.cells import CellRef
    from desktop.domain.tables import Table
    from desktop.grid.cells_model import CellsModel

    AnyIndex = QModelIndex | QPersistentModelIndex

_Trigger = QAbstractItemView.EditTrigger


class GridView(SelectingTable):
    """One table of a document at a time."""

    refused = Signal(str)
    """Why something was not done, and what to do."""
    told = Signal(str)
    """A word on what was done, or why nothing can be: it asks for no answer."""
    begin_wanted = Signal()
    """The officer wants the first record of a table that has none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty grid; `show_table` fills it."""
        super().__init__(parent)
        self.setObjectName("grid")
        self.setAccessibleName("Table")
        self._kept: CellRef | None = None
        self.commands = CellCommands(self)
        self.commands.told.connect(self.told)
        self.commands.outline_changed.connect(self.viewport().update)
        self._handle = FillHandle(self)
        self._handle.filled.connect(self.commands.fill)
        self._handle.given_up.connect(self.commands.give_up)
        self._turned_away: tuple[QPersistentModelIndex, str] | None = None
        self._back = QTimer(self, singleShot=True, interval=0)
        self._back.timeout.connect(self._go_back)
        self.setEditTriggers(_Trigger.DoubleClicked | _Trigger.EditKeyPressed | _Trigger.AnyKeyPressed)
        self.delegate.stepped.connect(self.step)
        self.delegate.turned_away.connect(self._keep_typed)
        self.delegate.spread = self.commands.spread

    def show_table(self, document: Document, table: Table) -> None:
        """Show a table of the document, its first cell current."""
        self._show(TableModel(document, table, self), _name(table))

    def show_sheet(self, document: Document, sheet: str) -> None:
        """Show a whole sheet of the document, to be read and copied from."""
        self._show(SheetModel(document, sheet, self), f"{sheet}, whole sheet")

    def _show(self, model: CellsModel, name: str) -> None:
        former, selection = self.model(), self.selectionModel()
        model.refused.connect(self.told if model.reason else self.refused)
        model.dataChanged.connect(self.viewport().update)  # an outline may have to go
        model.modelAboutToBeReset.connect(self._keep_place)
        self.show_model(model)
        model.modelReset.connect(self._take_place)
        for old in (selection, former):
            if old is not None:
                old.deleteLater()
        self.setAccessibleName(name)
        self.lay_out()
        self.scrollToTop()
        self._choose_first()

    @property
    def reason(self) -> str:
        """Why nothing can be edited in what is shown; empty where cells can be."""
        return self.table_model.reason if self.table_model is not None else ""

    @property
    def empty(self) -> bool:
        """Whether what is shown is a table without any record, filtered out or not."""
        return isinstance(self.table_model, TableModel) and not self.table_model.everything

    def go_to(self, cell: CellRef) -> bool:
        """Select a cell of the sheet and bring it into view; False where this table does not show it."""
        index = self.table_model.index_of(cell) if self.table_model is not None else QModelIndex()
        if index.isValid():
            self.choose(index)
        return index.isValid()

    def statistics(self) -> Statistics:
        """Sum, average and count of the selected numbers."""
        if self.table_model is None:
            return Statistics()
        return statistics(selected_values(self.table_model, self.selectionModel().selection()))

    def edit(  # type: ignore[override] # Qt has two methods of this name: this one stands for both
        self,
        index: AnyIndex,
        trigger: QAbstractItemView.EditTrigger | None = None,
        event: QEvent | None = None,
    ) -> bool:
        """Open the editor of a cell; what is typed then replaces its text, F2 keeps it."""
        if _means_to_edit(trigger, event):
            self._tell_read_only(index)
        self.delegate.typing = trigger == _Trigger.AnyKeyPressed
        if trigger is None:  # Qt's shorter method, which calls the longer one, and so comes back here
            super().edit(index)
            return True
        return bool(super().edit(index, trigger, event))  # type: ignore[arg-type] # Qt passes none, too

    def type_in(self, text: str, *, typing: bool = True) -> None:
        """Open the editor of the current cell with a text typed into it, to be taken or left.

        While it is being typed an arrow key takes it; otherwise the arrows move in the text.
        """
        self.delegate.typed = text
        self.edit(self.currentIndex(), _Trigger.AnyKeyPressed if typing else _Trigger.EditKeyPressed)
        self.delegate.typed = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key does in Excel; Qt has the keys that are left, the window's menus those with Alt."""
        if self._does(event):
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the table, and over it where it is cut, what is copied and what is about to be filled."""
        super().paintEvent(event)
        if self.table_model is None:
            return
        painter = QPainter(self.viewport())
        paint_cut(self, painter)
        if self.empty:
            paint_invitation(self, painter)
        outline = self.commands.outline
        if outline is not None:
            paint_outline(self, painter, outline, Qt.PenStyle.DashLine)
        self._handle.paint(painter)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the fill handle, or begin a selection."""
        if not self._handle.takes_hold(event):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the fill handle or the selection."""
        if not self._handle.moves(event):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Fill what the handle was dragged over, or end a selection."""
        if not self._handle.lets_go(event):
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fill down from the handle, begin an empty table, or edit a cell."""
        if self.empty:
            self.begin_wanted.emit()
        elif not self._handle.fills_beside(event):
            super().mouseDoubleClickEvent(event)

    def _does(self, event: QKeyEvent) -> bool:
        command = command_of(event)
        if command == "let_go" and self._handle.leaves():
            return True
        if command:
            return self.commands.do(command)
        index, step = self.currentIndex(), step_of(event)
        if not index.isValid():
            return False
        if step is not None:
            self.step(*step)
            return True
        if event.key() == Qt.Key.Key_Backspace and not event.modifiers():
            return self.edit(index, _Trigger.AnyKeyPressed, event)
        return self.follow_key(event.key(), event.modifiers())

    def _tell_read_only(self, index: AnyIndex) -> None:
        """Say why a cell can't be edited, where it can't."""
        model = self.table_model
        if self.reason:
            self.told.emit(self.reason)
        elif model is not None and index.isValid() and model.columns[index.column()].drawn:
            title = model.columns[index.column()].title
            self.told.emit(f"“{title}” is drawn from the values beside it. Change those, and it follows.")

    def _keep_typed(self, index: QModelIndex, text: str) -> None:
        """Come back to a text that was refused once the officer's click has been dealt with."""
        self._turned_away = QPersistentModelIndex(index), text
        self._back.start()

    def _go_back(self) -> None:
        kept, self._turned_away = self._turned_away, None
        if kept is None or kept[0].model() is not self.model():  # another table is shown by now
            return
        index = self.model().index(kept[0].row(), kept[0].column())
        self.choose(index)
        self.setFocus()
        self.type_in(kept[1], typing=False)

    def _keep_place(self) -> None:
        self._kept = self.current_cell

    def _take_place(self) -> None:
        """After the table was read or arranged anew, go back to the cell that was current."""
        self.commands.let_go()  # what was outlined may stand elsewhere now
        self.lay_out()
        if self._kept is None or not self.go_to(self._kept):
            self._choose_first()

    def _choose_first(self) -> None:
        self.choose(self.model().index(0, 0))
        if self.empty:  # no cell is current, and no selection tells of that
            self.current_cell_changed.emit(None)


def _means_to_edit(trigger: QAbstractItemView.EditTrigger | None, event: QEvent | None) -> bool:
    """Whether an editor is asked for: by F2, a double click, or a key that types something."""
    if trigger == _Trigger.AnyKeyPressed:
        return isinstance(event, QKeyEvent) and bool(event.text())
    return trigger in {_Trigger.EditKeyPressed, _Trigger.DoubleClicked}


def _name(table: Table) -> str:
    """What a table is called: its sheet and its kind, once where the two are the same word."""
    kind = table.kind.value
    return table.sheet if table.sheet.casefold() == kind.casefold() else f"{table.sheet}, {kind}"

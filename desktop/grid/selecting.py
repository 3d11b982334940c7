"""Which cells of the grid are selected: by clicks, drags and moves, as officers know it from Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QApplication

from desktop.grid.blocks import Block
from desktop.grid.columns import cells_across
from desktop.grid.filled import filled_in
from desktop.grid.navigation import Field, cycled, destination, stepped
from desktop.grid.painted_table import PaintedTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QItemSelectionRange, QPersistentModelIndex, QPoint, QRect
    from PySide6.QtGui import QMouseEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from desktop.domain.cells import CellRef

    AnyIndex = QModelIndex | QPersistentModelIndex

_Flag = QItemSelectionModel.SelectionFlag
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_NOTCH = 120
"""What one step of a mouse wheel counts."""


class SelectingTable(PaintedTable):
    """A table whose cells can be selected, one of them the current one."""

    current_cell_changed = Signal(object)
    """The CellRef of the cell that is current now, or None."""
    selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a table in which nothing is selected."""
        super().__init__(parent)
        self._anchor, self._far = QModelIndex(), QModelIndex()
        self._pointer: QPoint | None = None
        self._tab_column: int | None = None

    @property
    def current_cell(self) -> CellRef | None:
        """The cell of the sheet that is current."""
        return self.table_model.cell_at(self.currentIndex()) if self.table_model is not None else None

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The selected blocks of cells."""
        return tuple(map(_block, self._areas()))

    def choose(self, index: AnyIndex) -> None:
        """Select one cell, and bring it into view."""
        chosen = QModelIndex(cast("QModelIndex", index))
        self._anchor = self._far = chosen
        self._tab_column = None
        self.selectionModel().setCurrentIndex(chosen, _Flag.ClearAndSelect)
        self.scrollTo(chosen)

    def extend(self, index: QModelIndex) -> None:
        """Select the block between the cell where the selection began, which stays current, and another."""
        self._far = index
        self.selectionModel().select(QItemSelection(*_corners(self._anchor, index)), _Flag.ClearAndSelect)
        self.scrollTo(index)

    def choose_block(self, block: Block) -> None:
        """Select a block of cells, its first one current."""
        self.choose(self.model().index(block.top, block.left))
        self._far = self.model().index(block.bottom, block.right)
        whole = QItemSelection(self._anchor, self._far)
        self.selectionModel().select(whole, _Flag.ClearAndSelect)

    def choose_columns(self) -> None:
        """Select the whole columns of the selection; the current cell stays current."""
        self._widen(lambda block: Block(0, block.left, len(self.records) - 1, block.right))

    def choose_rows(self) -> None:
        """Select the whole rows of the selection; the current cell stays current."""
        self._widen(lambda block: Block(block.top, 0, block.bottom, cells_across(self.columns) - 1))

    def show_current(self) -> None:
        """Bring the current cell back into view."""
        self.scrollTo(self.currentIndex())

    def lift_current(self) -> None:
        """Bring the current cell to the top, with the heading above it."""
        self.scrollTo(self.currentIndex(), self.ScrollHint.PositionAtTop)

    def step(self, rows: int, columns: int) -> None:
        """Move on as after Enter or Tab: within a selection of many cells, else to the next cell.

        Enter goes back to the column where the first Tab was pressed.
        """
        index = self.currentIndex()
        if not index.isValid():
            return
        blocks = self.blocks
        if sum(block.size for block in blocks) > 1:
            there = cycled(blocks, (index.row(), index.column()), rows, columns)
            self._anchor = self._far = index.sibling(*there)
            self.selectionModel().setCurrentIndex(self._anchor, _Flag.NoUpdate)
            self.scrollTo(self._anchor)
            return
        origin = self._tab_column
        if columns and origin is None:
            origin = index.column()
        start = (index.row(), index.column() if columns or origin is None else origin)
        self.choose(index.sibling(*stepped(self.field(), start, rows, columns)))
        self._tab_column = origin if columns else None

    def follow_key(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        """Move, or with Shift extend the selection, to where a key leads; False where it leads nowhere."""
        extends = bool(modifiers & _SHIFT)
        start = self._far if extends and self._far.isValid() else self.currentIndex()
        if not start.isValid():
            return False
        target = destination(self.field(), (start.row(), start.column()), key, modifiers)
        if target is None:
            return False
        index = start.sibling(*target)
        if extends:
            self.extend(index)
        else:
            self.choose(index)
        return True

    def field(self) -> Field:
        """The cells that keys move over."""
        down = max(1, self.viewport().height() // max(1, self.dress.measures.row) - 1)
        model = self.table_model
        return Field(
            rows=len(self.records),
            columns=cells_across(self.columns),
            page=down,
            across=self._columns_to_a_page(),
            filled=filled_in(model) if model is not None else lambda _row, _column: False,
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection, or with Shift extend it to where the pointer is.

        The right button keeps a selection that it is pressed in, for the menu that it brings.
        """
        position = event.position().toPoint()
        index = self.indexAt(position)
        if event.button() is Qt.MouseButton.RightButton and self.selectionModel().isSelected(index):
            return
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            if event.modifiers() & _SHIFT and self._anchor.isValid():
                self.extend(index)
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

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll down or up, with Shift sideways."""
        if not event.modifiers() & _SHIFT or event.modifiers() & _CONTROL:
            super().wheelEvent(event)
            return
        turned = event.angleDelta().y() or event.angleDelta().x()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - turned * QApplication.wheelScrollLines() * bar.singleStep() // _NOTCH)
        event.accept()

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

    def _areas(self) -> list[QItemSelectionRange]:
        return self.selectionModel().selection().toList() if self.table_model is not None else []

    def _widen(self, wider: Callable[[Block], Block]) -> None:
        model, whole = self.model(), QItemSelection()
        for block in map(wider, self.blocks):
            whole.select(model.index(block.top, block.left), model.index(block.bottom, block.right))
        if not whole.isEmpty():
            self.selectionModel().select(whole, _Flag.ClearAndSelect)
            self._far = model.index(whole.last().bottom(), whole.last().right())
            self._anchor = model.index(whole.first().top(), whole.first().left())

    def _columns_to_a_page(self) -> int:
        """How many columns scroll past at a time: those that are in view whole, but one."""
        room = self.viewport().width()
        seen = [
            column
            for column in range(self.frozen.count, len(self.columns))
            if self.frozen.width <= self.columnViewportPosition(column)
            and self.columnViewportPosition(column) + self.columnWidth(column) <= room
        ]
        return max(1, len(seen) - 1)


def _block(area: QItemSelectionRange) -> Block:
    return Block(area.top(), area.left(), area.bottom(), area.right())


def _corners(one: QModelIndex, other: QModelIndex) -> tuple[QModelIndex, QModelIndex]:
    """The top left and the bottom right corner of the block between two cells."""
    top, bottom = sorted((one.row(), other.row()))
    left, right = sorted((one.column(), other.column()))
    return one.sibling(top, left), one.sibling(bottom, right)

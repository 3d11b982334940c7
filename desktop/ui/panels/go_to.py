"""Asks where to go: an address, a code or words, with what they may mean beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout

from desktop.ui.destinations import destinations
from desktop.ui.panels.list_field import ListField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from desktop.document.document import Document
    from desktop.domain.cells import CellRef
    from desktop.grid.view import GridView
    from desktop.ui.destinations import Destination

_SIZE = (460, 300)
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def go_to_asked(grid: GridView, document: Document, current: CellRef | None) -> GoTo:
    """Ask over the upper part of a grid; an address without a sheet is meant on that of the current cell."""
    sheet = current.sheet if current is not None else ""
    asked = GoTo(lambda typed: destinations(document, typed, sheet), grid)
    asked.show_at(grid.mapToGlobal(QPoint((grid.width() - asked.width()) // 2, 0)))
    return asked


class GoTo(QFrame):
    """A field with a list beneath; Enter goes, Esc stays."""

    chosen = Signal(object)
    """The CellRef to go to."""

    def __init__(self, offers: Callable[[str], Sequence[Destination]], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("goTo")
        self.setAccessibleName("Go to")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.resize(*_SIZE)
        self._offers = offers
        self._list = QListWidget()
        self._field = ListField(
            self._list, placeholder="A cell such as E35, an indicator’s code, or words of a milestone"
        )
        self._field.setAccessibleName("Go to")
        self._list.setAccessibleName("Where that may be")
        self._none = QLabel("Nothing in this workbook is called that.")
        self._none.hide()
        column = QVBoxLayout(self)
        for widget in (self._field, self._none, self._list):
            column.addWidget(widget)
        self._field.textChanged.connect(self._offer)
        self._list.itemClicked.connect(self._go)

    def show_at(self, corner: QPoint) -> None:
        """Show it and take the keyboard."""
        self.move(corner)
        self.show()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to what is chosen in the list."""
        current = self._list.currentItem()
        if event.key() in _RETURN:
            if current is not None:
                self._go(current)
        else:
            super().keyPressEvent(event)

    def _offer(self, typed: str) -> None:
        self._list.clear()
        for words, cell in self._offers(typed):
            item = QListWidgetItem(words)
            item.setToolTip(f"{words}\n{cell}")
            item.setData(Qt.ItemDataRole.UserRole, cell)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._none.setVisible(bool(typed.strip()) and not self._list.count())

    def _go(self, item: QListWidgetItem) -> None:
        self.close()
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

"""What Milepost is held against in Qt: a bare window, a bare table, a bare model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QMainWindow, QTableView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

AnyIndex = QModelIndex | QPersistentModelIndex

WINDOW = (1366, 768)
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_NOWHERE = QModelIndex()


class BareModel(QAbstractTableModel):
    """Texts in rows."""

    def __init__(self, texts: list[list[str]]) -> None:
        super().__init__()
        self.texts = texts
        self.undo_stack = QUndoStack(self)

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.texts)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.texts[0])

    def data(self, index: AnyIndex, role: int = _DISPLAY) -> object:
        """The text of a cell."""
        return self.texts[index.row()][index.column()] if role == _DISPLAY else None

    def paste(self) -> None:
        """Put the clipboard's block into the first cells, as one step to undo and one dataChanged."""
        lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
        self.undo_stack.push(_Paste(self, lines))

    def swap(self, lines: list[list[str]]) -> list[list[str]]:
        """Put a block into the first cells and return what stood there."""
        displaced = [[*row[: len(line)]] for row, line in zip(self.texts, lines, strict=False)]
        for row, line in zip(self.texts, lines, strict=False):
            for column, text in enumerate(line):
                row[column] = text
        self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(lines[0]) - 1))
        return displaced


class _Paste(QUndoCommand):
    def __init__(self, model: BareModel, lines: list[list[str]]) -> None:
        super().__init__("Paste")
        self._model = model
        self._lines = lines

    def redo(self) -> None:
        self._lines = self._model.swap(self._lines)

    def undo(self) -> None:
        self._lines = self._model.swap(self._lines)


def bare_table(model: BareModel) -> QTableView:
    """A table of the model that has nothing to do but show it."""
    view = QTableView()
    view.setObjectName("table")
    view.setModel(model)
    return view


def bare_window(content: QWidget) -> QMainWindow:
    """A window of the size that Milepost's has."""
    window = QMainWindow()
    window.setCentralWidget(content)
    window.resize(*WINDOW)
    return window

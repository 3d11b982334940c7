"""What an officer does at the grid, and what is then to be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.domain.cells import CellRef
from desktop.grid.editor import CellEditor

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from desktop.grid.view import GridView

_NO_KEY = Qt.KeyboardModifier.NoModifier


def at(view: GridView) -> str:
    assert view.current_cell is not None
    return view.current_cell.a1


def go(view: GridView, a1: str) -> None:
    assert view.go_to(CellRef(sheet="Indicators", row=int(a1[1:]), column=ord(a1[0]) - ord("A") + 1))


def go_plan(view: GridView, a1: str) -> None:
    assert view.go_to(CellRef(sheet="Programme Plan", row=int(a1[1:]), column=ord(a1[0]) - ord("A") + 1))


def selected(view: GridView) -> set[tuple[int, int]]:
    return {(index.row(), index.column()) for index in view.selectedIndexes()}


def editor(view: GridView) -> CellEditor:
    return view.viewport().findChildren(CellEditor)[-1]  # one that was closed before may not be gone yet


def editing(view: GridView) -> bool:
    return view.state() is view.State.EditingState


def press(widget: QWidget, *keys: Qt.Key, hold: Qt.KeyboardModifier = _NO_KEY) -> None:
    for key in keys:
        QTest.keyClick(widget, key, hold)


def middle(view: GridView, row: int, column: int) -> QPoint:
    return view.visualRect(view.model().index(row, column)).center() + QPoint(0, 8)


def pixels(view: GridView) -> QImage:
    return view.viewport().grab().toImage()

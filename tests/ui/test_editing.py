"""Cut, copy, paste, clear and select all from the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QPlainTextEdit

from tests.ui.hands import at, document_of, part, workspace_of

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow

CELL = "Indicators!G3"


def trigger(window: MainWindow, *verbs: str) -> None:
    for verb in verbs:
        window._actions[verb].trigger()


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_in_the_grid(window: MainWindow) -> None:
    workspace, document = workspace_of(window), document_of(window)
    workspace.go_to(at(CELL))
    trigger(window, "copy")
    assert clipboard().strip() == "20"
    trigger(window, "cut")
    workspace.go_to(at("Indicators!F3"))
    trigger(window, "paste")
    assert (document.text(at("Indicators!F3")), document.text(at(CELL))) == ("20", "")
    document.undo_stack.undo()
    assert document.text(at(CELL)) == "20"
    workspace.go_to(at(CELL))
    trigger(window, "clear")
    assert document.text(at(CELL)) == ""
    trigger(window, "select_all")
    assert len(workspace.grid.selectedIndexes()) > 1


def test_in_the_cell_bar(window: MainWindow) -> None:
    workspace_of(window).go_to(at(CELL))
    bar = part(window, QPlainTextEdit, "cellBar")
    bar.setFocus()
    bar.setPlainText("abc")
    trigger(window, "select_all", "copy")
    assert clipboard() == "abc"
    trigger(window, "cut", "paste", "paste")
    assert bar.toPlainText() == "abcabc"
    trigger(window, "select_all", "clear")
    assert bar.toPlainText() == ""
    assert document_of(window).text(at(CELL)) == "20"


def test_in_a_line_that_is_being_typed(window: MainWindow) -> None:
    workspace_of(window).go_to(at(CELL))
    box = part(window, QDateEdit, "asAtDate")
    box.setFocus()
    line = box.lineEdit()
    line.setText("abc")
    trigger(window, "select_all", "copy")
    assert clipboard() == "abc"
    trigger(window, "cut", "paste", "paste")
    assert line.text() == "abcabc"
    trigger(window, "select_all", "clear")
    assert line.text() == ""
    line.setText("01/03/2012")
    assert document_of(window).text(at(CELL)) == "20"


def test_in_a_cell_that_is_being_typed(window: MainWindow) -> None:
    workspace = workspace_of(window)
    workspace.go_to(at(CELL))
    QTest.keyClick(workspace.grid, Qt.Key.Key_F2)
    editor = part(workspace.grid, QPlainTextEdit, "cellEditor")
    editor.setFocus()
    trigger(window, "select_all", "copy", "cut", "paste", "paste")
    assert editor.toPlainText() == "2020"
    trigger(window, "select_all", "clear")
    assert editor.toPlainText() == ""
    assert document_of(window).text(at(CELL)) == "20"

"""The cell bar: shows the current cell, takes what is typed, gives it up on Escape."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from desktop.ui.panels.cell_bar import CellBar
from tests.ui.hands import at, document_of, part, workspace_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from tests.ui.recorder import RecordedPrompts

CELL = "Indicators!G3"


@pytest.fixture
def editor(window: MainWindow) -> QLineEdit:
    """The bar's editor, with the keyboard in it, on a planned value."""
    workspace_of(window).go_to(at(CELL))
    workspace_of(window).edit_in_bar()
    return part(window, QLineEdit, "cellBar")


def grid_has_the_keyboard(window: MainWindow) -> bool:
    return QApplication.focusWidget() is workspace_of(window).grid


def test_it_shows_what_an_editor_starts_with(editor: QLineEdit) -> None:
    assert editor.hasFocus()
    assert (editor.text(), editor.selectedText()) == ("20", "20")


def test_enter_takes_what_was_typed(window: MainWindow, editor: QLineEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor, "16.5")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert document_of(window).text(at(CELL)) == "16.5"
    assert document_of(window).undo_stack.undoText() == "Type in G3"
    assert editor.text() == "16.5"
    assert grid_has_the_keyboard(window)


def test_escape_gives_it_up(window: MainWindow, editor: QLineEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor, "16.5")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.text() == "20"
    assert not document_of(window).dirty
    assert grid_has_the_keyboard(window)


def test_enter_on_what_stands_there_is_no_edit(window: MainWindow, editor: QLineEdit, qtbot: QtBot) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert document_of(window).undo_stack.count() == 0
    assert grid_has_the_keyboard(window)


def test_what_is_refused_is_told_and_changes_nothing(
    window: MainWindow, editor: QLineEdit, qtbot: QtBot, prompts: RecordedPrompts
) -> None:
    qtbot.keyClicks(editor, "=1+1")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    [said] = prompts.said
    assert said.startswith("tell: Nothing was changed: Indicators!G3: Milepost does not calculate formulas.")
    assert document_of(window).text(at(CELL)) == "20"


def test_it_follows_the_current_cell_and_its_changes(window: MainWindow) -> None:
    editor = part(window, QLineEdit, "cellBar")
    workspace_of(window).go_to(at("Programme Plan!F4"))
    assert editor.text() == "31/03/12"
    document_of(window).type_texts([(at("Programme Plan!F4"), "Sept 2012")], "Type")
    assert editor.text() == "Sept 2012"
    document_of(window).undo_stack.undo()
    assert editor.text() == "31/03/12"


@pytest.mark.parametrize(("width", "cut"), [(360, True), (900, False)])
def test_the_context_gives_way_to_the_editor_with_a_sign(qtbot: QtBot, width: int, cut: bool) -> None:
    bar = CellBar()
    qtbot.addWidget(bar)
    words = "PAF C20 · planned 31/3/02 · percent · higher is better"
    bar.show_cell(at(CELL), "95", words)
    bar.resize(width, 32)
    bar.show()
    bar.grab()
    assert part(bar, QLineEdit, "cellBar").width() >= 200
    context = next(label for label in bar.findChildren(QLabel) if label.text() == words)
    assert context.toolTip() == (words if cut else "")

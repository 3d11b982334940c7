"""The cell bar: shows the current cell, takes what is typed, gives it up on Escape."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLabel

from desktop.ui.panels.bar_editor import BarEditor
from desktop.ui.panels.cell_bar import CellBar
from tests.ui.hands import at, document_of, part, workspace_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow

CELL = "Indicators!G3"


@pytest.fixture
def editor(window: MainWindow) -> BarEditor:
    """The bar's editor, with the keyboard in it, on a planned value."""
    workspace_of(window).go_to(at(CELL))
    workspace_of(window).edit_in_bar()
    return part(window, BarEditor, "cellBar")


def grid_has_the_keyboard(window: MainWindow) -> bool:
    return QApplication.focusWidget() is workspace_of(window).grid


def test_it_shows_what_an_editor_starts_with(editor: BarEditor) -> None:
    assert editor.hasFocus()
    assert (editor.text(), editor.textCursor().selectedText()) == ("20", "20")


def test_enter_takes_what_was_typed(window: MainWindow, editor: BarEditor, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor, "16.5")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert document_of(window).text(at(CELL)) == "16.5"
    assert document_of(window).undo_stack.undoText() == "Type in G3"
    assert editor.text() == "16.5"
    assert grid_has_the_keyboard(window)


def test_escape_gives_it_up(window: MainWindow, editor: BarEditor, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor, "16.5")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.text() == "20"
    assert not document_of(window).dirty
    assert grid_has_the_keyboard(window)


def test_enter_on_what_stands_there_is_no_edit(window: MainWindow, editor: BarEditor, qtbot: QtBot) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert document_of(window).undo_stack.count() == 0
    assert grid_has_the_keyboard(window)


def test_what_is_refused_is_told_and_changes_nothing(
    window: MainWindow, editor: BarEditor, qtbot: QtBot
) -> None:
    qtbot.keyClicks(editor, "=1+1")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    said = window.outside.banner.words
    assert said.startswith("Nothing was changed. Indicators!G3: Milepost does not calculate formulas.")
    assert document_of(window).text(at(CELL)) == "20"


def test_it_follows_the_current_cell_and_its_changes(window: MainWindow) -> None:
    editor = part(window, BarEditor, "cellBar")
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
    assert part(bar, BarEditor, "cellBar").width() >= 200
    context = next(label for label in bar.findChildren(QLabel) if label.text() == words)
    assert context.toolTip() == (words if cut else "")


LONG = "Fewer placement moves, more children near home, and a plan for each of them. " * 4


def lone(qtbot: QtBot, text: str) -> tuple[CellBar, BarEditor]:
    """A bar that shows a text, in no window of the program."""
    bar = CellBar()
    qtbot.addWidget(bar)
    bar.resize(500, 32)
    bar.show_cell(at(CELL), text, "")
    with qtbot.waitExposed(bar):
        bar.show()
    editor = part(bar, BarEditor, "cellBar")
    editor.clearFocus()
    return bar, editor


def lines(editor: BarEditor) -> int:
    return (editor.height() - 2 * editor.frameWidth()) // editor.fontMetrics().lineSpacing()


def test_a_long_text_takes_one_line_at_rest_and_more_while_it_is_written_in(qtbot: QtBot) -> None:
    bar, editor = lone(qtbot, LONG)
    assert not editor.whole
    assert lines(editor) == 1
    bar.edit()
    assert lines(editor) > 2
    editor.clearFocus()
    assert lines(editor) == 1


def test_it_grows_to_eight_lines_and_then_scrolls(qtbot: QtBot) -> None:
    bar, editor = lone(qtbot, "")
    bar.edit()
    for _ in range(12):
        qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert editor.text() == "\n" * 12
    assert lines(editor) == 8
    assert editor.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAsNeeded


def test_it_can_be_held_open(qtbot: QtBot) -> None:
    bar, editor = lone(qtbot, LONG)
    bar.toggle()
    assert editor.tall
    assert lines(editor) > 2
    bar.toggle()
    assert lines(editor) == 1


@pytest.mark.parametrize("text", [LONG, "One\nTwo"])
def test_at_rest_an_ellipsis_tells_of_what_is_not_shown(qtbot: QtBot, text: str) -> None:
    _, editor = lone(qtbot, text)
    cut = editor.viewport().grab().toImage()
    editor.setPlainText(text.splitlines()[0][:40])
    assert editor.viewport().grab().toImage() != cut


def test_near_the_most_that_a_cell_holds_the_characters_are_counted(qtbot: QtBot) -> None:
    bar, editor = lone(qtbot, "x" * 31_767)
    count = next(label for label in bar.findChildren(QLabel) if label.accessibleName() == "Characters")
    assert not count.isVisible()
    editor.insertPlainText("xyz")
    assert count.isVisible()
    assert count.text() == "31,770 of 32,767 characters"


def test_what_was_typed_is_taken_before_another_cell_is_shown(
    window: MainWindow, editor: BarEditor, qtbot: QtBot
) -> None:
    qtbot.keyClicks(editor, "16.5")
    workspace_of(window).go_to(at("Indicators!G4"))
    assert document_of(window).text(at(CELL)) == "16.5"
    assert editor.text() == "?"


def test_a_popup_over_the_bar_commits_nothing(window: MainWindow, editor: BarEditor, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor, "16.5")
    QApplication.sendEvent(editor, QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason))
    assert document_of(window).text(at(CELL)) == "20"
    assert editor.text() == "16.5"


def test_the_same_cell_shown_again_leaves_what_is_being_typed(
    window: MainWindow, editor: BarEditor, qtbot: QtBot
) -> None:
    qtbot.keyClicks(editor, "16.5")
    document_of(window).judge_as_at(dt.date(2002, 1, 1))
    assert editor.text() == "16.5"


def meant(window: MainWindow) -> str:
    [label] = [
        one
        for one in window.findChildren(QLabel)
        if one.accessibleName().startswith("The current cell means")
    ]
    return label.text()


def test_what_the_cell_itself_says_is_not_said_twice(window: MainWindow) -> None:
    bar = part(window, CellBar)
    bar.show_cell(at(CELL), "Panel\nmeets", "Panel\nmeets")
    assert meant(window) == ""
    bar.show_cell(at(CELL), "31/03/12", "Panel\nmeets · due 31/03/2012")
    assert meant(window) == "Panel meets · due 31/03/2012"

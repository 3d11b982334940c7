"""Records are inserted, copied, deleted and moved from the menu, each as one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from desktop import assets
from desktop.grid.arrangement import Arrangement
from desktop.grid.filters import Listed
from desktop.grid.model import TableModel
from tests.made_workbooks import INDICATOR_HEADERS, make
from tests.ui.hands import at, document_of, workspace_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow

FIRST, SECOND = "Indicators!B3", "Indicators!B4"


def codes(window: MainWindow) -> list[str]:
    return [indicator.code for indicator in document_of(window).contents.indicators]


def act(window: MainWindow, name: str, cell: str) -> None:
    workspace_of(window).go_to(at(cell))
    window._actions[name].trigger()


@pytest.mark.parametrize(
    ("name", "cell", "after", "current"),
    [
        ("insert_above", SECOND, ["PAF A1", "NEW 1", "PAF C23", "QP 9"], SECOND),
        ("insert_below", SECOND, ["PAF A1", "PAF C23", "NEW 1", "QP 9"], "Indicators!B5"),
        ("duplicate_record", FIRST, ["PAF A1", "PAF A1", "PAF C23", "QP 9"], SECOND),
        ("delete_record", FIRST, ["PAF C23", "QP 9"], FIRST),
        ("move_record_down", FIRST, ["PAF C23", "PAF A1", "QP 9"], SECOND),
        ("move_record_up", SECOND, ["PAF C23", "PAF A1", "QP 9"], FIRST),
    ],
)
def test_each_is_one_step(window: MainWindow, name: str, cell: str, after: list[str], current: str) -> None:
    before = codes(window)
    act(window, name, cell)
    assert codes(window) == after
    workspace = workspace_of(window)
    assert workspace.grid.current_cell == at(current)
    assert workspace.grid.model().rowCount() == len(after)
    assert workspace.grid.hasFocus()
    document_of(window).undo_stack.undo()
    assert codes(window) == before
    assert workspace.grid.model().rowCount() == len(before)


def test_the_window_says_that_rows_have_changed(window: MainWindow) -> None:
    act(window, "delete_record", FIRST)
    assert window._state.text() == "Rows changed, not saved"
    assert window._actions["undo"].text() == "&Undo Delete the record"
    act(window, "insert_below", FIRST)
    assert window._state.text() == "Rows and 2 cells changed, not saved"


def test_what_stands_in_the_way_is_told(window: MainWindow) -> None:
    act(window, "move_record_up", FIRST)
    said = window.outside.banner.words
    assert said.startswith("Nothing was changed. This is the first record of its group. To put")


def test_a_whole_sheet_is_only_read(window: MainWindow) -> None:
    before = codes(window)
    workspace_of(window).show_sheet("Indicators")
    window._actions["delete_record"].trigger()
    assert codes(window) == before
    assert workspace_of(window).grid.reason in window.statusBar().currentMessage()


def test_what_is_still_typed_is_not_lost(window: MainWindow, qtbot: QtBot) -> None:
    workspace = workspace_of(window)
    workspace.go_to(at(FIRST))
    qtbot.keyClick(workspace.grid, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QPlainTextEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "QP 7")
    window._actions["insert_below"].trigger()
    assert codes(window) == ["QP 7", "NEW 1", "PAF C23", "QP 9"]


def test_the_keys_of_excel(window: MainWindow, qtbot: QtBot) -> None:
    assert window._actions["insert_above"].shortcut() == QKeySequence("Ctrl++")
    assert window._actions["delete_record"].shortcut() == QKeySequence("Ctrl+-")
    workspace = workspace_of(window)
    workspace.go_to(at(FIRST))
    modifiers = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(workspace.grid, Qt.Key.Key_Down, modifiers)
    assert codes(window) == ["PAF C23", "PAF A1", "QP 9"]


@pytest.fixture
def blank(open_window: Callable[[Path | None], MainWindow], tmp_path: Path) -> MainWindow:
    """A window on a form of indicators in which nothing stands yet."""
    return open_window(make(tmp_path / "blank.xlsx", {"Indicators": (INDICATOR_HEADERS,)}))


@pytest.mark.parametrize("name", ["insert_above", "insert_below"])
def test_a_table_without_records_is_begun(blank: MainWindow, name: str) -> None:
    grid = workspace_of(blank).grid
    records = grid.model().rowCount
    assert records() == 0
    blank._actions[name].trigger()
    assert codes(blank) == ["NEW 1"]
    assert records() == 1
    assert grid.current_cell == at("Indicators!B2")
    document_of(blank).undo_stack.undo()
    assert codes(blank) == []
    blank._actions[name].trigger()
    assert codes(blank) == ["NEW 1"]


def test_a_double_click_begins_a_table_without_records(blank: MainWindow, qtbot: QtBot) -> None:
    viewport = workspace_of(blank).grid.viewport()
    before = viewport.grab().toImage()
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=viewport.rect().center())
    assert codes(blank) == ["NEW 1"]
    document_of(blank).undo_stack.undo()
    assert viewport.grab().toImage() == before
    assert any(
        before.pixelColor(x, y) != before.pixelColor(0, 0) for x in range(viewport.width()) for y in range(60)
    )


def test_a_table_whose_records_are_filtered_out_is_not_empty(window: MainWindow) -> None:
    workspace_of(window).go_to(at(FIRST))
    model = workspace_of(window).grid.table_model
    assert isinstance(model, TableModel)
    model.arrange(Arrangement(filters=((1, Listed(labels=frozenset({"none such"}))),)))
    assert model.rowCount() == 0
    assert not workspace_of(window).grid.empty


def test_a_blank_form_shows_the_definition_once_it_is_begun(
    open_window: Callable[[Path | None], MainWindow],
) -> None:
    window = open_window(assets.template("blank", "map-indicators.xlsx"))
    grid = workspace_of(window).grid
    assert [column.title for column in grid.columns][:2] == ["Code", "2023/24"]
    window._actions["insert_below"].trigger()
    assert [column.title for column in grid.columns][:2] == ["Code", "Definition"]
    document_of(window).undo_stack.undo()
    assert [column.title for column in grid.columns][:2] == ["Code", "2023/24"]

"""The whole workbook in sight: every sheet can be looked at, the ones without tables too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from desktop.ui.panels.contents_tree import ContentsTree
from tests.made_workbooks import UNKNOWN, WHOLE, make
from tests.ui.hands import at, document_of, part, workspace_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QModelIndex

    from desktop.ui.main_window import MainWindow

NO_TABLE = "This sheet holds no table that Milepost knows; edit it in Excel."
BESIDE = "The whole sheet is shown to be read. Choose its table in the contents to edit that."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The workbook with a bit of everything, a sheet of notes, and a hidden one."""
    made = make(tmp_path / "whole.xlsx", {**UNKNOWN, **WHOLE, "Lists": (("Yes",), ("No",))})
    book = openpyxl.load_workbook(made)
    book["Lists"].sheet_state = "hidden"
    book.save(made)
    return made


def entries(window: MainWindow) -> list[QModelIndex]:
    model = part(window, ContentsTree, "contentsTree").model()
    return [model.index(row, 0) for row in range(model.rowCount())]


def choose(window: MainWindow, index: QModelIndex) -> None:
    """Choose an entry of the tree by keyboard."""
    tree = part(window, ContentsTree, "contentsTree")
    tree.setCurrentIndex(index)
    QTest.keyClick(tree, Qt.Key.Key_Return)


def test_a_sheet_without_tables_has_an_entry_and_a_hidden_one_has_none(window: MainWindow) -> None:
    names = [str(index.data()) for index in entries(window)]
    assert names[:5] == ["Indicators (3)", "Targets (1)", "Programme Plan (2)", "Expenditure (2)", "Notes"]
    assert names[5:7] == ["Indicators, whole sheet", "Targets, whole sheet"]
    assert len(names) == 9


def test_choosing_a_sheet_shows_it_as_it_is(window: MainWindow) -> None:
    choose(window, entries(window)[4])
    grid = workspace_of(window).grid
    assert grid.hasFocus()
    assert grid.current_cell == at("Notes!A1")
    assert grid.accessibleName() == "Notes, whole sheet"
    assert part(window, QPlainTextEdit, "cellBar").toPlainText() == "Rang the school."


def test_typing_says_why_it_does_nothing_until_another_cell_is_current(window: MainWindow) -> None:
    choose(window, entries(window)[4])
    QTest.keyClick(workspace_of(window).grid, Qt.Key.Key_X)
    assert window.statusBar().currentMessage() == NO_TABLE
    workspace_of(window).go_to(at("Indicators!G3"))
    assert window.statusBar().currentMessage() == ""
    assert not document_of(window).dirty


def test_the_cell_bar_does_not_edit_a_whole_sheet_either(window: MainWindow) -> None:
    choose(window, entries(window)[6])
    bar = part(window, QPlainTextEdit, "cellBar")
    bar.setPlainText("Other targets")
    QTest.keyClick(bar, Qt.Key.Key_Return)
    assert window.statusBar().currentMessage() == BESIDE
    assert bar.toPlainText() == "Targets set elsewhere"
    assert not document_of(window).dirty


def test_going_to_a_cell_beside_the_tables_shows_the_whole_sheet(window: MainWindow) -> None:
    workspace = workspace_of(window)
    workspace.go_to(at("Targets!A1"))
    assert workspace.grid.current_cell == at("Targets!A1")
    assert workspace.grid.accessibleName() == "Targets, whole sheet"


def test_other_tables_do_not_take_a_whole_sheet_away(window: MainWindow) -> None:
    workspace = workspace_of(window)
    workspace.show_sheet("Notes")
    workspace.show_sheet("Notes")
    document_of(window).type_texts([(at("Indicators!B6"), "QP 10"), (at("Indicators!C6"), "More")], "Type")
    assert workspace.grid.accessibleName() == "Notes, whole sheet"


def test_a_workbook_without_tables_can_be_looked_at(
    open_window: Callable[[Path | None], MainWindow], tmp_path: Path
) -> None:
    window = open_window(make(tmp_path / "notes.xlsx", UNKNOWN))
    [notes] = entries(window)
    choose(window, notes)
    assert workspace_of(window).grid.current_cell == at("Notes!A1")

"""Find, replace and go to in the window, by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QListWidget, QPushButton

from desktop.grid.search import Search
from desktop.ui.destinations import destinations
from desktop.ui.panels.find_bar import FindBar
from desktop.ui.panels.go_to import GoTo
from desktop.ui.replacing import Replacement, replacement
from tests.made_workbooks import UNKNOWN, WHOLE, make
from tests.ui.hands import at, document_of, part, type_in, workspace_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.document.document import Document
    from desktop.ui.main_window import MainWindow

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_Key = Qt.Key


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The workbook with a bit of everything, a sheet of notes, and a formula."""
    made = make(tmp_path / "whole.xlsx", {**WHOLE, **UNKNOWN})
    book = openpyxl.load_workbook(made)
    book["Programme Plan"]["G3"] = '="Panel "&"money"'
    book.save(made)
    return made


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    """No popup outlives the test."""
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, GoTo):
            widget.close()


def bar(window: MainWindow) -> FindBar:
    return part(window, FindBar)


def field(window: MainWindow, name: str = "Find") -> QLineEdit:
    return next(each for each in bar(window).findChildren(QLineEdit) if each.accessibleName() == name)


def count(window: MainWindow) -> str:
    return part(window, QLabel, "findCount").text()


def current(window: MainWindow) -> str:
    return str(workspace_of(window).grid.current_cell)


def look_for(window: MainWindow, words: str, *, everywhere: bool = False) -> None:
    QTest.keyClick(window, _Key.Key_F, _CONTROL)
    if everywhere:
        bar(window).findChildren(QComboBox)[0].setCurrentText("whole workbook")
    field(window).setText(words)
    QTest.keyClick(field(window), _Key.Key_Return)


def push(window: MainWindow, name: str) -> None:
    next(each for each in bar(window).findChildren(QPushButton) if each.text() == name).click()


def test_enter_goes_on_and_shift_enter_goes_back(window: MainWindow) -> None:
    look_for(window, "paf")
    assert (current(window), count(window)) == ("Indicators!B4", "2 of 2")
    QTest.keyClick(field(window), _Key.Key_Return)
    assert (current(window), count(window)) == ("Indicators!B3", "1 of 2")
    QTest.keyClick(field(window), _Key.Key_Return, _SHIFT)
    assert current(window) == "Indicators!B4"
    assert QApplication.focusWidget() is field(window)


def test_the_hits_are_counted_while_words_are_typed(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, _Key.Key_F, _CONTROL)
    assert QApplication.focusWidget() is field(window)
    QTest.keyClicks(field(window), "stab")
    qtbot.waitUntil(lambda: count(window) in {"2 found", "1 of 2"})
    field(window).setText("nowhere to be found")
    qtbot.waitUntil(lambda: count(window) == "not found")
    QTest.keyClick(field(window), _Key.Key_Return)
    field(window).setText("")
    qtbot.waitUntil(lambda: count(window) == "")


def test_f3_goes_on_when_the_bar_is_closed(window: MainWindow) -> None:
    look_for(window, "paf")
    QTest.keyClick(field(window), _Key.Key_Escape)
    assert not bar(window).isVisible()
    assert QApplication.focusWidget() is workspace_of(window).grid
    before = current(window)
    QTest.keyClick(window, _Key.Key_F3)
    assert current(window) != before
    QTest.keyClick(window, _Key.Key_F3, _SHIFT)
    assert current(window) == before
    type_in(window, "Indicators!B4", "QP 7")
    QTest.keyClick(window, _Key.Key_F3)
    QTest.keyClick(window, _Key.Key_F3)
    assert current(window) == "Indicators!B3"


def test_f3_asks_where_nothing_was_looked_for(window: MainWindow) -> None:
    QTest.keyClick(window, _Key.Key_F3)
    assert bar(window).isVisible()


def test_the_whole_workbook_is_searched_sheet_by_sheet(window: MainWindow) -> None:
    look_for(window, "p?nel", everywhere=True)
    assert (current(window), count(window)) == ("Programme Plan!C4", "1 of 2")
    QTest.keyClick(field(window), _Key.Key_Return)
    assert current(window) == "Programme Plan!D4"
    field(window).setText("rang")
    QTest.keyClick(field(window), _Key.Key_Return)
    assert (current(window), count(window)) == ("Notes!A1", "1 of 1")


def test_case_and_whole_cells_are_minded_where_asked(window: MainWindow) -> None:
    workspace_of(window).go_to(at("Programme Plan!A3"))
    look_for(window, "panels")
    assert count(window) == "1 of 1"
    for box in bar(window).findChildren(QCheckBox):
        box.setChecked(True)
    QTest.keyClick(field(window), _Key.Key_Return)
    assert count(window) == "not found"


def test_replace_all_is_one_step(window: MainWindow) -> None:
    workspace_of(window).go_to(at("Programme Plan!A3"))
    QTest.keyClick(window, _Key.Key_H, _CONTROL)
    field(window).setText("panel")
    field(window, "Replace with").setText("Board")
    steps = document_of(window).undo_stack.count()
    push(window, "Replace &all")
    assert count(window) == "2 cells changed."
    document = document_of(window)
    assert document.text(at("Programme Plan!C4")) == "Boards"
    assert document.text(at("Programme Plan!D4")) == "Board\nmeets"
    assert document.undo_stack.count() == steps + 1
    document.undo_stack.undo()
    assert document.text(at("Programme Plan!C4")) == "Panels"


def test_formulas_are_left(document: Document) -> None:
    cells = [at("Programme Plan!G3"), at("Programme Plan!C4")]
    planned = replacement(document, cells, Search(words="panel"), "Board")
    assert planned.typed == ((at("Programme Plan!C4"), "Boards"),)
    assert planned.words == "1 cell changed, 1 left: it holds a formula."
    assert Replacement(formulas=2, outside=3).words == (
        "0 cells changed, 2 left: they hold formulas, 3 left: they stand in no table."
    )


def test_what_stands_in_no_table_is_left(window: MainWindow) -> None:
    look_for(window, "rang", everywhere=True)
    QTest.keyClick(window, _Key.Key_H, _CONTROL)
    push(window, "Replace &all")
    assert count(window) == "0 cells changed, 1 left: it stands in no table."


def test_a_figure_that_only_its_format_shows_is_left(window: MainWindow) -> None:
    workspace_of(window).go_to(at("Expenditure!D2"))
    look_for(window, "463950")
    QTest.keyClick(window, _Key.Key_H, _CONTROL)
    field(window, "Replace with").setText("463950")
    push(window, "Replace &all")
    assert count(window) == "0 cells changed, 1 left: only its format shows the words."


def test_one_hit_is_replaced_at_a_time(window: MainWindow) -> None:
    QTest.keyClick(window, _Key.Key_H, _CONTROL)
    push(window, "&Replace")
    field(window).setText("paf")
    field(window, "Replace with").setText("QP")
    workspace_of(window).go_to(at("Indicators!D3"))
    push(window, "&Replace")
    assert current(window) == "Indicators!B4"
    assert document_of(window).text(at("Indicators!B4")) == "PAF C23"
    push(window, "&Replace")
    assert document_of(window).text(at("Indicators!B4")) == "QP C23"
    assert document_of(window).text(at("Indicators!B3")) == "PAF A1"
    assert current(window) == "Indicators!B3"


def test_a_refusal_is_told_and_nothing_is_changed(window: MainWindow) -> None:
    look_for(window, "paf")
    QTest.keyClick(window, _Key.Key_H, _CONTROL)
    field(window, "Replace with").setText("x" * 40_000)
    push(window, "Replace &all")
    assert document_of(window).text(at("Indicators!B3")) == "PAF A1"
    assert window.outside.banner.words.startswith("Nothing was changed. Indicators!B3: a cell can hold")


def asked(window: MainWindow, key: _Key, hold: Qt.KeyboardModifier) -> GoTo:
    QTest.keyClick(window, key, hold)
    found = QApplication.activePopupWidget()
    assert isinstance(found, GoTo)
    return found


def go_where(window: MainWindow, words: str, *moves: _Key) -> str:
    where = asked(window, _Key.Key_G, _CONTROL)
    line = where.findChild(QLineEdit)
    assert line is not None
    QTest.keyClicks(line, words)
    for key in (*moves, _Key.Key_Return):
        QTest.keyClick(line, key)
    return current(window)


def test_it_goes_to_an_address_a_code_or_words(window: MainWindow) -> None:
    assert go_where(window, "D4") == "Indicators!D4"
    assert go_where(window, "programme plan!e4") == "Programme Plan!E4"
    assert go_where(window, "qp 9") == "Indicators!B5"
    assert go_where(window, "meets panel") == "Programme Plan!D4"
    assert go_where(window, "PAF", _Key.Key_Down, _Key.Key_PageDown, _Key.Key_Up) == "Indicators!B3"
    assert go_where(window, "notes") == "Notes!A1"


def test_f5_asks_too_and_says_where_nothing_is_found(window: MainWindow) -> None:
    where = asked(window, _Key.Key_F5, Qt.KeyboardModifier.NoModifier)
    line, offered = where.findChild(QLineEdit), where.findChild(QListWidget)
    assert line is not None
    assert offered is not None
    QTest.keyClicks(line, "qqq")
    QTest.keyClick(line, _Key.Key_Down)
    QTest.keyClick(line, _Key.Key_Return)
    assert where.isVisible()
    assert any("called that" in label.text() and label.isVisible() for label in where.findChildren(QLabel))
    line.setText("QP 9")
    offered.itemClicked.emit(offered.item(0))
    assert current(window) == "Indicators!B5"


def test_a_blank_cell_outside_the_tables_is_told(window: MainWindow) -> None:
    before = current(window)
    assert go_where(window, "Z99") == before
    assert window.statusBar().currentMessage() == (
        "Z99 is blank and stands in no table: there is nothing to go to."
    )


def test_destinations_are_few_and_each_cell_once(document: Document) -> None:
    found = destinations(document, "a", "Indicators")
    assert 1 < len(found) <= 12
    assert len({each.cell for each in found}) == len(found)
    assert destinations(document, "  ", "Indicators") == ()
    assert destinations(document, "Nowhere!A1", "Indicators") == ()
    assert [each.words for each in destinations(document, "Z99", "Indicators")] == ["Indicators!Z99: blank"]

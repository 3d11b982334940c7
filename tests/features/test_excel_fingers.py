"""What the fingers know from Excel, in the whole window, and what the file then holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain.cells import CellRef
from tests.features.officer import document_of, grid_of, keyboard, press, workspace_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.features.conftest import Opening

LEICESTER, LEEDS = "leicester-map-2001.xlsx", "leeds-programme-plan-2012.xlsx"
_Key, _SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


def indicator(a1: str) -> CellRef:
    return CellRef(sheet="Indicators", row=int(a1[1:]), column=ord(a1[0]) - 64)


def test_planned_values_are_filled_moved_and_saved(open_example: Opening, qtbot: QtBot) -> None:
    window, path = open_example(LEICESTER)
    document = document_of(window)
    workspace_of(window).go_to(indicator("D8"))

    QTest.keyClick(keyboard(), _Key.Key_Right, _SHIFT)
    press(_Key.Key_R, control=True)
    assert document.text(indicator("E8")) == "23"

    workspace_of(window).go_to(indicator("F8"))
    press(_Key.Key_X, control=True)
    workspace_of(window).go_to(indicator("G8"))
    press(_Key.Key_V, control=True)
    assert [document.text(indicator(a1)) for a1 in ("F8", "G8")] == ["", "16"]
    assert document.undo_stack.count() == 2

    with qtbot.waitSignal(document.saved):
        press(_Key.Key_S, control=True)
    sheet = openpyxl.load_workbook(path)["Indicators"]
    assert [sheet[a1].value for a1 in ("D8", "E8", "F8", "G8")] == [23, 23, None, 16]

    document.undo_stack.undo()
    document.undo_stack.undo()
    assert [document.text(indicator(a1)) for a1 in ("E8", "F8", "G8")] == ["20", "16", "15"]


def test_a_row_of_a_plan_is_filled_in_without_the_mouse(open_example: Opening) -> None:
    window, _ = open_example(LEEDS)
    document, grid = document_of(window), grid_of(window)
    workspace_of(window).go_to(CellRef(sheet="Programme Plan", row=8, column=3))

    for letter in "Review":
        QTest.keyClicks(keyboard(), letter)
    press(_Key.Key_Tab)
    press(_Key.Key_Apostrophe, control=True)
    press(_Key.Key_Tab)
    press(_Key.Key_Semicolon, control=True)
    press(_Key.Key_Return)

    assert grid.current_cell == CellRef(sheet="Programme Plan", row=9, column=3)
    labels = [document.undo_stack.text(step) for step in range(document.undo_stack.count())]
    assert labels == ["Type in C8", "Type in D8", "Type in E8"]

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.domain.cells import CellRef
from tests.grid.hands import at, go, middle, press, selected

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.grid.view import GridView

_Key = Qt.Key
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_NO_KEY = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton


@pytest.mark.parametrize(
    ("key", "hold", "there"),
    [
        (_Key.Key_Up, _NO_KEY, "D8"),
        (_Key.Key_Down, _NO_KEY, "D12"),
        (_Key.Key_Left, _NO_KEY, "C10"),
        (_Key.Key_Right, _NO_KEY, "E10"),
        (_Key.Key_Home, _NO_KEY, "A9"),
        (_Key.Key_End, _NO_KEY, "G10"),
        (_Key.Key_Home, _CONTROL, "A7"),
        (_Key.Key_End, _CONTROL, "G127"),
        (_Key.Key_Up, _CONTROL, "D8"),
        (_Key.Key_Right, _CONTROL, "G10"),
        (_Key.Key_Left, _CONTROL, "A9"),
    ],
)
def test_keys_move_as_in_excel(
    indicators: GridView, key: Qt.Key, hold: Qt.KeyboardModifier, there: str
) -> None:
    go(indicators, "D10")
    press(indicators, key, hold=hold)
    assert at(indicators) == there


def test_pages_go_down_and_back(indicators: GridView) -> None:
    press(indicators, _Key.Key_PageDown)
    below = indicators.currentIndex().row()
    assert below > 5
    press(indicators, _Key.Key_PageUp)
    assert indicators.currentIndex().row() == 0


def test_enter_goes_back_to_where_the_first_tab_was_pressed(indicators: GridView) -> None:
    go(indicators, "C10")
    press(indicators, _Key.Key_Tab, _Key.Key_Tab)
    assert at(indicators) == "E10"
    press(indicators, _Key.Key_Return)
    assert at(indicators) == "C12"


def test_with_shift_the_first_cell_stays_current(indicators: GridView) -> None:
    go(indicators, "D8")
    press(indicators, _Key.Key_Right, _Key.Key_Right, _Key.Key_Left, hold=_SHIFT)
    assert selected(indicators) == {(0, 4), (0, 5)}
    assert at(indicators) == "D8"


def test_a_drag_selects_a_block_and_its_first_cell_stays_current(indicators: GridView) -> None:
    port = indicators.viewport()
    said: list[CellRef] = []
    indicators.current_cell_changed.connect(said.append)
    QTest.mousePress(port, _LEFT, pos=middle(indicators, 1, 2))
    QTest.mouseMove(port, middle(indicators, 2, 3))
    QTest.mouseMove(port, middle(indicators, 3, 4))
    QTest.mouseRelease(port, _LEFT, pos=middle(indicators, 3, 4))
    assert selected(indicators) == {(row, column) for row in (1, 2, 3) for column in (2, 3, 4)}
    assert at(indicators) == "B10"
    assert [cell.a1 for cell in said] == ["B10"]


def test_shift_and_a_click_extend_the_selection(indicators: GridView) -> None:
    port = indicators.viewport()
    QTest.mouseClick(port, _LEFT, pos=middle(indicators, 1, 4))
    QTest.mouseClick(port, _LEFT, _SHIFT, middle(indicators, 2, 2))
    assert selected(indicators) == {(row, column) for row in (1, 2) for column in (2, 3, 4)}


def test_going_to_a_cell_tells_which_is_current(indicators: GridView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(indicators.current_cell_changed) as changed:
        go(indicators, "E35")
    assert changed.args == [CellRef(sheet="Indicators", row=35, column=5)]


def test_after_a_click_on_a_row_number_the_keys_go_on_from_that_row(indicators: GridView) -> None:
    rows = indicators.verticalHeader()
    QTest.mouseClick(rows.viewport(), _LEFT, pos=QPoint(8, rows.sectionViewportPosition(3) + 8))
    assert selected(indicators) == {(3, column) for column in range(9)}
    press(indicators, _Key.Key_Down, hold=_SHIFT)
    assert {row for row, _ in selected(indicators)} == {3, 4}


def test_other_buttons_select_as_qt_does(indicators: GridView) -> None:
    QTest.mouseClick(indicators.viewport(), Qt.MouseButton.RightButton, pos=middle(indicators, 2, 4))
    QTest.mouseMove(indicators.viewport(), middle(indicators, 3, 4))
    assert at(indicators) == "D12"

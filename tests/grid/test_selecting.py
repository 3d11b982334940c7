"""Keys and the wheel that select and scroll, as in Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.grid.blocks import Block
from tests.grid.hands import at, editor, go, middle, press, selected

if TYPE_CHECKING:
    from desktop.grid.view import GridView

_Key = Qt.Key
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_NO_KEY, _ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier


@pytest.mark.parametrize(
    ("key", "hold", "block"),
    [
        (_Key.Key_Space, _CONTROL, Block(0, 4, 45, 4)),
        (_Key.Key_Space, _SHIFT, Block(1, 0, 1, 7)),
        (_Key.Key_Space, _CONTROL | _SHIFT, Block(0, 0, 45, 8)),
        (_Key.Key_A, _CONTROL, Block(0, 0, 45, 8)),
        (_Key.Key_Right, _CONTROL | _SHIFT, Block(1, 4, 1, 7)),
        (_Key.Key_Up, _CONTROL | _SHIFT, Block(0, 4, 1, 4)),
        (_Key.Key_Home, _SHIFT, Block(1, 0, 1, 4)),
        (_Key.Key_End, _SHIFT, Block(1, 4, 1, 7)),
        (_Key.Key_Home, _CONTROL | _SHIFT, Block(0, 0, 1, 4)),
        (_Key.Key_End, _CONTROL | _SHIFT, Block(1, 4, 45, 7)),
    ],
)
def test_keys_select(indicators: GridView, key: Qt.Key, hold: Qt.KeyboardModifier, block: Block) -> None:
    go(indicators, "D10")
    press(indicators, key, hold=hold)
    assert indicators.blocks == (block,)
    assert at(indicators) == "D10"


def test_pages_extend_with_shift(indicators: GridView) -> None:
    go(indicators, "D10")
    press(indicators, _Key.Key_PageDown, hold=_SHIFT)
    assert indicators.blocks[0].height > 5


def test_alt_turns_pages_sideways(plan: GridView) -> None:
    plan.choose(plan.model().index(0, 2))
    press(plan, _Key.Key_PageDown, hold=_ALT)
    turned = plan.currentIndex().column()
    assert turned > 2
    press(plan, _Key.Key_PageUp, hold=_ALT)
    assert plan.currentIndex().column() < turned


def test_enter_and_tab_go_round_in_a_selection_that_stays(indicators: GridView) -> None:
    indicators.choose_block(Block(0, 4, 1, 5))
    places = []
    for key in (_Key.Key_Return, _Key.Key_Return, _Key.Key_Tab, _Key.Key_Tab):
        press(indicators, key)
        places.append(at(indicators))
    assert places == ["D10", "E8", "D10", "E10"]
    press(indicators, _Key.Key_Return, hold=_SHIFT)
    assert at(indicators) == "E8"
    assert selected(indicators) == set(Block(0, 4, 1, 5).places())


def test_typing_goes_round_in_a_selection(indicators: GridView) -> None:
    indicators.choose_block(Block(0, 4, 1, 4))
    for text in ("7", "8"):
        QTest.keyClicks(indicators, text)
        press(editor(indicators), _Key.Key_Return)
    assert [indicators.model().index(row, 4).data() for row in (0, 1)] == ["7", "8.0"]
    assert at(indicators) == "D8"


def test_control_backspace_shows_the_current_cell_again(indicators: GridView) -> None:
    go(indicators, "D8")
    indicators.verticalScrollBar().setValue(indicators.verticalScrollBar().maximum())
    assert not indicators.viewport().rect().intersects(indicators.visualRect(indicators.currentIndex()))
    press(indicators, _Key.Key_Backspace, hold=_CONTROL)
    assert indicators.viewport().rect().contains(indicators.visualRect(indicators.currentIndex()).center())


def turn_wheel(view: GridView, hold: Qt.KeyboardModifier) -> None:
    place = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        place,
        QPointF(view.viewport().mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        hold,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_the_wheel_scrolls_down_and_with_shift_sideways(plan: GridView) -> None:
    plan.resize(500, 300)
    turn_wheel(plan, _NO_KEY)
    down, across = plan.verticalScrollBar().value(), plan.horizontalScrollBar().value()
    assert down > 0
    assert across == 0
    turn_wheel(plan, _SHIFT)
    assert plan.verticalScrollBar().value() == down
    assert plan.horizontalScrollBar().value() > 0


def test_the_right_button_keeps_a_selection_that_it_is_pressed_in(indicators: GridView) -> None:
    indicators.choose_block(Block(0, 4, 1, 5))
    right = Qt.MouseButton.RightButton
    QTest.mouseClick(indicators.viewport(), right, pos=middle(indicators, 1, 5))
    assert indicators.blocks == (Block(0, 4, 1, 5),)
    assert at(indicators) == "D8"
    QTest.mouseClick(indicators.viewport(), right, pos=middle(indicators, 3, 4))
    assert indicators.blocks == (Block(3, 4, 3, 4),)


def test_undo_keys_of_excel_that_milepost_has_not_do_nothing(indicators: GridView) -> None:
    go(indicators, "D8")
    press(indicators, _Key.Key_Colon, hold=_CONTROL | _SHIFT)
    assert indicators.state() is not indicators.State.EditingState
    assert indicators.currentIndex().data() == "23"


@pytest.mark.parametrize("column", [1, 2, 3, 6])
def test_control_and_the_arrow_go_to_the_edge_of_what_is_filled(plan: GridView, column: int) -> None:
    plan.choose(plan.model().index(0, column))
    model = plan.table_model
    assert model is not None
    filled = [bool(model.text(row, column).strip()) for row in range(len(model.records))]
    press(plan, _Key.Key_Down, hold=_CONTROL)
    edge = plan.currentIndex().row()
    assert edge > 0
    assert all(filled[:edge]) or not any(filled[1:edge])
    assert edge == len(filled) - 1 or filled[edge] != filled[edge + 1] or not filled[edge - 1]

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.cells import CellRef
from desktop.domain.errors import EditRefused
from tests.grid.hands import at, editing, editor, go, go_plan, middle, press, selected

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.document.document import Document
    from desktop.grid.view import GridView

_Key = Qt.Key
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_NO_KEY = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton


def test_typing_replaces_and_enter_moves_down(indicators: GridView, leicester: Document) -> None:
    go(indicators, "D8")
    QTest.keyClicks(indicators, "2")
    QTest.keyClicks(editor(indicators), "1.5")
    press(editor(indicators), _Key.Key_Return)
    assert at(indicators) == "D10"
    assert leicester.text(CellRef(sheet="Indicators", row=8, column=4)) == "22"
    assert leicester.edit_text(CellRef(sheet="Indicators", row=8, column=4)) == "21.5"
    assert leicester.undo_stack.count() == 1
    leicester.undo_stack.undo()
    assert leicester.text(CellRef(sheet="Indicators", row=8, column=4)) == "23"


@pytest.mark.parametrize(
    ("key", "hold", "there"),
    [
        (_Key.Key_Return, _NO_KEY, "D12"),
        (_Key.Key_Enter, _SHIFT, "D8"),
        (_Key.Key_Tab, _NO_KEY, "E10"),
        (_Key.Key_Backtab, _SHIFT, "C10"),
        (_Key.Key_Down, _NO_KEY, "D12"),
        (_Key.Key_Left, _NO_KEY, "C10"),
    ],
)
def test_a_key_commits_what_is_typed_and_moves(
    indicators: GridView, key: Qt.Key, hold: Qt.KeyboardModifier, there: str
) -> None:
    go(indicators, "D10")
    QTest.keyClicks(indicators, "7")
    press(editor(indicators), key, hold=hold)
    assert at(indicators) == there
    go(indicators, "D10")
    assert indicators.currentIndex().data() == "7.0"


def test_f2_keeps_the_text_and_arrows_move_in_it(indicators: GridView) -> None:
    go(indicators, "D8")
    press(indicators, _Key.Key_F2)
    assert editor(indicators).text == "23"
    press(editor(indicators), _Key.Key_Left)
    QTest.keyClicks(editor(indicators), "9")
    press(editor(indicators), _Key.Key_Return)
    go(indicators, "D8")
    assert indicators.currentIndex().data() == "293"


def test_f2_while_typing_lets_the_arrows_move_in_the_text(indicators: GridView) -> None:
    go(indicators, "D8")
    QTest.keyClicks(indicators, "4")
    press(editor(indicators), _Key.Key_F2, _Key.Key_Left)
    QTest.keyClicks(editor(indicators), "1")
    press(editor(indicators), _Key.Key_Return)
    go(indicators, "D8")
    assert indicators.currentIndex().data() == "14"


def test_escape_restores(indicators: GridView, leicester: Document) -> None:
    go(indicators, "D8")
    QTest.keyClicks(indicators, "4")
    press(editor(indicators), _Key.Key_Escape)
    assert not editing(indicators)
    assert (at(indicators), indicators.currentIndex().data()) == ("D8", "23")
    assert leicester.undo_stack.count() == 0


def test_alt_and_enter_begin_a_new_line(plan: GridView) -> None:
    go_plan(plan, "C6")
    press(plan, _Key.Key_F2)
    press(editor(plan), _Key.Key_Return, hold=Qt.KeyboardModifier.AltModifier)
    QTest.keyClicks(editor(plan), "and more")
    press(editor(plan), _Key.Key_Return)
    go_plan(plan, "C6")
    assert plan.currentIndex().data().endswith("by 30/9/2012\nand more")


def test_a_double_click_edits(indicators: GridView) -> None:
    place = middle(indicators, 1, 3)
    QTest.mouseClick(indicators.viewport(), _LEFT, pos=place)
    QTest.mouseDClick(indicators.viewport(), _LEFT, pos=place)
    assert editor(indicators).text == "6.5"
    assert at(indicators) == "C10"


def test_the_editor_stands_beneath_the_banner(indicators: GridView) -> None:
    go(indicators, "D8")
    press(indicators, _Key.Key_F2)
    cell = indicators.visualRect(indicators.currentIndex())
    assert editor(indicators).geometry().top() == cell.top() + indicators.dress.measures.banner
    assert editor(indicators).geometry().bottom() == cell.bottom()


def test_the_editor_grows_to_show_the_whole_text(plan: GridView) -> None:
    go_plan(plan, "C6")
    press(plan, _Key.Key_F2)
    before = editor(plan).height()
    QTest.keyClicks(editor(plan), " and so on" * 30)
    assert editor(plan).height() > before
    assert plan.viewport().rect().contains(editor(plan).geometry())


def test_delete_clears_the_selection_in_one_step(indicators: GridView, leicester: Document) -> None:
    go(indicators, "D8")
    press(indicators, _Key.Key_Down, _Key.Key_Right, hold=_SHIFT)
    press(indicators, _Key.Key_Delete)
    assert [indicators.model().index(row, column).data() for row in (0, 1) for column in (4, 5)] == [""] * 4
    assert leicester.undo_stack.count() == 1
    assert leicester.undo_stack.undoText() == "Clear 4 cells"
    leicester.undo_stack.undo()
    assert indicators.model().index(0, 4).data() == "23"


def test_copy_and_paste_are_one_step(indicators: GridView, leicester: Document) -> None:
    go(indicators, "D8")
    press(indicators, _Key.Key_Down, _Key.Key_Right, hold=_SHIFT)
    press(indicators, _Key.Key_C, hold=_CONTROL)
    assert QGuiApplication.clipboard().text() == "23\t20\n6.0\t6.0\n"
    go(indicators, "F8")
    press(indicators, _Key.Key_V, hold=_CONTROL)
    assert [indicators.model().index(0, column).data() for column in (6, 7)] == ["23", "20"]
    assert selected(indicators) == {(0, 6), (0, 7), (1, 6), (1, 7)}
    assert at(indicators) == "F8"
    assert leicester.undo_stack.count() == 1


def test_cut_moves_when_it_is_pasted(indicators: GridView, leicester: Document) -> None:
    go(indicators, "D8")
    press(indicators, _Key.Key_X, hold=_CONTROL)
    assert QGuiApplication.clipboard().text() == "23\n"
    assert indicators.currentIndex().data() == "23"
    go(indicators, "F8")
    press(indicators, _Key.Key_V, hold=_CONTROL)
    assert [indicators.model().index(0, column).data() for column in (4, 6)] == ["", "23"]
    assert leicester.undo_stack.count() == 1
    assert leicester.undo_stack.undoText() == "Move 2 cells"
    leicester.undo_stack.undo()
    assert indicators.model().index(0, 4).data() == "23"


def test_one_text_is_pasted_into_every_selected_cell(indicators: GridView) -> None:
    QGuiApplication.clipboard().setText("N/A")
    go(indicators, "D8")
    press(indicators, _Key.Key_Down, hold=_SHIFT)
    indicators.commands.paste()
    assert [indicators.model().index(row, 4).data() for row in (0, 1, 2)] == ["N/A", "N/A", "60.0"]


def test_a_block_that_does_not_fit_is_refused_in_words(
    indicators: GridView, leicester: Document, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("1\t2\t3")
    go(indicators, "F8")
    with qtbot.waitSignal(indicators.refused) as refusal:
        indicators.commands.paste()
    (message,) = refusal.args or ("",)
    assert message.startswith("The copied block has 1 row and 3 columns, and the table ends before it does.")
    assert leicester.undo_stack.count() == 0


def test_copy_of_two_blocks_is_refused_in_words(indicators: GridView, qtbot: QtBot) -> None:
    for row, column, hold in ((0, 4, _NO_KEY), (2, 6, _CONTROL)):
        QTest.mouseClick(indicators.viewport(), _LEFT, hold, middle(indicators, row, column))
    assert selected(indicators) == {(0, 4), (2, 6)}
    with qtbot.waitSignal(indicators.refused):
        indicators.commands.cut()
    assert indicators.model().index(0, 4).data() == "23"


def test_a_text_that_is_refused_stays_in_the_editor(
    indicators: GridView, leicester: Document, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise EditRefused("This cell is part of an array formula. Change the whole array in Excel.")

    monkeypatch.setattr(leicester, "set_cells", refuse)
    go(indicators, "D8")
    QTest.keyClicks(indicators, "4")
    with qtbot.waitSignal(indicators.refused) as refusal:
        press(editor(indicators), _Key.Key_Return)
    assert refusal.args == ["This cell is part of an array formula. Change the whole array in Excel."]
    assert editor(indicators).text == "4"
    assert at(indicators) == "D8"
    indicators.commands.clear()
    QGuiApplication.clipboard().setText("1\t2")
    go(indicators, "D10")
    indicators.commands.paste()
    assert indicators.model().index(1, 4).data() == "6.0"


def test_a_click_elsewhere_commits_what_is_typed(indicators: GridView) -> None:
    go(indicators, "D8")
    QTest.keyClicks(indicators, "4")
    QTest.mouseClick(indicators.viewport(), _LEFT, pos=middle(indicators, 3, 5))
    assert indicators.model().index(0, 4).data() == "4"
    assert not editing(indicators)


def test_a_text_that_is_refused_at_a_click_elsewhere_comes_back_to_be_mended(
    indicators: GridView, leicester: Document, qtbot: QtBot
) -> None:
    go(indicators, "D8")
    QTest.keyClicks(indicators, "=")
    QTest.keyClicks(editor(indicators), "1")
    with qtbot.waitSignal(indicators.refused):
        QTest.mouseClick(indicators.viewport(), _LEFT, pos=middle(indicators, 3, 5))
    qtbot.waitUntil(lambda: editing(indicators))
    assert (at(indicators), editor(indicators).text) == ("D8", "=1")
    press(editor(indicators), _Key.Key_Left)  # moves in the text
    assert editing(indicators)
    press(editor(indicators), _Key.Key_Escape)
    assert not editing(indicators)
    assert leicester.undo_stack.count() == 0


def test_a_text_that_is_refused_does_not_follow_into_another_table(
    indicators: GridView, leicester: Document, qtbot: QtBot
) -> None:
    go(indicators, "D8")
    QTest.keyClicks(indicators, "=")
    with qtbot.waitSignal(indicators.refused):
        indicators.setFocus()
    indicators.show_table(leicester, next(t for t in leicester.contents.tables if t.sheet == "Targets"))
    QApplication.processEvents()
    assert not editing(indicators)


@pytest.mark.parametrize("key", [_Key.Key_5, _Key.Key_F2])
def test_a_column_that_is_drawn_says_why_it_is_not_typed_into(
    indicators: GridView, qtbot: QtBot, key: Qt.Key
) -> None:
    drawn = next(number for number, column in enumerate(indicators.columns) if column.drawn)
    indicators.choose(indicators.model().index(1, drawn))
    with qtbot.waitSignal(indicators.told) as said:
        press(indicators, key)
    assert said.args == ["“Course” is drawn from the values beside it. Change those, and it follows."]
    assert not editing(indicators)


def test_the_editor_can_be_asked_for(indicators: GridView) -> None:
    go(indicators, "D8")
    indicators.edit(indicators.currentIndex())
    assert editor(indicators).text == "23"


def test_many_cells_pasted_are_one_change(indicators: GridView, leicester: Document) -> None:
    changes: list[object] = []
    indicators.model().dataChanged.connect(lambda *_: changes.append(1))
    QGuiApplication.clipboard().setText(
        "\n".join("\t".join(f"{row}.{n}" for n in range(6)) for row in range(46))
    )
    with patch("desktop.grid.cells_model._MANY", 20):
        go(indicators, "B8")
        indicators.commands.paste()
    assert indicators.model().index(45, 7).data() == "45.50"
    assert leicester.undo_stack.count() == 1
    assert len(changes) == 2  # the texts, then the findings


def test_backspace_edits_an_empty_text(indicators: GridView) -> None:
    go(indicators, "D8")
    press(indicators, _Key.Key_Backspace)
    assert editor(indicators).text == ""


def test_keys_of_the_window_edit_nothing(indicators: GridView) -> None:
    press(indicators, _Key.Key_F6, _Key.Key_Escape)
    press(indicators, _Key.Key_Up, hold=Qt.KeyboardModifier.AltModifier)
    assert not editing(indicators)
    assert at(indicators) == "A7"


def test_an_empty_clipboard_pastes_nothing(indicators: GridView, leicester: Document) -> None:
    QGuiApplication.clipboard().clear()
    indicators.commands.paste()
    assert leicester.undo_stack.count() == 0

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desktop.domain.cells import CellRef
from desktop.grid.editor import CellEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from desktop.document.document import Document
    from desktop.grid.view import GridView

_Key = Qt.Key
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_NO_KEY = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton


def at(view: GridView) -> str:
    assert view.current_cell is not None
    return view.current_cell.a1


def go(view: GridView, a1: str) -> None:
    assert view.go_to(CellRef(sheet="Indicators", row=int(a1[1:]), column=ord(a1[0]) - ord("A") + 1))


def go_plan(view: GridView, a1: str) -> None:
    assert view.go_to(CellRef(sheet="Programme Plan", row=int(a1[1:]), column=ord(a1[0]) - ord("A") + 1))


def selected(view: GridView) -> set[tuple[int, int]]:
    return {(index.row(), index.column()) for index in view.selectedIndexes()}


def editor(view: GridView) -> CellEditor:
    found = view.viewport().findChild(CellEditor)
    assert found is not None
    return found


def editing(view: GridView) -> bool:
    return view.state() is view.State.EditingState


def press(widget: QWidget, *keys: Qt.Key, hold: Qt.KeyboardModifier = _NO_KEY) -> None:
    for key in keys:
        QTest.keyClick(widget, key, hold)


def middle(view: GridView, row: int, column: int) -> QPoint:
    return view.visualRect(view.model().index(row, column)).center() + QPoint(0, 8)


def test_it_is_found_by_its_name(indicators: GridView) -> None:
    assert indicators.objectName() == "grid"
    assert indicators.accessibleName() == "Indicators, indicators"
    assert at(indicators) == "A7"


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


def test_cut_copies_and_empties(indicators: GridView, leicester: Document) -> None:
    go(indicators, "D8")
    press(indicators, _Key.Key_X, hold=_CONTROL)
    assert QGuiApplication.clipboard().text() == "23\n"
    assert indicators.currentIndex().data() == ""
    assert leicester.undo_stack.undoText() == "Cut D8"


def test_one_text_is_pasted_into_every_selected_cell(indicators: GridView) -> None:
    QGuiApplication.clipboard().setText("N/A")
    go(indicators, "D8")
    press(indicators, _Key.Key_Down, hold=_SHIFT)
    indicators.paste()
    assert [indicators.model().index(row, 4).data() for row in (0, 1, 2)] == ["N/A", "N/A", "60.0"]


def test_a_block_that_does_not_fit_is_refused_in_words(
    indicators: GridView, leicester: Document, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("1\t2\t3")
    go(indicators, "F8")
    with qtbot.waitSignal(indicators.refused) as refusal:
        indicators.paste()
    (message,) = refusal.args or ("",)
    assert message.startswith("The copied block has 1 row and 3 columns, and the table ends before it does.")
    assert leicester.undo_stack.count() == 0


def test_copy_of_two_blocks_is_refused_in_words(indicators: GridView, qtbot: QtBot) -> None:
    for row, column, hold in ((0, 4, _NO_KEY), (2, 6, _CONTROL)):
        QTest.mouseClick(indicators.viewport(), _LEFT, hold, middle(indicators, row, column))
    assert selected(indicators) == {(0, 4), (2, 6)}
    with qtbot.waitSignal(indicators.refused):
        indicators.cut()
    assert indicators.model().index(0, 4).data() == "23"


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


def test_a_cell_of_another_sheet_is_not_gone_to(indicators: GridView) -> None:
    assert not indicators.go_to(CellRef(sheet="Cover", row=1, column=1))
    assert at(indicators) == "A7"


def test_the_numbers_of_the_selection_are_summed(indicators: GridView) -> None:
    go(indicators, "D8")
    press(indicators, _Key.Key_Right, hold=_SHIFT)
    assert indicators.statistics().words == "Sum 43   Average 21.5   Count 2"


@pytest.fixture
def scrolled(plan: GridView) -> GridView:
    plan.resize(700, 400)
    plan.horizontalScrollBar().setValue(300)
    assert plan.horizontalOffset() == 300
    assert plan.frozen.count == 2
    return plan


def test_frozen_columns_stay_where_they_are(scrolled: GridView) -> None:
    ref = scrolled.visualRect(scrolled.model().index(2, 0))
    assert ref.left() == 0
    assert scrolled.indexAt(ref.center()) == scrolled.model().index(2, 0)
    project = scrolled.visualRect(scrolled.model().index(2, 1))
    assert project.left() == scrolled.columnWidth(0)
    beside = QPoint(scrolled.frozen.width + 3, project.center().y())
    assert scrolled.indexAt(beside).column() > 1


def test_a_click_on_a_frozen_column_selects_it(scrolled: GridView) -> None:
    QTest.mouseClick(scrolled.viewport(), _LEFT, pos=middle(scrolled, 2, 1))
    assert selected(scrolled) == {(2, 1)}
    assert scrolled.horizontalOffset() == 300


def test_no_cell_stays_beneath_the_frozen_columns(scrolled: GridView) -> None:
    scrolled.setCurrentIndex(scrolled.model().index(0, 6))
    for _ in range(4):
        press(scrolled, _Key.Key_Left)
        cell = scrolled.visualRect(scrolled.currentIndex())
        assert cell.left() >= scrolled.frozen.width


def test_going_to_a_frozen_cell_scrolls_nothing_sideways(scrolled: GridView) -> None:
    go_plan(scrolled, "B44")
    assert scrolled.horizontalOffset() == 300
    assert scrolled.viewport().rect().contains(scrolled.visualRect(scrolled.currentIndex()))


def test_a_frozen_cell_is_edited_where_it_stands(scrolled: GridView) -> None:
    go_plan(scrolled, "B6")
    press(scrolled, _Key.Key_F2)
    assert editor(scrolled).geometry().left() == scrolled.columnWidth(0)


def test_a_drag_goes_from_the_frozen_part_into_the_other(scrolled: GridView) -> None:
    port = scrolled.viewport()
    end = scrolled.indexAt(QPoint(scrolled.frozen.width + 40, middle(scrolled, 3, 0).y()))
    QTest.mousePress(port, _LEFT, pos=middle(scrolled, 2, 1))
    QTest.mouseMove(port, scrolled.visualRect(end).center())
    QTest.mouseRelease(port, _LEFT, pos=scrolled.visualRect(end).center())
    columns = range(1, end.column() + 1)
    assert selected(scrolled) == {(row, column) for row in (2, 3) for column in columns}


def test_a_frozen_title_is_taken_hold_of_where_it_stands(scrolled: GridView) -> None:
    header = scrolled.horizontalHeader()
    edge = QPoint(scrolled.frozen.width - 1, header.height() // 2)
    before = scrolled.columnWidth(1)
    QTest.mousePress(header.viewport(), _LEFT, pos=edge)
    QTest.mouseMove(header.viewport(), edge + QPoint(30, 0))
    QTest.mouseRelease(header.viewport(), _LEFT, pos=edge + QPoint(30, 0))
    assert scrolled.columnWidth(1) == before + 30


def test_a_double_click_on_a_border_fits_the_column_to_the_rows_in_view(plan: GridView) -> None:
    plan.resize(700, 400)
    header = plan.horizontalHeader()
    edge = QPoint(plan.columnViewportPosition(3) + plan.columnWidth(3) - 1, header.height() // 2)
    plan.setColumnWidth(3, 200)
    edge = QPoint(plan.columnViewportPosition(3) + 199, header.height() // 2)
    QTest.mouseDClick(header.viewport(), _LEFT, pos=edge)
    assert 80 < plan.columnWidth(3) < 200


def test_chosen_widths_are_kept_when_another_table_is_shown(
    indicators: GridView, leicester: Document
) -> None:
    indicators.setColumnWidth(1, 321)
    first, second = leicester.contents.tables[:2]
    indicators.show_table(leicester, second)
    indicators.show_table(leicester, first)
    assert indicators.columnWidth(1) == 321


def test_rows_with_a_banner_are_taller(indicators: GridView) -> None:
    measures = indicators.dress.measures
    assert indicators.rowHeight(0) == measures.row + measures.banner
    assert indicators.rowHeight(1) == measures.row


def test_columns_fill_the_width_and_give_way_to_fit(
    shown: Callable[..., GridView], leicester: Document
) -> None:
    view = shown(leicester, leicester.contents.tables[0].kind, width=1200)
    assert view.horizontalHeader().length() == view.viewport().width()
    assert view.horizontalScrollBar().maximum() == 0

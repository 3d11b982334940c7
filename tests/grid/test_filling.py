"""Fills by key, by menu and by the handle, each one step to undo."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.domain.cells import CellRef
from desktop.grid.blocks import Block
from desktop.grid.fill_label import FillLabel
from tests.grid.hands import at, editing, editor, go, go_plan, pixels, press, selected

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QRegion
    from pytestqt.qtbot import QtBot

    from desktop.document.document import Document
    from desktop.grid.view import GridView

_Key = Qt.Key
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_NO_KEY, _LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton


def down(view: GridView, row: int, column: int, count: int) -> list[str]:
    model = view.table_model
    assert model is not None
    return [model.edit_text(row + at, column) for at in range(count)]


def across(view: GridView, row: int, column: int, count: int) -> list[str]:
    model = view.table_model
    assert model is not None
    return [model.edit_text(row, column + at) for at in range(count)]


def undone(document: Document, label: str) -> None:
    assert document.undo_stack.count() == 1
    assert document.undo_stack.undoText() == label
    document.undo_stack.undo()
    assert not document.dirty


def put(document: Document, *typed: tuple[str, str], sheet: str = "Indicators") -> None:
    """Type into cells before the test begins."""
    cells = [(CellRef(sheet=sheet, row=int(a1[1:]), column=ord(a1[0]) - 64), text) for a1, text in typed]
    document.type_texts(cells, "Type")
    document.undo_stack.clear()


def corner(view: GridView) -> QPoint:
    place = view._handle.place
    assert not place.isEmpty()
    return place.center()


def inside(view: GridView, row: int, column: int) -> QPoint:
    return view.visualRect(view.model().index(row, column)).center() + QPoint(0, 6)


def drag(view: GridView, to: QPoint, hold: Qt.KeyboardModifier = _NO_KEY) -> None:
    port = view.viewport()
    QTest.mousePress(port, _LEFT, hold, corner(view))
    QTest.mouseMove(port, to - QPoint(0, 1))
    QTest.mouseRelease(port, _LEFT, hold, to)


def test_control_d_fills_the_selection_from_its_first_row(indicators: GridView, leicester: Document) -> None:
    indicators.choose_block(Block(0, 4, 2, 5))
    press(indicators, _Key.Key_D, hold=_CONTROL)
    assert (down(indicators, 0, 4, 3), down(indicators, 0, 5, 3)) == (["23"] * 3, ["20"] * 3)
    undone(leicester, "Fill 4 cells")


def test_control_d_without_a_range_copies_from_above(indicators: GridView, leicester: Document) -> None:
    go(indicators, "D10")
    press(indicators, _Key.Key_D, hold=_CONTROL)
    assert down(indicators, 0, 4, 2) == ["23", "23"]
    undone(leicester, "Fill D10")


def test_control_r_fills_from_the_left_with_and_without_a_range(
    indicators: GridView, leicester: Document
) -> None:
    indicators.choose_block(Block(0, 4, 0, 6))
    press(indicators, _Key.Key_R, hold=_CONTROL)
    assert across(indicators, 0, 4, 3) == ["23", "23", "23"]
    undone(leicester, "Fill 2 cells")
    go(indicators, "E8")
    press(indicators, _Key.Key_R, hold=_CONTROL)
    assert across(indicators, 0, 4, 2) == ["23", "23"]


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (_Key.Key_D, "There is no cell above to fill from."),
        (_Key.Key_R, "There is no cell on the left to fill from."),
        (_Key.Key_Apostrophe, "There is no cell above this one to copy from."),
    ],
)
def test_at_the_edge_there_is_nothing_to_fill_from(
    indicators: GridView, qtbot: QtBot, key: Qt.Key, words: str
) -> None:
    with qtbot.waitSignal(indicators.told) as said:
        press(indicators, key, hold=_CONTROL)
    assert said.args == [words]


def test_control_apostrophe_copies_from_above(indicators: GridView, leicester: Document) -> None:
    go(indicators, "D10")
    press(indicators, _Key.Key_Apostrophe, hold=_CONTROL)
    assert editor(indicators).text == "23"
    assert leicester.undo_stack.count() == 0
    QTest.keyClicks(editor(indicators), "4")
    press(editor(indicators), _Key.Key_Down)
    assert down(indicators, 1, 4, 1) == ["234"]
    assert at(indicators) == "D12"
    undone(leicester, "Type in D10")


def test_what_is_copied_from_above_can_be_left(indicators: GridView, leicester: Document) -> None:
    go(indicators, "D10")
    press(indicators, _Key.Key_Apostrophe, hold=_CONTROL)
    press(editor(indicators), _Key.Key_Escape)
    assert down(indicators, 1, 4, 1) == ["6"]
    assert leicester.undo_stack.count() == 0


def test_control_semicolon_enters_today_as_the_cell_shows_dates(plan: GridView, leeds: Document) -> None:
    go_plan(plan, "E6")
    press(plan, _Key.Key_Semicolon, hold=_CONTROL)
    today = dt.date.today()  # noqa: DTZ011 - the officer's own day
    assert editor(plan).text == f"{today:%d/%m/%Y}"
    assert leeds.undo_stack.count() == 0
    press(editor(plan), _Key.Key_Return)
    assert leeds.workbook.content(CellRef(sheet="Programme Plan", row=6, column=5)) == today
    assert plan.model().index(0, plan.currentIndex().column()).data() == f"{today:%d/%m/%y}"
    undone(leeds, "Type in E6")


def test_control_semicolon_types_today_into_a_text(plan: GridView) -> None:
    go_plan(plan, "C6")
    press(plan, _Key.Key_F2)
    press(editor(plan), _Key.Key_Semicolon, hold=_CONTROL)
    today = dt.date.today()  # noqa: DTZ011 - the officer's own day
    assert editor(plan).text.endswith(f"30/9/2012{today:%d/%m/%Y}")
    press(editor(plan), _Key.Key_Escape)


def test_control_enter_types_into_the_whole_selection(indicators: GridView, leicester: Document) -> None:
    indicators.choose_block(Block(0, 4, 1, 5))
    QTest.keyClicks(indicators, "9")
    press(editor(indicators), _Key.Key_Return, hold=_CONTROL)
    assert down(indicators, 0, 4, 2) + down(indicators, 0, 5, 2) == ["9"] * 4
    assert not editing(indicators)
    assert selected(indicators) == set(Block(0, 4, 1, 5).places())
    undone(leicester, "Type in 4 cells")


def test_a_text_that_is_refused_everywhere_stays_in_the_editor(indicators: GridView, qtbot: QtBot) -> None:
    indicators.choose_block(Block(0, 4, 1, 5))
    QTest.keyClicks(indicators, "=")
    QTest.keyClicks(editor(indicators), "A1")
    with qtbot.waitSignal(indicators.refused):
        press(editor(indicators), _Key.Key_Return, hold=_CONTROL)
    assert editor(indicators).text == "=A1"
    press(editor(indicators), _Key.Key_Escape)


def test_a_series_goes_on_over_the_blank_cells_of_the_selection(
    indicators: GridView, leicester: Document
) -> None:
    put(leicester, ("D8", "1"), ("D10", "2"), ("D12", ""), ("D14", ""))
    indicators.choose_block(Block(0, 4, 3, 4))
    indicators.commands.do("fill_series")
    assert down(indicators, 0, 4, 4) == ["1", "2", "3", "4"]
    assert leicester.undo_stack.undoText() == "Fill 2 cells"


def test_a_series_of_one_number_counts_on_to_the_right(indicators: GridView, leicester: Document) -> None:
    put(leicester, ("D8", "5"), ("E8", ""), ("F8", ""))
    indicators.choose_block(Block(0, 4, 0, 6))
    indicators.commands.do("fill_series")
    assert across(indicators, 0, 4, 3) == ["5", "6", "7"]


@pytest.mark.parametrize("block", [Block(0, 4, 0, 5), Block(0, 0, 0, 0)])
def test_a_series_needs_a_beginning_and_blank_cells(indicators: GridView, qtbot: QtBot, block: Block) -> None:
    indicators.choose_block(block)
    with qtbot.waitSignal(indicators.told) as said:
        indicators.commands.do("fill_series")
    assert said.args == ["Select the cells that begin the series together with the blank ones after them."]


@pytest.mark.parametrize(
    ("to", "kept", "labels"),
    [
        ((0, 5), Block(0, 4, 0, 5), "Clear 4 cells"),
        ((2, 4), Block(0, 4, 2, 4), "Clear 3 cells"),
    ],
)
def test_dragged_inwards_the_handle_clears_what_it_leaves(
    indicators: GridView, leicester: Document, to: tuple[int, int], kept: Block, labels: str
) -> None:
    indicators.choose_block(Block(0, 4, 2, 5))
    before = [indicators.model().index(row, column).data() for row, column in Block(0, 4, 2, 5).places()]
    drag(indicators, inside(indicators, *to))
    left = {place for place in Block(0, 4, 2, 5).places() if not kept.holds(*place)}
    assert all(indicators.model().index(*place).data() == "" for place in left)
    assert selected(indicators) == set(kept.places())
    undone(leicester, labels)
    now = [indicators.model().index(row, column).data() for row, column in Block(0, 4, 2, 5).places()]
    assert now == before


def test_while_it_is_dragged_inwards_it_says_so_and_hatches(
    indicators: GridView, leicester: Document
) -> None:
    indicators.choose_block(Block(0, 4, 2, 5))
    port, still = indicators.viewport(), pixels(indicators)
    QTest.mousePress(port, _LEFT, _NO_KEY, corner(indicators))
    QTest.mouseMove(port, inside(indicators, 0, 5))
    label = port.findChild(FillLabel)
    assert label is not None
    assert label.text() == "Clear"
    assert pixels(indicators) != still
    QTest.mouseMove(port, inside(indicators, 2, 5))
    assert not label.isVisible()
    QTest.mouseRelease(port, _LEFT, _NO_KEY, inside(indicators, 2, 5))
    assert leicester.undo_stack.count() == 0


def test_no_handle_stays_behind_when_the_selection_grows(indicators: GridView) -> None:
    go(indicators, "C8")
    pixels(indicators)
    alone = indicators._handle.place.center()
    ink = pixels(indicators).pixelColor(alone)
    repainted: list[QRegion] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QPaintEvent):
                repainted.append(event.region())
            return super().eventFilter(watched, event)

    watch = Watch()
    indicators.viewport().installEventFilter(watch)
    press(indicators, _Key.Key_Down, hold=_SHIFT)
    QApplication.processEvents()
    assert any(region.contains(alone) for region in repainted)
    assert pixels(indicators).pixelColor(alone) != ink


def test_the_handle_copies_one_number(indicators: GridView, leicester: Document) -> None:
    go(indicators, "D8")
    drag(indicators, inside(indicators, 2, 4))
    assert down(indicators, 0, 4, 3) == ["23", "23", "23"]
    assert selected(indicators) == {(0, 4), (1, 4), (2, 4)}
    undone(leicester, "Fill 2 cells")


def test_with_control_the_handle_counts_on(indicators: GridView) -> None:
    go(indicators, "D8")
    drag(indicators, inside(indicators, 2, 4), _CONTROL)
    assert down(indicators, 0, 4, 3) == ["23", "24", "25"]


def test_the_handle_goes_on_by_the_step_of_two(indicators: GridView, leicester: Document) -> None:
    put(leicester, ("D8", "10"), ("D10", "12"))
    indicators.choose_block(Block(0, 4, 1, 4))
    drag(indicators, inside(indicators, 3, 4))
    assert down(indicators, 0, 4, 4) == ["10", "12", "14", "16"]


def test_with_control_a_step_of_two_is_repeated(indicators: GridView, leicester: Document) -> None:
    put(leicester, ("D8", "10"), ("D10", "12"))
    indicators.choose_block(Block(0, 4, 1, 4))
    drag(indicators, inside(indicators, 3, 4), _CONTROL)
    assert down(indicators, 0, 4, 4) == ["10", "12", "10", "12"]


def test_the_handle_fills_to_the_right_to_the_left_and_up(indicators: GridView, leicester: Document) -> None:
    put(leicester, ("E10", "5"), ("F10", "6"))
    indicators.choose_block(Block(1, 5, 1, 6))
    drag(indicators, inside(indicators, 1, 7))
    assert across(indicators, 1, 5, 3) == ["5", "6", "7"]
    indicators.choose_block(Block(1, 5, 1, 6))
    drag(indicators, inside(indicators, 1, 4))
    assert across(indicators, 1, 4, 4) == ["4", "5", "6", "7"]
    indicators.choose_block(Block(1, 5, 1, 6))
    drag(indicators, inside(indicators, 0, 6))
    assert across(indicators, 0, 5, 2) == ["5", "6"]


def test_what_the_last_cell_will_hold_is_shown_while_it_is_dragged(
    indicators: GridView, leicester: Document
) -> None:
    put(leicester, ("D8", "10"), ("D10", "12"))
    indicators.choose_block(Block(0, 4, 1, 4))
    port, label = indicators.viewport(), indicators.findChild(QLabel, "fillLabel")
    assert label is not None
    QTest.mousePress(port, _LEFT, _NO_KEY, corner(indicators))
    QTest.mouseMove(port, inside(indicators, 3, 4))
    assert label.isVisible()
    assert label.text() == "16"
    assert port.rect().contains(label.geometry())
    before = port.grab().toImage()
    QTest.mouseMove(port, inside(indicators, 1, 4))
    assert not label.isVisible()
    assert port.grab().toImage() != before
    QTest.mouseMove(port, inside(indicators, 3, 4))
    press(indicators, _Key.Key_Escape)
    QTest.mouseRelease(port, _LEFT, _NO_KEY, inside(indicators, 3, 4))
    assert not label.isVisible()
    assert not leicester.dirty


def test_long_words_in_the_label_are_cut_with_a_sign(plan: GridView) -> None:
    go_plan(plan, "C6")
    port, label = plan.viewport(), plan.findChild(QLabel, "fillLabel")
    assert label is not None
    QTest.mousePress(port, _LEFT, _NO_KEY, corner(plan))
    QTest.mouseMove(port, inside(plan, 1, 2))
    assert label.text() == "650 vulnerable 2 year olds to be attendi…"
    press(plan, _Key.Key_Escape)
    QTest.mouseRelease(port, _LEFT, _NO_KEY, inside(plan, 1, 2))


def test_a_double_click_on_the_handle_fills_down_beside_a_filled_column(
    indicators: GridView, leicester: Document
) -> None:
    model = indicators.table_model
    assert model is not None
    go(indicators, "D8")
    QTest.mouseDClick(indicators.viewport(), _LEFT, _NO_KEY, corner(indicators))
    assert leicester.undo_stack.count() == 1
    rows = {row for row, _ in selected(indicators)}
    assert len(rows) > 5
    assert all(model.text(row, 3) for row in rows)
    assert not editing(indicators)


def test_a_double_click_beside_nothing_fills_nothing(indicators: GridView, leicester: Document) -> None:
    last = len(indicators.records) - 1
    indicators.choose(indicators.model().index(last, 4))
    QTest.mouseDClick(indicators.viewport(), _LEFT, _NO_KEY, corner(indicators))
    assert not leicester.dirty


def test_beyond_the_edge_the_drag_scrolls_on(indicators: GridView, leicester: Document) -> None:
    go(indicators, "D8")
    port = indicators.viewport()
    QTest.mousePress(port, _LEFT, _NO_KEY, corner(indicators))
    below = QPoint(inside(indicators, 0, 4).x(), port.height() + 30)
    QTest.mouseMove(port, below)
    assert indicators._handle._timer.isActive()
    for _ in range(100):
        indicators._handle._timer.timeout.emit()
    assert indicators.verticalScrollBar().value() == indicators.verticalScrollBar().maximum()
    QTest.mouseRelease(port, _LEFT, _NO_KEY, below)
    assert down(indicators, len(indicators.records) - 1, 4, 1) == ["23"]
    undone(leicester, f"Fill {len(indicators.records) - 1} cells")


def test_the_handle_shows_itself_by_the_pointer(indicators: GridView) -> None:
    go(indicators, "D8")
    port = indicators.viewport()
    QTest.mouseMove(port, corner(indicators))
    assert port.cursor().shape() is Qt.CursorShape.CrossCursor
    QTest.mouseMove(port, inside(indicators, 3, 4))
    assert port.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_there_is_no_handle_where_it_could_not_fill(indicators: GridView, leicester: Document) -> None:
    indicators.choose(indicators.model().index(0, 4))
    indicators.verticalScrollBar().setValue(indicators.verticalScrollBar().maximum())
    assert indicators._handle.place.isEmpty()
    indicators.show_sheet(leicester, "Cover")
    assert indicators._handle.place.isEmpty()


def test_columns_beneath_the_frozen_ones_have_no_handle_and_half_an_outline(plan: GridView) -> None:
    plan.resize(500, 400)
    plan.choose_block(Block(0, 1, 1, 2))
    press(plan, _Key.Key_C, hold=_CONTROL)
    before = plan.viewport().grab().toImage()
    plan.horizontalScrollBar().setValue(plan.columnWidth(2) + 10)
    assert plan.frozen.offset
    assert plan._handle.place.isEmpty()
    assert plan.viewport().grab().toImage() != before
    plan.choose_block(Block(0, 0, 1, 0))
    press(plan, _Key.Key_C, hold=_CONTROL)
    assert not plan._handle.place.isEmpty()
    assert not plan.viewport().grab().isNull()

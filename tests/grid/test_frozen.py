from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from tests.grid.hands import editor, go_plan, middle, pixels, press, selected

if TYPE_CHECKING:
    from desktop.grid.view import GridView

_Key = Qt.Key
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def scrolled(plan: GridView) -> GridView:
    plan.resize(700, 400)
    plan.horizontalScrollBar().setValue(270)
    assert plan.horizontalOffset() == 270
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
    assert scrolled.horizontalOffset() == 270


def test_no_cell_stays_beneath_the_frozen_columns(scrolled: GridView) -> None:
    scrolled.setCurrentIndex(scrolled.model().index(0, 6))
    for _ in range(4):
        press(scrolled, _Key.Key_Left)
        cell = scrolled.visualRect(scrolled.currentIndex())
        assert cell.left() >= scrolled.frozen.width


def test_going_to_a_frozen_cell_scrolls_nothing_sideways(scrolled: GridView) -> None:
    go_plan(scrolled, "B44")
    assert scrolled.horizontalOffset() == 270
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


def test_a_click_on_a_frozen_title_selects_its_column(scrolled: GridView) -> None:
    header = scrolled.horizontalHeader().viewport()
    QTest.mouseClick(header, _LEFT, pos=QPoint(scrolled.columnWidth(0) + 20, 10))
    assert {column for _, column in selected(scrolled)} == {1}
    assert len(selected(scrolled)) == 46
    QTest.mouseDClick(header, _LEFT, pos=QPoint(scrolled.columnWidth(0) + 20, 10))


def test_a_title_beside_the_frozen_ones_is_where_it_is_seen(scrolled: GridView) -> None:
    header = scrolled.horizontalHeader()
    place = QPoint(scrolled.frozen.width + 60, 10)
    seen = header.logicalIndexAt(place)
    QTest.mouseClick(header.viewport(), _LEFT, pos=place)
    assert {column for _, column in selected(scrolled)} == {seen}
    assert seen > 1


def test_a_double_click_on_a_frozen_border_fits_the_column(scrolled: GridView) -> None:
    scrolled.setColumnWidth(0, 90)
    header = scrolled.horizontalHeader().viewport()
    QTest.mouseDClick(header, _LEFT, pos=QPoint(89, 10))
    assert scrolled.columnWidth(0) < 60


def test_the_pointer_shows_where_a_frozen_border_can_be_taken(scrolled: GridView) -> None:
    header = scrolled.horizontalHeader().viewport()
    QTest.mouseMove(header, QPoint(scrolled.frozen.width, 10))
    assert header.cursor().shape() is Qt.CursorShape.SplitHCursor
    QTest.mouseMove(header, QPoint(scrolled.columnWidth(0) + 20, 10))
    assert header.cursor().shape() is Qt.CursorShape.ArrowCursor
    QTest.mouseMove(header, QPoint(scrolled.frozen.width + 60, 10))


def test_of_a_column_that_is_cut_only_a_sign_is_seen(scrolled: GridView) -> None:
    left, model = scrolled.frozen.width, scrolled.table_model
    assert model is not None
    column = scrolled.columnAt(left + 1)
    assert scrolled.columnViewportPosition(column) < left
    wide = scrolled.columnViewportPosition(column) + scrolled.columnWidth(column) - left - 10
    texts, tails = set(), []
    for row in (1, 3, 5):  # on the same ground
        texts.add(model.text(row, column))
        top = scrolled.visualRect(model.index(row, column)).bottom() - scrolled.dress.measures.line
        tails.append(pixels(scrolled).copy(QRect(left, top, wide, scrolled.dress.measures.line - 4)))
    assert len(texts) > 1
    assert wide > 20
    assert tails[0] == tails[1] == tails[2]


def test_the_tail_of_a_title_is_not_seen(scrolled: GridView) -> None:
    header, left = scrolled.horizontalHeader(), scrolled.frozen.width
    column = scrolled.columnAt(left + 1)
    wide = scrolled.columnViewportPosition(column) + scrolled.columnWidth(column) - left - 4
    tail = header.grab().toImage().copy(QRect(left, 2, wide, header.height() - 6))
    assert len({tail.pixel(x, y) for x in range(tail.width()) for y in range(tail.height())}) == 1


def test_frozen_columns_are_painted_over_what_is_scrolled(scrolled: GridView) -> None:
    before = pixels(scrolled).copy(QRect(0, 0, scrolled.frozen.width - 2, 300))
    scrolled.horizontalScrollBar().setValue(200)
    assert pixels(scrolled).copy(QRect(0, 0, scrolled.frozen.width - 2, 300)) == before


def test_a_selection_in_frozen_columns_is_seen(scrolled: GridView) -> None:
    go_plan(scrolled, "B8")
    press(scrolled, _Key.Key_Left, hold=_SHIFT)
    ref = scrolled.visualRect(scrolled.model().index(2, 0))
    assert pixels(scrolled).pixelColor(ref.topLeft() + QPoint(2, 2)) == scrolled.dress.look.selected


def test_too_narrow_a_view_freezes_less(plan: GridView) -> None:
    plan.resize(260, 300)
    assert plan.frozen.count == 1
    plan.resize(900, 300)
    assert plan.frozen.count == 2

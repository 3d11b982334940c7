from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.document.column_shapes import ColumnShapes
from desktop.domain.tables import TableKind
from desktop.grid.arrangement import AS_IN_SHEET
from desktop.grid.filters import Listed, Numbers
from desktop.grid.header_marks import HeaderSign, signs_of, signs_rect
from desktop.grid.model import TableModel
from tests.grid.hands import at, go, pixels

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.document.document import Document
    from desktop.grid.view import GridView

_LEFT = Qt.MouseButton.LeftButton
_NOTHING = Listed(labels=frozenset({"no such text"}))


def table_model(view: GridView) -> TableModel:
    assert isinstance(view.table_model, TableModel)
    return view.table_model


def heights(view: GridView) -> list[int]:
    return [view.rowHeight(row) for row in range(len(view.records))]


def test_the_current_cell_stays_current_when_the_table_is_arranged(indicators: GridView) -> None:
    go(indicators, "A17")
    indicators.arrange(AS_IN_SHEET.sorted_by(0, descending=True))
    assert at(indicators) == "A17"
    assert indicators.currentIndex().row() > 0


def test_without_a_row_left_the_grid_is_empty_and_comes_back(indicators: GridView) -> None:
    indicators.arrange(AS_IN_SHEET.filtered(0, _NOTHING))
    assert indicators.current_cell is None
    pixels(indicators)
    indicators.arrange(AS_IN_SHEET)
    assert at(indicators) == "A7"


def test_rows_are_higher_only_where_a_banner_stands(indicators: GridView) -> None:
    indicators.setColumnWidth(1, 2000)  # no definition is cut
    indicators.arrange(AS_IN_SHEET.sorted_by(0, descending=False))
    assert set(heights(indicators)) == {indicators.dress.measures.row}
    indicators.arrange(AS_IN_SHEET)
    higher = {row for row, height in enumerate(heights(indicators)) if height > indicators.dress.measures.row}
    assert higher == set(indicators.banners)


def test_a_table_is_arranged_as_before_when_it_is_shown_again(
    indicators: GridView, leicester: Document
) -> None:
    wanted = AS_IN_SHEET.filtered(2, Numbers(low=20))
    indicators.arrange(wanted)
    rows = len(indicators.records)
    tables = {table.kind: table for table in leicester.contents.tables}
    indicators.show_table(leicester, tables[TableKind.TARGETS])
    assert table_model(indicators).arrangement == AS_IN_SHEET
    indicators.show_table(leicester, tables[TableKind.INDICATORS])
    assert table_model(indicators).arrangement == wanted
    assert len(indicators.records) == rows


def test_a_whole_sheet_is_not_arranged(indicators: GridView, leicester: Document) -> None:
    indicators.show_sheet(leicester, leicester.workbook.visible_sheets[0])
    rows = len(indicators.records)
    indicators.arrange(AS_IN_SHEET.filtered(0, _NOTHING))
    assert len(indicators.records) == rows


def test_hidden_columns_are_gone_for_keys_and_copies_and_come_back(indicators: GridView) -> None:
    go(indicators, "A7")
    indicators.column_layout.hide(table_model(indicators), frozenset({1, 2}))
    assert [column.field for column in indicators.columns][:2] == ["code", "value"]
    QTest.keyClick(indicators, Qt.Key.Key_Right)
    assert at(indicators) == "C8"
    indicators.column_layout.hide(table_model(indicators), frozenset())
    assert at(indicators) == "C8"
    assert indicators.columns == table_model(indicators).every_column


def test_where_every_column_would_be_hidden_all_are_shown(indicators: GridView) -> None:
    model = table_model(indicators)
    model.hide(frozenset(range(len(model.every_column))))
    assert model.columns == model.every_column


def test_widths_and_hidden_columns_are_those_of_all_tables_with_these_headers(
    indicators: GridView, leicester: Document, shown: Callable[..., GridView]
) -> None:
    shapes = ColumnShapes()
    indicators.column_layout.shapes = shapes
    indicators.setColumnWidth(1, 333)
    indicators.column_layout.hide(table_model(indicators), frozenset({2}))
    other = shown(leicester, TableKind.TARGETS)
    other.column_layout.shapes = shapes
    table = next(table for table in leicester.contents.tables if table.kind is TableKind.INDICATORS)
    other.show_table(leicester, table)
    assert other.columnWidth(1) == 333
    assert len(other.columns) == len(table_model(other).every_column) - 1
    other.column_layout.forget_widths(table_model(other))
    other.lay_out()
    assert other.columnWidth(1) != 333


def test_zoom_makes_letters_rows_and_columns_larger(indicators: GridView) -> None:
    indicators.setColumnWidth(1, 200)
    before = indicators.dress.measures.row
    indicators.set_zoom(150)
    assert indicators.zoom == 150
    assert indicators.dress.measures.row > before
    assert indicators.columnWidth(1) == 300
    indicators.set_zoom(20)
    assert indicators.zoom == 50
    indicators.set_zoom(100)
    assert indicators.dress.measures.row == before
    assert indicators.columnWidth(1) == 200


def test_the_wheel_zooms_with_control(indicators: GridView, qtbot: QtBot) -> None:
    place = QPointF(50, 50)
    nothing, control = Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier
    for turned, step in ((120, 1), (-120, -1)):
        wheel = QWheelEvent(
            place, place, QPoint(), QPoint(0, turned), nothing, control, Qt.ScrollPhase.NoScrollPhase, False
        )
        with qtbot.waitSignal(indicators.zoom_wanted) as told:
            QApplication.sendEvent(indicators.viewport(), wheel)
        assert told.args == [step]


def test_rows_are_fitted_as_they_come_into_view(plan: GridView) -> None:
    usual = plan.dress.measures.row
    seen = plan.rowAt(plan.viewport().height() - 1)
    plan.set_rows_fitted(True)
    unfitted = {usual, usual + plan.dress.measures.banner}
    assert not set(heights(plan)[:seen]) <= unfitted
    assert set(heights(plan)[seen + 1 :]) <= unfitted
    plan.scrollTo(plan.model().index(seen + 6, 0))
    assert not set(heights(plan)[seen + 1 :]) <= unfitted
    plan.setColumnWidth(2, plan.columnWidth(2) + 80)
    plan.set_rows_fitted(False)
    assert set(heights(plan)) == unfitted


def test_hits_are_marked_where_they_are_in_view(indicators: GridView) -> None:
    plain = pixels(indicators)
    model = table_model(indicators)
    cells = frozenset(cell for row in (1, 2) if (cell := model.cell(row, 1)) is not None)
    indicators.mark_hits(cells)
    assert pixels(indicators) != plain
    indicators.mark_hits(frozenset())
    assert pixels(indicators) == plain


def test_no_mark_is_seen_through_the_frozen_columns(shown: Callable[..., GridView], leeds: Document) -> None:
    view = shown(leeds, TableKind.PLAN, 500)
    view.horizontalScrollBar().setValue(120)
    plain = pixels(view)
    cell = table_model(view).cell(1, view.frozen.count)
    assert cell is not None
    view.mark_hits(frozenset({cell}))
    marked = pixels(view)
    edge, y = view.frozen.width, view.visualRect(table_model(view).index(1, 0)).center().y()
    assert marked.pixel(edge - 10, y) == plain.pixel(edge - 10, y)


def test_signs_tell_of_filters_and_sorts() -> None:
    arrangement = AS_IN_SHEET.filtered(1, _NOTHING).sorted_by(1, descending=True)
    assert signs_of(arrangement, 1, button=True) == (HeaderSign.DESCENDING, HeaderSign.FILTERED)
    assert signs_of(AS_IN_SHEET.sorted_by(0, descending=False), 0, button=False) == (HeaderSign.ASCENDING,)
    assert signs_of(arrangement, 0, button=True) == (HeaderSign.BUTTON,)
    assert signs_of(arrangement, 0, button=False) == ()


def test_the_header_shows_them_and_makes_room(plan: GridView) -> None:
    header, before = plan.header, plan.header.grab().toImage()
    wide = header.sectionSizeFromContents(0).width()
    plan.arrange(AS_IN_SHEET.sorted_by(0, descending=True))
    assert header.grab().toImage() != before
    assert header.sectionSizeFromContents(0).width() > wide


@pytest.mark.parametrize("column", [0, 3])
def test_the_button_under_the_pointer_asks_for_a_filter(plan: GridView, qtbot: QtBot, column: int) -> None:
    header = plan.header
    rect = header.column_rect(column)
    corner = header.viewport().mapFromGlobal(rect.topLeft())
    rect.moveTopLeft(corner)
    before = header.grab().toImage()
    QTest.mouseMove(header.viewport(), corner + QPoint(10, 8))
    assert header.grab().toImage() != before
    press = signs_rect(rect, 1, left=False).center()
    with qtbot.waitSignal(header.filter_wanted) as told:
        QTest.mouseClick(header.viewport(), _LEFT, pos=press)
    assert told.args == [column]
    header.leaveEvent(QEvent(QEvent.Type.Leave))
    assert header.grab().toImage() == before


def test_beside_the_button_a_click_selects_the_column(plan: GridView) -> None:
    header = plan.header
    corner = header.viewport().mapFromGlobal(header.column_rect(3).topLeft())
    QTest.mouseClick(header.viewport(), _LEFT, pos=corner + QPoint(20, 8))
    assert {index.column() for index in plan.selectedIndexes()} == {3}


def test_the_header_asks_for_a_menu(plan: GridView, qtbot: QtBot) -> None:
    header = plan.header
    place = header.viewport().mapFromGlobal(header.column_rect(2).center())
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, header.viewport().mapToGlobal(place))
    with qtbot.waitSignal(header.menu_wanted) as told:
        header.contextMenuEvent(asked)
    assert told.args is not None
    assert told.args[0] == 2
    beyond = QPoint(header.length() + 5000, 5)
    with qtbot.assertNotEmitted(header.menu_wanted):
        header.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, beyond, beyond))

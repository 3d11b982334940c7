from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.domain.cells import CellRef
from desktop.domain.tables import TableKind
from desktop.grid.look import PADDING
from desktop.grid.selection import Statistics
from desktop.grid.view import GridView
from tests.grid.hands import at, go, pixels, press

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.document.document import Document

_Key = Qt.Key
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_LEFT = Qt.MouseButton.LeftButton


def test_it_is_found_by_its_name(indicators: GridView) -> None:
    assert indicators.objectName() == "grid"
    assert indicators.accessibleName() == "Indicators"
    assert at(indicators) == "A7"


def test_a_cell_of_another_sheet_is_not_gone_to(indicators: GridView) -> None:
    assert not indicators.go_to(CellRef(sheet="Cover", row=1, column=1))
    assert at(indicators) == "A7"


def test_the_numbers_of_the_selection_are_summed(indicators: GridView) -> None:
    go(indicators, "D8")
    press(indicators, _Key.Key_Right, hold=_SHIFT)
    assert indicators.statistics().words == "Sum 43   Average 21.5   Count 2   Min 20   Max 23"


def test_a_grid_without_a_table_does_nothing(qtbot: QtBot) -> None:
    view = GridView()
    qtbot.addWidget(view)
    view.show()
    assert view.current_cell is None
    assert not view.columns
    assert not view.records
    assert view.banners == {}
    assert not view.go_to(CellRef(sheet="Indicators", row=7, column=1))
    assert view.statistics() == Statistics()
    assert not view.commands.do("copy")
    view.step(1, 0)
    press(view, _Key.Key_Down, _Key.Key_Delete)
    assert not view.grab().isNull()


def test_another_header_lays_the_table_out_anew_and_keeps_the_place(
    indicators: GridView, leicester: Document
) -> None:
    go(indicators, "D10")
    leicester.type_texts([(CellRef(sheet="Indicators", row=6, column=2), "1997/98 Outturn")], "Type in B6")
    assert indicators.columns[2].title == "1997/98"
    assert at(indicators) == "D10"
    assert indicators.rowHeight(0) > indicators.rowHeight(1)


def test_records_that_read_as_before_leave_everything_in_place(
    indicators: GridView, leicester: Document, qtbot: QtBot
) -> None:
    go(indicators, "D10")
    with qtbot.assertNotEmitted(indicators.model().modelReset):
        leicester.contents_changed.emit()
    assert at(indicators) == "D10"


def test_a_table_that_is_no_more_leaves_an_empty_grid(
    shown: Callable[..., GridView], leicester: Document
) -> None:
    view = shown(leicester, TableKind.TARGETS)
    headers = [CellRef(sheet="Targets", row=4, column=column) for column in range(1, 7)]
    leicester.type_texts([(header, "") for header in headers], "Clear 6 cells")
    assert not view.records
    assert view.current_cell is None
    assert not pixels(view).isNull()
    press(view, _Key.Key_Down, _Key.Key_Delete)
    leicester.undo_stack.undo()
    assert len(view.records) == 12
    assert at(view) == "A5"


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
    indicators.setColumnWidth(1, 2000)  # no definition is cut
    assert indicators.rowHeight(0) == measures.row + measures.banner
    assert indicators.rowHeight(1) == measures.row


def test_no_code_is_cut(indicators: GridView) -> None:
    model, room = indicators.table_model, indicators.columnWidth(0) - 2 * PADDING
    assert model is not None
    fit = indicators.dress.strong.fit
    assert all(fit(model.text(row, 0), room) == (model.text(row, 0),) for row in range(46))


def test_no_word_of_a_status_is_broken(plan: GridView) -> None:
    model = plan.table_model
    assert model is not None
    room = plan.columnWidth(3) - 2 * PADDING - plan.dress.measures.badge
    for row in range(46):
        words = set(model.text(row, 3).split())
        assert {
            word for line in plan.dress.plain.fit(model.text(row, 3), room, 3) for word in line.split()
        } <= words


def test_columns_fill_the_width_and_give_way_to_fit(
    shown: Callable[..., GridView], leicester: Document
) -> None:
    view = shown(leicester, leicester.contents.tables[0].kind, width=1200)
    assert view.horizontalHeader().length() == view.viewport().width()
    assert view.horizontalScrollBar().maximum() == 0

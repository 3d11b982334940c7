"""A whole sheet: what is in no table is seen too, and nothing of it can be edited."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desktop.document.document import Document
from desktop.domain.cells import parse_cell
from desktop.grid.columns import Align
from desktop.grid.sheet_model import SheetModel
from desktop.grid.view import GridView
from tests.workbook.sheets import grid, workbook_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.domain.cells import CellRef

_LONG = "Looked after children are the council’s first concern, in this plan and in the next."


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    grids = {
        "Cover": grid(
            ["Management Action Plan", "hidden beneath the title"],
            [],
            ["Grant", "Amount", "=1+1"],
            ["Main", 1355598],
            ["Leaving care", 983648],
            merges=["A1:B1"],
        ),
        "Plan": grid(
            ["Programme plan"],
            ["Key milestone", "Status", "By when"],
            ["Panel meets", "COMPLETE", "31/03/12"],
        ),
        "Empty": grid(),
        "Story": grid([_LONG], ["Short", "Short"]),
    }
    return Document(workbook_of(grids), dt.date(2012, 6, 30))


@pytest.fixture
def view(qtbot: QtBot, document: Document) -> GridView:
    shown = GridView()
    qtbot.addWidget(shown)
    shown.resize(600, 300)
    shown.show_sheet(document, "Cover")
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def cell(address: str) -> CellRef:
    found = parse_cell(address)
    assert found is not None
    return found


def test_it_shows_the_sheet_from_its_first_cell_to_its_last(document: Document) -> None:
    model = SheetModel(document, "Cover")
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in range(2)] == ["A", "B"]
    assert [model.headerData(row, Qt.Orientation.Vertical) for row in range(5)] == list("12345")
    assert model.text(3, 0) == "Main"
    assert model.cell(3, 1) == cell("Cover!B4")
    assert model.index_of(cell("Cover!B4")) == model.index(3, 1)


def test_a_merged_area_shows_its_first_cell_only(document: Document) -> None:
    model = SheetModel(document, "Cover")
    assert [model.text(0, column) for column in range(2)] == ["Management Action Plan", ""]


def test_an_empty_sheet_is_one_blank_cell(document: Document) -> None:
    model = SheetModel(document, "Empty")
    assert (model.rowCount(), model.columnCount(), model.text(0, 0)) == (1, 1, "")


def test_numbers_stand_on_the_right_and_rows_grow_with_long_texts(document: Document) -> None:
    cover, story = SheetModel(document, "Cover"), SheetModel(document, "Story")
    assert [column.align for column in cover.columns[:2]] == [Align.LEFT, Align.RIGHT]
    for model in (cover, story):
        assert {(column.lines, column.most) for column in model.columns} == {(1, 3)}


def test_no_cell_can_be_edited(document: Document) -> None:
    model = SheetModel(document, "Cover")
    heard: list[str] = []
    model.refused.connect(heard.append)
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(model.index(3, 0), "Other")
    assert heard == ["This sheet holds no table that Milepost knows; edit it in Excel."]
    assert not document.dirty


def test_a_sheet_with_a_table_says_where_to_edit_it(document: Document) -> None:
    model = SheetModel(document, "Plan")
    assert model.text(0, 0) == "Programme plan"
    assert (
        model.reason == "The whole sheet is shown to be read. Choose its table in the contents to edit that."
    )


def test_it_follows_an_edit_made_elsewhere(document: Document) -> None:
    model = SheetModel(document, "Plan")
    assert model.text(2, 1) == "COMPLETE"
    document.type_texts([(cell("Plan!B3"), "On track")], "Type")
    assert model.text(2, 1) == "On track"
    document.type_texts([(cell("Plan!A4"), "Another"), (cell("Plan!B4"), "On track")], "Type")
    assert (model.rowCount(), model.text(3, 0)) == (4, "Another")


def test_a_cell_is_read_out_with_its_column(document: Document) -> None:
    model = SheetModel(document, "Cover")
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(3, 0), role) == "A: Main."


@pytest.mark.parametrize("key", [Qt.Key.Key_X, Qt.Key.Key_F2, Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_what_would_edit_says_why_it_does_not(view: GridView, document: Document, key: Qt.Key) -> None:
    heard: list[str] = []
    view.told.connect(heard.append)
    view.go_to(cell("Cover!A4"))
    QTest.keyClick(view, key)
    assert heard == ["This sheet holds no table that Milepost knows; edit it in Excel."]
    assert view.state() is not GridView.State.EditingState
    assert not document.dirty


def test_moving_says_nothing(view: GridView) -> None:
    heard: list[str] = []
    view.told.connect(heard.append)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.current_cell == cell("Cover!A3")
    assert heard == []


def test_copy_and_the_sum_of_a_selection_work(view: GridView) -> None:
    view.go_to(cell("Cover!A4"))
    for row, column in ((3, 1), (4, 0), (4, 1)):
        view.selectionModel().select(
            view.model().index(row, column), QItemSelectionModel.SelectionFlag.Select
        )
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "1355598\n983648\n"
    assert view.statistics().sum == 2339246


def test_it_is_told_apart_from_a_table_by_its_accessible_name(view: GridView) -> None:
    assert view.accessibleName() == "Cover, whole sheet"
    assert view.reason


@pytest.mark.parametrize("key", [Qt.Key.Key_Apostrophe, Qt.Key.Key_Semicolon])
def test_nothing_is_typed_for_the_officer_where_nothing_can_be(
    view: GridView, qtbot: QtBot, key: Qt.Key
) -> None:
    view.go_to(cell("Cover!A4"))
    with qtbot.waitSignal(view.told) as said:
        QTest.keyClick(view, key, Qt.KeyboardModifier.ControlModifier)
    assert said.args == [view.reason]
    assert view.state() is not view.State.EditingState


def test_the_sum_of_the_whole_sheet_is_that_of_its_numbers(view: GridView, document: Document) -> None:
    view.selectAll()
    cover = document.workbook.sheets["Cover"]
    places = [(row, column) for row in range(1, cover.height + 1) for column in range(1, cover.width + 1)]
    numbers = [found for place in places if (found := cover.number(*place)) is not None]
    assert view.statistics().count == len(numbers) > 0
    assert view.statistics().sum == sum(numbers)

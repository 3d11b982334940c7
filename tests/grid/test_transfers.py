"""Copy, move and paste by their keys, each one step to undo."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desktop.document.document import Document
from desktop.domain.cells import CellRef
from desktop.domain.tables import TableKind
from desktop.grid.blocks import Block
from desktop.workbook.workbook import Workbook
from tests.grid import clipboards
from tests.grid.hands import at, go, go_plan, middle, press, selected

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.grid.view import GridView

_Key = Qt.Key
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def text(view: GridView, row: int, column: int) -> str:
    model = view.table_model
    assert model is not None
    return model.text(row, column)


def texts(view: GridView, block: Block) -> list[str]:
    return [text(view, row, column) for row, column in block.places()]


def copy(view: GridView, block: Block, key: Qt.Key = _Key.Key_C) -> None:
    view.choose_block(block)
    press(view, key, hold=_CONTROL)


def paste(view: GridView, block: Block, hold: Qt.KeyboardModifier = _CONTROL) -> None:
    view.choose_block(block)
    press(view, _Key.Key_V, hold=hold)


def cell(row: int, column: int) -> Block:
    return Block(row, column, row, column)


def outlined(view: GridView) -> Block | None:
    return view.commands.outline


def put_on_clipboard(text: str, html: str = "") -> None:
    mime = QMimeData()
    mime.setText(text)
    if html:
        mime.setHtml(html)
    QGuiApplication.clipboard().setMimeData(mime)


def undone(document: Document, label: str) -> None:
    """One step was taken, under this name; take it back."""
    assert document.undo_stack.count() == 1
    assert document.undo_stack.undoText() == label
    document.undo_stack.undo()
    assert not document.dirty


def test_whole_figures_are_copied_within_milepost(indicators: GridView, leicester: Document) -> None:
    leicester.type_texts([(CellRef(sheet="Indicators", row=8, column=4), "21.5")], "Type")
    leicester.undo_stack.clear()
    copy(indicators, cell(0, 4))
    assert QGuiApplication.clipboard().text() == "22\n"
    paste(indicators, cell(0, 5))
    assert leicester.edit_text(CellRef(sheet="Indicators", row=8, column=5)) == "21.5"
    assert leicester.undo_stack.undoText() == "Paste E8"


def test_one_row_is_pasted_into_many(indicators: GridView, leicester: Document) -> None:
    copy(indicators, Block(0, 4, 0, 5))
    paste(indicators, Block(2, 4, 4, 4))
    assert texts(indicators, Block(2, 4, 4, 5)) == ["23.0", "20.0", "23.0", "20.0", "23.0", "20.0"]
    assert selected(indicators) == set(Block(2, 4, 4, 5).places())
    undone(leicester, "Paste 6 cells")


def test_copies_of_a_block_fill_a_selection_that_they_fit(indicators: GridView, leicester: Document) -> None:
    put_on_clipboard("1\n2\n")
    paste(indicators, Block(0, 4, 3, 5))
    assert [
        leicester.edit_text(CellRef(sheet="Indicators", row=row, column=4)) for row in (8, 10, 12, 14)
    ] == [
        "1",
        "2",
        "1",
        "2",
    ]
    undone(leicester, "Paste 8 cells")


def test_one_value_goes_into_every_selected_block(indicators: GridView, leicester: Document) -> None:
    for row, hold in ((0, Qt.KeyboardModifier.NoModifier), (2, _CONTROL)):
        QTest.mouseClick(indicators.viewport(), Qt.MouseButton.LeftButton, hold, middle(indicators, row, 4))
    put_on_clipboard("N/A")
    press(indicators, _Key.Key_V, hold=_CONTROL)
    assert [text(indicators, row, 4) for row in (0, 1, 2)] == ["N/A", "6.0", "N/A"]
    undone(leicester, "Paste 2 cells")


def test_a_block_is_not_pasted_into_several_blocks(indicators: GridView, qtbot: QtBot) -> None:
    for row, hold in ((0, Qt.KeyboardModifier.NoModifier), (2, _CONTROL)):
        QTest.mouseClick(indicators.viewport(), Qt.MouseButton.LeftButton, hold, middle(indicators, row, 4))
    put_on_clipboard("1\t2")
    with qtbot.waitSignal(indicators.refused) as refusal:
        press(indicators, _Key.Key_V, hold=_CONTROL)
    assert refusal.args == ["A block of cells is pasted in one place. Select one cell and paste it there."]


@pytest.mark.parametrize("html", ["", clipboards.LIBREOFFICE_HTML])
def test_what_libreoffice_copied_is_pasted(plan: GridView, leeds: Document, html: str) -> None:
    put_on_clipboard(clipboards.LIBREOFFICE_TEXT, html)
    go_plan(plan, "C6")
    press(plan, _Key.Key_V, hold=_CONTROL)
    first = "two\nlines" if html else "two lines"
    assert text(plan, 0, 2) == f'{first}, "quoted"'
    assert leeds.workbook.content(CellRef(sheet="Programme Plan", row=6, column=4)) == dt.date(
        2012, 9, 30
    ) or (text(plan, 0, 3) == "30/09/12")
    assert text(plan, 1, 2) == '"Sure Start" & <more>'
    undone(leeds, "Paste 12 cells")


def test_what_excel_copied_is_pasted(plan: GridView, leeds: Document) -> None:
    put_on_clipboard(clipboards.EXCEL_TEXT, clipboards.EXCEL_HTML)
    go_plan(plan, "C6")
    press(plan, _Key.Key_V, hold=_CONTROL)
    assert texts(plan, Block(0, 2, 2, 3)) == ["ON TRACK", 'by May,\nor "June"', "", "12.5", "COMPLETE", ""]
    undone(leeds, "Paste 6 cells")


def test_a_value_that_is_rejected_is_told_and_nothing_is_pasted(
    plan: GridView, leeds: Document, qtbot: QtBot
) -> None:
    put_on_clipboard("ON TRACK\n=A1\nCOMPLETE\n")
    go_plan(plan, "D6")
    with qtbot.waitSignal(plan.refused) as refusal:
        press(plan, _Key.Key_V, hold=_CONTROL)
    (message,) = refusal.args or ("",)
    assert message.startswith("Programme Plan!D7: Milepost does not calculate formulas.")
    assert not leeds.dirty


def test_cut_moves_a_block_over_itself(indicators: GridView, leicester: Document) -> None:
    copy(indicators, Block(0, 4, 1, 4), _Key.Key_X)
    paste(indicators, cell(1, 4))
    assert texts(indicators, Block(0, 4, 2, 4)) == ["", "23.0", "6.0"]
    assert QGuiApplication.clipboard().text() == ""
    undone(leicester, "Move 3 cells")


def test_after_an_edit_what_was_cut_is_only_copied(indicators: GridView, leicester: Document) -> None:
    copy(indicators, cell(0, 4), _Key.Key_X)
    leicester.type_texts([(CellRef(sheet="Indicators", row=10, column=4), "7")], "Type in D10")
    assert indicators.commands.outline is None
    paste(indicators, cell(0, 5))
    assert texts(indicators, Block(0, 4, 0, 5)) == ["23", "23"]
    assert leicester.undo_stack.undoText() == "Paste E8"


def test_values_only_leave_what_was_cut(indicators: GridView) -> None:
    copy(indicators, cell(0, 4), _Key.Key_X)
    paste(indicators, cell(0, 5), _CONTROL | _SHIFT)
    assert texts(indicators, Block(0, 4, 0, 5)) == ["23", "23"]


def test_what_was_cut_stays_where_its_block_does_not_fit(indicators: GridView, leicester: Document) -> None:
    copy(indicators, Block(0, 4, 0, 5), _Key.Key_X)
    paste(indicators, cell(0, 7))
    assert not leicester.dirty
    assert indicators.commands.outline == Block(0, 4, 0, 5)


def test_the_outline_stays_while_copies_are_pasted_and_goes_with_escape(
    indicators: GridView, leicester: Document
) -> None:
    copy(indicators, cell(0, 4))
    for row in (1, 2):
        paste(indicators, cell(row, 4))
    assert outlined(indicators) == cell(0, 4)
    shown = indicators.viewport().grab().toImage()
    press(indicators, _Key.Key_Escape)
    assert outlined(indicators) is None
    assert indicators.viewport().grab().toImage() != shown
    press(indicators, _Key.Key_Escape)
    assert leicester.undo_stack.count() == 2


def test_the_outline_is_of_its_table_alone(indicators: GridView, leicester: Document) -> None:
    copy(indicators, cell(0, 4), _Key.Key_X)
    targets = next(table for table in leicester.contents.tables if table.kind is TableKind.TARGETS)
    indicators.show_table(leicester, targets)
    assert indicators.commands.outline is None
    paste(indicators, cell(0, 1))
    assert text(indicators, 0, 1) == "23"
    assert leicester.text(CellRef(sheet="Indicators", row=8, column=4)) == ""
    undone(leicester, "Move 2 cells")


def test_a_project_that_stands_beside_several_milestones_takes_the_first(
    plan: GridView, leeds: Document
) -> None:
    put_on_clipboard("First\nSecond\n")
    go_plan(plan, "B6")
    press(plan, _Key.Key_V, hold=_CONTROL)
    assert texts(plan, Block(0, 1, 1, 1)) == ["First", "First"]
    undone(leeds, "Paste B6")


def test_whole_sheets_are_copied_and_neither_cut_nor_pasted_into(
    indicators: GridView, leicester: Document
) -> None:
    said: list[str] = []
    indicators.told.connect(said.append)
    indicators.show_sheet(leicester, "Cover")
    indicators.choose(indicators.model().index(0, 0))
    press(indicators, _Key.Key_C, _Key.Key_V, _Key.Key_X, _Key.Key_D, hold=_CONTROL)
    press(indicators, _Key.Key_Delete)
    assert len(said) >= 3
    assert not leicester.dirty


def workbook_with_formulas(tmp_path: Path) -> Workbook:
    from openpyxl import Workbook as Fresh

    book = Fresh()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Code", "Indicator", "1999/00 Outturn", "2000/01 Planned", "2001/02 Planned"])
    for number in range(1, 5):
        sheet.append([f"PAF A{number}", f"Moves {number}", 10 * number, 0.5, None])
        sheet.cell(number + 1, 4).number_format = "0%"
    sheet["E2"] = "=C2*2"
    path = tmp_path / "formulas.xlsx"
    book.save(path)
    return Workbook.open(path)


@pytest.fixture
def shares(tmp_path: Path, shown: Callable[..., GridView]) -> GridView:
    document = Document(workbook_with_formulas(tmp_path), dt.date(2001, 1, 31))
    return shown(document, TableKind.INDICATORS)


def test_formulas_are_pasted_as_their_results_and_that_is_told(shares: GridView, qtbot: QtBot) -> None:
    copy(shares, Block(0, 4, 1, 4))
    with qtbot.waitSignal(shares.told) as said:
        paste(shares, cell(2, 4))
    assert said.args == ["A formula was pasted as the result. To copy formulas, use Excel."]
    with qtbot.assertNotEmitted(shares.told):
        paste(shares, cell(2, 4), _CONTROL | _SHIFT)


def test_formulas_are_filled_as_their_results_and_that_is_told(shares: GridView, qtbot: QtBot) -> None:
    shares.choose_block(Block(0, 4, 2, 4))
    with qtbot.waitSignal(shares.told) as said:
        press(shares, _Key.Key_D, hold=_CONTROL)
    assert said.args == ["A formula was copied as the result. To copy formulas, use Excel."]


def test_the_outline_goes_when_the_table_is_arranged_anew(indicators: GridView) -> None:
    copy(indicators, cell(0, 4))
    assert outlined(indicators) == cell(0, 4)
    indicators.model().modelReset.emit()
    assert outlined(indicators) is None


def test_a_share_among_plain_figures_is_a_percentage(shares: GridView) -> None:
    copy(shares, cell(0, 3))
    paste(shares, cell(0, 2))
    model = shares.table_model
    assert model is not None
    assert model.edit_text(0, 2) == "50"
    copy(shares, cell(1, 2))
    paste(shares, cell(1, 3))
    assert text(shares, 1, 3) == "20%"


def test_copied_cells_hold_their_place_when_others_change(indicators: GridView, leicester: Document) -> None:
    copy(indicators, Block(0, 4, 0, 5))
    go(indicators, "F10")
    press(indicators, _Key.Key_V, hold=_CONTROL)
    assert at(indicators) == "F10"
    assert texts(indicators, Block(1, 6, 1, 7)) == ["23.0", "20.0"]
    undone(leicester, "Paste 2 cells")


def test_many_cells_are_copied_as_text_alone(indicators: GridView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.grid.copied._MOST_IN_HTML", 1)
    copy(indicators, Block(0, 4, 0, 5))
    assert not QGuiApplication.clipboard().mimeData().hasHtml()
    copy(indicators, cell(0, 4))
    assert QGuiApplication.clipboard().mimeData().hasHtml()

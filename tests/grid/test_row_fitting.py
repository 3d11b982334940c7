"""Rows that grow where a definition is cut, and rows as high as all their texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.domain.cells import parse_cell
from desktop.grid.arrangement import AS_IN_SHEET
from desktop.grid.filters import Listed
from desktop.grid.model import TableModel
from tests.grid.hands import at, go, pixels

if TYPE_CHECKING:
    import pytest

    from desktop.document.document import Document
    from desktop.grid.view import GridView

_NAME = 1
_LONG = "A definition that goes on and on, so that no line of the column is wide enough for it. " * 4


def lines(view: GridView, row: int) -> int:
    """How many lines of text a row has room for."""
    body = view.rowHeight(row) - (view.dress.measures.banner if row in view.banners else 0)
    return 1 + (body - view.dress.measures.row) // view.dress.measures.line


def row_of(view: GridView, address: str) -> int:
    go(view, address)
    return view.currentIndex().row()


def test_a_row_has_a_second_line_only_where_its_definition_is_cut(indicators: GridView) -> None:
    indicators.setColumnWidth(_NAME, 300)
    short, long = row_of(indicators, "A9"), row_of(indicators, "A21")
    assert (lines(indicators, short), lines(indicators, long)) == (1, 2)
    indicators.setColumnWidth(_NAME, 2000)
    assert lines(indicators, long) == 1


def test_alike_definitions_can_be_told_apart(indicators: GridView) -> None:
    indicators.setColumnWidth(_NAME, 200)
    model = indicators.table_model
    assert model is not None
    shown = set()
    for address in ("A21", "A23", "A25", "A27"):
        row = row_of(indicators, address)
        fitter = indicators.dress.fitter(model.columns[_NAME])
        shown.add(fitter.fit(model.text(row, _NAME), 188, lines(indicators, row)))
    assert len(shown) == 4


def test_fitted_rows_of_one_line_show_the_whole_definition(indicators: GridView) -> None:
    indicators.setColumnWidth(_NAME, 120)
    long = row_of(indicators, "A21")
    indicators.set_rows_fitted(True)
    assert lines(indicators, long) > 3
    indicators.set_rows_fitted(False)
    assert lines(indicators, long) == 2


def test_a_row_grows_with_what_is_typed_and_shrinks_again(indicators: GridView, leicester: Document) -> None:
    indicators.setColumnWidth(_NAME, 300)
    row, cell = row_of(indicators, "A9"), parse_cell("Indicators!B9")
    assert cell is not None
    assert lines(indicators, row) == 1
    leicester.type_texts([(cell, _LONG)], "Type")
    assert lines(indicators, row) == 2
    leicester.undo_stack.undo()
    assert lines(indicators, row) == 1


def test_the_chosen_row_is_in_view_though_rows_above_it_grow(indicators: GridView) -> None:
    indicators.setColumnWidth(_NAME, 120)
    last = indicators.model().index(len(indicators.records) - 1, 0)
    indicators.choose(last)
    assert at(indicators) != "A7"
    assert indicators.viewport().rect().contains(indicators.visualRect(last))


def test_curves_are_as_high_in_a_high_row_as_in_any(indicators: GridView) -> None:
    indicators.setColumnWidth(_NAME, 120)
    drawn = len(indicators.columns) - 1
    indicators.setCurrentIndex(indicators.model().index(0, 0))
    indicators.horizontalScrollBar().setValue(indicators.horizontalScrollBar().maximum())
    row = next(row for row in range(1, 9) if row not in indicators.banners and lines(indicators, row) == 2)
    beneath = indicators.visualRect(indicators.model().index(row, drawn))
    beneath.adjust(2, indicators.dress.measures.row, -2, -2)
    image = pixels(indicators).copy(beneath)
    assert len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}) == 1


def test_the_tool_tip_tells_what_the_second_line_leaves_out(
    indicators: GridView, leicester: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    tips: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: tips.append(text))
    indicators.setColumnWidth(_NAME, 200)
    for text in (_LONG, "A definition that two lines show whole"):
        cell = parse_cell("Indicators!B9")
        assert cell is not None
        leicester.type_texts([(cell, text)], "Type")
        spot = indicators.visualRect(indicators.model().index(row_of(indicators, "A9"), _NAME)).center()
        event = QHelpEvent(QEvent.Type.ToolTip, spot, indicators.viewport().mapToGlobal(spot))
        QApplication.sendEvent(indicators.viewport(), event)
    assert "so that no line" in tips[0]
    assert "two lines show whole" not in tips[1]


def test_texts_of_one_line_stand_at_the_top_of_a_high_row(indicators: GridView) -> None:
    indicators.setColumnWidth(_NAME, 120)
    row = row_of(indicators, "A21")
    rect = indicators.visualRect(indicators.model().index(row, 0)).adjusted(3, 0, -12, -3)
    indicators.setCurrentIndex(indicators.model().index(0, 3))
    image, line = pixels(indicators).copy(rect), indicators.dress.measures.row
    ground = {image.pixel(x, y) for x in range(image.width()) for y in range(line, image.height())}
    assert len(ground) == 1


def test_a_whole_sheet_has_high_rows_only_where_a_text_is_long_or_has_lines(
    indicators: GridView, leicester: Document
) -> None:
    indicators.show_sheet(leicester, "Indicators")
    assert [lines(indicators, row) for row in (1, 5, 6, 7)] == [1, 2, 3, 1]


def test_a_wider_view_needs_fewer_lines(indicators: GridView) -> None:
    narrow = [lines(indicators, row) for row in range(4)]
    indicators.resize(2400, indicators.height())
    assert [lines(indicators, row) for row in range(4)] == [1] * 4 != narrow


def test_columns_are_hidden_and_rows_filtered_while_rows_are_fitted(indicators: GridView) -> None:
    indicators.setColumnWidth(_NAME, 120)
    indicators.set_rows_fitted(True)
    indicators.scrollToBottom()
    model = indicators.table_model
    assert isinstance(model, TableModel)
    indicators.column_layout.hide(model, frozenset(range(1, len(model.every_column))))
    assert lines(indicators, 0) == 1
    indicators.column_layout.hide(model, frozenset())
    indicators.arrange(AS_IN_SHEET.filtered(0, Listed(labels=frozenset({"PAF A1"}))))
    assert (len(indicators.records), lines(indicators, 0) > 2) == (1, True)

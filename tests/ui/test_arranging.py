"""Filtering, sorting, hiding and sizing in the window, by its actions and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QMenu, QToolButton

from desktop.domain.cells import CellRef
from desktop.domain.indicators import Indicator
from desktop.grid.filters import Listed
from desktop.grid.model import TableModel
from desktop.ui.panels.arrangement_note import ArrangementNote
from desktop.ui.panels.filter_popup import FilterPopup
from tests.ui.hands import at, document_of, part, type_in, workspace_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop.document.settings import Settings
    from desktop.ui.main_window import MainWindow

_CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    """No popup outlives the test."""
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, FilterPopup | QMenu):
            widget.close()


def do(window: MainWindow, action: str) -> None:
    window._actions[action].trigger()


def go(window: MainWindow, address: str) -> None:
    workspace_of(window).go_to(at(address))


def rows(window: MainWindow) -> list[int]:
    return [record.row for record in workspace_of(window).grid.records]


def current(window: MainWindow) -> CellRef | None:
    return workspace_of(window).grid.current_cell


def said(window: MainWindow) -> str:
    return window.statusBar().currentMessage()


def note(window: MainWindow) -> str:
    found = part(window, ArrangementNote)
    assert found.isVisible() is bool(found.words)
    return found.words


def button(window: MainWindow, name: str) -> QToolButton:
    buttons = part(window, ArrangementNote).findChildren(QToolButton)
    return next(button for button in buttons if button.text() == name)


def popup() -> FilterPopup:
    found = QApplication.activePopupWidget()
    assert isinstance(found, FilterPopup)
    return found


def test_the_window_sorts_by_the_current_column_and_goes_back(window: MainWindow) -> None:
    go(window, "Indicators!D4")
    do(window, "sort_up")
    assert rows(window) == [4, 3, 5]
    assert current(window) == at("Indicators!D4")
    assert note(window) == "Sorted by 1998/99 Outturn"
    do(window, "sort_down")
    assert rows(window) == [5, 3, 4]
    assert note(window) == "Sorted by 1998/99 Outturn, largest first"
    do(window, "sheet_order")
    assert (rows(window), note(window)) == ([3, 4, 5], "")


def test_a_filter_is_asked_for_by_key_and_told(window: MainWindow) -> None:
    go(window, "Indicators!A4")
    QTest.keyClick(window, Qt.Key.Key_L, _CONTROL_SHIFT)
    QTest.keyClick(part(popup(), QListView, "filterList"), Qt.Key.Key_Space)
    QTest.keyClick(popup(), Qt.Key.Key_Return)
    assert rows(window) == [3, 4]
    assert said(window) == "2 of 3 rows"
    assert note(window) == "2 of 3 rows: Objective is “Stability”"
    do(window, "show_all_rows")
    assert (rows(window), note(window)) == ([3, 4, 5], "")


def test_the_popup_sorts_too(window: MainWindow) -> None:
    go(window, "Indicators!B4")
    do(window, "filter")
    popup().sort_wanted.emit(True)
    assert rows(window) == [5, 4, 3]


def filtered(window: MainWindow, *labels: str) -> None:
    """Only the rows with some codes."""
    grid = workspace_of(window).grid
    model = grid.table_model
    assert model is not None
    place = next(number for number, column in enumerate(model.every_column) if column.field == "code")
    grid.arrange(model.arrangement.filtered(place, Listed(labels=frozenset(labels))))
    workspace_of(window).arranging.refresh()


def test_an_edit_hides_nothing_until_it_is_filtered_again(window: MainWindow) -> None:
    filtered(window, "QP 9")
    type_in(window, "Indicators!B5", "QP 10")
    assert rows(window) == [5]
    do(window, "arrange_again")
    assert rows(window) == []
    assert said(window) == "0 of 3 rows"
    do(window, "filter")
    assert popup().accessibleName() == "Filter by Code"
    popup().chosen.emit(None)
    assert rows(window) == [3, 4, 5]


def test_the_note_filters_again_and_shows_everything(window: MainWindow) -> None:
    filtered(window, "QP 9")
    workspace_of(window).arranging.hide_columns(1)
    type_in(window, "Indicators!B5", "QP 10")
    button(window, "Again").click()
    assert rows(window) == []
    button(window, "Show all").click()
    assert (rows(window), note(window)) == ([3, 4, 5], "")


def test_going_to_a_hidden_row_lifts_the_filter(window: MainWindow) -> None:
    filtered(window, "QP 9")
    go(window, "Indicators!B3")
    assert current(window) == at("Indicators!B3")
    assert said(window) == "Every row is shown again: the filter had hidden B3."
    assert note(window) == ""


def test_going_to_a_hidden_column_shows_it(window: MainWindow) -> None:
    go(window, "Indicators!D3")
    do(window, "hide_columns")
    assert said(window).startswith("Hidden.")
    assert note(window) == "Hidden: 1998/99 Outturn"
    assert current(window) != at("Indicators!D3")
    go(window, "Indicators!D4")
    assert current(window) == at("Indicators!D4")
    assert said(window) == "Column “1998/99” is shown again."


def test_the_last_column_stays(window: MainWindow) -> None:
    workspace_of(window).grid.selectAll()
    do(window, "hide_columns")
    assert said(window).startswith("One column stays")
    assert note(window) == ""


def test_all_columns_come_back_at_their_own_widths(window: MainWindow) -> None:
    grid = workspace_of(window).grid
    before = grid.columnWidth(0)
    grid.setColumnWidth(0, before + 70)
    go(window, "Indicators!D3")
    do(window, "hide_columns")
    do(window, "show_columns")
    assert (note(window), grid.columnWidth(0)) == ("", before)


def test_columns_zoom_and_rows_are_remembered(
    open_window: Callable[[Path | None], MainWindow], path: Path, settings: Settings
) -> None:
    window = open_window(path)
    go(window, "Indicators!D3")
    for action in ("hide_columns", "zoom_in", "zoom_in", "zoom_out", "fit_rows"):
        do(window, action)
    assert said(window) == "Rows fit their texts."
    again = open_window(path)
    assert workspace_of(again).grid.zoom == 110
    assert workspace_of(again).grid.row_fitter.on
    assert note(again) == "Hidden: 1998/99 Outturn"
    do(again, "zoom_reset")
    assert said(again) == "Zoom 100 %"
    do(again, "fit_rows")
    assert said(again) == "Rows are of one height."
    assert (settings.grid.zoom, settings.grid.rows_fitted) == (100, False)


@pytest.mark.parametrize(
    "action",
    [
        *("sort_up", "sheet_order", "filter", "arrange_again", "show_all_rows"),
        *("hide_columns", "show_columns"),
    ],
)
def test_a_whole_sheet_is_left_as_it_stands(window: MainWindow, action: str) -> None:
    workspace_of(window).show_sheet("Indicators")
    before = rows(window)
    do(window, action)
    assert rows(window) == before
    assert said(window).startswith("A whole sheet is shown as it stands.")
    workspace_of(window).arranging.show_everything()
    assert not workspace_of(window).arranging.go_to(CellRef(sheet="Targets", row=1, column=1))


def test_the_menu_of_a_header_does_what_it_says(window: MainWindow) -> None:
    grid = workspace_of(window).grid
    grid.header.menu_wanted.emit(1, grid.mapToGlobal(QPoint(60, 10)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = {action.text(): action for action in menu.actions()}
    offered["Sort &Z to A, largest first"].trigger()
    assert note(window) == "Sorted by Definition, largest first"
    assert rows(window) == [3, 5, 4]
    offered["In the order of the &sheet"].trigger()
    offered["&Hide"].trigger()
    assert note(window).startswith("Hidden: ")
    offered["Show all &columns"].trigger()
    assert (rows(window), note(window)) == ([3, 4, 5], "")


def test_a_table_that_is_no_more_is_not_told_of(window: MainWindow) -> None:
    filtered(window, "QP 9")
    assert note(window)
    workspace_of(window).show_sheet("Targets")
    assert note(window) == ""
    go(window, "Indicators!B5")
    assert note(window).startswith("1 of 3 rows")
    assert isinstance(workspace_of(window).grid.table_model, TableModel)


def test_the_sheet_is_sorted_as_its_table_is_shown(window: MainWindow) -> None:
    go(window, "Indicators!B3")
    do(window, "sort_sheet")
    assert said(window) == "Sort the table first. This then puts the rows of the sheet in the same order."
    shown = [record.code for record in document_of(window).contents.indicators]
    do(window, "sort_down")
    do(window, "sort_sheet")
    stack = document_of(window).undo_stack
    assert (stack.count(), stack.undoText()) == (1, "Sort the sheet")
    assert said(window) == "Sorted in the sheet too, each row under its heading. Ctrl+Z undoes it."
    shown_codes = [
        record.code for record in workspace_of(window).grid.records if isinstance(record, Indicator)
    ]
    assert shown_codes == sorted(shown_codes, reverse=True)
    do(window, "sort_sheet")
    assert stack.count() == 1
    groups: dict[str, list[str]] = {}
    for one in document_of(window).contents.indicators:
        groups.setdefault(one.group, []).append(one.code)
    assert all(codes == sorted(codes, reverse=True) for codes in groups.values())
    stack.undo()
    assert [record.code for record in document_of(window).contents.indicators] == shown


def test_a_table_that_is_filtered_does_not_sort_its_sheet(window: MainWindow) -> None:
    grid = workspace_of(window).grid
    model = grid.table_model
    assert isinstance(model, TableModel)
    grid.arrange(model.arrangement.filtered(0, Listed(labels=frozenset({model.text(0, 0)}))))
    do(window, "sort_sheet")
    assert said(window) == "Show all rows first: those that the filter hides would stand anywhere."
    workspace_of(window).show_sheet("Indicators")
    do(window, "sort_sheet")
    assert said(window).startswith("A whole sheet is shown as it stands.")
    assert not document_of(window).dirty

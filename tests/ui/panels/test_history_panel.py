"""The history panel: what was changed, of the workbook or of a cell, and putting a cell back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QTableView

from desktop.document import history as history_module
from desktop.document.record_changes import inserted
from desktop.domain.errors import EditRefused
from desktop.ui.panels.findings_panel import FindingsPanel
from desktop.ui.panels.history_panel import HistoryPanel
from tests.ui.hands import at, document_of, part, type_in, workspace_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow

CELL = "Indicators!G3"


@pytest.fixture
def panel(window: MainWindow) -> HistoryPanel:
    """The panel on the screen, after two cells were typed in."""
    type_in(window, CELL, "18")
    type_in(window, "Indicators!G5", "")
    window._actions["show_history"].trigger()
    return part(window, HistoryPanel)


def rows(panel: HistoryPanel) -> list[list[str]]:
    model = part(panel, QTableView, "historyList").model()
    return [
        [model.index(row, column).data() for column in range(1, model.columnCount())]
        for row in range(model.rowCount())
    ]


def button(panel: HistoryPanel, text: str) -> QPushButton:
    return next(one for one in panel.findChildren(QPushButton) if one.text() == text)


def words(panel: HistoryPanel) -> str:
    return next(label.text() for label in panel.findChildren(QLabel) if "History" in label.text())


def test_it_takes_the_place_of_the_findings_and_has_the_keyboard(
    window: MainWindow, panel: HistoryPanel
) -> None:
    assert panel.isVisible()
    assert not part(window, FindingsPanel).isVisible()
    assert part(panel, QTableView, "historyList").hasFocus()
    window._actions["check_now"].trigger()
    assert part(window, FindingsPanel).isVisible()
    assert not panel.isVisible()


def test_it_tells_each_change_newest_first(panel: HistoryPanel) -> None:
    assert rows(panel) == [["Indicators!G5", "50", "(blank)", "Type"], [CELL, "20", "18", "Type"]]
    assert words(panel).endswith("2 changes since the workbook was opened")


def test_a_screen_reader_is_told_the_whole_of_a_change(panel: HistoryPanel) -> None:
    model = part(panel, QTableView, "historyList").model()
    spoken = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith(f", Type: {CELL} from 20 to 18")
    assert [model.headerData(column, Qt.Orientation.Horizontal, 0) for column in range(5)] == [
        "When",
        "Cell",
        "Before",
        "After",
        "Step",
    ]
    assert model.headerData(0, Qt.Orientation.Vertical, 0) is None
    assert model.index(0, 0).data(Qt.ItemDataRole.FontRole) is None
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0


def test_it_follows_what_is_done(window: MainWindow, panel: HistoryPanel) -> None:
    document_of(window).undo_stack.undo()
    assert rows(panel)[0] == ["Indicators!G5", "(blank)", "50", "Undo Type"]


def test_of_one_cell(window: MainWindow, panel: HistoryPanel) -> None:
    workspace_of(window).go_to(at(CELL))
    part(panel, QCheckBox).click()
    assert [row[0] for row in rows(panel)] == [CELL]
    assert "1 change of G3" in words(panel)
    workspace_of(window).go_to(at("Indicators!G4"))
    assert rows(panel) == []
    assert not button(panel, "Put &back").isEnabled()


def test_a_cell_is_put_back_and_gone_to(window: MainWindow, panel: HistoryPanel, qtbot: QtBot) -> None:
    table = part(panel, QTableView, "historyList")
    qtbot.keyClick(table, Qt.Key.Key_Down)
    button(panel, "Put &back").click()
    assert document_of(window).text(at(CELL)) == "20"
    assert document_of(window).undo_stack.undoText() == "Put back G3"
    assert workspace_of(window).grid.current_cell == at(CELL)


def test_a_row_that_is_chosen_shows_its_cell(window: MainWindow, panel: HistoryPanel, qtbot: QtBot) -> None:
    table = part(panel, QTableView, "historyList")
    place = table.visualRect(table.model().index(1, 2)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert workspace_of(window).grid.current_cell == at(CELL)


def test_whole_rows_are_listed_and_left_to_undo(window: MainWindow, panel: HistoryPanel) -> None:
    document = document_of(window)
    document.change_records(inserted(document.workbook, at(CELL), below=True))
    table = part(panel, QTableView, "historyList")
    assert rows(panel)[0][:3] == ["", "", "whole rows: Undo takes them back"]
    assert (
        table.model()
        .index(0, 0)
        .data(Qt.ItemDataRole.ToolTipRole)
        .endswith("whole rows: Undo takes them back")
    )
    assert not button(panel, "Put &back").isEnabled()
    assert "Rows have moved since then: use Undo" in words(panel)
    before = document.undo_stack.count()
    table.activated.emit(table.model().index(0, 0))
    panel._put_back()
    assert document.undo_stack.count() == before


def test_what_is_refused_is_told(
    window: MainWindow, panel: HistoryPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise EditRefused("Indicators!G3: not now.")

    monkeypatch.setattr(history_module.History, "put_back", refuse)
    button(panel, "Put &back").click()
    assert window.outside.banner.words == "Nothing was changed. Indicators!G3: not now."


def test_escape_goes_back_to_the_findings_and_the_grid(
    window: MainWindow, panel: HistoryPanel, qtbot: QtBot
) -> None:
    qtbot.keyClick(part(panel, QTableView, "historyList"), Qt.Key.Key_Escape)
    assert part(window, FindingsPanel).isVisible()
    assert QApplication.focusWidget() is workspace_of(window).grid


def test_while_it_is_hidden_it_does_nothing(window: MainWindow) -> None:
    panel = part(window, HistoryPanel)
    type_in(window, CELL, "18")
    assert rows(panel) == []
    workspace_of(window).show_history()
    assert len(rows(panel)) == 1

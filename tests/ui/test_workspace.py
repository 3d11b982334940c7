"""The panels of one document, joined: what one does, the others show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.errors import WorkbookSigned
from desktop.workbook.workbook import Workbook
from tests.made_workbooks import UNKNOWN, make
from tests.ui.hands import at, document_of, workspace_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.ui.main_window import MainWindow

CELL = "Indicators!G3"


def test_it_opens_on_the_first_table(window: MainWindow) -> None:
    current = workspace_of(window).grid.current_cell
    assert current is not None
    assert current.sheet == "Indicators"
    assert workspace_of(window).grid.hasFocus()


def test_going_to_a_cell_shows_its_table(window: MainWindow) -> None:
    workspace = workspace_of(window)
    for cell in ("Programme Plan!F4", "Indicators!G3", "Expenditure!D2"):
        workspace.go_to(at(cell))
        assert workspace.grid.current_cell == at(cell)


@pytest.mark.parametrize("cell", ["Indicators!Z3", "Nowhere!A1", "Indicators!G99"])
def test_a_cell_outside_all_tables_changes_nothing(window: MainWindow, cell: str) -> None:
    workspace = workspace_of(window)
    workspace.go_to(at(CELL))
    workspace.go_to(at(cell))
    assert workspace.grid.current_cell == at(CELL)


def test_the_current_indicator(window: MainWindow) -> None:
    workspace = workspace_of(window)
    workspace.go_to(at(CELL))
    assert workspace.indicator is not None
    assert workspace.indicator.code == "PAF A1"
    workspace.go_to(at("Programme Plan!F4"))
    assert workspace.indicator is None


def test_a_signed_workbook_is_told_of(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def signed(*_: object) -> None:
        raise WorkbookSigned("whole.xlsx bears a signature.")

    monkeypatch.setattr(Workbook, "refuse_unsafe", signed)
    workspace_of(window).chart.planned_moved.emit(at(CELL), 16.0)
    assert window.outside.banner.words == "Nothing was changed. whole.xlsx bears a signature."
    assert not document_of(window).dirty


def test_a_table_that_is_gone_gives_way_to_the_first(window: MainWindow) -> None:
    workspace = workspace_of(window)
    workspace.go_to(at("Targets!B3"))
    document_of(window).type_texts([(at(f"Targets!{column}2"), "") for column in "ABCDE"], "Clear")
    assert "Targets" not in [table.sheet for table in document_of(window).contents.tables]
    current = workspace.grid.current_cell
    assert current is not None
    assert current.sheet == "Indicators"
    document_of(window).undo_stack.undo()
    workspace.go_to(at("Targets!B3"))
    assert workspace.grid.current_cell == at("Targets!B3")


def test_a_workbook_of_no_known_kind_opens_empty(
    open_window: Callable[[Path | None], MainWindow], tmp_path: Path
) -> None:
    window = open_window(make(tmp_path / "notes.xlsx", UNKNOWN))
    workspace = workspace_of(window)
    assert workspace.indicator is None
    assert workspace.grid.current_cell is None
    window._actions["next_finding"].trigger()
    window._actions["edit_in_bar"].trigger()
    assert not document_of(window).dirty

"""Which indicators may be printed: each choice once, in an order that begins with what is current."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel

from desktop.printing.page import CardPage, ChartPage, Orientation
from desktop.ui.page_setup import Setup, Subject, choices_of, pages_of
from tests.made_workbooks import INDICATOR_HEADERS, make
from tests.ui.hands import at, document_of, workspace_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.ui.main_window import MainWindow

PRINTED = dt.datetime(2012, 6, 1, 9, 30)  # noqa: DTZ001 - the officer's own clock


def labels(window: MainWindow) -> list[str]:
    return [choice.label for choice in choices_of(workspace_of(window))]


def test_this_one_its_group_and_all(window: MainWindow) -> None:
    workspace_of(window).go_to(at("Indicators!D3"))
    assert labels(window) == ["This indicator: PAF A1", "All 2 of Stability", "All 3 indicators"]
    assert [choice.name for choice in choices_of(workspace_of(window))] == [
        "PAF A1",
        "whole-Stability",
        "whole",
    ]


def test_those_that_are_selected(window: MainWindow) -> None:
    workspace = workspace_of(window)
    workspace.go_to(at("Indicators!D4"))
    model = workspace.grid.table_model
    assert model is not None
    both = QItemSelection(model.index(1, 0), model.index(2, 2))
    workspace.grid.selectionModel().select(both, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert labels(window)[:2] == ["This indicator: PAF C23", "The 2 selected indicators"]
    assert [one.code for one in choices_of(workspace)[1].indicators] == ["PAF C23", "QP 9"]


def test_what_comes_to_the_same_is_offered_once(window: MainWindow) -> None:
    workspace = workspace_of(window)
    workspace.go_to(at("Indicators!D5"))
    workspace.grid.selectAll()
    assert labels(window) == ["This indicator: QP 9", "All 3 indicators"]


def test_where_no_indicator_is_current_all_are_offered(window: MainWindow) -> None:
    workspace_of(window).go_to(at("Programme Plan!D3"))
    assert labels(window) == ["All 3 indicators"]


def test_without_groups_there_is_none_to_print(
    open_window: Callable[[Path | None], MainWindow], tmp_path: Path
) -> None:
    rows = [("Code", *INDICATOR_HEADERS[2:]), ("A1/2", "Moves", 1, 2, 3, 4), ("A2", "Stays", 1, 2, 3, 4)]
    window = open_window(make(tmp_path / "bare.xlsx", {"Indicators": rows}))
    workspace_of(window).go_to(at("Indicators!C2"))
    assert labels(window) == ["This indicator: A1/2", "All 2 indicators"]
    assert choices_of(workspace_of(window))[0].name == "A1 2"


@pytest.mark.parametrize("subject", Subject)
def test_pages_are_of_the_kind_that_is_chosen(window: MainWindow, subject: Subject) -> None:
    document = document_of(window)
    setup = Setup(subject=subject, orientation=Orientation.PORTRAIT, notes=False)
    pages = pages_of(document, setup, document.contents.indicators, PRINTED)
    assert len(pages) == 3
    for page in pages:
        assert page.orientation is Orientation.PORTRAIT
        assert isinstance(page, ChartPage if subject is Subject.CHARTS else CardPage)
        assert not isinstance(page, ChartPage) or (page.notes == () and page.figures.values)

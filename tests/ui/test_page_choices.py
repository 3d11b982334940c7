"""Which indicators may be printed: each choice once, in an order that begins with what is current."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from desktop.ui.page_choices import choices_of, offers_of
from desktop.ui.page_setup import Subject
from tests.made_workbooks import FLAWLESS, INDICATOR_HEADERS, PLAN_HEADERS, UNKNOWN, WHOLE, make
from tests.ui.hands import at, workspace_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.ui.main_window import MainWindow

_STRANDS = ("1. Care", "2. A/B: " + "many words " * 40)
PLAN = {
    "Plan": (PLAN_HEADERS, *((strand, "A", "Panels", "Panel meets", "ONGOING") for strand in _STRANDS)),
}


def labels(window: MainWindow, subject: Subject = Subject.CHARTS) -> list[str]:
    return [choice.label for choice in choices_of(workspace_of(window), subject)]


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


def test_small_charts_are_of_all_of_each_group_and_of_those_selected(window: MainWindow) -> None:
    workspace = workspace_of(window)
    workspace.go_to(at("Indicators!D4"))
    assert labels(window, Subject.SMALL) == ["All indicators", "Stability", "Care leavers"]
    assert [choice.part for choice in choices_of(workspace, Subject.SMALL)] == [
        None,
        "Stability",
        "Care leavers",
    ]
    model = workspace.grid.table_model
    assert model is not None
    both = QItemSelection(model.index(1, 0), model.index(2, 2))
    workspace.grid.selectionModel().select(both, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    selected = choices_of(workspace, Subject.SMALL)[-1]
    assert (selected.label, selected.name) == ("The selected indicators", "whole-small charts-selected")
    assert [one.code for one in selected.indicators] == ["PAF C23", "QP 9"]


def test_a_plan_is_printed_whole_or_by_strand(
    open_window: Callable[[Path | None], MainWindow], tmp_path: Path
) -> None:
    window = open_window(make(tmp_path / "plan.xlsx", PLAN))
    found = choices_of(workspace_of(window), Subject.TIMELINE)
    assert [choice.label for choice in found] == [
        "The whole plan",
        "1. Care",
        " ".join(_STRANDS[1].split()),
    ]
    assert [choice.part for choice in found] == [None, _STRANDS[0], found[2].part]
    assert found[2].name.startswith("plan-timeline-2. A B many words")
    assert len(found[2].name) <= 100
    assert labels(window, Subject.STRANDS) == ["The whole plan"]


def test_what_a_workbook_lacks_is_not_offered(
    open_window: Callable[[Path | None], MainWindow], tmp_path: Path
) -> None:
    offered = {}
    for name, sheets in {"plan": PLAN, "indicators": FLAWLESS, "both": WHOLE, "neither": UNKNOWN}.items():
        window = open_window(make(tmp_path / f"{name}.xlsx", sheets))
        offered[name] = set(offers_of(workspace_of(window)))
    assert offered["indicators"] == {Subject.CHARTS, Subject.CARDS, Subject.SMALL}
    assert offered["plan"] == {Subject.STRANDS, Subject.TIMELINE, Subject.TREND}
    assert offered["both"] == set(Subject)
    assert offered["neither"] == set()


def test_one_strand_is_the_whole_plan(window: MainWindow) -> None:
    assert labels(window, Subject.TREND) == ["The whole plan"]

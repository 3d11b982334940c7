"""The overviews in the place of the grid: how they are reached, narrowed, kept up to date and left."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QCoreApplication, QDate, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QPushButton, QTabBar

from desktop.charts.multiples_view import MultiplesView
from desktop.charts.portfolio_view import PortfolioView
from desktop.charts.timeline import Timeline
from desktop.charts.trend_view import TrendView
from desktop.ui.dialogs.report_date import ReportDate
from desktop.ui.panels.as_at_date import AsAtDate
from desktop.ui.panels.overview import Overview
from tests.made_workbooks import FLAWLESS, UNKNOWN, make
from tests.ui.hands import at, document_of, part, settle, type_in, workspace_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.charts.pick_area import PickArea
    from desktop.ui.main_window import MainWindow
    from tests.ui.recorder import RecordedPrompts

AS_AT = dt.date(2012, 6, 30)


@pytest.fixture
def plan(window: MainWindow) -> MainWindow:
    document_of(window).judge_as_at(AS_AT)
    return window


def _show(window: MainWindow, page: str) -> Overview:
    window._actions[f"overview_{page}"].trigger()
    QCoreApplication.processEvents()  # the parts of the window get their sizes
    return part(window, Overview)


def _told(overview: Overview) -> str:
    return overview._told.text()


@pytest.mark.parametrize(
    ("page", "kind", "told"),
    [
        ("indicators", MultiplesView, "3 indicators"),
        ("strands", PortfolioView, "2 milestones · 1 overdue · as at 30/06/2012"),
        ("timeline", Timeline, "2 milestones · 1 overdue · as at 30/06/2012"),
        ("trend", TrendView, "2 milestones · 0 slipped · no earlier version to compare with"),
    ],
)
def test_each_overview_stands_in_the_place_of_the_grid_with_the_keyboard(
    plan: MainWindow, page: str, kind: type[PickArea], told: str
) -> None:
    overview = _show(plan, page)
    workspace = workspace_of(plan)
    assert isinstance(overview.keyboard, kind)
    assert QApplication.focusWidget() is overview.keyboard
    assert _told(overview).startswith(told)
    assert not workspace.grid.isVisible()
    assert not workspace.chart.isVisible()
    assert not overview.grab().isNull()


def test_enter_goes_to_the_record_in_the_grid(plan: MainWindow, qtbot: QtBot) -> None:
    overview = _show(plan, "indicators")
    qtbot.keyClick(overview.keyboard, Qt.Key.Key_End)
    qtbot.keyClick(overview.keyboard, Qt.Key.Key_Return)
    workspace = workspace_of(plan)
    assert workspace.grid.isVisible()
    assert workspace.chart.isVisible()
    assert workspace.grid.hasFocus()
    assert workspace.grid.current_cell == at("Indicators!B5")
    assert not overview.isVisible()


def test_the_grid_comes_back_by_its_key_by_esc_and_from_the_contents(plan: MainWindow, qtbot: QtBot) -> None:
    workspace = workspace_of(plan)
    overview = _show(plan, "timeline")
    plan._actions["go_to_grid"].trigger()
    assert workspace.grid.hasFocus()
    _show(plan, "strands")
    qtbot.keyClick(overview.keyboard, Qt.Key.Key_Escape)
    assert workspace.grid.hasFocus()
    _show(plan, "trend")
    workspace.show_sheet("Targets")
    assert workspace.grid.hasFocus()
    _show(plan, "trend")
    workspace.go_to(at("Targets!A3"))
    assert workspace.grid.current_cell == at("Targets!A3")
    assert not overview.isVisible()


def test_a_page_can_be_narrowed_to_a_group_and_stays_so(plan: MainWindow, qtbot: QtBot) -> None:
    overview = _show(plan, "indicators")
    groups = part(overview, QComboBox)
    assert [groups.itemText(place) for place in range(groups.count())] == [
        "All indicators",
        "Stability",
        "Care leavers",
    ]
    groups.setCurrentIndex(2)
    groups.activated.emit(2)
    assert _told(overview).startswith("1 indicator")
    _show(plan, "timeline")
    assert not groups.isVisible()  # there is but one strand
    overview = _show(plan, "indicators")
    assert groups.currentText() == "Care leavers"
    type_in(plan, "Indicators!A5", "Stability")
    assert _told(overview).startswith("3 indicators")
    assert groups.currentText() == "All indicators"
    qtbot.keyClick(overview.keyboard, Qt.Key.Key_End)
    assert not overview.grab().isNull()


def test_what_is_seen_follows_edits_and_the_as_at_date(plan: MainWindow) -> None:
    overview = _show(plan, "strands")
    type_in(plan, "Programme Plan!E4", "COMPLETE")
    assert "0 overdue" in _told(overview)
    document_of(plan).undo_stack.undo()
    assert "1 overdue" in _told(overview)
    document_of(plan).judge_as_at(dt.date(2011, 1, 1))
    assert "as at 01/01/2011" in _told(overview)
    plan._actions["go_to_grid"].trigger()
    document_of(plan).judge_as_at(AS_AT)
    assert "as at 01/01/2011" in _told(overview)  # nobody sees it
    assert "as at 30/06/2012" in _told(_show(plan, "strands"))


def test_the_tabs_go_from_page_to_page(plan: MainWindow) -> None:
    overview = _show(plan, "indicators")
    tabs = part(overview, QTabBar)
    tabs.setCurrentIndex(2)
    assert isinstance(overview.keyboard, Timeline)
    assert overview.page.id == "timeline"


def test_a_workbook_without_such_records_says_so(
    open_window: Callable[[Path | None], MainWindow], tmp_path: Path
) -> None:
    window = open_window(make(tmp_path / "flawless.xlsx", FLAWLESS))
    overview = _show(window, "trend")
    assert overview._views.currentWidget() is overview._nothing
    assert overview._nothing.text() == "This workbook has no milestones that can be read."
    assert overview.keyboard is part(overview, QTabBar)
    assert not part(overview, QPushButton).isVisible()


def test_a_workbook_of_no_known_kind_has_no_overview_of_indicators(
    open_window: Callable[[Path | None], MainWindow], tmp_path: Path
) -> None:
    window = open_window(make(tmp_path / "notes.xlsx", UNKNOWN))
    overview = _show(window, "indicators")
    assert overview._nothing.text() == "This workbook has no indicators that can be read."


def test_nothing_is_changed_in_the_grid_while_it_is_out_of_sight(plan: MainWindow, qtbot: QtBot) -> None:
    workspace, document = workspace_of(plan), document_of(plan)
    workspace.go_to(at("Indicators!D3"))
    _show(plan, "indicators")
    for action in ("clear", "paste", "fill_down", "delete_record"):
        plan._actions[action].trigger()
    assert not document.dirty
    assert workspace.grid.isVisible()  # the last one brought it back
    _show(plan, "indicators")
    plan._actions["sort_up"].trigger()
    assert workspace.grid.isVisible()
    plan._actions["sheet_order"].trigger()
    _show(plan, "indicators")
    plan._show_busy(False, "")  # as after a save
    assert QApplication.focusWidget() is part(plan, MultiplesView)
    qtbot.keyClick(part(plan, MultiplesView), Qt.Key.Key_Escape)


def _earlier(path: Path, name: str, due: str) -> Path:
    book = load_workbook(path)
    book["Programme Plan"]["F4"].value = due
    book.properties.modified = dt.datetime(2012, 1, 31)  # noqa: DTZ001 - as Excel keeps it
    made = path.with_name(name)
    book.save(made)
    return made


def _say(day: dt.date | None) -> Callable[[QDialog], object]:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, ReportDate)
        if day is not None:
            part(dialog, AsAtDate).setDate(QDate(day.year, day.month, day.day))
        dialog.accept()

    return answer


def test_an_earlier_version_gives_the_trend_a_report(
    plan: MainWindow, prompts: RecordedPrompts, qtbot: QtBot
) -> None:
    overview = _show(plan, "trend")
    prompts.answers.append(_earlier(document_of(plan).path, "winter.xlsx", "31/01/12"))
    prompts.hands.append(_say(dt.date(2012, 2, 29)))
    part(overview, QPushButton).click()
    settle(qtbot, plan)
    assert _told(overview) == "2 milestones · 1 slipped · 2 reports"
    (version,) = document_of(plan).earlier.versions
    assert (version.name, version.reported) == ("winter.xlsx", dt.date(2012, 2, 29))
    assert "set against winter.xlsx (29/02/2012)" in _told(_show(plan, "strands"))


def test_a_version_that_is_not_earlier_is_refused(
    plan: MainWindow, prompts: RecordedPrompts, qtbot: QtBot
) -> None:
    prompts.answers.append(_earlier(document_of(plan).path, "later.xlsx", "31/01/12"))
    prompts.hands.append(_say(AS_AT))
    plan._actions["add_version"].trigger()
    settle(qtbot, plan)
    assert document_of(plan).earlier.versions == ()
    assert prompts.said[-1] == (
        "tell: The version was not kept: later.xlsx would report as at 30/06/2012, and this plan is judged "
        "as at 30/06/2012. Give an earlier date, or judge this plan as at a later one."
    )


def test_no_version_no_change(
    plan: MainWindow, prompts: RecordedPrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    prompts.answers.append(None)
    plan._actions["add_version"].trigger()
    broken = tmp_path / "broken.xlsx"
    broken.write_text("no workbook", encoding="utf-8")
    prompts.answers.append(broken)
    plan._actions["add_version"].trigger()
    settle(qtbot, plan)
    assert prompts.said[-1].startswith("tell: The version was not kept: ")
    assert document_of(plan).earlier.versions == ()


def test_the_day_that_the_workbook_was_saved_is_proposed(qtbot: QtBot) -> None:
    dialog = ReportDate("winter.xlsx", dt.date(2012, 1, 31), "It says that it was saved on 31/01/2012.")
    qtbot.addWidget(dialog)
    assert dialog.date == dt.date(2012, 1, 31)
    dialog.show()
    date = part(dialog, AsAtDate)
    date.lineEdit().setText("29 February 2012")
    qtbot.keyClick(date, Qt.Key.Key_Return)
    assert dialog.date == dt.date(2012, 2, 29)
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_enter_on_the_timeline_beside_the_grid_goes_to_the_milestone(plan: MainWindow, qtbot: QtBot) -> None:
    workspace = workspace_of(plan)
    workspace.go_to(at("Programme Plan!D3"))
    timeline = part(workspace.chart, Timeline)
    qtbot.keyClick(timeline, Qt.Key.Key_Down)
    qtbot.keyClick(timeline, Qt.Key.Key_Return)
    assert workspace.grid.current_cell == at("Programme Plan!D4")


def test_all_tabs_are_to_be_seen_in_the_smallest_window(plan: MainWindow) -> None:
    plan.resize(plan.minimumSize())
    overview = _show(plan, "trend")
    tabs = part(overview, QTabBar)
    QCoreApplication.processEvents()
    assert tabs.width() >= tabs.sizeHint().width()

"""The chart panel: the picture of whatever is current."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from desktop.charts.projection_chart import ProjectionChart
from desktop.charts.timeline import Timeline
from desktop.printing.page import ChartPage
from desktop.ui.chart_pages import chart_pages
from desktop.ui.panels.chart_panel import ChartPanel
from desktop.ui.panels.headed_chart import HeadedChart
from tests.ui.hands import at, document_of, part, type_in, workspace_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from desktop.document.document import Document
    from desktop.ui.main_window import MainWindow


def shown(window: MainWindow) -> QWidget:
    current = part(window, ChartPanel).currentWidget()
    assert current is not None
    return current


def words(window: MainWindow) -> list[str]:
    return [label.text() for label in shown(window).findChildren(QLabel) if label.text()]


def test_an_indicator_has_its_projection(window: MainWindow) -> None:
    workspace_of(window).go_to(at("Indicators!G3"))
    headed = shown(window)
    assert isinstance(headed, HeadedChart)
    assert isinstance(headed.chart, ProjectionChart)
    assert any("PAF A1" in text for text in words(window))
    assert any("Section B2 promises 16" in text for text in words(window))


def test_a_blank_is_told_of_beneath_the_chart_and_on_the_page(window: MainWindow) -> None:
    type_in(window, "Indicators!F3", "")
    workspace_of(window).go_to(at("Indicators!G3"))
    assert any("<b>–</b>&nbsp; No value for" in text for text in words(window))
    document, indicator = document_of(window), workspace_of(window).indicator
    assert indicator is not None
    now = dt.datetime(2012, 3, 1, 9, 30)  # noqa: DTZ001 - as on the officer's own clock
    pages = chart_pages(document.workbook, document.findings, [indicator], as_at=document.as_at, printed=now)
    (page,) = pages
    assert isinstance(page, ChartPage)
    notes = [(note.flag, note.mark) for note in page.notes if note.text.startswith("No value for")]
    assert notes == [("", "query")]


def test_it_follows_an_edit(window: MainWindow) -> None:
    workspace_of(window).go_to(at("Indicators!G3"))
    type_in(window, "Indicators!G3", "16")
    assert not any("Section B2 promises 16" in text for text in words(window))


def test_a_milestone_has_its_strands_timeline(window: MainWindow) -> None:
    workspace_of(window).go_to(at("Programme Plan!F4"))
    headed = shown(window)
    assert isinstance(headed, HeadedChart)
    assert isinstance(headed.chart, Timeline)
    assert any("Edge of care" in text for text in words(window))


def test_going_to_and_fro_builds_each_chart_once(window: MainWindow) -> None:
    for _ in range(2):
        for cell in ("Indicators!G3", "Programme Plan!F4"):
            workspace_of(window).go_to(at(cell))
    part(window, ProjectionChart)
    part(window, Timeline)


def test_elsewhere_it_says_what_to_do(window: MainWindow) -> None:
    workspace_of(window).go_to(at("Targets!B3"))
    hint = shown(window)
    assert isinstance(hint, QLabel)
    assert hint.text() == "Choose an indicator, a milestone or a line of a breakdown to see its chart."
    part(window, ChartPanel).focus_chart()
    assert QApplication.focusWidget() is workspace_of(window).grid


def test_what_the_check_says_is_text_and_no_markup(window: MainWindow) -> None:
    type_in(window, "Targets!E3", "<b>B2</b>")
    workspace_of(window).go_to(at("Indicators!G3"))
    assert any("&lt;b&gt;B2&lt;/b&gt; promises 16" in text for text in words(window))


def test_a_dragged_point_is_one_step(window: MainWindow) -> None:
    workspace_of(window).go_to(at("Indicators!G3"))
    chart = part(window, ProjectionChart)
    for number in (19.0, 17.0, 16.0):
        chart.planned_moved.emit(at("Indicators!G3"), number)
    assert document_of(window).text(at("Indicators!G3")) == "16"
    assert document_of(window).undo_stack.count() == 1


def test_while_a_point_is_dragged_the_old_words_are_gone_and_the_chart_keeps_its_size(
    window: MainWindow,
) -> None:
    workspace_of(window).go_to(at("Indicators!G3"))
    before = words(window)
    chart = part(window, ProjectionChart)
    size = chart.size()
    chart.drag_changed.emit(True)
    QApplication.processEvents()
    assert chart.size() == size
    assert "The check speaks again when the point is let go." in words(window)
    assert not any("Section B2 promises 16" in text for text in words(window))
    chart.drag_changed.emit(False)
    assert words(window) == before


def test_the_grid_and_the_cell_bar_follow_the_point_that_is_chosen(window: MainWindow) -> None:
    workspace = workspace_of(window)
    workspace.go_to(at("Indicators!D3"))
    workspace.chart.focus_chart()
    chart = part(window, ProjectionChart)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.chosen is not None
    assert workspace.grid.current_cell == chart.chosen.cell
    assert part(window, QPlainTextEdit, "cellBar").toPlainText() == chart.chosen.figure
    assert chart.hasFocus()


def test_a_panel_that_waits_draws_once_the_window_is_painted(document: Document, qtbot: QtBot) -> None:
    panel = ChartPanel(document, waits=True)
    qtbot.addWidget(panel)
    panel.show_at(document.contents.indicators[0].cell)
    assert panel.findChildren(ProjectionChart) == []
    panel.show()
    qtbot.waitUntil(lambda: panel.findChildren(ProjectionChart) != [])

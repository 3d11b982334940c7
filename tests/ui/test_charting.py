"""The Chart menu: notes are kept in the workbook, the plan is stretched, figures and series are shown."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from desktop.domain.errors import EditRefused
from desktop.domain.notes import ChartNote, NoteKind
from desktop.ui.chart_menu import ChartMenu
from desktop.ui.dialogs.chart_note import ChartNoteDialog
from desktop.ui.dialogs.stretch import StretchDialog
from desktop.ui.panels.figures_table import FiguresTable
from desktop.workbook.workbook import Workbook
from tests.made_workbooks import INDICATOR_HEADERS, make
from tests.ui.hands import at, document_of, part, type_in, workspace_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from desktop.charts.projection_chart import ProjectionChart
    from desktop.ui.main_window import MainWindow
    from tests.ui.recorder import RecordedPrompts

MOVES = at("Indicators!G3")
TODAY = dt.date(2012, 3, 1)


def do(window: MainWindow, action: str) -> None:
    window._actions[action].trigger()


def chart_of(window: MainWindow) -> ProjectionChart:
    chart = workspace_of(window).chart.projection
    assert chart is not None
    return chart


def kept(window: MainWindow) -> tuple[ChartNote, ...]:
    return document_of(window).contents.notes.chart_notes


def press(dialog: QDialog, words: str) -> None:
    buttons = {one.text().replace("&", ""): one for one in dialog.findChildren(QPushButton)}
    buttons[words].click()


def write(text: str = "Two posts", by: str = "JS", *, day: bool = False) -> Callable[[QDialog], None]:
    """Writes a note and keeps it."""

    def fill(dialog: QDialog) -> None:
        part(dialog, QPlainTextEdit).setPlainText(text)
        part(dialog, QLineEdit).setText(by)
        part(dialog, QCheckBox).setChecked(day)
        press(dialog, "Keep the note")

    return fill


@pytest.fixture
def shown(window: MainWindow) -> MainWindow:
    """The window on an indicator that misses its promise."""
    workspace_of(window).go_to(MOVES)
    return window


@pytest.fixture
def noted(shown: MainWindow, prompts: RecordedPrompts) -> MainWindow:
    """A note on the first planned value."""
    chart_of(shown).setFocus()
    QTest.keyClick(chart_of(shown), Qt.Key.Key_Right)
    prompts.hands.append(write())
    do(shown, "add_chart_note")
    return shown


def test_a_note_is_kept_in_the_workbook_as_one_step(noted: MainWindow, tmp_path: Path) -> None:
    document = document_of(noted)
    (note,) = kept(noted)
    assert (note.indicator, note.period, note.text, note.by) == (
        "PAF A1",
        "31/3/01 Planned",
        "Two posts",
        "JS",
    )
    assert note.written is not None
    assert document.undo_stack.count() == 1
    document.workbook.save(tmp_path / "kept.xlsx")
    (again,) = Workbook.open(tmp_path / "kept.xlsx").contents.notes.chart_notes
    assert replace(again, row=note.row) == note
    document.undo_stack.undo()
    assert kept(noted) == ()


def test_a_note_stands_on_the_chart_and_beneath_it(noted: MainWindow) -> None:
    picture = chart_of(noted).picture
    assert picture is not None
    assert [(each.flag, each.text) for each in picture.annotations] == [("N1", "Two posts")]
    texts = [label.text() for label in workspace_of(noted).chart.findChildren(QLabel)]
    assert any("<b>N1</b>&nbsp; 31/3/01: Two posts (JS, " in text for text in texts)


def test_initials_are_remembered(noted: MainWindow, prompts: RecordedPrompts) -> None:
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        seen.append(part(dialog, QLineEdit).text())
        press(dialog, "Cancel")

    prompts.hands.append(look)
    QTest.keyClick(chart_of(noted), Qt.Key.Key_Right)
    do(noted, "add_chart_note")
    assert seen == ["JS"]
    assert len(kept(noted)) == 1


def test_a_note_is_changed_moved_and_removed(noted: MainWindow, prompts: RecordedPrompts) -> None:
    chart = chart_of(noted)
    prompts.hands.append(write("Three posts", day=True))
    do(noted, "open_chart_note")
    (note,) = kept(noted)
    assert (note.text, note.kind) == ("Three posts", NoteKind.EVENT)
    before = document_of(noted).undo_stack.count()
    for right in (8, 16):
        chart.note_moved.emit(kept(noted)[0], right, -4)
    assert (kept(noted)[0].right, kept(noted)[0].up) == (16, -4)
    assert document_of(noted).undo_stack.count() == before + 1
    chart.note_removed.emit(kept(noted)[0])
    assert kept(noted) == ()
    document_of(noted).undo_stack.undo()
    chart.note_opened.connect(lambda _note: None)
    prompts.hands.append(lambda dialog: press(dialog, "Remove"))
    chart.note_opened.emit(kept(noted)[0])
    assert kept(noted) == ()


def test_delete_on_the_point_removes_its_note(noted: MainWindow) -> None:
    do(noted, "remove_chart_note")
    assert kept(noted) == ()


def test_what_the_document_refuses_is_told(
    shown: MainWindow, prompts: RecordedPrompts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise EditRefused("The workbook is signed.")

    monkeypatch.setattr("desktop.document.notes.add_note", refuse)
    prompts.hands.append(write())
    do(shown, "add_chart_note")
    assert prompts.said[-1] == "tell: Nothing was changed: The workbook is signed."


def test_a_note_needs_words(qtbot: QtBot) -> None:
    dialog = ChartNoteDialog(ChartNote(indicator="PAF A1", date=TODAY, text=""), "JS", TODAY)
    qtbot.addWidget(dialog)
    keep = dialog._keep
    assert not keep.isEnabled()
    part(dialog, QPlainTextEdit).setPlainText(" \n ")
    assert not keep.isEnabled()
    part(dialog, QPlainTextEdit).setPlainText("Two\nposts")
    assert keep.isEnabled()
    assert (dialog.note.text, dialog.note.by, dialog.note.written) == ("Two posts", "JS", TODAY)


def test_the_plan_is_stretched_to_its_target_in_one_step(shown: MainWindow, prompts: RecordedPrompts) -> None:
    proposals: list[object] = []

    def take(dialog: QDialog) -> None:
        picture = chart_of(shown).picture
        assert picture is not None
        proposals.append(picture.proposed)
        press(dialog, "Take these figures")

    prompts.hands.append(take)
    do(shown, "stretch_plan")
    document = document_of(shown)
    assert proposals == [((dt.date(2001, 3, 31), 20.0), (dt.date(2002, 3, 31), 16.0))]
    assert [document.text(at(cell)) for cell in ("Indicators!F3", "Indicators!G3")] == ["20", "16"]
    assert document.undo_stack.undoText() == "Stretch the plan of PAF A1"
    picture = chart_of(shown).picture
    assert picture is not None
    assert picture.proposed == ()
    document.undo_stack.undo()
    assert [document.text(at(cell)) for cell in ("Indicators!F3", "Indicators!G3")] == ["23", "20"]


def test_a_stretch_that_is_given_up_changes_nothing(shown: MainWindow, prompts: RecordedPrompts) -> None:
    prompts.hands.append(lambda dialog: press(dialog, "Cancel"))
    do(shown, "stretch_plan")
    assert document_of(shown).undo_stack.count() == 0
    picture = chart_of(shown).picture
    assert picture is not None
    assert picture.proposed == ()


def test_the_dialog_follows_figure_period_and_shape(shown: MainWindow, qtbot: QtBot) -> None:
    indicator = workspace_of(shown).indicator
    assert indicator is not None
    dialog = StretchDialog(indicator, document_of(shown).contents.targets)
    qtbot.addWidget(dialog)
    heard: list[object] = []
    dialog.proposed.connect(heard.append)
    which, by = (
        next(box for box in dialog.findChildren(QComboBox) if box.accessibleName() == name)
        for name in ("Target", "By")
    )
    assert which.currentText() == "16 by 31/03/2002 (Section B2)"
    front = list(dialog._courses.values())[1]
    front.setChecked(True)
    assert [step.number for step in dialog.steps] == [18.0, 16.0]
    by.setCurrentText("31/3/01")
    assert [step.number for step in dialog.steps] == [16.0, 16.0]
    which.setCurrentIndex(1)
    figure = part(dialog, QLineEdit)
    figure.setText("some")
    assert dialog.steps == ()
    assert not dialog._take.isEnabled()
    assert dialog._said.text() == "Type the figure that the plan is to reach."
    figure.setText("-5")
    assert dialog._said.text() == "The indicator goes no further than 0."
    assert heard[-1] == dialog.steps


def test_a_target_without_a_date_is_met_by_the_last_period(shown: MainWindow, qtbot: QtBot) -> None:
    indicator, (target,) = workspace_of(shown).indicator, document_of(shown).contents.targets
    assert indicator is not None
    dialog = StretchDialog(indicator, [replace(target, date=None, where="")])
    qtbot.addWidget(dialog)
    assert [step.number for step in dialog.steps] == [20.0, 16.0]


def test_without_a_plan_nothing_is_stretched(
    open_window: Callable[[Path], MainWindow], prompts: RecordedPrompts, tmp_path: Path
) -> None:
    rows = {"Indicators": (INDICATOR_HEADERS, ("Stability", "PAF A1", "Moves", 30, 24, "?", "N/A"))}
    window = open_window(make(tmp_path / "bare.xlsx", rows))
    workspace_of(window).go_to(at("Indicators!E2"))
    do(window, "stretch_plan")
    assert prompts.said[-1].startswith("tell: There is no plan to stretch: PAF A1 has no planned value")


@pytest.mark.parametrize(
    "action", ["add_chart_note", "open_chart_note", "stretch_plan", "whole_chart", "control_limits"]
)
def test_away_from_the_indicators_what_to_do_is_said(
    window: MainWindow, prompts: RecordedPrompts, action: str
) -> None:
    workspace_of(window).go_to(at("Programme Plan!D4"))
    do(window, action)
    assert "Go to an indicator in the grid" in prompts.said[-1]
    do(window, "show_figures")
    assert part(window, FiguresTable).isHidden()
    workspace_of(window).chart.show_proposal(())


def test_the_figures_are_shown_as_a_table_that_follows(shown: MainWindow) -> None:
    table = part(shown, FiguresTable)
    do(shown, "show_figures")
    assert table.hasFocus()
    rows = [[table.item(row, column).text() for column in range(3)] for row in range(table.rowCount())]  # type: ignore[union-attr]
    assert ["31/3/02", "planned", "20"] in rows
    assert ["31/3/02", "target", "16"] in rows
    type_in(shown, "Indicators!G3", "18")
    texts = [table.item(row, 2).text() for row in range(table.rowCount())]  # type: ignore[union-attr]
    assert "18" in texts
    do(shown, "show_figures")
    assert table.isHidden()
    assert chart_of(shown).hasFocus()


def test_dates_are_looked_at_nearer_and_whole(shown: MainWindow) -> None:
    chart = chart_of(shown)
    do(shown, "zoom_chart_in")
    do(shown, "zoom_chart_in")
    do(shown, "zoom_chart_out")
    first = chart.viewRange()
    do(shown, "whole_chart")
    assert chart.viewRange() != first


def test_the_menu_of_the_chart_ticks_its_series(shown: MainWindow) -> None:
    chart, menu = chart_of(shown), part(shown, ChartMenu)
    for wanted in (False, True):
        chart.customContextMenuRequested.emit(QPoint(50, 50))
        entries = {action.text(): action for action in menu.actions()}
        assert entries["Planned"].isChecked() is not wanted
        entries["Planned"].trigger()
        menu.hide()
        assert chart.picture is not None
        assert bool(chart.picture.movable) is wanted
    assert {"&Stretch the plan to a target…", "If nothing changes", "Target"} <= set(entries)

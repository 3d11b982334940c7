"""The window: what it says of itself, and what its parts are called."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtWidgets import QApplication, QDateEdit, QLabel, QMenu, QWidget

from desktop.document import notes
from desktop.domain.findings import Severity
from desktop.ui.panels.welcome import Welcome
from desktop.ui.prompts import Answer
from tests.made_workbooks import FLAWLESS, make
from tests.ui.hands import at, document_of, part, settle, type_in, workspace_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from desktop.document.settings import Settings
    from desktop.ui.main_window import MainWindow
    from tests.ui.recorder import RecordedPrompts

NAMES = ("contentsTree", "cellBar", "grid", "chart", "findingsList", "statusCells", "asAtDate")
CELL = "Indicators!G3"


def action(window: MainWindow, name: str) -> QAction:
    return window._actions[name]


def state(window: MainWindow) -> str:
    return window._state.text()


def test_the_names_that_assistive_tools_rely_on(window: MainWindow) -> None:
    workspace_of(window).go_to(at(CELL))
    assert window.objectName() == "mainWindow"
    for name in NAMES:
        assert part(window, QWidget, name).accessibleName(), name


def test_whatever_takes_the_keyboard_has_a_name(window: MainWindow) -> None:
    for cell in (CELL, "Programme Plan!F4", "Targets!B3", "Expenditure!D2"):
        workspace_of(window).go_to(at(cell))
        nameless = [
            f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"
            for widget in window.findChildren(QWidget)
            if _takes_focus(widget) and not _name(widget)
        ]
        assert nameless == []


def _takes_focus(widget: QWidget) -> bool:
    """Whether the keyboard can be there; a part that hands it on to another takes none."""
    takes = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    return takes and widget.isVisible() and widget.focusProxy() is None


def _name(widget: QWidget) -> str:
    """What a screen reader says of a widget; an inner line of a spin box speaks for the box."""
    box = widget.parentWidget()
    if box is not None and widget.objectName() == "qt_spinbox_lineedit":
        return _name(box)
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_tab_reaches_every_panel(window: MainWindow, qtbot: QtBot) -> None:
    part(window, QWidget, "findingsList").setFocus()
    reached = set()
    for _ in range(30):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in reached:
            break
        reached.add(focused)
        window.focusNextChild()
    assert {"contentsTree", "cellBar", "findingsList"} <= {widget.objectName() for widget in reached}


def test_the_title_marks_what_is_not_saved(window: MainWindow, qtbot: QtBot) -> None:
    assert window.windowTitle() == "whole.xlsx[*] — Milepost"
    assert (window.isWindowModified(), state(window)) == (False, "Saved")
    type_in(window, CELL, "16")
    assert (window.isWindowModified(), state(window)) == (True, "1 cell changed, not saved")
    type_in(window, "Indicators!F3", "18")
    assert state(window) == "2 cells changed, not saved"
    window.files.save()
    settle(qtbot, window)
    assert (window.isWindowModified(), state(window)) == (False, "Saved")


def test_the_sheet_that_milepost_keeps_is_not_counted_by_cells(window: MainWindow) -> None:
    document = document_of(window)
    queries = [finding for finding in document.findings if finding.severity is Severity.QUERY]
    notes.explain(document, queries, text="It comes in May", by="JS", on=document.as_at)
    assert state(window) == "The sheet Milepost changed, not saved"
    type_in(window, CELL, "16")
    assert state(window) == "1 cell and the sheet Milepost changed, not saved"
    workspace_of(window).go_to(at(CELL))
    action(window, "delete_record").trigger()
    assert state(window).startswith("Rows")
    assert state(window).endswith("not saved")


def test_undo_and_redo_say_what_they_would_do(window: MainWindow) -> None:
    type_in(window, CELL, "16")
    assert (action(window, "undo").text(), action(window, "redo").isEnabled()) == ("&Undo Type", False)
    action(window, "undo").trigger()
    assert document_of(window).text(at(CELL)) == "20"
    assert (action(window, "undo").text(), action(window, "redo").text()) == ("&Undo", "&Redo Type")
    action(window, "redo").trigger()
    assert document_of(window).text(at(CELL)) == "16"


def test_the_as_at_date_in_the_tool_bar_judges(window: MainWindow) -> None:
    edit = part(window, QDateEdit, "asAtDate")
    for date, late in ((QDate(2012, 3, 31), False), (QDate(2012, 4, 1), True)):
        edit.setDate(date)
        assert document_of(window).as_at == dt.date(2012, date.month(), date.day())
        assert ("PLN-005" in {finding.rule for finding in document_of(window).findings}) is late
    assert not document_of(window).dirty


def test_a_window_without_a_workbook_shows_a_way_in(
    open_window: Callable[[Path | None], MainWindow],
    settings: Settings,
    prompts: RecordedPrompts,
    path: Path,
    qtbot: QtBot,
) -> None:
    settings.add_recent(path)
    window = open_window(None)
    assert window.windowTitle() == "Milepost"
    assert not part(window, QDateEdit, "asAtDate").isEnabled()
    assert part(window, QDateEdit, "asAtDate").date() == QDate.currentDate()
    welcome = part(window, Welcome)
    prompts.answers.append(None)
    welcome.open_wanted.emit()
    assert len(prompts.said) == 1
    welcome.path_wanted.emit(path)
    settle(qtbot, window)
    assert document_of(window).path == path
    assert part(window, QDateEdit, "asAtDate").isEnabled()


def test_recent_workbooks_are_in_the_menu(
    window: MainWindow, settings: Settings, tmp_path: Path, qtbot: QtBot
) -> None:
    other = make(tmp_path / "other.xlsx", FLAWLESS)
    settings.add_recent(other)
    [menu] = [menu for menu in window.menuBar().findChildren(QMenu) if menu.title() == "Open &recent"]
    for _ in range(2):
        menu.aboutToShow.emit()
    assert [entry.text() for entry in menu.actions()] == ["other.xlsx", "whole.xlsx"]
    assert menu.actions()[0].toolTip() == str(other)
    menu.actions()[0].trigger()
    settle(qtbot, window)
    assert document_of(window).path == other


def test_the_selection_is_summed_up(window: MainWindow) -> None:
    statistics = part(window, QLabel, "statusCells")
    workspace = workspace_of(window)
    workspace.go_to(at("Indicators!D3"))
    alone = statistics.text()
    workspace.grid.selectAll()
    assert statistics.text() != alone
    assert "Sum" in statistics.text()
    workspace.go_to(at("Indicators!D3"))
    type_in(window, "Indicators!D3", "31.5")
    assert statistics.text().startswith("Sum 31.5")
    document_of(window).undo_stack.undo()
    assert statistics.text() == alone
    window.files.close()
    assert statistics.text() == ""


def test_a_refusal_is_told_until_an_edit_is_made(window: MainWindow) -> None:
    workspace_of(window).refused.emit("Type the figure here.")
    assert window.outside.banner.words == "Nothing was changed. Type the figure here."
    type_in(window, CELL, "16")
    assert window.outside.banner.words == ""


def test_while_work_goes_on_the_window_waits(window: MainWindow, qtbot: QtBot) -> None:
    type_in(window, CELL, "16")
    window.files.save()
    assert not workspace_of(window).isEnabled()
    assert not window.menuBar().isEnabled()
    assert not action(window, "undo").isEnabled()
    assert action(window, "undo").toolTip() == "Milepost is busy. This can be done when it has finished."
    assert window.statusBar().currentMessage() == "Saving whole.xlsx…"
    settle(qtbot, window)
    assert workspace_of(window).isEnabled()
    assert window.menuBar().isEnabled()
    assert action(window, "undo").isEnabled()
    assert action(window, "undo").toolTip() == "Undo Type"
    assert window.statusBar().currentMessage() == ""
    assert workspace_of(window).grid.hasFocus()


def test_the_windows_shape_is_remembered(
    open_window: Callable[[Path | None], MainWindow], settings: Settings
) -> None:
    first = open_window(None)
    first.resize(900, 623)
    assert first.close()
    assert settings.geometry is not None
    assert open_window(None).size() == first.size()


def test_a_window_that_stays_open_keeps_no_shape(
    window: MainWindow, prompts: RecordedPrompts, settings: Settings
) -> None:
    type_in(window, CELL, "16")
    prompts.answers.append(Answer.CANCEL)
    assert not window.close()
    assert settings.geometry is None


def test_the_examples_open_from_the_help_menu(
    open_window: Callable[[Path | None], MainWindow], qtbot: QtBot
) -> None:
    window = open_window(None)
    for name, file in (
        ("open_leicester", "leicester-map-2001.xlsx"),
        ("open_leeds", "leeds-programme-plan-2012.xlsx"),
    ):
        action(window, name).trigger()
        settle(qtbot, window)
        assert document_of(window).path.name == file


def test_about_says_what_it_is(window: MainWindow, prompts: RecordedPrompts) -> None:
    action(window, "about").trigger()
    [said] = prompts.said
    assert said.startswith("inform: About Milepost: Milepost ")
    assert "nothing leaves this computer" in said


@pytest.mark.parametrize(("name", "lighter"), [("appearance_light", True), ("appearance_dark", False)])
def test_light_or_dark(
    open_window: Callable[[Path | None], MainWindow], settings: Settings, name: str, lighter: bool
) -> None:
    window = open_window(None)
    try:
        action(window, name).trigger()
        palette = QApplication.palette()
        ground, ink = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
        assert (ground.lightness() > ink.lightness()) is lighter
        assert settings.appearance == name.removeprefix("appearance_")
    finally:
        action(window, "appearance_system").trigger()
    assert settings.appearance == "system"


def test_keys_go_to_the_panels(window: MainWindow) -> None:
    workspace_of(window).go_to(at(CELL))
    for name, panel in (
        ("check_now", "findingsList"),
        ("edit_in_bar", "cellBar"),
        ("go_to_chart", "chart"),
        ("go_to_grid", "grid"),
    ):
        action(window, name).trigger()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.objectName() == panel


def test_the_contents_take_their_share_of_a_wide_window(window: MainWindow) -> None:
    tree = part(window, QWidget, "contentsTree")
    before = tree.width()
    window.resize(1920, 1000)
    assert before < tree.width() < window.width() / 6

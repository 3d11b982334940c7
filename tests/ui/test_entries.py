"""One entry of a bulleted cell is changed in the window, and the others stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QPushButton

from desktop.ui.dialogs.entries import EntriesDialog
from tests.made_workbooks import make
from tests.ui.hands import at, document_of, part, workspace_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from tests.ui.recorder import RecordedPrompts

LISTED = "In all:\n•  Brief by May 2011\n\n• Deliver\n  in June \n- Report"
CELL = at("Plan!C2")


@pytest.fixture
def plan(open_window: Callable[[Path | None], MainWindow], tmp_path: Path) -> MainWindow:
    rows = (("Action", "Owner", "Milestone", "Targeting"), ("Review", "JW", LISTED, "All"))
    return open_window(make(tmp_path / "plan.xlsx", {"Plan": rows}))


@pytest.fixture
def dialog(qtbot: QtBot) -> EntriesDialog:
    made = EntriesDialog(CELL, LISTED)
    qtbot.addWidget(made)
    return made


def write(dialog: QDialog, number: int, words: str) -> None:
    part(dialog, QListWidget).setCurrentRow(number - 1)
    part(dialog, QPlainTextEdit).setPlainText(words)


def shown(dialog: QDialog) -> list[str]:
    entries = part(dialog, QListWidget)
    return [entries.item(row).text() for row in range(entries.count())]


def press(dialog: QDialog, words: str) -> None:
    [button] = [one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == words]
    button.click()


def test_the_entries_of_the_cell_are_listed(dialog: EntriesDialog) -> None:
    assert shown(dialog) == ["In all:", "Brief by May 2011", "Deliver in June", "Report"]
    part(dialog, QListWidget).setCurrentRow(2)
    assert part(dialog, QPlainTextEdit).toPlainText() == "Deliver\n  in June"
    assert dialog.text == LISTED


def test_entries_that_are_changed_stand_where_they_stood(dialog: EntriesDialog) -> None:
    write(dialog, 2, "Brief by September 2011")
    write(dialog, 4, "Report to the board")
    assert shown(dialog)[1::2] == ["Brief by September 2011", "Report to the board"]
    assert dialog.text == (
        "In all:\n•  Brief by September 2011\n\n• Deliver\n  in June \n- Report to the board"
    )


def test_an_entry_cannot_be_emptied(dialog: EntriesDialog) -> None:
    keep = next(one for one in dialog.findChildren(QPushButton) if "Keep" in one.text())
    write(dialog, 2, " ")
    assert not keep.isEnabled()
    assert dialog.text == LISTED
    write(dialog, 2, "Brief")
    assert keep.isEnabled()


def test_one_entry_is_changed_as_one_step(plan: MainWindow, prompts: RecordedPrompts) -> None:
    def change(dialog: QDialog) -> None:
        write(dialog, 2, "Brief by June 2011")
        press(dialog, "Keep the changes")

    workspace_of(plan).go_to(CELL)
    prompts.hands.append(change)
    plan._actions["edit_entry"].trigger()
    document = document_of(plan)
    assert document.text(CELL) == LISTED.replace("May", "June")
    assert document.undo_stack.undoText() == "Edit an entry of Plan!C2"
    document.undo_stack.undo()
    assert document.text(CELL) == LISTED


def test_cancel_changes_nothing(plan: MainWindow, prompts: RecordedPrompts) -> None:
    workspace_of(plan).go_to(CELL)
    prompts.hands.append(lambda dialog: press(dialog, "Cancel"))
    plan._actions["edit_entry"].trigger()
    assert document_of(plan).undo_stack.count() == 0


def test_a_cell_that_lists_nothing_has_no_entry_to_edit(plan: MainWindow, prompts: RecordedPrompts) -> None:
    workspace_of(plan).go_to(at("Plan!B2"))
    plan._actions["edit_entry"].trigger()
    assert prompts.said == [
        (
            "tell: No entry to edit: This cell doesn't list several things. Go to a cell whose lines begin "
            "with bullets, dashes or stars, then try again."
        )
    ]

"""Reload and compare: the officer is asked before anything is given up, and sees what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.document.document import Document
from desktop.document.record_changes import RecordChange
from desktop.document.recovery import left_behind
from desktop.domain.errors import EditRefused
from desktop.domain.row_edits import DeleteRows
from desktop.ui import reloading
from desktop.workbook.workbook import Workbook
from tests.made_workbooks import FLAWLESS, WHOLE, make
from tests.ui.hands import at, document_of, settle, type_in

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.document.settings import Settings
    from desktop.ui.main_window import MainWindow
    from desktop.ui.reloading import Reloading
    from tests.ui.recorder import RecordedPrompts

CELL, OTHER = "Indicators!G3", "Indicators!F3"
KEEP, GIVE_UP, CANCEL = range(3)
SAVE_AS = 0
ASKED = (
    "Reload: whole.xlsx has changes here that are not saved. What should become of them? "
    "[Reload and &put my changes back | Reload and &give up my changes | &Cancel]"
)
INDICATORS = WHOLE["Indicators"]
MOVED_ON = {
    **WHOLE,
    "Indicators": (*INDICATORS[:2], (*INDICATORS[2][:5], 99, 20), *INDICATORS[3:]),
}
"""Another program has written 99 into F3."""


@pytest.fixture
def choices(window: MainWindow) -> Reloading:
    return window.outside._reloading


def test_without_changes_the_workbook_is_just_read_again(
    window: MainWindow, choices: Reloading, prompts: RecordedPrompts, qtbot: QtBot, path: Path
) -> None:
    make(path, MOVED_ON)
    choices.reload()
    settle(qtbot, window)
    assert document_of(window).text(at(OTHER)) == "99"
    assert prompts.said == []


def test_changes_are_put_back_where_they_still_fit(
    window: MainWindow,
    choices: Reloading,
    prompts: RecordedPrompts,
    settings: Settings,
    qtbot: QtBot,
    path: Path,
) -> None:
    type_in(window, CELL, "16")
    type_in(window, OTHER, "22")
    make(path, MOVED_ON)
    prompts.answers.append(KEEP)
    choices.reload()
    settle(qtbot, window)
    document = document_of(window)
    assert (document.text(at(CELL)), document.text(at(OTHER))) == ("16", "99")
    assert document.dirty
    asked, shown, row = prompts.said
    assert asked == ASKED
    assert shown.startswith("show: Changes to whole.xlsx: These changes were not put back: ")
    assert row == "Indicators, F3, 23, 22"
    assert len(list(settings.recovery_folder.glob("*.journal"))) == 1
    document.undo_stack.undo()
    assert not document.dirty


def test_changes_that_another_program_made_as_well_are_no_changes(
    window: MainWindow, choices: Reloading, prompts: RecordedPrompts, qtbot: QtBot, path: Path
) -> None:
    type_in(window, OTHER, "99")
    make(path, MOVED_ON)
    prompts.answers.append(KEEP)
    choices.reload()
    settle(qtbot, window)
    assert not document_of(window).dirty
    assert prompts.said == [ASKED]


def test_changes_are_given_up_only_when_the_officer_says_so(
    window: MainWindow,
    choices: Reloading,
    prompts: RecordedPrompts,
    settings: Settings,
    qtbot: QtBot,
    path: Path,
) -> None:
    type_in(window, CELL, "16")
    make(path, MOVED_ON)
    prompts.answers += [CANCEL, GIVE_UP]
    choices.reload()
    assert document_of(window).text(at(CELL)) == "16"
    choices.reload()
    settle(qtbot, window)
    assert document_of(window).text(at(CELL)) == "20"
    assert left_behind(settings.recovery_folder) == ()
    assert prompts.said == [ASKED, ASKED]


@pytest.fixture
def rows_deleted(window: MainWindow) -> None:
    rows = (DeleteRows(sheet="Indicators", first=3),)
    document_of(window).change_records(RecordChange(rows=rows, cell=at(CELL), label="Delete"))


@pytest.mark.usefixtures("rows_deleted")
def test_changed_rows_cannot_be_put_into_another_version(
    window: MainWindow, choices: Reloading, prompts: RecordedPrompts, qtbot: QtBot
) -> None:
    prompts.answers += [CANCEL, GIVE_UP]
    choices.reload()
    assert prompts.said[0].startswith("Reload: You have inserted, deleted or moved rows of whole.xlsx")
    assert prompts.said[0].endswith("[Save &as… | Reload and &give up my changes | &Cancel]")
    assert document_of(window).dirty
    choices.reload()
    settle(qtbot, window)
    assert not document_of(window).dirty
    assert document_of(window).text(at("Indicators!B3")) == "PAF A1"


@pytest.mark.usefixtures("rows_deleted")
def test_changed_rows_can_be_saved_elsewhere_instead(
    window: MainWindow, choices: Reloading, prompts: RecordedPrompts, qtbot: QtBot, path: Path
) -> None:
    mine = path.with_name("mine.xlsx")
    before = path.read_bytes()
    prompts.answers += [SAVE_AS, mine]
    choices.reload()
    settle(qtbot, window)
    assert document_of(window).path == mine
    assert Workbook.open(mine).text(at("Indicators!B3")) == "PAF C23"
    assert path.read_bytes() == before


@pytest.mark.usefixtures("rows_deleted")
def test_a_row_that_was_deleted_here_is_told_once(
    window: MainWindow, choices: Reloading, prompts: RecordedPrompts, qtbot: QtBot
) -> None:
    choices.compare()
    settle(qtbot, window)
    assert prompts.said[1:] == [
        "Indicators, A3, Stability | PAF A1 | Placement moves | 30 | 24 | 23 | 20, (no such row)"
    ]


def test_changes_that_are_refused_are_listed(
    window: MainWindow,
    choices: Reloading,
    prompts: RecordedPrompts,
    qtbot: QtBot,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    type_in(window, CELL, "16")
    make(path, MOVED_ON)

    def refuse(*_: object) -> None:
        raise EditRefused("The sheet is protected.")

    monkeypatch.setattr(Document, "set_cells", refuse)
    prompts.answers.append(KEEP)
    choices.reload()
    settle(qtbot, window)
    assert prompts.said[1] == "tell: Your changes were not put back: The sheet is protected."
    assert prompts.said[-1] == "Indicators, G3, 20, 16"


def test_a_workbook_that_cannot_be_read_any_more_stays_as_it_is_here(
    window: MainWindow, choices: Reloading, prompts: RecordedPrompts, qtbot: QtBot, path: Path
) -> None:
    type_in(window, CELL, "16")
    path.write_bytes(b"half a file")
    prompts.answers.append(GIVE_UP)
    choices.reload()
    settle(qtbot, window)
    assert document_of(window).text(at(CELL)) == "16"
    assert document_of(window).dirty
    assert prompts.said[-1].startswith("tell: The workbook was not opened: whole.xlsx is not an Excel")
    choices.compare()
    settle(qtbot, window)
    assert prompts.said[-1].startswith("tell: The two were not compared: whole.xlsx is not an Excel")


def test_what_differs_is_listed(
    window: MainWindow, choices: Reloading, prompts: RecordedPrompts, qtbot: QtBot, path: Path
) -> None:
    type_in(window, CELL, "16")
    make(path, MOVED_ON)
    choices.compare()
    settle(qtbot, window)
    assert prompts.said == [
        "show: Compare: What whole.xlsx shows on disk and what it shows here:",
        "Indicators, F3, 99, 23",
        "Indicators, G3, 20, 16",
    ]


def test_where_nothing_differs_that_is_said(
    window: MainWindow, choices: Reloading, prompts: RecordedPrompts, qtbot: QtBot
) -> None:
    choices.compare()
    settle(qtbot, window)
    assert prompts.said == [
        "inform: Compare: Every cell of whole.xlsx shows the same on disk as it does here."
    ]


def test_a_long_list_says_that_it_was_cut(
    window: MainWindow,
    choices: Reloading,
    prompts: RecordedPrompts,
    qtbot: QtBot,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reloading, "_MOST_ROWS", 2)
    make(path, FLAWLESS)
    choices.compare()
    settle(qtbot, window)
    assert prompts.said[0].startswith(
        "show: Compare: The first 2 cells of whole.xlsx that show something else"
    )
    assert len(prompts.said) == 3


def test_without_a_workbook_there_is_nothing_to_reload_or_compare(
    window: MainWindow, choices: Reloading, prompts: RecordedPrompts
) -> None:
    window.files.close()
    choices.reload()
    choices.compare()
    choices._show_differences(())
    window.files.reload(lambda _: None)
    assert not window._tasks.busy
    assert prompts.said == []

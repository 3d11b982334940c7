"""The open workbook against an earlier version, and with another copy merged in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.domain.cells import CellRef
from desktop.ui.dialogs.merge_files import MergeFiles, MergeFilesDialog
from desktop.ui.dialogs.progress_view import ProgressView
from desktop.ui.dialogs.settle import Settle
from desktop.ui.prompts import Prompts
from tests.ui.hands import document_of, settle, workspace_of

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from tests.ui.recorder import RecordedPrompts

PLAN = "Programme Plan"


def at(place: str) -> CellRef:
    row, column = int(place[1:]), ord(place[0]) - ord("A") + 1
    return CellRef(sheet=PLAN, row=row, column=column)


@pytest.fixture
def open_path(window: MainWindow) -> Path:
    return document_of(window).path


def copy(path: Path, name: str, *, without: int = 0, **cells: str) -> Path:
    """A copy in which these cells of the plan hold something else, and that lacks a row."""
    book = load_workbook(path)
    for place, text in cells.items():
        book[PLAN][place].value = text
    if without:
        book[PLAN].delete_rows(without)
    made = path.with_name(name)
    book.save(made)
    return made


def test_what_changed_since_an_earlier_version(
    window: MainWindow, prompts: RecordedPrompts, open_path: Path, qtbot: QtBot
) -> None:
    prompts.answers.append(copy(open_path, "earlier.xlsx", E4="DELAYED"))
    window._actions["compare_versions"].trigger()
    settle(qtbot, window)
    heading, *changes = prompts.said[-2:]
    assert heading.startswith("show progress: ")
    assert heading.endswith("set against earlier.xlsx")
    assert changes == ["1B Panel\nmeets: status: DELAYED → ONGOING"]
    prompts.go_to(at("E4"))
    assert workspace_of(window).grid.current_cell == at("E4")


@pytest.mark.parametrize("name", ["progress.xlsx", "progress.pdf"])
def test_the_report_is_written(
    window: MainWindow, prompts: RecordedPrompts, open_path: Path, qtbot: QtBot, name: str
) -> None:
    out = open_path.with_name(name)
    prompts.answers += [copy(open_path, "earlier.xlsx"), out, out.with_name("no-such-folder") / name, None]
    window._actions["compare_versions"].trigger()
    settle(qtbot, window)
    prompts.write()
    assert out.read_bytes()[:4] == (b"%PDF" if name.endswith("pdf") else b"PK\3\4")
    prompts.write()
    assert prompts.said[-1].startswith("tell: The report was not written: ")
    prompts.write()  # the officer changes their mind


def test_no_version_chosen_or_none_that_can_be_read(
    window: MainWindow, prompts: RecordedPrompts, open_path: Path, qtbot: QtBot
) -> None:
    prompts.answers.append(None)
    window._actions["compare_versions"].trigger()
    broken = open_path.with_name("broken.xlsx")
    broken.write_text("no workbook")
    prompts.answers.append(broken)
    window._actions["compare_versions"].trigger()
    settle(qtbot, window)
    assert prompts.said[-1].startswith("tell: The two were not compared: broken.xlsx")


def test_what_only_the_other_changed_comes_in_as_one_step(
    window: MainWindow, prompts: RecordedPrompts, open_path: Path, qtbot: QtBot
) -> None:
    base = copy(open_path, "base.xlsx")
    prompts.copies = MergeFiles(theirs=copy(open_path, "theirs.xlsx", E4="COMPLETE"), base=base)
    prompts.answers.append(0)
    window._actions["merge_copy"].trigger()
    settle(qtbot, window)
    document = document_of(window)
    assert (document.text(at("E4")), document.undo_stack.undoText()) == ("COMPLETE", "Merge theirs.xlsx")
    document.undo_stack.undo()
    assert document.text(at("E4")) == "ONGOING"


def test_rows_and_what_was_decided_come_in_and_the_rest_is_listed(
    window: MainWindow, prompts: RecordedPrompts, open_path: Path, qtbot: QtBot
) -> None:
    base = copy(open_path, "base.xlsx")
    document = document_of(window)
    document.type_texts([(at("E4"), "DELAYED"), (at("G4"), "Fewer moves")], "Type")
    theirs = copy(open_path, "theirs.xlsx", E4="COMPLETE", G4="More moves", without=3)
    prompts.copies = MergeFiles(theirs=theirs, base=base)
    prompts.answers.append(1)
    window._actions["merge_copy"].trigger()
    settle(qtbot, window)
    assert (document.text(at("E3")), document.text(at("G3"))) == ("COMPLETE", "Fewer moves")
    assert prompts.said[-2].startswith("show: Merged: These did not come in from theirs.xlsx")
    assert prompts.said[-1].startswith("Programme Plan!G3, ")
    document.undo_stack.undo()
    assert (document.text(at("E4")), document.text(at("G4"))) == ("DELAYED", "Fewer moves")


def test_a_merge_that_is_given_up_or_has_nothing_to_bring(
    window: MainWindow, prompts: RecordedPrompts, open_path: Path, qtbot: QtBot
) -> None:
    base, same = copy(open_path, "base.xlsx"), copy(open_path, "same.xlsx")
    window._actions["merge_copy"].trigger()
    prompts.copies = MergeFiles(theirs=same, base=base)
    window._actions["merge_copy"].trigger()
    settle(qtbot, window)
    assert prompts.said[-1] == "inform: Merge: same.xlsx has nothing that is not in the open workbook."
    prompts.copies = MergeFiles(theirs=copy(open_path, "theirs.xlsx", E4="COMPLETE"), base=base)
    prompts.answers.append(None)
    window._actions["merge_copy"].trigger()
    settle(qtbot, window)
    assert not document_of(window).dirty


def test_the_open_workbook_is_no_other_copy(
    window: MainWindow, prompts: RecordedPrompts, open_path: Path, qtbot: QtBot
) -> None:
    prompts.copies = MergeFiles(theirs=open_path, base=open_path)
    window._actions["merge_copy"].trigger()
    settle(qtbot, window)
    assert prompts.said[-1].startswith("tell: Nothing was merged: ")
    assert prompts.said[-1].endswith("is the workbook that is open. Choose the other copy.")


def test_the_questions_that_are_really_asked(
    window: MainWindow, open_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = copy(open_path, "base.xlsx")
    theirs = copy(open_path, "theirs.xlsx", E4="COMPLETE")
    document = document_of(window)
    document.type_texts([(at("E4"), "DELAYED")], "Type")
    parent = QWidget()
    qtbot.addWidget(parent)
    real = Prompts(parent)
    monkeypatch.setattr(window.versions, "_prompts", real)
    paths = iter([theirs, base])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(next(paths)), ""))
    window._actions["merge_copy"].trigger()
    (files,) = parent.findChildren(MergeFilesDialog)
    for button in files.findChildren(type(files._go_on)):
        if button.text() == "Choose…":
            button.click()
    files._go_on.click()
    settle(qtbot, window)
    (decide,) = parent.findChildren(Settle)
    decide._decide(theirs=True)
    decide._merge.click()
    assert document.text(at("E4")) == "COMPLETE"
    paths = iter([base])
    window._actions["compare_versions"].trigger()
    settle(qtbot, window)
    (shown,) = parent.findChildren(ProgressView)
    shown.close()

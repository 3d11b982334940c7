"""The dialogs on two versions of a workbook."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget, QTabWidget

from desktop.domain.cells import CellRef
from desktop.domain.edits import Edit
from desktop.progress.conflicts import Conflict, Matter
from desktop.progress.merging import Merge
from desktop.progress.report import progress
from desktop.ui.dialogs.merge_files import MergeFilesDialog
from desktop.ui.dialogs.progress_view import ProgressView
from desktop.ui.dialogs.settle import Settle
from tests.domain.build import contents, indicator, milestone

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def conflict(row: int, *, decidable: bool = True) -> Conflict:
    cell = CellRef(sheet="Plan", row=row, column=4)
    return Conflict(
        matter=Matter.CELL if decidable else Matter.FORMULA,
        cell=cell,
        subject="Panel meets, Status",
        base="ONGOING",
        mine="DELAYED",
        theirs="COMPLETE",
        edit=Edit(cell=cell, content="COMPLETE") if decidable else None,
    )


def decisions(dialog: Settle) -> list[str]:
    items = [dialog._table.item(row, 0) for row in range(dialog._table.rowCount())]
    return [item.text() for item in items if item is not None]


def test_each_conflict_is_decided_by_a_key(qtbot: QtBot) -> None:
    found = Merge(conflicts=(conflict(3), conflict(5, decidable=False), conflict(7)))
    dialog = Settle(found, "theirs.xlsx")
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    assert decisions(dialog) == ["? to decide", "◀ here (only)", "? to decide"]
    assert not dialog._merge.isEnabled()
    assert [text.toPlainText() for text in dialog._texts.values()] == ["ONGOING", "DELAYED", "COMPLETE"]
    dialog._table.setFocus()
    qtbot.keyClick(dialog._table, Qt.Key.Key_T)
    assert dialog._table.currentRow() == 2
    qtbot.keyClick(dialog._table, Qt.Key.Key_H)
    assert decisions(dialog) == ["▶ there", "◀ here (only)", "◀ here"]
    assert dialog._merge.isEnabled()
    assert dialog.taken == (found.conflicts[0],)


def test_nothing_to_decide_can_be_merged_at_once(qtbot: QtBot) -> None:
    dialog = Settle(Merge(edits=(Edit(cell=conflict(3).cell, content="X"),)), "theirs.xlsx")
    qtbot.addWidget(dialog)
    assert dialog._merge.isEnabled()
    assert (
        dialog._summary.text() == "Coming in from theirs.xlsx: 1 changed cell. Nothing was changed by both."
    )


def test_what_comes_in_is_counted_in_words(qtbot: QtBot) -> None:
    for found, words in (
        (Merge(edits=(), added=2, deleted=1), "2 new rows, 1 deleted row"),
        (Merge(edits=()), "no changes of its own"),
    ):
        dialog = Settle(found, "theirs.xlsx")
        qtbot.addWidget(dialog)
        assert dialog._summary.text() == f"Coming in from theirs.xlsx: {words}. Nothing was changed by both."


def test_both_files_are_needed(qtbot: QtBot, tmp_path: Path) -> None:
    answers = [None, tmp_path / "theirs.xlsx", tmp_path / "base.xlsx"]
    dialog = MergeFilesDialog("plan.xlsx", lambda _: answers.pop(0))
    qtbot.addWidget(dialog)
    theirs, base = [
        button for button in dialog.findChildren(type(dialog._go_on)) if button.text() == "Choose…"
    ]
    dialog.show()
    assert dialog.focusWidget() is theirs
    theirs.click()
    assert dialog.focusWidget() is theirs
    theirs.click()
    assert dialog.focusWidget() is base
    assert not dialog._go_on.isEnabled()
    base.click()
    assert dialog.focusWidget() is dialog._go_on
    assert dialog.files == (tmp_path / "theirs.xlsx", tmp_path / "base.xlsx")
    assert dialog._go_on.isEnabled()


def test_enter_goes_to_the_cell_of_a_change(qtbot: QtBot) -> None:
    plan = ("31/3/01 Planned", "80")
    old = contents(milestone(), milestone("Audit of the case files", row=6), indicator(plan))
    new = contents(milestone(status="COMPLETE"), indicator(plan))
    found = progress(new, name="new.xlsx", as_at=dt.date(2012, 7, 31), old=old, since="old.xlsx")
    shown = ProgressView(found)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(shown)
    shown.show()
    (tabs,) = shown.findChildren(QTabWidget)
    assert [tabs.tabText(n) for n in range(tabs.count())] == ["&Changes (2)", "&Strands", "&Indicators"]
    changes = tabs.widget(0)
    assert isinstance(changes, QTableWidget)
    wanted: list[CellRef] = []
    shown.cell_wanted.connect(wanted.append)
    for row in range(changes.rowCount()):
        changes.setCurrentCell(row, 0)
        changes.activated.emit(changes.currentIndex())
    assert [str(cell) for cell in wanted] == ["Plan!D5"]


def test_nothing_changed_is_said(qtbot: QtBot) -> None:
    same = contents(milestone())
    found = progress(same, name="new.xlsx", as_at=dt.date(2012, 7, 31), old=same, since="old.xlsx")
    shown = ProgressView(found)
    qtbot.addWidget(shown)
    assert shown.findChildren(QTabWidget)[0].tabText(0) == "&Changes (0)"

"""Saving where somebody else has the workbook open: never without asking."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.workbook.workbook import Workbook
from tests.document.locks import JANE, libreoffice_lock
from tests.ui.hands import at, document_of, settle, type_in

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from tests.ui.recorder import RecordedPrompts

CELL = "Indicators!G3"
SAVE_AS, SAVE_ANYWAY, CANCEL = range(3)


@pytest.fixture(autouse=True)
def _in_use(window: MainWindow, path: Path) -> None:
    libreoffice_lock(path)
    type_in(window, CELL, "16")


def test_the_officer_is_asked_and_may_leave_it(
    window: MainWindow, prompts: RecordedPrompts, qtbot: QtBot, path: Path
) -> None:
    prompts.answers.append(CANCEL)
    window.files.save()
    settle(qtbot, window)
    [asked] = prompts.said
    assert asked.startswith(f"The workbook is in use: whole.xlsx is open elsewhere: {JANE}.")
    assert asked.endswith("[Save &as… | Save any&way | &Cancel]")
    assert document_of(window).dirty
    assert Workbook.open(path).text(at(CELL)) == "20"


def test_they_may_save_anyway(window: MainWindow, prompts: RecordedPrompts, qtbot: QtBot, path: Path) -> None:
    prompts.answers.append(SAVE_ANYWAY)
    with qtbot.waitSignal(document_of(window).saved):
        window.files.save()
    settle(qtbot, window)
    assert Workbook.open(path).text(at(CELL)) == "16"


def test_they_may_save_under_another_name_and_then_go_on(
    window: MainWindow, prompts: RecordedPrompts, qtbot: QtBot, path: Path
) -> None:
    other = path.with_name("mine.xlsx")
    prompts.answers += [SAVE_AS, other]
    went_on: list[bool] = []
    with qtbot.waitSignal(document_of(window).saved):
        window.files.save(lambda: went_on.append(True))
    settle(qtbot, window)
    assert went_on == [True]
    assert document_of(window).path == other
    assert Workbook.open(other).text(at(CELL)) == "16"
    assert Workbook.open(path).text(at(CELL)) == "20"

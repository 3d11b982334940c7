"""Milepost is killed while an officer works; the next one gives the work back and the workbook is whole."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings

from desktop import app, assets
from desktop.document.lock import shared_lock
from desktop.document.settings import Settings
from desktop.domain.cells import CellRef
from desktop.ui.main_window import MainWindow
from desktop.workbook.workbook import Workbook
from tests.features.officer import document_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot

    from tests.ui.recorder import RecordedPrompts

ROOT = Path(__file__).resolve().parents[2]
LEICESTER = "leicester-map-2001.xlsx"
TYPED = CellRef(sheet="Indicators", row=35, column=5)
DRAGGED = CellRef(sheet="Indicators", row=35, column=7)

WORK = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from desktop import app
from desktop.document.settings import Settings
from desktop.domain.cells import CellRef
from desktop.workbook import replace_file

workbook, ini, moment = sys.argv[1:]
TYPED = CellRef(sheet="Indicators", row=35, column=5)
DRAGGED = CellRef(sheet="Indicators", row=35, column=7)

def now(*_):
    print("now", flush=True)
    sys.stdin.read()  # until it is killed

window = app.open_window(Path(workbook), Settings(QSettings(ini, QSettings.Format.IniFormat)))
window.show()
document = window.document
if moment == "before the views hear of it":
    document.cells_changed.connect(now)
document.type_texts([(TYPED, "100")], "Type")
if moment == "after one edit":
    now()
document.move_planned_point(DRAGGED, 96.5)
document.move_planned_point(DRAGGED, 97)
if moment == "in the middle of a drag":
    now()
document.type_texts([(TYPED, "101")], "Type")
document.undo_stack.undo()
if moment == "after an undo":
    now()
if moment == "before the new file is whole":
    replace_file._write = now
if moment == "before the last version is kept":
    replace_file._keep = now
if moment == "before the new file takes its place":
    replace_file._patiently = now
if moment == "before the journal is removed":
    document.saved.connect(now)
    document.undo_stack.cleanChanged.disconnect()
window.files.save()
QApplication.exec()
"""
BOTH = {TYPED: "100.0", DRAGGED: "97.0"}


def killed_while_working(workbook: Path, ini: Path, moment: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WORK, str(workbook), str(ini), moment],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        try:
            assert child.stdout.readline() == "now\n"
        finally:
            child.kill()


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    return Path(shutil.copy(assets.template("examples", LEICESTER), tmp_path / "map.xlsx"))


@pytest.fixture
def next_start(qtbot: QtBot, tmp_path: Path, prompts: RecordedPrompts) -> MainWindow:
    app.application()
    store = QSettings(str(tmp_path / "milepost.ini"), QSettings.Format.IniFormat)
    window = MainWindow(Settings(store), prompts)
    qtbot.addWidget(window, before_close_func=_give_up)
    return window


def _give_up(window: MainWindow) -> None:
    if window.document is not None:
        window.document.undo_stack.setClean()


def texts(window: MainWindow, cells: Sequence[CellRef]) -> dict[CellRef, str]:
    return {cell: document_of(window).text(cell) for cell in cells}


@pytest.mark.parametrize(
    ("moment", "comes_back"),
    [
        ("before the views hear of it", {TYPED: "100.0", DRAGGED: "98.0"}),
        ("after one edit", {TYPED: "100.0", DRAGGED: "98.0"}),
        ("in the middle of a drag", BOTH),
        ("after an undo", BOTH),
        ("before the new file is whole", BOTH),
        ("before the last version is kept", BOTH),
        ("before the new file takes its place", BOTH),
    ],
)
def test_the_work_of_a_killed_milepost_comes_back(
    workbook: Path,
    tmp_path: Path,
    next_start: MainWindow,
    prompts: RecordedPrompts,
    qtbot: QtBot,
    moment: str,
    comes_back: dict[CellRef, str],
) -> None:
    before = workbook.read_bytes()

    killed_while_working(workbook, tmp_path / "milepost.ini", moment)

    assert workbook.read_bytes() == before
    prompts.answers.append(0)
    next_start.recovering.offer()
    assert document_of(next_start).path == workbook
    assert texts(next_start, tuple(comes_back)) == comes_back
    with qtbot.waitSignal(document_of(next_start).saved):
        next_start.files.save()
    saved = Workbook.open(workbook)
    assert {cell: saved.text(cell) for cell in comes_back} == comes_back
    qtbot.waitUntil(lambda: not shared_lock(workbook).exists())  # neither this one's nor the killed one's
    assert list((tmp_path / "recovery").glob("*.journal")) == []


def test_killed_between_the_save_and_the_journals_end_nothing_is_done_twice(
    workbook: Path, tmp_path: Path, next_start: MainWindow, prompts: RecordedPrompts
) -> None:
    killed_while_working(workbook, tmp_path / "milepost.ini", "before the journal is removed")

    prompts.answers.append(0)
    next_start.recovering.offer()
    assert texts(next_start, (TYPED, DRAGGED)) == BOTH
    assert not document_of(next_start).dirty
    assert list((tmp_path / "recovery").glob("*.journal")) == []

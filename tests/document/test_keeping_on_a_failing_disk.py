"""Whichever call the disk refuses, or is the last before a kill: what was typed stands somewhere whole."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.document.document import Document
from desktop.document.keeping import Keeping
from desktop.document.recovery import left_behind, recovery
from desktop.domain.errors import SaveFailed, WorkbookInUse
from desktop.workbook import replace_file
from desktop.workbook.workbook import Workbook
from tests.document.conftest import AS_AT
from tests.failing_disk import FailingDisk
from tests.made_workbooks import WHOLE, make
from tests.workbook.raw_package import edit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[2]
TYPED = (("Indicators!G3", "16"), ("Indicators!F3", "22"), ("Indicators!C3", "Moves"))
CELLS = tuple(edit(address, text).cell for address, text in TYPED)
MOST_CALLS = 60

WORK = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.document.document import Document
from desktop.document.keeping import Keeping
from desktop.workbook.workbook import Workbook
from tests.document.test_keeping_on_a_failing_disk import AS_AT, CELLS, MOST_CALLS, TYPED, edit
from tests.failing_disk import FailingDisk

def work(folder, disk, done):
    application = QCoreApplication([])
    document = Document(Workbook.open(folder / "whole.xlsx"), AS_AT)
    keeping = Keeping(document, folder / "recovery")
    with disk.in_use():
        for cell, (_, text) in zip(CELLS, TYPED):
            document.type_texts([(cell, text)], "Type")
            os.write(done, b"t")
        document.take_saved(document.workbook.save(folder / sys.argv[3]))
        os.write(done, b"s")

# what edits and saves is imported when it is first needed: before any call is counted
once = Workbook.open(Path(sys.argv[1])).apply([edit(*TYPED[0])])
once.save(Path(sys.argv[1]).with_name("once.xlsx"))
whole = Path(sys.argv[1]).read_bytes()
# What typing and saving load would be looked for on the disk, too, and those calls are not theirs.
loaded = Workbook.open(Path(sys.argv[1]))
loaded.apply([loaded.typed(CELLS[0], "16")]).save(Path(sys.argv[1]).with_name("loaded.xlsx"))
for number in range(1, MOST_CALLS):
    folder = Path(sys.argv[2]) / str(number)
    folder.mkdir()
    (folder / "whole.xlsx").write_bytes(whole)
    done = os.open(folder / "done", os.O_CREAT | os.O_WRONLY)
    child = os.fork()
    if child == 0:
        disk = FailingDisk(number, lambda: os.kill(os.getpid(), signal.SIGKILL))
        work(folder, disk, done)
        os._exit(0)
    if os.waitpid(child, 0)[1] == 0:
        break
"""


def refuse() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def worked(document: Document, keeping: Keeping, disk: FailingDisk) -> bool:
    """Type, save; whether it was saved."""
    told: list[str] = []
    keeping.failed.connect(lambda: told.append("failed"))
    with disk.in_use():
        for cell, (_, text) in zip(CELLS, TYPED, strict=True):
            document.type_texts([(cell, text)], "Type")
            assert keeping.is_safe() or told == ["failed"]
        try:
            document.take_saved(document.workbook.save(document.path))
        except (SaveFailed, WorkbookInUse):
            return False
    return True


def brought_back(folder: Path) -> dict[object, object]:
    """What the cells hold once everything that was left behind is put into the workbook as it lies there."""
    workbook = Workbook.open(folder / "whole.xlsx")
    for left in left_behind(folder / "recovery"):
        found = recovery(left.changes, workbook)
        assert (found.crossed, left.unread) == ((), 0)
        workbook = workbook.apply(found.edits)
    return texts(workbook)


def texts(workbook: Workbook) -> dict[object, object]:
    return {cell: workbook.text(cell) for cell in CELLS}


ALL = {cell: text for cell, (_, text) in zip(CELLS, TYPED, strict=True)}


def test_a_call_that_is_refused_loses_nothing(
    path: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replace_file, "PAUSES", ())
    whole = path.read_bytes()
    unsaved = 0
    for number in range(1, MOST_CALLS):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / path.name).write_bytes(whole)
        document = Document(Workbook.open(folder / path.name), AS_AT)
        keeping = Keeping(document, folder / "recovery")
        disk = FailingDisk(number, refuse)
        saved = worked(document, keeping, disk)
        assert {cell: document.text(cell) for cell in CELLS} == ALL
        assert document.dirty is not saved
        if not saved:
            unsaved += 1
            assert (folder / path.name).read_bytes() == whole
        assert keeping.is_safe()  # what was refused once was written with the next step
        keeping._session.end()  # as if it had been killed now
        assert brought_back(folder) == ALL
        keeping.end()
        if not disk.went_wrong:
            break
    else:
        pytest.fail("the work takes more calls than were tried")
    assert unsaved >= 5


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
@pytest.mark.parametrize("name", ["whole.xlsx", "mine.xlsx"])
def test_a_kill_at_any_call_loses_nothing_that_was_typed(tmp_path: Path, name: str) -> None:
    path = make(tmp_path / "whole.xlsx", WHOLE)
    turns = tmp_path / "turns"
    turns.mkdir()
    command = [sys.executable, "-c", WORK, str(path), str(turns), name]
    subprocess.run(command, cwd=ROOT, check=True, timeout=120)

    folders = sorted(turns.iterdir(), key=lambda folder: int(folder.name))
    moments = [(folder / "done").read_text() for folder in folders]
    assert moments[-1] == "ttts"  # the last one was not killed
    assert {"", "t", "tt", "ttt"} <= set(moments)
    for folder, done in zip(folders, moments, strict=True):
        typed = dict(list(ALL.items())[: done.count("t")])
        if (folder / name).exists() and (folder / name).read_bytes() != path.read_bytes():
            assert texts(Workbook.open(folder / name)) == ALL
        else:
            assert typed.items() <= brought_back(folder).items()
        assert name == "whole.xlsx" or (folder / "whole.xlsx").read_bytes() == path.read_bytes()

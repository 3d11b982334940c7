"""What was left behind, and what of it still fits."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import time
from typing import TYPE_CHECKING

import pytest

from desktop.document.on_disk import OnDisk
from desktop.document.recovery import KEPT_DAYS, left_behind, recovery, summed
from desktop.document.session import Session
from desktop.document.steps import UnknownStep
from desktop.domain.edits import Edit
from desktop.workbook.workbook import Workbook
from tests.document.journals import BEGUN, cells, change, head_of, leave
from tests.made_workbooks import FLAWLESS, make

if TYPE_CHECKING:
    from pathlib import Path

STEP = cells(change("Indicators!G3", 20, 16))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "recovery"


def test_nothing_is_left_behind_where_there_is_no_folder(folder: Path) -> None:
    assert left_behind(folder) == ()


def test_steps_come_to_the_first_state_and_the_last(folder: Path, path: Path) -> None:
    steps = (
        cells(change("Indicators!G3", 20, 16), change("Indicators!F3", 23, 22)),
        cells(change("Indicators!G3", 16, 15)),
        cells(change("Indicators!F3", 22, 23)),
    )
    leave(folder, head_of(path), *steps)
    [left] = left_behind(folder)
    assert left.changes == (change("Indicators!G3", 20, 15),)
    assert left.unread == 0
    assert summed(steps) == left.changes


@pytest.mark.parametrize("torn", [1, 12, 40])
def test_a_torn_last_line_is_left_out(folder: Path, path: Path, torn: int) -> None:
    journal = leave(folder, head_of(path), STEP, cells(change("Indicators!G3", 16, 15)))
    journal.write_bytes(journal.read_bytes()[:-torn])
    [left] = left_behind(folder)
    assert left.changes == (change("Indicators!G3", 20, 16 if torn > 1 else 15),)


def test_a_line_that_is_no_object_ends_the_journal(folder: Path, path: Path) -> None:
    journal = leave(folder, head_of(path), STEP)
    journal.write_bytes(journal.read_bytes() + b"7\n")
    assert left_behind(folder)[0].changes == STEP.changes


def test_a_folder_that_may_not_be_read_has_left_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("pathlib.Path.glob", refused)
    assert left_behind(folder) == ()


@pytest.mark.parametrize("content", [b"", b"{}\n", b'"milepost"\n', b'{"size": "big"}\n', b"\xff\xfe\n"])
def test_a_file_that_is_no_journal_is_left_alone(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / "odd.journal").write_bytes(content)
    assert left_behind(folder) == ()
    assert (folder / "odd.journal").exists()


def test_one_that_comes_to_nothing_is_cleared_away(folder: Path, path: Path) -> None:
    journal = leave(folder, head_of(path), STEP, cells(change("Indicators!G3", 16, 20)))
    assert left_behind(folder) == ()
    assert not journal.exists()


def test_the_journal_of_a_milepost_that_runs_is_its_own(folder: Path, path: Path) -> None:
    folder.mkdir()
    session = Session(folder)
    assert session.begin()
    leave(folder, head_of(path, session=session.name), STEP)
    assert left_behind(folder) == ()
    session.end()
    assert len(left_behind(folder)) == 1


def test_steps_after_one_that_is_not_understood_are_counted_and_kept(folder: Path, path: Path) -> None:
    strange = UnknownStep(shape={"kind": "pages", "at": 3})
    leave(folder, head_of(path), STEP, strange, cells(change("Indicators!A1", None, "x")))
    [left] = left_behind(folder)
    assert left.changes == STEP.changes
    assert left.unread == 2
    aside = left.keep()
    assert aside.read_bytes().count(b"\n") == 4
    assert left_behind(folder) == ()
    assert left.keep() == left.path  # it lies aside already


@pytest.mark.parametrize(("days", "stays"), [(KEPT_DAYS - 1, True), (KEPT_DAYS + 1, False)])
def test_what_was_put_aside_stays_for_a_while(folder: Path, path: Path, days: int, *, stays: bool) -> None:
    journal = leave(folder, head_of(path), STEP)
    os.utime(journal, (0, 0))  # however old the work is
    aside = left_behind(folder)[0].keep()
    assert left_behind(folder) == ()
    assert aside.exists()
    then = time.time() - days * 24 * 3600
    os.utime(aside, (then, then))
    assert left_behind(folder) == ()
    assert aside.exists() is stays


def test_workbooks_of_one_name_in_two_folders_are_two(folder: Path, path: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    other = make(tmp_path / "elsewhere" / path.name, FLAWLESS)
    leave(folder, head_of(path), STEP)
    leave(folder, head_of(other, begun=BEGUN + dt.timedelta(hours=1)), STEP)
    assert [left.head.workbook for left in left_behind(folder)] == [other, path]


def test_it_knows_what_has_become_of_the_workbook(folder: Path, path: Path) -> None:
    leave(folder, head_of(path), STEP)
    [left] = left_behind(folder)
    assert left.on_disk() is OnDisk.SAME
    data = path.read_bytes()
    path.write_bytes(data[:-1] + b"\x01")
    assert left.on_disk() is OnDisk.CHANGED
    path.write_bytes(data + b"\x00")
    assert left.on_disk() is OnDisk.CHANGED
    path.unlink()
    assert left.on_disk() is OnDisk.GONE


def test_only_changes_that_still_fit_are_brought_back(path: Path, tmp_path: Path) -> None:
    shutil.copy(path, tmp_path / "now.xlsx")
    fits = change("Indicators!G3", 20, 16)
    there_already = change("Indicators!F3", 24, 23)
    crossed = change("Indicators!E3", 25, 26)
    elsewhere = change("Scratch!A1", None, 1)
    found = recovery((fits, there_already, crossed, elsewhere), Workbook.open(tmp_path / "now.xlsx"))
    assert found.edits == (Edit(cell=fits.cell, content=16),)
    assert found.crossed == (crossed, elsewhere)

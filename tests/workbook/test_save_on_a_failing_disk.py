"""Whichever call of a save the disk refuses, the file on disk is the old one or the new one, whole."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.domain.errors import SaveFailed, WorkbookChanged, WorkbookInUse
from desktop.workbook import replace_file
from desktop.workbook.workbook import Workbook
from tests.failing_disk import FailingDisk
from tests.made_workbooks import WHOLE, make
from tests.workbook.raw_package import edit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop.domain.errors import MilepostError

EDITS = (edit("Indicators!G3", 16), edit("Indicators!C3", "Moves"))
MOST_CALLS = 60


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replace_file, "PAUSES", (0.0,))


@pytest.fixture(params=["with second names", "without"])
def drive(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A drive on which a file can have a second name, or one on which the last version is copied."""

    def refused(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    if request.param == "without":
        monkeypatch.setattr(os, "link", refused)


def refusing(number: int) -> Callable[[], None]:
    def refuse() -> None:
        raise OSError(number, os.strerror(number))

    return refuse


def folders(tmp_path: Path) -> Iterator[tuple[int, Path]]:
    """A fresh folder for each number of a call."""
    for number in range(1, MOST_CALLS):
        folder = tmp_path / str(number)
        folder.mkdir()
        yield number, folder


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    """The workbook with its edits, opened once; each save is told where it lies."""
    path = make(tmp_path_factory.mktemp("made") / "plan.xlsx", WHOLE)
    return Workbook.open(path).apply(EDITS)


def laid(workbook: Workbook, folder: Path) -> Workbook:
    """The workbook as if it had been opened in that folder."""
    path = folder / "plan.xlsx"
    path.write_bytes(workbook.package.data)
    path.chmod(0o600)
    return replace(workbook, package=workbook.package.as_written(path, path.stat().st_mtime_ns))


def saved(workbook: Workbook, out: Path, disk: FailingDisk) -> MilepostError | None:
    """Save; the error that said why not, and nothing but such an error."""
    with disk.in_use():
        try:
            workbook.save(out)
        except (SaveFailed, WorkbookInUse, WorkbookChanged) as refusal:
            return refusal
    return None


def assert_new(path: Path) -> None:
    found = Workbook.open(path)
    assert [found.content(edit.cell) for edit in EDITS] == [16, "Moves"]


@pytest.mark.usefixtures("drive")
@pytest.mark.parametrize(
    ("number", "lasting"),
    [(errno.ENOSPC, False), (errno.EIO, True), (errno.EACCES, False)],
    ids=["full once", "broken from then on", "held once"],
)
def test_a_call_that_is_refused(made: Workbook, tmp_path: Path, number: int, *, lasting: bool) -> None:
    refusals = 0
    for call, folder in folders(tmp_path):
        workbook = laid(made, folder)
        path = workbook.package.path
        disk = FailingDisk(call, refusing(number), lasting=lasting)
        refusal = saved(workbook, path, disk)
        if not disk.went_wrong:
            break
        if refusal is None:
            assert_new(path)
        else:
            refusals += 1
            assert str(refusal).startswith("plan.xlsx ")
            assert path.read_bytes() == workbook.package.data
            workbook.save(path)
            assert_new(path)
        if not lasting:
            assert {found.name for found in folder.iterdir()} == {"plan.xlsx", "plan.xlsx.bak"}
        assert path.stat().st_mode & 0o777 == 0o600
    else:
        pytest.fail("a save takes more calls than were tried")
    assert refusals >= 3


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES])
def test_under_a_new_name_there_is_a_whole_file_or_none(made: Workbook, tmp_path: Path, number: int) -> None:
    refusals = 0
    for call, folder in folders(tmp_path):
        workbook = laid(made, folder)
        out = folder / "mine.xlsx"
        disk = FailingDisk(call, refusing(number))
        refusal = saved(workbook, out, disk)
        if not disk.went_wrong:
            break
        assert workbook.package.is_current()
        if refusal is None:
            assert_new(out)
        else:
            refusals += 1
            assert not out.exists()
            assert [found.name for found in folder.iterdir()] == ["plan.xlsx"]
    else:
        pytest.fail("a save takes more calls than were tried")
    assert refusals >= 3


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a folder in place while a file in it is open")
@pytest.mark.parametrize("name", ["plan.xlsx", "mine.xlsx"])
def test_a_drive_goes_away_half_way(made: Workbook, tmp_path: Path, name: str) -> None:
    for call, folder in folders(tmp_path):
        workbook = laid(made, folder)
        away = tmp_path / f"{call} away"
        disk = FailingDisk(call, lambda folder=folder, away=away: rename(folder, away))  # type: ignore[misc]
        refusal = saved(workbook, folder / name, disk)
        if not disk.went_wrong:
            break
        if refusal is not None:
            assert str(refusal).startswith(f"{name} ")
            assert (away / "plan.xlsx").read_bytes() == workbook.package.data
            away.rename(folder)
            workbook.save(folder / name)
            assert_new(folder / name)
        else:
            assert_new(away / name)
    else:
        pytest.fail("a save takes more calls than were tried")


rename = os.rename
"""The system's own, whatever stands in its place meanwhile."""

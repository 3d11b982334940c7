"""A save that fails, wherever it fails: the workbook is whole, the work is kept, a way out is offered."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from desktop.domain.cells import CellRef
from desktop.workbook import replace_file
from desktop.workbook.workbook import Workbook
from tests.features.officer import document_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from tests.features.conftest import Opening
    from tests.ui.recorder import RecordedPrompts

LEICESTER = "leicester-map-2001.xlsx"
CELL = CellRef(sheet="Indicators", row=35, column=5)
KEPT = "leicester-map-2001.xlsx was not saved. Your changes are still here."


def failing(number: int) -> Callable[..., NoReturn]:
    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replace_file, "PAUSES", ())


def try_to_save(qtbot: QtBot, window: MainWindow) -> None:
    document_of(window).type_texts([(CELL, "100")], "Type")
    with qtbot.waitSignal(window.files.not_saved):
        window.files.save()


def saved_elsewhere(qtbot: QtBot, window: MainWindow, prompts: RecordedPrompts, out: Path) -> str:
    """What the cell shows once the officer has taken the banner's way out."""
    prompts.answers.append(out)
    notice = window.outside.banner._shown
    assert notice is not None
    with qtbot.waitSignal(document_of(window).saved):
        dict(notice.choices)["Save &as…"]()
    return Workbook.open(out).text(CELL)


@pytest.fixture(params=["the new file", "its permissions", "the last version", "the new name"])
def place(request: pytest.FixtureRequest) -> tuple[object, str]:
    """Where a save can meet the disk: the owner of what fails, and its name."""
    places: dict[str, tuple[object, str]] = {
        "the new file": (os, "fsync"),
        "its permissions": (Path, "chmod"),
        "the last version": (replace_file, "_keep"),
        "the new name": (Path, "replace"),
    }
    return places[request.param]


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "another program holds it"),
        (errno.EBUSY, "its drive did not take it"),
    ],
)
def test_whatever_the_disk_refuses_nothing_is_lost(
    open_example: Opening,
    prompts: RecordedPrompts,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    place: tuple[object, str],
    number: int,
    says: str,
) -> None:
    window, path = open_example(LEICESTER)
    path.chmod(0o600)
    before, journals = path.read_bytes(), path.parent / "recovery"
    with monkeypatch.context() as broken:
        broken.setattr(*place, failing(number))
        try_to_save(qtbot, window)

    [told] = prompts.said
    assert told.startswith("tell: The workbook was not saved: leicester-map-2001.xlsx could not be saved: ")
    assert says in told
    assert path.read_bytes() == before
    assert list(path.parent.glob(".*.new")) == []
    assert document_of(window).dirty
    assert list(journals.glob("*.journal"))
    assert window.outside.banner.words == KEPT
    assert saved_elsewhere(qtbot, window, prompts, path.with_name("mine.xlsx")) == "100.0"
    assert list(journals.glob("*.journal")) == []


def test_a_read_only_workbook_is_said_to_be_one_and_saved_elsewhere(
    open_example: Opening, prompts: RecordedPrompts, qtbot: QtBot, tmp_path: Path
) -> None:
    window, path = open_example(LEICESTER)
    path.chmod(0o444)

    try_to_save(qtbot, window)

    assert prompts.said[0].startswith(
        "tell: The workbook was not saved: leicester-map-2001.xlsx is read-only"
    )
    assert saved_elsewhere(qtbot, window, prompts, tmp_path / "mine.xlsx") == "100.0"


def test_a_drive_that_goes_away_while_the_workbook_is_open(
    open_example: Opening, prompts: RecordedPrompts, qtbot: QtBot, tmp_path: Path
) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    window, path = open_example(LEICESTER)
    prompts.answers.append(drive / "plan.xlsx")
    with qtbot.waitSignal(document_of(window).saved):
        window.files.save_as()
    drive.rename(tmp_path / "gone")

    try_to_save(qtbot, window)

    assert prompts.said[-1].startswith("tell: The workbook was not saved: plan.xlsx could not be saved: ")
    assert "its drive is connected" in prompts.said[-1]
    qtbot.waitUntil(lambda: window.outside.banner.words.startswith(f"plan.xlsx is no longer in {drive}: "))
    assert saved_elsewhere(qtbot, window, prompts, path.with_name("mine.xlsx")) == "100.0"


def test_another_programs_version_is_never_written_over(
    open_example: Opening, prompts: RecordedPrompts, qtbot: QtBot, tmp_path: Path
) -> None:
    window, path = open_example(LEICESTER)
    theirs = path.read_bytes() + b"\0"
    path.write_bytes(theirs)

    try_to_save(qtbot, window)

    assert "was changed by another program since you opened it" in prompts.said[0]
    assert path.read_bytes() == theirs
    qtbot.waitUntil(lambda: window.outside.banner.words.endswith("Your changes are still here, not saved."))
    assert saved_elsewhere(qtbot, window, prompts, tmp_path / "mine.xlsx") == "100.0"

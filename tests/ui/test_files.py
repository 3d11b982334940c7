"""Opening, saving and closing: asked where something would be lost, told where it can't be done."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.ui.prompts import WORKBOOKS, Answer
from desktop.workbook.workbook import Workbook
from tests.made_workbooks import FLAWLESS, make
from tests.ui.hands import at, document_of, settle, type_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.document.settings import Settings
    from desktop.ui.main_window import MainWindow
    from tests.ui.recorder import RecordedPrompts

CELL = "Indicators!G3"
NOT_SAVED, NOT_OPENED = "tell: The workbook was not saved: ", "tell: The workbook was not opened: "
SAVE_CHANGES = "save changes to whole.xlsx?"


@pytest.fixture
def other(tmp_path: Path) -> Path:
    return make(tmp_path / "other.xlsx", FLAWLESS)


def opened(window: MainWindow) -> Path | None:
    return window.document.path if window.document is not None else None


def test_a_workbook_is_asked_for_and_opened(
    open_window: Callable[[Path | None], MainWindow],
    prompts: RecordedPrompts,
    settings: Settings,
    path: Path,
    qtbot: QtBot,
) -> None:
    window = open_window(None)
    prompts.answers.append(path)
    window.files.open()
    settle(qtbot, window)
    assert prompts.said == [f"open from {Path.home()}"]
    assert opened(window) == path
    assert settings.recent == (path,)


def test_it_is_asked_for_where_the_last_one_was(
    open_window: Callable[[Path | None], MainWindow],
    prompts: RecordedPrompts,
    settings: Settings,
    tmp_path: Path,
    path: Path,
) -> None:
    settings.add_recent(tmp_path / "plans" / "plan.xlsx")
    window = open_window(None)
    prompts.answers += [None, None]
    window.files.open()
    window.files.open_now(path)
    window.files.open()
    assert prompts.said == [f"open from {tmp_path / 'plans'}", f"open from {path.parent}"]
    assert opened(window) == path


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "bad.xlsx is not there."),
        (b"Dear all", "bad.xlsx is not an Excel workbook."),
        (b"PK\x03\x04half", "bad.xlsx is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "bad.xlsx"),
    ],
)
def test_what_cannot_be_opened_is_told_and_the_open_one_stays(
    window: MainWindow,
    prompts: RecordedPrompts,
    qtbot: QtBot,
    tmp_path: Path,
    path: Path,
    content: bytes | None,
    says: str,
) -> None:
    bad = tmp_path / "bad.xlsx"
    if content is not None:
        bad.write_bytes(content)
    window.files.open_path(bad)
    settle(qtbot, window)
    [said] = prompts.said
    assert said.startswith(NOT_OPENED + says)
    assert opened(window) == path


def test_another_workbook_keeps_the_as_at_date(window: MainWindow, qtbot: QtBot, other: Path) -> None:
    document_of(window).judge_as_at(dt.date(2012, 7, 31))
    window.files.open_path(other)
    settle(qtbot, window)
    assert opened(window) == other
    assert document_of(window).as_at == dt.date(2012, 7, 31)


def test_a_save_writes_the_changed_cells(
    window: MainWindow, prompts: RecordedPrompts, settings: Settings, qtbot: QtBot, path: Path
) -> None:
    type_in(window, CELL, "16")
    with qtbot.waitSignal(document_of(window).saved):
        window.files.save()
    assert not document_of(window).dirty
    assert Workbook.open(path).text(at(CELL)) == "16"
    assert settings.recent == (path,)
    assert prompts.said == []


def test_save_as_goes_on_under_the_new_name(
    window: MainWindow, prompts: RecordedPrompts, settings: Settings, qtbot: QtBot, path: Path
) -> None:
    before = path.read_bytes()
    type_in(window, CELL, "16")
    prompts.answers.append(path.with_name("next year"))
    with qtbot.waitSignal(document_of(window).saved):
        window.files.save_as()
    assert prompts.said == [f"Save as, {path}, {WORKBOOKS}"]
    new = path.with_name("next year.xlsx")
    assert (opened(window), settings.recent) == (new, (new, path))
    assert Workbook.open(new).text(at(CELL)) == "16"
    assert path.read_bytes() == before


def test_save_as_may_be_given_up(window: MainWindow, prompts: RecordedPrompts, path: Path) -> None:
    type_in(window, CELL, "16")
    prompts.answers.append(None)
    window.files.save_as()
    assert document_of(window).dirty
    assert opened(window) == path


def test_save_as_keeps_the_type(window: MainWindow, prompts: RecordedPrompts, path: Path) -> None:
    prompts.answers.append(path.with_suffix(".xlsm"))
    window.files.save_as()
    assert prompts.said[-1].startswith(f"{NOT_SAVED}whole.xlsx can't be saved as whole.xlsm")
    assert not path.with_suffix(".xlsm").exists()


def test_without_a_workbook_there_is_nothing_to_save(
    open_window: Callable[[Path | None], MainWindow],
) -> None:
    window = open_window(None)
    window.files.save()
    window.files.save_as()
    window.files.close()
    assert opened(window) is None


def test_a_workbook_changed_by_another_program_is_not_overwritten(
    window: MainWindow, prompts: RecordedPrompts, qtbot: QtBot, path: Path, other: Path
) -> None:
    type_in(window, CELL, "16")
    shutil.copy(other, path)
    window.files.save()
    settle(qtbot, window)
    [said] = prompts.said
    assert said.startswith(f"{NOT_SAVED}whole.xlsx was changed by another program")
    assert document_of(window).dirty
    assert path.read_bytes() == other.read_bytes()


def test_a_read_only_workbook_is_told_of(
    window: MainWindow, prompts: RecordedPrompts, qtbot: QtBot, path: Path
) -> None:
    before = path.read_bytes()
    type_in(window, CELL, "16")
    path.chmod(0o444)
    window.files.save()
    settle(qtbot, window)
    [said] = prompts.said
    assert said.startswith(f"{NOT_SAVED}whole.xlsx is read-only, so nothing was saved.")
    assert document_of(window).dirty
    assert path.read_bytes() == before


def test_a_clean_workbook_closes_unasked(window: MainWindow, prompts: RecordedPrompts) -> None:
    window.files.close()
    assert opened(window) is None
    assert prompts.said == []
    assert window.windowTitle() == "Milepost"


@pytest.mark.parametrize("answer", list(Answer))
def test_closing_a_workbook_with_unsaved_changes(
    window: MainWindow, prompts: RecordedPrompts, qtbot: QtBot, path: Path, answer: Answer
) -> None:
    type_in(window, CELL, "16")
    prompts.answers.append(answer)
    window.files.close()
    settle(qtbot, window)
    assert prompts.said == [SAVE_CHANGES]
    assert (opened(window) is None) is (answer is not Answer.CANCEL)
    assert Workbook.open(path).text(at(CELL)) == ("16" if answer is Answer.SAVE else "20")


@pytest.mark.parametrize("answer", list(Answer))
def test_closing_the_window_with_unsaved_changes(
    window: MainWindow, prompts: RecordedPrompts, qtbot: QtBot, path: Path, answer: Answer
) -> None:
    type_in(window, CELL, "16")
    prompts.answers.append(answer)
    assert not window.close() or answer is Answer.DISCARD
    settle(qtbot, window)
    assert prompts.said == [SAVE_CHANGES]
    assert window.isVisible() is (answer is Answer.CANCEL)
    assert Workbook.open(path).text(at(CELL)) == ("16" if answer is Answer.SAVE else "20")


@pytest.mark.parametrize("answer", list(Answer))
def test_opening_another_workbook_with_unsaved_changes(
    window: MainWindow, prompts: RecordedPrompts, qtbot: QtBot, path: Path, other: Path, answer: Answer
) -> None:
    type_in(window, CELL, "16")
    prompts.answers.append(answer)
    window.files.open_path(other)
    settle(qtbot, window)
    assert opened(window) == (path if answer is Answer.CANCEL else other)
    assert Workbook.open(path).text(at(CELL)) == ("16" if answer is Answer.SAVE else "20")


def test_a_save_that_fails_closes_nothing(
    window: MainWindow, prompts: RecordedPrompts, qtbot: QtBot, path: Path
) -> None:
    type_in(window, CELL, "16")
    path.chmod(0o444)
    prompts.answers.append(Answer.SAVE)
    window.close()
    settle(qtbot, window)
    assert window.isVisible()
    assert document_of(window).dirty
    assert prompts.said[-1].startswith(NOT_SAVED)


def test_while_work_goes_on_nothing_else_begins(
    window: MainWindow, prompts: RecordedPrompts, qtbot: QtBot, path: Path, other: Path
) -> None:
    type_in(window, CELL, "16")
    window.files.save()
    window.files.save()
    window.files.open_path(other)
    window.files.close()
    settle(qtbot, window)
    assert opened(window) == path
    assert prompts.said == []

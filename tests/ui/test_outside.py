"""What other programs do to the open workbook is said in the banner, and the work goes on."""

from __future__ import annotations

import datetime as dt
import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desktop.document import journal as journals
from desktop.document.lock import shared_lock
from desktop.domain.errors import SaveFailed
from desktop.workbook.workbook import Workbook
from tests.document.locks import JANE, excel_lock, libreoffice_lock
from tests.made_workbooks import FLAWLESS, make
from tests.ui.hands import at, document_of, settle, type_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from desktop.ui.panels.banner import Notice
    from tests.ui.recorder import RecordedPrompts

CELL = "Indicators!G3"
CHANGED = "whole.xlsx was changed by another program"


def rewrite(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> None:
    """As another program saves: whole, in one go."""
    make(path.with_name("fresh.xlsx"), sheets).replace(path)


def words(window: MainWindow) -> str:
    return window.outside.banner.words


def wait_for(qtbot: QtBot, window: MainWindow, beginning: str) -> None:
    qtbot.waitUntil(lambda: words(window).startswith(beginning) and bool(words(window)) == bool(beginning))


def notice(window: MainWindow) -> Notice:
    shown = window.outside.banner._shown
    assert shown is not None
    return shown


def choices(window: MainWindow) -> list[str]:
    return [text for text, _ in notice(window).choices]


def choose(window: MainWindow, text: str) -> None:
    dict(notice(window).choices)[text]()


def looked(qtbot: QtBot, window: MainWindow) -> None:
    """A look that began now has ended."""
    watch = window.outside._watch
    assert watch is not None
    with qtbot.waitSignal(watch.seen):
        window.outside.look()


def test_a_workbook_that_nobody_touches_says_nothing(window: MainWindow, qtbot: QtBot) -> None:
    looked(qtbot, window)
    assert words(window) == ""


def test_a_change_by_another_program_is_said_with_its_time(
    window: MainWindow, qtbot: QtBot, path: Path
) -> None:
    looked(qtbot, window)
    rewrite(path, FLAWLESS)
    now = dt.datetime.now().replace(hour=14, minute=2)  # noqa: DTZ005 - the officer's own clock
    os.utime(path, (now.timestamp(), now.timestamp()))
    wait_for(qtbot, window, CHANGED)
    assert words(window) == f"{CHANGED} at 14:02."
    assert choices(window) == ["&Reload", "Co&mpare…", "Save &as…"]


def test_one_on_another_day_is_said_with_its_day(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    type_in(window, CELL, "16")
    rewrite(path, FLAWLESS)
    then = dt.datetime(2012, 3, 1, 14, 2).timestamp()  # noqa: DTZ001 - the officer's own clock
    os.utime(path, (then, then))
    wait_for(qtbot, window, CHANGED)
    assert words(window).endswith(" at 14:02 on 01/03/2012. Your changes are still here, not saved.")


def test_what_was_dismissed_is_not_said_again_until_it_happens_again(
    window: MainWindow, qtbot: QtBot, path: Path
) -> None:
    rewrite(path, FLAWLESS)
    wait_for(qtbot, window, CHANGED)
    window.outside.banner.clear_all()
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))
    looked(qtbot, window)
    assert words(window) == ""
    path.write_bytes(path.read_bytes() + b"\0")
    wait_for(qtbot, window, CHANGED)


def test_a_workbook_that_goes_away_and_comes_back(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    data = path.read_bytes()
    path.unlink()
    wait_for(qtbot, window, f"whole.xlsx is no longer in {path.parent}: ")
    assert choices(window) == ["Save &as…"]
    path.write_bytes(data)
    qtbot.waitUntil(lambda: words(window) == "")


def test_somebody_who_has_it_open_is_named_until_they_close_it(
    window: MainWindow, qtbot: QtBot, path: Path
) -> None:
    lock = libreoffice_lock(path)
    wait_for(qtbot, window, "whole.xlsx is open elsewhere: ")
    assert JANE in words(window)
    assert choices(window) == ["Save &as…"]
    lock.unlink()
    qtbot.waitUntil(lambda: words(window) == "")


def test_the_window_leaves_a_sign_while_something_is_unsaved(
    window: MainWindow, qtbot: QtBot, path: Path
) -> None:
    type_in(window, CELL, "16")
    window.outside.settle()
    assert shared_lock(path).exists()
    looked(qtbot, window)
    assert words(window) == ""  # our own sign is nobody else's
    with qtbot.waitSignal(document_of(window).saved):
        window.files.save()
    qtbot.waitUntil(lambda: not shared_lock(path).exists())


def test_a_workbook_that_is_closed_is_watched_no_more(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    excel_lock(path, "J Smith")
    wait_for(qtbot, window, "whole.xlsx is open elsewhere: J Smith in Excel")
    window.files.close()
    assert words(window) == ""
    window.outside.look()
    window.outside.settle()
    window.outside._say_not_saved()
    assert words(window) == ""


def test_a_sight_that_comes_after_the_close_says_nothing(
    window: MainWindow, qtbot: QtBot, path: Path
) -> None:
    looked(qtbot, window)
    sight = window.outside._last
    assert sight is not None
    window.files.close()
    window.outside._seen(sight)
    assert words(window) == ""


def test_a_save_that_failed_is_tried_again_from_the_banner(
    window: MainWindow,
    qtbot: QtBot,
    prompts: RecordedPrompts,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    type_in(window, CELL, "16")

    def full(*_: object) -> None:
        raise SaveFailed("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(Workbook, "save", full)
        window.files.save()
        settle(qtbot, window)
    assert words(window) == "whole.xlsx was not saved. Your changes are still here."
    assert prompts.said == ["tell: The workbook was not saved: The disk is full."]
    assert document_of(window).dirty
    with qtbot.waitSignal(document_of(window).saved):
        choose(window, "&Try again")
    assert words(window) == ""
    assert Workbook.open(path).text(at(CELL)) == "16"


def test_a_recovery_copy_that_cannot_be_kept_is_said(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError

    with monkeypatch.context() as broken:
        broken.setattr(journals, "_write_all", full)
        type_in(window, CELL, "16")
    assert words(window).startswith("Milepost can't keep a recovery copy in ")
    with qtbot.waitSignal(document_of(window).saved):
        choose(window, "Sa&ve now")
    assert words(window) == ""


def test_while_the_window_is_busy_the_banner_waits(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    rewrite(path, FLAWLESS)
    wait_for(qtbot, window, CHANGED)
    window.files.reload(lambda _: None)
    assert not window.outside.banner.isEnabled()
    settle(qtbot, window)
    assert window.outside.banner.isEnabled()
    assert words(window) == ""


def test_what_is_seen_during_a_save_is_seen_again_after_it(
    window: MainWindow, qtbot: QtBot, path: Path
) -> None:
    looked(qtbot, window)
    sight = window.outside._last
    assert sight is not None
    window.outside._last = None
    type_in(window, CELL, "16")
    with qtbot.waitSignal(document_of(window).saved):
        window.files.save()
        window.outside._seen(sight)
        assert window.outside._last is None
    looked(qtbot, window)
    assert words(window) == ""

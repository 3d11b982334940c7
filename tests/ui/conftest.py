"""Windows on workbooks of the test's own; log noise and widgets left behind fail the test."""

from __future__ import annotations

import datetime as dt
import gc
import logging
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QThreadPool
from PySide6.QtWidgets import QApplication

from desktop import app
from desktop.document.document import Document
from desktop.document.settings import Settings
from desktop.ui.main_window import MainWindow
from desktop.workbook.workbook import Workbook
from tests.made_workbooks import WHOLE, make
from tests.ui.recorder import RecordedPrompts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

AS_AT = dt.date(2012, 3, 1)


@pytest.fixture(autouse=True)
def _quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Nothing is logged that an officer's log should not hold."""
    yield
    noise = [
        record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.WARNING
    ]
    assert noise == []


@pytest.fixture(autouse=True)
def _tidy(qapp: QApplication) -> Iterator[None]:
    """No widget outlives the test."""
    before = len(QApplication.topLevelWidgets())
    yield
    QThreadPool.globalInstance().waitForDone()  # work that is going on may still hold its window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if len(QApplication.topLevelWidgets()) > before:
        gc.collect()  # what belongs to Python alone, such as a plot's own menus, may wait in a circle
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(QApplication.topLevelWidgets()) <= before, "a widget was left behind"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "milepost.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def prompts() -> Iterator[RecordedPrompts]:
    recorded = RecordedPrompts()
    yield recorded
    assert not recorded.answers, "an answer was never asked for"
    assert not recorded.hands, "a dialog was never shown"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "whole.xlsx", WHOLE)


@pytest.fixture
def document(qapp: QApplication, path: Path) -> Document:
    return Document(Workbook.open(path), AS_AT)


@pytest.fixture
def open_window(
    qtbot: QtBot, settings: Settings, prompts: RecordedPrompts
) -> Callable[[Path | None], MainWindow]:
    """Opens a window on a workbook or on none; unsaved changes are given up when the test ends."""

    def give_up(window: MainWindow) -> None:
        if window.document is not None:
            window.document.undo_stack.setClean()

    def build(workbook: Path | None) -> MainWindow:
        app.application()
        window = MainWindow(settings, prompts)
        qtbot.addWidget(window, before_close_func=give_up)
        if workbook is not None:
            window.files.open_now(workbook)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return build


@pytest.fixture
def window(open_window: Callable[[Path | None], MainWindow], path: Path) -> MainWindow:
    """A window on the small workbook that has a bit of everything."""
    return open_window(path)

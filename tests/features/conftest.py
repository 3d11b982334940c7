"""A window on a copy of an example workbook, and an officer whose answers are scripted."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, TypeAlias

import pytest
from PySide6.QtCore import QSettings

from desktop import app, assets
from desktop.document.settings import Settings
from desktop.ui.main_window import MainWindow
from tests.ui.recorder import RecordedPrompts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


Opening: TypeAlias = "Callable[[str], tuple[MainWindow, Path]]"
"""Opens a window on a copy of an example: its name in, the window and the copy out."""


@pytest.fixture
def prompts() -> Iterator[RecordedPrompts]:
    recorded = RecordedPrompts()
    yield recorded
    assert not recorded.answers, "an answer was never asked for"
    assert not recorded.hands, "a dialog was never shown"


@pytest.fixture
def open_example(tmp_path: Path, qtbot: QtBot, prompts: RecordedPrompts) -> Iterator[Opening]:
    """Opens a window, as on an officer's laptop, on a copy of an example."""
    windows: list[MainWindow] = []

    def open_copy(name: str) -> tuple[MainWindow, Path]:
        app.application()
        path = tmp_path / name
        shutil.copy(assets.template("examples", name), path)
        store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        window = MainWindow(Settings(store), prompts)
        window.files.open_now(path)
        window.resize(1366, 768)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        windows.append(window)
        return window, path

    yield open_copy
    for window in windows:
        if window.document is not None:
            window.document.undo_stack.setClean()
        window.close()
        window.deleteLater()

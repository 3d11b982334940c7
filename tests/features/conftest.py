"""A window on a copy of an example workbook, and an officer whose answers are scripted."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, TypeAlias

import pytest
from PySide6.QtCore import QSettings

from desktop import app, assets
from desktop.document.settings import Settings
from desktop.ui.main_window import MainWindow
from desktop.ui.prompts import Answer, Prompts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.workbook.candidates import Candidate
    from desktop.workbook.mappings import ColumnMapping
    from desktop.workbook.sheet import Sheet

Opening: TypeAlias = "Callable[[str], tuple[MainWindow, Path]]"
"""Opens a window on a copy of an example: its name in, the window and the copy out."""


class ScriptedPrompts(Prompts):
    """Answers as the test says, and remembers what was told."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.answer = Answer.CANCEL
        self.choice: int | None = None
        self.out: Path | None = None

    def tell(self, title: str, message: str) -> None:
        self.told.append(f"{title}: {message}")

    def inform(self, title: str, message: str) -> None:
        self.told.append(f"{title}: {message}")

    def save_changes(self, name: str) -> Answer:
        self.told.append(name)
        return self.answer

    def choose(self, title: str, message: str, choices: Sequence[str]) -> int:
        self.told.append(f"{title}: {message}")
        return len(choices) - 1 if self.choice is None else self.choice

    def show_rows(
        self, title: str, message: str, headers: Sequence[str], rows: Sequence[Sequence[str]]
    ) -> None:
        self.told += [f"{title}: {message}", *map(", ".join, rows)]

    def map_columns(
        self, sheet: Sheet, candidate: Candidate, then: Callable[[ColumnMapping | None], None]
    ) -> None:
        self.told.append(f"Columns of {candidate.sheet}, row {candidate.row}")
        then(None)

    def open_path(self, folder: Path) -> Path | None:
        return self.out

    def save_path(self, title: str, proposed: Path, kinds: Sequence[str]) -> Path | None:
        return self.out


@pytest.fixture
def prompts() -> ScriptedPrompts:
    return ScriptedPrompts()


@pytest.fixture
def open_example(tmp_path: Path, qtbot: QtBot, prompts: ScriptedPrompts) -> Iterator[Opening]:
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

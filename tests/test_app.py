"""The bootstrap: a whole window without an event loop, and the program's run from start to end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from desktop import app, crash
from desktop.document.settings import Settings
from desktop.domain.errors import WorkbookMissing
from desktop.ui.prompts import Prompts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

EXAMPLE = Path(__file__).parents[1] / "templates" / "examples" / "leicester-map-2001.xlsx"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "milepost.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Settings) -> Path:
    """The program keeps its settings and logs in the test's own folder."""
    monkeypatch.setattr(app, "Settings", lambda: settings)
    monkeypatch.setattr(crash, "log_folder", lambda: tmp_path / "logs")
    return tmp_path


def test_a_window_is_built_whole_without_an_event_loop(qtbot: QtBot, settings: Settings) -> None:
    window = app.open_window(EXAMPLE, settings)
    qtbot.addWidget(window)
    assert window.document is not None
    assert window.document.path == EXAMPLE
    assert window.workspace is not None
    assert window.workspace.grid.current_cell is not None


def test_a_window_without_a_workbook(qtbot: QtBot, own_folders: Path) -> None:
    window = app.open_window(None)
    qtbot.addWidget(window)
    assert window.document is None


def test_what_cannot_be_opened_is_raised(qtbot: QtBot, settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(WorkbookMissing):
        app.open_window(tmp_path / "gone.xlsx", settings)
    for widget in QApplication.topLevelWidgets():
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_there_is_one_application(qapp: QApplication) -> None:
    assert app.application() is qapp


def test_it_runs_until_its_window_is_closed(
    qapp: QApplication, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MILEPOST_CLOSE_AFTER_PAINT", "1")
    assert app.run(EXAMPLE) == 0


def test_a_workbook_that_cannot_be_opened_is_told_and_the_window_stays(
    qapp: QApplication, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def tell(_: Prompts, title: str, message: str) -> None:
        told.append(f"{title}: {message}")
        QTimer.singleShot(0, qapp.closeAllWindows)

    monkeypatch.setattr(Prompts, "tell", tell)
    assert app.run(own_folders / "gone.xlsx") == 0
    [words] = told
    assert words.startswith("The workbook was not opened: gone.xlsx is not there.")

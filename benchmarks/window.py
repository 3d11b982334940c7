"""Milepost's window for a measurement: the real one, with settings of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSettings

from desktop.app import open_window
from desktop.document.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.document.document import Document
    from desktop.grid.view import GridView
    from desktop.ui.main_window import MainWindow
    from desktop.ui.workspace import Workspace


def shown_window(folder: Path, workbook: Path | None = None) -> MainWindow:
    """The window, shown and painted, with a workbook or none."""
    store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    window = open_window(workbook, Settings(store))
    window.show()
    settle()
    return window


def settle() -> None:
    """Let Qt do whatever it still has to do: lay out, paint, delete."""
    for _ in range(3):  # what one round puts off, the next one does
        QCoreApplication.processEvents()


def open_in(window: MainWindow, workbook: Path) -> None:
    """Open a workbook and paint it."""
    window.files.open_now(workbook)
    settle()


def close_in(window: MainWindow) -> None:
    """Leave the window with no workbook."""
    window.files.close()
    settle()


def document_of(window: MainWindow) -> Document:
    """The open document."""
    if window.document is None:
        raise LookupError("the window has no document")
    return window.document


def workspace_of(window: MainWindow) -> Workspace:
    """The panels of the open document."""
    if window.workspace is None:
        raise LookupError("the window has no document")
    return window.workspace


def grid_of(window: MainWindow) -> GridView:
    """The grid of the open document."""
    return workspace_of(window).grid

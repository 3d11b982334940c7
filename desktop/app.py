"""The bootstrap of the window: named steps, heavy imports only where first needed."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop import crash
from desktop.document.settings import Settings
from desktop.domain.errors import MilepostError
from desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from pathlib import Path

_CLOSE_AFTER_PAINT = "MILEPOST_CLOSE_AFTER_PAINT"
"""Set by the test of the frozen program: the window closes once it has been painted."""
_COLLECT_EVERY = (50_000, 20, 20)
"""Records are made by the hundred thousand and last as long as their workbook: to look for rubbish among them
after every 700 new ones took a quarter of the time to open it."""


def run(path: Path | None) -> int:
    """Open the window on a workbook, or on none, and stay until it is closed; gives the exit status."""
    with contextlib.ExitStack() as stack:
        application()
        settings = Settings()
        window = MainWindow(settings)
        stack.enter_context(
            crash.watch(
                crash.log_folder(),
                lambda told: window.prompts.tell("Milepost", told),
                recovery=settings.recovery_folder,
            )
        )
        window.show()
        QTimer.singleShot(0, window.recovering.offer)
        if path is not None:
            _open(window, path)
        if os.environ.get(_CLOSE_AFTER_PAINT):
            QTimer.singleShot(0, window.close)
        return QApplication.exec()


def open_window(path: Path | None, settings: Settings | None = None) -> MainWindow:
    """Build the whole window with the workbook open, without an event loop.

    Raises the named errors of `domain.errors` where the workbook can't be opened.
    """
    application()
    window = MainWindow(settings if settings is not None else Settings())
    if path is not None:
        window.files.open_now(path)
    return window


def application() -> QApplication:
    """The one application object, made where there is none yet."""
    gc.set_threshold(*_COLLECT_EVERY)
    gc.enable()
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    made = QApplication(sys.argv[:1])
    made.setApplicationName("Milepost")
    made.setStyle("Fusion")  # follows the system's light, dark and high contrast in the same way everywhere
    return made


def _open(window: MainWindow, path: Path) -> None:
    try:
        window.files.open_now(path)
    except MilepostError as error:
        window.prompts.tell("The workbook was not opened", str(error))

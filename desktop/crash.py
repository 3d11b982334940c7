"""Writes what went wrong to a log that the officer can send, and says where it is."""

from __future__ import annotations

import faulthandler
import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import platformdirs

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

_LARGEST = 500_000  # bytes of one log file
_log = logging.getLogger("milepost")


def log_folder() -> Path:
    """The user's own folder for logs; never beside the workbook."""
    return Path(platformdirs.user_log_dir("Milepost", appauthor=False))


def watch(folder: Path, tell: Callable[[str], None]) -> TextIO:
    """Log unexpected errors to `folder` and `tell` the officer in words; keep the returned file open."""
    folder.mkdir(parents=True, exist_ok=True)
    log_path = folder / "milepost.log"
    handler = RotatingFileHandler(log_path, maxBytes=_LARGEST, backupCount=2, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logging.getLogger().addHandler(handler)

    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.critical("unexpected error", exc_info=(kind, error, trace))
        tell(
            "Something went wrong in Milepost. The workbook on disk is as you last saved it. "
            f"Save your work under a new name and start Milepost again. The details are in {log_path}."
        )

    sys.excepthook = report
    faults = (folder / "milepost-faults.log").open("w", encoding="utf-8")
    faulthandler.enable(faults)
    return faults

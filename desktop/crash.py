"""Writes what went wrong to a log that the officer can send, and says where it is."""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

_LARGEST = 500_000  # bytes of one log file
_WHAT_HAPPENED = (
    "Something went wrong in Milepost. The workbook on disk is as you last saved it. "
    "Save your work under a new name and start Milepost again."
)
_log = logging.getLogger("milepost")


def log_folder() -> Path:
    """The user's own folder for logs; never beside the workbook."""
    return Path(platformdirs.user_log_dir("Milepost", appauthor=False))


@contextlib.contextmanager
def watch(folder: Path, tell: Callable[[str], None], *, recovery: Path | None = None) -> Iterator[None]:
    """Log unexpected errors to `folder` and `tell` the officer in words, for as long as this lasts.

    `recovery` is where unsaved work is kept. Where the folder of the log can't be written to, the officer is
    told all the same.
    """
    with contextlib.ExitStack() as stack:
        words = _WHAT_HAPPENED
        if recovery is not None:
            words += f" Unsaved changes are kept in {recovery} and offered at the next start."
        with contextlib.suppress(OSError):
            words += f" The details are in {_log_to(folder, stack)}."
        stack.callback(setattr, sys, "excepthook", sys.excepthook)
        sys.excepthook = _Report(words, tell)
        yield


def _log_to(folder: Path, stack: contextlib.ExitStack) -> Path:
    """Log to a file in the folder, and what kills the whole program to another, until the stack ends."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "milepost.log"
    faults = stack.enter_context((folder / "milepost-faults.log").open("w", encoding="utf-8"))
    handler = RotatingFileHandler(path, maxBytes=_LARGEST, backupCount=2, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    stack.callback(handler.close)
    logging.getLogger().addHandler(handler)
    stack.callback(logging.getLogger().removeHandler, handler)
    faulthandler.enable(faults)
    stack.callback(faulthandler.disable)
    return path


class _Report:
    """Takes every error that nothing else takes; an error while it speaks is only logged."""

    def __init__(self, words: str, tell: Callable[[str], None]) -> None:
        self._words = words
        self._tell = tell
        self._speaking = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.critical("unexpected error", exc_info=(kind, error, trace))
        if self._speaking:
            return
        self._speaking = True
        try:
            self._tell(self._words)
        finally:
            self._speaking = False
